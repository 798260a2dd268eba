from __future__ import annotations

import pytest

from paralint.evidence.names.confused_countries import confused_countries
from paralint.text.read import document


@pytest.mark.parametrize(
    ("text", "form", "major"),
    [
        ("The firm has its office in Innsbruck. The Australian company must pay.", "Australian", "Austrian"),
        ("Riga is cold. Latvia pays. The Lithuanian mayor of Riga resigned.", "Lithuanian", "Latvian"),
    ],
)
def test_confused(text: str, form: str, major: str) -> None:
    (flaw,) = confused_countries(document("a.txt", text))
    assert (flaw.form, flaw.major) == (form, major)


@pytest.mark.parametrize(
    "text",
    [
        "The firm has its office in Innsbruck. An Australian from Sydney owns it.",
        "Austria and Australia have signed it in Vienna.",
        "Riga is cold. Latvia pays. A Lithuanian resigned.",
    ],
)
def test_two_countries(text: str) -> None:
    assert not confused_countries(document("a.txt", text))
