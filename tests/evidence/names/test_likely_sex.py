from __future__ import annotations

import pytest

from paralint.evidence.names.likely_sex import likely_sex
from paralint.text.read import document


@pytest.mark.parametrize(
    ("text", "form", "major"),
    [
        ("The minister, Guðrún Einarsson, resigned.", "Einarsson", "Einarsdóttir"),
        ("The farmer, Jón Ólafsdóttir, sold his sheep.", "Ólafsdóttir", "Ólafsson"),
        ("Among them is Sairagul Toktosunov, 81.", "Toktosunov", "Toktosunova"),
        ("The pilot, Oleg Smirnova, was killed.", "Smirnova", "Smirnov"),
        ("The novelist Eleni Papadopoulos was there.", "Papadopoulos", "Papadopoulou"),
        ("The hall belongs to Earl Ottilie von Rehn.", "Earl", "Countess"),
        ("His sister, Mario Conti, teaches Latin.", "Mario", "Maria"),
    ],
)
def test_other_sex(text: str, form: str, major: str) -> None:
    (flaw,) = likely_sex(document("a.txt", text))
    assert (flaw.kind, flaw.form, flaw.major) == ("likely-sex", form, major)


@pytest.mark.parametrize(
    "text",
    [
        "The minister, Guðrún Einarsdóttir, resigned.",
        "Monica Lewinsky and Sigrid Larsson came.",
        "Sir Cameron Mackintosh wrote it.",
        "The sister of Mario Conti teaches Latin.",
    ],
)
def test_own_form(text: str) -> None:
    assert not likely_sex(document("a.txt", text))
