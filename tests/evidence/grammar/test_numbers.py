from __future__ import annotations

import pytest

from paralint.evidence.grammar.numbers import slips
from paralint.text.read import document


def found(text: str) -> list[tuple[str, str]]:
    parsed = document("t.txt", text)
    return [(each.kind, parsed.quote(parsed.tokens.span(each.first, each.last + 1))) for each in slips(parsed)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "One of the two engines that drive the pumps were found to be old.",
            [("front-number", "engines that drive the pumps were")],
        ),
        (
            "The number of people who were hurt have risen to 94.",
            [("front-number", "number of people who were hurt have")],
        ),
        (
            "The reasons behind the sudden collapse of the bank, which lost millions, remains unclear.",
            [("front-number", "remains")],
        ),
    ],
)
def test_what_is_wrong_is_found(text: str, expected: list[tuple[str, str]]) -> None:
    assert found(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "One of the two engines that drive the pumps was found to be old.",
        "A number of people who were hurt have left, and the number of those is small.",
        "The fact that they form open circles, which is new, matters.",
        "If the man who came to the town were ill, he would leave.",
        "None of the injuries is thought to be grave.",
    ],
)
def test_sound_sentences_are_left_alone(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Only one of the 28 delegates was a woman.",
        "He built a lamp for the boats that needs no oil.",
        "Some 20 millimetres has fallen in the hills.",
        "More people with cars also means that roads are full.",
    ],
)
def test_amounts_and_verbs_of_other_subjects_are_left_alone(text: str) -> None:
    assert slips(document("t.txt", text)) == ()
