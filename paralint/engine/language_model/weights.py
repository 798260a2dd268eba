"""The file of a language model: GGUF, the format of llama.cpp, as far as models of the Llama family need it.

Weights are stored in few bits and turned into numbers when a layer is asked for; those of the embedding row by row,
since a text has few of them.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import numpy as np
from gguf import GGMLQuantizationType, GGUFReader
from gguf.quants import dequantize
from numpy.typing import NDArray

from paralint.engine.language_model.errors import LanguageModelError
from paralint.values import NamedTuple

Floats = NDArray[np.float32]

ARCHITECTURE = "llama"
_MALFORMED = (
    ValueError,
    LookupError,
    TypeError,
    AttributeError,
    OverflowError,
    MemoryError,
)  # of what the reader raises
_EMBEDDING = "token_embd.weight"


class Shape(NamedTuple):
    """The sizes of a model of the Llama family, named as in its papers.

    Attributes:
        layers: how many there are.
        width: of a hidden state.
        inner: width of the feed-forward networks.
        heads, shared_heads: of queries, and of keys and values, each of which serves several heads of queries.
        head: width of a head.
        epsilon: added to mean squares.
        base: of the wavelengths of rotary positions.
        vocabulary: how many tokens there are.
    """

    layers: int
    width: int
    inner: int
    heads: int
    shared_heads: int
    head: int
    epsilon: float
    base: float
    vocabulary: int


class Vocabulary(NamedTuple):
    """What the tokenizer of a model is made of.

    Attributes:
        pieces: the tokens, by their numbers, in the letters that stand for bytes.
        merges: pairs of pieces that are joined, the most frequent first.
        splitting: the name of the way in which text is cut before pieces are joined.
        text_end: the number of the token that stands between two texts.
    """

    pieces: list[str]
    merges: list[tuple[str, str]]
    splitting: str
    text_end: int


class Product(NamedTuple):
    """A large matrix of low rank, kept as the two narrow ones that it is the product of."""

    first: Floats
    second: Floats

    @property
    def matrix(self) -> Floats:
        return self.first @ self.second


class LayerWeights(NamedTuple):
    """One layer: matrices of (out, in), vectors of scales. They are called what GGUF calls them."""

    attn_norm: Floats
    attn_q: Floats
    attn_k: Floats
    attn_v: Floats
    attn_output: Floats
    ffn_norm: Floats
    ffn_gate: Floats
    ffn_up: Floats
    ffn_down: Floats

    def adapted(self, number: int, adaptation: Mapping[str, Product]) -> LayerWeights:
        """Return the weights with what is added to those of the layer ``number``, under names as ``0.attn_q``.

        Raises:
            LanguageModelError: if it does not fit.
        """
        fields = self._asdict()
        for name, added in adaptation.items():
            layer, _, matrix = name.partition(".")
            if layer != str(number):
                continue
            if matrix not in fields or fields[matrix].shape != (len(added.first), added.second.shape[1]):
                raise LanguageModelError(f"what is added to '{name}' does not fit the model")
            fields[matrix] = fields[matrix] + added.matrix
        return LayerWeights(**fields)


class ModelFile:
    """A GGUF file, open.

    Attributes:
        shape: its sizes.
    """

    def __init__(self, path: Path) -> None:
        """
        Raises:
            LanguageModelError: for a file that is missing, is cut short, is no GGUF, or is of another family.
        """
        self._path = path
        try:
            with _told(path):
                self._reader = _Reader(path)
        except OSError as error:
            raise LanguageModelError(f"{path} cannot be read: {error.strerror or error}") from error
        with _told(path):
            self._tensors = {tensor.name: tensor for tensor in self._reader.tensors}
            found = self._text("general.architecture")
            if found != ARCHITECTURE:
                raise LanguageModelError(f"{path} is a model of the architecture '{found}'; {ARCHITECTURE} is needed")
            self.shape = self._shape()

    def vocabulary(self) -> Vocabulary:
        """Return what the tokenizer is made of."""
        with _told(self._path):
            kind = self._text("tokenizer.ggml.model")
            if kind != "gpt2":
                raise LanguageModelError(f"{self._path} has a tokenizer of the kind '{kind}'; gpt2 is needed")
            pieces = self._value("tokenizer.ggml.tokens")
            merges = [_pair(merge) for merge in self._value("tokenizer.ggml.merges")]
            return Vocabulary(pieces, merges, self._text("tokenizer.ggml.pre"), pieces.index("<|endoftext|>"))

    def layer(self, number: int) -> LayerWeights:
        """Return the weights of a layer, counted from 0."""
        shape = self.shape
        queries, keys = shape.heads * shape.head, shape.shared_heads * shape.head
        with _told(self._path):
            return LayerWeights(
                self._weights(f"blk.{number}.attn_norm.weight", shape.width),
                _rotated_in_halves(self._weights(f"blk.{number}.attn_q.weight", queries, shape.width), shape.head),
                _rotated_in_halves(self._weights(f"blk.{number}.attn_k.weight", keys, shape.width), shape.head),
                self._weights(f"blk.{number}.attn_v.weight", keys, shape.width),
                self._weights(f"blk.{number}.attn_output.weight", shape.width, queries),
                self._weights(f"blk.{number}.ffn_norm.weight", shape.width),
                self._weights(f"blk.{number}.ffn_gate.weight", shape.inner, shape.width),
                self._weights(f"blk.{number}.ffn_up.weight", shape.inner, shape.width),
                self._weights(f"blk.{number}.ffn_down.weight", shape.width, shape.inner),
            )

    def embedding(self, tokens: NDArray[np.intp]) -> Floats:
        """Return the rows of tokens, each of which is numbered in the vocabulary."""
        with _told(self._path):
            tensor = self._tensors[_EMBEDDING]
            return _numbers(tensor.data[tokens], tensor.tensor_type)

    def _shape(self) -> Shape:
        heads = self._size("attention.head_count")
        width = self._size("embedding_length")
        shape = Shape(
            layers=self._size("block_count"),
            width=width,
            inner=self._size("feed_forward_length"),
            heads=heads,
            shared_heads=self._size("attention.head_count_kv"),
            head=self._size("rope.dimension_count"),
            epsilon=float(self._value(f"{ARCHITECTURE}.attention.layer_norm_rms_epsilon")),
            base=float(self._value(f"{ARCHITECTURE}.rope.freq_base")),
            vocabulary=int(self._tensors[_EMBEDDING].shape[-1]),
        )
        if shape.heads * shape.head != width or shape.heads % shape.shared_heads or shape.head % 2:
            raise LanguageModelError(f"{self._path} has sizes that do not fit one another: {shape}")
        return shape

    def _size(self, name: str) -> int:
        size = int(self._value(f"{ARCHITECTURE}.{name}"))
        if size < 1:
            raise ValueError(f"{name} is {size}")
        return size

    def _text(self, name: str) -> str:
        return str(self._value(name))

    def _value(self, name: str) -> Any:
        return self._reader.fields[name].contents()

    def _weights(self, name: str, *sizes: int) -> Floats:
        tensor = self._tensors[name]
        found = tuple(int(size) for size in reversed(tensor.shape))  # the file counts from the innermost
        if found != sizes:
            raise ValueError(f"{name} has the sizes {found}, not {sizes}")
        return _numbers(tensor.data, tensor.tensor_type)


class _Reader(GGUFReader):
    """Reads the file through a plain array: each slice of a mapped one costs ten times as much, and there are
    150,000 in the vocabulary."""

    def __setattr__(self, name: str, value: Any) -> None:
        super().__setattr__(name, value.view(np.ndarray) if isinstance(value, np.memmap) else value)


@contextmanager
def _told(path: Path) -> Iterator[None]:
    """Tell whatever the reader raises for a file that is not in order as one kind of error."""
    try:
        yield
    except LanguageModelError:
        raise
    except _MALFORMED as error:
        what = f"{type(error).__name__}: {error}"
        raise LanguageModelError(f"{path} is no GGUF file that can be used, or is cut short ({what})") from error


def _pair(merge: str) -> tuple[str, str]:
    first, _, second = merge.partition(" ")
    return first, second


def _numbers(stored: NDArray[Any], kind: GGMLQuantizationType) -> Floats:
    return np.ascontiguousarray(dequantize(stored, kind), dtype=np.float32)


def _rotated_in_halves(weights: Floats, head: int) -> Floats:
    """Undo the order in which GGUF keeps the rows of queries and keys.

    Rotary positions turn pairs of numbers. llama.cpp pairs neighbours, so the file has them side by side; as trained,
    a number of the first half of a head is paired with its fellow of the second half.
    """
    rows, columns = weights.shape
    pairs = weights.reshape(rows // head, head // 2, 2, columns)
    return np.ascontiguousarray(pairs.swapaxes(1, 2).reshape(rows, columns))
