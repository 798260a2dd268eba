from __future__ import annotations

import pytest

from paralint.evidence.phrases.retold import retold_words
from paralint.text.read import document

FIRST = "Engineers inspect the gates of the flooded dam near the northern village of Kora"


def found(second: str, first: str = FIRST) -> list[tuple[str, str]]:
    text = f"{first}.\n\n{second}.\n"
    return [(text[each.span.start : each.span.end], each.term) for each in retold_words(document("x.txt", text))]


@pytest.mark.parametrize(
    ("second", "pairs"),
    [
        ("Engineers inspect the gates of the flooded ladies near the northern village of Kora", [("ladies", "dam")]),
        ("Engineers inspect the gates of the flooded dame near the northern village of Kora", [("dame", "dam")]),
        ("Engineers inspect the gates of the flooded dams near the northern village of Kora", []),
        ("Engineers inspect the gates of the flooded dam near the southern village of Kora", []),
        ("Engineers check the gates of the flooded dam near the northern village of Kora", []),
        ("Some engineers who had been sent for saw two flooded ladies and their gates near Kora", []),
    ],
)
def test_words_that_cannot_both_be_meant(second: str, pairs: list[tuple[str, str]]) -> None:
    assert found(second) == pairs


def test_what_looks_alike() -> None:
    first = "Two conservators pack the head of a queen in cotton wool at the museum of Lagos"
    assert found(first.replace("conservators", "conservatives"), first) == [("conservatives", "conservators")]


def test_what_is_said_often_is_meant() -> None:
    assert found(FIRST.replace("dam", "ladies") + ". Ladies came. The ladies left, and ladies wept") == []
