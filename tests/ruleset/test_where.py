from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from paralint.ruleset.where import Where, WhereError


class Words:
    """Captures made of plain words."""

    def __init__(self, **words: str) -> None:
        self.words = words

    def text(self, name: str) -> str:
        return self.words[name]

    def lower(self, name: str) -> str:
        return self.words[name].lower()

    lemma = tag = number = lower

    def length(self, name: str) -> int:
        return len(self.words[name].split())

    def distance(self, one: str, other: str) -> int:
        return 2

    def edits(self, one: str, other: str) -> int:
        return 0 if self.words[one] == self.words[other] else 1


@pytest.mark.parametrize(
    ("source", "holds"),
    [
        ("a == 'One'", True),
        ("lower(a) == 'one'", True),
        ("lower(a) != lower(b)", True),
        ("a in ['Two', 'One']", True),
        ("a not in ['Two', 'One']", False),
        ("'ne' in a", True),
        ("length(b) > 1", True),
        ("distance(a, b) <= 2 and edits(a, b) >= 1", True),
        ("not a == 'One' or b == 'two three'", True),
        ("not (a == 'One' or b == 'two three')", False),
        ("length(a) < 1", False),
    ],
)
def test_conditions(source: str, holds: bool) -> None:
    assert Where(source).holds(Words(a="One", b="two three")) is holds


@pytest.mark.parametrize(
    ("source", "message"),
    [
        ("a ==", "cannot be read"),
        ("a", "must be a comparison"),
        ("lower(a)", "must be a comparison"),
        ("a == 1", "cannot be compared so"),
        ("a < ['x']", "cannot be compared so"),
        ("a in [b]", "a list holds texts only, found 'b'"),
        ("open(a) == 'x'", "there is no function 'open'; there are lower, lemma"),
        ("lower('a') == 'a'", "'lower' takes 1 capture"),
        ("distance(a) < 1", "'distance' takes 2 captures"),
        ("a.b == 'x'", "'a.b' is not of the language of 'where'"),
        ("a[0] == 'x'", "is not of the language"),
        ("(lambda: 1)() == 1", "is not of the language"),
        ("a == 'x' if b == 'y' else c == 'z'", "is not of the language"),
        ("1 < 2 < 3", "compare two things at a time"),
        ("a and b == 'x'", "'a' is no condition"),
        ("a == True", "is not of the language"),
    ],
)
def test_whatever_else_is_refused(source: str, message: str) -> None:
    with pytest.raises(WhereError, match=message.replace("(", r"\(").replace(")", r"\)").replace("[", r"\[")):
        Where(source)


def test_names_and_layers_are_known_beforehand() -> None:
    where = Where("number(subject) != number(verb)")
    assert where.captures == {"subject", "verb"}
    assert where.needs_tags
    assert not Where("a == 'x'").needs_tags


@given(st.text(max_size=40))
def test_any_source_is_compiled_or_refused(source: str) -> None:
    try:
        Where(source)
    except WhereError as error:
        refused = str(error)
    else:
        refused = "compiled"
    assert refused
