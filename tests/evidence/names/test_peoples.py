from __future__ import annotations

import pytest

from paralint.evidence.names.peoples import people_flaws
from paralint.text.read import document


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("She is a Dane-born weaver.", ["Danish"]),
        ("The Swede government fell.", ["Swedish"]),
        ("They work at Spaniard's state agency.", ["Spain"]),
        ("The price in southern Swedish has doubled.", ["Sweden"]),
        ("He cut short a visit to Finnish in case of a vote.", ["Finland"]),
        ("She speaks Norway.", ["Norwegian"]),
        ("The word is Swahilian for tortoise, and four Chineses knew it.", ["Swahili", "Chinese"]),
        ("He thanked the man for a Uruguay stamp.", ["Uruguayan"]),
        ("German and France rivals were cheaper, and Honduras and Nicaraguan were not.", ["French", "Nicaragua"]),
        ("It is the first of Kenyan's satellites.", ["Kenya"]),
        ("ACCRA, Ghanaian — The president left.", ["Ghana"]),
        ("The Brazil coach spoke of the Syria conflict. Some speak German and Italian in Italy.", []),
        ("He kept the Dane's title. The Great Dane government dog barked.", []),
        ("In southern Swedish towns it rained. On a visit to Finnish Lapland it did not.", []),
        ("It was translated into Finnish in May. He came from German to maths.", []),
        ("A Spaniard's state of mind is his own.", []),
    ],
)
def test_peoples(text: str, expected: list[str]) -> None:
    assert [flaw.major for flaw in people_flaws(document("x.txt", text))] == expected
