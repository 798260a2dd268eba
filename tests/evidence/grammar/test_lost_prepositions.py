from __future__ import annotations

import pytest

from paralint.evidence.grammar.lost_prepositions import lost
from paralint.text.read import document


def found(text: str) -> list[tuple[str, str]]:
    read = document("text.txt", text)
    return [(read.tokens.word(each.governor).form, each.expected) for each in lost(read)]


def test_a_preposition_that_is_lost() -> None:
    assert found("They called for the abolition the tax at once.") == [("abolition", "of")]


@pytest.mark.parametrize(
    "text",
    [
        "They called for the abolition of the tax at once.",
        "The changes the ministry announced surprised nobody.",
        "They gave the town the right to refuse.",
        "He wrote a letter the next day.",
        "The error lay in the way the software rounded the sums.",
        "Those who sat below heard the mountain clear its throat.",
        "It was a house the size of a barn.",
        "The people who liked the concept the party of farmers had won.",
    ],
)
def test_phrases_that_need_no_preposition(text: str) -> None:
    assert found(text) == []
