from __future__ import annotations

import pytest

from paralint.evidence.figures.likely_figures import likely_figures
from paralint.text.read import document


@pytest.mark.parametrize(
    ("text", "here"),
    [
        ("The game was won in 31 moves. It rained. Nobody lost a game to the champion in 13.", "13"),
        ("The village has 700 people. It rained. Her home is a village of 7,000 people.", "7,000"),
        (
            "It hit 168,000 homes. It rained. Some 12 died.\n\nIt hailed.\n\nOf 186,000 households two had gas.",
            "186,000",
        ),
        ("They saw 82 seals. It rained.\n\nIt hailed.\n\nIt blew.\n\nThe 28 seals are well.", "82"),
        ("Some 71 per cent of the lake is full. It rained. Only 17 per cent of the lake is full.", "17 per cent"),
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
        "The game cost $3bn. It rained. The game earned $30bn.",
    ],
)
def test_two_figures(text: str) -> None:
    assert not likely_figures(document("a.txt", text))
