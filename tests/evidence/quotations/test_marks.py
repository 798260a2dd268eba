"""Quotation marks one by one."""

from __future__ import annotations

import pytest

from paralint.evidence.quotations.marks import Family, Mark, Side, candidates
from paralint.findings import Span


@pytest.mark.parametrize(
    ("text", "sides"),
    [
        ('"Yes," she said.', [Side.OPENS, Side.CLOSES]),
        ('He said "no".', [Side.OPENS, Side.CLOSES]),
        ('a " b', [Side.NEITHER]),
        ("('yes')", [Side.OPENS, Side.CLOSES]),
        ("“'Yes,'” she said.", [Side.OPENS, Side.OPENS, Side.CLOSES, Side.CLOSES]),
        ("``Yes''", [Side.OPENS, Side.CLOSES]),
        ("It's six o'clock.", []),
        ("", []),
    ],
)
def test_neighbours_tell_the_side(text: str, sides: list[Side]) -> None:
    assert [mark.side for mark in candidates(text)] == sides


def test_offsets_and_neighbours() -> None:
    opening, closing = candidates("So “No”!")
    assert (opening.text, opening.at, opening.left, opening.right) == ("“", 3, " ", "N")
    assert (closing.text, closing.at, closing.left, closing.right) == ("”", 6, "o", "!")


def test_what_closes_what() -> None:
    assert Mark("“", 0, 0, Span(0, 1)).closing == "”"
    assert Mark("„", 0, 0, Span(0, 1)).closing == "“"
    assert Mark("’", 0, 0, Span(0, 1)).opening == "‘"
    assert Mark('"', 0, 0, Span(0, 1)).closing == '"'
    assert Mark("”", 0, 0, Span(0, 1), wrong_way=True).closing == "”", "a text that opens with it closes with it"
    assert Mark("''", 0, 4, Span(4, 6)).end == 6
    assert Mark("''", 0, 4, Span(4, 6)).family is Family.DOUBLE
