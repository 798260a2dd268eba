"""Verbs of relative clauses and what they should agree with."""

import pytest

from paralint.evidence.grammar.relative_clauses import slips
from paralint.text.read import document


def found(text: str) -> list[tuple[str, str]]:
    read_text = document("text.txt", text)
    word = read_text.tokens.word
    return [(word(pair.first).form, word(pair.last).form) for pair in slips(read_text)]


@pytest.mark.parametrize(
    ("text", "pair"),
    [
        ("The pipes that carries the water burst.", ("pipes", "carries")),
        ("Small gulls, which nests on the roof, fled.", ("gulls", "nests")),
        ("The lake that have dried up was deep.", ("lake", "have")),
        ("The mayor, whose absence have been noted, left.", ("absence", "have")),
        ("Someone who rents a room and pay for heat needs help.", ("rents", "pay")),
        ("The sisters who run the inn and is known for it left.", ("run", "is")),
    ],
)
def test_a_verb_of_the_other_number_is_found(text: str, pair: tuple[str, str]) -> None:
    assert found(text) == [pair]


@pytest.mark.parametrize(
    "text",
    [
        "The price of the pipes that was agreed fell.",
        "The pipes burst, which means that it is cold.",
        "One of the boats that sails at noon is mine.",
        "The mill and the house that are shown here burned.",
        "Their prey, the squid, which are small, fled from gulls.",
        "The team that play there are young.",
        "A song whose albums Hits has sold well is old.",
        "It is a house that shows its devotion to and love for the sea.",
        "They are large houses, which only seems to help the town.",
        "She is one of the most gentle nurses who works there.",
    ],
)
def test_an_antecedent_that_may_be_meant_is_left_alone(text: str) -> None:
    assert found(text) == []
