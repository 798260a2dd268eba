"""Finite verbs for which a stretch of a sentence has no clause."""

from __future__ import annotations

import pytest
from support import quoted_slips

from paralint.evidence.grammar.surplus_verbs import slips


def found(text: str) -> list[str]:
    return quoted_slips(slips, text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The firm bought the mill was empty.", ["mill was"]),
        ("The council has approved a bill would raise the rent.", ["bill would"]),
        ("It is a machine can name people by their faces.", ["machine can"]),
    ],
)
def test_a_verb_too_many_is_found(text: str, expected: list[str]) -> None:
    assert found(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The firm bought the mill that was empty.",
        "The mill the firm bought was empty.",
        "The bread he ate in the town was old.",
        "He says the mill was empty.",
        "He left the day the mill was sold.",
        "They sold it because the mill was empty.",
        "She is sure the machine can name him.",
        "It was the worst winter their town had seen.",
        "He speaks in plain words people can understand.",
        "The reason that he chose the small mill was the river.",
        "He will lose his unemployment benefits the last week of the year.",
    ],
)
def test_clauses_that_have_a_verb_each_are_left_alone(text: str) -> None:
    assert found(text) == []
