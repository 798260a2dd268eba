from __future__ import annotations

import pytest

from paralint.evidence.grammar.word_order import slips
from paralint.text.read import document


def found(text: str) -> list[tuple[str, str]]:
    parsed = document("t.txt", text)
    return [(each.kind, parsed.quote(parsed.tokens.span(each.first, each.last + 1))) for each in slips(parsed)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The jury rejected yesterday the plea.", [("split-object", "rejected yesterday the")]),
        ("The nurse has explained very much the rules.", [("split-object", "explained very much the")]),
        ("The bank opened in 2003 its first shop.", [("split-object", "opened in 2003 its")]),
        ("Last week signed both pupils the letter.", [("verb-first", "signed both pupils")]),
        ("Since Monday are the inns closed.", [("verb-first", "are the inns")]),
        ("Because of the heat were many trains cancelled.", [("verb-first", "were many trains")]),
        ("If the wind drops, can the race begin.", [("verb-first", "can the race")]),
        ("According to the nurse had the guide no map.", [("verb-first", "had the guide")]),
        ("He has in Madrid worked for years.", [("bracket", "has in Madrid worked")]),
        ("The in 1990 opened school has two yards.", [("bracket", "The in 1990 opened")]),
    ],
)
def test_slips(text: str, expected: list[tuple[str, str]]) -> None:
    assert found(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The jury rejected yesterday the plea of the guide who had left.",
        "The guide left on Monday, the nurse a day later.",
        "The nurse worked last week the same hours.",
        "In the corner stood the old clock of the inn.",
        "Never before had the bank a shop of its own.",
        "Last week the pupils signed the letter.",
        "When the bell rang, said the nurse, they left.",
        "He has in recent years worked for us.",
        "Will in the end the race begin at all?",
    ],
)
def test_sound_sentences_are_left_alone(text: str) -> None:
    assert found(text) == []
