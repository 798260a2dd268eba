from __future__ import annotations

import pytest

from paralint.evidence.words.thesaurus import entry, opposite, related
from paralint.evidence.words.vocabulary import stem


@pytest.mark.parametrize(
    ("one", "other"), [("insurgency", "rebellion"), ("invade", "invasion"), ("group", "team"), ("buy", "purchase")]
)
def test_words_that_name_one_thing_are_related(one: str, other: str) -> None:
    assert related(stem(one), stem(other))
    assert related(stem(other), stem(one))


@pytest.mark.parametrize(
    ("one", "other"), [("convicted", "acquitted"), ("improved", "unimproved"), ("rise", "fall"), ("above", "below")]
)
def test_antonyms_are_opposite_and_not_related(one: str, other: str) -> None:
    assert opposite(stem(one), stem(other))
    assert opposite(stem(other), stem(one))
    assert not related(stem(one), stem(other))


def test_an_unknown_word_has_an_empty_entry() -> None:
    assert not any(entry("qwzx"))
    assert not any(entry("zürich"))


def test_the_first_and_the_last_entry_are_found() -> None:
    from paralint.data import read
    from paralint.evidence.words.thesaurus import FILE

    lines = read(FILE).decode().splitlines()[1:]
    for line in (lines[0], lines[-1]):
        assert any(entry(line.partition("\t")[0]))
