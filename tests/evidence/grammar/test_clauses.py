"""Clauses without a finite verb."""

import pytest

from paralint.evidence.grammar.clauses import slips
from paralint.text.read import document


def found(text: str) -> list[tuple[str, bool]]:
    read = document("text.txt", text)
    return [(read.tokens.word(place.last).form, place.kind == "counted") for place in slips(read)]


@pytest.mark.parametrize(
    "text",
    [
        "The boxes be sent by train on Monday.",
        "Nobody knew why the boxes be late for the show.",
    ],
)
def test_a_bare_be_is_no_predicate(text: str) -> None:
    assert found(text) == [("be", False)]


@pytest.mark.parametrize(
    "text",
    [
        "It was asked that the boxes be sent by train.",
        "Her demand was that they be sent by train.",
        "The boxes, which nobody wanted, will be sent by train.",
        "She left so that he be free, be it for a day.",
        "Be careful with the boxes on the train.",
        "The rule required guests with “firm” ties to the town be let in.",
    ],
)
def test_a_bare_be_that_is_asked_for(text: str) -> None:
    assert not found(text)


@pytest.mark.parametrize(
    ("text", "verb"),
    [
        ("They planning a second bridge over the brook.", "planning"),
        ("It was known because she telling everybody about it.", "telling"),
        ("There was a law which shown to work in the end.", "shown"),
    ],
)
def test_a_subject_tells(text: str, verb: str) -> None:
    assert found(text) == [(verb, False)]


@pytest.mark.parametrize(
    ("text", "verb"),
    [
        ("The bakery also offering a course in bread.", "offering"),
        ("She wrote that the bakery closing in the spring of that year.", "closing"),
        ("The mayor saying: “We will build the bridge before the winter.”", "saying"),
        ("The bakery winning a prize when it opened a shop in town.", "winning"),
    ],
)
def test_a_count_tells(text: str, verb: str) -> None:
    assert found(text) == [(verb, True)]


@pytest.mark.parametrize(
    "text",
    [
        "The bakery offering a course has closed.",
        "Consumer borrowing has risen in the spring of the year.",
        "He saw the two men building a bridge over the brook.",
        "When he came there he began to talk to the men building a bridge.",
        "If people turn up asking for help they will be turned away.",
        "The bakery, which opened in May, offering bread and cakes, has closed.",
        "Was the bakery offering a course in bread?",
        "A bakery offering a course in bread",
        "They were asked, he and she being away, to open the shop.",
        "I am sure of it, he and they having been there.",
    ],
)
def test_a_clause_with_a_verb(text: str) -> None:
    assert not found(text)
