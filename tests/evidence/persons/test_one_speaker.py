"""Pronouns of one who speaks, is identified, or is somebody's child."""

from __future__ import annotations

import pytest

from paralint.evidence.persons.person_gender import gender_conflicts
from paralint.text.read import document


@pytest.mark.parametrize(
    "text",
    [
        "The firm's director, Bogdana Blom, said that his lamps saved lives, and that she had bought one.",
        "Captain Blom, 54, the daughter of a fisherman starts on Monday. In a letter, he promised to pay them.",
    ],
)
def test_what_does_not_fit(text: str) -> None:
    assert gender_conflicts(document("x.txt", text))


@pytest.mark.parametrize(
    "text",
    [
        "Abel Foss makes lamps in Lund.\n\nBogdana Blom said that she had asked him twice, and that he had sold one.",
        "The firm's director, Bogdana Blom, said that her lamps saved lives, and that she had bought one.",
        "Captain Blom, 54, the daughter of a fisherman starts on Monday. In a letter, she promised to pay them.",
        "Abel Foss makes lamps. Bogdana Blom said that his lamps saved lives, and that she had bought one from him.",
    ],
)
def test_what_fits(text: str) -> None:
    assert not gender_conflicts(document("x.txt", text))
