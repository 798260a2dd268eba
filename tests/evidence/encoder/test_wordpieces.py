"""Words to the pieces of a vocabulary."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from paralint.evidence.encoder.reading import load
from paralint.evidence.encoder.weights import CASES
from paralint.evidence.encoder.wordpieces import Wordpieces, case_of

PIECES = [
    "[UNK]",
    "[CLS]",
    "[SEP]",
    "un",
    "##believ",
    "##able",
    "##a",
    "##b",
    "don",
    "t",
    "'",
    "-",
    '"',
    "caf",
    "##e",
    "1",
]


def cut(string: str) -> list[tuple[str, list[str]]]:
    words = Wordpieces(PIECES).words(string)
    return [(string[word.start : word.end], [PIECES[piece] for piece in word.pieces]) for word in words]


def test_the_longest_piece_comes_first() -> None:
    assert cut("unbelievable") == [("unbelievable", ["un", "##believ", "##able"])]
    assert cut("unba") == [("unba", ["un", "##b", "##a"])]


def test_a_word_that_no_pieces_make_up_is_unknown_as_a_whole() -> None:
    assert cut("unseen") == [("unseen", ["[UNK]"])]
    assert cut("un" + "a" * 50) == [("un" + "a" * 50, ["[UNK]"])]


def test_marks_are_words_and_case_accents_and_curls_are_left_out() -> None:
    assert cut("Don’t") == [("Don", ["don"]), ("’", ["'"]), ("t", ["t"])]
    assert cut("“Café”—1") == [("“", ['"']), ("Café", ["caf", "##e"]), ("”", ['"']), ("—", ["-"]), ("1", ["1"])]


@pytest.mark.parametrize(
    ("word", "case"), [("word", 1), ("A", 2), ("NATO", 3), ("Word", 4), ("iPhone", 0), ("2nd", 1), ("12", 5), (",", 0)]
)
def test_how_words_are_written(word: str, case: int) -> None:
    assert case_of(word) == case


def test_a_vocabulary_needs_its_marks() -> None:
    with pytest.raises(KeyError, match="CLS"):
        Wordpieces(["[UNK]", "a"])


@given(st.text(st.characters(exclude_categories=("Z", "C")), max_size=30))
def test_words_make_up_the_string(string: str) -> None:
    words = Wordpieces(PIECES).words(string)
    places = [place for word in words for place in range(word.start, word.end)]
    assert places == sorted(set(places))
    assert "".join(string[place] for place in places if string[place].isalnum()) == "".join(filter(str.isalnum, string))
    assert all(word.pieces and 0 <= word.case < CASES for word in words)


@pytest.mark.parametrize("word", ["avalanche", "treatise", "metabolic", "soaking"])
def test_the_package_has_seldom_words_whole(word: str) -> None:
    """Cut into smaller pieces than the network has learned with, they are odd to it wherever they stand."""
    (read,) = load()[1].words(word)
    assert len(read.pieces) == 1
