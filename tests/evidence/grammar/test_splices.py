from __future__ import annotations

import pytest

from paralint.evidence.grammar.splices import slips
from paralint.text.read import document


def found(text: str) -> list[tuple[str, str]]:
    parsed = document("t.txt", text)
    return [(each.kind, parsed.quote(parsed.tokens.span(each.first, each.last + 1))) for each in slips(parsed)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The vote was close, the difference was only 112 ballots.", [("splice", ", the difference was")]),
        ("The team won 3-0, the goals were scored by Kent.", [("splice", ", the goals were")]),
    ],
)
def test_what_is_wrong_is_found(text: str, expected: list[tuple[str, str]]) -> None:
    assert found(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The vote was close, the mayor said on Friday.",
        "As the vote was close, the ballots were counted twice.",
        "One was dull, another was colourful and bright.",
    ],
)
def test_sound_sentences_are_left_alone(text: str) -> None:
    assert found(text) == []
