"""Words that English does not put side by side."""

from __future__ import annotations

import pytest

from paralint.evidence.grammar.unmet_pairs import HEADER, class_of, encode, encode_levels, level, levels, load, slips
from paralint.text.read import document


def found(text: str, kind: str = "unmet-pair") -> list[str]:
    parsed = document("t.txt", text)
    told = [each for each in slips(parsed) if each.kind == kind]
    return [parsed.quote(parsed.tokens.span(each.first, each.last + 1)) for each in told]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("There were gains of to having a test.", ["of to"]),
        ("The freezer had been relabel.", ["been relabel"]),
        ("The town could has known.", ["could has"]),
    ],
)
def test_pairs_that_are_not_met_are_found(text: str, expected: list[str]) -> None:
    assert found(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "There were gains from having a test.",
        "What they had been of, to the town, was news.",
        "He spoke of To Have and Have Not.",
    ],
)
def test_sound_sentences_are_left_alone(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It is a cause of a going anxiety in the town.", ["a going anxiety"]),
        ("The tax would approval take a year.", ["would approval take"]),
        ("He saw a sports lawyer and read the will of his aunt.", []),
        ("The tax would need approval in a year.", []),
    ],
)
def test_words_that_fit_neither_neighbour_are_found(text: str, expected: list[str]) -> None:
    assert found(text, "unfit-word") == expected


def test_levels_are_kept_as_text(monkeypatch: pytest.MonkeyPatch) -> None:
    told = {"of": {"to": 12, ".b": 3, "have": 12}, ".n": {"a": 4}}
    content = encode_levels(told)
    assert content.endswith("\n.n\t4 a\nof\t3 .b\t12 have to\n")
    monkeypatch.setattr("paralint.data.read", lambda name: content.encode())
    levels.cache_clear()
    level.cache_clear()
    assert {first: {second: level(first, second) for second in told[first]} for first in told} == told
    assert level("of", ".n") == level("of", "12") == level("a", "to") == 0
    levels.cache_clear()
    level.cache_clear()


def test_the_class_of_a_word_is_all_that_it_can_be() -> None:
    assert class_of("walked") == ".dp"
    assert class_of("bigger") == class_of("biggest")
    assert class_of("qwertz") == ""


def test_the_table_is_kept_as_text(monkeypatch: pytest.MonkeyPatch) -> None:
    content = encode(frozenset({"of", "to"}), {"of": frozenset({"to", ".b"})})
    assert content == HEADER + "=\tof to\nof\t.b to\n"
    monkeypatch.setattr("paralint.data.read", lambda name: content.encode())
    load.cache_clear()
    assert load() == ({"of", "to"}, {"of": {"to", ".b"}})
    load.cache_clear()
