"""Clauses that a conjunction opens and that have no finite verb."""

import pytest

from paralint.evidence.grammar.verbless import slips
from paralint.text.read import document


def found(text: str) -> list[str]:
    read_text = document("text.txt", text)
    span = read_text.tokens.span
    return [read_text.quote(span(slip.first, slip.last + 1)) for slip in slips(read_text)]


@pytest.mark.parametrize(
    ("text", "slip"),
    [
        ("Nobody was hurt when the crane collapse onto the road.", "crane collapse"),
        ("They left the hall because the roof leaking on them.", "roof leaking"),
        ("The men waited while the captain argue with the pilot.", "captain argue"),
    ],
)
def test_a_clause_without_its_verb(text: str, slip: str) -> None:
    assert found(text) == [slip]


@pytest.mark.parametrize(
    "text",
    [
        "Nobody was hurt when the crane collapsed onto the road.",
        "They left when the time came, and slept while the ice held.",
        "They saw where the town hall and the mill once stood.",
        "The signal comes when the nose receptors encounter them.",
    ],
)
def test_what_is_right(text: str) -> None:
    assert found(text) == []
