from __future__ import annotations

import pytest

from paralint.text.measures import counts, grades, syllables_of


@pytest.mark.parametrize(
    ("word", "count"),
    [
        ("cat", 1), ("table", 2), ("named", 1), ("wanted", 2), ("cases", 2), ("votes", 1), ("there", 1), ("video", 3),
        ("reading", 2), ("nation", 2), ("beautiful", 3), ("international", 5), ("being", 2), ("rhythm", 1), ("b", 1),
    ],
)  # fmt: skip
def test_syllables(word: str, count: int) -> None:
    assert syllables_of(word) == count


def test_counts() -> None:
    found = counts("The U.S. army, e.g. its 3 generals, left. Did it? Yes, immediately!\n\nA new one")
    assert found.words == 16
    assert found.sentences == 4
    assert found.paragraphs == 2
    assert found.long_words == 2
    assert found.polysyllabic_words == 2


def test_an_empty_text_counts_nothing() -> None:
    found = counts("")
    assert (found.words, found.syllables, found.paragraphs) == (0, 0, 0)


def test_grades_follow_their_formulas() -> None:
    found = counts("The cat sat on the mat. The dog saw it.")
    assert grades(found)["flesch_kincaid"] == pytest.approx(0.39 * 5 + 11.8 * 1 - 15.59)
    assert grades(found)["smog"] == pytest.approx(3.1291)
    assert grades(found)["gunning_fog"] == pytest.approx(2.0)
