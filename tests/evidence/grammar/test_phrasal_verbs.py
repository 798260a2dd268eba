from __future__ import annotations

import pytest

from paralint.evidence.grammar.phrasal_verbs import PARTICLES, _table, misled
from paralint.text.read import document


@pytest.mark.parametrize(
    ("text", "found", "expected"),
    [
        ("They called out the match in May.", "called out", "off"),
        ("A survey was carried off by the town.", "carried off", "out"),
        ("The deal fell across in March.", "fell across", "through"),
        ("The firm laid its workers down in May.", "laid its workers down", "off"),
        ("The firm ran off of money in May.", "ran off", "out"),
    ],
)
def test_a_particle_that_does_not_go_with_verb_and_noun(text: str, found: str, expected: str) -> None:
    read = document("text.txt", text)
    places = [(read.quote(read.tokens.span(each.verb, each.particle + 1)), each.expected) for each in misled(read)]
    assert places == [(found, expected)]


@pytest.mark.parametrize(
    "text",
    [
        "They called off the match and called out the guard.",
        "The water fell across the road.",
        "He carried the survey on Monday.",
        "The firm ran out of money.",
        "The price of the offer turned on a coin.",
    ],
)
def test_what_goes_together_is_left(text: str) -> None:
    assert not list(misled(document("text.txt", text)))


def test_every_entry_has_a_particle_that_is_known() -> None:
    entries = [entry for found in _table().values() for entry in found]
    assert len(entries) > 100
    assert all(PARTICLES.intersection(entry.particles) or entry.particles == ("together",) for entry in entries)
