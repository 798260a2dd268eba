from __future__ import annotations

import pytest

from paralint.evidence.grammar.word_families import exchanges, load
from paralint.text.read import document


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("A religion leader spoke in Oslo.", "religion", "religious"),
        ("The France president left early.", "France", "French"),
        ("The heavily rain went on.", "heavily", "heavy"),
        ("The accurate of it was known.", "accurate", "accuracy"),
        ("He won without difficult.", "difficult", "difficulty"),
        ("He was very anger about it.", "anger", "angry"),
        ("They remained silence in court.", "silence", "silent"),
    ],
)
def test_words_of_another_class(text: str, word: str, expected: str) -> None:
    read = document("text.txt", text)
    assert [(read.tokens.word(each.word).form, each.expected) for each in exchanges(read)] == [(word, expected)]


@pytest.mark.parametrize(
    "text",
    [
        "A religious leader and the England coach spoke.",
        "The street culture event was new.",
        "The heavily armed men left.",
        "Their reward was silence, and it was kind of important.",
        "The oil of voters of Pakistani, Indian and Thai origin.",
        "She was security at the club.",
        "The smell of hot, wet sleeves hung there.",
        "What Church of England law requires was built.",
        "Justice faces delays in Oslo.",
    ],
)
def test_words_in_their_place(text: str) -> None:
    assert not list(exchanges(document("text.txt", text)))


def test_adjectives_have_nouns_that_are_not_their_own() -> None:
    families = load()
    assert families.nouns["able"] == ("ability",)
    assert all(adjective.lower() not in nouns for adjective, nouns in families.nouns.items())
