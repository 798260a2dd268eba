from __future__ import annotations

import pytest

from paralint.evidence.figures.worded_changes import worded_changes
from paralint.text.read import document


@pytest.mark.parametrize(
    ("text", "here"),
    [
        ("About 1,400 homes had no gas on Sunday night, up from 6,100 at noon.", "up from 6,100"),
        ("Oats closed at $642 a tonne, down $3 from Friday's $639.", "down $3 from Friday's $639"),
        ("Over 31,000 boats came, compared with 27,300 in the same month of last year, a decrease.", "decrease"),
        ("Some 11 per cent failed in 2017 and nine per cent last year, a rise of two points.", "rise of two"),
        ("Gas went from 96 euros to 288 euros a unit in Leer, four times the price of May.", "four times the"),
        ("It took 78 million euros on Sunday night, down from 61 million.", "down from 61 million"),
        (
            "They pay 145 kroner a trip. That is more than the fare of 168 kroner.",
            "That is more than the fare of 168 kroner",
        ),
        ("The mill makes 9,000 tons a year. A new one will halve that to 27,000 tons.", "halve that to 27,000 tons"),
        ("The mean was 2,100 in May; now it is 6,800, a third of that.", "a third of that"),
    ],
)
def test_a_change_that_its_figures_refute(text: str, here: str) -> None:
    read = document("a.txt", text)
    assert [read.quote(conflict.here) for conflict in worded_changes(read)] == [here]


@pytest.mark.parametrize(
    "text",
    [
        "About 1,400 homes had no gas on Sunday night, down from 6,100 at noon.",
        "Oats closed at $642 a tonne, up $3 from Friday's $639.",
        "Over 31,000 boats came, compared with 27,300 in the same month of last year, an increase.",
        "Some 11 per cent failed in 2017 and nine per cent last year, a rise of five points in the north.",
        "Gas went from 96 euros to 288 euros a unit in Leer, three times the price of May.",
        "The mean was 2,100 in May; now it is 680, a third of that.",
        "They pay 145 kroner a trip. That is less than the fare of 168 kroner.",
        "The mill makes 9,000 tons a year. A new one will treble that to 27,000 tons.",
        "It fell to minus 20, up from 30 in May.",
    ],
)
def test_what_the_figures_tell(text: str) -> None:
    assert not worded_changes(document("a.txt", text))
