from __future__ import annotations

import pytest

from paralint.evidence.persons.discordant import discordant_genders
from paralint.text.read import document


@pytest.mark.parametrize(
    ("text", "here"),
    [
        ('Blessing Mwale, who keeps goats, said his animals had survived. "I sang to them," she said.', "his"),
        ('"My brother runs the mill now," she said. "She never sleeps."', "She"),
        ('"My wife reads the letters," he said. "He laughs at all of them."', "He"),
        ("Ida Roe's mother came to the mill in May. His father stayed at home.", "His"),
        ("Olga Roe spoke for an hour in Leer.\n\nHis counterpart, Juan Falk, was warmer.", "His"),
    ],
)
def test_one_person_has_one_gender(text: str, here: str) -> None:
    read = document("a.txt", text)
    assert here in {read.quote(conflict.here) for conflict in discordant_genders(read)}


@pytest.mark.parametrize(
    "text",
    [
        "Judge Ana Reyes told the boy to take off his hat, and she smiled.",
        '"My wife reads the letters," he said. "She laughs at all of them."',
        "Marta Quist and her husband left early. He had a train to catch.",
        "A spokesman for the council, Karl Roe, said that he was sorry.",
    ],
)
def test_somebody_else_is_meant(text: str) -> None:
    assert not discordant_genders(document("a.txt", text))


def test_the_holder_of_an_office() -> None:
    text = "Peter Lindqvist, the mayor of Leer, smiled. He was well.\n\nThe map was altered by the mayor {}.\n"
    read = document("a.txt", text.format("herself"))
    assert [read.quote(conflict.here) for conflict in discordant_genders(read)] == ["herself"]
    assert not discordant_genders(document("a.txt", text.format("himself")))
