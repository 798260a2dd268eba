from __future__ import annotations

import pytest

from paralint.evidence.grammar.undergoers import slips
from paralint.text.read import document


def found(text: str) -> list[tuple[str, str]]:
    parsed = document("t.txt", text)
    return [(each.kind, parsed.quote(parsed.tokens.span(each.first, each.last + 1))) for each in slips(parsed)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The findings of the survey will publish in May.", [("undergone-verb", "will publish")]),
        ("The law on water approved on Monday by a narrow majority.", [("undergone", "approved")]),
        ("Funds for it had already allocated when the county froze.", [("undergone-verb", "had already allocated")]),
        ("Mr Bell's appeal dismissed by the court, which said that it was late.", [("undergone", "dismissed")]),
        ("The memorial service for the miners will hold on Sunday.", [("undergone-verb", "will hold")]),
        ("The next tranche of the loan expects to arrive in May.", [("undergone", "expects")]),
        ("The trust has been sold nine mills to farmers.", [("kept-object", "has been sold nine mills")]),
        ("The jury was found him guilty of fraud.", [("kept-object", "was found him")]),
        ("The nurse was swallowed a tablet herself on Monday.", [("kept-object", "was swallowed a tablet")]),
        ("The drug is caused sleepiness in some of them.", [("kept-object", "is caused sleepiness")]),
        ("Her lawyers were argued that the letter was old.", [("kept-clause", "were argued that")]),
        ("No one was escaped from the van.", [("not-done", "was escaped")]),
        ("It was taken 52 minutes to answer the call.", [("not-done", "was taken")]),
        ("He was resigned in March over the scandal.", [("not-done", "was resigned")]),
        ("A fire was broken out in the kitchen.", [("not-done", "was broken")]),
    ],
)
def test_what_is_wrong_is_found(text: str, expected: list[tuple[str, str]]) -> None:
    assert found(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The findings will be published in May. The law approved on Monday is old.",
        "The council will publish in May what it found.",
        "The law the house approved on Monday is old.",
        "The trust was given nine mills, and the plan was rejected the same day.",
        "When the mill was destroyed the owner was in Leeds.",
        "It was argued that the letter was old, and her lawyers were told that it was lost.",
        "The letter will be reacted to, and the house has been lived in.",
        "The hearing scheduled for May 16 and 17 will rule on it.",
    ],
)
def test_sound_sentences_are_left_alone(text: str) -> None:
    assert found(text) == []
