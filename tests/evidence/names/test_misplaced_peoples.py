from __future__ import annotations

import pytest

from paralint.evidence.names.misplaced_peoples import misplaced_peoples
from paralint.text.read import document


@pytest.mark.parametrize(
    ("text", "form", "major"),
    [
        ("A 26-year-old Belgium fell.", "Belgium", "Belgian"),
        ("Two Germany tourists laughed.", "Germany", "German"),
        ("She is of Morocco descent.", "Morocco", "Moroccan"),
        ("He speaks fluent Norway.", "Norway", "Norwegian"),
        ("The president of Polish flew in.", "Polish", "Poland"),
        ("She married a Brazil.", "Brazil", "Brazilian"),
        ("The ship sank off Norwegian last week.", "Norwegian", "Norway"),
        ("They met in Kenyan last month.", "Kenyan", "Kenya"),
        ("Hungarian sent its ambassador.", "Hungarian", "Hungary"),
        ("Outside the Varestia's embassy stood some Varestian men.", "Varestia", "Varestian"),
    ],
)
def test_another_of_the_three_is_owed(text: str, form: str, major: str) -> None:
    (flaw,) = misplaced_peoples(document("a.txt", text))
    assert (flaw.kind, flaw.form, flaw.major) == ("misplaced", form, major)


@pytest.mark.parametrize(
    "text",
    [
        "The two Germany games were lost.",
        "They sang in Danish last month, off Norwegian waters. Swedish sent shivers down her spine.",
        "He flew from Norway to Poland.",
        "In western Kenya students walk to school.",
        "The Netherlands police stopped it.",
        "She learned Polish and taught German students.",
    ],
)
def test_what_is_right(text: str) -> None:
    assert not misplaced_peoples(document("a.txt", text))
