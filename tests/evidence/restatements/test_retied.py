"""What is tied to somebody, or something, else when the same is told again."""

from __future__ import annotations

import pytest

from paralint.evidence.claims.polarity import polarity
from paralint.evidence.restatements.relations import relations
from paralint.evidence.restatements.renamed import exchanged_places
from paralint.evidence.restatements.retied import retied
from paralint.text.read import document


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (
            "Captain Jan Foss, who spent nine months in a cellar, embraces his aunt, Rosa, on the quay at Leer",
            "On the quay at Leer, Captain Jan Foss hugs his aunt, Rosa, who spent nine months in a cellar",
        ),
        (
            "The ferry at Leer, where 29 trips have been cancelled by a single captain since the storm began",
            "Leer's ferry, where a single trip has been cancelled by 29 captains since the storm began",
        ),
        (
            "Rosa Blom, a nurse who treated some miners, outside the clinic in Leer, where the roof leaks",
            "Outside the clinic in Leer, where the roof leaks, Rosa Blom, a nurse who was treated by some miners",
        ),
        (
            "Blom, left, with her rowing partner, Ida Foss, at Leer last May. Foss is now looking for another boat",
            "At Leer last May: Blom, left, beside her rowing partner, Ida Foss. Blom is now looking for another boat",
        ),
    ],
)
def test_what_is_told_of_another(first: str, second: str) -> None:
    assert retied(document("x.txt", f"{first}\n\n{second}."))


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (
            "Captain Jan Foss, who spent nine months in a cellar, embraces his aunt, Rosa, on the quay at Leer",
            "On the quay at Leer, Captain Jan Foss, who spent nine months in a cellar, hugs his aunt, Rosa",
        ),
        (
            "The ferry at Leer, where 29 trips have been cancelled by a single captain since the storm began",
            "Leer's ferry, where a single captain has cancelled 29 trips since the storm began",
        ),
        (
            "Rosa Blom, a nurse who treated some miners, outside the clinic in Leer, where the roof leaks",
            "Outside the clinic in Leer, where the roof leaks, Rosa Blom, a nurse by whom some miners were treated",
        ),
    ],
)
def test_what_stays_with_its_own(first: str, second: str) -> None:
    assert not retied(document("x.txt", f"{first}\n\n{second}."))


def test_one_town_for_another_in_a_caption() -> None:
    text = (
        "Clerks count ballot papers at the union's hall in Utrecht on Friday under the eye of a priest\n\n"
        "On Friday clerks count ballot papers at the union's hall in Tilburg, under the eyes of a priest.\n\n"
        "Tilburg and Utrecht have priests enough."
    )
    assert exchanged_places(document("x.txt", text))


def test_antonyms_in_whatever_form() -> None:
    text = (
        "The spire of Leer rises from the lake on Sunday, for the first time since the valley was flooded\n\n"
        "On Sunday, the spire of Leer descends into the lake for the first time since the flooding of the valley."
    )
    assert polarity(document("x.txt", text))


def test_closer_and_back_from() -> None:
    text = (
        "The envoy said that shells had hit his men and that he was pulling them back 5km from the front line.\n\n"
        "The envoy said shells had hit his men and that he was moving them 5km closer to the front line."
    )
    assert relations(document("x.txt", text))
