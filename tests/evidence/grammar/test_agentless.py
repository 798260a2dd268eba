from __future__ import annotations

import pytest
from support import quoted_slips

from paralint.evidence.grammar.agentless import slips


def found(text: str) -> list[str]:
    return quoted_slips(slips, text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The prizes of the show will present in May.", ["will present"]),
        ("The painting, which hung for years in a surgery, had bought at a market in 1961.", ["had bought"]),
        ("She would stay if the plan was putting off until after the vote.", ["was putting off"]),
        ("About 900 pages still had to be typing in.", ["had to be typing in"]),
        ("Two boys have charged with arson.", ["have charged"]),
        ("The baker who named as its owner is 62.", ["named"]),
        ("A rail had worn through in May and had replaced within a day.", ["had replaced"]),
        ("The doses must be kept in a fridge and throw away after six hours.", ["and throw away"]),
        ("Tins of beef in three crates had labelled as lamb.", ["had labelled"]),
        ("The ring had swallowed by a pike.", ["had swallowed by"]),
        ("Fences get a grant, and a wolf that gets over one twice may shoot.", ["may shoot"]),
        ("Some of the meals that never unwrapped were cold.", ["never unwrapped"]),
    ],
)
def test_an_act_that_nobody_does_is_found(text: str, expected: list[str]) -> None:
    assert found(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The prizes of the show will be presented in May, and the bells were cast in 1702.",
        "The museum had bought at the top of the market.",
        "The plan that the mayor will present in May is old.",
        "The house has sold well, and the price will change.",
        "What the letter had described as luck was theft.",
        "Dry weather is largely to blame for it.",
        "He said that he had accused of theft those whom he knew.",
        "The goods that they must approve are in the shed.",
        "The cows in the shed are asking for me.",
        "Fewer than a dozen towns of that size had filed in 50 years.",
        "She kept her coat on although the hall was stifling.",
    ],
)
def test_somebody_who_acts_is_left_alone(text: str) -> None:
    assert found(text) == []
