"""Subjects read from the front, and the verbs that do not agree with them."""

import pytest
from support import quoted_slips

from paralint.evidence.grammar.subjects import slips


def found(text: str) -> list[str]:
    return quoted_slips(slips, text)


@pytest.mark.parametrize(
    ("text", "slip"),
    [
        ("Half of the barns was burnt.", "barns was"),
        ("Nine of her 40 hens sleeps here.", "Nine of her 40 hens sleeps"),
        ("All but two was safe in the barn.", "All but two was"),
        ("Nobody know how the fire began.", "Nobody know"),
        ("Anyone who has a cough or a cold are asked to wait.", "Anyone who has a cough or a cold are"),
        ("The fields, due in June, turns brown again.", "fields, due in June, turns"),
        ("On Friday, farmers clears the road.", "farmers clears"),
        ("Rome, Paris and Berlin has agreed to it.", "Berlin has"),
        ("The roof and the walls was wet in May.", "walls was"),
        ("To live near the mines are dangerous.", "mines are"),
        ("Behind the inn stands two oaks.", "stands two oaks"),
        ("There have been a fall in prices.", "have been a fall"),
        ("Where is the missing goats?", "is the missing goats"),
    ],
)
def test_a_verb_of_the_other_number_is_found(text: str, slip: str) -> None:
    assert found(text) == [slip]


@pytest.mark.parametrize(
    "text",
    [
        "Half of the barns were burnt, and half of the butter was sold.",
        "If anyone who has a cough were asked to wait, few would wait.",
        "The owner demanded that everybody in the camps wear shoes.",
        "When the wind eases and the rain is over, we go.",
        "The team in the old barns are young.",
        "Two years is a long time to wait.",
        "The Producers was named best play.",
        "There are a number of risks, and there are a bed and a chair.",
        "In the barn was two tonnes of hay.",
    ],
)
def test_what_agrees_or_is_open_is_left_alone(text: str) -> None:
    assert found(text) == []
