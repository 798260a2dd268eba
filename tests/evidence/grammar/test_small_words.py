from __future__ import annotations

import zlib

import pytest

from paralint.data import DataError
from paralint.evidence.grammar.gaps import CLASSES
from paralint.evidence.grammar.small_words import ZERO, Model, encode, small_words
from paralint.text.read import document


def found(text: str) -> list[tuple[str, str, str, str]]:
    read = document("text.txt", text)
    form = read.tokens.word
    return [(each.kind, form(each.before).form, form(each.behind).form, each.expected) for each in small_words(read)]


@pytest.mark.parametrize(
    ("text", "slip"),
    [
        ("Prices are expected rise in spring.", ("left-out", "expected", "rise", "to")),
        ("The number cars has doubled since then.", ("left-out", "number", "cars", "of")),
        ("One reason is the lack at patience among the voters.", ("another", "lack", "patience", "of")),
        ("She opened of the door and called the police.", ("too-many", "opened", "the", "")),
    ],
)
def test_small_words_that_do_not_belong(text: str, slip: tuple[str, str, str, str]) -> None:
    assert found(text) == [slip]


@pytest.mark.parametrize(
    "text",
    [
        "Prices are expected to rise in spring, and the number of cars has doubled since then.",
        "He was sent the money on Tuesday and paid the rest last week.",
        "The value the bonds had gained was lost.",
        "They stopped him leaving and sought help.",
        "Output rose 3.5 per cent and is expected rising",  # a headline: no mark at its end
        "Mr Ito wrote to her, and she was to answer on Monday.",
        "In the end the king, 58, and his wife were brought in by the back door.",
        "In a statement its president said that the firm would pay.",
        "She would let the king use a trowel on the heap.",
        "They saw the guards close the gate.",
        "The nurse lives a mile and a half from it with her son.",
        "The city paid half and the Welsh government the rest.",
        "Forming a coalition took 11 weeks the last time.",
        "This year I can offer it only the oven.",
        "On the last page the judge thanks the clerk who had to find room.",
        "He had called at the house to see to a leak.",
        "The rate moves with the bank's.",
        "The adviser rated the risk on north-facing slopes as considerable.",
        "With his first pay from the mine he bought a suit.",
    ],
)
def test_sound_text_is_left_alone(text: str) -> None:
    assert found(text) == []


def test_weights_are_added_up() -> None:
    width = len(CLASSES)
    row = bytes([ZERO + 16, *([ZERO] * (width - 1))])
    model = Model(encode({zlib.crc32(b"one"): row, zlib.crc32(b"two"): row}))
    assert model.scores(["one", "two", "none"])[:2] == [2.0, 0.0]


def test_a_file_that_is_cut_short_is_told() -> None:
    whole = encode({1: bytes(len(CLASSES)), 2: bytes(len(CLASSES))})
    with pytest.raises(DataError, match=r"small_words\.bin"):
        Model(whole[:-8])
    with pytest.raises(DataError, match="not a small words file"):
        Model(b"something else altogether")
