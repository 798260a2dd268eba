"""One figure of two opposite changes: "copper fell 1.2 per cent … copper climbed by 1.2 per cent"."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from paralint.evidence.figures.changes import FALLING, RISING
from paralint.evidence.measures.quantities import Quantity, quantities
from paralint.evidence.measures.times import moments
from paralint.evidence.measures.units import Measure
from paralint.evidence.restatements.conflicts import Conflict
from paralint.evidence.words.closed import words
from paralint.evidence.words.vocabulary import NO_STEM, vocabulary
from paralint.text.document import Document
from paralint.values import NamedTuple

_WAYS = (
    (
        RISING | words("up raised raise raises higher added add adds boosted strengthened advanced"),
        FALLING | words("down lost lose loses losing lower cut cuts shed sheds weakened reduced slipped"),
    ),
    (words("cost costs costing spend spends spent"), words("save saves saved saving savings")),
    (
        words("earn earns earned earning profit profits surplus made gained"),
        words("lost lose loses losing loss losses deficit"),
    ),
)
_KEYS = {
    word: (number, way)
    for number, pair in reversed(list(enumerate(_WAYS)))
    for way, side in zip((True, False), pair, strict=True)
    for word in side
}
_MEASURES = frozenset((Measure.PERCENT, Measure.MONEY))
_TURNED = words("not n't n’t never no before instead while whereas or against respectively compared from")
_REACH = 4  # tokens between the word of change and its figure
_COMMON = 1.0  # per cent, which is a rise here and a fall there by chance
_APART = 1  # paragraphs from one to the other
_TELLING, _SHARED = 2, 2  # least weight of a word that tells of what the two are, and how many of them they share


class _Change(NamedTuple):
    """A figure with the word that says which way it goes."""

    word: int
    figure: Quantity
    pair: int
    way: bool


def contrary_changes(document: Document) -> Iterator[Conflict]:
    """Yield the figures that are told of two opposite changes of one thing."""
    told: defaultdict[tuple[float, str, int], list[_Change]] = defaultdict(list)
    for figure in document.derive(quantities):
        change = _change(document, figure) if figure.measure in _MEASURES else None
        if change is not None:
            told[figure.value, figure.measure.value, change.pair].append(change)
    reported: set[int] = set()
    for changes in told.values():
        for index, other in enumerate(changes):
            one = next((each for each in changes[:index] if _contrary(document, each, other)), None)
            if one is not None and other.word not in reported:
                reported.add(other.word)
                here, there = (_span(document, each) for each in (other, one))
                spans = document.tokens.span(*here), document.tokens.span(*there)
                yield Conflict("deed", spans[0], spans[1], 1.0, "one figure cannot be of both")


def _span(document: Document, change: _Change) -> tuple[int, int]:
    return min(change.word, change.figure.first), max(change.word + 1, change.figure.last)


def _change(document: Document, figure: Quantity) -> _Change | None:
    """Return the change that a figure is of: "fell 1.2 per cent", "a loss of 6 million", "6 per cent higher"."""
    lowers = document.lowers
    number = document.sentence_of(figure.first)
    begin, end = document.tokens.sentences[number], document.tokens.sentences[number + 1]
    before = range(figure.first - 1, max(begin, figure.first - 1 - _REACH) - 1, -1)
    for word in (*before, *range(figure.last, min(end, figure.last + 1))):
        if lowers[word] in _KEYS:
            return _Change(word, figure, *_KEYS[lowers[word]])
        if word < figure.first and (lowers[word] in _TURNED or not lowers[word][0].isalnum()):
            return None
    return None


def _times(document: Document, change: _Change) -> frozenset[tuple[str, int]]:
    """Return the parts of dates that the sentence of a change names."""
    number = document.sentence_of(change.word)
    first, last = document.tokens.sentences[number : number + 2]
    return frozenset(
        part for moment in document.derive(moments) if first <= moment.first < last for part in moment.fields.items()
    )


def _contrary(document: Document, one: _Change, other: _Change) -> bool:
    """Whether two changes go opposite ways, and their paragraphs speak of one thing."""
    if one.way == other.way or document.sentence_of(one.word) == document.sentence_of(other.word):
        return False
    if one.figure.measure is Measure.PERCENT and one.figure.value <= _COMMON:
        return False
    times = [_times(document, each) for each in (one, other)]
    if all(times) and times[0].isdisjoint(times[1]):
        return False
    blocks = [document.block_of(each.word) for each in (one, other)]
    if blocks[1] - blocks[0] > _APART:
        return False
    known, tokens = document.derive(vocabulary), document.tokens
    bounds, units = tokens.blocks, blocks
    if blocks[0] == blocks[1]:
        bounds, units = tokens.sentences, [document.sentence_of(each.word) for each in (one, other)]
    sides = [set(known.stems[bounds[unit] : bounds[unit + 1]]) for unit in units]
    shared = (sides[0] & sides[1]) - {NO_STEM}
    return sum(known.weights[stem] >= _TELLING and known.names[stem].isalpha() for stem in shared) >= _SHARED
