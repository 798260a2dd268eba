"""Verbs joined in forms that cannot be joined."""

import pytest

from paralint.evidence.grammar.uneven import slips
from paralint.text.read import document


def found(text: str, *kinds: str) -> list[str]:
    read_text = document("text.txt", text)
    return [read_text.tokens.word(slip.last).form for slip in slips(read_text) if slip.kind in (kinds or _KINDS)]


_KINDS = ("joined", "uneven")


@pytest.mark.parametrize(
    ("text", "verb"),
    [
        ("The cakes were baked and selling by the nuns.", "selling"),
        ("The man was arrested and taking to the station.", "taking"),
        ("She likes to swim and running in the hills.", "running"),
        ("The plan is to close the mine and selling the land.", "selling"),
        ("The children were found and brings home soon.", "brings"),
        ("The men had eaten and sleep in the hall.", "sleep"),
        ("He stood up and leaving the room he fell.", "leaving"),
    ],
)
def test_a_form_that_nothing_can_ask_for_is_found(text: str, verb: str) -> None:
    assert found(text, "joined") == [verb]


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
        ("The potter died in 1980, and leaving three kilns.", "leaving"),
        ("The gale killed a shepherd and destroying the barn.", "destroying"),
        ("The firm broke the law, hid the books of the mill and paying its guards less.", "paying"),
        ("The judge opened the letter and find a cheque.", "find"),
        ("The judge opened the letter and accuse the clerk.", "accuse"),
        ("The blast shook the town, killing two men and left many homeless.", "left"),
        ("By cutting fares and sold ships, the line survived the war.", "sold"),
        ("The thief broke a window, climbs into the flat and stole two rings.", "climbs"),
        ("The yard hopes to hire men, training others and to build a dock.", "training"),
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
        "The cakes were baked and sold by the nuns.",
        "They were tired and looking for a bed.",
        "He was accused of lying and cheating the firm.",
        "She likes music and reading the paper.",
        "The firm was founded in May and is growing.",
        "The potter died in 1980, leaving three kilns and a dog.",
        "He was charged with murder and possessing a gun.",
        "They liked the music and making a fire.",
        "She let him open the gate and find a dog.",
        "The men walked home, and find it hard to say why they did.",
        "He left, shaking his head and said a word.",
        "The thief broke a window, climbed into the flat and stole two rings.",
        "The thief broke a window, cutting his hand, and stole two rings.",
        "He took a knife out of a drawer, opened it and cut the rope.",
        "She is warm, and tucking the boy in, told him a tale.",
    ],
)
def test_forms_that_may_be_joined_are_left_alone(text: str) -> None:
    assert found(text) == []
