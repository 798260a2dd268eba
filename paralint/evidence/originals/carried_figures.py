"""Figures and dates that a rewrite has lost, and those that its original does not have.

A figure counts as carried over if it, a rounding of it, or its conversion into another unit stands anywhere in the
other text. Small counts, which prose tells in many ways, and indefinite ones ("hundreds") are left alone.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import accumulate

from paralint.evidence.measures.quantities import Quantity, comparable, quantities
from paralint.evidence.measures.times import Moment, moments
from paralint.evidence.measures.units import Measure
from paralint.evidence.originals.carried import Correspondence, Difference
from paralint.evidence.originals.collation import Collation
from paralint.text.document import Document

_LEAST_COUNT = 3.0
_SHARES = {Measure.RATIO: 100.0, Measure.PERCENT: 1.0}
_NEXT = frozenset(["last", "this", "next", "previous", "following"])
_DAYS = frozenset(["today", "yesterday", "tomorrow", "tonight"])


def figure_differences(collation: Collation, places: Correspondence) -> Iterator[Difference]:
    """Yield the figures that only one of the two texts has."""
    original, rewrite = collation.original, collation.rewrite
    before, after = original.derive(quantities), rewrite.derive(quantities)
    lost = list(_only(original, before, rewrite, after, frozenset(collation.lost)))
    of_block: dict[int | None, list[Quantity]] = {}
    for one in lost:
        of_block.setdefault(original.block_of(one.first), []).append(one)
        yield _lost("lost-figure", collation, places, one.first, one.last)
    for other in _only(rewrite, after, original, before, frozenset(collation.added)):
        difference = _added("added-figure", collation, places, other.first, other.last)
        source = collation.sources[rewrite.block_of(other.first)]
        made_of = [one for one in of_block.get(source, ()) if comparable(one, other)]
        if not difference.other and len(made_of) == 1:
            there = original.tokens.span(made_of[0].first, made_of[0].last)
            difference = difference._replace(there=there, other=original.quote(there))
        yield difference


def date_differences(collation: Collation, places: Correspondence) -> Iterator[Difference]:
    """Yield the dates of which one of the two texts has a part that the other never names."""
    original, rewrite = collation.original, collation.rewrite
    before, after = original.derive(moments), rewrite.derive(moments)
    for one in _dates_only(original, before, rewrite, after, frozenset(collation.lost)):
        yield _lost("lost-date", collation, places, one.first, one.last)
    for other in _dates_only(rewrite, after, original, before, frozenset(collation.added)):
        yield _added("added-date", collation, places, other.first, other.last)


def _lost(kind: str, collation: Collation, places: Correspondence, first: int, last: int) -> Difference:
    there = collation.original.tokens.span(first, last)
    here, instead = places.in_rewrite(first, last)
    other = collation.rewrite.quote(here) if instead else ""
    return Difference(kind, here, there, collation.original.quote(there), other)


def _added(kind: str, collation: Collation, places: Correspondence, first: int, last: int) -> Difference:
    here = collation.rewrite.tokens.span(first, last)
    there, instead = places.in_original(first, last)
    other = collation.original.quote(there) if there is not None and instead else ""
    return Difference(kind, here, there, collation.rewrite.quote(here), other)


def _only(
    text: Document, known: Sequence[Quantity], other: Document, others: Sequence[Quantity], untold: frozenset[int]
) -> Iterator[Quantity]:
    """Yield the quantities of a text, each value once, that the other text does not have in any form."""
    forms = {part for form in other.by_lower for part in (form, *form.split("-"))}
    by_digits = {quantity.digits for quantity in others} | {quantity.value for quantity in others}
    intervals = _Intervals(others)
    shares = [_SHARES[quantity.measure] * quantity.value for quantity in others if quantity.measure in _SHARES]
    seen: set[tuple[Measure, str, float]] = set()
    for quantity in known:
        key = (quantity.measure, quantity.unit, quantity.value)
        if key in seen or not quantity.exact or text.block_of(quantity.first) in untold:
            continue
        seen.add(key)
        if quantity.measure is Measure.COUNT and quantity.value < _LEAST_COUNT:
            continue
        if quantity.digits in by_digits or quantity.value in by_digits or _stands_in(forms, text, quantity):
            continue
        if intervals.meet(quantity):
            continue
        share = _SHARES.get(quantity.measure)
        if share is not None and any(abs(share * quantity.value - each) <= 0.02 * each + 0.5 for each in shares):
            continue
        yield quantity


class _Intervals:
    """The intervals of quantities by what they measure, to ask quickly whether one of them meets another."""

    def __init__(self, others: Sequence[Quantity]) -> None:
        by_unit: dict[tuple[Measure, str], list[Quantity]] = {}
        for quantity in others:
            by_unit.setdefault((quantity.measure, quantity.unit), []).append(quantity)
        self._units: dict[Measure, list[tuple[Quantity, list[float], list[float]]]] = {}
        for (measure, _), found in by_unit.items():
            found.sort(key=lambda quantity: quantity.low)
            highs = list(accumulate((quantity.high for quantity in found), max))
            self._units.setdefault(measure, []).append((found[0], [quantity.low for quantity in found], highs))

    def meet(self, quantity: Quantity) -> bool:
        """Whether some quantity may be the same, within a hundredth where its unit has to be converted."""
        for example, lows, highs in self._units.get(quantity.measure, ()):
            if comparable(quantity, example):
                slack = 0.01 * abs(quantity.value) if quantity.unit != example.unit else 1e-9
                below = bisect_right(lows, quantity.high + slack)
                if below and highs[below - 1] >= quantity.low - slack:
                    return True
        return False


def _stands_in(forms: set[str], text: Document, quantity: Quantity) -> bool:
    """Whether every figure of a quantity stands in the other text, whatever it measures there."""
    words = [text.tokens.word(token).lower for token in range(quantity.first, quantity.last)]
    figures = [word for word in words if word[0].isdecimal()]
    return bool(figures) and all(part in forms for word in figures for part in word.split("-") if part[:1].isdecimal())


def _dates_only(
    text: Document, known: Sequence[Moment], other: Document, others: Sequence[Moment], untold: frozenset[int]
) -> Iterator[Moment]:
    named: dict[str, set[int]] = {}
    for moment in others:
        for name, value in moment.fields.items():
            named.setdefault(name, set()).add(value)
    forms = other.by_lower
    relative = {"year": "year" in forms and not _NEXT.isdisjoint(forms), "weekday": not _DAYS.isdisjoint(forms)}
    relative["month"] = "month" in forms and not _NEXT.isdisjoint(forms)
    seen: set[tuple[str, int]] = set()
    for moment in known:
        if text.block_of(moment.first) in untold:
            continue
        for name, value in moment.fields.items():
            if value in named.get(name, ()) or relative.get(name) or str(value) in forms or (name, value) in seen:
                continue
            seen.add((name, value))
            yield moment
            break
