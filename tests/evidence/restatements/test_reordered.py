from __future__ import annotations

import pytest

from paralint.evidence.restatements.changed_forms import changed_forms
from paralint.text.read import document


def _found(first: str, second: str) -> list[str]:
    read = document("a.txt", f"{first}\n\n{second}\n")
    return [read.quote(conflict.here) for conflict in changed_forms(read)]


@pytest.mark.parametrize(
    ("first", "second", "here"),
    [
        (
            "Captain Ida Roe on the bridge of the Marta, a freighter that has waited ten days at Leer",
            "Under the bridge of the Marta, a freighter which has waited ten days at Leer: Captain Ida Roe",
            "Under",
        ),
        (
            "Smiths at the gates of the Vasa plant near Leer on Tuesday",
            "On Tuesday near Leer, smiths at the gates of the plant Vasa",
            "plant Vasa",
        ),
        (
            "Ida Roe with a map of Leer, one of 90 that her team has studied for the show",
            "Ida Roe with a map of Leer, one of 90 which has studied her team for the show",
            "studied her team",
        ),
        (
            "Stables in the park of Leer, where goats with a cough were treated by vets",
            "Stables in the park of Leer, where goats with a cough was treated by vets",
            "was",
        ),
        (
            "Minister Ida Roe drinks from a new well in the park of Leer on Tuesday",
            "Minister Ida Roe is drunk from a new well in the park of Leer on Tuesday",
            "is drunk",
        ),
        (
            "Ida Roe, the director of the zoo in Leer, with a map of the park on Tuesday",
            "Ida Roe, the director of the zoo in Leer, she stands with a map of the park on Tuesday",
            "she stands",
        ),
        (
            "Farmers sell cabbages in the market of Leer. The price of a sack has gone from 5 crowns to 6",
            "Farmers sell cabbages in the market of Leer. The price of a sack has gone from 6 crowns to 5",
            "6 crowns to 5",
        ),
        (
            "Ida Roe leaves a news conference at the zoo in Leer on Tuesday",
            "Ida Roe leaves a conference of news at the zoo in Leer on Tuesday",
            "conference of news",
        ),
        (
            "The farm near Leer that was bought with investors' money on Tuesday",
            "The farm near Leer that was bought with the money of investors' on Tuesday",
            "investors'",
        ),
        (
            "The mill of Leer that Ida Roe bought in May. It is now worth 40 times as much",
            "The mill of Leer that Ida Roe bought in May. It is now worth 40 times less",
            "40 times less",
        ),
        (
            "Smoke over the port of Leer after the attack in which a crane was destroyed",
            "Smoke over the port of Leer after the attack on which a crane was destroyed",
            "on which",
        ),
        (
            "The mill of Leer that Ida Roe bought in May for 90 crowns",
            "The mill of Leer, bought from Ida Roe in May for 90 crowns",
            "bought from Ida Roe",
        ),
        (
            "Ida Roe, whose farm was flooded twice last year, in her barn near Leer on Tuesday",
            "Ida Roe, whose farm was flooded three times last year, in her barn near Leer on Tuesday",
            "three times",
        ),
        (
            "Smiths light flares in the hall of Leer on Tuesday during a vote on the budget",
            "On Tuesday smiths light flares in the hall of Leer during a budget on the vote",
            "budget on the vote",
        ),
        (
            "The mill on its rock above Leer, which can be reached only on foot",
            "The mill on its rock above Leer, which can only reach on foot",
            "only reach",
        ),
        (
            "Boats off Leer, nine of which were damaged by the storm last week",
            "Boats off Leer, nine of which damaged the storm last week",
            "damaged the",
        ),
        (
            "Pupils of the old school in Leer hold a minute of silence for Ida Roe on Tuesday",
            "On Tuesday pupils of the old school in Leer hold an hour of silence for Ida Roe",
            "an hour",
        ),
        (
            "The finance minister, Ida Roe, carries the budget to the hall of Leer in a cake tin",
            "The ex-finance minister, Ida Roe, carries the budget to the hall of Leer in a cake tin",
            "ex-finance",
        ),
        (
            "Boats off Leer on Tuesday, when 40 mm of rain fell on the town",
            "Boats off Leer on Tuesday, when 40 m of rain fell on the town",
            "40 m",
        ),
        (
            "The new coins of Leer, which replace notes of the same value on Tuesday",
            "The new coins of Leer, which are replaced by notes of the same value on Tuesday",
            "are replaced by",
        ),
        (
            "President Ida Roe hands the keys of Leer to the mayor on Tuesday",
            "On Tuesday, President Ida Roe hands to the keys of Leer to the mayor",
            "to",
        ),
    ],
)
def test_what_is_put_otherwise(first: str, second: str, here: str) -> None:
    assert here in _found(first, second)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (
            "Farmers queue outside a warehouse in Leer on Tuesday for bags of rice",
            "On Tuesday farmers queue for bags of rice outside a Leer warehouse",
        ),
        (
            "The evacuated villages below the dam of Leer, seen on Tuesday from the road",
            "The villages evacuated below the dam of Leer, seen from the road on Tuesday",
        ),
        (
            "Mathematics teachers of the school at Leer in the hall on Tuesday",
            "Teachers of mathematics of the school at Leer in the hall on Tuesday",
        ),
        (
            "Pupils carry a scroll to the education ministry in Lund.",
            "Pupils carry a scroll to the Ministry of Education in Lund.",
        ),
        ("The ledger on display at the office in Leer", "The ledger is displayed at the office in Leer"),
    ],
)
def test_what_may_be_put_otherwise(first: str, second: str) -> None:
    assert not _found(first, second)


def test_a_verb_that_stood_before_its_subject() -> None:
    first = "Ida Roe leaves the tower of Leer helped by two smiths on Tuesday"
    second = "Two smiths helps Ida Roe into the tower of Leer on Tuesday."
    read = document("a.txt", f"{first}\n\n{second}\n")
    told = [(read.quote(each.here), read.quote(each.there)) for each in changed_forms(read)]
    assert ("smiths helps", "helped by two smiths") in told
