"""Verbs with a wrong preposition behind their object."""

from __future__ import annotations

import pytest
from support import quoted_slips

from paralint.evidence.grammar.object_prepositions import slips


def found(text: str) -> list[str]:
    return quoted_slips(slips, text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He accused the country's top sprinters with lacking pride.", "with lacking"),
        ("They want to impose a tax to imports of steel.", "to imports"),
        ("The judge deprived him from the right to vote.", "from the"),
        ("The town devoted the money for repairs of the bridge.", "for repairs"),
    ],
)
def test_what_is_wrong_is_found(text: str, expected: str) -> None:
    assert found(text) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "He accused the man with a gun of murder.",
        "The mayor was accused with others in May.",
        "Brandvold dismissed the manager of the shop.",
        "They imposed a tax on imports to the islands.",
        "She blamed them for it at the time.",
    ],
)
def test_sound_sentences_are_left_alone(text: str) -> None:
    assert found(text) == []
