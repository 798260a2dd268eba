from __future__ import annotations

import pytest

from paralint.data import DataError, read
from paralint.evidence.names.fixed_names import (
    FILE,
    FixedNames,
    Standing,
    any_order_sum,
    canonical,
    content,
    encode,
    load,
    open_sum,
    pairs,
)


def build() -> FixedNames:
    names = {"Corn Market Board": Standing.BODY, "Evening Mail": Standing.TITLE, "Hall": Standing.LIKE}
    return FixedNames(encode(names, {"corn": ["grain", "maize"]}))


def test_names_are_found_by_what_is_left_of_them() -> None:
    names = build()
    (board,) = names.at(open_sum(("grain", "market", "board"), 0))
    assert (board.written, board.words, board.title) == ("Corn Market Board", ("corn", "market", "board"), False)
    (mail,) = names.at(any_order_sum(("mail", "evening")))
    assert (mail.written, mail.title) == ("Evening Mail", True)
    assert not list(names.at(open_sum(("corn", "market", "board"))))


def test_words_have_what_may_stand_for_them() -> None:
    names = build()
    assert names.meaning("corn") == {"grain", "maize"}
    assert names.has("corn")
    assert names.meaning("évora") == frozenset()
    assert not names.has("évora")
    assert names.owed == {"grain": ["corn"], "maize": ["corn"]}
    assert names.meaning("corn") == {"grain", "maize"}


def test_words_are_compared_without_number_and_class() -> None:
    assert list(map(canonical, ("commons", "african", "southern", "corn"))) == ["common", "africa", "south", "corn"]
    assert content(["King’s", "College", "of", "Évora", "'s", "Defence"]) == ("king", "college", "evora", "defense")


def test_two_words_are_left_open_in_long_names_only() -> None:
    assert list(pairs(2)) == list(pairs(9)) == []
    assert len(list(pairs(4))) == 6
    assert list(build().at(open_sum(("corn", "market", "board"), 0, 1)))


@pytest.mark.parametrize("data", [b"", b"PLFN" + b"\0" * 60, read(FILE)[:-1]])
def test_a_file_that_is_none_is_an_error(data: bytes) -> None:
    with pytest.raises(DataError, match=r"fixed_names\.bin"):
        FixedNames(data)


@pytest.mark.parametrize("name", ["House of Commons", "Air Accidents Investigation Branch", "Strait of Hormuz"])
def test_the_packaged_names_are_found(name: str) -> None:
    keys = tuple(map(canonical, content(name.split())))
    assert name in [found.written for found in load().at(any_order_sum(keys))]
    assert all(name in [found.written for found in load().at(open_sum(keys, at))] for at in range(len(keys)))
