"""Places in a series that change when they are told again: "her third title", "her 13th title"."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator

from paralint.evidence.measures.series import place_in_series
from paralint.evidence.restatements.conflicts import Comparison, Conflict, comparisons, without_repeats
from paralint.evidence.restatements.restatements import Passage
from paralint.evidence.words.closed import words
from paralint.evidence.words.vocabulary import NO_STEM, vocabulary
from paralint.text.document import Document
from paralint.values import NamedTuple

# What is told of in turns: the first half, the second half.
_TURNS = words(
    """
    half halves quarter set round leg day game goal try period session stage test lap week place part phase person
    one name attempt inning question year month century floor street avenue
    """
)
_ALMOST_EQUAL = 0.8


class Ordinal(NamedTuple):
    """A place in a series: its token and its number."""

    token: int
    value: int


def ordinals(document: Document) -> tuple[Conflict, ...]:
    """Return the places in a series that change in a restatement (a layer: see ``Document.derive``)."""
    known = document.derive(_known)
    if len({each.value for each in known}) < 2:
        return ()
    return without_repeats(
        conflict for comparison in document.derive(comparisons) for conflict in _compare(document, comparison, known)
    )


def _known(document: Document) -> tuple[Ordinal, ...]:
    found = [
        Ordinal(place, value)
        for lower, kinds in document.by_lower.items()
        if (value := place_in_series(lower))
        for kind in kinds
        for place in document.places[kind]
    ]
    return tuple(sorted(found))


def _compare(document: Document, comparison: Comparison, known: tuple[Ordinal, ...]) -> Iterator[Conflict]:
    """Compare the one ordinal of each passage that the other passage does not have, before one and the same word."""
    before, after = (_inside(known, passage) for passage in (comparison.pair.first, comparison.pair.second))
    left = [one for one in before if all(one.value != other.value for other in after)]
    right = [other for other in after if all(other.value != one.value for one in before)]
    if len(left) != 1 or len(right) != 1:
        return
    one, other = left[0].token, right[0].token
    if _same_place(document, comparison, one, other):
        tokens = document.tokens
        spans = tokens.span(other, other + 1), tokens.span(one, one + 1)
        yield Conflict("quantity", *spans, comparison.pair.score, document.quote(tokens.span(other + 1, other + 2)))


def _inside(known: tuple[Ordinal, ...], passage: Passage) -> list[Ordinal]:
    first, last = (bisect_left(known, (edge, 0)) for edge in (passage.first, passage.last))
    return list(known[first:last])


def _same_place(document: Document, comparison: Comparison, one: int, other: int) -> bool:
    word = document.tokens.word
    first, second = comparison.pair.first, comparison.pair.second
    if one + 1 >= first.last or other + 1 >= second.last or word(one - 1).lower != word(other - 1).lower:
        return False
    follower = word(one + 1).lower
    if follower != word(other + 1).lower:
        return False
    if document.derive(vocabulary).stems[one + 1] == NO_STEM and not follower.isalpha():
        return False
    return comparison.pair.score >= _ALMOST_EQUAL or follower not in _TURNS
