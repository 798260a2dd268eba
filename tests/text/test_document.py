"""Documents: what their layers make of texts of odd shape."""

from __future__ import annotations

from itertools import pairwise

from paralint.text.read import document


def test_a_sentence_without_end_is_cut_into_pieces() -> None:
    tokens = document("x.txt", "war, " * 5000 + "ended.").tokens
    assert all(0 < last - first <= 1000 for first, last in pairwise(tokens.sentences))
    assert all(tokens.word(first - 1).form == "," for first in tokens.sentences[1:-1])
    assert tokens.sentences[-1] == len(tokens)


def test_a_long_sentence_is_left_whole() -> None:
    assert len(document("x.txt", "war " * 900 + "ended. It was over.").sentences) == 2
