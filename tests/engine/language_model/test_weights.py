"""What is read of a model and added to it, and what is said of files that are not in order."""

from __future__ import annotations

import io
import json
import struct

import numpy as np
import pytest

from paralint import data
from paralint.data import DataError
from paralint.engine.language_model.errors import LanguageModelError
from paralint.engine.language_model.weights import FILE, Sizes, Weights, decode, encode, joined
from tests.engine.language_model.conftest import SIZES, Arrays, arrays, learned, safetensors

QUERY = "encoder.layer.0.attention.attn.q.weight"
EMBEDDING = "embeddings.word_embeddings.weight"


def read(content: bytes) -> Weights:
    return joined(learned(), io.BytesIO(content), "m.safetensors")


def test_what_is_added() -> None:
    random = np.random.default_rng(1)
    own, added = arrays(random), learned(random)
    weights = joined(added, io.BytesIO(safetensors(own)), "m")
    assert np.array_equal(weights.embedding, own[EMBEDDING])
    layer, more = weights.layers[1], added.layers[1]
    query, key, value, seen, up = (
        own[f"encoder.layer.1.{name}.weight"].T
        for name in (*(f"attention.attn.{each}" for each in "qkvo"), "intermediate.dense")
    )
    sums = [matrix.narrow @ matrix.wide for matrix in more.matrices]
    assert np.allclose(layer.looks.matrix, np.concatenate([query, key, value], axis=1) + sums[0])
    assert np.allclose(layer.seen.matrix, seen + sums[1])
    assert np.allclose(layer.up.matrix, up + sums[2])
    assert np.array_equal(layer.down.shift, more.matrices[3].shift)
    assert (layer.looked, layer.fed) == (more.looked, more.fed)


def test_a_file_is_read_as_it_was_written() -> None:
    made = learned(np.random.default_rng(2))
    content = encode(made)
    found = decode(content)
    assert found.sizes == SIZES
    assert encode(found) == content
    for one, other in zip(made.layers[1].matrices, found.layers[1].matrices, strict=True):
        assert np.abs(one.narrow @ one.wide - other.narrow @ other.wide).max() < 0.02
        assert np.allclose(one.shift, other.shift, atol=1e-3)
    assert np.abs(made.positions - found.positions).max() < 0.01
    assert np.allclose(made.head.matrix, found.head.matrix, atol=1e-3)


def test_the_packaged_file() -> None:
    found = decode(data.read(FILE))
    assert found.sizes == Sizes(8, 768, 3072, 12, 1024, 64, 30527)
    assert all(np.isfinite(number).all() for number in (*found.head, found.near, found.positions))


@pytest.mark.parametrize("size", [0, 3, 11, 40, 500, 1000])
def test_a_packaged_file_that_is_cut_short(size: int) -> None:
    with pytest.raises(DataError, match=f"paralint/data/{FILE}: (damaged|not a language model file)"):
        decode(encode(learned())[:size])


def test_a_packaged_file_of_another_version() -> None:
    content = bytearray(encode(learned()))
    content[4] = 9
    with pytest.raises(DataError, match="version 9, expected 1"):
        decode(bytes(content))


def test_models_that_are_cut_short() -> None:
    whole = safetensors(arrays())
    for size in (*range(0, 3_000, 97), *range(3_000, len(whole), 4_999), len(whole) - 1):
        with pytest.raises(
            LanguageModelError, match=r"m\.safetensors is not the model all-mpnet-base-v2, or is damaged"
        ):
            read(whole[:size])


def without(tensors: Arrays, name: str) -> Arrays:
    return {other: tensor for other, tensor in tensors.items() if other != name}


@pytest.mark.parametrize(
    ("tensors", "message"),
    [
        (without(arrays(), QUERY), f"there is no '{QUERY}'"),
        (arrays() | {QUERY: np.zeros((32, 16), np.float32)}, r"has the sizes \[32, 16\], not \[32, 32\]"),
        (arrays() | {EMBEDDING: np.zeros((8, 32), np.float32)}, r"has the sizes \[8, 32\], not"),
        (arrays() | {QUERY: np.zeros((32, 32), np.int32)}, "has the sizes"),
    ],
)
def test_models_of_another_kind(tensors: Arrays, message: str) -> None:
    with pytest.raises(LanguageModelError, match=message):
        read(safetensors(tensors))


@pytest.mark.parametrize(
    "content",
    [
        b"GGUF" * 100,
        b"\xff" * 100,
        struct.pack("<Q", 2) + b"[]",
        struct.pack("<Q", 4) + b"nope",
        struct.pack("<Q", 1_000_000) + b"[" * 1_000_000,
    ],
)
def test_what_is_no_model(content: bytes) -> None:
    with pytest.raises(LanguageModelError, match="is not the model all-mpnet-base-v2, or is damaged"):
        read(content)


@pytest.mark.parametrize("places", [[8, 4], [0, 1], [-4, 4092], ["a", "b"], [0], None])
def test_places_that_cannot_be(places: object) -> None:
    content = safetensors(arrays())
    (size,) = struct.unpack_from("<Q", content)
    header = json.loads(content[8 : 8 + size])
    header[QUERY]["data_offsets"] = places
    told = json.dumps(header).encode()
    with pytest.raises(LanguageModelError, match="or is damaged"):
        read(struct.pack("<Q", len(told)) + told + content[8 + size :])
