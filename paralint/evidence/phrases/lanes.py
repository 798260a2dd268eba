"""Whole numbers side by side in one: Python adds and multiplies a hundred of them in the time that it takes for three.

A number of any size holds one of 32 bits in each *lane*. The sum of two such numbers has the sums of their lanes, and
the product with a small number the products (Lamport 1975, "Multiple byte processing with full-word instructions").
What a lane comes to must fit into its 32 bits, sign included; nothing looks whether it does.
"""

from __future__ import annotations

import struct
from collections.abc import Sequence
from functools import cache

_BITS = 32


class Lanes:
    """Some number of lanes."""

    def __init__(self, number: int) -> None:
        self._layout = struct.Struct(f"<{number}i")
        self._signs = sum(1 << (_BITS * lane + _BITS - 1) for lane in range(number))

    def join(self, values: Sequence[int]) -> int:
        """Return the number that has a value in each lane."""
        return (int.from_bytes(self._layout.pack(*values), "little") ^ self._signs) - self._signs

    def part(self, joined: int) -> tuple[int, ...]:
        """Return what the lanes of a number have."""
        return self._layout.unpack(((joined + self._signs) ^ self._signs).to_bytes(self._layout.size, "little"))


@cache
def lanes(number: int) -> Lanes:
    return Lanes(number)
