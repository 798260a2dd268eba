"""Verbs of relative clauses that do not agree with what "who", "which" or "that" stands for.

The antecedent is the noun in front of the pronoun; where other nouns are tied to it by prepositions, any of them may be
meant, and only what agrees with none of them is wrong. A plural before a comma and "which" may be no antecedent at all,
if the verb can speak of a whole clause ("which means"). What is joined by "and" inside the clause has the same subject.
"""

from __future__ import annotations

from collections.abc import Iterator

from paralint.evidence.grammar.agreement import are_many, is_one
from paralint.evidence.grammar.government import TIMES
from paralint.evidence.grammar.predicates import FINITE, RELATIVE, Words, standing
from paralint.evidence.grammar.slip import Slip
from paralint.evidence.words.closed import ANYONE, PREPOSITIONS, SINGULAR, words
from paralint.evidence.words.nouns import agents
from paralint.evidence.words.places import places_of
from paralint.text.document import Document
from paralint.text.morphology import verb_forms, word_classes

_PLURAL = frozenset({"are", "were", "have"})
_ADVERBIAL = {"RB", "RBS", "RBR"}
_PHRASE = frozenset(
    {"DT", "PRP$", "JJ", "JJR", "JJS", "CD", "NN", "NNS", "VBN", "VBG", "POS", "NNP", "NNPS", "HYPH", "$", *_ADVERBIAL}
)
_OF_A_CLAUSE = words(
    """
    is was has does means makes leads causes allows gives creates adds helps leaves puts brings suggests shows raises
    includes explains contrasts marks reflects takes comes requires seems appears serves goes amounts
    """
)
_BEHIND_VERB = frozenset({"DT", "PRP$", "PRP", "IN", "CD", "RB", "TO", "RP", "$"})
_NO_VERB = words("do be like please let 's 're 've 'd 'm am")
# What is told, feared or hoped has a clause behind "that": "the assurance that supplies would last".
_TOLD = words(
    """
    assurance fact reality idea hope fear claim news report belief view argument evidence proof sign signal warning
    promise pledge guarantee possibility chance likelihood probability risk danger concern worry suspicion allegation
    accusation suggestion conclusion conviction doubt feeling impression sense understanding knowledge notion assumption
    assertion statement announcement admission acknowledgement confirmation denial rumour rumor speculation complaint
    prediction expectation condition proviso requirement principle realisation realization recognition message opinion
    theory hypothesis thought perception reminder revelation finding indication excuse insistence confidence certainty
    """
)
_ONE_PRONOUNS = ANYONE | words("one person man woman")


def slips(document: Document) -> tuple[Slip, ...]:
    """Return the verbs of relative clauses that do not agree, in reading order."""
    word = document.tokens.word
    opening = {sentence.first for sentence in document.sentences}
    # Names are left alone, and the health organisation is no pronoun.
    return tuple(
        found
        for found in _slips(document)
        if (found.first in opening or not word(found.first).capital) and word(found.last - 1).form != "WHO"
    )


def _slips(document: Document) -> Iterator[Slip]:
    for here, at in standing(document, places_of(document, RELATIVE | {"whose"})):
        if not here.first < at < here.last - 2:
            continue
        if here.words[at] == "whose":
            yield from _whose(here, at)
            continue
        if here.tags[at] not in ("WDT", "WP", "IN"):
            continue
        verb = at + 1
        while verb < here.last - 1 and here.tags[verb] == "RB":
            verb += 1
        number = _number(here, verb)
        if number is None:
            continue
        yield from _with_antecedent(here, at, verb, number)
        yield from _joined(here, at, verb, number)


def _number(here: Words, verb: int) -> str | None:
    """Return the number that a finite verb has for certain: ``s`` or ``p``."""
    word, tag = here.words[verb], here.tags[verb]
    if word in SINGULAR:
        return "s"
    if word in _PLURAL:
        return "p"
    if word in _NO_VERB:
        return None
    forms = verb_forms(word)
    following = here.tag(verb + 1)
    if "VBZ" in forms and tag in ("VBZ", "NNS"):
        if "noun" not in word_classes(word):
            return "s"
        apart = here.words[verb + 1] != "like" and (tag == "VBZ" or not _finite_behind(here, verb, 5))
        if following in _BEHIND_VERB and apart:
            return "s"
        return None
    if "VB" in forms and "VBD" not in forms and tag in ("VBP", "VB", "NN"):
        if tag == "NN" and following not in ("DT", "PRP$", "PRP"):
            return None
        return "p" if "noun" not in word_classes(word) or following in _BEHIND_VERB else None
    return None


def _finite_behind(here: Words, at: int, reach: int) -> bool:
    return here.has_finite(at + 1, min(here.last, at + 1 + reach))


def _with_antecedent(here: Words, at: int, verb: int, number: str) -> Iterator[Slip]:
    head = at - 1
    comma = here.words[head] == ","
    if comma:
        head -= 1
        if here.words[at] == "that":
            return
    if head < here.first or here.tags[head] not in ("NN", "NNS"):
        return
    heads = _heads(here, head)
    if heads is None or _tells_a_clause(here, head, at, verb):
        return
    if number == "s":
        if not all(are_many(here.words[noun], here.tags[noun]) for noun in heads):
            return
        # "The lights went off, which makes it worse": what has happened may be meant, and has an object.
        if here.words[at] == "which" and here.words[verb] in _OF_A_CLAUSE:
            return
        if (
            comma
            and here.words[at] == "which"
            and (here.tag(verb + 1) not in ("IN", "RP", "TO") or here.words[verb + 1] == "that")
        ):
            return
        if here.words[verb] in SINGULAR and here.words[at] == "that" and here.tag(verb + 1) in ("NN", "NNS", "JJ"):
            return
    else:
        # "their prey, squid, which are": a plural further in front may be meant.
        plural = "NNS" in here.tags[max(here.first, head - 10) : head] or here.words[verb] == "include"
        if here.words[head] in TIMES or (
            here.words[at] == "who"
            and here.words[head] not in agents() | {"person", "one", "man", "woman", "boy", "girl"}
        ):
            return
        if here.words[head] == "livestock" or (plural and (comma or _follows_participle(here, head))):
            return
        if not all(is_one(here.words[noun], here.tags[noun]) for noun in heads):
            return
        if here.words[at] == "that" and here.tags[at] == "IN" and here.words[verb] not in _PLURAL:
            return
        if here.words[verb] == "were" and here.words[at] == "that" and here.tags[at] == "IN":
            return
    yield Slip("relative", head, verb)


