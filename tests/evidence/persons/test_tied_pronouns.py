"""Pronouns that a construction ties to one person, and names that are misspelt."""

from __future__ import annotations

import pytest

from paralint.evidence.names.cast import cast
from paralint.evidence.persons.discordant import discordant_genders
from paralint.evidence.persons.person_gender import gender_conflicts
from paralint.text.read import document


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("“We will find it,” he said, her eyes on the water. “It has to be there.”", "he said, her eyes"),
        ("Professor Tallow apologised herself, and said that he had made the calls in person.", "he"),
        (
            "The head, Eva Quist, a Belgian who came in May, promised every owner to pay. “We lost it once,” he said.",
            "he",
        ),
        ("Judge Eva Quist told Carl Falk that he was cruel.\n\n“You took an oath to heal,” he said.", "he"),
        (
            "Roe’s counsel, Eva Quist, said that her client had believed he was ill. “He ate porridge,” he said.",
            "he",
        ),
    ],
)
def test_pronouns_of_one_person(text: str, wrong: str) -> None:
    read = document("x.txt", text)
    assert wrong in [read.quote(conflict.here) for conflict in discordant_genders(read)]


@pytest.mark.parametrize(
    "text",
    [
        "Judge Eva Quist wrote that he was cruel.\n\n“You took an oath to heal,” he said.",
        "“We will find it,” he said, his eyes on the water.",
        "She watched him go, his hands in his pockets.",
        "Roe’s counsel, Eleanor Quist, said that her client had believed it. “He ordered porridge,” she said.",
    ],
)
def test_pronouns_that_agree(text: str) -> None:
    assert not discordant_genders(document("x.txt", text))


def test_a_misspelt_family_name_is_that_of_the_person() -> None:
    text = "Thaddeus Brennock resigned. Brannock had known. In Brenock, where it rained, nobody had."
    assert [candidate.person for candidate in cast(document("x.txt", text)).candidates] == ["brennock"] * 2


def test_an_office_may_be_of_either_sex() -> None:
    text = "Lars-Erik Lund, for the company, asked for time. The judge said that she had none."
    assert not gender_conflicts(document("x.txt", text))
