from __future__ import annotations

import zlib

import pytest

from paralint.data import DataError, read
from paralint.evidence.grammar.sound_alikes import (
    FILE,
    LOOSEST,
    STEP,
    Table,
    encode,
    gained,
    load,
    sound_alikes,
)
from paralint.text.read import document


def found(text: str) -> list[tuple[str, str]]:
    read_text = document("text.txt", text)
    return [(read_text.lowers[each.place], each.expected) for each in sound_alikes(read_text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The town counsel voted against it.", [("counsel", "council")]),
        ("The dog wagged its tale.", [("tale", "tail")]),
        ("She was granted bale on Monday.", [("bale", "bail")]),
        ("Prices have felled for three years.", [("felled", "fallen")]),
        ("The race was ran in the rain.", [("ran", "run")]),
        ("He runs the volcano observation on the island.", [("observation", "observatory")]),
        ("The city is illegible for aid.", [("illegible", "eligible")]),
    ],
)
def test_neighbours_tell_which_word_is_meant(text: str, expected: list[tuple[str, str]]) -> None:
    assert found(text) == expected


@pytest.mark.parametrize(
    "text",
    ["The town council voted for it.", "They felled the tree.", "The tale is old.", "Mr Bale was granted leave."],
)
def test_words_that_fit_are_left(text: str) -> None:
    assert not found(text)


@pytest.mark.parametrize(
    "text",
    [
        "They forgave him because the buses ran and the fair was free.",
        "A cup of salt there costs four dollars.",
        "There were pickets. The picket line held, and he had a ticket from the pickets and a wish.",
        "A divided county",
        "Blue Whistle won the race.",
        "The guns on the Soltaran side opened up.",
    ],
)
def test_a_word_that_its_clause_or_its_text_needs_is_meant(text: str) -> None:
    assert not found(text)


def test_the_subject_of_a_text_tells_which_word_is_meant() -> None:
    assert found("A tanker left the port. The births of both ferry docks are shut.") == [("births", "berths")]
    assert not found("Its births are shut.")
    assert not found("A tanker left the port with a midwife. The births of both ferry docks are shut.")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The farmer keeps 300 yews and a ram.", [("yews", "ewes")]),
        ("She stood on the balcony and waived.", [("waived", "waved")]),
        ("Three minors were trapped in the colliery.", [("minors", "miners")]),
    ],
)
def test_words_of_the_sentence_tell_which_word_is_meant(text: str, expected: list[tuple[str, str]]) -> None:
    assert found(text) == expected


def test_words_of_the_sentence_may_speak_for_the_one_that_is_written() -> None:
    assert not found("She stood on the balcony and waived the fee.")
    assert not found("The farmer cut the hedge of yews behind the church, where a ram stood.")
    assert not found("Three minors and their parents were trapped in the colliery.")


def test_what_does_not_sound_quite_alike_must_fit_its_neighbours_too() -> None:
    assert found("The debt was repaid in fool.") == [("fool", "full")]
    assert not found("The sheep leave the fold.")


def test_a_word_that_comes_again_and_again_is_meant() -> None:
    assert not found(
        "A tanker left the port. The births of its docks are shut. Such births are few. No births are left."
    )


def test_a_rare_word_is_seldom_meant_for_a_common_one() -> None:
    table = load()
    assert gained(table, "the", "gate", "gait", "of") < 0 < gained(table, "the", "wail", "whale", "swims")


def test_what_is_written_is_read() -> None:
    ties = {zlib.crc32(f"the {number}".encode()): number % 16 for number in range(500)}
    content = encode("one won|a b|c\n", {"one": 30, "won": 45}, ties, {zlib.crc32(b"a one b"): 1})
    table = Table(content)
    (pair,) = table.pairs("one")
    assert (pair.other, pair.about, pair.own) == ("won", {"a", "b"}, {"c"})
    assert table.chance("won") == -4.5
    assert table.is_met("a one b")
    assert all(
        table.tie("the", str(number), -9.0) == pytest.approx(LOOSEST + STEP * (number % 16)) for number in range(500)
    )
    assert content == encode("one won|a b|c\n", {"won": 45, "one": 30}, ties, {zlib.crc32(b"a one b"): 1})


def test_a_file_that_is_cut_short_is_refused() -> None:
    content = read(FILE)
    for length in (0, 4, 100, len(content) - 1):
        with pytest.raises(DataError, match="sound_alikes"):
            Table(content[:length])
