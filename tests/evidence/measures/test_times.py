from __future__ import annotations

import pytest

from paralint.evidence.measures.times import Bound, Moment, disagreement, moments
from paralint.text.read import document


def only(text: str) -> Moment:
    (found,) = moments(document("t.txt", text))
    return found


@pytest.mark.parametrize(
    ("text", "fields"),
    [
        ("They met on Friday.", {"weekday": 4}),
        ("They met on November 1, 2021.", {"month": 11, "day": 1, "year": 2021}),
        ("They met on 18 October.", {"month": 10, "day": 18}),
        ("They met on Tuesday, March 3rd.", {"weekday": 1, "month": 3, "day": 3}),
        ("They met in May 2014.", {"month": 5, "year": 2014}),
        ("They met on 3 May.", {"month": 5, "day": 3}),
        ("They met on May 3.", {"month": 5, "day": 3}),
        ("They have met since 2014.", {"year": 2014}),
    ],
)
def test_a_date_keeps_what_it_names(text: str, fields: dict[str, int]) -> None:
    assert only(text).fields == fields


@pytest.mark.parametrize("text", ["They may meet.", "They march on.", "It has 2014 seats.", "Sun and rain."])
def test_words_that_only_look_like_dates(text: str) -> None:
    assert moments(document("t.txt", text)) == ()


@pytest.mark.parametrize(
    ("text", "bound"),
    [
        ("It opens by early 2022.", Bound.BY),
        ("It opens as soon as early 2022.", Bound.FROM),
        ("It opened before Friday.", Bound.BEFORE),
        ("It opened in 2022.", Bound.AT),
    ],
)
def test_a_bound_is_read(text: str, bound: Bound) -> None:
    assert only(text).bound is bound


def test_two_dates_disagree_on_what_both_name() -> None:
    november = only("On November 1, 2021, it rained.")
    assert disagreement(november, only("On November 1 it rained.")) == ""
    assert disagreement(november, only("On November 9 it rained.")) == "day"
    assert disagreement(november, only("On Friday it rained.")) == ""
