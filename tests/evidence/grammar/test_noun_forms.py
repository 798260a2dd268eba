from __future__ import annotations

import zlib

import pytest

from paralint.data import DataError, mapped
from paralint.evidence.grammar import noun_forms
from paralint.evidence.grammar.noun_forms import FILE, NounForms, encode, load, unusual
from paralint.evidence.grammar.noun_phrases import ARTICLE, FORMS, MODIFIER, NUMBER
from paralint.text.read import document

WEIGHTS: dict[str, dict[int, list[int]]] = {ARTICLE: {}, NUMBER: {5: [1, -1]}, MODIFIER: {7: [0, 9], 6: [1, 2]}}


@pytest.mark.parametrize(
    ("text", "noun", "expected"),
    [
        ("She works as teacher in the town.", "teacher", "a NN"),
        ("They fell back in the second halves.", "halves", "the NN"),
        ("She reads many book in a year.", "book", "- NNS"),
        ("He made his debuts in May.", "debuts", "NN"),
        ("They won by two vote.", "vote", "NNS"),
        ("The homelands security chief left.", "homelands", "NN"),
    ],
)
def test_a_form_that_hardly_ever_stands_there(text: str, noun: str, expected: str) -> None:
    read = document("text.txt", text)
    found = {read.tokens.word(each.phrase.noun).form: each for each in unusual(read)}
    assert FORMS[found[noun].phrase.question][found[noun].expected] == expected


@pytest.mark.parametrize(
    "text",
    [
        "She works as a teacher in the town.",
        "Miner works as teacher in Leeds",  # no full stop: a headline
        "She will do so in future.",
        "No deaths were told.",
        "They sat on qwerts.",  # an unknown noun
        "",
    ],
)
def test_what_may_stand_so(text: str) -> None:
    assert list(unusual(document("text.txt", text))) == []


def test_weights_are_found_again() -> None:
    key = zlib.crc32(b"ahall")
    table = NounForms(encode({**WEIGHTS, ARTICLE: {key: [1, -2, 3, -127, 127]}}))
    assert table.weights(ARTICLE, "ahall") == (1, -2, 3, -127, 127)
    assert table.weights(ARTICLE, "awall") == ()
    assert table.weights(NUMBER, "ahall") == ()


@pytest.mark.parametrize("content", [b"", b"PLNF", b"XXXX" + bytes(40), encode(WEIGHTS)[:-1]])
def test_a_damaged_table_is_told(content: bytes) -> None:
    with pytest.raises(DataError):
        NounForms(content)


def test_the_packaged_table_is_whole() -> None:
    content = bytes(mapped(FILE))
    assert zlib.crc32(content[noun_forms._HEADER.size :]) == load().checksum
