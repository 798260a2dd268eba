"""The file of the encoder, ``data/encoder.bin``: its vocabulary, and its weights, a byte each.

Matrices are kept as whole numbers of eight bits with one factor for each column, the embedding with one for each piece.
The file is made by ``tools/train_encoder.py``.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any

import numpy as np
from numpy.typing import NDArray

from paralint.data import DataError
from paralint.data.sections import Format
from paralint.values import NamedTuple

Floats = NDArray[np.float32]

FILE = "encoder.bin"
SORTS = ("grammar", "phrase", "name")
FORMAT = Format(FILE, "encoder", b"PLEN", 2, ("sizes", "pieces", "embedding", "matrices", "factors", "numbers"))
CASES = 6
"""In how many ways a word may be written, see ``wordpieces``."""
_EPSILON = np.float32(1e-12)


class Sizes(NamedTuple):
    """The sizes of the encoder.

    Attributes:
        layers: how many there are.
        width: of what a piece is to the encoder.
        inner: width of the feed-forward networks.
        heads: of attention.
        window: how many pieces are read together, at most.
    """

    layers: int
    width: int
    inner: int
    heads: int
    window: int

    @property
    def matrices(self) -> list[tuple[int, int]]:
        """The sizes of the matrices of one layer, see ``matrices_of``."""
        return matrices_of(self.width, self.inner)


def matrices_of(width: int, inner: int) -> list[tuple[int, int]]:
    """Return the sizes of the matrices of one layer, (in, out), in their order: to what is looked for, of what is seen,
    up and down."""
    return [(width, 3 * width), (width, width), (width, inner), (inner, width)]


class Dense(NamedTuple):
    """A matrix that leads from the numbers of a piece to others, (in, out), and what is added behind it."""

    matrix: Floats
    shift: Floats

    def __call__(self, x: Floats) -> Floats:
        return self.part(x, 0, None)

    def part(self, x: Floats, first: int, last: int | None) -> Floats:
        """Return the numbers from ``first`` to ``last``, the last exclusive, of those that the matrix leads to."""
        out: Floats = x @ self.matrix[:, first:last]
        out += self.shift[first:last]
        return out


class Norm(NamedTuple):
    """Layer normalisation: Ba, Kiros and Hinton (2016), "Layer Normalization"."""

    scale: Floats
    shift: Floats

    def __call__(self, x: Floats) -> Floats:
        """Change ``x``, (piece, width), in place and return it."""
        x -= x.mean(axis=1, keepdims=True)
        squares = np.einsum("ij,ij->i", x, x)
        squares /= x.shape[1]
        squares += _EPSILON
        x *= (1 / np.sqrt(squares))[:, None]
        x *= self.scale
        x += self.shift
        return x


class Layer(NamedTuple):
    """Attributes:
    looks: to queries, keys and values side by side.
    seen: from what is seen to the width of the encoder.
    up, down: to the inner width and back.
    looked, fed: behind attention and behind the feed-forward network.
    """

    looks: Dense
    seen: Dense
    looked: Norm
    up: Dense
    down: Dense
    fed: Norm


class Weights(NamedTuple):
    """All that was learned.

    Attributes:
        pieces: the vocabulary.
        embedding, embedding_factors: what each piece is at first, in whole numbers, and what these stand for.
        positions: what is added by the place in a window.
        cases: what is added by how the word is written.
        glance: to the logarithms of odds of each of ``SORTS``, behind the layer before the last.
        head: to the same, behind the last.
    """

    sizes: Sizes
    pieces: Sequence[str]
    embedding: NDArray[np.int8]
    embedding_factors: Floats
    positions: Floats
    cases: Floats
    first: Norm
    layers: Sequence[Layer]
    glance: Dense
    head: Dense

    def embedded(self, pieces: NDArray[np.intp]) -> Floats:
        """Return what pieces, given by their numbers, are at first: (piece, width)."""
        return self.embedding[pieces] * self.embedding_factors[pieces, None]


def decode(content: bytes | memoryview) -> Weights:
    """Read a file.

    Raises:
        DataError: if it is damaged or of another version.
    """
    sections = FORMAT.decode(content)
    with stored(FORMAT, sections) as (matrices, factors, numbers):
        sizes = Sizes(*map(int, str(sections["sizes"], "ascii").split()))
        pieces = str(sections["pieces"], "utf-8").split("\n")
        embedding = np.frombuffer(sections["embedding"], np.int8).reshape(len(pieces), sizes.width)
        piece_factors = factors.next(len(pieces))
        positions = numbers.next(sizes.window, sizes.width)
        cases = numbers.next(CASES, sizes.width)
        first = numbers.norm(sizes.width)
        layers = tuple(_layer(sizes, matrices, factors, numbers) for _ in range(sizes.layers))
        glance, head = (Dense(numbers.next(sizes.width, len(SORTS)), numbers.next(len(SORTS))) for _ in range(2))
    return Weights(sizes, pieces, embedding, piece_factors, positions, cases, first, layers, glance, head)


class Numbers:
    """The numbers of a section, taken one after another."""

    def __init__(self, numbers: NDArray[Any]) -> None:
        self._numbers = numbers
        self._done = 0

    def next(self, *sizes: int) -> Floats:
        """Return the next ones, in an array of these sizes.

        Raises:
            ValueError: if so many are not left.
        """
        first, self._done = self._done, self._done + int(np.prod(sizes))
        return self._numbers[first : self._done].reshape(sizes).astype(np.float32)

    def norm(self, width: int) -> Norm:
        """Return the next ones as scale and shift."""
        return Norm(self.next(width), self.next(width))

    def end(self) -> None:
        """
        Raises:
            ValueError: if some are left.
        """
        if self._done != len(self._numbers):
            raise ValueError(f"{len(self._numbers) - self._done} numbers too many")


@contextmanager
def stored(form: Format, sections: Mapping[str, memoryview]) -> Iterator[tuple[Numbers, Numbers, Numbers]]:
    """Yield the matrices, their factors and the other numbers of a file, all of which must be taken.

    Raises:
        DataError: for whatever is wrong with them.
    """
    try:
        matrices, factors, numbers = (
            Numbers(np.frombuffer(sections[name], kind))
            for name, kind in (("matrices", "i1"), ("factors", "<f4"), ("numbers", "<f2"))
        )
        yield matrices, factors, numbers
        for rest in (matrices, factors, numbers):
            rest.end()
    except (ValueError, TypeError, OverflowError) as error:
        raise DataError(f"paralint/data/{form.file}: damaged ({error})") from error


def _layer(sizes: Sizes, matrices: Numbers, factors: Numbers, numbers: Numbers) -> Layer:
    looks, seen, up, down = (
        Dense(matrices.next(*size) * factors.next(size[1]), numbers.next(size[1])) for size in sizes.matrices
    )
    looked, fed = numbers.norm(sizes.width), numbers.norm(sizes.width)
    return Layer(looks, seen, looked, up, down, fed)


def encode(weights: Weights) -> bytes:
    """Return the content of a file; the same weights give the same bytes. Matrices are rounded."""
    matrices, factors, numbers = [], [weights.embedding_factors], [weights.positions, weights.cases, *weights.first]
    for layer in weights.layers:
        dense = (layer.looks, layer.seen, layer.up, layer.down)
        for each in dense:
            rounded, factor = rounded_columns(each.matrix)
            matrices.append(rounded)
            factors.append(factor)
        numbers += [*(each.shift for each in dense), *layer.looked, *layer.fed]
    numbers += [*weights.glance, *weights.head]
    return FORMAT.encode(
        {
            "sizes": " ".join(map(str, weights.sizes)).encode("ascii"),
            "pieces": "\n".join(weights.pieces).encode("utf-8"),
            "embedding": weights.embedding.tobytes(),
            "matrices": b"".join(matrix.tobytes() for matrix in matrices),
            "factors": b"".join(factor.astype("<f4").tobytes() for factor in factors),
            "numbers": b"".join(number.astype("<f2").tobytes() for number in numbers),
        }
    )


def rounded_columns(matrix: Floats) -> tuple[NDArray[np.int8], Floats]:
    """Return a matrix in whole numbers of eight bits, and for each column what one stands for."""
    factors = np.maximum(np.abs(matrix).max(axis=0), 1e-12).astype(np.float32) / 127
    return np.rint(matrix / factors).astype(np.int8), factors
