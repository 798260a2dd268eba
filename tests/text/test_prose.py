from __future__ import annotations

from array import array

import pytest

from paralint.findings import Span
from paralint.text.blocks import OBJECT, Block, BlockKind
from paralint.text.prose import Prose

ORIGINAL = "  a &amp; b\r\nc **d** "


def test_prose_in_one_piece_needs_no_places() -> None:
    prose = Prose(ORIGINAL)
    prose.copy(0, 4)
    prose.copy(4, 11)
    assert prose.block(BlockKind.QUOTE) == Block(BlockKind.QUOTE, "a &amp; b", 2)


def test_every_character_leads_back() -> None:
    prose = Prose(ORIGINAL)
    prose.copy(0, 4)
    prose.put("&", 4, 9)
    prose.copy(9, 11)
    prose.put(" ", 11, 13)
    prose.copy(13, 15)
    prose.copy(17, 18)
    prose.copy(20, 21)
    block = prose.block(BlockKind.HEADING, 2)
    assert block == Block(
        BlockKind.HEADING,
        "a & b c d",
        2,
        array("q", [2, 3, 4, 9, 10, 11, 13, 14, 17]),
        array("q", [3, 4, 9, 10, 11, 13, 14, 15, 18]),
        2,
    )
    assert block.locate(2, 5) == Span(4, 11)
    assert block.locate(9, 9) == Span(18, 18)


def test_several_characters_may_stand_for_one_place() -> None:
    prose = Prose("&NotEqualTilde;")
    prose.put("≂\u0338", 0, 15)
    block = prose.block(BlockKind.PARAGRAPH)
    assert block is not None
    assert block.locate(0, 1) == block.locate(1, 2) == Span(0, 15)


def test_pieces_can_be_withdrawn() -> None:
    prose = Prose("abc")
    prose.copy(0, 1)
    prose.copy(1, 1)
    assert len(prose) == 1
    prose.put("x", 1, 3)
    assert (prose.shown(), prose.shown(1)) == ("ax", "x")
    prose.withdraw(1)
    assert prose.block(BlockKind.ITEM) == Block(BlockKind.ITEM, "a", 0)


@pytest.mark.parametrize("shown", ["", " ", "\u00a0\n", f" {OBJECT} {OBJECT}"])
def test_blanks_and_objects_are_no_block(shown: str) -> None:
    prose = Prose("abc")
    prose.put(shown, 0, 3)
    assert prose.block(BlockKind.PARAGRAPH) is None
