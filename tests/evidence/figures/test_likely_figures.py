from __future__ import annotations

import pytest

from paralint.evidence.figures.likely_figures import likely_figures
from paralint.text.read import document


@pytest.mark.parametrize(
    ("text", "here"),
    [
        ("The game was won in 31 moves. It rained. Nobody lost a game to the champion in 13.", "13"),
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
        "The game cost $3bn. It rained. The game earned $30bn.",
    ],
)
def test_two_figures(text: str) -> None:
    assert not likely_figures(document("a.txt", text))
