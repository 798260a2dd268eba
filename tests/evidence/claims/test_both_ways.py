from __future__ import annotations

import pytest

from paralint.evidence.claims.both_ways import told_both_ways
from paralint.text.read import document


@pytest.mark.parametrize(
    ("text", "here"),
    [
        ("The rejection of the offer was a shock. They accepted the offer by nine votes.", "accepted the offer"),
        ("Tom Moss beat Jan Obi in May. Moss lost to Obi in 31 moves.", "Moss lost"),
        ("The strike was called off. The strike will go ahead.", "strike will go ahead"),
        ("The pilot ignored the warning. The pilot heeded the warning.", "heeded the warning"),
        ("The firm was declared insolvent. The firm is solvent.", "firm is solvent"),
    ],
)
def test_the_other_way(text: str, here: str) -> None:
    read = document("a.txt", text)
    found = told_both_ways(read)
    assert here in {read.quote(conflict.here) for conflict in found}


@pytest.mark.parametrize(
    "text",
    [
        "The rejection of the offer was a shock. They later accepted the offer by nine votes.",
        "The rejection of the offer was a shock. They accepted the sandwiches.",
        "Tom Moss beat Jan Obi in May. Carl Roe lost to Obi in 31 moves.",
        "The strike was called off. Will the strike go ahead?",
    ],
)
def test_no_conflict(text: str) -> None:
    assert not told_both_ways(document("a.txt", text))
