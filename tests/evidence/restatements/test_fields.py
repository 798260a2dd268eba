"""Words of closed fields that exclude one another in restatements."""

from __future__ import annotations

import pytest

from paralint.evidence.restatements.fields import fields
from paralint.text.document import Document
from paralint.text.read import document

EXCLUDED = [
    ("A tram leaves the depot in Riga before dawn on Monday", "On Monday at dusk a tram leaves the depot in Riga"),
    ("A man stands to the left of the mayor at the opening of the pool",
     "At the opening of the pool, a man stands to the right of the mayor"),
    ("Lena Hartig, a baker in Leer, shows her last loaf on Friday",
     "On Friday, the butcher Lena Hartig of Leer shows the last of her loaves"),
    ("The strike at the brewery in Leer is in its second week, the union said.",
     "The strike at the brewery of Leer is in its second month, according to the union."),
    ("Most of the passengers of the ferry were asleep when it reached the harbor of Riga.",
     "None of the passengers of the ferry were asleep when it reached the port of Riga."),
    ("A girl washes the shirts of the team in Narvik on Monday", "On Monday in Narvik, a girl wears the team's shirts"),
    ("The mayor of Leer, a keen sailor, opens the wooden bridge over the canal on Sunday",
     "On Sunday, the bishop of Leer, a keen sailor, opens the wooden bridge across the canal"),
    ("Two sailors of the trawler are missing off the coast of Jutland, the coast guard said.",
     "The coast guard said that off the coast of Jutland two sailors of the trawler are dead."),
]  # fmt: skip
KEPT = [
    ("The tram left the depot in Riga before dawn on Monday", "On Monday at daybreak the tram left its depot in Riga"),
    ("Lena Hartig, a baker in Leer, shows her last loaf on Friday",
     "On Friday, the baker Lena Hartig of Leer shows the final one of her loaves"),
    ("The surgeon took the taxi to the harbor in Riga on Monday, in the rain",
     "On Monday, in the rain, the doctor took the cab to the port in Riga"),
    ("The prize in Leer went to a baker, not a butcher, on Monday",
     "On Monday in Leer, a baker, no miller, won the prize"),
    ("Nurses in Leer carry on with their strike of nine days, the union said.",
     "The union said that nurses in Leer continue their strike of nine days."),
    ("The strike at the brewery in Leer was over in a week, the union said.",
     "The strike at the brewery of Leer was over in seven days, according to the union."),
]  # fmt: skip


def _read(pair: tuple[str, str]) -> Document:
    return document("x.txt", "Rain fell on the square.\n\n" + "\n\n".join(pair) + "\n\nA choir sang and a dog slept.\n")


@pytest.mark.parametrize("pair", EXCLUDED)
def test_excluded(pair: tuple[str, str]) -> None:
    assert fields(_read(pair))


@pytest.mark.parametrize("pair", KEPT)
def test_other_words_for_the_same(pair: tuple[str, str]) -> None:
    assert not fields(_read(pair))
