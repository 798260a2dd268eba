"""Log-linear models over hashed features: what a place adds up to for each label.

A data file has the CRC-32 of each feature that is kept, ascending, and behind them its weights, a signed byte for each
label. Two features with one hash would share their weights; of 60,000 in 2^32 that is one pair in three files.
"""

from __future__ import annotations

from paralint.data import DataError, integers, mapped
from paralint.data.sections import Format
from paralint.evidence.grammar.linear_model import LinearModel

SCALE = 64  # steps of a weight in one nat
SECTIONS = ("keys", "weights")


def opened(kind: Format, labels: int) -> LinearModel:
    """Open a packaged file.

    Raises:
        DataError: if it is missing, damaged or of another version.
    """
    sections = kind.decode(mapped(kind.file))
    keys, weights = integers(sections["keys"], "I"), sections["weights"].cast("b")
    if len(weights) != len(keys) * labels:
        raise DataError(f"paralint/data/{kind.file}: damaged (weights)")
    return LinearModel(keys, weights, labels)
