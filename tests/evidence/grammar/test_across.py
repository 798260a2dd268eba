"""What a verb hangs on across a phrase."""

from __future__ import annotations

import pytest

from paralint.evidence.grammar.across import governor_across
from paralint.text.read import document


@pytest.mark.parametrize(
    ("text", "verb", "governor"),
    [
        ("He could in theory have refused.", "have", "could"),
        ("They had in fact been asked.", "been", "had"),
        ("They will, of course, be late.", "be", "will"),
        ("The mill that could do this have burnt.", "have", ""),
        ("They had been asked.", "asked", ""),
        ("In theory they have refused.", "have", ""),
    ],
)
def test_an_auxiliary_before_an_adverbial_phrase(text: str, verb: str, governor: str) -> None:
    read = document("t.txt", text)
    assert governor_across(read.lowers, read.tags, 0, read.lowers.index(verb)) == governor
