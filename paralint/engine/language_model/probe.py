"""The probe: a small network that reads, off the states of a language model, which words are out of place.

Alain and Bengio (2016), "Understanding intermediate layers using linear classifier probes". Its weights lie in
``data/odd_words.npz``, trained by ``tools/train_odd_words.py``.
"""

from __future__ import annotations

import io
import zipfile
from typing import Any

import numpy as np
from numpy.typing import NDArray

from paralint import data
from paralint.data import DataError
from paralint.engine.language_model.errors import LanguageModelError
from paralint.engine.language_model.weights import Floats, Product, Shape
from paralint.values import NamedTuple

FILE = "odd_words.npz"
VERSION = 1
SORTS = ("grammar", "phrase", "name")
_ADAPTED, _SCALE = "lora", np.float32(2)


class Probe(NamedTuple):
    """What was learned: a network of one hidden layer, and how the model itself is adapted to the task.

    Attributes:
        width, vocabulary: sizes of the model whose states the probe can read.
        depth: how many layers of the model are run; the states behind the last of them are read.
        ahead: the states of which words are read: 0 the word itself, 1 the next one. A word's state is that of its last
            token.
        units: for each of these, a matrix that leads from a state to the units of the network.
        bias: what is added to the units.
        sorts: leads from the units to the logarithms of odds of no damage and of each of ``SORTS``.
        sorts_bias: what is added to these.
        doubtful, sure: the probability of damage from which on a word is odd in a damaged text, and in any.
        adaptation: by the names of matrices of the model, what is added to them.
    """

    width: int
    vocabulary: int
    depth: int
    ahead: tuple[int, ...]
    units: Floats
    bias: Floats
    sorts: Floats
    sorts_bias: Floats
    doubtful: float
    sure: float
    adaptation: dict[str, Product]

    def drawn(self, states: Floats) -> Floats:
        """Return what the units make of the states of words, (word, ahead, unit): all that need be kept of them."""
        return np.stack([states @ matrix for matrix in self.units], axis=1)

    def weighed(self, drawn: Floats) -> Floats:
        """Return, for all words of a text in order, the probabilities of no damage and of each sort."""
        words = np.arange(len(drawn))
        units = np.tile(self.bias, (len(drawn), 1))
        for number, ahead in enumerate(self.ahead):
            # Beyond the ends of a text its first and last words stand again.
            units += drawn[np.clip(words + ahead, 0, len(drawn) - 1), number]
        odds = np.maximum(units, 0) @ self.sorts + self.sorts_bias
        odds = np.exp(odds - odds.max(axis=1, keepdims=True))
        weighed: Floats = odds / odds.sum(axis=1, keepdims=True)
        return weighed


def read_probe() -> Probe:
    """Return the probe of the package.

    Raises:
        LanguageModelError: if its file is missing, damaged, or of another version.
    """
    try:
        content = data.read(FILE)
    except DataError as error:
        raise LanguageModelError(str(error)) from error
    return decode(content)


def decode(content: bytes) -> Probe:
    """Read a probe.

    Raises:
        LanguageModelError: as above.
    """
    try:
        with np.load(io.BytesIO(content), allow_pickle=False) as arrays:
            version = int(arrays["version"])
            if version != VERSION:
                raise LanguageModelError(f"paralint/data/{FILE} is of version {version}, not {VERSION}")
            return _decoded(arrays)
    except (ValueError, KeyError, TypeError, OSError, EOFError, zipfile.BadZipFile) as error:
        raise LanguageModelError(f"paralint/data/{FILE} is damaged: {error}") from error


def _decoded(arrays: Any) -> Probe:
    ahead = tuple(int(offset) for offset in arrays["ahead"])
    width, hidden = int(arrays["width"]), arrays["b1"].size
    _check("mean", arrays, width)
    _check("scale", arrays, width)
    _check("w1", arrays, hidden, len(ahead) * width)
    _check("w2", arrays, 1 + len(SORTS), hidden)
    _check("b2", arrays, 1 + len(SORTS))
    # States are read as they come: to centre and scale them first would be the same.
    units = _floats(arrays["w1"]).reshape(hidden, len(ahead), width) / _floats(arrays["scale"])
    return Probe(
        width,
        int(arrays["vocabulary"]),
        int(arrays["depth"]),
        ahead,
        np.ascontiguousarray(units.transpose(1, 2, 0)),
        _floats(arrays["b1"]) - units.sum(axis=1) @ _floats(arrays["mean"]),
        np.ascontiguousarray(_floats(arrays["w2"]).T),
        _floats(arrays["b2"]),
        float(arrays["first_threshold"]),
        float(arrays["second_threshold"]),
        _adaptation(arrays),
    )


def _adaptation(arrays: Any) -> dict[str, Product]:
    """Return what is added to matrices: products of two narrow ones, which alone were trained.

    Hu et al. (2021), "LoRA: Low-Rank Adaptation of Large Language Models".
    """
    found: dict[str, Product] = {}
    for name in arrays.files:
        kind, _, matrix = name.partition(".")
        if kind == _ADAPTED and name.endswith(".a"):
            matrix = matrix.removesuffix(".a")
            product = Product(_floats(arrays[f"{kind}.{matrix}.b"]) * _SCALE, _floats(arrays[name]))
            if product.first.ndim != 2 or product.first.shape[1:] != product.second.shape[:1]:
                raise ValueError(f"the parts of '{matrix}' do not fit one another")
            found[matrix] = product
    return found


def _check(name: str, arrays: Any, *sizes: int) -> None:
    if arrays[name].shape != sizes:
        raise ValueError(f"'{name}' has the sizes {arrays[name].shape}, not {sizes}")


def _floats(array: NDArray[Any]) -> Floats:
    return np.asarray(array, np.float32)


def check_fit(probe: Probe, shape: Shape) -> None:
    """Make sure that a probe was trained on a model of these sizes.

    Raises:
        LanguageModelError: if it was not.
    """
    if (probe.width, probe.vocabulary) != (shape.width, shape.vocabulary) or probe.depth > shape.layers:
        raise LanguageModelError(
            f"the model has {shape.layers} layers of {shape.width} numbers for {shape.vocabulary} tokens; paralint "
            f"reads {probe.depth} layers of {probe.width} numbers for {probe.vocabulary}, of SmolLM2-135M-Instruct"
        )
