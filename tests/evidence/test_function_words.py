from __future__ import annotations

import zlib

import pytest

from paralint.data import DataError, mapped
from paralint.evidence import function_words as reading
from paralint.evidence.function_words import (
    BITS,
    FILE,
    GAP,
    KINDS,
    ORDER,
    WORD,
    Model,
    described,
    encode,
    load,
    places_in_filter,
    seed,
    slips,
    templates,
)
from paralint.text.read import document


def found(text: str) -> list[tuple[str, str]]:
    read = document("text.txt", text)
    return [(slip.kind, read.tokens.word(slip.first).form) for slip in slips(read)]


def test_weights_are_found_again() -> None:
    weights = {0: 5, 255: -127, 256: 127, (1 << BITS) - 1: 1}
    model = Model(encode(weights, [1, -2, 3], bytes(8)))
    assert {key: model.weight(key) for key in weights} == weights
    assert model.weight(1) == model.weight(257) == 0
    assert model.biases == {WORD: 1, GAP: -2, ORDER: 3}


def test_words_are_found_in_the_filter() -> None:
    bits = bytearray(64)
    for place in places_in_filter("part of", 512):
        bits[place >> 3] |= 1 << (place & 7)
    model = Model(encode({}, [0, 0, 0], bytes(bits)))
    assert model.seen["part of"]
    assert not model.seen["of part"]


@pytest.mark.parametrize(
    "content", [b"", b"PLFW", b"XXXX" + bytes(100), encode({1: 1}, [0, 0, 0], b"12")[:-1]], ids=str
)
def test_a_damaged_model_is_told(content: bytes) -> None:
    with pytest.raises(DataError):
        Model(content)


def test_the_packaged_model_is_whole() -> None:
    content = bytes(mapped(FILE))
    assert zlib.crc32(content[reading._HEADER.size :]) == load().checksum


def test_a_name_and_a_number_are_looked_at_as_such() -> None:
    assert described("Brzkov", "NNP").symbols == described("Ostrzyn", "NNP").symbols
    assert described("1984", "CD").symbols == described("2003", "CD").symbols
    assert described("1984", "CD").symbols != described("19", "CD").symbols
    assert described("of", "IN").candidate
    assert not described("village", "NN").candidate


def test_every_template_begins_with_another_number() -> None:
    seeds = [seed(kind, number) for kind in KINDS for number in range(len(templates(kind)))]
    assert len(set(seeds)) == len(seeds)
    assert all(len({slot for _, slot in parts}) == len(parts) for kind in KINDS for parts in templates(kind))


def test_nothing_is_said_of_headlines() -> None:
    assert found("Mayor urged along council to vote") == []


def test_a_word_out_of_place_is_found() -> None:
    assert found("He was banned of driving a van for a year.") == [(WORD, "of")]
    assert found("He was banned from driving a van for a year.") == []


def test_a_lost_word_is_found_between_its_neighbours() -> None:
    assert found("He bought one the biggest houses in the town.") == [(GAP, "one")]


def test_a_word_behind_its_neighbour_is_found() -> None:
    assert found("She can carry not the box.") == [(ORDER, "carry")]
    assert found("She would like not to go there.") == []


def test_a_title_and_a_comparison_with_a_year_are_let_be() -> None:
    assert found("He took a part in the film The Return last year.") == []
    assert found("Sales were up 10% on 2003, the firm said.") == []
