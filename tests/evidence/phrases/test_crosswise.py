from __future__ import annotations

import pytest

from paralint.evidence.phrases.crosswise import crossed, foreign_collocates
from paralint.text.read import document


@pytest.mark.parametrize(
    ("text", "pairs"),
    [
        ("The boss haggler spoke.", [("chief", "negotiator")]),
        ("It will be simple sailing.", [("plain", "sailing")]),
        ("The Boss Haggler spoke.", []),
        ("The boss and a haggler spoke.", []),
        ("The chief negotiator spoke.", []),
        ("The boss haggles.", []),
    ],
)
def test_both_words_of_a_collocation(text: str, pairs: list[tuple[str, str]]) -> None:
    assert [(each.meant, each.other) for each in crossed(document("x.txt", text))] == pairs


def test_what_is_put_there() -> None:
    text = "The boss haggler spoke of an emergence. The governor declared an emergence."
    found = [(text[each.span.start : each.span.end], each.term) for each in foreign_collocates(document("x.txt", text))]
    assert found == [("boss haggler", "chief negotiator"), ("emergence", "emergency")]


def test_a_word_alone_goes_before_two() -> None:
    text = "The governor declared an emergence."
    assert [each.term for each in foreign_collocates(document("x.txt", text))] == ["emergency"]
