from __future__ import annotations

import pytest

from paralint.evidence.figures.reckoned_times import reckoned_times
from paralint.text.read import document


@pytest.mark.parametrize(
    ("text", "here"),
    [
        ("He wrote to her between May 2022 and his arrest in August 2021.", "2021"),
        ("Roe, who joined the bank as a clerk in 1989 and became its head in 1986, wept.", "1986"),
        ("It opens in Leer on October 9 and in Hull a week earlier, on October 16.", "a week earlier, on October 16"),
        ("He fell in 2009 in Leer and she wed again seven years later, in 2014.", "seven years later, in 2014"),
    ],
)
def test_times_that_their_sentence_refutes(text: str, here: str) -> None:
    read = document("a.txt", text)
    assert [read.quote(conflict.here) for conflict in reckoned_times(read)] == [here]


@pytest.mark.parametrize(
    "text",
    [
        "He wrote to her between May 2021 and his arrest in August 2022.",
        "Roe, who joined the bank as a clerk in 1986 and became its head in 1989, wept.",
        "It opens in Leer on October 9 and in Hull a week later, on October 16.",
        "It opens in Leer on December 28 and in Hull a week later, on January 4.",
        "He fell in 2009 in Leer and she wed again seven years later, in 2016.",
    ],
)
def test_times_that_fit(text: str) -> None:
    assert not list(reckoned_times(document("a.txt", text)))
