"""Verbs joined over their objects in forms that cannot be joined."""

import pytest

from paralint.evidence.grammar.joined_forms import slips
from paralint.text.read import document


def found(text: str) -> list[str]:
    read_text = document("text.txt", text)
    return [read_text.tokens.word(slip.last).form for slip in slips(read_text)]


@pytest.mark.parametrize(
    ("text", "verb"),
    [
        ("The council closed the pool and leaving it empty.", "leaving"),
        ("She will open the gate and letting the mares out.", "letting"),
        ("They came to unload the ship and paying the crew.", "paying"),
        ("He trained in Oslo, moved to Leeds in 1980 and working as a nurse.", "working"),
        ("He was fined for stealing the van and to drive it drunk.", "drive"),
        ("She avoids eating meat and to drink gin.", "drink"),
        ("The thief smashed a pane and steal the cash.", "steal"),
        ("The flats were built in 1960 and demolish in 2005.", "demolish"),
        ("He grabbed the bag and hits the guard.", "hits"),
        ("The state will mend the road and widens the bridge.", "widens"),
        ("He had met the crew, ate with the captain and left.", "ate"),
        ("Rain fell on the town, cutting two roads and left the inn empty.", "left"),
    ],
)
def test_a_form_of_another_kind_is_found(text: str, verb: str) -> None:
    assert found(text) == [verb]


@pytest.mark.parametrize(
    "text",
    [
        "The council shut the pool and left it empty.",
        "He opposed the mine and building the road.",
        "She ran a shop for wool and selling it was hard.",
        "He was fined for parking the van and driving it drunk.",
        "He grew up in Leeds and lives in York.",
        "They grew up here and know the land.",
        "He helped the crew and clean the deck.",
        "The men were born in Leeds and live in York.",
        "Those who had met the crew, ate with the captain and left.",
        "She nursed a cold, making tea and kept her bed.",
    ],
)
def test_forms_that_may_be_joined_are_left_alone(text: str) -> None:
    assert found(text) == []
