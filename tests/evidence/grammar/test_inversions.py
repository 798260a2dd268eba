from __future__ import annotations

import pytest
from support import quoted_slips

from paralint.evidence.grammar.inversions import slips


def found(text: str) -> list[str]:
    return quoted_slips(slips, text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The firm was deciding where should it build the new plant.", ["where should it"]),
        ("It depends on how high are the prices, the bank said.", ["how high are the prices"]),
        ("She asked what would he do until the spring.", ["what would he"]),
        ("In the next summer will they build a new bridge there.", ["will they"]),
        ("Since Monday has he two boats of his own in the harbour.", ["has he"]),
        ("Near the old mill have her parents 40 cows and a horse.", ["have her parents"]),
    ],
)
def test_the_subject_stands_before_the_verb_in_a_statement(text: str, expected: list[str]) -> None:
    assert found(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Where should it build the new plant in the spring?",
        "Never in the next summer will they build a bridge there.",
        "Only in the summer will they build a bridge there.",
        "He laughed, as did she when the play was over.",
        "Had he known of it, he would have called them.",
        "To whom did they give the keys of the house.",
        "The question is how do you pay for all of it.",
        "What they can do is where it should be built.",
        "Among them was the mayor of the old town.",
        "They asked about his health in the palace should he win in June.",
    ],
)
def test_what_licenses_an_inversion(text: str) -> None:
    assert found(text) == []
