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
TEXT = "The bakery has opens a shop. The pump is breaks down. They planning a bridge. The mill also offering bread."


@pytest.mark.parametrize(
    ("find_what", "places"),
    [
        ("have", ["has opens"]),
        ("be", ["is breaks"]),
        ("beside", ["They planning"]),
        ("counted", ["mill also offering"]),
        ("to", []),
        ("infinitive", []),
        ("listener", []),
        ("perfect", []),
        ("relative", []),
        ("joined", []),
    ],
)
def test_a_rule_reports_its_own_kind_with_the_word_in_front(find: Find, find_what: str, places: list[str]) -> None:
    assert find(RULE.format(find_what), TEXT) == places


@pytest.mark.parametrize(
    ("find_what", "text", "place"),
    [
        ("infinitive", "They spent a month to paint the hall.", "month to paint"),
        ("listener", "The mayor assured that the bridge was safe.", "assured that"),
        ("perfect", "In 2015 the firm has sold its ships.", "has sold"),
        ("relative", "The pipes that carries the water burst.", "pipes that carries"),
        ("joined", "The cakes were baked and selling by the nuns.", "and selling"),
    ],
)
def test_complements_tenses_and_agreement_are_told_from_their_first_word(
    find: Find, find_what: str, text: str, place: str
) -> None:
    assert find(RULE.format(find_what), text) == [place]


def test_an_unknown_kind_is_a_problem_of_the_rule() -> None:
    problems: list[Problem] = []
    decode(parse(HEADER + "message: x\n" + RULE.format("verbs"), "XYZ001.yml"), problems)
    assert any("verbs" in str(problem) for problem in problems)
