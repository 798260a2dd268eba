"""Verbs behind "to", and infinitives without it."""

from __future__ import annotations

import pytest

from paralint.evidence.grammar.verb_groups import slips
from paralint.text.read import document


def kinds(text: str) -> list[str]:
    return [slip.kind for slip in slips(document("text.txt", text))]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The council decided to closes the road.", "to"),
        ("He refused to signed the letter.", "to"),
        ("They urged the mayor close the road.", "lost"),
        ("The firm was able sell the mill.", "lost"),
    ],
)
def test_what_cannot_be(text: str, kind: str) -> None:
    assert kinds(text) == [kind]


@pytest.mark.parametrize(
    "text",
    [
        "The council decided to close the road.",
        "She is used to closing the shop at noon.",
        "He objected to signing the letter.",
        "They helped the mayor close the road.",
        "Every man that he spoke to said so.",
    ],
)
def test_what_can(text: str) -> None:
    assert kinds(text) == []
