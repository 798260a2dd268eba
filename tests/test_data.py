"""Reading data files without reading all of them."""

from __future__ import annotations

import sys
from typing import Literal

import pytest

from paralint import data
from paralint.data import DataError, integers, lines
from paralint.data.lines import Lines, table


@pytest.mark.parametrize("order", ["little", "big"])
@pytest.mark.parametrize(("kind", "size"), [("H", 2), ("I", 4), ("Q", 8)])
def test_integers_are_little_endian_on_any_machine(
    order: str, kind: Literal["H", "I", "Q"], size: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    numbers = [0, 1, 258, 2 ** (8 * size) - 1]
    section = memoryview(b"".join(number.to_bytes(size, sys.byteorder) for number in numbers))
    if order != sys.byteorder:  # what a machine of the other order has to turn round
        section = memoryview(b"".join(bytes(section[at : at + size])[::-1] for at in range(0, len(section), size)))
    monkeypatch.setattr(sys, "byteorder", order)
    assert list(integers(section, kind)) == numbers


def test_a_section_that_is_not_made_of_whole_numbers_is_refused() -> None:
    with pytest.raises(ValueError, match=r"."):
        integers(memoryview(b"abc"), "H")


@pytest.mark.parametrize("few", [0, 1000])
def test_lines_are_found_with_and_without_a_list(few: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lines, "_FEW", few)
    found = Lines(b"# head\nfly\tin\nfly-by\tof a\tb\nthumb\t\n", 7).find
    assert [found(key) for key in ("fly", "fly-by", "thumb")] == [b"in", b"of a\tb", b""]
    assert [found(key) for key in ("", "fl", "flyer", "zebra", "# head")] == [None] * 5


def test_a_table_is_read_by_cells(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(data, "resource", lambda *_: b"# pairs 1\n# made by hand\nable\tability\ncold\t\n")
    assert list(table("pairs.txt", "# pairs 1\n", "pairs", 2)) == [["able", "ability"], ["cold", ""]]


@pytest.mark.parametrize("content", [b"# pairs 2\nable\tability\n", b"# pairs 1\nable\n", b"# pairs 1\na\tb\tc\n"])
def test_a_table_of_another_version_or_width_is_refused(content: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(data, "resource", lambda *_: content)
    with pytest.raises(DataError, match="pairs"):
        list(table("pairs.txt", "# pairs 1\n", "pairs", 2))
