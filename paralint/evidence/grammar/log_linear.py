"""Log-linear models over hashed features: what a place adds up to for each label.

A data file has the CRC-32 of each feature that is kept, ascending, and behind them its weights, a signed byte for each
label. Two features with one hash would share their weights; of 60,000 in 2^32 that is one pair in three files.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Sequence

from paralint.data import DataError, integers, mapped
from paralint.data.sections import Format
from paralint.values import NamedTuple

SCALE = 64  # steps of a weight in one nat
SECTIONS = ("keys", "weights")


class Model(NamedTuple):
    """An opened data file.

    Attributes:
        rows: where the weights of each feature begin.
        weights: the weights.
        labels: how many labels there are.
    """

    rows: dict[int, int]
    weights: Sequence[int]
    labels: int

    def sums(self, features: Iterable[str]) -> list[int]:
        """Return what the features add up to for each label, in steps."""
        rows, weights, labels = self.rows, self.weights, self.labels
        sums = [0] * labels
        for feature in features:
            row = rows.get(zlib.crc32(feature.encode()))
            if row is not None:
                for number, weight in enumerate(weights[row : row + labels]):
                    sums[number] += weight
        return sums


def opened(kind: Format, labels: int) -> Model:
    """Open a packaged file.

    Raises:
        DataError: if it is missing, damaged or of another version.
    """
    sections = kind.decode(mapped(kind.file))
    keys, weights = integers(sections["keys"], "I"), sections["weights"].cast("b")
    if len(weights) != len(keys) * labels:
        raise DataError(f"paralint/data/{kind.file}: damaged (weights)")
    return Model(dict(zip(keys, range(0, len(weights), labels), strict=True)), weights, labels)
