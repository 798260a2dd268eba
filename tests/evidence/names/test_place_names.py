from __future__ import annotations

import pytest

from paralint.data import read
from paralint.evidence.names.place_names import place_name_flaws
from paralint.text.read import document


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Rebels held Kharkov on Monday. Then shells fell on Kharkiv in May.", [("Kharkiv", "Kharkov")]),
        ("KATHMANDU (AP) — It rained. The roads to Katmandu were shut.", [("Katmandu", "Kathmandu")]),
        ("The train to Mumbai was late. The Bombay Stock Exchange was shut.", []),
        ("They met in Yangon (Rangoon). The road from Rangoon was shut.", []),
        ("The boats lay along the Donau. She lives in Wien.", [("Donau", "Danube"), ("Wien", "Vienna")]),
        ("He moved to Roma in May and scored against Napoli.", []),
    ],
)
def test_places_under_another_name(text: str, expected: list[tuple[str, str]]) -> None:
    assert [(flaw.form, flaw.major) for flaw in place_name_flaws(document("a.txt", text))] == expected


def test_the_usual_names_stand_once() -> None:
    lines = [line for line in read("lists/place-variants.txt").decode().splitlines() if not line.startswith("#")]
    assert len({line.partition(",")[0] for line in lines}) == len(lines)
    assert all("," in line for line in lines)


def test_a_name_of_another_language_behind_a_preposition() -> None:
    text = "The plane landed in Estocolmo at noon. She had been in Mailand, and writes for Radio Londres."
    flaws = place_name_flaws(document("x.txt", text))
    assert [(flaw.form, flaw.major) for flaw in flaws] == [("Estocolmo", "Stockholm"), ("Mailand", "Milan")]
