"""Weights of linear models over named features: a row of small integers for each feature, found by its CRC-32."""

from __future__ import annotations

import zlib
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from itertools import chain

from paralint.text.memo import Memo

_MEMO = 1 << 14  # features


class LinearModel:
    """Rows of weights by feature.

    Attributes:
        columns: how many weights a row has.
    """

    def __init__(self, keys: Sequence[int], rows: memoryview, columns: int) -> None:
        """Args:
        keys: the CRC-32 of each feature, sorted.
        rows: a signed byte for each weight.
        columns: how many weights a row has.
        """
        self.columns = columns
        self._keys = keys
        self._rows = rows.cast("b") if rows.format != "b" else rows
        self._none = (0,) * columns
        self._row = Memo(self._find, _MEMO)

    def scores(self, features: Iterable[str]) -> list[int]:
        """Return the sums of the rows of some features; one that the model does not have adds nothing."""
        rows = map(self._row.__getitem__, features)
        if self.columns == 1:
            return [sum(chain.from_iterable(rows))]
        return list(map(sum, zip(self._none, *rows, strict=True)))

    def _find(self, feature: str) -> tuple[int, ...]:
        place = row_of(self._keys, feature)
        return self._none if place is None else tuple(self._rows[place * self.columns : (place + 1) * self.columns])


def row_of(keys: Sequence[int], feature: str) -> int | None:
    """Return where the CRC-32 of a feature stands among sorted ones; None if it does not."""
    key = zlib.crc32(feature.encode())
    place = bisect_left(keys, key)
    return place if place < len(keys) and keys[place] == key else None
