"""The encoder: a transformer that looks both ways, run forward in numpy.

Vaswani et al. (2017), "Attention Is All You Need"; Devlin et al. (2019), "BERT", with the activation of Hendrycks and
Gimpel (2016), "Gaussian Error Linear Units". Many windows are read at once: what is done to each piece by itself is one
product for all of them, and only in attention do the pieces of a window look at one another.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate, pairwise

import numpy as np
from numpy.typing import NDArray
from threadpoolctl import ThreadpoolController

from paralint.evidence.encoder.weights import Floats, Layer, Weights
from paralint.values import NamedTuple

Places = NDArray[np.intp]

SOUND = -4.0
"""The logarithm of the odds at a glance up to which a piece is sound: of those the last layer finds hardly one odd."""
_POOLS = ThreadpoolController()
_BENT, _SLOPE = np.float32(0.044715), np.float32((2 / np.pi) ** 0.5)  # of the approximation of the activation


class Window(NamedTuple):
    """Pieces that are read together: their numbers, and how the words that they belong to are written."""

    pieces: Sequence[int]
    cases: Sequence[int]


def judge(weights: Weights, windows: Sequence[Window], asked: Sequence[int]) -> Floats:
    """Return the logarithms of odds of each sort of damage for some pieces: (piece, sort).

    A glance behind the layer before the last tells which pieces are surely sound; the last layer looks at the others
    alone.

    It runs on one thread: several wait for one another where a machine has other work, and it is processes that share
    out the files.

    Args:
        asked: the places, in rising order, of the pieces that are judged, counted through all windows.
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
        everywhere = np.arange(len(x))
        for layer in weights.layers[:-1]:
            x = _layer(x, everywhere, layer, weights.sizes.heads, bounds)
        rows = np.asarray(asked, np.intp)
        told = weights.glance(x[rows])
        doubtful = told.max(axis=1) > SOUND
        looked = _layer(x, rows[doubtful], weights.layers[-1], weights.sizes.heads, bounds)
        told[doubtful] = weights.head(looked)
        return told


def _layer(x: Floats, asked: Places, layer: Layer, heads: int, bounds: Sequence[int]) -> Floats:
    """Return what the pieces at the places ``asked`` for, in rising order, are behind a layer."""
    own = x[asked]
    own = layer.looked(own + _attended(x, own, asked, layer, heads, bounds))
    return layer.fed(own + layer.down(_gelu(layer.up(own))))


def _attended(x: Floats, own: Floats, asked: Places, layer: Layer, heads: int, bounds: Sequence[int]) -> Floats:
    """Return what the pieces ``own``, which stand at the places ``asked`` for, see in all those of their windows."""
    width = x.shape[1]
    wide = heads, width // heads
    # of each head: (head; piece; width of a head)
    query = (layer.looks.part(own, 0, width) * np.float32(wide[1] ** -0.5)).reshape(-1, *wide).transpose(1, 0, 2)
    key, value = layer.looks.part(x, width, 3 * width).reshape(-1, 2, *wide).transpose(1, 2, 0, 3)
    seen = np.empty((len(own), width), np.float32)
    for (first, last), (begin, end) in zip(pairwise(bounds), pairwise(np.searchsorted(asked, bounds)), strict=True):
        shares = query[:, begin:end] @ key[:, first:last].transpose(0, 2, 1)
        shares -= shares.max(axis=2, keepdims=True)
        np.exp(shares, out=shares)
        found = shares @ value[:, first:last]
        found /= shares.sum(axis=2, keepdims=True)
        seen[begin:end] = found.transpose(1, 0, 2).reshape(end - begin, width)
    return layer.seen(seen)


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
