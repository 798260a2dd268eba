"""Which rules a document is asked about."""

from __future__ import annotations

import pytest

from paralint.data import DataError
from paralint.engine.selection import Selection
from paralint.ruleset.rule import Anchors
from paralint.text.document import Document
from paralint.text.read import document


def active(text: str, *anchors: Anchors) -> set[int]:
    selection = Selection()
    for number, each in enumerate(anchors):
        selection.add(number, each)
    return selection.active(document("x.txt", text))


def test_a_rule_without_anchors_is_always_asked() -> None:
    assert active("Anything.", Anchors()) == {0}


def test_a_rule_with_words_is_asked_where_one_stands() -> None:
    words = Anchors(frozenset({"talks", "ended"}))
    assert active("The Talks went on.", words) == {0}
    assert active("The meeting went on.", words) == set()


def test_a_rule_with_literals_is_asked_where_one_stands() -> None:
    literals = Anchors(literals=frozenset({"alk"}))
    assert active("The TALKS went on.", literals) == {0}
    assert active("The meeting went on.", literals) == set()


@pytest.mark.parametrize(
    ("text", "expected"), [("He had talks.", {0}), ("He had lunch.", set()), ("Talks ended.", set()), ("We ate.", {0})]
)
def test_of_a_way_every_set_must_have_a_member(text: str, expected: set[int]) -> None:
    anchors = Anchors(frozenset({"talks", "had", "we"}), ways=(("had has", "talks"), ("we",)))
    assert active(text, anchors) == expected


def test_tags_count_where_the_words_of_a_way_stand() -> None:
    anchors = Anchors(frozenset({"has"}), ways=(("has", "#VBN"),))
    assert active("She has eaten it.", anchors) == {0}
    assert active("She has it.", anchors) == set()
    assert active("She eats it.", anchors) == set()


def test_a_rule_without_words_is_known_by_its_tags() -> None:
    anchors = Anchors(ways=(("#MD", "#CD"),))
    assert active("She must eat 12 of them.", anchors) == {0}
    assert active("She must eat them.", anchors) == set()


def test_no_text_is_tagged_for_rules_that_words_decide(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Document, "tags", property(lambda _: pytest.fail("tagged")))
    assert active("She eats it.", Anchors(frozenset({"has"}), ways=(("has", "#VBN"),))) == set()
    assert active("She has it.", Anchors(frozenset({"has"}), ways=(("has",), ("has", "#VBN")))) == {0}


def test_without_a_tagger_the_rules_that_want_one_are_asked_and_can_say_so(monkeypatch: pytest.MonkeyPatch) -> None:
    def missing(_: Document) -> list[str]:
        raise DataError("no tagger")

    monkeypatch.setattr(Document, "tags", property(missing))
    assert active("She has it.", Anchors(ways=(("#VBN",),))) == {0}
