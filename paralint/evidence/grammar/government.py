"""Government: which word asks for a preposition, and which preposition stands there.

A slot is a verb, noun or adjective together with the preposition behind it. The same reading of the text builds the
table of governors (``tools/build_governors.py``) and looks for what breaks it (``checks/government.py``), so that the
table counts exactly what is later compared with it.
"""

from __future__ import annotations

from collections.abc import Iterator

from paralint.evidence.words.closed import HAVE, NOUNS, VERBS, words
from paralint.evidence.words.places import places_of
from paralint.evidence.words.titles import MONTHS, WEEKDAYS
from paralint.text.document import Document
from paralint.text.morphology import verb_forms
from paralint.values import NamedTuple

PREPOSITIONS = words(
    """
    about across after against along amid among around as at before behind between beyond by during for from in inside
    into near of off on onto over regarding through throughout to toward towards under until upon with within without
    """
)
NOTHING = "-"
"""Stands for the preposition where a noun phrase follows its governor without any."""
_SPANS = words(
    """
    second seconds minute minutes hour hours day days night nights week weeks weekend month months year years decade
    decades century centuries time times moment period morning evening afternoon noon midnight today yesterday tomorrow
    tonight spring summer autumn fall winter once while date past future season era beginning end start present
    christmas easter anniversary eve ages
    """
)
BRINGING = words("lead take bring carry drive drag pull push move send escort fly ship haul rescue free remove")
"""What somebody does with whom or what he takes from a place."""
TIMES = MONTHS | WEEKDAYS | _SPANS
"""Nouns of time."""
_MANNER = words("way ways manner fashion case cases part terms addition fact order general behalf")
_BEFORE_HEAD = frozenset({"DT", "PDT", "PRP$", "CD", "JJ", "JJR", "JJS", "RB", "POS", "VBN", "$"})
_DETERMINERS = frozenset({"DT", "PRP$"})
_OBJECTS = frozenset(  # "her" may begin a longer phrase
    {"him", "them", "me", "us", "you", "it", "himself", "herself", "itself", "themselves", "myself", "ourselves"}
)
_BE = frozenset({"be", "is", "are", "was", "were", "been", "being", "'s", "'re", "am", "get", "gets", "got", "getting"})
_ALONE = frozenset({"all", "both", "each", "half", "quite", "such", "this", "that", "these", "those"})  # this week
_DEGREES = frozenset({"lot", "bit", "little", "great", "good", "few", "whole"})  # listened a lot, a great deal
_IN_OBJECT = NOUNS | {"DT", "PRP$", "JJ", "JJS", "CD", "POS", "HYPH"}
_OPENS_OBJECT = frozenset({"DT", "PRP$", "NNP", "NNS", "JJ"})
_REACH = 6  # tokens that are looked at for the head of what follows a preposition


class Slot(NamedTuple):
    """A governor and its preposition.

    Attributes:
        kind: ``v`` a verb, ``p`` a participle without "have", ``o`` a verb behind whose pronoun object the preposition
            stands, ``n`` a noun, ``a`` an adjective.
        governor: its token.
        lemma: its lemma.
        preposition: the token of the preposition; for ``NOTHING`` the first token of the noun phrase.
        word: the preposition in lower case, or ``NOTHING``.
        complement: what follows: ``t`` a time, ``q`` a number, ``m`` a phrase of manner or of the text itself, ``n`` a
            name, ``g`` an -ing form, ``b`` a bare noun, ``i`` what may be an infinitive, ``o`` anything else.
    """

    kind: str
    governor: int
    lemma: str
    preposition: int
    word: str
    complement: str


class Site(NamedTuple):
    """Where a slot may be: a governor and a preposition, before the look at what follows.

    Attributes:
        kind, governor, preposition, word: as in :class:`Slot`.
        last: the end of the sentence.
    """

    kind: str
    governor: int
    preposition: int
    word: str
    last: int


def sites(document: Document, prepositions: frozenset[str] = PREPOSITIONS) -> Iterator[Site]:
    """Yield each of the given prepositions that stands behind a possible governor, in order."""
    lowers = document.lowers
    for index, first, last in _places(document, prepositions):
        found = _governor(document, index, first)
        if found is not None:
            yield Site(*found, index, lowers[index], last)


def object_sites(document: Document, prepositions: frozenset[str]) -> Iterator[Site]:
    """Yield each of the given prepositions that stands behind the object of a verb, in order.

    Objects of one word, which :func:`sites` sees, are left out.
    """
    tags, lowers = document.tags, document.lowers
    for index, first, last in _places(document, prepositions):
        if tags[index] == "RP" or tags[index - 1] not in NOUNS:
            continue
        at = index - 1
        while at > first and index - at <= _REACH and tags[at] in _IN_OBJECT:
            at -= 1
        if tags[at] in VERBS and at < index - 2 and tags[at + 1] in _OPENS_OBJECT:
            yield Site("o", at, index, lowers[index], last)


def _places(document: Document, prepositions: frozenset[str]) -> Iterator[tuple[int, int, int]]:
    """Yield the tokens of some prepositions with words before and behind, in order, with the bounds of sentences."""
    tags, bounds, sentence = document.tags, document.tokens.sentences, 0
    for index in places_of(document, prepositions):
        if tags[index] not in ("IN", "TO", "RP"):
            continue
        while bounds[sentence + 1] <= index:
            sentence += 1
        if bounds[sentence] < index < bounds[sentence + 1] - 2:
            yield index, bounds[sentence], bounds[sentence + 1]


