"""Subjects and verbs that do not agree, where phrases or an apposition stand between them.

From a finite verb back to the beginning of its clause stands its subject: a noun phrase, and what belongs to it. The
head is the last noun of the first phrase ("the *prices* of the house in the town", "the *mill*, the oldest of its
kind,"). Where two nouns are joined, where a clause or a second verb stands between, or where the head is a noun of many
(a team, a number of, half), nothing is said.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from paralint.data import listed
from paralint.evidence.grammar.government import TIMES
from paralint.evidence.grammar.slip import Slip
from paralint.evidence.words.closed import ANYONE, DEMANDS, NOMINATIVE, NOUNS, QUOTES, SINGULAR, words
from paralint.evidence.words.nouns import groups
from paralint.evidence.words.places import places_of, tagged
from paralint.text.document import Document
from paralint.text.morphology import countability, is_noun, number, verb_forms, word_classes

_NO_VERBS = frozenset({"'s", "'re", "'ve", "do", "'m", "am", "be", "like", "please", "thank", "include"})
_ONE = frozenset({"every", "each", "a", "an", "one"})
_PLURAL = frozenset({"are", "were", "have"})
_BEGINS = frozenset({"DT", "PRP$", "NN", "NNS", "JJ", "CD", "JJR", "JJS"})
_FINITE = frozenset({"MD", "VBZ", "VBP", "VBD", "VB"})
_OBJECTS = frozenset({"NN", "NNS", "NNP", "NNPS", "DT", "PRP", "PRP$", "JJ", "CD", "RP"})
_PREMODIFIERS = frozenset({"DT", "PRP$", "JJ", "JJR", "JJS", "CD", "NN", "NNS", "NNP", "VBN", "POS", "RB"})
_STARTS = QUOTES | {";", ":"}
_OPENERS_WORDS = """
    that because although though if unless whereas whether when while where why how but said says added
