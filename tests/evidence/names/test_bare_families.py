from __future__ import annotations

import pytest

from paralint.evidence.names.bare_families import bare_families
from paralint.text.read import document


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Siobhán McAdare is the captain. Adare denied this.", ["truncated"]),
        ("Yevhen Holovko built it. “I fixed it,” Golovko, who is 34, told reporters.", ["variant"]),
        ("Ingrid Thorvaldsen has seen it. It costs half as much, according to Thorvaldsson.", ["garbled"]),
        ("Heimir Ásgrímsson has a plan. Ásgrímsdóttir may lose two players.", ["sex"]),
        ("Heimir Ásgrímsson has a plan. His sister, Ásgrímsdóttir, may lose two players.", []),
        ("Anna Hallgrímsdóttir has a plan. Hallgrímsson, who is 34, may lose two players.", ["sex"]),
        ("Thérèse Boisrond-Pétion is in town. Pétion, for one, is not holding her breath.", ["likely"]),
        ("Eulalio Cordero has the ball. They play on Saturday, with Cordera as referee.", ["likely"]),
        ("Gopal Venkataraghavan taught here. Nobody has seen Venkaraghavan since.", ["likely"]),
        ("Robert Oatway sold the yard. The Oatways had owned it since 1911.", []),
        ("Anna Robertson and Carla Robinson won. Robinson said so.", []),
        ("Anna Horgan scored. Sheahan, Horan, O'Toole and Miller stayed away.", []),
        ("Jane Wright flew. Nobody knows the town of Wrighton or Gaffney Creek.", []),
    ],
)
def test_kinds(text: str, expected: list[str]) -> None:
    assert [flaw.kind for flaw in bare_families(document("x.txt", text))] == expected
