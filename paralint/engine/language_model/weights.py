"""What the reader is made of: matrices of MPNet, and what paralint has learned and adds to them.

MPNet is a file in the format safetensors. What is added is ``data/language_model.bin``, made by
``tools/train_reader.py``: for each matrix two narrow ones whose product is added to it (Hu et al. 2022, "LoRA: Low-Rank
Adaptation of Large Language Models"), in whole numbers of eight bits, and all vectors.
"""

from __future__ import annotations

import json
import struct
from collections.abc import Iterator, Mapping, Sequence
from math import prod
from typing import BinaryIO

import numpy as np

from paralint.data.sections import Format
from paralint.engine.language_model.errors import LanguageModelError
from paralint.evidence.encoder.weights import (
    CASES,
    Dense,
    Floats,
    Layer,
    Norm,
    Numbers,
    matrices_of,
    rounded_columns,
    stored,
)
from paralint.values import NamedTuple

FILE = "language_model.bin"
SORTS = ("grammar", "phrase", "name", "contradiction", "quote")
FORMAT = Format(FILE, "language model", b"PLLM", 1, ("sizes", "matrices", "factors", "numbers"))
DISTANCES = 32
"""How many distances between two pieces are told apart, those to the left and to the right taken together."""
_EMBEDDING = "embeddings.word_embeddings.weight"
_MATRICES = (
    ("attention.attn.q", "attention.attn.k", "attention.attn.v"),
    ("attention.attn.o",),
    ("intermediate.dense",),
    ("output.dense",),
)
"""For each matrix of a layer those of MPNet that stand in it side by side."""
_LONGEST_HEADER = 1 << 24
_HEADER = struct.Struct("<Q")


class Sizes(NamedTuple):
    """The sizes of the reader.

    Attributes:
        layers: how many there are.
        width: of what a piece is to the reader.
        inner: width of the feed-forward networks.
        heads: of attention.
        window: how many pieces are read together, at most.
        rank: width of the narrow matrices.
        pieces: of the vocabulary of MPNet.
    """

    layers: int
    width: int
    inner: int
    heads: int
    window: int
    rank: int
    pieces: int

    @property
    def matrices(self) -> list[tuple[int, int]]:
        """The sizes of the matrices of one layer, see ``matrices_of``."""
        return matrices_of(self.width, self.inner)


class Added(NamedTuple):
    """A matrix of low rank, (in, out), as the product of two narrow ones, and what is added behind it."""

    narrow: Floats
    wide: Floats
    shift: Floats


class AddedLayer(NamedTuple):
    """Attributes:
    matrices: what is added to them, in the order of ``Sizes.matrices``.
    looked, fed: behind attention and behind the feed-forward network.
    """

    matrices: Sequence[Added]
    looked: Norm
    fed: Norm


class Learned(NamedTuple):
    """All that was learned.

    Attributes:
        near: by how far one piece stands from another, how much each head leans to it: (distance, head).
        positions: what is added by the place in a window.
        cases: what is added by how a word is written.
        first: behind these.
        head: to the logarithms of odds of each of ``SORTS``.
    """

    sizes: Sizes
    near: Floats
    positions: Floats
    cases: Floats
    first: Norm
    layers: Sequence[AddedLayer]
    head: Dense


def decode(content: bytes | memoryview) -> Learned:
    """Read a file.

    Raises:
        DataError: if it is damaged or of another version.
    """
    sections = FORMAT.decode(content)
    with stored(FORMAT, sections) as (matrices, factors, numbers):
        sizes = Sizes(*map(int, str(sections["sizes"], "ascii").split()))
        near = numbers.next(DISTANCES, sizes.heads)
        positions = matrices.next(sizes.window, sizes.width) * factors.next(sizes.width)
        cases = numbers.next(CASES, sizes.width)
        first = numbers.norm(sizes.width)
        layers = tuple(_layer(sizes, matrices, factors, numbers) for _ in range(sizes.layers))
        head = Dense(numbers.next(sizes.width, len(SORTS)), numbers.next(len(SORTS)))
    return Learned(sizes, near, positions, cases, first, layers, head)


def _layer(sizes: Sizes, matrices: Numbers, factors: Numbers, numbers: Numbers) -> AddedLayer:
    added = [
        Added(
            matrices.next(inner, sizes.rank) * factors.next(sizes.rank),
            matrices.next(sizes.rank, outer) * factors.next(outer),
            numbers.next(outer),
        )
        for inner, outer in sizes.matrices
    ]
    return AddedLayer(added, numbers.norm(sizes.width), numbers.norm(sizes.width))


