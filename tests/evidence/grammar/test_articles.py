from __future__ import annotations

import pytest

from paralint.data import DataError
from paralint.evidence.grammar.articles import DESCRIBED, HEADER, bare_nouns, decode, encode, place
from paralint.text.read import document


@pytest.mark.parametrize(
    ("text", "noun", "key", "determined"),
    [
        ("He sat in the hall.", 4, "in", True),
        ("He sat in hall.", 3, "in", False),
        ("He sat in large hall.", 4, DESCRIBED, False),
        ("He left large hall early.", 3, DESCRIBED, False),
    ],
)
def test_where_a_noun_stands(text: str, noun: int, key: str, determined: bool) -> None:
    read = document("text.txt", text)
    found = place(read, noun, 0, len(read.tokens))
    assert found is not None
    assert (found.key, found.determined) == (key, determined)


@pytest.mark.parametrize("text", ["He sat in hall number two.", "The hall was old.", "It was last hall of it."])
def test_no_place_for_a_noun(text: str) -> None:
    read = document("text.txt", text)
    noun = next(at for at in range(len(read.tokens)) if read.tokens.word(at).lower == "hall")
    assert place(read, noun, 0, len(read.tokens)) is None


def test_bare_nouns_are_found() -> None:
    read = document("text.txt", "He waited at gym and came by car at end of May, then went to bed.")
    assert sorted(read.tokens.word(each.noun).form for each in bare_nouns(read)) == ["end", "gym"]


def test_a_table_is_read_as_it_was_written() -> None:
    nouns = {"gym": frozenset({"at", DESCRIBED}), "front": frozenset({"to"})}
    assert decode(encode(nouns)) == nouns


@pytest.mark.parametrize("content", ["", "gym at\n", HEADER + "gym at"])
def test_a_damaged_table_is_told(content: str) -> None:
    with pytest.raises(DataError):
        decode(content)
