from __future__ import annotations

import pytest

from paralint.data import DataError
from paralint.evidence.grammar.modelled_prepositions import (
    HIDDEN,
    JUDGED,
    MARKS,
    NUMBERS,
    WIDTH,
    ModelledPrepositions,
    Network,
    encode,
    misfits,
)
from paralint.text.read import document

WEIGHTS = [0.0] * (HIDDEN * (NUMBERS + MARKS + 2) + 1)
LIKELY = [-at / 2 for at in range(WIDTH)]


def found(text: str) -> list[tuple[str, str]]:
    read = document("text.txt", text)
    return [(read.tokens.word(each.governor).form, each.expected) for each in misfits(read)]


def test_a_preposition_that_does_not_fit() -> None:
    assert found("The lack in patience was clear to everybody.") == [("lack", "of")]


@pytest.mark.parametrize(
    "text",
    [
        "The lack of patience was clear to everybody.",
        "The party ended at midnight by the pier, with fireworks for the children.",
        "The firing of the minister came as a surprise to us.",
        "It shrank about a hundredfold in ten years of drought.",
        "The most requested song is the one about leaving on a plane.",
        "The report lists 17 shortcomings at the Dobrava plant, four of which are serious.",
        "They have promised her a copy at full size.",
    ],
)
def test_prepositions_that_fit(text: str) -> None:
    assert found(text) == []


def test_rows_are_found_again() -> None:
    table = ModelledPrepositions(encode({("v", "lean"): LIKELY, ("the", "wall"): LIKELY[:10]}, LIKELY, WEIGHTS * 2))
    row = table.row("v", "lean")
    assert row is not None
    assert list(row) == pytest.approx(LIKELY, abs=0.02)
    assert table.row("the", "wall") is not None
    assert table.row("v", "learn") is None


def test_a_network_adds_up_what_it_is_told() -> None:
    weights = WEIGHTS.copy()
    weights[0] = 2.0  # of the first number to the first unit
    weights[NUMBERS * HIDDEN] = 3.0  # of the first mark
    weights[-HIDDEN - 1] = 1.0  # outward
    weights[-1] = -4.0
    network = Network(weights)
    assert network.score([1.5] + [0.0] * (NUMBERS - 1), [0]) == pytest.approx(2.0)
    assert network.score([-5.0] + [0.0] * (NUMBERS - 1), [0]) == pytest.approx(-4.0)


@pytest.mark.parametrize("content", [b"", b"PLMP", b"XXXX" + bytes(40), encode({}, LIKELY, WEIGHTS * 2)[:-1]])
def test_a_damaged_table_is_told(content: bytes) -> None:
    with pytest.raises(DataError):
        ModelledPrepositions(content)


def test_a_place_for_every_mark() -> None:
    assert len(JUDGED) + 1 == WIDTH
