"""Fractions that two figures of a sentence refute: "7 million, more than a quarter of what B spends, 30 million"."""

from __future__ import annotations

from collections.abc import Iterator

from paralint.evidence.measures.quantities import Quantity, quantities
from paralint.evidence.measures.units import Measure
from paralint.evidence.restatements.conflicts import Conflict
from paralint.text.document import Document

_FRACTIONS = {"half": 2, "third": 3, "quarter": 4, "fifth": 5, "sixth": 6, "eighth": 8, "tenth": 10}
_SLACK = 1.05  # what rounding may do to a quotient
_OF = frozenset(("of", "what", "that", "the"))


def wrong_fractions(document: Document) -> tuple[Conflict, ...]:
    """Return "more than a quarter of" and the like between two figures that say the opposite (a layer)."""
    lowers = document.by_lower
    if "than" not in lowers or lowers.keys().isdisjoint(_FRACTIONS):
        return ()
    return tuple(
        conflict
        for fraction, parts in _FRACTIONS.items()
        for kind in lowers.get(fraction, ())
        for place in document.places[kind]
        for conflict in _refuted(document, place, parts)
    )


def _refuted(document: Document, place: int, parts: int) -> Iterator[Conflict]:
    word = document.tokens.word
    if place < 3 or word(place - 2).lower != "than" or word(place - 1).lower not in ("a", "one"):
        return
    more = {"more": True, "less": False, "fewer": False}.get(word(place - 3).lower)
    if more is None or place + 1 >= len(document.tokens) or word(place + 1).lower not in _OF:
        return
    number = document.sentence_of(place)
    first, last = document.tokens.sentences[number], document.tokens.sentences[number + 1]
    inside = [
        each
        for each in document.derive(quantities)
        if first <= each.first < last and each.measure in (Measure.MONEY, Measure.LENGTH, Measure.MASS, Measure.AREA)
    ]
    before = [each for each in inside if each.last <= place]
    behind = [each for each in inside if each.first > place and _same_unit(before, each)]
    if not behind and len(before) == 1:
        behind = _told_before(document, first, before[0])
    if len(behind) != 1:
        return
    of_unit = [each for each in before if each.unit == behind[0].unit]
    if len(of_unit) != 1 or behind[0].value <= 0:
        return
    quotient = of_unit[0].value / behind[0].value * parts
    if quotient * _SLACK < 1 if more else quotient > _SLACK:
        tokens = document.tokens
        here = tokens.span(place - 3, place + 1)
        yield Conflict("fraction", here, tokens.span(behind[0].first, behind[0].last), 1.0)


def _told_before(document: Document, first: int, part: Quantity) -> list[Quantity]:
    """Return the figures of the unit of a part that the paragraph has told before: "cost 190 francs … of the bill"."""
    block = document.tokens.blocks[document.block_of(first)]
    return [
        each
        for each in document.derive(quantities)
        if block <= each.first < first and each.measure is part.measure and each.unit == part.unit
    ]


def _same_unit(before: list[Quantity], other: Quantity) -> bool:
    return any(each.unit == other.unit and each.measure is other.measure for each in before)
