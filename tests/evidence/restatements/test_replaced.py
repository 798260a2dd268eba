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


@pytest.mark.parametrize(
    ("old", "new", "here"),
    [
        ("silver spoon", "sliver spoon", "sliver"),
        ("Captain Ida Roe and Bello", "Captain Bello and Ida Roe", "Captain Bello"),
        ("Moss & Falk", "Falk & Moss", "& Moss"),
    ],
)
def test_look_alikes_and_names_that_change_places(old: str, new: str, here: str) -> None:
    caption = "Captain Ida Roe and Bello, the poodle that found the silver spoon, rest outside Moss & Falk on Sunday"
    read = document("a.txt", f"{caption}\n\n{caption.replace(old, new)}\n")
    assert here in {read.quote(conflict.here) for conflict in replaced(read)}


def test_two_spellings_of_one_word() -> None:
    caption = "Captain Ida Roe and her neighbour paint the harbour wall outside the theatre in Leer on Sunday"
    other = caption.replace("neighbour", "neighbor").replace("harbour", "harbor").replace("theatre", "theater")
    assert not replaced(document("a.txt", f"{caption}\n\n{other}\n"))
