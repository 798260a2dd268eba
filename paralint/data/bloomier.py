"""Bloomier filters: functions from keys to a few bits that store no key.

A byte of a table is the exclusive or of three of its places, which a key tells (Chazelle, Kilian, Rubinfeld & Tal 2004,
"The Bloomier filter"; laid out like the xor filter of Graf & Lemire 2020). Some bits of it are the value; the others
must be what the key tells, too, so that of the keys that were not stored few are taken for one: of 2 to the power of
those bits one.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping

_SPREAD, _MARK, _WHOLE = 0x9E3779B97F4A7C15, 0xC2B2AE3D27D4EB4F, (1 << 64) - 1
_PART = (1 << 21) - 1


class Bloomier:
    """An opened filter.

    Args:
        table: what ``encode`` returned.
        bits: of a value, as they were for ``encode``.

    Raises:
        ValueError: if the table is not of a length that a filter has.
    """

    def __init__(self, table: memoryview | bytes, bits: int) -> None:
        if len(table) % 3 or not table:
            raise ValueError("not a filter")
        self._table = table
        self._size = len(table) // 3
        self._bits = bits
        self._values = (1 << bits) - 1

    def get(self, key: int) -> int | None:
        """Return the value of a key of 32 bits, evenly spread (a checksum); None if none was stored."""
        one, two, three, mark = _places(key, self._size)
        table = self._table
        found: int = table[one] ^ table[two] ^ table[three]
        return found & self._values if found >> self._bits == mark >> self._bits else None


def _places(key: int, size: int) -> tuple[int, int, int, int]:
    """Return the places of a table that a key is made of, and a byte whose upper bits mark it.

    Args:
        key: of 32 bits.
        size: of each of the three parts.
    """
    spread = key * _SPREAD & _WHOLE
    return (
        (spread >> 43) * size >> 21,
        size + ((spread >> 22 & _PART) * size >> 21),
        2 * size + ((spread & _PART) * size >> 21),
        (key * _MARK & _WHOLE) >> 56,
    )


def encode(values: Mapping[int, int], bits: int) -> bytes:
    """Return the table of a filter; the same values give the same bytes.

    Args:
        values: by key.
        bits: of a value.
    """
    size = len(values) * 41 // 100 + 16
    while (order := _order(values, size)) is None:
        size += 1 + size // 100
    table = bytearray(3 * size)
    for key, place in reversed(order):
        one, two, three, mark = _places(key, size)
        table[place] = 0
        table[place] = table[one] ^ table[two] ^ table[three] ^ (mark >> bits << bits | values[key])
    return bytes(table)


def _order(keys: Collection[int], size: int) -> list[tuple[int, int]] | None:
    """Return the keys, each with a place that no later one has; None if a table of this size has no such order."""
    places = {key: _places(key, size)[:3] for key in keys}
    holders, number = [0] * (3 * size), [0] * (3 * size)  # of the keys that want a place: their exclusive or
    for key, wanted in places.items():
        for place in wanted:
            holders[place] ^= key
            number[place] += 1
    alone = [place for place, keys_here in enumerate(number) if keys_here == 1]
    order = []
    while alone:
        place = alone.pop()
        if number[place] == 1:
            key = holders[place]
            order.append((key, place))
            for other in places[key]:
                holders[other] ^= key
                number[other] -= 1
                if number[other] == 1:
                    alone.append(other)
    return order if len(order) == len(keys) else None
