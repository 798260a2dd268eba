"""Clauses without a finite verb: verbs in a form that makes no predicate, where the sentence has no other one for it.

A sentence of running text has a finite verb, and so has each clause that a subordinator, a relative or an interrogative
opens (Quirk et al. 1985, 14.2 ff.). Nothing is parsed: verbs and openers of clauses are counted. Every finite verb
serves the opener or pronoun in front of it, as far as only a noun phrase stands between; those left over
serve the sentence itself and the clauses whose subject is not told so easily. Where more clauses are open than verbs
are left, a verb without an auxiliary in front has lost its ending: "the firm also offering a loan". What could be a
finite verb is taken for one, so that mistakes of the tagger make the count silent and not wrong.
"""

from __future__ import annotations

from collections.abc import Iterator

from paralint.evidence.grammar.slip import Slip
from paralint.evidence.words.closed import DEMANDS, FINITE, LETS, NOMINATIVE, NOUNS, words
from paralint.text.document import Document, Sentence
from paralint.text.morphology import verb_forms

_SUBJECTS = NOUNS | {"PRP", "EX", "WDT", "WP"}
# What a noun phrase is made of, from right to left.
_PHRASE = NOUNS | {"JJ", "JJR", "JJS", "CD", "POS", "PRP$", "DT", "PDT", "$", "VBN", "HYPH"}
_BEGINS_PHRASE = _PHRASE - {"JJ", "VBN", "POS", "HYPH"} | {"PRP", "EX"}
# Before what the tagger takes for a noun or an adjective and is a verb.
_BEFORE_MISREAD = words(
    """
    NN NNS NNP NNPS RB PRP WDT WP CC , )
    """
)
_PRONOUNS = NOMINATIVE | {"it", "there"}
_AUXILIARIES = words(
    """
    is are was were be been being am 's 're 'm has have had 've 'd having get got gets getting keep keeps kept
    not n't ain't
    """
)
_ALWAYS_OPEN = frozenset({"because", "although", "though", "if", "unless", "whereas", "whether"})
_OPEN_BEFORE_PRONOUN = words(
    """
    when while where why how as since until before after once than
    """
)
_INTERROGATIVES = frozenset({"when", "where", "why", "how"})
_COORDINATORS = frozenset({"and", "or", "but", "so", "yet"})
_LINKS = _OPEN_BEFORE_PRONOUN | _ALWAYS_OPEN | _COORDINATORS | {"that", "till", "except"}
_DAYS = words(
    """
    monday tuesday wednesday thursday friday saturday sunday yesterday last this
    """
)
_CUT_SHORT = frozenset({"not", "any", "so", "possible", "necessary"})  # if so, if necessary
_QUOTES = frozenset('"“”„«»‘') | {"''", "``"}
_FRONT = _QUOTES | _COORDINATORS | {",", ";", ":", "-", "–", "—", ")"}
_CLAIMS = words(
    """
    said says believe believes believed think thinks saying believing thinking hope hopes hoped fear fears
    feared confirmed confirming
    """
)
_REPORTED = words(
    """
    said says say added adds told tells explained warned claimed insisted argued admitted stated believes
    believed thinks
    """
)
_BEFORE_BARE = frozenset({",", ")", "this", "that", "these", "those"})
# Words after which, or behind which, a bare "be" is right.
_BEFORE_BE = (
    DEMANDS
    | LETS
    | words(
        """
    better lest whether if rather than or though mandate mandates mandated mandating call calls calling called
    advise advised prefer prefers preferred plea plead condition stipulate stipulates stipulated wish agree agreed
    decree decreed specify ensure need needs dare do does did shall will would could can may might must should 'll
    'd ca wo not n't having have directive instruct instructed directed god come please
    """
    )
)


def slips(document: Document) -> tuple[Slip, ...]:
    """Return the verbs without an auxiliary that stand where the only verb of a clause belongs, in reading order.

    Sentences that do not end in a full stop are left out: headings, captions, questions.
    """
    return tuple(_slips(document))


def _slips(document: Document) -> Iterator[Slip]:
    tags, words = document.tags, document.lowers
    for sentence in document.sentences:
        first, last = sentence.first, sentence.last
        if last - first < 5 or "." not in words[last - 2 : last] or words[last - 1] in ("?", "!"):
            continue
        count: _Count | None = None
        for at in range(first + 1, last - 1):
            word = words[at]
            if not (word == "be" or _is_participle(word, tags[at], tags[at + 1])):
                continue
            subject = at - 1
            while subject >= first and (tags[subject] == "RB" and words[subject] not in ("n't", "not")):
                subject -= 1
            if subject < first:
                continue
            if word == "be":
                if (
                    words[at + 1] not in ("it", *NOMINATIVE)
                    and (tags[subject] in _SUBJECTS or words[subject] in _BEFORE_BARE)
                    and _is_bare_be(words, tags, first, at)
                ):
                    yield Slip("beside", subject, at)
                continue
            # The health body is no pronoun.
            named = words[subject] == "who" and document.tokens.word(subject).upper
            if tags[subject] not in _SUBJECTS or words[subject] == "'s" or named:
                continue
            sure = _is_sure(words, tags, first, subject, at)
            if sure is None:
                continue
            if sure:
                yield Slip("beside", subject, at)
                continue
            if words[at + 1] == ":" or (words[at + 1] == "," and words[at + 2] in _QUOTES):
                # What is said is a sentence of its own.
                if _Count(words, tags, first, at + 1).lacks(at):
                    yield Slip("counted", subject, at)
                continue
            if count is None:
                count = _Count(words, tags, first, last)
            if count.lacks(at) and not _is_caption(document, sentence, subject, at):
                yield Slip("counted", subject, at)


