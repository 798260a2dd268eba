"""Figures that nothing of their kind can have."""

from __future__ import annotations

import pytest

from paralint.evidence.figures.bounds import impossible_measures
from paralint.text.read import document


@pytest.mark.parametrize(
    "text",
    [
        "The trains stood on the viaduct, up to 18 kilometres above the street.",
        "The journey takes 25 hours by metro.",
        "He works 26 hours a day.",
        "Waves of up to 300 metres hit the pier.",
        "The baby weighed 3,200 kilograms.",
        "The bus carrying 4,000 pupils overturned.",
        "Turnout was 121 per cent.",
        "A coffee costs $3 million there.",
        "He scored from 30 miles.",
    ],
)
def test_what_is_beyond_all_bounds(text: str) -> None:
    assert impossible_measures(document("x.txt", text))


@pytest.mark.parametrize(
    "text",
    [
        "The plane flew 11 kilometres above the ground; the tower is 828 metres high.",
        "They work 60 hours a week and 12 hours a day, two weeks a year.",
        "The ship carrying 6,000 passengers left. 100 per cent of voters agreed.",
        "The country of 1.4 billion people has 30 cities of 10 million.",
        "Sales fell by 90 percent. A loaf costs $3. Profits fell by 140 per cent.",
    ],
)
def test_what_there_has_been(text: str) -> None:
    assert not impossible_measures(document("x.txt", text))