"""
_UNSURE = frozenset({"as", "since", "until", "before", "after", "than", "like", "except", "plus"})
_OPENERS = frozenset(_OPENERS_WORDS.split())
# Behind these the verb may follow the noun of the phrase, or the speaker's choice.
_OF_MANY = words(
    """
    number majority minority subset range variety lot lots couple pair percentage proportion half rest handful series
    dozen hundred thousand million quarter third fifth part plenty host bulk total average mix mixture set
    array batch string raft spate selection combination kind sort type none any some all most more either
    neither both each one two what which who enough few less everything nothing something everyone nobody
    anybody per cent percent doubt fact result reason thing problem question wave chunk flurry swathe time
    """
)
_MEASURES = words(
    """
    years months weeks days hours minutes seconds dollars pounds euros miles metres meters kilometres
    kilometers tons tonnes points percent per cent times news politics means series species headquarters works maths
    united states odds crossroads statistics economics athletics mathematics physics ethics dynamics logistics
    basics tactics sports games two-thirds three-quarters thirds quarters lots plenty millions billions
    thousands hundreds dozens tens acres barrels gallons litres liters degrees
    seasons summers winters nights mornings evenings
    """
)

_SAME_IN_PLURAL = words(
    """
    buffalo abalone squid shrimp trout salmon cod bison moose elk deer sheep fish mackerel prawn grouse
    swine reindeer caribou wildebeest antelope carp pike tuna herring halibut plaice
    """
)


def slips(document: Document) -> tuple[Slip, ...]:
    """Return the verbs that do not agree with the head of the noun phrase that begins their clause."""
    return tuple(_slips(document))


def _slips(document: Document) -> Iterator[Slip]:
    tags, tokens = document.tags, document.tokens
    words = document.lowers
    bounds = tokens.sentences
    verbs = {*places_of(document, SINGULAR | _PLURAL), *tagged(document, ("VBP", "VBZ", "NNS"))}
    for at in sorted(verbs):
        first, last = bounds[(number := document.sentence_of(at))], bounds[number + 1]
        if first < at < last - 1:
            word = words[at]
            if word in ("is", "does", "has") and tags[at + 1] in ("PRP", "DT") and tags[first].startswith("W"):
                continue  # "How many tiles does it take?"
            if words[at + 1] in NOMINATIVE and words[first] in ("no", "not", "in", "under", "only"):
                continue  # "No way are they late"
            singular, plural = word in SINGULAR, word in _PLURAL
            if tags[at] == "VBP" and not plural and word not in _NO_VERBS:
                sure = "noun" not in word_classes(word) or tags[at + 1] in ("DT", "PRP$", "CD")
                sure = sure or (not is_noun(word) and _is_only_verb(tags, first, last, at))
                plural = sure and "VBD" not in verb_forms(word) and tags[at - 1] not in ("CC", "TO")
            elif tags[at] == "VBZ" and not singular and word not in _NO_VERBS:
                singular = "noun" not in word_classes(word) or tags[at + 1] in ("DT", "PRP$", "PRP")
                singular = singular or (not is_noun(word) and _is_only_verb(tags, first, last, at))
            elif tags[at] == "NNS" and tags[at + 1] in ("DT", "PRP$") and words[last - 1] == ".":
                # "The two towns shares a bridge": the verb is read as a noun, and the sentence has no other.
                singular = "VBZ" in verb_forms(word) and _is_only_verb(tags, first, last, at)
            if not (singular or plural):
                continue
            start = _start(words, tags, first, at)
            if start is None or (words[start] in ("many", "much") and words[start - 1] == "how"):
                continue  # "how many more tiles does Bo have"
            head = _head(words, tags, start, at)
            if plural and word != "are" and not DEMANDS.isdisjoint(words[first:start]):
                continue
            if (
                head is None
                or (tokens.word(head).capital and (plural or head > first))
                or _tells_when(words, start, head)
            ):
                continue
            if word == "were" and "if" in words[first:at]:
                continue
            if any(_may_be_predicate(words, tags, place, at) for place in range(head + 1, at)):
                continue
            if plural:
                each = words[start] in ("every", "each") and tags[head] == "NN" and head == start + 1
                if each or (is_one(words[head], tags[head]) and words[start] not in _OF_MANY):
                    yield Slip("agreement", head, at)
            elif head == first and (words[head] in _surnames() or tokens.word(head + 1).capital):
                continue  # "Sessions has left", "Doctors Without Borders has"
            elif are_many(words[head], tags[head]) and words[start] not in _ONE and tags[start] != "CD":
                yield Slip("agreement", head, at)


def _tells_when(words: list[str], start: int, head: int) -> bool:
    """Whether what looks like a subject is a time: "last year only 80 boats were sold", "and today send"."""
    return words[head] in ("today", "yesterday", "tomorrow", "tonight") or (
        words[start] in ("last", "next", "this", "every") and words[head] in TIMES
    )


def _is_only_verb(tags: list[str], first: int, last: int, at: int) -> bool:
    """Whether no other token of a sentence is a finite verb."""
    return not any(tags[place] in _FINITE for place in range(first, last) if place != at)


def _start(words: list[str], tags: list[str], first: int, verb: int) -> int | None:
    """Return the first token of a verb's subject; None if something stands between that makes it unsure."""
    at = verb - 1
    if words[at] == "to":
        return None
    while at >= first:
        word, tag = words[at], tags[at]
        if word in _UNSURE or (word in QUOTES and at > first and words[at - 1] not in (",", ":")):
            return None
        if word == "that" and tags[at - 1] in NOUNS and "VBN" in tags[at + 1 : verb]:
            return None  # "the jetty that engineers built in May stands": built is the verb of the relative clause
        if word in _STARTS or (word in _OPENERS and tag in ("IN", "WRB", "VBD", "VBZ", "CC", "RB")):
            return at + 1 if at + 1 < verb else None
        if tag == "CC" and words[at - 1] == "," and any(tags[before] in _FINITE for before in range(first, at)):
            if "," in words[max(first, at - 6) : at - 1]:
                return None  # "a call, a meeting, and aid were"
            return at + 1 if at + 1 < verb else None  # a clause of its own, no list
        if tag == "NNS" and words[at - 1] in ANYONE:
            return None  # "a record that nobody checks is history": the noun is a verb
        if tag in _FINITE or tag in ("CC", "WDT", "WP", "WP$", "WRB", "EX", "PRP"):
            return None
        at -= 1
    return first


