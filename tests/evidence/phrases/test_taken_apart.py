from __future__ import annotations

import pytest

from paralint.evidence.phrases.taken_apart import garbled_compounds, turned_compounds
from paralint.text.read import document


def turned(text: str) -> list[tuple[str, str]]:
    return [(text[each.span.start : each.span.end], each.term) for each in turned_compounds(document("x.txt", text))]


def garbled(text: str) -> list[tuple[str, str]]:
    return [(text[each.span.start : each.span.end], each.term) for each in garbled_compounds(document("x.txt", text))]


def test_a_compound_of_one_word_that_was_turned_round() -> None:
    assert turned("Their moon of honey was short.") == [("moon of honey", "honeymoon")]


def test_a_compound_that_was_turned_round_with_a_word_exchanged() -> None:
    assert turned("She lay in a ward of motherhood.") == [("ward of motherhood", "maternity ward")]


def test_a_common_compound_of_two_words_that_was_turned_round() -> None:
    assert turned("She entered a conference of news.") == [("conference of news", "news conference")]
    assert turned("He told a story of success.") == []


@pytest.mark.parametrize(
    ("text", "term"),
    [
        ("The climber had icebite in both feet.", "frostbite"),
        ("They met in the bored room of the bank.", "boardroom"),
        ("They met in the bored rooms of two banks.", "boardrooms"),
    ],
)
def test_a_half_that_was_exchanged_without_a_hyphen(text: str, term: str) -> None:
    assert [each for _, each in garbled(text)] == [term]


@pytest.mark.parametrize(
    "text",
    ["The midfielder won a carve-out.", "The green lamp stood in the waiting room.", "A Bored Room was near."],
)
def test_compounds_of_their_own_stay(text: str) -> None:
    assert garbled(text) == []


def test_what_holds_something_is_told_of_it() -> None:
    assert turned("He had a suitcase of paper.") == []


@pytest.mark.parametrize(
    "text",
    [
        "The light of day came at the end of the week.",
        "The Moon of honey.",
        "The paper moon of honey.",
        "A moon of honey bees.",
        "She is of honey.",
    ],
)
def test_what_was_not_turned(text: str) -> None:
    assert turned(text) == []


def test_a_half_that_was_exchanged() -> None:
    assert garbled("He is charged with man-butchery.") == [("man-butchery", "manslaughter")]
    assert garbled("She is a half-wife.") == [("half-wife", "midwife")]


@pytest.mark.parametrize(
    "text", ["A front-row seat.", "A two-month truce.", "The Man-Butchery.", "An x-ray.", "A mid-wife."]
)
def test_halves_that_go_together_stay(text: str) -> None:
    assert garbled(text) == []
