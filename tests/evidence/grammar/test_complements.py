"""What words take behind them, and what they do not."""

import pytest

from paralint.data import read
from paralint.evidence.grammar.complements import FILE, HEADER, classes, slips
from paralint.text.read import document


def found(text: str) -> list[tuple[str, str]]:
    read_text = document("text.txt", text)
    span = read_text.tokens.span
    return [(slip.kind, read_text.quote(span(slip.first, slip.last + 1))) for slip in slips(read_text)]


@pytest.mark.parametrize(
    ("text", "slip"),
    [
        ("The board recommended to postpone the sale.", ("infinitive", "recommended to postpone")),
        ("They wasted the whole autumn to argue about it.", ("infinitive", "autumn to argue")),
        ("The villagers kept on to dig the well.", ("infinitive", "kept on to dig")),
        ("The grant allows to hire two teachers.", ("infinitive", "allows to hire")),
        ("The risk to be hit by a stone is small.", ("infinitive", "risk to be")),
        ("A notice has barred the vans to park there.", ("object-infinitive", "to park")),
        ("The men were banned to swim in the lake.", ("object-infinitive", "banned to swim")),
        ("They saw the thief to climb over the wall.", ("object-infinitive", "to climb")),
        ("The grant enables schools hire the teachers.", ("object-bare", "schools hire")),
        ("The crane assisted the crew lift the hull.", ("object-bare", "crew lift")),
        ("The two towns decided for sharing the water.", ("gerund", "decided for sharing")),
        ("The refusal of signing the treaty cost votes.", ("gerund", "refusal of signing")),
        ("The men were unable of paying the rent.", ("gerund", "unable of paying")),
        ("He was sure of that the runway was clear.", ("clause", "of that")),
        ("The firm denied to have lied, but it was fined.", ("infinitive", "denied to have")),
        ("They tried to make him opening the door.", ("gerund", "opening")),
        ("The state depends to sell its oil.", ("infinitive", "depends to sell")),
        ("Bo was seen remove his hat in the hall.", ("object-bare", "seen remove")),
        ("The men were ordered leaving the hill.", ("gerund", "ordered leaving")),
        ("The towns agreed on Friday for sharing it.", ("gerund", "agreed on Friday for sharing")),
        ("He accused the firm that owns the mill to have lied.", ("object-infinitive", "to have")),
        ("The guests discussed that the roof was old.", ("clause", "discussed that")),
    ],
)
def test_a_complement_of_another_kind_is_found(text: str, slip: tuple[str, str]) -> None:
    assert found(text) == [slip]


@pytest.mark.parametrize(
    "text",
    [
        "The firm that they had recommended to sell the tiles was late.",
        "The village banned vans to cut noise.",
        "The board was advised to postpone the sale.",
        "A road that the drivers had avoided to save time was open.",
        "They spent two hours in the town to buy food.",
        "The ministers agreed, sharing a joke, to meet in May.",
        "The boys he taught read the map in the hall.",
        "He insisted on that, and the mayor liked it.",
        "The ability of existing staff is great.",
        "They blocked attempts to sell the mill.",
    ],
)
def test_what_may_be_meant_is_left_alone(text: str) -> None:
    assert found(text) == []


def test_the_file_is_of_this_version() -> None:
    assert read(FILE).decode("utf-8").startswith(HEADER)
    assert "informed" in classes()["v listener"]
    assert "gave:up" in classes()["v with-ing"]
