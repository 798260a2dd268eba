from __future__ import annotations

import pytest

from paralint.evidence.grammar.counted import singulars
from paralint.text.read import document


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("One of the boat sank near it.", "One of the boat"),
        ("He broke both wrist in May.", "both wrist"),
        ("She runs a school of 118 pupil, noticed by all.", "118 pupil"),
        ("Dozens of passenger were hurt.", "Dozens of passenger"),
        ("The firm sold nine old ship last year.", "nine old ship"),
    ],
)
def test_several_of_a_singular(text: str, found: str) -> None:
    read = document("text.txt", text)
    assert [read.quote(read.tokens.span(each.quantity, each.noun + 1)) for each in singulars(read)] == [found]


@pytest.mark.parametrize(
    "text",
    [
        "One of the boats sank near it.",
        "He took flight 118 home.",
        "The 12 mile walk was long.",
        "Many act as agents.",
        "It raised its 20% stake in May.",
        "Both man and wife sang.",
        "The mine killed two of her crew.",
        "Many of the 1,000-strong crowd sang.",
    ],
)
def test_labels_measures_and_verbs_are_left(text: str) -> None:
    assert not list(singulars(document("text.txt", text)))
