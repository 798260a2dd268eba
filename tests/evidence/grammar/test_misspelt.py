"""Words that are none and nearly common ones."""

from __future__ import annotations

import pytest

from paralint.evidence.grammar.misspelt import Misspelt, meant, misspelt
from paralint.text.read import document


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("spreding", "spreading"),
        ("hault", "halt"),
        ("froot", "front"),
        ("relit", ""),
        ("brisque", "brisk"),
        ("recieved", "received"),
        ("qwertz", ""),
        ("lissets", ""),
    ],
)
def test_the_common_word_that_an_unknown_one_is_nearest_to(written: str, expected: str) -> None:
    assert meant(written) == expected


def test_words_that_stand_once_in_lower_case_are_looked_at() -> None:
    told = document(
        "a.txt", "The firm recieved it. A brakket here, a brakket there. He said 'recieve' in Hault, as iTunes did."
    )
    assert misspelt(told) == (Misspelt(2, "received"),)