def encode(learned: Learned) -> bytes:
    """Return the content of a file; the same numbers give the same bytes. Matrices are rounded."""
    wide, numbers = [learned.positions], [learned.near, learned.cases, *learned.first]
    for layer in learned.layers:
        for each in layer.matrices:
            wide += [each.narrow, each.wide]
            numbers.append(each.shift)
        numbers += [*layer.looked, *layer.fed]
    rounded = [rounded_columns(matrix) for matrix in wide]
    return FORMAT.encode(
        {
            "sizes": " ".join(map(str, learned.sizes)).encode("ascii"),
            "matrices": b"".join(matrix.tobytes() for matrix, _ in rounded),
            "factors": b"".join(factor.astype("<f4").tobytes() for _, factor in rounded),
            "numbers": b"".join(number.astype("<f2").tobytes() for number in [*numbers, *learned.head]),
        }
    )


class Weights(NamedTuple):
    """MPNet with what is added to it.

    Attributes:
        embedding: what each piece of its vocabulary is at first.
    """

    learned: Learned
    embedding: Floats
    layers: Sequence[Layer]


def joined(learned: Learned, stream: BinaryIO, path: str) -> Weights:
    """Read MPNet and add what was learned.

    Args:
        stream: the file, at its beginning.
        path: what messages call it.

    Raises:
        LanguageModelError: if it is cut short, no such file, or of another model.
    """
    sizes = learned.sizes
    wanted = {_EMBEDDING: (sizes.pieces, sizes.width)}
    for number in range(sizes.layers):
        for names, (inner, outer) in zip(_MATRICES, sizes.matrices, strict=True):
            wanted.update((_name(number, name), (outer // len(names), inner)) for name in names)
    found: dict[str, Floats] = dict(_tensors(stream, path, wanted))
    layers = []
    for number, layer in enumerate(learned.layers):
        made = [
            Dense(_summed([found.pop(_name(number, name)) for name in names], added), added.shift)
            for names, added in zip(_MATRICES, layer.matrices, strict=True)
        ]
        looks, seen, up, down = made
        layers.append(Layer(looks, seen, layer.looked, up, down, layer.fed))
    return Weights(learned, found[_EMBEDDING], layers)


def _name(layer: int, matrix: str) -> str:
    return f"encoder.layer.{layer}.{matrix}.weight"


def _summed(parts: Sequence[Floats], added: Added) -> Floats:
    summed: Floats = added.narrow @ added.wide
    first = 0
    for part in parts:
        summed[:, first : first + len(part)] += part.T
        first += len(part)
    return summed


def _tensors(stream: BinaryIO, path: str, wanted: Mapping[str, tuple[int, ...]]) -> Iterator[tuple[str, Floats]]:
    """Yield the tensors of some names and sizes, in the order of the file, up to the last of them."""
    try:
        (size,) = _HEADER.unpack(_read(stream, _HEADER.size))
        if size > _LONGEST_HEADER:
            raise ValueError(f"a header of {size} bytes")
        header = json.loads(_read(stream, size))
        places = sorted((tuple(header[name]["data_offsets"]), name) for name in wanted)
        done = 0
        for (first, last), name in places:
            told = header[name]
            if tuple(told["shape"]) != wanted[name] or told["dtype"] != "F32":
                raise ValueError(f"'{name}' has the sizes {told['shape']}, not {list(wanted[name])}")
            if first < done or last - first != 4 * prod(wanted[name]):
                raise ValueError(f"'{name}' lies at {first} to {last}")
            while done < first:
                done += len(_read(stream, min(first - done, 1 << 20)))
            yield name, np.frombuffer(_read(stream, last - first), "<f4").reshape(wanted[name])
            done = last
    except (ValueError, LookupError, TypeError, RecursionError, struct.error) as error:
        what = f"there is no {error}" if isinstance(error, KeyError) else str(error)
        raise LanguageModelError(f"{path} is not the model all-mpnet-base-v2, or is damaged: {what}") from error


def _read(stream: BinaryIO, size: int) -> bytes:
    content = stream.read(size)
    if len(content) != size:
        raise ValueError("cut short")
    return content
