from __future__ import annotations

import pytest

from paralint.evidence.grammar.lost_auxiliaries import slips
from paralint.text.read import document


def found(text: str) -> list[tuple[str, str]]:
    parsed = document("t.txt", text)
    return [(each.kind, parsed.quote(parsed.tokens.span(each.first, each.last + 1))) for each in slips(parsed)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The new stadium being built on the site of a mill, and it will seat 900.",
            [("lost-auxiliary", "stadium being built")],
        ),
        ("The firm not paid its staff since the spring of last year.", [("lost-auxiliary", "not paid")]),
        ("Nobody going to forget what happened that night in May.", [("lost-auxiliary", "Nobody going")]),
        ("It not known whether the driver had been drinking.", [("lost-auxiliary", "not known")]),
    ],
)
def test_what_is_wrong_is_found(text: str, expected: list[tuple[str, str]]) -> None:
    assert found(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The new stadium being built on the site of a mill will seat 900 people.",
        "Staff, not paid since the spring, have left the firm.",
        "They pleaded guilty to charges that they had stolen it.",
        "I'd have asked for the old lighthouse, he said.",
    ],
)
def test_sound_sentences_are_left_alone(text: str) -> None:
    assert found(text) == []
