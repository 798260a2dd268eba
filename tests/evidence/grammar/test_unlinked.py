"""Second verbs that nothing joins, and verbs that lost their ending."""

from __future__ import annotations

import pytest

from paralint.evidence.grammar.unlinked import slips
from paralint.text.read import document


def found(text: str) -> list[tuple[str, str]]:
    parsed = document("t.txt", text)
    return [(each.kind, parsed.quote(parsed.tokens.span(each.first, each.last + 1))) for each in slips(parsed)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The firm has reported a rise in profit, topped market forecasts.", [("unlinked", ", topped")]),
        ("The river left its bed in May, took two barns with it.", [("unlinked", ", took")]),
        ("The world record stand at 46.78 seconds and belongs to Kevin.", [("endless", "record stand")]),
        ("The rule state that the town can borrow only to invest.", [("endless", "rule state")]),
    ],
)
def test_what_is_wrong_is_found(text: str, expected: list[tuple[str, str]]) -> None:
    assert found(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The firm reported a rise, topping all forecasts.",
        "He bought a flat in the old town, painted white by its owner.",
        "She lost the match, named the winner and left.",
        "The world record time in the race was lost.",
        "They asked that the old ship leave at once.",
        "The whole football team want a rest in May.",
    ],
)
def test_sound_sentences_are_left_alone(text: str) -> None:
    assert found(text) == []
