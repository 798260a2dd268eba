from __future__ import annotations

import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from paralint.data.bloomier import Bloomier, encode


@given(st.dictionaries(st.integers(0, 1 << 30).map(lambda number: zlib.crc32(b"%d" % number)), st.integers(0, 3)))
def test_what_is_stored_is_found(values: dict[int, int]) -> None:
    opened = Bloomier(encode(values, 2), 2)
    assert {key: opened.get(key) for key in values} == values


@pytest.mark.parametrize("bits", [1, 2, 4])
def test_few_of_the_others_are_taken_for_stored(bits: int) -> None:
    stored = {zlib.crc32(b"%d" % number): number % (1 << bits) for number in range(3000)}
    opened = Bloomier(encode(stored, bits), bits)
    taken = sum(opened.get(zlib.crc32(b"other %d" % number)) is not None for number in range(10_000))
    assert taken < 2 * 10_000 >> 8 - bits


def test_the_same_values_give_the_same_bytes() -> None:
    values = {number * 7919: 1 for number in range(100)}
    assert encode(values, 1) == encode(dict(reversed(values.items())), 1)


@pytest.mark.parametrize("length", [0, 1, 100])
def test_a_table_of_no_such_length_is_refused(length: int) -> None:
    with pytest.raises(ValueError, match="not a filter"):
        Bloomier(bytes(length), 2)