def _tells_a_clause(here: Words, head: int, at: int, verb: int) -> bool:
    """Whether a noun is told more of by a clause whose subject looks like a verb: "the fact that demand grew"."""
    word = here.words[head]
    if here.words[at] != "that" or not {word, word.removesuffix("s")} & _TOLD:
        return False
    return "noun" in word_classes(here.words[verb]) and _finite_behind(here, verb, 7)


def _follows_participle(here: Words, head: int) -> bool:
    """Whether the phrase of a noun belongs to a participle or adjective: "metals escaped into the river that"."""
    at = head
    while at > here.first and here.tags[at] in _PHRASE:
        at -= 1
    return here.words[at] in PREPOSITIONS and here.tag(at - 1) not in ("NN", "NNS", "VB")


def _heads(here: Words, head: int) -> list[int] | None:
    """Return the nouns that a relative pronoun may stand for; None if two phrases may be joined there."""
    found = [head]
    at = head
    for _ in range(4):
        while at > here.first and here.tags[at - 1] in _PHRASE and here.tags[at] not in ("DT", "PRP$"):
            at -= 1
        before = at - 1
        if before < here.first:
            return found
        if here.tags[before] in ("CC", "``", "''") or here.words[before] in (
            "‘",
            "“",
            "'",
            ",",
            "plus",
            "as",
            "like",
            "including",
            "such",
            "than",
        ):
            return None
        if here.words[before] in PREPOSITIONS and before > here.first:
            noun = before - 1
            if here.tags[noun] in ("NN", "NNS", "CD", "DT", "JJ", "NNP", "NNPS", "JJS", "JJR"):
                if here.tags[noun] not in ("NN", "NNS"):
                    return None
                found.append(noun)
                at = noun
                continue
            return found
        return found
    return found


def _whose(here: Words, at: int) -> Iterator[Slip]:
    end = here.phrase(at + 1)
    if end == at + 1 or end >= here.last - 1:
        return
    verb = end + (here.tag(end) == "RB")
    head = end - 1
    if here.words[verb] in SINGULAR:
        number = "s"
    elif here.words[verb] in _PLURAL:
        number = "p"
    elif here.tags[verb] in ("VBZ", "VBP") and here.tag(verb + 1) in ("DT", "PRP$", "CD", "IN", "TO", "RP"):
        found = _number(here, verb)
        if found is None:
            return
        number = found
    else:
        return
    if not {"CC", "NNP", "NNPS"}.isdisjoint(here.tags[at:end]) or here.tags[head] not in ("NN", "NNS"):
        return
    one, many = is_one(here.words[head], here.tags[head]), are_many(here.words[head], here.tags[head])
    if (number == "s" and many) or (number == "p" and one):
        yield Slip("relative", head, verb)


def _joined(here: Words, at: int, verb: int, number: str) -> Iterator[Slip]:
    """Yield the verb joined by "and" to the first one of the clause if it is of the other number."""
    for place in range(verb + 1, min(verb + 14, here.last - 2)):
        word, tag = here.words[place], here.tags[place]
        if word == "and":
            if here.tags[place - 1] in ("IN", "TO"):
                return  # "their devotion to and love for it"
            second = place + 1
            while second < here.last - 1 and here.tags[second] == "RB":
                second += 1
            if here.tags[second] in ("VBZ", "VBP", "VB") or here.words[second] in SINGULAR | _PLURAL:
                other = _number(here, second)
                if other is None or other == number:
                    return
                if other == "s" and (here.words[second] in ("was", "has") or "," in here.words[verb:place]):
                    return
                if other == "s" and not SINGULAR.isdisjoint(here.words[here.first : at]):
                    return  # "It is caused by germs that thrive there and is caught easily."
                if (
                    other == "p"
                    and here.words[second] not in _PLURAL
                    and here.tag(second + 1) not in ("DT", "PRP$", "PRP", "CD", "$", "IN")
                ):
                    return
                if other == "p" and here.words[second] in _PLURAL:
                    return
                if other == "p" and here.words[verb].startswith(("help", "let", "make")):
                    return  # "which helps him heal and honour it"
                if other == "p" and here.words[verb] in ("is", "was", "has", "does"):
                    return
                if number == "p" and _singular_subject_of_all(here, at):
                    return
                yield Slip("relative", verb, second)
                return
            continue
        if tag in (*FINITE, "TO", "WDT", "WP", "WRB", "VB") or word in (",", "that", ";", "but", "or"):
            return


def _singular_subject_of_all(here: Words, at: int) -> bool:
    """Whether a noun in the singular stands before the antecedent, whose verb the joined one may be."""
    for place in range(at - 2, here.first - 1, -1):
        if here.tags[place] in FINITE:
            return False
        if here.tags[place] in ("NN", "NNP") and here.words[place] not in _ONE_PRONOUNS:
            return True
    return False
