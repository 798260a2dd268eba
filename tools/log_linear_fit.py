"""Fits log-linear models over hashed features for ``build_likely_forms.py`` and ``build_lost_verbs.py``.

The package reads what ``packed`` returns (``evidence/grammar/log_linear.py``). It is no script; needs numpy.
"""

from __future__ import annotations

import argparse
from array import array
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Protocol

import numpy as np

from paralint.data.sections import Format
from paralint.evidence.grammar.log_linear import SCALE
from paralint.text.document import Document
from paralint.text.read import document

EPOCHS = 7
ROWS = 4096  # examples of one step
RATE = 0.25
SHRINK = 3e-8


class Examples(Protocol):
    """What a tool learns from, collected text by text."""

    def read(self, text: Document) -> None: ...
    def flush(self) -> None: ...


def given(description: str | None, examples: Examples) -> Path:
    """Read the texts that the command line names; return the path of the table to be written."""
    parser = argparse.ArgumentParser(description=description, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("table", type=Path)
    parser.add_argument("texts", type=Path, nargs="+")
    arguments = parser.parse_args()
    for path in texts(arguments.texts):
        examples.read(document(path.name, path.read_text(encoding="utf-8", errors="replace")))
    examples.flush()
    table: Path = arguments.table
    return table


def texts(folders: list[Path]) -> Iterator[Path]:
    """Yield the texts of folders."""
    for folder in folders:
        yield from sorted(folder.glob("*.txt"))


def built(hashes: array[int], told: bytearray, size: int, met: int, kept: int) -> tuple[Any, Any]:
    """Return the features that weigh most, ascending, and their weights for each of ``size`` labels.

    Args:
        hashes: the features of each example, as many for each.
        told: the label of each example.
        size: how many labels there are.
        met: examples that a feature must be met in.
        kept: features that are kept.
    """
    labels = np.frombuffer(bytes(told), np.uint8)
    rows = np.frombuffer(hashes.tobytes(), np.uint32).reshape(len(labels), -1)
    known, counts = np.unique(rows, return_counts=True)
    keys = known[counts >= met]
    places = _indexed(rows, keys)
    weights = _fitted(places, labels, len(keys), size, 3)[: len(keys)]
    often = np.bincount(places.ravel(), minlength=len(keys) + 1)[: len(keys)]
    weight = np.abs(weights - weights.mean(1, keepdims=True)).max(1) * np.sqrt(often)
    keys = keys[np.sort(np.argsort(-weight)[:kept])]
    return keys, _fitted(_indexed(rows, keys), labels, len(keys), size, EPOCHS)[: len(keys)]


def packed(kind: Format, keys: Any, weights: Any) -> bytes:
    """Return the content of a data file."""
    steps = np.clip(np.rint(weights * SCALE), -127, 127).astype(np.int8)
    return kind.encode({"keys": keys.astype("<u4").tobytes(), "weights": steps.tobytes()})


def _indexed(hashes: Any, keys: Any) -> Any:
    """Return the numbers of hashed features, the number behind the last for those that are not kept."""
    found = np.searchsorted(keys, hashes)
    found[found == len(keys)] = 0
    return np.where(keys[found] == hashes, found, len(keys)).astype(np.int32)


def _fitted(rows: Any, labels: Any, size: int, width: int, epochs: int) -> Any:
    """Return the weights of each feature for each label."""
    weights = np.zeros((size + 1, width), np.float32)
    squares = np.full((size + 1, width), 1e-3, np.float32)
    draw = np.random.default_rng(1)
    for _ in range(epochs):
        order = draw.permutation(len(labels))
        for start in range(0, len(order), ROWS):
            batch = order[start : start + ROWS]
            told = rows[batch]
            sums = weights[told].sum(1)
            chances = np.exp(sums - sums.max(1, keepdims=True))
            chances /= chances.sum(1, keepdims=True)
            chances[np.arange(len(batch)), labels[batch]] -= 1
            chances /= len(batch)
            features, places = np.unique(told.ravel(), return_inverse=True)
            errors = np.repeat(chances, rows.shape[1], 0)
            slopes = np.stack([np.bincount(places, errors[:, each], len(features)) for each in range(width)], 1)
            slopes += SHRINK * weights[features]
            squares[features] += slopes * slopes
            weights[features] -= RATE * slopes / np.sqrt(squares[features])
            weights[size] = 0
    return weights
