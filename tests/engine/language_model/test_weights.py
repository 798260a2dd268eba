"""What is read from a model's file, and what is said of files that are not in order."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import pytest
from gguf import GGMLQuantizationType

from paralint.engine.language_model.errors import LanguageModelError
from paralint.engine.language_model.weights import ModelFile, Product, Shape
from tests.engine.language_model.conftest import BASE, EPSILON, HEAD, PIECES, WIDTH, weights, write_model


def read_all(path: Path) -> None:
    file = ModelFile(path)
    file.vocabulary()
    for number in range(file.shape.layers):
        file.layer(number)
    file.embedding(np.arange(len(PIECES)))


def test_a_file(tiny: Path) -> None:
    file = ModelFile(tiny)
    assert file.shape == Shape(2, WIDTH, 64, 4, 2, HEAD, pytest.approx(EPSILON), BASE, len(PIECES))
    vocabulary = file.vocabulary()
    assert (vocabulary.pieces, vocabulary.splitting, vocabulary.text_end) == (PIECES, "smollm", 0)
    assert vocabulary.merges[:2] == [("t", "h"), ("th", "e")]
    stored = weights()
    layer = file.layer(1)
    assert np.array_equal(layer.attn_v, stored["blk.1.attn_v.weight"])
    assert np.array_equal(file.embedding(np.array([5, 2, 5])), stored["token_embd.weight"][[5, 2, 5]])


def test_pairs_of_a_head_are_put_into_its_halves(tiny: Path) -> None:
    stored = weights()["blk.0.attn_q.weight"]
    query = ModelFile(tiny).layer(0).attn_q
    for head in range(4):
        there, here = stored[head * HEAD :][:HEAD], query[head * HEAD :][:HEAD]
        assert np.array_equal(here, np.concatenate([there[0::2], there[1::2]]))


@pytest.mark.parametrize("kind", ["Q8_0", "Q4_1", "Q4_0", "F16"])
def test_weights_of_few_bits(tmp_path: Path, kind: str) -> None:
    path = write_model(tmp_path / "m.gguf", stored=GGMLQuantizationType[kind])
    found = ModelFile(path).layer(0).ffn_gate
    assert found.dtype == np.float32
    assert np.abs(found - weights()["blk.0.ffn_gate.weight"]).max() < 0.1


def test_what_is_added(tiny: Path) -> None:
    layer = ModelFile(tiny).layer(1)
    added = Product(np.full((len(layer.attn_k), 2), 0.5, np.float32), np.ones((2, WIDTH), np.float32))
    adapted = layer.adapted(1, {"1.attn_k": added, "0.attn_q": added})
    assert np.array_equal(adapted.attn_k, layer.attn_k + 1)
    assert np.array_equal(adapted.attn_q, layer.attn_q)
    for name in ("1.attn_q", "1.nothing"):
        with pytest.raises(LanguageModelError, match=f"what is added to '{name}' does not fit the model"):
            layer.adapted(1, {name: added})


def test_a_missing_file(tmp_path: Path) -> None:
    with pytest.raises(LanguageModelError, match=r"m\.gguf cannot be read: No such file"):
        ModelFile(tmp_path / "m.gguf")


@pytest.mark.parametrize(
    "content", [b"", b"GGUF", b"PK\3\4" * 100, b"hello\n" * 10_000, b"GGUF\3\0\0\0" + b"\xff" * 64]
)
def test_what_is_no_gguf(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "m.gguf"
    path.write_bytes(content)
    with pytest.raises(LanguageModelError, match=r"m\.gguf is no GGUF file that can be used, or is cut short"):
        ModelFile(path)


def test_files_that_are_cut_short(tiny: Path, tmp_path: Path) -> None:
    whole = tiny.read_bytes()
    path = tmp_path / "m.gguf"
    for size in (*range(0, 3_000, 97), *range(3_000, len(whole) - 32, 4_999), len(whole) - 32):
        path.write_bytes(whole[:size])
        with pytest.raises(LanguageModelError, match="cut short"):
            read_all(path)


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"architecture": "gpt2"}, "is a model of the architecture 'gpt2'; llama is needed"),
        ({"tokenizer": "llama"}, "has a tokenizer of the kind 'llama'; gpt2 is needed"),
        ({"heads": 3}, "sizes that do not fit one another"),
        ({"without": ("freq_base",)}, r"KeyError: 'llama\.rope\.freq_base'"),
        ({"weights": {"output_norm.weight": np.ones(3, np.float32)}}, r"KeyError: 'token_embd\.weight'"),
        (
            {"weights": {**weights(), "blk.1.attn_v.weight": np.ones((4, 4), np.float32)}},
            r"attn_v\.weight has the sizes",
        ),
        ({"pieces": ["a", "b"]}, "is not in list"),
    ],
)
def test_files_of_other_models(tmp_path: Path, changes: dict[str, Any], message: str) -> None:
    path = write_model(tmp_path / "m.gguf", **changes)
    with pytest.raises(LanguageModelError, match=message):
        read_all(path)
