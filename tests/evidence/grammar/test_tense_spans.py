from __future__ import annotations

import pytest

from paralint.evidence.grammar.tense_spans import slips
from paralint.text.read import document


def found(text: str) -> list[tuple[str, str]]:
    parsed = document("t.txt", text)
    return [(each.kind, parsed.quote(parsed.tokens.span(each.first, each.last + 1))) for each in slips(parsed)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Mrs Bell, who collects the tolls for 14 years, is ill.", [("tense-span", "collects")]),
        ("He is working for the railway since he left school.", [("tense-span", "is working")]),
        ("Until the mill closed in 2009, it makes rope.", [("tense-span", "makes")]),
        ("After he leaves the army in 1990, he became a driver.", [("tense-span", "leaves")]),
    ],
)
def test_what_is_wrong_is_found(text: str, expected: list[tuple[str, str]]) -> None:
    assert found(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Mrs Bell has collected the tolls for 14 years.",
        "The ban lasts for two years, and until the mill closed it made rope.",
        "The claims cover the 30 months since he took office.",
        "It is the third time since May that he is late.",
    ],
)
def test_sound_sentences_are_left_alone(text: str) -> None:
    assert found(text) == []
