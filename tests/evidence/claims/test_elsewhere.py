from __future__ import annotations

import pytest

from paralint.evidence.claims.elsewhere import places_elsewhere
from paralint.text.read import document


@pytest.mark.parametrize(
    ("text", "here"),
    [
        ("The yard lies on Croatia’s Baltic coast.", "Baltic"),
        ("The Adriatic coast of Poland is flat.", "Adriatic"),
        ("They sail along the Polish shore of the Mediterranean.", "Mediterranean"),
        ("The Polish Adriatic coast is flat.", "Adriatic"),
        ("A mission went to Australia. The bill of the mission was paid in Austria.", "Austria"),
    ],
)
def test_another_place(text: str, here: str) -> None:
    read = document("a.txt", text)
    (conflict,) = places_elsewhere(read)
    assert read.quote(conflict.here) == here


@pytest.mark.parametrize(
    "text",
    [
        "The yard lies on Croatia’s Adriatic coast, the other one on the Baltic coast of Poland.",
        "A mission went to Australia. Austrian papers said that the bill was paid in Austria.",
        "A mission went to Australia and to Austria.",
        "A cook went to Australia. It rained in Austria.",
    ],
)
def test_where_it_is(text: str) -> None:
    assert not places_elsewhere(document("a.txt", text))
