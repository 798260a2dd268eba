"""Figures that are easily taken for one another: fourteen and forty, 11 minutes and 11 hours, 1.2 and 12.

The kind of a figure is the value of its ``Measure``, or the name of a part of a date; a time of day is told in minutes,
a length of time in days.
"""

from __future__ import annotations

from itertools import pairwise

from paralint.evidence.measures.units import TIME_UNITS, Measure
from paralint.evidence.words.closed import words

_TEENS = range(13, 20)
_SCALES = (10.0, 1e3, 1e6)
_HALF_A_DAY = 720  # minutes
_EXACTLY = 1e-3
_MISTYPED = frozenset(("day", "year", Measure.COUNT.value, Measure.MONEY.value, Measure.PERCENT.value))
_DATE = words("weekday month day year")


def is_turned(kind: str, value: float, other: float) -> bool:
    """Whether two figures are one with its digits, its half of the day, its unit or its point changed."""
    if kind == Measure.CLOCK.value:
        return abs(value - other) == _HALF_A_DAY
    if kind in ("weekday", "month") or not value or not other:
        return False
    if kind == Measure.DURATION.value and _in_another_unit(value, other):
        return True
    low, high = sorted((value, other))
    if kind not in _DATE and any(abs(high / low / scale - 1) < _EXACTLY for scale in _SCALES):
        return True
    if kind == Measure.DURATION.value:
        return _sounds_alike(low, high) or any(_has_its_digits(low / size, high / size) for size in TIME_UNITS.values())
    return (low in _TEENS and high == 10 * (low - 10)) or _has_its_digits(low, high)


def _has_its_digits(low: float, high: float) -> bool:
    """Whether two whole numbers have the same digits in another order."""
    digits = [f"{each:.0f}" for each in (low, high) if abs(each - round(each)) < _EXACTLY]
    return len(digits) == 2 and len(digits[0]) == len(digits[1]) > 1 and sorted(digits[0]) == sorted(digits[1])


def _sounds_alike(low: float, high: float) -> bool:
    """Whether two figures, or two times in one unit, are fourteen and forty or the like."""
    return any(
        abs(low / size - teen) < _EXACTLY and abs(high / size - 10 * (teen - 10)) < _EXACTLY
        for size in {1.0, *TIME_UNITS.values()}
        for teen in _TEENS
    )


def _in_another_unit(value: float, other: float) -> bool:
    """Whether two lengths of time are one whole number of two units that follow each other: 11 minutes, 11 hours."""
    low, high = sorted((value, other))
    sizes = sorted(set(TIME_UNITS.values()))
    for smaller, larger in pairwise(sizes):
        count = low / smaller
        if abs(high / larger - count) < _EXACTLY * count and abs(count - round(count)) < _EXACTLY * count:
            return True
    return False


def differs_by_a_digit(kind: str, value: float, other: float) -> bool:
    """Whether two whole numbers of two digits or more are one but for a digit: August 26, August 29."""
    if kind not in _MISTYPED:
        return False
    digits = [f"{each:.0f}".rstrip("0") for each in (value, other) if each == int(each)]
    if len(digits) < 2 or len(digits[0]) != len(digits[1]) or len(digits[0]) < 2:
        return False
    return sum(one != two for one, two in zip(digits[0], digits[1], strict=True)) == 1
