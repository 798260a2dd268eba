"""Verbs joined in different forms."""

import pytest

from paralint.evidence.grammar.joined_verbs import joined
from paralint.text.read import document


def found(text: str) -> list[str]:
    read_text = document("text.txt", text)
    return [read_text.tokens.word(pair.verb).form for pair in joined(read_text)]


@pytest.mark.parametrize(
    ("text", "verb"),
    [
        ("The cakes were baked and selling by the nuns.", "selling"),
        ("The man was arrested and taking to the station.", "taking"),
        ("She likes to swim and running in the hills.", "running"),
        ("The plan is to close the mine and selling the land.", "selling"),
        ("The children were found and brings home soon.", "brings"),
        ("The men had eaten and sleep in the hall.", "sleep"),
    ],
)
def test_a_form_of_another_kind_is_found(text: str, verb: str) -> None:
    assert found(text) == [verb]


@pytest.mark.parametrize(
    "text",
    [
        "The cakes were baked and sold by the nuns.",
        "They were tired and looking for a bed.",
        "He was accused of lying and cheating the firm.",
        "She likes music and reading the paper.",
        "The firm was founded in May and is growing.",
    ],
)
def test_forms_that_may_be_joined_are_left_alone(text: str) -> None:
    assert found(text) == []
