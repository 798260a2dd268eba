from __future__ import annotations

import pytest

from paralint.evidence.figures.likely_figures import likely_figures
from paralint.text.read import document


@pytest.mark.parametrize(
    ("text", "here"),
    [
        ("The game was won in 31 moves. It rained. Nobody lost a game to the champion in 13.", "13"),
        ("The village has 700 people. It rained. Her home is a village of 7,000 people.", "7,000"),
        ("He got 34,000 kroner for it. It rained. He had the 340,000 kroner for a year.", "34,000 kroner"),
        ("The band played for 14 miners in a barn. It rained. The band played for forty in a barn.", "forty"),
        ("A fine of $1.4 billion was paid. He wept. The fine of $1.4 million is a shame.", "$1.4 billion"),
        ("A turnout of 71% was told. He wept. A turnout of 34% is a shame.", "34%"),
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
        "A turnout of 71% was told, up from 34%. He wept. A turnout of 34% was usual then.",
        "The land has 17 regions that take migrants. It rained. The cutter took 187 migrants there.",
        "The talks last 10 days in the capital. It rained. It takes 10 years to build a capital.",
        "The game cost $3bn. It rained. The game earned $30bn.",
    ],
)
def test_two_figures(text: str) -> None:
    assert not likely_figures(document("a.txt", text))
