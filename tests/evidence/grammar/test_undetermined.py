from __future__ import annotations

import pytest

from paralint.evidence.grammar.undetermined import lost, score, undetermined
from paralint.text.read import document


def _lost(text: str) -> list[str]:
    read = document("text.txt", text)
    return [read.quote(read.tokens.span(each.first, each.noun + 1)) for each in lost(read)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("She is member of the council in Oslo.", ["member"]),
        ("Rain fell on world's largest desert last week.", ["world"]),
        ("In statement, the ministry said it would pay.", ["statement"]),
        ("She took job at the bank in May.", ["job"]),
        ("The firm is biggest employer in the town.", ["biggest employer"]),
    ],
)
def test_nouns_that_lost_their_article(text: str, found: list[str]) -> None:
    assert _lost(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "She is a member of the council and took office in time.",
        "Women disapprove of it, and talk of war goes on in open court.",
        "He won best film and Ana Dahl, head of mission, went to school by car.",
        "It was an edgy, noisy, much watched debate.",
        "Bank of Norway said so.",
        "World's largest desert",
        "Kent county council has said that it will close the road for two weeks.",
        "The trial at Dover crown court goes on, and the head of Preston city council resigned.",
        "The volunteers haul dead carp out of the river every morning.",
    ],
)
def test_what_is_bare_by_custom_is_left(text: str) -> None:
    assert not _lost(text)


def test_the_phrase_is_told_with_its_modifiers_and_weighed_in_its_sentence() -> None:
    read = document("text.txt", "He saw old red barn on the hill.")
    (phrase,) = undetermined(read)
    assert read.quote(read.tokens.span(phrase.first, phrase.noun + 1)) == "old red barn"
    bare = score(read, phrase, 0, len(read.tokens))
    read = document("text.txt", "He has full access to the hill.")
    (phrase,) = undetermined(read)
    assert score(read, phrase, 0, len(read.tokens)) < 0 < bare
