from __future__ import annotations

import pytest

from paralint.data import DataError
from paralint.evidence.phrases import misplaced
from paralint.evidence.phrases.misplaced import misplaced_words
from paralint.text.read import document


def found(text: str) -> list[tuple[str, str]]:
    return [(text[each.span.start : each.span.end], each.term) for each in misplaced_words(document("x.txt", text))]


@pytest.mark.parametrize(
    ("text", "pair"),
    [
        ("The president melted parliament.", ("melted", "dissolved")),
        ("Parliament was melted on Monday.", ("melted", "dissolved")),
        ("The company lifts no objection.", ("lifts", "raises")),
        ("The bank will close 94 offshoots.", ("offshoots", "branches")),
        ("The snow melted beside the parliament.", None),
        ("She lifted the lid.", None),
    ],
)
def test_a_word_beside_what_rules_it_out(text: str, pair: tuple[str, str] | None) -> None:
    assert found(text) == ([pair] if pair else [])


def test_all_persons_stand_for_one() -> None:
    assert found("The club has bagged its goalkeeper.") == [("bagged", "sacked")]
    assert found("The club has bagged its trophy.") == []
    pairs = [("bagged", "sacked"), ("pillaged", "sacked")]
    assert found("He was bagged, and so was the coach who was pillaged.") == pairs


def test_the_subject_has_a_head_before_its_prepositions() -> None:
    assert found("The conductor of the old orchestra was pillaged.") == [("pillaged", "sacked")]


def test_a_noun_before_another_is_no_head() -> None:
    assert found("She ran into an orchestra of quartz.") == [("orchestra", "seam")]
    assert found("The water treatment vegetable failed.") == [("vegetable", "plant")]
    assert found("The water treatment vegetable oil failed.") == []


def test_a_rare_word_beside_one_word_of_the_sentence() -> None:
    assert found("He hid the syringe and the noodle.") == [("noodle", "needle")]


def test_a_common_word_beside_two_words_of_the_sentence() -> None:
    assert found("The chick fell out of the rest while the stork was away.") == []
    assert found("The bread was sold with butter that the beast had spoilt.") == []


def test_what_the_document_says_again_and_again_stays() -> None:
    assert found("He hid the syringe and the noodle. " * 4) == []


@pytest.mark.parametrize("content", [b"", b"# paralint misplaced 1\nmelt\tdissolve/v:_+parliament"])
def test_a_damaged_list_is_refused(content: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(misplaced, "read", lambda name: content)
    misplaced._lines.cache_clear()
    with pytest.raises(DataError, match="misplaced"):
        misplaced._lines()
    misplaced._lines.cache_clear()
