"""Verbs that lack an object, and verbs that can have none."""

import pytest

from paralint.evidence.grammar.verb_objects import slips
from paralint.text.read import document


def found(text: str) -> list[tuple[str, str]]:
    read_text = document("text.txt", text)
    span = read_text.tokens.span
    return [(slip.kind, read_text.quote(span(slip.first, slip.last + 1))) for slip in slips(read_text)]


@pytest.mark.parametrize(
    ("text", "slip"),
    [
        ("The prize has awarded to a poet from Chile.", ("no-object", "has awarded")),
        ("The treaty, which endorsed by both sides, failed.", ("no-object", "endorsed")),
        ("The road will close by the police.", ("no-object", "will close")),
        ("A ship, which built in 1901, sank in May.", ("no-object", "built")),
        ("The mayor assured that the bridge was safe.", ("listener", "assured that")),
        ("The water came up to the roof, he told.", ("listener", "told")),
        ("The problem was persisted for years.", ("intransitive", "was persisted")),
        ("The storm was destroyed the village in May.", ("intransitive", "was destroyed the")),
        ("They have a plan to rise the retirement age.", ("intransitive", "rise the")),
        ("Police were arrested them in the town.", ("intransitive", "were arrested them")),
        ("The guests arrived the hotel at noon.", ("intransitive", "arrived the")),
    ],
)
def test_an_object_too_few_or_too_many_is_found(text: str, slip: tuple[str, str]) -> None:
    assert found(text) == [slip]


@pytest.mark.parametrize(
    "text",
    [
        "The poet to whom they have awarded it in May is ill.",
        "The car the firm had abandoned in May was sold.",
        "He arrived a stranger in May.",
        "The guards who were there responded at once.",
        "Singer jailed for theft in May",
        "The firm attracted from Leeds many new guests.",
        "That is the story he told.",
        "Those he informed on Monday left the hall.",
        "They arrived the next day and slept well.",
        "When the guests disappeared the hotel was shut.",
        "What it was happened in the dark of the hall.",
        "The lights are vanished.",
        "The price rose a further two cents, doctors have learned.",
        "The bridge was closed the next day by the police.",
        "The motion was defeated 33 votes to 31.",
        "When the mill was destroyed the village starved.",
        "The gates must pass by the guards.",
        "The surgeon had operated by the light of a lamp for two nights.",
    ],
)
def test_what_has_its_object_elsewhere_is_left_alone(text: str) -> None:
    assert found(text) == []
