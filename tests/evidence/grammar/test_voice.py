from __future__ import annotations

import pytest

from paralint.evidence.grammar.voice import slips
from paralint.text.read import document


def found(text: str) -> list[tuple[str, str]]:
    parsed = document("t.txt", text)
    return [(each.kind, parsed.quote(parsed.tokens.span(each.first, each.last + 1))) for each in slips(parsed)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The keys can find in the cellar.", [("acted-on", "can find")]),
        ("The shoes are producing in Spain.", [("acted-on", "are producing")]),
        ("The photos have deleted from the server.", [("acted-on", "have deleted")]),
        ("The meeting will hold in the old hall.", [("acted-on", "will hold")]),
        ("The tower damaged in the storm of 1999.", [("acted-on", "tower damaged")]),
        ("The bridge is expecting to reopen in May.", [("acted-on", "is expecting")]),
        ("The pupils will be sending home on Monday.", [("acted-on", "will be sending")]),
        ("The thieves are holding in a prison near the town.", [("acted-on", "are holding")]),
        ("The boy was fallen from the wall.", [("happening", "was fallen")]),
        ("The price was dropped to ten euros.", [("happening", "was dropped")]),
        ("The nurse was recovered after a week.", [("happening", "was recovered")]),
    ],
)
def test_the_voice_that_a_verb_does_not_have(text: str, expected: list[tuple[str, str]]) -> None:
    assert found(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The keys can be found in the cellar.",
        "The nurse can find the keys in the cellar.",
        "The tower the storm has destroyed was very old.",
        "The tower damaged in the storm was rebuilt in May.",
        "The bank is expecting to open it in May.",
        "The law can find in the town what it needs.",
        "The fallen tree was gone in the morning.",
        "The plan was dropped by the bank in May.",
        "The body was recovered after a week.",
    ],
)
def test_sound_verbs_are_left_alone(text: str) -> None:
    assert found(text) == []
