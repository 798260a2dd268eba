"""What the network makes of a window, computed number by number."""

from __future__ import annotations

import io
from math import erf, exp, log, sqrt

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from paralint.engine.language_model.network import Network, told_apart
from paralint.engine.language_model.weights import Weights, joined
from paralint.evidence.encoder.network import Window
from paralint.evidence.encoder.weights import Dense, Norm
from tests.engine.language_model.conftest import SIZES, arrays, learned, safetensors

Row = list[float]


def test_a_window() -> None:
    random = np.random.default_rng(5)
    weights = joined(learned(random), io.BytesIO(safetensors(arrays(random))), "m")
    window = Window([0, 9, 4, 30, 12, 12, 7, 2], [0, 1, 1, 4, 3, 2, 5, 0])
    found = Network(weights).judge(window)
    assert found.shape == (8, 5)
    assert np.allclose(found, slowly(weights, window), atol=0.01)


def slowly(weights: Weights, window: Window) -> list[Row]:
    own = weights.learned
    rows = [
        normed(own.first, (weights.embedding[piece] + own.positions[place] + own.cases[case]).tolist())
        for place, (piece, case) in enumerate(zip(window.pieces, window.cases, strict=True))
    ]
    head = SIZES.width // SIZES.heads
    for layer in weights.layers:
        looks = [dense(layer.looks, row) for row in rows]
        behind = []
        for here, row in enumerate(rows):
            seen: Row = []
            for first in range(0, SIZES.width, head):
                query = looks[here][first : first + head]
                shares = []
                for there, other in enumerate(looks):
                    key = other[SIZES.width + first : SIZES.width + first + head]
                    score = sum(a * b for a, b in zip(query, key, strict=True)) / sqrt(head)
                    shares.append(exp(score + own.near[distance(here - there), first // head]))
                seen += [
                    sum(share * other[2 * SIZES.width + number] for share, other in zip(shares, looks, strict=True))
                    / sum(shares)
                    for number in range(first, first + head)
                ]
            looked = normed(layer.looked, added(row, dense(layer.seen, seen)))
            inner = [x * (1 + erf(x / sqrt(2))) / 2 for x in dense(layer.up, looked)]
            behind.append(normed(layer.fed, added(looked, dense(layer.down, inner))))
        rows = behind
    return [dense(own.head, row) for row in rows]


def dense(matrix: Dense, row: Row) -> Row:
    return (np.array(row) @ matrix.matrix + matrix.shift).tolist()  # type: ignore[no-any-return]


def added(one: Row, other: Row) -> Row:
    return [a + b for a, b in zip(one, other, strict=True)]


def normed(norm: Norm, row: Row) -> Row:
    mean = sum(row) / len(row)
    spread = sqrt(sum((x - mean) ** 2 for x in row) / len(row))
    return [(x - mean) / spread * a + b for x, a, b in zip(row, norm.scale, norm.shift, strict=True)]


def distance(ahead: int) -> int:
    """Return the number that MPNet has for a distance."""
    far = abs(ahead)
    told = far if far < 8 else min(15, 8 + int(log(far / 8) / log(128 / 8) * 8))
    return told + (16 if ahead < 0 else 0)


@given(st.integers(-3000, 3000))
def test_distances(ahead: int) -> None:
    assert told_apart(np.array([[ahead]]))[0, 0] == distance(ahead)
