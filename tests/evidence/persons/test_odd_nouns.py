from __future__ import annotations

import pytest

from paralint.evidence.names.cast import cast
from paralint.evidence.persons.odd_nouns import odd_nouns
from paralint.text.read import document


@pytest.mark.parametrize(
    ("text", "here"),
    [
        ('"My wife thinks I am mad," she said.', "wife"),
        ("It was a girl, and her parents named him Olga.", "him"),
        ("A policeman from Leer, Ulrike Haas, said that the street had been closed.", "policeman"),
        ("The King of Norway came. Crowds waited for Her Majesty in the rain.", "Her"),
    ],
)
def test_a_noun_of_the_other_sex_is_found(text: str, here: str) -> None:
    read = document("a.txt", text)
    assert [read.quote(conflict.here) for conflict in odd_nouns(read.derive(cast))] == [here]


@pytest.mark.parametrize(
    "text",
    [
        '"My wife thinks I am mad," he said.',
        "It was a girl, and her parents named her Olga.",
        "A policewoman from Leer, Ulrike Haas, said that the street had been closed.",
        "The King of Norway came. Crowds waited for His Majesty in the rain.",
    ],
)
def test_a_noun_of_the_right_sex_is_not(text: str) -> None:
    assert not list(odd_nouns(document("a.txt", text).derive(cast)))
