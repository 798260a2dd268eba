from __future__ import annotations

import pytest
from support import quoted_slips

from paralint.evidence.grammar.attributes import slips


def found(text: str) -> list[str]:
    return quoted_slips(slips, text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The car, driving by a student, hit a tree.", ["driving by"]),
        ("The goods importing from China last year are taxed.", ["importing from"]),
        ("The law, drafting in secret, was published on Friday.", ["drafting in"]),
        ("The woman, identifying as Ms Bell, is 50.", ["identifying as"]),
    ],
)
def test_what_is_wrong_is_found(text: str, expected: list[str]) -> None:
    assert found(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The car, driven by a student, hit a tree.",
        "The firm, trading as Bell, is old.",
        "The men working by the river saw it.",
        "The police, acting by the law, were slow.",
    ],
)
def test_sound_sentences_are_left_alone(text: str) -> None:
    assert found(text) == []
