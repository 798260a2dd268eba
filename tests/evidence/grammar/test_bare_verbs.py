"""Bare verbs behind the object of a verb of letting or seeing."""

from __future__ import annotations

import pytest

from paralint.evidence.grammar.bare_verbs import is_bare_verb
from paralint.text.read import document


def holds(text: str, word: str) -> bool:
    read = document("t.txt", text)
    return is_bare_verb(read.lowers, read.tags, 0, list(read.lowers).index(word))


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("She let the king use a trowel.", "use"),
        ("They heard the mountain clear its throat.", "clear"),
        ("It made them release the boat.", "release"),
    ],
)
def test_what_somebody_is_let_or_seen_do(text: str, word: str) -> None:
    assert holds(text, word)


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("They saw the release the boat.", "release"),
        ("The king used the use a trowel.", "use"),
        ("Let the king.", "king"),
    ],
)
def test_nouns_are_none(text: str, word: str) -> None:
    assert not holds(text, word)
