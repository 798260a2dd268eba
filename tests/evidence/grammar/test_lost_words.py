from __future__ import annotations

import pytest

from paralint.evidence.grammar.lost_words import slips
from paralint.text.read import document


def found(text: str) -> list[tuple[str, str]]:
    parsed = document("t.txt", text)
    return [(each.kind, parsed.quote(parsed.tokens.span(each.first, each.last + 1))) for each in slips(parsed)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The guide said the bridge good for the region.", [("lost-be", "bridge good")]),
        ("The bank not lends money to the guide.", [("lost-be", "bank not lends")]),
        ("The inn not open on Mondays.", [("lost-be", "inn not open")]),
        ("She sure that the nurse will come.", [("lost-be", "She sure")]),
        ("Farmers hope will sell more of it.", [("lost-subject", "hope will")]),
        ("The crop was poor, so had to be bought.", [("lost-subject", "so had")]),
        ("The storm began started in the hills.", [("doubled-verb", "began started")]),
        ("The nurses did were paid in May.", [("doubled-verb", "did were")]),
        ("They let the guide sells the maps.", [("caused", "let the guide sells")]),
        ("She had its roof to be repaired.", [("caused", "to be repaired")]),
        ("The show was cheered from 200 pupils in the hall.", [("agent", "cheered from 200 pupils")]),
    ],
)
def test_slips(text: str, expected: list[tuple[str, str]]) -> None:
    assert found(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The guide said the bridge was good for the region.",
        "The guide, not the bank, lends money to them.",
        "The nurse is sure that the bank not only lends money.",
        "The nurse farmers hope will win is late.",
        "What the nurses did was right for them.",
        "They let the guide sell the maps in May.",
        "She had the right to be heard by them.",
        "The boy was taken from his parents in May.",
    ],
)
def test_sound_sentences_are_left_alone(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The jet was shot down from two men in May.", ["shot down from two men"]),
        ("The van was stopped of two men in May.", ["stopped of two men"]),
        ("The man was accused of the murder in May.", []),
    ],
)
def test_agents_behind_a_particle_and_with_of(text: str, expected: list[str]) -> None:
    assert [quote for kind, quote in found(text) if kind == "agent"] == expected
