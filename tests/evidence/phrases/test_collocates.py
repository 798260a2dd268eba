from __future__ import annotations

import pytest

from paralint.data import DataError
from paralint.evidence.phrases import collocates
from paralint.evidence.phrases.collocates import collocations, exchanges, rows, wrong_collocates
from paralint.text.read import document


def found(text: str) -> list[tuple[str, str]]:
    return [(text[each.span.start : each.span.end], each.term) for each in wrong_collocates(document("x.txt", text))]


def test_a_word_that_was_put_for_one_of_a_collocation() -> None:
    assert found("She is a limb of parliament.") == [("limb", "member")]
    assert found("The governor declared an emergence.") == [("emergence", "emergency")]


def test_an_attribute_may_stand_between() -> None:
    assert found("The governor declared a new emergence.") == [("emergence", "emergency")]


@pytest.mark.parametrize(
    ("text", "pair"),
    [
        ("The licence will be hanged.", ("hanged", "suspended")),
        ("The airline's licence, she said, has not been hanged.", None),
        ("The boats crossed a tall bridge.", ("tall", "toll")),
        ("A mast that is tall was mended.", None),
    ],
)
def test_a_collocation_may_be_turned_round_by_be(text: str, pair: tuple[str, str] | None) -> None:
    assert found(text) == ([pair] if pair else [])


def test_auxiliaries_stand_between_a_noun_and_what_it_does() -> None:
    assert found("The volcano has disrupted.") == [("disrupted", "erupted")]
    assert found("The volcano was disrupted.") == []


def test_what_looks_alike() -> None:
    assert found("It was a bone of containment.") == [("containment", "contention")]


def test_what_is_said_of_another_word_stands_between() -> None:
    assert found("The governor declared that an emergence was seen.") == []
    assert found("The governor declared an emergence hut.") == []


def test_what_clean_texts_put_there_asks_for_triples() -> None:
    assert all(each.long for each in exchanges("queue") if each.meant == "line")
    assert ("queue", "line") in found("They crossed the finishing queue together.")
    assert found("They crossed a long queue near the gate.") == []


def test_a_noun_right_behind_its_preposition() -> None:
    assert found("The mate went on leaf.") == [("leaf", "leave")]
    assert found("The mate went on the leaf.") == []
    assert found("The mate went on leaf mould.") == []


def test_a_word_that_goes_with_many_wants_more_than_a_pair() -> None:
    assert found("They won three weekends in a line.") == [("line", "row")]
    assert found("They gave a line.") == []


@pytest.mark.parametrize(
    "text",
    [
        "She is a member of parliament.",
        "He hurt a limb in parliament.",
        "The governor declared war. An emergence of swarms followed.",
        "She is a Limb of parliament.",
    ],
)
def test_what_is_left_alone(text: str) -> None:
    assert found(text) == []


def test_the_packaged_list() -> None:
    assert any(each.meant == "emergency" for each in exchanges("emergence"))
    assert ("declare", "_") in rows("declare", collocations("emergency")["declare"])


@pytest.mark.parametrize("content", [b"", b"# paralint collocates 2\nemergency\tdeclare+_"])
def test_a_damaged_list_is_refused(content: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(collocates, "read", lambda name: content)
    collocates._lines.cache_clear()
    with pytest.raises(DataError, match="collocates"):
        collocates._lines()
    collocates._lines.cache_clear()
