from __future__ import annotations

import pytest

from paralint.evidence.figures.parts_of_day import parts_of_day
from paralint.text.read import document


@pytest.mark.parametrize(
    ("text", "here"),
    [
        ("The tremor struck at 3.40pm, when most families were asleep.", "3.40pm"),
        ("The roof fell in at 11.20pm, while the pupils were eating lunch.", "11.20pm"),
        ("Commuters on their way to work were caught by the storm at 8pm.", "8pm"),
        ("The quake struck at 5.10pm on Sunday.\n\nThe quake came before dawn.", "5.10pm"),
    ],
)
def test_another_hour(text: str, here: str) -> None:
    read = document("a.txt", text)
    assert [read.quote(conflict.here) for conflict in parts_of_day(read)] == [here]


@pytest.mark.parametrize(
    "text",
    [
        "The tremor struck at 3.40am, when most families were asleep.",
        "They were asleep; the bell rang at 3pm.",
        "The quake struck at 5.10am on Sunday.\n\nThe quake came before dawn.",
    ],
)
def test_the_hour_for_it(text: str) -> None:
    assert not parts_of_day(document("a.txt", text))
