"""Figures that are easily taken for one another."""

from __future__ import annotations

import pytest

from paralint.evidence.measures.mistakable import differs_by_a_digit, is_turned
from paralint.evidence.measures.units import Measure

HOUR, MINUTE = 1 / 24, 1 / 1440
COUNT, CLOCK, DURATION = Measure.COUNT.value, Measure.CLOCK.value, Measure.DURATION.value


@pytest.mark.parametrize(
    ("kind", "value", "other"),
    [
        (COUNT, 14, 40),
        (COUNT, 312, 231),
        (COUNT, 1.2, 12),
        (COUNT, 3e6, 3e9),
        (CLOCK, 7 * 60 + 15, 19 * 60 + 15),
        (DURATION, 11 * HOUR, 11),
        (DURATION, 13 * MINUTE, 30 * MINUTE),
        (DURATION, 12 * HOUR, 21 * HOUR),
        ("year", 1936, 1963),
        ("day", 13, 30),
    ],
)
def test_figures_that_are_taken_for_each_other(kind: str, value: float, other: float) -> None:
    assert is_turned(kind, value, other)
    assert is_turned(kind, other, value)


@pytest.mark.parametrize(
    ("kind", "value", "other"),
    [
        (COUNT, 14, 43),
        (COUNT, 312, 313),
        (COUNT, 5, 5.5),
        (COUNT, 0, 10),
        (CLOCK, 7 * 60, 8 * 60),
        (DURATION, 11 * HOUR, 12),
        ("day", 1, 10),
        ("month", 1, 10),
        ("weekday", 2, 5),
    ],
)
def test_figures_that_are_just_others(kind: str, value: float, other: float) -> None:
    assert not is_turned(kind, value, other)


def test_one_digit() -> None:
    assert differs_by_a_digit("day", 26, 29)
    assert differs_by_a_digit(COUNT, 1936, 1946)
    assert not differs_by_a_digit("day", 2, 9), "of one digit nothing is left"
    assert not differs_by_a_digit(CLOCK, 26, 29), "a time of day has no digits of its own"
