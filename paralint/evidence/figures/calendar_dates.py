"""Weekdays against the dates beside them: with a year by the calendar, without one by the other dates of the text."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from paralint.evidence.measures.times import Moment, moments
from paralint.evidence.restatements.conflicts import Conflict
from paralint.text.document import Document

_NAMES = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_LENGTHS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def wrong_weekdays(document: Document) -> tuple[Conflict, ...]:
    """Return the weekdays that do not go with their dates (a layer: see ``Document.derive``)."""
    dated = [moment for moment in _joined(document, document.derive(moments)) if _is_dated(moment)]
    return (*_by_calendar(document, dated), *_by_each_other(document, dated)) if dated else ()


def _joined(document: Document, found: tuple[Moment, ...]) -> Iterator[Moment]:
    """Yield the points in time, a weekday joined with the date behind it: "Monday, 14 March"."""
    weekday: Moment | None = None
    word = document.tokens.word
    for moment in found:
        between = [word(token).lower for token in range(weekday.last, moment.first)] if weekday else []
        if weekday and moment.weekday is None and (moment.first == weekday.last or between in ([","], ["the"])):
            yield moment._replace(first=weekday.first, weekday=weekday.weekday)
        elif moment.weekday is not None and moment.day is not None:
            yield moment
        weekday = moment if moment.weekday is not None and moment.day is None and moment.month is None else None


def _is_dated(moment: Moment) -> bool:
    return moment.weekday is not None and moment.day is not None and moment.month is not None


def _by_calendar(document: Document, dated: list[Moment]) -> Iterator[Conflict]:
    from datetime import date  # few texts have a date with its year

    for moment in dated:
        if moment.year is None or moment.year < 1800:
            continue
        assert moment.month is not None
        assert moment.day is not None
        try:
            weekday = date(moment.year, moment.month, moment.day).weekday()
        except ValueError:
            continue
        if weekday != moment.weekday:
            whole = document.tokens.span(moment.first, moment.last)
            reason = f"that date was a {_NAMES[weekday]}"
            yield Conflict("calendar", document.tokens.span(moment.first, moment.first + 1), whole, 1.0, reason)


def _by_each_other(document: Document, dated: list[Moment]) -> Iterator[Conflict]:
    """Yield the weekday that does not go with the other weekdays and dates without a year; February's end aside."""
    without = [moment for moment in dated if moment.year is None]
    if len(without) < 2:
        return
    # Dates on either side of the end of February, or of New Year, may belong to other years.
    shifts = [(_shift(moment), moment) for moment in without]
    groups = {(moment.month or 0) > 2 for moment in without}
    if len(groups) > 1:
        return
    counts = Counter(shift for shift, _ in shifts)
    if len(without) == len(counts) == 2 and _are_near(document, *without):
        counts[shifts[0][0]] += 1  # the first of two dates of one story is taken for right
    usual, often = min(counts.items(), key=lambda item: (-item[1], item[0]))
    if often < 2 or len(counts) != 2:
        return
    first = next(moment for shift, moment in shifts if shift == usual)
    odd = [moment for shift, moment in shifts if shift != usual]
    if len(odd) == 1:
        (moment,) = odd
        due = _NAMES[((moment.weekday or 0) + usual - _shift(moment)) % 7]
        other = document.tokens.span(first.first, first.last)
        here = document.tokens.span(moment.first, moment.first + 1)
        yield Conflict("calendar", here, other, 1.0, f"by '{document.quote(other)}' it is a {due}")


def _are_near(document: Document, one: Moment, other: Moment) -> bool:
    """Whether two dates of one paragraph are dates of one month: one week, or the next, of one year."""
    return document.block_of(one.first) == document.block_of(other.first) and one.month == other.month


def _shift(moment: Moment) -> int:
    assert moment.month is not None
    assert moment.day is not None
    assert moment.weekday is not None
    return (moment.weekday - sum(_LENGTHS[: moment.month - 1]) - moment.day) % 7
