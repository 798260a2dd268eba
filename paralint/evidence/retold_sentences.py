"""Sentences that tell again, in other words, what the sentence right before them in their paragraph tells.

Words alone do not show it: a paraphraser changes nearly all of them ("She kept the letter for two weeks before she
replied. Only after two weeks did she answer it."). But a writer who goes on has something new to say, and hardly ever
names the same figure, date or length of time in two sentences on end without another one. So what the two must share
is such an anchor, the second sentence must have none of its own, and enough of its other words must stand for words of
the first; without an anchor nearly all of them must.
"""

from __future__ import annotations

from bisect import bisect_left
from functools import lru_cache
from itertools import pairwise

from paralint.evidence.quantities import TIME_UNITS, Measure, Quantity, quantities
from paralint.evidence.quotations import quotations
from paralint.evidence.restatements import Passage, Restatement
from paralint.evidence.thesaurus import related
from paralint.evidence.times import moments
from paralint.evidence.titles import words
from paralint.evidence.transcripts import transcripts
from paralint.evidence.vocabulary import NO_STEM, stem, vocabulary
from paralint.text.document import Document
from paralint.text.morphology import lemma
from paralint.text.words import TokenKind

_ANCHORED = 0.4  # share of the weight of the second sentence that the first must have, where they share an anchor
_COUNTED = 0.6  # the same where the anchor is a plain number, which may be one of anything
_ALONE = 0.85  # the same where they share none
_NAMED = 0.75  # the same where they share two words of names or more, and the second has no other
_SHORT, _OF_SHORT = 3, 0.75  # content words of a sentence that hardly says anything, and the share that it takes
_FEWEST = 2  # content words of the second sentence
_FEWEST_ALONE = 5
_SYNONYM = 0.8  # what a synonym is worth of the word itself
_SMALL = 2.0  # counts up to this much are pronouns rather than figures: one of them, the two
_FEWEST_NAMES = 2
_SERIES = words("first second third")  # the First World War
# Words that say that something else is told now.
_GOES_ON = words("but however also another other others yet still meanwhile instead again too although though while")


def retold_sentences(document: Document) -> tuple[Restatement, ...]:
    """Return the pairs of sentences of one paragraph of which the second tells the first again (a layer)."""
    inside = document.derive(quotations).inside
    spoken = document.derive(transcripts)
    anchors = document.derive(_anchors)
    places = sorted(anchors)
    found = []
    for one, other in pairwise(document.sentences):
        if one.block != other.block or one.block in spoken or any(inside[other.first : other.last]):
            continue
        earlier, later = Passage(one.first, one.last), Passage(other.first, other.last)
        before, after = (_within(anchors, places, passage) for passage in (earlier, later))
        if after - before or _goes_on(document, later):
            continue
        least = _NAMED if _same_names(document, earlier, later) else _ALONE
        if after:
            least = _COUNTED if {kind for kind, _ in after} == {Measure.COUNT.value} else _ANCHORED
        share, size = _told(document, earlier, later)
        if size >= (_FEWEST if after else _FEWEST_ALONE) and share >= max(least, _OF_SHORT if size <= _SHORT else 0.0):
            found.append(Restatement(earlier, later, share, 0, False))
    return tuple(found)


def _within(
    anchors: dict[int, frozenset[tuple[str, float]]], places: list[int], passage: Passage
) -> set[tuple[str, float]]:
    inside = places[bisect_left(places, passage.first) : bisect_left(places, passage.last)]
    return {anchor for place in inside for anchor in anchors[place]}


def _anchors(document: Document) -> dict[int, frozenset[tuple[str, float]]]:
    """Return the figures, lengths of time and dates of a document by their first token (a layer)."""
    found: dict[int, set[tuple[str, float]]] = {}
    for quantity in document.derive(quantities):
        if quantity.measure is Measure.RATIO or (quantity.first and _in_name(document, quantity)):
            continue
        if quantity.unit or quantity.value > _SMALL:
            found.setdefault(quantity.first, set()).add((quantity.measure.value, round(quantity.value, 4)))
    for moment in document.derive(moments):
        found.setdefault(moment.first, set()).update((name, float(value)) for name, value in moment.fields.items())
    word = document.tokens.word
    for unit, days in TIME_UNITS.items():
        for kind in document.by_lower.get(unit, ()):
            for place in document.places[kind]:
                if place and word(place - 1).lower in ("a", "an"):
                    found.setdefault(place, set()).add((Measure.DURATION.value, round(days, 4)))
    return {place: frozenset(anchors) for place, anchors in found.items()}


def _in_name(document: Document, quantity: Quantity) -> bool:
    """Whether a number is part of a name: Flight 714."""
    before = document.tokens.word(quantity.first - 1)
    named = before.capital and before.kind is TokenKind.WORD and (before.form.isupper() or not quantity.nouns)
    return named and quantity.measure is Measure.COUNT


def _same_names(document: Document, earlier: Passage, later: Passage) -> bool:
    word = document.tokens.word
    theirs = {word(token).lower for token in range(*earlier) if word(token).capital}
    own = {word(token).lower for token in range(later.first + 1, later.last) if word(token).capital} - _SERIES
    return len(own) >= _FEWEST_NAMES and own <= theirs


def _goes_on(document: Document, passage: Passage) -> bool:
    word = document.tokens.word
    return any(word(token).lower in _GOES_ON or word(token).form == "?" for token in range(*passage))


def _told(document: Document, earlier: Passage, later: Passage) -> tuple[float, int]:
    """Return the share of what the later sentence says that the earlier one says, hedges apart, and its words.

    The anchors of the later one are all in the earlier one, in one wording or another (a week, seven days).
    """
    vocables = document.derive(vocabulary)
    stems, weights = vocables.stems, vocables.weights
    hedges = {token for each in _hedged(document, later) for token in range(each.hedged, each.first)}
    content = [token for token in range(*later) if stems[token] != NO_STEM and token not in hedges]
    anchors = document.derive(_anchors).keys()
    anchored = anchors | {
        token for each in _hedged(document, later) if each.first in anchors for token in range(each.first, each.last)
    }
    word = document.tokens.word
    known = {_roots(word(token).lower) for token in range(*earlier) if stems[token] != NO_STEM}
    if not known or not content:
        return 0.0, 0
    total = told = 0.0
    for token in content:
        weight = weights[stems[token]]
        roots = _roots(word(token).lower)
        total += weight
        if token in anchored or any(roots & other for other in known):
            told += weight
        elif word(token).kind is TokenKind.WORD and any(related(a, b) for other in known for a in roots for b in other):
            told += _SYNONYM * weight
    return told / total, len(content)


def _hedged(document: Document, passage: Passage) -> list[Quantity]:
    return [each for each in document.derive(quantities) if passage.first <= each.first < passage.last]


@lru_cache(maxsize=1 << 14)
def _roots(lower: str) -> frozenset[str]:
    """Return the stems of a word and of the verb that it may be a form of: built, build."""
    return frozenset((stem(lower), stem(lemma(lower, "VBD")), stem(lemma(lower, "VBN"))))
