"""Possessives that do not agree with the subject whose they are."""

import pytest

from paralint.evidence.grammar.owned import slips
from paralint.text.read import document


def found(text: str) -> list[str]:
    read_text = document("text.txt", text)
    return [read_text.tokens.word(slip.first).form for slip in slips(read_text)]


@pytest.mark.parametrize(
    ("text", "possessive"),
    [
        ("The nurses have lost its jobs.", "its"),
        ("She clenched its teeth at him.", "its"),
        ("He lost their temper at last.", "their"),
        ("The factory raised his prices in May.", "his"),
        ("The museum closed her doors in May.", "her"),
        ("The mine lost a third of her passengers.", "her"),
        ("The school lost a third of their pupils.", "their"),
        ("The survivors of the wreck spent its first night there.", "its"),
        ("The guests were told to pack its bags.", "its"),
    ],
)
def test_the_possessive_of_another_owner_is_found(text: str, possessive: str) -> None:
    assert found(text) == [possessive]


@pytest.mark.parametrize(
    "text",
    [
        "The nurses have lost their jobs.",
        "The owners raised its prices in May.",
        "The team raised their prices in May.",
        "The ship dropped her anchor at dusk.",
        "He and she lost their jobs.",
        "The wife of the king lost her temper.",
        "They told him to lose his temper.",
    ],
)
def test_what_may_be_its_own_is_left_alone(text: str) -> None:
    assert found(text) == []
