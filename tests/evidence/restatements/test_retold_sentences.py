from __future__ import annotations

import pytest

from paralint.evidence.restatements.retold_sentences import retold_sentences
from paralint.text.read import document

KEPT = "The widow kept the boat for three weeks before she sold it."
DUG = "The canal was dug by Irish labourers in the Crimean War, and a stone cross recalls those who died."


def told(text: str) -> list[str]:
    found = document("t.txt", text)
    return [found.quote(found.tokens.span(*pair.second)) for pair in retold_sentences(found).pairs]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (KEPT, "Only after three weeks did she sell the boat."),
        ("Take two measurements, a minute apart, for seven days.", "Measure with a minute in between for a week."),
        (DUG, "Irish labourers excavated the canal during the Crimean War."),
        (
            "The mill ground barley and oats for the whole valley.",
            "For the whole valley the mill ground oats and barley.",
        ),
    ],
)
def test_a_sentence_that_says_nothing_new(first: str, second: str) -> None:
    assert told(f"{first} {second}") == [second]


@pytest.mark.parametrize(
    "text",
    [
        f"{KEPT} But after three weeks she bought the boat back.",
        f"{KEPT} In three weeks a lot can happen to a boat that lies in the mud.",
        f"{KEPT} She sold the boat on 4 May.",
        f"{KEPT} In addition, she kept the boat for three weeks.",
        f"{KEPT} The widow did not say who kept the boat for three weeks.",
        f"{KEPT}\n\nOnly after three weeks did she sell the boat.",
        f"{KEPT} “Only after three weeks did she sell the boat.”",
        "Flight 714 was late. It was the second flight.",
        f"{DUG} In Irish songs of the Crimean War a canal stands for home.",
    ],
)
def test_a_sentence_that_goes_on(text: str) -> None:
    assert told(text) == []


BUILT = "The ferry sank off the northern cape on Monday with 240 passengers on board."


@pytest.mark.parametrize(
    "second",
    [
        "On Friday the ferry went down off the northern cape with 240 passengers on board.",
        "Off the northern cape the ferry sank on Monday with 420 passengers aboard.",
    ],
)
def test_a_sentence_that_changes_one_fact(second: str) -> None:
    found = document("t.txt", f"{BUILT} {second}")
    told_twice = found.derive(retold_sentences)
    assert told_twice.pairs == told_twice.alike
    assert [pair.distance for pair in told_twice.alike] == [0]


@pytest.mark.parametrize(
    "second",
    [
        "Off the northern cape the ferry sank on Friday with 420 passengers on board.",
        "The ferry Aurora sank off the northern cape on Friday with 240 passengers on board.",
        "On Friday another ferry sank off the northern cape with 240 passengers on board.",
        "The ferry sank off the northern cape on Monday with 240 passengers and 12 dogs on board.",
    ],
)
def test_a_sentence_of_another_thing(second: str) -> None:
    assert told(f"{BUILT} {second}") == []


def test_sentences_of_two_sides() -> None:
    assert told("Men from the northern villages arrive at noon. Women of the northern villages arrive at noon.") == []


@pytest.mark.parametrize(
    ("first", "second", "kind"),
    [
        ("The choir sings in the crypt each Friday at 7pm.", "Each Friday at 7am the choir is heard.", "time of day"),
        ("All but four of the port's 60 boats sank.", "Of 60 boats in the port, all but forty sank.", "number"),
        ("The dyer left school in 1951, aged 14.", "The dyer was 41 when she left school in 1951.", "number"),
        ("The verdict is expected on October 17.", "A ruling is expected on October 71.", ""),
        ("The hall opens at 7 a.m. for voters.", "The hall closes at 7 p.m. for voters.", ""),
    ],
)  # fmt: skip
def test_a_figure_that_is_easily_taken_for_another(first: str, second: str, kind: str) -> None:
    found = document("t.txt", f"{first} {second}")
    assert [slip.kind for slip in found.derive(retold_sentences).slips] == ([kind] if kind else [])


@pytest.mark.parametrize(
    "second",
    [
        "The wheel did not turn for close to a week.",
        "If the wheel stands still for a week, the miller calls.",
    ],
)
def test_a_case_is_no_retelling(second: str) -> None:
    assert told(f"The wheel stood still, and for almost a week it did not turn. {second}") == (
        [second] if second[:2] == "Th" else []
    )


@pytest.mark.parametrize(
    ("second", "kinds"),
    [
        ("The tenants got 60 days for going to court.", ["length of time"]),
        ("The tenants got 16 days for going to court.", []),
        ("The judge gave the baker 60 days in which to mend the roof.", []),
    ],
)
def test_a_paragraph_that_tells_a_sentence_of_the_one_before_with_another_figure(second: str, kinds: list[str]) -> None:
    first = "The case drew a crowd. The tenants have 16 days in which to apply to the court for a stay, the judge said."
    found = document("t.txt", f"{first}\n\n{second}\n\nRain fell.")
    assert [slip.kind for slip in found.derive(retold_sentences).slips] == kinds
