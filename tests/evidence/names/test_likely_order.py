from __future__ import annotations

import pytest

from paralint.evidence.names.likely_order import likely_order
from paralint.text.read import document


@pytest.mark.parametrize(
    ("text", "form", "major"),
    [
        ("The buses of Cheviot & Moor stood. Moor & Cheviot hired drivers.", "Moor & Cheviot", "Cheviot & Moor"),
        ("“No,” said Joost Wijngaardt van, the chairman.", "Joost Wijngaardt van", "Joost van Wijngaardt"),
        ("His counterpart, Father Pop Anselm, met Ida Moss.", "Pop Anselm", "Anselm Pop"),
        ("Nakagawa Harold met Ida Moss. Mr Nakagawa was late.", "Nakagawa Harold", "Harold Nakagawa"),
        ("He was driven to Street Downing in a car.", "Street Downing", "Downing Street"),
    ],
)
def test_scrambled(text: str, form: str, major: str) -> None:
    (flaw,) = likely_order(document("a.txt", text))
    assert (flaw.kind, flaw.form, flaw.major) == ("likely-scrambled", form, major)


@pytest.mark.parametrize(
    "text",
    [
        "The buses of Cheviot & Moor stood. Cheviot & Moor hired drivers.",
        "He bought a Ford Transit van, and she drove it.",
        "They met at the Station Hotel in Hull.",
    ],
)
def test_in_order(text: str) -> None:
    assert not likely_order(document("a.txt", text))
