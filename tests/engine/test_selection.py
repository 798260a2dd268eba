"""Which rules a document is asked about."""

from __future__ import annotations

import pytest

from paralint.data import DataError
from paralint.engine.selection import Selection
from paralint.ruleset.load import builtin
from paralint.ruleset.rule import Anchors
from paralint.ruleset.windows import ANYTHING, Place
from paralint.text.document import Document
from paralint.text.read import document


def found(text: str, *anchors: Anchors) -> dict[int, list[int]]:
    selection = Selection()
    for number, each in enumerate(anchors):
        selection.add(number, each)
    return selection.active(document("x.txt", text))


def active(text: str, *anchors: Anchors) -> set[int]:
    return set(found(text, *anchors))


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


HAS, TALKS, PARTICIPLE = Place(frozenset({"has"})), Place(frozenset({"talks"})), Place(tags=frozenset({"VBN"}))


def test_a_rule_of_sequences_is_asked_for_those_whose_windows_open() -> None:
    one = Anchors(windows=((HAS, TALKS, ANYTHING), (HAS, PARTICIPLE, ANYTHING), (TALKS, ANYTHING, ANYTHING)))
    other = Anchors(windows=((HAS, ANYTHING, ANYTHING),))
    assert found("She has talks.", one, other) == {0: [0, 2], 1: [0]}
    assert found("She has eaten it.", one, other) == {0: [1], 1: [0]}
    assert found("She had talks.", one, other) == {0: [2]}
    assert found("She eats it.", one, other) == {}


def test_built_in_rules_are_found_by_their_index() -> None:
    rules = [rule for rule in builtin().rules if rule.kind == "pattern"]
    text = document("x.txt", next(example.text for example in rules[0].examples if example.bad))
    selection = Selection()
    for number, rule in enumerate(rules):
        assert rule.anchors is not None
        selection.add(number, rule.anchors)
    active = selection.active(text)
    assert 0 in active
    assert len(active) < len(rules) / 2
    one = Selection()
    assert rules[0].anchors is not None
    one.add(5, rules[0].anchors)
    assert one.active(text) == {5: active[0]}


def test_no_text_is_tagged_where_words_leave_no_window(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Document, "tags", property(lambda _: pytest.fail("tagged")))
    assert active("She eats it.", Anchors(windows=((HAS, PARTICIPLE, ANYTHING),))) == set()
    assert active("She has it.", Anchors(windows=((HAS, ANYTHING, ANYTHING),))) == {0}


def test_without_a_tagger_the_rules_that_want_one_are_asked_and_can_say_so(monkeypatch: pytest.MonkeyPatch) -> None:
    def missing(_: Document) -> list[str]:
        raise DataError("no tagger")

    monkeypatch.setattr(Document, "tags", property(missing))
    assert active("She has it.", Anchors(windows=((PARTICIPLE, ANYTHING, ANYTHING),))) == {0}
