from __future__ import annotations

from typing import TYPE_CHECKING

from paralint.evidence.originals.carried_figures import date_differences, figure_differences

if TYPE_CHECKING:
    from tests.evidence.originals.conftest import Compare

ORIGINAL = "About 3,400 vehicles cross the old swing bridge of Harwick on a working day, and repairs will cost £2.6m."


def test_a_figure_in_other_words_is_carried(differences: Compare) -> None:
    rewrite = "Some 3,400 vehicles use the old swing bridge of Harwick on a working day. Repairs cost £2.6 million."
    assert differences(figure_differences, ORIGINAL, rewrite) == []


def test_another_figure_is_lost_and_added(differences: Compare) -> None:
    rewrite = ORIGINAL.replace("3,400", "4,300")
    assert [(kind, form) for kind, form, _ in differences(figure_differences, ORIGINAL, rewrite)] == [
        ("lost-figure", "3,400"),
        ("added-figure", "4,300"),
    ]


def test_dates_are_held_against_dates(differences: Compare) -> None:
    original = "The harbour board of Harwick closed the old swing bridge on 14 March 2019 after divers found cracks."
    assert differences(date_differences, original, original.replace("14 March", "March 14,")) == []
    found = differences(date_differences, original, original.replace("14 March", "14 May"))
    assert [kind for kind, _, _ in found] == ["lost-date", "added-date"]
