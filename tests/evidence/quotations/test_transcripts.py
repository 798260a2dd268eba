from __future__ import annotations

import pytest

from paralint.evidence.quotations.transcripts import transcripts
from paralint.text.read import document

ANNA, JON = "((Anna Berg)) ", "((Jon Vik)) "
DOUBLE = f"{ANNA} Why did you leave?\n\n{JON} I was tired.\n\nAnd cold.\n\n{ANNA} So soon?\n\n{JON} Yes."
LETTERS = "Q: Why did you leave?\n\nA: I was tired.\n\nQ: So soon?\n\nA: Yes, we were."
NAMES = "Berg: Why did you leave?\n\nDr Vik: I was tired.\n\nBerg: So soon?\n\nDr Vik: It was late."
BARE = "Why did you leave?\n\nI was tired.\n\nWas it late?\n\nWe had no lamp.\n\nAnd then?\n\nI slept."


@pytest.mark.parametrize("text", [DOUBLE, LETTERS, NAMES, BARE])
def test_turns_of_a_conversation(text: str) -> None:
    read = document("x.txt", f"The keeper spoke to us.\n\n{text}")
    assert read.derive(transcripts) == frozenset(range(1, len(read.blocks)))


def test_a_heading_ends_the_conversation() -> None:
    read = document("x.md", f"{LETTERS}\n\n# The island\n\nIt lies in the sea.")
    assert max(read.derive(transcripts)) == 3


@pytest.mark.parametrize(
    "text",
    [
        "Note: the office is closed.\n\nUpdate: it is open again.\n\nMore text stands here.",
        "Berg: it was late.\n\nBerg: it was cold.\n\nNobody answered.",
        "Who won?\n\nThe keeper won.\n\nWho lost?\n\nThe guest lost.\n\nWho cares?\n\nNobody did.",
        'Berg: "It was late."\n\nVik: "It was cold."\n\nBerg: "It was."\n\nVik: "Yes."',
    ],
    ids=["notes", "one label", "a quiz in the third person", "marked quotations"],
)
def test_what_is_no_conversation(text: str) -> None:
    assert not document("x.txt", text).derive(transcripts)
