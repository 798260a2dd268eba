"""Where tokens are cut, and where they stand."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from paralint.engine.language_model.errors import LanguageModelError
from paralint.engine.language_model.tokenizer import Tokenizer
from paralint.engine.language_model.weights import ModelFile, Vocabulary
from tests.engine.language_model.conftest import MERGES, PIECES

TOKENIZER = Tokenizer(Vocabulary(PIECES, [(a, b) for a, b in map(str.split, MERGES)], "smollm", 0))


def cut(text: str) -> list[tuple[str, str]]:
    """The tokens of a text, each with the stretch that it stands for."""
    tokens = TOKENIZER(text)
    return [
        (PIECES[number], text[first:last])
        for number, first, last in zip(tokens.numbers, tokens.starts, tokens.ends, strict=True)
    ]


def test_pieces_are_joined(tiny: Path) -> None:
    assert cut("the theth") == [("the", "the"), ("Ġthe", " the"), ("th", "th")]
    assert Tokenizer(ModelFile(tiny).vocabulary())("the the").numbers.tolist() == TOKENIZER("the the").numbers.tolist()


def test_digits_stand_alone() -> None:
    assert cut("a 12") == [("a", "a"), ("Ġ", " "), ("1", "1"), ("2", "2")]


def test_parts_of_one_character_stand_at_that_character() -> None:
    assert [stretch for _, stretch in cut("é😀 ü")] == ["é", "é", "😀", "😀", "😀", "😀", " ", "ü", "ü"]


def test_a_mark_in_a_text_is_text() -> None:
    assert "".join(piece for piece, _ in cut("<|endoftext|>")) == "<|endoftext|>"
    assert TOKENIZER.text_end not in TOKENIZER("<|endoftext|>").numbers


@pytest.mark.parametrize("text", ["", " ", "\n\n", "\ud800", "a\udfffb", "\x00"])
def test_strange_texts(text: str) -> None:
    tokens = TOKENIZER(text)
    assert tokens.ends[-1:].tolist() == ([len(text)] if text else [])


@given(st.text())
def test_tokens_cover_a_text_in_order(text: str) -> None:
    tokens = TOKENIZER(text)
    at = 0
    for first, last in zip(tokens.starts.tolist(), tokens.ends.tolist(), strict=True):
        assert first <= at <= last
        at = last
    assert at == len(text)


def test_another_way_of_cutting() -> None:
    with pytest.raises(LanguageModelError, match="cuts text in the way 'llama-bpe'; 'smollm' is what"):
        Tokenizer(Vocabulary(PIECES, [], "llama-bpe", 0))


def test_a_damaged_vocabulary() -> None:
    with pytest.raises(LanguageModelError, match="the model's vocabulary is damaged"):
        Tokenizer(Vocabulary(PIECES, [("no", "where")], "smollm", 0))
