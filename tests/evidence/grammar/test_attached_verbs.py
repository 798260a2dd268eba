from __future__ import annotations

import pytest

from paralint.evidence.grammar.attached_verbs import slips
from paralint.text.read import document


def found(text: str) -> list[tuple[str, str]]:
    parsed = document("t.txt", text)
    return [(each.kind, parsed.quote(parsed.tokens.span(each.first, each.last + 1))) for each in slips(parsed)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A survey commission by the bank was late.", [("attached", "commission by")]),
        ("The mayor, accompanies by his wife, left at noon.", [("attached", "accompanies by")]),
        ("The thieves, arrest on Friday in Malmo, deny it.", [("attached", "arrest on")]),
        ("A man names only as Tom told the court.", [("attached", "names only as")]),
        ("The bus, carried 44 pensioners, left the road.", [("attached", "carried")]),
        ("The men went on strike, demanded higher wages.", [("attached", "demanded")]),
        ("A shell hit the inn on Monday, kill two men.", [("attached", "kill")]),
        ("A company name Blue Fjord owns the ship.", [("attached", "name")]),
        ("The crowd, estimates at 40,000, cheered for an hour.", [("attached", "estimates at")]),
        ("A woman walked her dog found the body.", [("second", "walked her dog found")]),
        ("A van carried bricks overturned on the road.", [("second", "carried bricks overturned")]),
        ("She lives in a flat belonged to an aunt.", [("second", "belonged")]),
    ],
)
def test_a_predicate_for_an_attribute_is_found(text: str, expected: list[tuple[str, str]]) -> None:
    assert found(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "An attack by the army failed, and the bus passes by the house.",
        "He names as his heirs two nieces.",
        "He left the day the barn burned, and said the flat belonged to an aunt.",
        "The van the firm bought was new.",
        "Nurses walk by the gate of the yard.",
        "The tower, named the Needle, fell last week.",
        "It was late, said the mayor, and the cities – in the heart of it, faced such a thing.",
        "She let them go on Monday, leave the gate open for others.",
        "Police determined the body belonged to a miner.",
        "A qualifier ranked 118th in the world won the title.",
    ],
)
def test_a_predicate_of_its_own_is_left_alone(text: str) -> None:
    assert found(text) == []
