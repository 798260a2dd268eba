"""The forward pass against one that is written out number by number, in the order of GGUF."""

from __future__ import annotations

from math import cos, sin
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from paralint.engine.language_model.transformer import Transformer
from paralint.engine.language_model.weights import ModelFile, Product
from tests.engine.language_model.conftest import BASE, DEPTH, EPSILON, HEAD, HEADS, PIECES, SHARED, weights, write_model

Numbers = NDArray[np.float64]
W = {name: tensor.astype(np.float64) for name, tensor in weights().items()}


def normed(x: Numbers, scales: Numbers) -> Numbers:
    return x / np.sqrt((x**2).mean() + EPSILON) * scales


def turned(row: Numbers, place: int) -> Numbers:
    """Neighbours are pairs, as llama.cpp has them."""
    found = row.copy()
    for first in range(0, len(row), 2):
        angle = place * BASE ** (-(first % HEAD) / HEAD)
        one, other = row[first : first + 2]
        found[first] = one * cos(angle) - other * sin(angle)
        found[first + 1] = one * sin(angle) + other * cos(angle)
    return found


def attended(xs: list[Numbers], prefix: str) -> list[Numbers]:
    queries = [turned(W[f"{prefix}attn_q.weight"] @ x, place) for place, x in enumerate(xs)]
    keys = [turned(W[f"{prefix}attn_k.weight"] @ x, place) for place, x in enumerate(xs)]
    values = [W[f"{prefix}attn_v.weight"] @ x for x in xs]
    found = []
    for place, query in enumerate(queries):
        seen = []
        for head in range(HEADS):
            theirs = slice(head // (HEADS // SHARED) * HEAD, (head // (HEADS // SHARED) + 1) * HEAD)
            own = query[head * HEAD : (head + 1) * HEAD]
            looks = np.exp([own @ key[theirs] / HEAD**0.5 for key in keys[: place + 1]])
            seen.append(sum(look * value[theirs] for look, value in zip(looks, values, strict=False)) / looks.sum())
        found.append(W[f"{prefix}attn_output.weight"] @ np.concatenate(seen))
    return found


def fed_forward(x: Numbers, prefix: str) -> Numbers:
    gate, up = W[f"{prefix}ffn_gate.weight"] @ x, W[f"{prefix}ffn_up.weight"] @ x
    found: Numbers = W[f"{prefix}ffn_down.weight"] @ (gate / (1 + np.exp(-gate)) * up)
    return found


def states(tokens: list[int]) -> list[list[Numbers]]:
    xs = [W["token_embd.weight"][token] for token in tokens]
    found = [xs]
    for number in range(DEPTH):
        prefix = f"blk.{number}."
        seen = attended([normed(x, W[f"{prefix}attn_norm.weight"]) for x in xs], prefix)
        xs = [x + one for x, one in zip(xs, seen, strict=True)]
        xs = [x + fed_forward(normed(x, W[f"{prefix}ffn_norm.weight"]), prefix) for x in xs]
        found.append(xs)
    return found


TOKENS = [0, *np.random.default_rng(3).integers(len(PIECES), size=40).tolist()]


@pytest.mark.parametrize("length", [1, 2, 41])
@pytest.mark.parametrize("depth", range(DEPTH + 1))
@pytest.mark.parametrize("queries", [1, 7, 128])
def test_states(tiny: Path, length: int, depth: int, queries: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("paralint.engine.language_model.transformer._QUERIES", queries)
    tokens = TOKENS[:length]
    found = Transformer(ModelFile(tiny), depth).run(np.array(tokens))
    assert found.dtype == np.float32
    assert found == pytest.approx(np.array(states(tokens)[depth]), rel=1e-4, abs=1e-5)


def test_nothing_looks_ahead(tiny: Path) -> None:
    transformer = Transformer(ModelFile(tiny), DEPTH)
    whole, part = transformer.run(np.array(TOKENS)), transformer.run(np.array(TOKENS[:20]))
    assert whole[:20] == pytest.approx(part, rel=1e-4, abs=1e-5)


def test_an_adapted_model(tiny: Path, tmp_path: Path) -> None:
    """It behaves as one whose file has the weights with what was added, in the order of the file."""
    random = np.random.default_rng(4)
    first, second = (random.normal(size=size).astype(np.float32) for size in ((HEADS * HEAD, 3), (3, 32)))
    in_pairs = first.reshape(HEADS, 2, HEAD // 2, -1).swapaxes(1, 2).reshape(first.shape)
    other = {**weights(), "blk.1.attn_q.weight": weights()["blk.1.attn_q.weight"] + in_pairs @ second}
    file = ModelFile(write_model(tmp_path / "m.gguf", weights=other))
    expected = Transformer(file, DEPTH).run(np.array(TOKENS))
    found = Transformer(ModelFile(tiny), DEPTH, {"1.attn_q": Product(first, second)}).run(np.array(TOKENS))
    assert found == pytest.approx(expected, rel=1e-4, abs=1e-5)
    assert not np.allclose(found, Transformer(ModelFile(tiny), DEPTH).run(np.array(TOKENS)))
