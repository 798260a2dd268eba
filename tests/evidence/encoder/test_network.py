"""The encoder, against the same computed number by number."""

from __future__ import annotations

import math

import numpy as np
import pytest

from paralint.data import DataError
from paralint.evidence.encoder.network import SOUND, TOGETHER, Window, judge
from paralint.evidence.encoder.weights import (
    CASES,
    SORTS,
    Dense,
    Floats,
    Layer,
    Norm,
    Sizes,
    Weights,
    decode,
    encode,
    rounded_columns,
)

SIZES = Sizes(layers=2, width=8, inner=12, heads=2, window=10)
PIECES = ("[UNK]", "[CLS]", "[SEP]", "a", "b")


def weights(seed: int = 1) -> Weights:
    draw = np.random.default_rng(seed)

    def floats(*sizes: int) -> Floats:
        return draw.normal(0, 0.5, sizes).astype(np.float16).astype(np.float32)

    def dense(size: tuple[int, int]) -> Dense:
        rounded, factors = rounded_columns(floats(*size))
        return Dense(rounded * factors, floats(size[1]))

    def norm() -> Norm:
        return Norm(floats(SIZES.width), floats(SIZES.width))

    def layer() -> Layer:
        looks, seen, up, down = map(dense, SIZES.matrices)
        return Layer(looks, seen, norm(), up, down, norm())

    embedding = draw.integers(-127, 128, (len(PIECES), SIZES.width)).astype(np.int8)
    return Weights(
        SIZES,
        PIECES,
        embedding,
        np.full(len(PIECES), 0.01, np.float32),
        floats(SIZES.window, SIZES.width),
        floats(CASES, SIZES.width),
        norm(),
        tuple(layer() for _ in range(SIZES.layers)),
        *(Dense(floats(SIZES.width, len(SORTS)), floats(len(SORTS))) for _ in range(2)),
    )


def plainly(model: Weights, window: Window) -> list[list[float]]:
    """Return the same as ``judge`` of all pieces of one window, piece by piece and head by head."""
    states = [
        normed(model.embedding[piece] * 0.01 + model.positions[place] + model.cases[case], model.first)
        for place, (piece, case) in enumerate(zip(window.pieces, window.cases, strict=True))
    ]
    width = SIZES.width // SIZES.heads
    for number, layer in enumerate(model.layers, 1):
        looks = [state @ layer.looks.matrix + layer.looks.shift for state in states]
        seen = []
        for look in looks:
            parts = []
            for head in range(SIZES.heads):
                query, *_ = (look[part * SIZES.width + head * width :][:width] for part in range(3))
                keys = [other[SIZES.width + head * width :][:width] for other in looks]
                values = [other[2 * SIZES.width + head * width :][:width] for other in looks]
                shares = [math.exp(float(query @ key) / math.sqrt(width)) for key in keys]
                parts.append(sum(share * value for share, value in zip(shares, values, strict=True)) / sum(shares))
            seen.append(np.concatenate(parts) @ layer.seen.matrix + layer.seen.shift)
        states = [normed(state + one, layer.looked) for state, one in zip(states, seen, strict=True)]
        inner = [[gelu(x) for x in state @ layer.up.matrix + layer.up.shift] for state in states]
        fed = [np.array(x) @ layer.down.matrix + layer.down.shift for x in inner]
        states = [normed(state + one, layer.fed) for state, one in zip(states, fed, strict=True)]
        if number == len(model.layers) - 1:
            glances = [(state @ model.glance.matrix + model.glance.shift).tolist() for state in states]
    told = [(state @ model.head.matrix + model.head.shift).tolist() for state in states]
    return [last if max(glance) > SOUND else glance for glance, last in zip(glances, told, strict=True)]


def normed(x: Floats, norm: Norm) -> Floats:
    centred = x - x.mean()
    out: Floats = centred / math.sqrt(float((centred**2).mean())) * norm.scale + norm.shift
    return out


def gelu(x: float) -> float:
    return x * (1 + math.erf(x / math.sqrt(2))) / 2


WINDOWS = [Window([1, 3, 4, 4, 2], [0, 1, 4, 4, 0]), Window([1, 2], [0, 0]), Window([1, 4, 2], [0, 3, 0])]


@pytest.mark.parametrize("shift", [0.0, 9.0, -9.0, -4.0])
def test_each_window_is_judged_by_itself_as_a_plain_reading_has_it(shift: float) -> None:
    """Whether all, none or some of the pieces pass for sound at a glance."""
    model = weights()
    model.glance.shift[:] += shift
    windows = WINDOWS * TOGETHER  # more than go through the first layers at once
    expected = [row for window in windows for row in plainly(model, window)]
    np.testing.assert_allclose(judge(model, windows, range(len(expected))), expected, atol=0.01)


def test_only_those_pieces_are_judged_that_are_asked_for() -> None:
    model = weights()
    every = judge(model, WINDOWS, range(10))
    np.testing.assert_allclose(judge(model, WINDOWS, [1, 2, 8]), every[[1, 2, 8]], atol=1e-4)
    assert judge(model, WINDOWS, []).shape == (0, len(SORTS))


def test_a_file_gives_back_the_weights_that_went_into_it() -> None:
    model = weights()
    content = encode(model)
    again = decode(content)
    assert encode(again) == content
    np.testing.assert_allclose(judge(again, WINDOWS, range(10)), judge(model, WINDOWS, range(10)), atol=1e-4)


@pytest.mark.parametrize("content", [b"", b"PLENxxxxxxxxxxxxxxxx", encode(weights())[:-8]])
def test_a_damaged_file_is_refused(content: bytes) -> None:
    with pytest.raises(DataError, match="encoder"):
        decode(content)


def test_a_file_with_sizes_that_do_not_fit_is_refused() -> None:
    model = weights()
    with pytest.raises(DataError, match="damaged"):
        decode(encode(model._replace(sizes=SIZES._replace(layers=1))))
    with pytest.raises(DataError, match="damaged"):
        decode(encode(model._replace(sizes=SIZES._replace(layers=3))))
