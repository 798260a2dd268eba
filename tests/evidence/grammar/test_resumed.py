from __future__ import annotations

import pytest

from paralint.evidence.grammar.resumed import slips
from paralint.text.read import document


def found(text: str) -> list[tuple[str, str]]:
    parsed = document("t.txt", text)
    return [(each.kind, parsed.quote(parsed.tokens.span(each.first, each.last + 1))) for each in slips(parsed)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The nurses whom the court praised them left.", [("resumed", "whom the court praised them")]),
        ("The guide who he closed the inn has left.", [("resumed", "who he")]),
        ("The song, which it was recorded in May, is old.", [("resumed", "which it")]),
        ("The inn it employs 20 cooks.", [("resumed", "inn it")]),
        ("Nobody knows where the storm it began.", [("resumed", "storm it")]),
        ("The bay, where sailors rest there, is calm.", [("resumed", "where sailors rest there")]),
        ("The lock is easy to open it.", [("resumed", "easy to open it")]),
    ],
)
def test_slips(text: str, expected: list[tuple[str, str]]) -> None:
    assert found(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The nurses whom the court praised left.",
        "The guide said that the court praised them.",
        "The nurses whom the court had given it left.",
        "The day that he closed the inn was cold.",
        "The man who he said the guide had met is here.",
        "The inn it owns is old and small.",
        "It is easy to open it with a key.",
    ],
)
def test_sound_sentences_are_left_alone(text: str) -> None:
    assert found(text) == []