def _is_caption(document: Document, sentence: Sentence, subject: int, at: int) -> bool:
    """Whether a sentence tells what a picture shows: it opens a block, and nobody does anything but in a participle."""
    tags = document.tags
    return (
        sentence.first == document.tokens.blocks[sentence.block]
        and subject == at - 1
        and tags[at] == "VBG"
        and FINITE.isdisjoint(tags[sentence.first : sentence.last])
    )


def _is_participle(word: str, tag: str, following: str) -> bool:
    """Whether a word is an -ing form (not "sing"), or a participle that is no past tense."""
    if tag == "VBG":
        ends = word.endswith(("ing", "in'")) and word != "according"
        return ends and following not in FINITE and "VB" not in verb_forms(word)
    return tag == "VBN" and "VBD" not in verb_forms(word) and word != "been"


def _is_bare_be(words: list[str], tags: list[str], first: int, at: int) -> bool:
    """Whether nothing in front of a "be" in its sentence asks for the base form."""
    asked = any(words[place] in _BEFORE_BE and words[place + 1] == "that" for place in range(first, at))
    if asked or words[at + 1] == "damned" or _is_set_wish(words, tags, at):
        return False
    if words[at - 1] == "," and any(tags[place] == "MD" and words[place + 1] == "," for place in range(first, at - 1)):
        return False  # "the price should, the bank said, be lower"
    for before in range(at - 1, first - 1, -1):
        if words[before] in _BEFORE_BE or tags[before] == "MD" or words[before] in _QUOTES:
            asked = not DEMANDS.isdisjoint(words[first:before])
            return words[before] in _QUOTES and before < at - 1 and not asked
        if words[before] == "to" and at - before < 4:
            return False
        if words[before] == "that" and tags[before] == "IN" and words[before - 1] not in _REPORTED:
            return False
        if tags[before] in ("VBD", "VBZ", "VBP"):
            return True
    return words[first] not in ("so", "far")


def _is_set_wish(words: list[str], tags: list[str], at: int) -> bool:
    """Whether a "be" stands in a wish, a set phrase, or a call: "peace be upon him", "be that as it may"."""
    if words[at + 1] in ("upon", "unto", "damned", "advised", "warned", "assured", "aware", "careful"):
        return words[at + 1] in ("upon", "unto") or words[at - 1] == ","
    if words[at + 1 : at + 4] in (["that", "as", "it"], ["this", "as", "it"]):
        return True
    # "Lend a hand, be a friend": one call behind another.
    opens = at - 1
    while opens > 0 and words[opens - 1] not in (",", ".", "“", '"', ";", ":"):
        opens -= 1
    return words[at - 1] == "," and tags[opens] == "VB"


def _is_sure(words: list[str], tags: list[str], first: int, subject: int, at: int) -> bool | None:
    """Whether the words in front of a participle show that it is the predicate; None: that it is none."""
    word = words[subject]
    before = words[subject - 1] if subject > first else ""
    if (word == "i" and tags[at] == "VBN") or (word in NOMINATIVE and words[at] == "done"):
        return None  # "I seen it" is how some speak
    if word in NOMINATIVE:
        if before in ("and", "or") and words[subject - 2] in NOMINATIVE:
            return None
        return (
            subject == first
            or tags[subject - 1] not in ("IN", "VBP", "VBZ", "VBD", "MD")
            or before in _LINKS
            or before in _REPORTED
            or None
        )
    if word in _PRONOUNS:
        opens = (
            subject == first
            or before in _QUOTES
            or before in ("think", "thinks", "believe", "believes")
            or before in _LINKS - {"than", "as", "and", "or", "before", "after", "since", "until", "except"}
        )
        return opens or None
    if word == "which" and tags[at] == "VBG" and tags[at + 1] in ("NN", "NNS", "JJ"):
        return None  # "which existing rules"
    if word in ("who", "which"):
        return subject == first or tags[subject - 1] not in ("IN", "TO")
    if tags[subject] in ("WDT", "WP"):
        return tags[at] == "VBN" and word == "that"
    if tags[subject] == "PRP":
        return None
    return False


