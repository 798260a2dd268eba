from __future__ import annotations

import random
import zlib

import pytest

from paralint.data import DataError, read
from paralint.evidence.phrases.triples import (
    END,
    EXPECTED,
    FILE,
    MET,
    START,
    Around,
    Triples,
    around,
    encode,
    level,
    load,
)
from paralint.evidence.words.terms import load as load_terms
from paralint.text.read import document


def test_idioms_are_met_and_their_paraphrases_are_not() -> None:
    assert level("out", "of", "breath") >= MET
    assert level("out", "of", "exhalation") == 0
    assert level("bite", "the", "bullet") == EXPECTED


def test_what_is_empty_is_not_looked_up() -> None:
    assert level("", "of", "breath") == 0


def test_few_triples_of_chance_are_taken_for_met() -> None:
    words = random.Random(1)
    known = load_terms().words
    assert sum(load().level(" ".join(words.choices(known, k=3))) > 0 for _ in range(5000)) < 100


def test_what_is_written_is_read() -> None:
    levels = {zlib.crc32(f"a {number} b".encode()): 1 + number % 3 for number in range(3000)}
    triples = Triples(encode(levels))
    assert all(triples.level(f"a {number} b") == 1 + number % 3 for number in range(3000))
    assert sum(triples.level(f"b {number} a") > 0 for number in range(3000)) < 100


def test_the_same_triples_give_the_same_bytes() -> None:
    levels = {number * 7919: 1 for number in range(100)}
    assert encode(levels) == encode(dict(reversed(levels.items())))


def test_a_file_that_is_cut_short_is_refused() -> None:
    content = read(FILE)
    for length in (0, 4, 100, len(content) - 1):
        with pytest.raises(DataError, match="triples"):
            Triples(content[:length])


def test_what_stands_around_a_word_ends_with_the_sentence_and_at_marks() -> None:
    text = document("a.txt", "The old ferry, it said, ran dry. Nobody saw it.")
    forms = [text.tokens.word(place).lower for place in range(len(text.tokens))]
    assert around(text, forms.index("ferry"), forms.index("ferry")) == Around(("the", "old"), ("", ""))
    assert around(text, forms.index("dry"), forms.index("dry")) == Around(("", "ran"), ("", ""))
    assert around(text, forms.index("old"), forms.index("ferry")) == Around((START, "the"), ("", ""))
    last = len(forms) - 2
    assert around(text, last, last) == Around(("nobody", "saw"), ("", ""))
    assert END != START
