from __future__ import annotations

import pytest

from paralint.evidence.restatements.roles import roles
from paralint.text.read import document

EXCHANGED = [
    (
        "Rosa Blom crosses the line in Narvik on Sunday, wearing gloves lent to her by a neighbour",
        "On Sunday, Rosa Blom crosses the line in Narvik, wearing gloves that she lent to a neighbour.",
    ),
    (
        "Residents fetch water from a cart in Leer, where the fever was traced to a pond fouled by the ditch",
        "Residents fetch water from a cart in Leer, where the fever was traced to a pond that fouled the ditch.",
    ),
    (
        "Jan Blom, a retired postman, with the map of paths that he drew for rangers in Leer on Sunday",
        "Jan Blom, a retired postman, with the map of paths which rangers drew for him in Leer on Sunday.",
    ),
    (
        "Villagers of Narvik leave for Bergen on foot on Sunday, carrying pots, after shells struck the market",
        "Villagers of Bergen leave on foot for Narvik on Sunday, carrying pots, after shells struck the market.",
    ),
    (
        "Rosa Blom as the miller and Jan Foss as the bear in a play at Leer on Sunday",
        "Rosa Blom as the bear and Jan Foss as the miller in a play at Leer on Sunday.",
    ),
]
KEPT = [
    (
        "A goat lent to Rosa Blom by a neighbour wins the prize at Leer on Sunday",
        "On Sunday, a goat that a neighbour lent to Rosa Blom wins the prize at Leer.",
    ),
    (
        "The court is expected to appoint an agent in Leer on Monday",
        "An agent is expected to be appointed by the court in Leer on Monday.",
    ),
    (
        "Larvae were found in nine of the homes inspected in Leer in March",
        "Larvae were found in nine of the homes that were inspected in Leer in March.",
    ),
    (
        "Jan Blom drives the herd from Narvik to Bergen on Sunday with two dogs",
        "On Sunday, Jan Blom drives the herd to Bergen from Narvik with two dogs.",
    ),
]


@pytest.mark.parametrize(("first", "second"), EXCHANGED)
def test_exchanged_parts_are_found(first: str, second: str) -> None:
    assert roles(document("t.txt", f"{first}\n\n{second}\n"))


@pytest.mark.parametrize(("first", "second"), KEPT)
def test_who_keeps_his_part_is_left_alone(first: str, second: str) -> None:
    assert not roles(document("t.txt", f"{first}\n\n{second}\n"))
