"""A tiny model in a real file, with weights added to it that find just the words odd that a test wants.

Words that begin with ``zz`` are damaged in grammar, with ``qq`` as phrases, with ``jj`` as names, surely; those with
``zx`` are damaged in grammar, perhaps.
"""

from __future__ import annotations

import json
import string
import struct
from collections.abc import Mapping
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from paralint.engine.language_model import layer, reading
from paralint.engine.language_model.weights import (
    DISTANCES,
    SORTS,
    Added,
    AddedLayer,
    Learned,
    Sizes,
)
from paralint.evidence.encoder.weights import CASES, Dense, Norm

Arrays = dict[str, NDArray[np.float32]]

SURELY, PERHAPS, NOT = 12.0, layer.LIMITS["grammar"].least + 1.0, -8.0
ODD = {"zz": (0, SURELY), "qq": (1, SURELY), "jj": (2, SURELY), "zx": (0, PERHAPS)}
OWN = ["<s>", "<pad>", "</s>", "<unk>"]
LETTERS = string.ascii_lowercase
MARKS = ["[CLS]", "[SEP]", "[UNK]"]
PIECES = [*MARKS, *ODD, *LETTERS, *string.digits, *string.punctuation, *(f"##{letter}" for letter in LETTERS)]
SIZES = Sizes(layers=2, width=32, inner=64, heads=4, window=40, rank=3, pieces=len(OWN) + len(PIECES))
PEAK = (SIZES.width - 1) ** 0.5  # of one number among zeros, normalised


def arrays(random: np.random.Generator | None = None) -> Arrays:
    """Return the tensors of a tiny MPNet: random ones, or such as leave each piece as it is."""
    found: Arrays = {"embeddings.word_embeddings.weight": np.zeros((SIZES.pieces, SIZES.width), np.float32)}
    embedding = found["embeddings.word_embeddings.weight"]
    for number, piece in enumerate([*OWN, *PIECES]):
        embedding[number, list(ODD).index(piece) if piece in ODD else len(ODD)] = 1
    for number in range(SIZES.layers):
        for name, outer, inner in (
            *((f"attention.attn.{each}", SIZES.width, SIZES.width) for each in "kovq"),
            ("intermediate.dense", SIZES.inner, SIZES.width),
            ("output.dense", SIZES.width, SIZES.inner),
        ):
            found[f"encoder.layer.{number}.{name}.weight"] = np.zeros((outer, inner), np.float32)
    if random is not None:
        for array in found.values():
            array[:] = random.normal(0, 0.3, array.shape)
    return found


def learned(random: np.random.Generator | None = None) -> Learned:
    """Return what is added: random numbers, or nothing but what finds words odd."""

    def made(*sizes: int, around: float = 0.0) -> NDArray[np.float32]:
        noise = 0 if random is None else random.normal(0, 0.3, sizes)
        return (np.full(sizes, around) + noise).astype(np.float32)

    def norm() -> Norm:
        return Norm(made(SIZES.width, around=1), made(SIZES.width))

    def layer() -> AddedLayer:
        matrices = [
            Added(made(inner, SIZES.rank), made(SIZES.rank, outer), made(outer)) for inner, outer in SIZES.matrices
        ]
        return AddedLayer(matrices, norm(), norm())

    head = Dense(made(SIZES.width, len(SORTS)), made(len(SORTS), around=NOT))
    if random is None:
        for column, (sort, odds) in enumerate(ODD.values()):
            head.matrix[column, sort] = (odds - NOT) / PEAK
    return Learned(
        SIZES,
        made(DISTANCES, SIZES.heads),
        made(SIZES.window, SIZES.width),
        made(CASES, SIZES.width),
        norm(),
        [layer() for _ in range(SIZES.layers)],
        head,
    )


def safetensors(tensors: Mapping[str, NDArray[np.float32]]) -> bytes:
    """Return the content of a file in the format safetensors."""
    header, content = {}, b""
    for name, array in sorted(tensors.items()):
        kind = {"f": "F32", "i": "I32"}[array.dtype.kind]
        places = [len(content), len(content) + array.nbytes]
        header[name] = {"dtype": kind, "shape": list(array.shape), "data_offsets": places}
        content += array.tobytes()
    told = json.dumps({"__metadata__": {"format": "pt"}, **header}).encode()
    return struct.pack("<Q", len(told)) + told + content


def vocabulary() -> str:
    return "".join(f"{piece}\n" for piece in [*OWN, *PIECES])


def write_model(folder: Path, tensors: Mapping[str, NDArray[np.float32]]) -> Path:
    """Write the files of a model; return that of its weights."""
    (folder / "vocab.txt").write_text(vocabulary(), encoding="utf-8")
    path = folder / "model.safetensors"
    path.write_bytes(safetensors(tensors))
    return path


@pytest.fixture(scope="session")
def tiny(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The file of a tiny model."""
    return write_model(tmp_path_factory.mktemp("model"), arrays())


@pytest.fixture
def added(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is added to the tiny model stands in the place of what the package has."""
    monkeypatch.setattr(reading, "packaged", learned)
