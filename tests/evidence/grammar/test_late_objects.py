from __future__ import annotations

import pytest

from paralint.evidence.grammar.late_objects import slips
from paralint.text.read import document


def found(text: str) -> list[tuple[str, str]]:
    parsed = document("t.txt", text)
    return [(each.kind, parsed.quote(parsed.tokens.span(each.first, each.last + 1))) for each in slips(parsed)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He snatched from a recruit a bunch of keys and ran.", [("late-object", "snatched from a recruit a")]),
        ("The king visited on Tuesday the families of the miners.", [("late-object", "visited on Tuesday the")]),
    ],
)
def test_what_is_wrong_is_found(text: str, expected: list[tuple[str, str]]) -> None:
    assert found(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The dispute turned on a levy of 12 euros a hectare.",
        "They slept in the hall the next night.",
        "He snatched a bunch of keys from a recruit and ran.",
    ],
)
def test_sound_sentences_are_left_alone(text: str) -> None:
    assert found(text) == []
