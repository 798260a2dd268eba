from __future__ import annotations

import pytest

from paralint.evidence.restatements.replaced import replaced
from paralint.text.read import document


@pytest.mark.parametrize(
    ("one", "other", "here"),
    [
        (
            "Beekeepers carry a giant bee across the main bridge in Leer on Monday",
            "Beekeepers carry a giant turtle across the main bridge in Leer on Monday",
            "turtle",
        ),
        (
            "Minister Ada Quist announces the ban on plum exports in Leer on Tuesday",
            "Minister Ada Quist lifts the ban on plum exports in Leer on Tuesday",
            "lifts",
        ),
        (
            "Minister Ada Quist announces the ban on plum exports in Carlisle on Tuesday",
            "Minister Ada Quist announces the ban on plum exports in Carlyle on Tuesday",
            "Carlyle",
        ),
    ],
)
def test_another_word_in_its_place(one: str, other: str, here: str) -> None:
    read = document("a.txt", f"{one}\n\n{other}\n")
    assert [read.quote(conflict.here) for conflict in replaced(read)] == [here]


@pytest.mark.parametrize(
    "other",
    [
        "Two soldiers guard the old frontier post near Leer on Monday",
        "Two troops guard the old border post near Leer on Monday morning",
        "Firemen lower a piano from the town hall of Hamar",
    ],
)
def test_other_words_for_the_same(other: str) -> None:
    read = document("a.txt", f"Two troops guard the old border post near Leer on Monday\n\n{other}\n")
    assert not replaced(read)
