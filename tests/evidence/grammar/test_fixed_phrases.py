from __future__ import annotations

import pytest

from paralint.evidence.grammar.fixed_phrases import entries, misled
from paralint.text.read import document


@pytest.mark.parametrize(
    ("text", "phrase", "expected"),
    [
        ("The loom is in show now.", "in show", "on"),
        ("It ended at the second night.", "at the second night", "on"),
        ("He paid it on his own cost.", "on his own cost", "at"),
        ("A child said on German that it was late.", "on German", "in"),
        ("It was, with other words, late.", "with other words", "in"),
        ("The house stood in page 4.", "in page", "on"),
    ],
)
def test_a_phrase_with_a_preposition_that_its_noun_does_not_take(text: str, phrase: str, expected: str) -> None:
    read = document("text.txt", text)
    found = [(read.quote(read.tokens.span(each.preposition, each.noun + 1)), each.expected) for each in misled(read)]
    assert found == [(phrase, expected)]


@pytest.mark.parametrize(
    "text",
    [
        "The loom is on show now.",
        "He works in show business.",
        "She came with bus and driver.",
        "They looked at the phone.",
        "He held it in the other hand for a while.",
        "She has an interest in German.",
    ],
)
def test_what_is_sound_or_governed_is_left(text: str) -> None:
    assert not list(misled(document("text.txt", text)))


def test_every_line_of_the_table_has_a_right_preposition_that_is_not_among_the_wrong() -> None:
    table = [entry for found in entries().values() for entry in found]
    assert table
    assert all(entry.right.split()[0] not in entry.wrong for entry in table)
