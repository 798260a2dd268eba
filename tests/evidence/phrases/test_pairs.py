from __future__ import annotations

import pytest

from paralint.data import DataError, read
from paralint.evidence.phrases.pairs import FILE, SECTIONS, Pairs, encode, load
from paralint.evidence.words.terms import load as load_terms

SIZE = len(load_terms().costs)


def met(one: str, other: str) -> bool:
    first, second = load_terms().number(one), load_terms().number(other)
    assert first is not None
    assert second is not None
    return load().met(first, second)


def test_words_that_go_together_are_met() -> None:
    assert met("raise", "concern")
    assert not met("elevate", "concern")
    assert not met("concern", "raise")


@pytest.mark.parametrize("damage", [b"", b"PLTX", b"PLPR\0\0\0\0\0\0\0\0", b"cut"])
def test_damaged_files_are_told(damage: bytes) -> None:
    content = read(FILE)[:1000] if damage == b"cut" else damage
    with pytest.raises(DataError):
        Pairs(content, SIZE)


def test_files_for_other_terms_are_told() -> None:
    with pytest.raises(DataError, match="other terms"):
        Pairs(read(FILE), SIZE + 1)


def test_the_same_sections_give_the_same_bytes() -> None:
    sections = dict.fromkeys(SECTIONS, b"abc")
    assert encode(sections) == encode(dict(reversed(sections.items())))
