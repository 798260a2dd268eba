"""Auxiliaries that are lost, by what stands around."""

from __future__ import annotations

import pytest

from paralint.evidence.grammar.lost_verbs import odds, slips
from paralint.text.read import document


def found(text: str) -> list[str]:
    parsed = document("t.txt", text)
    return [parsed.quote(parsed.tokens.span(slip.first, slip.last + 1)) for slip in slips(parsed)]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Nobody can say for certain if the vaccine going to help the elderly.", ["vaccine going"]),
        ("He waited for an hour because they the only ones with a key.", ["they the"]),
    ],
)
def test_lost_auxiliaries_are_found(text: str, told: list[str]) -> None:
    assert found(text) == told


@pytest.mark.parametrize(
    "text",
    [
        "Nobody can say for certain if the vaccine is going to help the elderly.",
        "With the vaccine going to waste, the clinic asked for volunteers to come.",
        "The papers in the capital call it the only way out of the war.",
        "A fall on wet cobbles in the last mile cost her a front tooth.",
        "He would have played on the wing for an hour had he been fit.",
        "The results thrown up by the search will also include the names of towns.",
        "It turned out that the men had in fact been getting out of the back door.",
        "Samples taken at the mill, 30 miles above, contained ten times the amount that is allowed.",
        "Vaccine going to help elderly in the north of the country",
    ],
)
def test_sound_sentences_are_left_alone(text: str) -> None:
    assert found(text) == []


def test_the_odds_of_a_loss_are_higher_where_an_auxiliary_is_missing() -> None:
    def told(text: str, word: str) -> int:
        parsed = document("t.txt", text)
        return odds(parsed.lowers, parsed.tags, 0, len(parsed.tags), parsed.lowers.index(word))

    lost = told("The remaining cases in the town going to be looked at on Friday.", "going")
    assert lost > 0 > told("The cases are going to be looked at in the town on Friday.", "going")
