from __future__ import annotations

import pytest

from paralint.evidence.names.mentions import mentions
from paralint.evidence.names.name_order import misordered
from paralint.text.read import document


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Its leader, Hribar Tomaž, said no. Hribar said that Maja Novak would follow.", ["Tomaž Hribar"]),
        ("Its leader, Tomaž Hribar, said no. Hribar said that Maja Novak would follow.", []),
        # Nobody else shows which order the text has, or more than one stands so.
        ("Its leader, Hribar Tomaž, said no. Hribar said so.", []),
        ("Hribar Tomaž and Kranjec Maja said no. Hribar said so. Maja Novak left.", []),
    ],
)
def test_family_names_first(text: str, expected: list[str]) -> None:
    assert [flaw.major for flaw in misordered(document("a.txt", text).derive(mentions))] == expected
