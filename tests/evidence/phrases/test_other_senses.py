from __future__ import annotations

import pytest

from paralint.evidence.phrases.other_senses import replaced_words
from paralint.text.read import document


@pytest.mark.parametrize(
    ("first", "second", "here"),
    [
        (
            "Ida Roe, the chair of the works council, at the gates of the mill in Leer on Tuesday",
            "At the gates of the mill in Leer on Tuesday: Ida Roe, the chair of the factory advice",
            ["advice"],
        ),
        (
            "Ida Roe studies the board during her game in Leer on Tuesday",
            "Ida Roe studies the plank during her game in Leer on Tuesday",
            ["plank"],
        ),
        (
            "Ida Roe hides the parcel at the border of Leer on Tuesday",
            "Ida Roe hides the parcel at the frontier of Leer on Tuesday",
            [],
        ),
    ],
)
def test_words_of_another_sense(first: str, second: str, here: list[str]) -> None:
    read = document("a.txt", f"{first}\n\n{second}\n")
    found = [read.quote(conflict.here) for conflict in replaced_words(read)]
    assert found == here
