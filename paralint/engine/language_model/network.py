"""The reader: MPNet, run forward in numpy, with a head that tells damage.

Song et al. (2020), "MPNet: Masked and Permuted Pre-training for Language Understanding".
"""

from __future__ import annotations

from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from paralint.engine.language_model.weights import DISTANCES, Weights
from paralint.evidence.encoder.network import Window, behind, one_thread, seen_by_all
from paralint.evidence.encoder.weights import Floats

_NEAR, _FAR = 8, 128  # distances are told apart up to the first, ever less up to the second, and not beyond


class Network:
    """Reads windows."""

    def __init__(self, weights: Weights) -> None:
        self._weights = weights

    def judge(self, window: Window) -> Floats:
        """Return the logarithms of odds of each sort of damage for the pieces of a window: (piece, sort)."""
        learned = self._weights.learned
        count = len(window.pieces)
        x = self._weights.embedding[np.asarray(window.pieces, np.intp)]
        x += learned.positions[:count]
        x += learned.cases[np.asarray(window.cases, np.intp)]
        with one_thread():
            x = learned.first(x)
            for layer in self._weights.layers:
                x = behind(layer, x, seen_by_all(x, layer, learned.sizes.heads, (0, count), self._leaning))
            return learned.head(x)

    @cached_property
    def _leaning(self) -> Floats:
        """How much each place of a window leans to each other one, (head, place, place)."""
        learned = self._weights.learned
        places = np.arange(learned.sizes.window)
        return np.ascontiguousarray(learned.near.T)[:, told_apart(places[:, None] - places[None, :])]


def told_apart(ahead: NDArray[np.intp]) -> NDArray[np.intp]:
    """Return the numbers of distances between places as MPNet tells them apart: (place, place)."""
    side = DISTANCES // 2
    far = np.abs(ahead)
    widening = np.log(np.maximum(far, 1) / _NEAR) / np.log(_FAR / _NEAR) * (side - _NEAR)
    told: NDArray[np.intp] = np.where(far < _NEAR, far, np.minimum(_NEAR + widening.astype(np.intp), side - 1))
    told += side * (ahead < 0)
    return told