class _Count:
    """The clauses and the finite verbs of a sentence that are left when each verb has been given the clause next to it.

    Attributes:
        openers: tokens that open a clause for which no verb is found near by.
        verbs: finite verbs that no opener or pronoun stands in front of.
    """

    def __init__(self, words: list[str], tags: list[str], first: int, last: int) -> None:
        self.first = first
        self.openers = [at for at in range(first, last) if _opens(words, tags, at, last)]
        self.verbs: list[int] = []
        self.embedded: list[int] = []
        subordinated = words[first + (words[first] in _QUOTES)] in _LINKS
        for at in range(first, last):
            if not _is_finite(words, tags, first, at):
                continue
            owner = _owner(words, tags, first, at)
            if owner in self.openers:
                self.openers.remove(owner)
            elif owner is None or words[owner] in _CLAIMS:
                self.verbs.append(at)
            elif words[owner] in _PRONOUNS:
                # A main clause of its own, if it is no aside: "the firm, he said, …".
                if words[at] in _REPORTED and (at + 1 >= last - 1 or words[at + 1] in (".", ",", ":")):
                    continue
                plain = subordinated or owner == first or words[owner - 1] in _FRONT or tags[owner - 1] == "RB"
                (self.verbs if plain else self.embedded).append(at)

    def lacks(self, at: int) -> bool:
        """Whether the clause of a participle, or its sentence, has no verb left."""
        verbs = [*self.verbs, *[verb for verb in self.embedded if verb < at]]
        if len(verbs) < len(self.openers) + 1 and not any(opener > at for opener in self.openers):
            return True
        start = max((opener for opener in self.openers if opener < at), default=self.first)
        opened = sum(opener >= start for opener in self.openers) + (start not in self.openers)
        return sum(verb >= start for verb in verbs) < opened


def _is_finite(words: list[str], tags: list[str], first: int, at: int) -> bool:
    """Whether a token is, or may be, a finite verb."""
    tag, word = tags[at], words[at]
    if word in ("being", "been", "be"):
        return False
    if tag in FINITE:
        return True
    if word == "'s":
        return tag != "POS"
    before = tags[at - 1] if at > first else ""
    if tag == "VB":
        return before not in ("TO", "MD")
    if tag == "VBN":
        at -= 1
        while at > first and tags[at] == "RB":
            at -= 1
        return words[at] not in _AUXILIARIES and "VBD" in verb_forms(word)
    if tag in ("NN", "NNS", "JJ", "IN", "RB"):
        forms = verb_forms(word)
        if before == "CC" and tags[at - 2] in NOUNS:
            return False
        if tag == "NNS":
            return "VBZ" in forms and before in _BEFORE_MISREAD
        if "VBD" in forms and tag != "RB":
            return before in _BEFORE_MISREAD
        return "VBP" in forms and before in ("NNS", "NNPS", "PRP", "RB", "WDT", "WP", "CC", ",")
    return False


def _owner(words: list[str], tags: list[str], first: int, at: int) -> int | None:
    """Return the opener or pronoun that a finite verb serves, if only a noun phrase stands between; else None."""
    at -= 1
    while at >= first and tags[at] == "RB":
        at -= 1
    if at >= first and (words[at] in _PRONOUNS or tags[at] in ("WDT", "WP")):
        before = _asked(words, tags, first, at - 1)
        opened = before >= first and (tags[before] in ("WDT", "WP", "WRB") or words[before] in _LINKS - _COORDINATORS)
        return before if opened else at
    while at >= first and tags[at] in _PHRASE:
        at -= 1
    if at >= first and (words[at] in _CLAIMS or (words[at] in _LINKS and words[at] not in _COORDINATORS)):
        return at
    return None


def _asked(words: list[str], tags: list[str], first: int, at: int) -> int:
    """Return the "which" of a phrase that ends at a token, as in "which rooms they use", or the token."""
    start = at
    while start > first and tags[start] in NOUNS:
        start -= 1
    return start if words[start] in ("which", "what", "whose") else at


def _opens(words: list[str], tags: list[str], at: int, last: int) -> bool:
    """Whether a token opens a clause that needs a finite verb."""
    word, tag = words[at], tags[at]
    following, behind = (words[at + 1], tags[at + 1]) if at + 1 < last else ("", "")
    if tag in ("WDT", "WP") or word in ("who", "which"):
        return behind not in ("TO", ",", ".") and not (word == "what" and following in ("about", "if"))
    if word in _CLAIMS:
        named = at > 0 and (
            tags[at - 1] in _SUBJECTS or tags[at - 1] == "RB" or words[at - 1] in ("have", "has", "had", "having")
        )
        return named and behind in _BEGINS_PHRASE and following not in _DAYS and following not in _PRONOUNS
    if word == "that":
        return tag == "IN" and (behind in _BEGINS_PHRASE or behind in FINITE or behind == "JJ")
    if word in _ALWAYS_OPEN:
        return behind in _BEGINS_PHRASE and following not in _CUT_SHORT
    if word in _OPEN_BEFORE_PRONOUN:
        if word in _INTERROGATIVES and tag == "WRB" and behind in _BEGINS_PHRASE:
            return True
        return following in NOMINATIVE
    return False
