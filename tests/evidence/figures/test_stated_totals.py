from __future__ import annotations

import pytest

from paralint.evidence.figures.stated_totals import wrong_totals
from paralint.text.read import document


@pytest.mark.parametrize(
    ("text", "here"),
    [
        ("The choir has 12 men and nine women, 23 in all.", "23"),
        ("Five of the eight sailors survived; the other four drowned.", "four"),
        ("Gunners shot down 19 of 27 drones and said that the remaining nine got through.", "nine"),
        ("Out of the 40 saplings, 33 took. The remaining nine withered.", "nine"),
        ("All nine trams were taken out, and seven have since returned; the other three rust.", "three"),
        ("They won by 61 votes to 38, a majority of 33.", "33"),
        ("Two more died, bringing the toll from 14 to 19.", "19"),
        ("In the poll 70 per cent voted for the plan and 45 per cent against.", "45 per cent"),
        ("Of the nine patients two had been inside, but all ten had waited outside.", "ten"),
    ],
)
def test_totals_that_their_parts_refute(text: str, here: str) -> None:
    read = document("a.txt", text)
    assert here in [read.quote(found.here) for found in wrong_totals(read)]


@pytest.mark.parametrize(
    "text",
    [
        "The choir has 12 men and nine women, 21 in all.",
        "Five of the eight sailors survived; the other three drowned.",
        "Gunners shot down 19 of 27 drones and said that the remaining eight got through.",
        "Out of the 40 saplings, 33 took. The remaining seven withered.",
        "All nine trams were taken out, and seven have since returned; the other two rust.",
        "They won by 61 votes to 38, a majority of 23.",
        "Two more died, bringing the toll from 14 to 16.",
        "In the poll 55 per cent voted for the plan and 45 per cent against.",
        "Of the nine patients two had been inside, but all nine had waited outside.",
    ],
)
def test_totals_that_add_up(text: str) -> None:
    assert list(wrong_totals(document("a.txt", text))) == []


@pytest.mark.parametrize(
    ("text", "there"),
    [
        ("Five of the eight sailors survived; the other four drowned.", "Five of the eight"),
        ("Out of the 40 saplings, 33 took. The remaining nine withered.", "40 saplings, 33"),
        (
            "All nine trams were taken out, and seven have since returned; the other three rust.",
            "nine trams were taken out, and seven",
        ),
    ],
)
def test_the_whole_may_be_told_before_its_part(text: str, there: str) -> None:
    read = document("a.txt", text)
    (found,) = wrong_totals(read)
    assert read.quote(found.there).startswith(there)
