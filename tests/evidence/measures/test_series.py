"""Ordinals in words and in figures, and the days of dates."""

from __future__ import annotations

import pytest

from paralint.evidence.measures.series import day_of_month, ordinal_figure, place_in_series


@pytest.mark.parametrize(
    ("word", "place"),
    [("first", 1), ("twelfth", 12), ("twentieth", 20), ("twenty-second", 22), ("hundredth", 100), ("13th", 13)],
)
def test_places(word: str, place: int) -> None:
    assert place_in_series(word) == place


@pytest.mark.parametrize("word", ["", "one", "firsts", "twenty-one", "13", "0th", "1000th", "th", "13ths"])
def test_what_is_no_ordinal(word: str) -> None:
    assert not place_in_series(word)


def test_figures_alone() -> None:
    assert [ordinal_figure(word) for word in ("1st", "2nd", "103rd", "third")] == [1, 2, 103, 0]


def test_days() -> None:
    assert [day_of_month(word) for word in ("8", "08", "8th", "31", "31st")] == [8, 8, 8, 31, 31]
    assert not any(map(day_of_month, ("0", "00", "32", "32nd", "108", "8.", "eighth", "")))
