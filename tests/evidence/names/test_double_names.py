from __future__ import annotations

import pytest

from paralint.evidence.names.double_names import lost_parts
from paralint.evidence.names.mentions import mentions
from paralint.text.read import document


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Marla Whitcombe-Dale won. Later Marla Whitcombe Dale thanked her staff.", ["Whitcombe-Dale"]),
        ("Esra Demirel-Kraus called it thin. Then Esra Demirel left the court.", ["Demirel-Kraus"]),
        ("Esra Demirel-Kraus called it thin. Demirel said no more.", ["Demirel-Kraus"]),
        ("Esra Demirel-Kraus met her brother, Kemal Demirel. Demirel said no more.", []),
        ("Ana Ospina Duarte won. Ospina Duarte had fallen. Ospina said she was lucky.", ["Ospina Duarte"]),
        ("Ana Ospina Duarte won. Ospina said she was lucky. Ospina smiled.", []),
        ("Sean O'Dwyer said no. On Monday ODwyer left.", ["O'Dwyer"]),
        ("Bryndis Hallgrims is 61. Ms. Hallgrimsson said it would pass.", ["Hallgrims"]),
        ("We met Siri Lehto-Brand. Then Siri Lehto-Brunner left.", ["Lehto-Brand"]),
        ("We met Siri Lehto-Brand. Then Eva Lehto-Brunner left.", []),
        ("We met Esra Demirel, a lawyer. Esra Demirel-Kraus called it thin.", ["Demirel-Kraus"]),
        ("We met Róisín Ní Dhuibhne. Dhuibhne will go to court.", ["Ní Dhuibhne"]),
        ("We met Róisín Ní Dhuibhne. Dhuibhne will go. Nobody saw Dhuibhne.", []),
        ("The Santa Filippa left. The Santa Filippa sank. Nobody of Filippa’s crew was hurt.", ["Santa Filippa"]),
        ("The Santa Filippa left. The Santa Filippa sank. Her captain, Filippa said, slept.", []),
        ("Bryndis Hallgrims is 61. Her son Jon Hallgrimsson is 40. Hallgrimsson said so.", []),
    ],
)
def test_parts_that_are_lost(text: str, expected: list[str]) -> None:
    assert [flaw.major for flaw in lost_parts(document("a.txt", text).derive(mentions))] == expected
