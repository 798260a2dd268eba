"""A transformer of the Llama family, run forward in numpy: what it makes of each token of a text.

Vaswani et al. (2017), "Attention Is All You Need", with what Llama (Touvron et al. 2023) took from others: RMSNorm
(Zhang and Sennrich 2019), rotary positions (Su et al. 2021, "RoFormer"), the gated feed-forward network SwiGLU (Shazeer
2020, "GLU Variants Improve Transformer") and keys that several heads share (Ainslie et al. 2023, "GQA").
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

import numpy as np
from numpy.typing import NDArray
from threadpoolctl import ThreadpoolController

from paralint.engine.language_model.weights import Floats, LayerWeights, ModelFile, Product, Shape
from paralint.values import NamedTuple

_QUERIES = 128  # how many tokens look back at once: what they look at fits into a processor's cache
_POOLS = ThreadpoolController()
_NOTHING: Mapping[str, Product] = MappingProxyType({})


class _Layer(NamedTuple):
    """A layer made ready: scales of norms and of attention drawn into the matrices that follow, those that read the
    same side by side, all of them (in, out)."""

    attention: Floats
    attention_output: Floats
    gates: Floats
    down: Floats


class Transformer:
    """Runs the first layers of a model."""

    def __init__(self, file: ModelFile, depth: int, adaptation: Mapping[str, Product] = _NOTHING) -> None:
        """
        Args:
            file: the model.
            depth: how many of its layers are run.
            adaptation: what is added to weights, see ``LayerWeights.adapted``.

        Raises:
            LanguageModelError: for weights that are not in order, or to which this cannot be added.
        """
        self._file = file
        self._shape = shape = file.shape
        self._layers = [_prepared(file.layer(number).adapted(number, adaptation), shape) for number in range(depth)]

    def run(self, tokens: NDArray[np.intp]) -> Floats:
        """Return the states of tokens, given by their numbers, behind the last layer that is run.

        It runs on one thread: several wait for one another where a machine has other work, which takes many times as
        long, and it is processes that share out the files.
        """
        shape = self._shape
        x = self._file.embedding(tokens)
        turns = _turns(len(tokens), shape)
        with _POOLS.limit(limits=1, user_api="blas"):
            for layer in self._layers:
                x += _attended(_normed(x, shape.epsilon), layer, turns, shape)
                x += _fed_forward(_normed(x, shape.epsilon), layer)
        return x


def _prepared(weights: LayerWeights, shape: Shape) -> _Layer:
    query = weights.attn_q * np.float32(shape.head**-0.5)
    attention = np.concatenate([query, weights.attn_k, weights.attn_v]) * weights.attn_norm
    gates = np.concatenate([weights.ffn_gate, weights.ffn_up]) * weights.ffn_norm
    return _Layer(*(np.ascontiguousarray(m.T) for m in (attention, weights.attn_output, gates, weights.ffn_down)))


def _normed(x: Floats, epsilon: float) -> Floats:
    squares = np.einsum("ij,ij->i", x, x)
    squares /= x.shape[1]
    squares += np.float32(epsilon)
    normed: Floats = x / np.sqrt(squares)[:, None]
    return normed


class _Turns(NamedTuple):
    """By how much each pair of numbers of a head is turned at each place."""

    cosines: Floats
    sines: Floats


def _turns(length: int, shape: Shape) -> _Turns:
    rates = shape.base ** (-np.arange(0, shape.head, 2, dtype=np.float64) / shape.head)
    angles = np.arange(length, dtype=np.float64)[:, None, None] * rates
    return _Turns(np.cos(angles).astype(np.float32), np.sin(angles).astype(np.float32))


def _turned(x: Floats, turns: _Turns) -> Floats:
    """Turn the heads of queries or keys, (token, head, width), by their places."""
    half = x.shape[2] // 2
    first, second = x[:, :, :half], x[:, :, half:]
    turned = np.empty(x.shape, np.float32)
    turned[:, :, :half] = first * turns.cosines - second * turns.sines
    turned[:, :, half:] = second * turns.cosines + first * turns.sines
    return turned


def _attended(x: Floats, layer: _Layer, turns: _Turns, shape: Shape) -> Floats:
    """Let each token look at itself and those before it."""
    length, head, shared = len(x), shape.head, shape.shared_heads
    looks = x @ layer.attention
    turning = (shape.heads + shared) * head
    turned = _turned(looks[:, :turning].reshape(length, -1, head), turns)
    # By shared head: the heads of queries that it serves lie beneath one another.
    queries = turned[:, : shape.heads].reshape(length, shared, -1, head).transpose(1, 2, 0, 3)
    keys = np.ascontiguousarray(turned[:, shape.heads :].transpose(1, 2, 0))
    values = np.ascontiguousarray(looks[:, turning:].reshape(length, shared, head).transpose(1, 0, 2))
    seen = np.empty((shared, shape.heads // shared, length, head), np.float32)
    for first in range(0, length, _QUERIES):
        last = min(first + _QUERIES, length)
        rows = np.ascontiguousarray(queries[:, :, first:last])
        weights = rows.reshape(shared, -1, head) @ keys[:, :, :last]
        parted = weights.reshape(shared, -1, last - first, last)
        parted[:, :, :, first:] += _hidden(last - first)
        weights -= weights.max(axis=2, keepdims=True)
        np.exp(weights, out=weights)
        found = weights @ values[:, :last]
        found /= weights.sum(axis=2, keepdims=True)
        seen[:, :, first:last] = found.reshape(shared, -1, last - first, head)
    return seen.transpose(2, 0, 1, 3).reshape(length, -1) @ layer.attention_output


def _hidden(size: int) -> Floats:
    """What is added so that nothing of a square looks at what comes after it."""
    return np.triu(np.full((size, size), -np.inf, np.float32), 1)


def _fed_forward(x: Floats, layer: _Layer) -> Floats:
    gates = x @ layer.gates
    inner = gates.shape[1] // 2
    gate, up = gates[:, :inner], gates[:, inner:]
    # The logistic function by tanh, which overflows nowhere.
    open_ = np.tanh(gate * np.float32(0.5))
    open_ += 1
    open_ *= gate
    open_ *= up
    open_ *= np.float32(0.5)
    fed: Floats = open_ @ layer.down
    return fed
