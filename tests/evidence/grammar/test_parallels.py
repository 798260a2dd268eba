"""Verbs in another form than the one that they are joined to, across an object."""

import pytest

from paralint.evidence.grammar.parallels import slips
from paralint.text.read import document


def found(text: str) -> list[str]:
    read_text = document("text.txt", text)
    span = read_text.tokens.span
    return [read_text.quote(span(slip.first, slip.last + 1)) for slip in slips(read_text)]


@pytest.mark.parametrize(
    ("text", "slip"),
    [
        ("The potter died in 1980, and leaving three kilns.", "and leaving"),
        ("The gale killed a shepherd and destroying the barn.", "and destroying"),
        ("The firm broke the law, hid the books of the mill and paying its guards less.", "and paying"),
        ("The judge opened the letter and find a cheque.", "and find"),
        ("The judge opened the letter and accuse the clerk.", "and accuse"),
        ("The blast shook the town, killing two men and left many homeless.", "and left"),
        ("By cutting fares and sold ships, the line survived the war.", "and sold"),
    ],
)
def test_a_verb_in_another_form(text: str, slip: str) -> None:
    assert found(text) == [slip]


@pytest.mark.parametrize(
    "text",
    [
        "The potter died in 1980, leaving three kilns and a dog.",
        "He was charged with murder and possessing a gun.",
        "They liked the music and making a fire.",
        "She let him open the gate and find a dog.",
        "The men walked home, and find it hard to say why they did.",
        "He left, shaking his head and said a word.",
    ],
)
def test_what_is_right(text: str) -> None:
    assert found(text) == []
