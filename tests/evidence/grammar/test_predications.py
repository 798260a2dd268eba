from __future__ import annotations

import pytest

from paralint.evidence.grammar.predications import predications
from paralint.text.read import document


def read(text: str) -> list[tuple[str, str, str]]:
    parsed = document("t.txt", text)
    return [
        (each.kind, here.words[each.head], " ".join(here.words[each.group.first : each.group.verb + 1]))
        for here, each in predications(parsed)
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The findings of the inquiry, which took three years, will be published in May.",
            [("main", "findings", "will be published"), ("relative", "inquiry", "took")],
        ),
        (
            "On Monday, six of the eight bridges across the river were closed, and the mayor has left.",
            [("main", "bridges", "were closed"), ("inner", "mayor", "has left")],
        ),
        ("The man arrested at the airport is being questioned.", [("main", "man", "is being questioned")]),
        ("The boy taken to hospital after the fall from the wall.", [("bare", "boy", "taken")]),
        ("Who was the man that he saw?", []),
    ],
)
def test_subjects_and_groups(text: str, expected: list[tuple[str, str, str]]) -> None:
    assert read(text) == expected
