"""The encoder: a transformer that looks both ways, run forward in numpy.

Vaswani et al. (2017), "Attention Is All You Need"; Devlin et al. (2019), "BERT", with the activation of Hendrycks and
Gimpel (2016), "Gaussian Error Linear Units". Many windows are read at once: what is done to each piece by itself is one
product for all of them, and only in attention do the pieces of a window look at one another.
"""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import AbstractContextManager
from itertools import accumulate, pairwise

import numpy as np
from numpy.typing import NDArray
from threadpoolctl import ThreadpoolController

from paralint.evidence.encoder.weights import Floats, Layer, Weights
from paralint.values import NamedTuple

Places = NDArray[np.intp]

SOUND = -4.0
"""The logarithm of the odds at a glance up to which a piece is sound: of those the last layer finds hardly one odd."""
TOGETHER = 4  # windows that go through the first layers at once: more do not fit into a processor’s cache
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

    Args:
        asked: the places, in rising order, of the pieces that are judged, counted through all windows.
    """
    with one_thread():
        parts = [_read(weights, windows[at : at + TOGETHER]) for at in range(0, len(windows), TOGETHER)]
        x = np.concatenate(parts)
        bounds = [0, *accumulate(len(window.pieces) for window in windows)]
        places = np.asarray(asked, np.intp)
        told = weights.glance(x[places])
        doubtful = told.max(axis=1) > SOUND
        places = places[doubtful]
        few, last = x[places], weights.layers[-1]
        seen = _seen_by_few(x, few, last, weights.sizes.heads, bounds, np.searchsorted(places, bounds))
        told[doubtful] = weights.head(behind(last, few, seen))
        return told


def one_thread() -> AbstractContextManager[object]:
    """Have products of matrices run on one thread: several wait for one another where a machine has other work, and it
    is processes that share out the files."""
    limit: AbstractContextManager[object] = _POOLS.limit(limits=1, user_api="blas")
    return limit


def _read(weights: Weights, windows: Sequence[Window]) -> Floats:
    """Return what all pieces are behind the layer before the last: (piece, width)."""
    bounds = [0, *accumulate(len(window.pieces) for window in windows)]
    pieces = np.fromiter((piece for window in windows for piece in window.pieces), np.intp, bounds[-1])
    cases = np.fromiter((case for window in windows for case in window.cases), np.intp, bounds[-1])
    x = weights.embedded(pieces)
    x += weights.cases[cases]
    for first, last in pairwise(bounds):
        x[first:last] += weights.positions[: last - first]
    x = weights.first(x)
    for layer in weights.layers[:-1]:
        x = behind(layer, x, seen_by_all(x, layer, weights.sizes.heads, bounds))
    return x


def behind(layer: Layer, x: Floats, seen: Floats) -> Floats:
    """Return what pieces are behind a layer in which they have seen so much."""
    x = layer.looked(x + layer.seen(seen))
    return layer.fed(x + layer.down(_gelu(layer.up(x))))


def seen_by_all(x: Floats, layer: Layer, heads: int, bounds: Sequence[int], leaning: Floats | None = None) -> Floats:
    """Return what all pieces see in their windows, the heads side by side: (piece, width).

    Args:
        bounds: where windows begin and end among the pieces.
        leaning: what is added to how much the pieces of a window look at one another, (head, place, place).
    """
    count, width = x.shape
    # of each head: (head; piece; width of a head)
    query, key, value = layer.looks(x).reshape(count, 3, heads, width // heads).transpose(1, 2, 0, 3)
    query *= np.float32((width // heads) ** -0.5)
    seen = np.empty((count, width), np.float32)
    for first, last in pairwise(bounds):
        looks = query[:, first:last] @ key[:, first:last].transpose(0, 2, 1)
        if leaning is not None:
            looks += leaning[:, : last - first, : last - first]
        shares, sums = _shares(looks)
        found = shares @ value[:, first:last]
        found /= sums
        seen[first:last] = found.transpose(1, 0, 2).reshape(last - first, width)
    return seen


def _seen_by_few(x: Floats, few: Floats, layer: Layer, heads: int, bounds: Sequence[int], own: Places) -> Floats:
    """Return what few of the pieces see in their windows, the heads side by side: (piece, width).

    Keys and values of all pieces would cost more than all the rest. A query times a key is the query through the matrix
    of keys, times what the piece is (its shift adds the same for all pieces), and a mean of values is that of the
    pieces through the matrix of values.

    Args:
        x: all pieces.
        few: some of them.
        own: how many of the few stand before each of ``bounds``.
    """
    count, width = few.shape
    wide = width // heads
    query = layer.looks.part(few, 0, width) * np.float32(wide**-0.5)
    # for each head: (head; width of a head; width)
    keys, values = layer.looks.matrix.T.reshape(3, heads, wide, width)[1:]
    asking = query.reshape(count, heads, wide).transpose(1, 0, 2) @ keys
    met = np.empty((heads, count, width), np.float32)
    for (first, last), (begin, end) in zip(pairwise(bounds), pairwise(own), strict=True):
        window = x[first:last]
        shares, sums = _shares(asking[:, begin:end].reshape(-1, width) @ window.T)
        shares /= sums
        met[:, begin:end] = (shares @ window).reshape(heads, end - begin, width)
    seen: Floats = (met @ values.transpose(0, 2, 1)).transpose(1, 0, 2).reshape(count, width)
    return seen + layer.looks.shift[2 * width :]


def _shares(scores: Floats) -> tuple[Floats, Floats]:
    """Return the exponentials of scores, in place, and their sums along the last axis."""
    scores -= scores.max(axis=-1, keepdims=True)
    np.exp(scores, out=scores)
    return scores, scores.sum(axis=-1, keepdims=True)


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
