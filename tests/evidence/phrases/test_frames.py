from __future__ import annotations

import pytest

from paralint.data import DataError, read
from paralint.evidence.phrases.frames import FILE, FIRST, SECTIONS, TIED, Frames, encode, load, number, tie, untied
from paralint.evidence.words.terms import load as load_terms

SIZE = len(load_terms().costs)


def test_words_that_go_together_are_tied() -> None:
    frames = load()
    assert frames.tie(number("raise"), number("concern")) >= TIED
    assert frames.tie(number("elevate"), number("concern")) < TIED
    assert frames.tie(number("on"), number("board")) >= TIED


def test_what_stands_behind_a_word_is_what_its_tie_says() -> None:
    frames = load()
    one = number("raise")
    row = frames.behind[one]
    assert row
    assert all(frames.tie(one, other) == found for other, found in row.items())


def test_what_stands_before_a_word_is_tied_to_it() -> None:
    frames = load()
    other = number("concern")
    assert number("raise") in frames.before[other]
    assert all(frames.behind[one][other] >= TIED for one in frames.before[other])


def test_common_words_that_are_never_met_avoid_each_other() -> None:
    assert untied(60) < untied(200) < 0 < tie(1e-5, 1e-6)


def test_marks_and_function_words_stand_behind_the_terms() -> None:
    assert number(FIRST) >= SIZE
    assert number("of") >= SIZE > number("boards")
    assert number("boards") == number("board")
    assert number("zzyzx") == number("é") == load().marks["#"]


def test_sections_come_back() -> None:
    content = read(FILE)
    assert content[:4] == b"PLTF"
    assert len(Frames(content, SIZE).costs) == SIZE + len(load().marks)


@pytest.mark.parametrize("damage", [b"", b"PLTX", b"PLTF\0\0\0\0\0\0\0\0", b"cut"])
def test_damaged_files_are_told(damage: bytes) -> None:
    content = read(FILE)[:1000] if damage == b"cut" else damage
    with pytest.raises(DataError):
        Frames(content, SIZE)


def test_files_for_other_terms_are_told() -> None:
    with pytest.raises(DataError, match="other terms"):
        Frames(read(FILE), SIZE + 1)


def test_the_same_sections_give_the_same_bytes() -> None:
    sections = dict.fromkeys(SECTIONS, b"abc")
    assert encode(sections) == encode(dict(reversed(sections.items())))
