from __future__ import annotations

import pytest

from paralint.evidence.persons.kin_ages import kin_ages
from paralint.text.read import document


@pytest.mark.parametrize(
    ("text", "here"),
    [
        ("Jan Moss, 34, sold the boat. His son, Karl, 61, wept on the quay.", "His son, Karl, 61"),
        ("Tom Ash, 40, fled. His father, Bill, 44, stayed.", "His father, Bill, 44"),
        ('Callum, who is Rosa\'s uncle, was late. "Auntie Rosa is cross," he said.', "uncle"),
        ("Blom lives with her stepmother.\n\nHer mother-in-law cooks.", "stepmother"),
    ],
)
def test_kin_that_cannot_be(text: str, here: str) -> None:
    read = document("a.txt", text)
    assert [read.quote(conflict.here) for conflict in kin_ages(read)] == [here]


def test_kin_that_can() -> None:
    text = "Jan Moss, 64, sold the boat. His son, Karl, 31, wept. Ida Roe, 41, keeps bees. Her mother, Ada, 66, sings."
    assert not kin_ages(document("a.txt", text))


def test_kin_of_somebody_unnamed() -> None:
    text = "Captain Ida Roe, 44, carried a girl ashore. The girl and her mother, Ada Lund, 22, were well."
    assert not kin_ages(document("a.txt", text))
