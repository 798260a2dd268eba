"""Subjects and verbs that do not agree."""

import pytest

from paralint.evidence.grammar.agreement import slips
from paralint.text.read import document


def found(text: str) -> list[tuple[str, str]]:
    read = document("text.txt", text)
    word = read.tokens.word
    return [(word(pair.first).form, word(pair.last).form) for pair in slips(read)]


@pytest.mark.parametrize(
    ("text", "pair"),
    [
        ("The price of the old houses were high in May.", ("price", "were")),
        ("He left because demand for drinks in shops have fallen.", ("demand", "have")),
        ("The walls of the mill near Dover is wet in May.", ("walls", "is")),
        ("The mill, the oldest in the town, are open again.", ("mill", "are")),
    ],
)
def test_the_head_of_a_subject_decides(text: str, pair: tuple[str, str]) -> None:
    assert found(text) == [pair]


@pytest.mark.parametrize(
    "text",
    [
        "The price of the old houses was high in May.",
        "The number of houses were counted in May.",
        "The team of doctors were late again.",
        "The walls in the town the mayor has are wet.",
        "The mill and its owner were known in town.",
        "If the price of houses were lower, we would buy.",
        "Ten years of work is a long time here.",
        "He asked the owner of the houses to have them painted.",
        "Were the owners of the mill late again?",
        "The judge asked that each session of the court begin with the names.",
        "The analysis from the bank shows consumers are in need.",
        "The new study found clubbers were at risk.",
        "Seven water buffalo were sent to the village.",
        "How many tiles does it take to do so?",
        "Fans of the \u201cold mill\u201d museum is a name of theirs.",
        "If Bo has ten tiles, how many more tiles does Bo have than Ana?",
        "Meadows of Ohio is the latest to go.",
    ],
)
def test_what_agrees_or_is_unsure(text: str) -> None:
    assert not found(text)


@pytest.mark.parametrize(
    ("text", "pair"),
    [
        ("The mill near the walls consist of two rooms.", ("mill", "consist")),
        ("The villagers near the mill clears it of snow.", ("villagers", "clears")),
    ],
)
def test_other_verbs_agree_too(text: str, pair: tuple[str, str]) -> None:
    assert found(text) == [pair]