def _head(words: list[str], tags: list[str], start: int, verb: int) -> int | None:
    """Return the last noun of the noun phrase that begins at ``start``, if it is the subject of ``verb``."""
    if tags[start] not in _BEGINS or words[start].endswith("ing"):
        return None
    if words[start] in ("those", "these") and tags[start + 1] == "VBN":
        return None  # "those granted entry": those are the head
    at = start
    while at < verb and tags[at] in _PREMODIFIERS:
        at += 1
        if tags[at - 1] in ("NN", "NNS") and tags[at] not in ("NN", "NNS", "POS"):
            break
    head = at - 1
    if tags[head] not in ("NN", "NNS") or (at < verb and tags[at] not in ("IN", "VBN", "RB", ",")):
        return None
    if tags[head] == "NN" and "NNS" in tags[start:head]:
        return None  # "the states filing suit"
    rest = words[at:verb]
    # "The voters in the states the party has": a relative clause without a pronoun.
    if any(tags[place] in ("DT", "PRP$", "NNP") and tags[place - 1] in ("NN", "NNS") for place in range(at, verb)):
        return None
    # A comma opens an apposition that another one closes, and nothing stands behind it.
    commas = [place for place in range(at, verb) if words[place] == ","]
    if len(commas) not in (0, 2) or (commas and (commas[0] != at or commas[1] < verb - 2)):
        return None
    if commas and tags[at + 1] not in ("DT", "PRP$", "IN", "RB", "VBN"):
        return None
    return None if "-" in rest or "–" in rest or "—" in rest or "(" in rest else head


def _may_be_predicate(words: list[str], tags: list[str], place: int, verb: int) -> bool:
    """Whether a word that the tagger takes for no finite verb may be one, so that a clause ends behind its subject.

    "The analysis shows consumers are", "the study found clubbers were", "how people set up accounts".
    """
    if tags[place] not in ("NN", "NNS", "VBN", "JJ", "RB", "IN") or place + 1 >= verb:
        return False
    forms, classes = verb_forms(words[place]), word_classes(words[place])
    if "VBP" in forms and classes == {"verb"}:
        return True
    return tags[place + 1] in _OBJECTS and ("VBZ" in forms or ("VBD" in forms and tags[place] == "VBN"))


@lru_cache(maxsize=1)
def _surnames() -> frozenset[str]:
    """Return the surnames that look like plurals."""
    return frozenset(listed("plural-surnames"))


def is_one(word: str, tag: str) -> bool:
    """Whether a noun is singular and no group of many, for certain."""
    return (
        tag == "NN"
        and word not in _OF_MANY
        and word not in groups()
        and word not in _SAME_IN_PLURAL
        and number(word) == "singular"
        and not word.endswith("ics")
        and "adjective" not in word_classes(word)
        and countability(word) in ("count", "both", "mass")
        and "VBD" not in verb_forms(word)
    )


def may_be_one(word: str, tag: str) -> bool:
    """Whether a noun is singular and no group of many, though it may be an adjective or a verb elsewhere."""
    plain = word not in _OF_MANY and word not in groups() and word not in _SAME_IN_PLURAL
    return tag == "NN" and plain and number(word) == "singular"


def are_many(word: str, tag: str) -> bool:
    """Whether a noun is plural and no measure, for certain."""
    return (
        tag == "NNS" and word not in _MEASURES and number(word) == "plural" and not word.endswith(("ics", "ings", "ss"))
    )
