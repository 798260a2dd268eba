from __future__ import annotations

import pytest

from paralint.evidence.grammar.series import slips
from paralint.text.read import document


def found(text: str) -> list[tuple[str, str]]:
    parsed = document("t.txt", text)
    return [(each.kind, parsed.quote(parsed.tokens.span(each.first, each.last + 1))) for each in slips(parsed)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The thief broke a window, climbs into the flat and stole two rings.", [("series", "climbs")]),
        ("The yard hopes to hire men, training others and to build a dock.", [("series", "training")]),
    ],
)
def test_what_is_wrong_is_found(text: str, expected: list[tuple[str, str]]) -> None:
    assert found(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The thief broke a window, climbed into the flat and stole two rings.",
        "The thief broke a window, cutting his hand, and stole two rings.",
    ],
)
def test_sound_sentences_are_left_alone(text: str) -> None:
    assert found(text) == []
