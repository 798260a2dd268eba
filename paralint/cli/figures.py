"""``paralint inspect FILE --figures``: every figure and date of a document, by what it measures; no verdict."""

from __future__ import annotations

from collections.abc import Iterator

from paralint.evidence.measures.quantities import Quantity, quantities
from paralint.evidence.measures.times import WEEKDAYS, Moment, moments
from paralint.evidence.measures.units import Measure
from paralint.text.document import Document
from paralint.text.lines import LineIndex

_AROUND = 3  # words shown before and behind a figure
_BASE_UNITS = {
    Measure.DURATION: "days", Measure.AGE: "days", Measure.LENGTH: "metres", Measure.MASS: "kilograms",
    Measure.AREA: "square metres", Measure.CLOCK: "minutes", Measure.PERCENT: "%",
}  # fmt: skip
_DAYS = {number: name.capitalize() for name, number in reversed(WEEKDAYS.items())}


def ledger(document: Document) -> Iterator[str]:
    """Yield the lines to print: for each measure its figures, the smallest first, then the dates in text order."""
    by_measure: dict[Measure, list[Quantity]] = {}
    for quantity in document.derive(quantities):
        by_measure.setdefault(quantity.measure, []).append(quantity)
    tables: list[tuple[str, list[tuple[str, int, int]]]] = []
    for measure in Measure:
        found = sorted(by_measure.get(measure, ()), key=lambda each: (each.unit, each.value, each.first))
        tables.append((str(measure.value), [(_value(each), each.hedged, each.last) for each in found]))
    dates = document.derive(moments)
    tables.append(("date", [(_date(moment), moment.bounded, moment.last) for moment in dates]))
    lines = LineIndex(document.text)
    for title, entries in tables:
        if not entries:
            continue
        yield f"{title} ({len(entries)})"
        rows = [
            (str(lines.location(document.tokens.starts[first])[0]), value, _around(document, first, last))
            for value, first, last in entries
        ]
        widths = [max(len(row[column]) for row in rows) for column in (0, 1)]
        yield from (f"  line {row:>{widths[0]}}  {value:<{widths[1]}}  {words}" for row, value, words in rows)
        yield ""


def _value(quantity: Quantity) -> str:
    """Return the value in the measure's base unit, with its hedge."""
    if quantity.measure is Measure.CLOCK:
        return f"{int(quantity.value) // 60:02}:{int(quantity.value) % 60:02}"
    base = quantity.unit if quantity.measure is Measure.MONEY else _BASE_UNITS.get(quantity.measure, "")
    number = f"{quantity.value:,.10g}" if quantity.exact else f"{quantity.low:,.10g} to {quantity.high:,.10g}"
    return " ".join(filter(None, (quantity.hedge.value, number, base)))


def _date(moment: Moment) -> str:
    parts = [
        moment.bound.value,
        moment.part,
        _DAYS.get(-1 if moment.weekday is None else moment.weekday, ""),
        "-".join(
            "?" * width if value is None else f"{value:0{width}}"
            for value, width in ((moment.year, 4), (moment.month, 2), (moment.day, 2))
        )
        if moment.year or moment.month or moment.day
        else "",
    ]
    return " ".join(filter(None, parts))


def _around(document: Document, first: int, last: int) -> str:
    """Return the figure, in brackets, among the words of its sentence."""
    tokens = document.tokens
    begin, end = tokens.sentences[document.sentence_of(first)], tokens.sentences[document.sentence_of(first) + 1]
    begin, end = max(begin, first - _AROUND), max(last, min(end, last + _AROUND))

    def quote(start: int, stop: int) -> str:
        return " ".join(document.quote(tokens.span(start, stop)).split()) if start < stop else ""

    return " ".join(filter(None, (quote(begin, first), f"[{quote(first, last)}]", quote(last, end))))
