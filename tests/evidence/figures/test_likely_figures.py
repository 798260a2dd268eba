from __future__ import annotations

import pytest

from paralint.evidence.figures.likely_figures import likely_figures
from paralint.text.read import document


@pytest.mark.parametrize(
    ("text", "here"),
    [
        ("The village has 700 people. It rained. Her home is a village of 7,000 people.", "7,000"),
        ("The storm hit 168,000 homes. It rained. Of 186,000 households in the storm two had gas.", "186,000"),
        ("Some 71 per cent of the lake is full. It rained. Only 17 per cent of the lake is full.", "17 per cent"),
        ("Ida Quist, 81, keeps bees. It rained. “They sting,” said Quist, 18, in May.", "18"),
        ("It came to 6,014 in all. It rained.\n\nIt hailed.\n\nThey were 4,106 then.", "4,106"),
    ],
)
def test_a_changed_figure(text: str, here: str) -> None:
    read = document("a.txt", text)
    (conflict,) = likely_figures(read)
    assert read.quote(conflict.here) == here


@pytest.mark.parametrize(
    "text",
    [
        "The game was won in 31 moves. It rained. There were 13 guests.",
        "They saw 82 seals. It rained.\n\nIt hailed.\n\nIt blew.\n\nIt cost 28 lives.",
        "The lake is 71 per cent full. It rained.\n\nIt hailed.\n\nIt blew.\n\nPrices rose by 17 per cent.",
        "The land has 17 regions that take migrants. It rained. The cutter took 187 migrants there.",
        "The talks last 10 days in the capital. It rained. It takes 10 years to build a capital.",
        "The men, 81, were free. It rained. “They sting,” said Quist, 18, in May.",
        "They saw 82 seals. It rained. The 28 who came to the party were late.",
        "The game cost $3bn. It rained. The game earned $30bn.",
    ],
)
def test_two_figures(text: str) -> None:
    assert not likely_figures(document("a.txt", text))
