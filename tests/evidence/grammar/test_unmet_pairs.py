"""Words that English does not put side by side."""

from __future__ import annotations

import pytest

from paralint.data import DataError
from paralint.evidence.grammar import unmet_pairs
from paralint.evidence.grammar.unmet_pairs import HEADER, class_of, encode, load, slips
from paralint.text.read import document


def found(text: str) -> list[str]:
    parsed = document("t.txt", text)
    return [parsed.quote(parsed.tokens.span(each.first, each.last + 1)) for each in slips(parsed)]


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


def test_a_line_without_a_tab_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(unmet_pairs, "rows", lambda *told: ["of to"])
    load.cache_clear()
    with pytest.raises(DataError, match="bad line"):
        load()
    load.cache_clear()
