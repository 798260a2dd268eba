"""Long texts are read in blocks: each token once, behind the mark and some of what stands before it."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from paralint.engine.language_model import reading
from paralint.engine.language_model.reading import read
from paralint.engine.language_model.transformer import Transformer
from paralint.engine.language_model.weights import Floats, ModelFile


class Recorder:
    """Stands in for a transformer: a token's state is its number."""

    def __init__(self) -> None:
        self.blocks: list[list[int]] = []

    def run(self, tokens: NDArray[np.intp]) -> Floats:
        self.blocks.append(tokens.tolist())
        return tokens[:, None].astype(np.float32)


@pytest.mark.parametrize("length", [0, 1, 9, 10, 11, 17, 100])
def test_each_token_is_told_once(length: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "BLOCK", 10)
    monkeypatch.setattr(reading, "OVERLAP", 3)
    recorder = Recorder()
    tokens = np.arange(100, 100 + length)
    stretches = list(read(recorder, tokens, 7))  # type: ignore[arg-type]
    told = [row for stretch in stretches for row in stretch.states[:, 0].tolist()]
    assert told == tokens.tolist()
    assert [stretch.first for stretch in stretches] == [0, *range(9, length, 6)][: len(stretches)]
    assert all(block[0] == 7 and len(block) <= 10 for block in recorder.blocks)
    for block in recorder.blocks[1:]:
        assert block[1] - 100 in range(6, length, 6), "it begins with what was read before"
    assert len(recorder.blocks) == -(-max(length - 3, 0) // 6) if length > 9 else len(recorder.blocks) <= 1


def test_a_short_text_is_read_at_once(tiny: Path) -> None:
    transformer = Transformer(ModelFile(tiny), 2)
    (stretch,) = read(transformer, np.arange(1, 50), 0)
    assert np.array_equal(stretch.states, transformer.run(np.arange(50))[1:])
