"""The check ``clauses``: each rule reports what it looks for, with the word in front."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from paralint.ruleset.problems import Problem
from paralint.ruleset.rule import decode
from paralint.ruleset.tree import parse
from tests.support import HEADER

RULE = """\
needs: [tags]
extends: clauses
find: {}
"""

Find = Callable[..., list[str]]
TEXT = "They spent a month to paint the hall. The mayor assured that the bridge was safe."


@pytest.mark.parametrize(
    ("find_what", "places"),
    [("infinitive", ["month to paint"]), ("listener", ["assured that"]), ("perfect", []), ("relative", [])],
)
def test_a_rule_reports_its_own_kind_with_the_word_in_front(find: Find, find_what: str, places: list[str]) -> None:
    assert find(RULE.format(find_what), TEXT) == places


@pytest.mark.parametrize(
    ("find_what", "text", "place"),
    [
        ("perfect", "In 2015 the firm has sold its ships.", "has sold"),
        ("relative", "The pipes that carries the water burst.", "pipes that carries"),
    ],
)
def test_tenses_and_agreement_are_told_from_their_first_word(find: Find, find_what: str, text: str, place: str) -> None:
    assert find(RULE.format(find_what), text) == [place]


def test_an_unknown_kind_is_a_problem_of_the_rule() -> None:
    problems: list[Problem] = []
    decode(parse(HEADER + "message: x\n" + RULE.format("verbs"), "XYZ001.yml"), problems)
    assert any("verbs" in str(problem) for problem in problems)