def bare_sites(document: Document) -> Iterator[Site]:
    """Yield every verb or noun behind which a noun phrase with a determiner begins at once."""
    tokens, tags = document.tokens, document.tags
    bounds, sentence = tokens.sentences, 0
    for index in [index for index, tag in enumerate(tags) if tag in _DETERMINERS]:
        while bounds[sentence + 1] <= index:
            sentence += 1
        first, last = bounds[sentence], bounds[sentence + 1]
        if index == first or index + 1 >= last:
            continue
        tag = tags[index - 1]
        if tag in ("NN", "NNS"):
            kind = "n"
        elif tag in VERBS and not (tag in ("VBN", "VBD") and _been(document, index - 1, first)):
            kind = "v"
        else:
            continue
        if tokens.word(index).lower in _ALONE or tokens.word(index + 1).lower in _DEGREES:
            continue
        yield Site(kind, index - 1, index, NOTHING, last)


def slots(document: Document) -> Iterator[Slot]:
    """Yield every slot of a document that has a preposition, in order."""
    yield from (slot for site in sites(document) if (slot := slot_at(document, site)).complement)


def bare_slots(document: Document) -> Iterator[Slot]:
    """Yield every slot of :func:`bare_sites`, in order."""
    yield from (slot for site in bare_sites(document) if (slot := slot_at(document, site)).complement)


def slot_at(document: Document, site: Site) -> Slot:
    """Return the slot of a site; its complement is empty if no noun phrase follows."""
    begin = site.preposition + (site.word != NOTHING)
    if site.word != NOTHING and begin < site.last - 1 and document.tags[begin] == "``":
        begin += 1  # "warned from “blind signals”"
    complement = _complement(document, begin, site.last)
    if (
        site.word == "to"
        and complement
        and (document.tags[begin] == "RB" or "VB" in verb_forms(document.lowers[begin]))
    ):
        complement = "i"  # "expects to harvest 90 tonnes"
    return Slot(site.kind, site.governor, document.lemma(site.governor), site.preposition, site.word, complement)


def is_passive(document: Document, site: Site) -> bool:
    """Whether a form of "be" stands before the governor of a site."""
    sentence = document.sentence_of(site.governor)
    return _been(document, site.governor, document.tokens.sentences[sentence])


def _governor(document: Document, index: int, first: int) -> tuple[str, int] | None:
    """Return kind and token of what governs the preposition at ``index``."""
    tags, lowers = document.tags, document.lowers
    at = index - 1
    if tags[at] == "RB" and lowers[at].endswith("ly") and at > first and tags[at - 1] in VERBS:
        at -= 1
    tag = tags[at]
    if tag in ("NN", "NNS"):
        return "n", at
    if tag in ("JJ", "JJR"):
        return "a", at
    if tag in VERBS:
        if tag in ("VBN", "VBD") and _had(document, at, first):
            return "v", at
        if tag == "VBN" and at > first and tags[at - 1] in ("DT", "PRP$"):
            return None  # "the accused", "the wounded"
        return ("p" if tag == "VBN" or (tag == "VBD" and _been(document, at, first)) else "v"), at
    if at > first and (lowers[at] in _OBJECTS or tag == "NNP") and tags[at - 1] in VERBS:
        return "o", at - 1
    return None


def _had(document: Document, index: int, first: int) -> bool:
    return _preceded(document, index, first, HAVE)


def _been(document: Document, index: int, first: int) -> bool:
    return _preceded(document, index, first, _BE)


def _preceded(document: Document, index: int, first: int, words: frozenset[str]) -> bool:
    """Whether one of ``words`` stands before a verb, adverbs and pronouns between them apart."""
    for before in range(index - 1, max(first, index - 3) - 1, -1):
        if document.tokens.word(before).lower in words:
            return True
        if document.tags[before] not in ("RB", "PRP"):
            return False
    return False


def _complement(document: Document, index: int, last: int) -> str:
    """Return the class of the noun phrase that begins at ``index``; empty if none does."""
    tags, word = document.tags, document.tokens.word
    tag = tags[index]
    if tag == "VBG":
        return "g"
    if tag in ("WP", "WDT", "WRB", "EX", "WP$"):
        return "o"
    if tag == "PRP":
        return "o"
    at, end = index, min(last, index + _REACH)
    while at < end and (tags[at] in _BEFORE_HEAD or (at + 1 < end and tags[at + 1] == "POS")):
        at += 1
    if at == index and tags[at] not in NOUNS:
        return ""
    if at == end or tags[at] not in NOUNS:
        if tags[at - 1] == "RB":
            return ""
        if at > index and tags[at - 1] == "CD":
            return "t" if len(word(at - 1).lower) == 4 else "q"
        return "o" if at > index else ""
    while at + 1 < end and tags[at + 1] in NOUNS:
        at += 1
    head = word(at).lower
    if at == index and tags[at] == "NN" and head not in TIMES:
        return "b"
    if head in TIMES:
        return "t"
    if head in _MANNER:
        return "m"
    return "n" if tags[at] in ("NNP", "NNPS") else "o"
