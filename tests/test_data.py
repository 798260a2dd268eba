"""Reading data files without reading all of them."""

from __future__ import annotations

import sys
from typing import Literal

import pytest

from paralint.data import integers, lines
from paralint.data.lines import Lines


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
