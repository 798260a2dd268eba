from __future__ import annotations

import zlib

import pytest

from paralint.data import DataError, mapped
from paralint.evidence.grammar import prepositions
from paralint.evidence.grammar.prepositions import CANDIDATES, FILE, Prepositions, encode, key, load, phrase, unlikely
from paralint.text.read import document


@pytest.mark.parametrize(
    ("text", "determiner", "word"),
    [
        ("He sat in the old town hall.", "the", "hall"),
        ("He sat in a 20-year-old car's boot.", "a", "boot"),
        ("He came in 1998 with her.", "-", "<year>"),
        ("He came in 19 buses.", "-", "buses"),
        ("He spoke in all 19 of them.", "this", "<number>"),
        ("He spoke in running.", "-", "<ing>"),
        ("He spoke in their two halls.", "this", "halls"),
        ("He spoke in it.", "-", "it"),
    ],
)
def test_the_noun_of_a_phrase(text: str, determiner: str, word: str) -> None:
    read = document("text.txt", text)
    found = phrase(read, 3, len(read.tokens))
    assert found is not None
    assert (found.determiner, found.word) == (determiner, word)


def test_no_phrase() -> None:
    read = document("text.txt", "He came in when she called.")
    assert phrase(read, 3, len(read.tokens)) is None


def test_a_preposition_that_neither_word_likes() -> None:
    read = document("text.txt", "Two men were arrested of murder on Monday, as both were known to the police.")
    assert [(read.tokens.word(each.preposition).form, each.expected) for each in unlikely(read)] == [("of", "for")]


def test_rows_are_found_again() -> None:
    costs = bytes(range(len(CANDIDATES)))
    table = Prepositions(encode({key("v", "lean"): costs, key("the", "wall"): costs[::-1]}, costs))
    assert table.row("v", "lean") == costs
    assert table.row("the", "wall") == costs[::-1]
    assert table.row("v", "learn") is None
    assert table.prior == costs


@pytest.mark.parametrize("content", [b"", b"PLPR", b"XXXX" + bytes(40), encode({}, bytes(len(CANDIDATES)))[:-1]])
def test_a_damaged_table_is_told(content: bytes) -> None:
    with pytest.raises(DataError):
        Prepositions(content)


def test_the_packaged_table_is_whole() -> None:
    content = bytes(mapped(FILE))
    assert zlib.crc32(content[prepositions._HEADER.size :]) == load().checksum
