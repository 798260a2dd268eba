"""Turned quarters of the compass and routes in restatements."""

from __future__ import annotations

import pytest

from paralint.evidence.restatements.directions import directions
from paralint.text.document import Document
from paralint.text.read import document

TURNED = [
    ("A farm on the western edge of the park, where wolves were seen in March",
     "On the eastern edge of the park, a farm where wolves were seen in March"),
    ("The camp lies in the northwest of the island, an hour from the port.",
     "The camp is found in the northeast of the island, one hour from the port."),
    ("Residents of Sora leave for Mele on foot on Thursday, carrying cooking pots",
     "Residents of Mele depart for Sora on foot on Thursday, with cooking pots"),
    ("A lorry carries timber from Hamar to Elverum in the snow of January",
     "In the snow of January, timber is taken by lorry from Elverum to Hamar"),
]  # fmt: skip
KEPT = [
    ("A farm on the western edge of the park, where wolves were seen in March",
     "On the west side of the park, a farm where wolves were seen in March"),
    ("A lorry carries timber from Hamar to Elverum in the snow of January",
     "In the snow of January, timber is taken to Elverum by lorry from Hamar"),
]  # fmt: skip


def _read(pair: tuple[str, str]) -> Document:
    return document("x.txt", "Rain fell on the square.\n\n" + "\n\n".join(pair) + "\n\nA choir sang and a dog slept.\n")


@pytest.mark.parametrize("pair", TURNED)
def test_opposites(pair: tuple[str, str]) -> None:
    assert directions(_read(pair))


@pytest.mark.parametrize("pair", KEPT)
def test_other_words_for_the_same(pair: tuple[str, str]) -> None:
    assert not directions(_read(pair))
