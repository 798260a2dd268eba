"""The probe: what it makes of states, and what is said of a file that is not in order."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from paralint import data
from paralint.data import DataError
from paralint.engine.language_model.errors import LanguageModelError
from paralint.engine.language_model.probe import check_fit, decode, read_probe
from paralint.engine.language_model.weights import Shape
from tests.engine.language_model.conftest import DEPTH, PIECES, WIDTH, arrays, packed

SHAPE = Shape(DEPTH, WIDTH, 64, 4, 2, 8, 1e-5, 100.0, len(PIECES))


def test_words_are_weighed_as_they_were_in_training() -> None:
    """Over centred and scaled states of a word and its neighbours, side by side."""
    random = np.random.default_rng(5)
    ahead, hidden, words = (-1, 0, 2), 6, 9
    made: dict[str, Any] = arrays(
        ahead=np.array(ahead),
        mean=random.normal(size=WIDTH),
        scale=random.uniform(0.5, 2, WIDTH),
        w1=random.normal(size=(hidden, len(ahead) * WIDTH)) / 10,
        b1=random.normal(size=hidden),
        w2=random.normal(size=(4, hidden)),
        b2=random.normal(size=4),
    )
    states = random.normal(size=(words, WIDTH))
    scaled = (states - made["mean"]) / made["scale"]
    near = [[min(max(word + offset, 0), words - 1) for offset in ahead] for word in range(words)]
    inputs = np.array([np.concatenate([scaled[at] for at in places]) for places in near])
    odds = np.exp(np.maximum(inputs @ made["w1"].T + made["b1"], 0) @ made["w2"].T + made["b2"])
    probe = decode(packed(**made))
    found = probe.weighed(probe.drawn(states.astype(np.float32)))
    assert found == pytest.approx(odds / odds.sum(axis=1, keepdims=True), rel=1e-3, abs=1e-5)


def test_what_is_added_to_the_model() -> None:
    a, b = np.arange(6, dtype=np.float16).reshape(2, 3), np.ones((4, 2), np.float16)
    added = decode(packed(**{"lora.3.attn_q.a": a, "lora.3.attn_q.b": b})).adaptation
    assert list(added) == ["3.attn_q"]
    assert np.array_equal(added["3.attn_q"].matrix, 2 * b @ a)
    assert decode(packed()).adaptation == {}


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"", "is damaged"),
        (b"hello", "is damaged"),
        (packed()[:-200], "is damaged"),
        (packed()[:300], "is damaged"),
        (packed(version=2), "is of version 2, not 1"),
        (packed(first_threshold=np.array([0.5, 1])), "is damaged"),
        (packed(scale=np.ones(3)), "'scale' has the sizes"),
        (packed(w1=np.ones((3, WIDTH - 1))), "'w1' has the sizes"),
        (packed(w2=np.ones((5, 3))), "'w2' has the sizes"),
        (packed(ahead=np.array([0, 1])), "'w1' has the sizes"),
        (packed(b2=np.array([None])), "is damaged"),
        (packed(**{"lora.0.attn_q.a": np.ones((2, 3))}), "is damaged"),
        (packed(**{"lora.0.attn_q.a": np.ones((2, 3)), "lora.0.attn_q.b": np.ones((3, 3))}), "is damaged"),
    ],
)
def test_files_that_are_not_in_order(content: bytes, message: str) -> None:
    with pytest.raises(LanguageModelError, match=f"paralint/data/odd_words.npz .*{message}"):
        decode(content)


def test_a_missing_file(monkeypatch: pytest.MonkeyPatch) -> None:
    def nothing(name: str) -> bytes:
        raise DataError(f"paralint/data/{name}: no such file")

    monkeypatch.setattr(data, "read", nothing)
    with pytest.raises(LanguageModelError, match=r"odd_words\.npz: no such file"):
        read_probe()


def test_the_probe_of_the_package() -> None:
    probe = read_probe()
    assert (probe.width, probe.vocabulary) == (576, 49152)
    assert 0 < probe.depth <= 30
    assert 0 < probe.doubtful <= probe.sure < 1
    assert all(int(name.partition(".")[0]) < probe.depth for name in probe.adaptation)


def test_models_of_other_sizes() -> None:
    probe = decode(packed(depth=2))
    check_fit(probe, SHAPE)
    for other in (SHAPE._replace(layers=1), SHAPE._replace(width=64), SHAPE._replace(vocabulary=300)):
        with pytest.raises(LanguageModelError, match="paralint reads 2 layers of 32 numbers for 265"):
            check_fit(probe, other)
