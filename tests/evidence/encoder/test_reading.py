"""What the encoder makes of the words of a document, by an encoder that knows odd pieces by their number."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from paralint.evidence.encoder import reading
from paralint.evidence.encoder.network import Window
from paralint.evidence.encoder.odds import NOTHING, odds
from paralint.evidence.encoder.reading import load
from paralint.evidence.encoder.weights import Floats, Sizes, Weights
from paralint.evidence.encoder.wordpieces import Wordpieces
from paralint.text.read import document

PIECES = ["[UNK]", "[CLS]", "[SEP]", "they", "don", "'", "t", "go", "the", "bank", "went", "12", ",", ".", "##s"]
WINDOW = 8


@pytest.fixture
def windows(monkeypatch: pytest.MonkeyPatch) -> list[list[str]]:
    """Let each piece be as odd as its number says, and collect what is read."""
    read: list[list[str]] = []

    def judge(weights: Weights, windows: Sequence[Window], asked: Sequence[int]) -> Floats:
        read.extend([PIECES[piece] for piece in window.pieces] for window in windows)
        numbers = [piece for window in windows for piece in window.pieces]
        return np.array([[numbers[place], -numbers[place], 0] for place in asked], np.float32).reshape(-1, 3)

    sizes = Sizes(layers=0, width=1, inner=1, heads=1, window=WINDOW)
    none = np.zeros(0, np.float32)
    weights = Weights(sizes, PIECES, none, none, none, none, None, (), None, None)  # type: ignore[arg-type]
    monkeypatch.setattr(reading, "load", lambda: (weights, Wordpieces(PIECES)))
    monkeypatch.setattr(reading, "judge", judge)
    return read


def grammar(text: str) -> dict[str, float]:
    parsed = document("t.txt", text)
    found = odds(parsed).grammar
    return {parsed.tokens.word(at).form: found[at] for at in range(len(parsed.tokens))}


def test_a_token_is_as_odd_as_the_oddest_of_its_words(windows: list[list[str]]) -> None:
    # "n't" has the words ' and t, of which the mark does not count
    assert grammar("They don't go.") == {"They": 3, "do": 4, "n't": 6, "go": 7, ".": NOTHING}


def test_marks_and_figures_are_not_odd(windows: list[list[str]]) -> None:
    assert grammar("Went, 12.") == {"Went": 10, ",": NOTHING, "12": NOTHING, ".": NOTHING}


def test_a_word_is_known_by_its_first_piece(windows: list[list[str]]) -> None:
    assert grammar("banks") == {"banks": 9}


def test_windows_are_cut_before_sentences(windows: list[list[str]]) -> None:
    grammar("They went. They don't go. The bank went, the bank went, the bank went.")
    assert windows[0] == ["[CLS]", "they", "went", ".", "[SEP]"]
    assert windows[1] == ["[CLS]", "they", "don", "'", "t", "go", ".", "[SEP]"]
    # a sentence that is too long is cut where it must be
    assert windows[2] == ["[CLS]", "the", "bank", "went", ",", "the", "bank", "[SEP]"]


@given(st.lists(st.sampled_from(["They", "don't", "banks", "12,", "went.", "\n\n", "x" * 50, "“The”"]), max_size=40))
def test_every_word_is_read_once(parts: list[str]) -> None:
    with pytest.MonkeyPatch.context() as patch:
        read: list[int] = []

        def judge(weights: Weights, windows: Sequence[Window], asked: Sequence[int]) -> Floats:
            read.extend(len(window.pieces) for window in windows)
            return np.zeros((len(asked), 3), np.float32)

        patch.setattr(reading, "judge", judge)
        parsed = document("t.txt", " ".join(parts))
        found = odds(parsed)
    assert all(0 < size <= load()[0].sizes.window for size in read)
    for at in range(len(parsed.tokens)):
        form = parsed.tokens.word(at).form
        assert (found.grammar[at] == 0) == any(part.isalnum() and not part.isdigit() for part in form.split("'"))
