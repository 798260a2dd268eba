"""Verbs in a form that is not to be expected."""

from __future__ import annotations

import pytest

from paralint.evidence.grammar.likely_forms import expected, slips
from paralint.evidence.grammar.verb_contexts import context, label, reading
from paralint.text.read import document


def found(text: str) -> list[str]:
    parsed = document("t.txt", text)
    return [parsed.quote(parsed.tokens.span(slip.first, slip.last + 1)) for slip in slips(parsed)]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("He parked his truck across both lanes for block the road.", ["for block"]),
        ("She had write to the council twice about the old bridge.", ["had write"]),
        ("Warnings about the old pier had been ignoring for a decade.", ["been ignoring"]),
    ],
)
def test_forms_that_hardly_ever_stand_there_are_found(text: str, told: list[str]) -> None:
    assert found(text) == told


@pytest.mark.parametrize(
    "text",
    [
        "He parked his truck across both lanes to block the road.",
        "Pensioners are exempt from the fee, and the mill has close ties to the port.",
        "In return the museum will lend the islanders a set of bags.",
        "The runner who set off at 8.30 am wore his watch on the right wrist.",
        "Volunteers were digging by floodlight until dawn on Sunday.",
        "He was let out after two blood tests taken 72 hours apart showed no trace of it.",
        "I asked was she having one and she said that she was going home.",
        "She was the first to ask, and has never so much as scratched a quay.",
    ],
)
def test_sound_sentences_are_left_alone(text: str) -> None:
    assert found(text) == []


def test_labels_are_those_that_a_form_can_have() -> None:
    assert reading("goes") == ("go", "OZ")
    assert set(reading("plan")[1]) == {"B", "O"}
    assert reading("table's") == ("", "")
    assert reading("was") == ("", "")
    assert label("planned", "VBD") == "D"
    assert label("planned", "JJ") == "N"
    assert label("plan", "NN") == "O"
    assert label("building", "NN") == "G"


def test_what_is_expected_is_told_with_how_unlikely_the_form_is() -> None:
    text = document("t.txt", "The bridge will closed for a week.")
    here = context(text.lowers, text.tags, 0, len(text.tags), 3)
    told = expected(here, "closed")
    assert (here.rule, told.best) == ("MD", "B")
    assert told.unlikely > 100
