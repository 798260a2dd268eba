"""The table of nouns and titles for persons of one sex."""

import pytest

from paralint.evidence.names.likely_sex import likely_sex
from paralint.evidence.words.sexes import CALLINGS, COUNTERPARTS, COURTESY, EITHER, KIN, ORDERS, RANKS, SEXES, TWINS
from paralint.text.read import document


def test_twins_are_of_two_sexes() -> None:
    every = {**SEXES, **RANKS, **TWINS}
    assert all(every[one] != every[other] for one, other in COUNTERPARTS.items())


def test_groups_are_parts_of_the_table() -> None:
    for group in (KIN, RANKS, ORDERS, COURTESY, CALLINGS, TWINS, EITHER):
        assert set(group) - {"count", "heir"} <= SEXES.keys()


@pytest.mark.parametrize(("noun", "other"), [("duke", "duchess"), ("countess", "count"), ("mr", "ms"), ("mrs", "mr")])
def test_a_title_has_its_usual_counterpart(noun: str, other: str) -> None:
    assert COUNTERPARTS[noun] == other


def test_a_noun_of_the_table_tells_the_form_of_a_name() -> None:
    flaws = likely_sex(document("text.txt", "His mother-in-law, Mario Conti, left. His brother, Mario Conti, stayed."))
    assert [flaw.major for flaw in flaws] == ["Maria"]
