"""The encoder: a transformer that looks both ways, run forward in numpy.

Vaswani et al. (2017), "Attention Is All You Need"; Devlin et al. (2019), "BERT", with the activation of Hendrycks and
Gimpel (2016), "Gaussian Error Linear Units". Many windows are read at once: what is done to each piece by itself is one
product for all of them, and only in attention do the pieces of a window look at one another.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate, pairwise

import numpy as np
from threadpoolctl import ThreadpoolController

from paralint.evidence.encoder.weights import Floats, Layer, Weights
from paralint.values import NamedTuple

_POOLS = ThreadpoolController()
_BENT, _SLOPE = np.float32(0.044715), np.float32((2 / np.pi) ** 0.5)  # of the approximation of the activation


class Window(NamedTuple):
    """Pieces that are read together: their numbers, and how the words that they belong to are written."""

    pieces: Sequence[int]
    cases: Sequence[int]


def judge(weights: Weights, windows: Sequence[Window]) -> Floats:
    """Return the logarithms of odds of each sort of damage for the pieces of all windows: (piece, sort).

    It runs on one thread: several wait for one another where a machine has other work, and it is processes that share
    out the files.
    """
    bounds = [0, *accumulate(len(window.pieces) for window in windows)]
    pieces = np.fromiter((piece for window in windows for piece in window.pieces), np.intp, bounds[-1])
    cases = np.fromiter((case for window in windows for case in window.cases), np.intp, bounds[-1])
    x = weights.embedded(pieces)
    x += weights.cases[cases]
    for first, last in pairwise(bounds):
        x[first:last] += weights.positions[: last - first]
    with _POOLS.limit(limits=1, user_api="blas"):
        x = weights.first(x)
        for layer in weights.layers:
            x = layer.looked(x + _attended(x, layer, weights.sizes.heads, bounds))
            x = layer.fed(x + layer.down(_gelu(layer.up(x))))
        return weights.head(x)


def _attended(x: Floats, layer: Layer, heads: int, bounds: Sequence[int]) -> Floats:
    length, width = x.shape[0], x.shape[1] // heads
    # (query, key or value; head; piece; width of a head)
    looks = np.ascontiguousarray(layer.looks(x).reshape(length, 3, heads, width).transpose(1, 2, 0, 3))
    looks[0] *= np.float32(width**-0.5)
    seen = np.empty((heads, length, width), np.float32)
    for first, last in pairwise(bounds):
        query, key, value = looks[:, :, first:last]
        shares = query @ key.transpose(0, 2, 1)
        shares -= shares.max(axis=2, keepdims=True)
        np.exp(shares, out=shares)
        found = shares @ value
        found /= shares.sum(axis=2, keepdims=True)
        seen[:, first:last] = found
    return layer.seen(seen.transpose(1, 0, 2).reshape(length, -1))


def _gelu(x: Floats) -> Floats:
    bent = x * x
    bent *= _BENT * _SLOPE
    bent += _SLOPE
    bent *= x
    np.tanh(bent, out=bent)
    bent += 1
    bent *= x
    bent *= np.float32(0.5)
    return bent
