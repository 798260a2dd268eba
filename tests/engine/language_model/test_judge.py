"""Words, their tokens and their odds."""

from __future__ import annotations

import re
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from paralint.engine.language_model import reading
from paralint.engine.language_model.judge import Judge, _last_tokens
from paralint.engine.language_model.probe import Probe, decode
from paralint.engine.language_model.tokenizer import Tokenizer
from paralint.engine.language_model.weights import Vocabulary
from tests.engine.language_model.conftest import DEPTH, MERGES, ODD, PIECES, UNSURE, WIDTH, packed

TOKENIZER = Tokenizer(Vocabulary(PIECES, [(a, b) for a, b in map(str.split, MERGES)], "smollm", 0))


def test_words(tiny: Path, probe: Probe) -> None:
    text = "A fizz and\n\na faqq, “hajj”  hajj,\ta fozx\n"
    judged = Judge(tiny, probe).judge(text)
    assert [text[word.first : word.last] for word in judged] == text.split()
    odd = {text[word.first : word.last]: (word.sort, round(word.odds, 3)) for word in judged if word.odds > 0.5}
    surely, perhaps = (1 - np.exp(3) / (np.exp(3) + np.exp(value) + 2) for value in (ODD["zz"][1], UNSURE))
    assert odd == {"fizz": ("grammar", round(surely, 3)), "fozx": ("grammar", round(perhaps, 3))}, (
        "a mark behind a word is its last token"
    )


@pytest.mark.parametrize("text", ["", " ", "\n\n"])
def test_no_words(tiny: Path, probe: Probe, text: str) -> None:
    assert Judge(tiny, probe).judge(text) == []


def test_long_texts(tiny: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each word is judged once, and where the model looks back alike, alike."""
    monkeypatch.setattr(reading, "BLOCK", 16)
    monkeypatch.setattr(reading, "OVERLAP", 5)
    text = "It was a fizz and no more than a faqq of it. " * 20
    at_embedding = Judge(tiny, decode(packed())).judge(text)
    assert [text[word.first : word.last] for word in at_embedding] == text.split()
    assert sum(word.odds > 0.9 for word in at_embedding) == 40
    random = np.random.default_rng(1)
    deeper = decode(packed(depth=DEPTH, ahead=np.array([0, 1]), w1=random.normal(size=(3, 2 * WIDTH))))
    odds = {round(word.odds, 6) for word in Judge(tiny, deeper).judge(text)}
    assert len(odds) > 12, "words are judged by where they stand"


def test_models_are_run_as_they_are_adapted(tiny: Path) -> None:
    random = np.random.default_rng(2)
    plain = {"depth": DEPTH, "w1": random.normal(size=(3, WIDTH))}
    adapted = {f"lora.1.attn_q.{part}": random.normal(size=size) for part, size in (("a", (2, 32)), ("b", (32, 2)))}
    one, other = (
        Judge(tiny, decode(packed(**arrays))).judge("Words of a text.") for arrays in (plain, plain | adapted)
    )
    assert [word.odds for word in one] != [word.odds for word in other]


@given(st.text(st.characters(codec="utf-8") | st.sampled_from("a 1\n\u00a0é😀")))
def test_the_last_token_of_a_word_ends_it(text: str) -> None:
    words = [match.span() for match in re.finditer(r"\S+", text)]
    if not words:
        return
    tokens = TOKENIZER(text)
    for (first, last), number in zip(words, _last_tokens(tokens, words), strict=True):
        assert first < tokens.ends[number]
        assert tokens.starts[number] < last <= tokens.ends[number]
