from __future__ import annotations

import pytest
from support import WHOLE_RULE

from paralint.ruleset.problems import Problem
from paralint.ruleset.rule import Rule, decode
from paralint.ruleset.select import SelectorError, select
from paralint.ruleset.tree import parse


def rule(code: str, name: str, status: str = "stable") -> Rule:
    problems: list[Problem] = []
    text = WHOLE_RULE.replace("XYZ001", code).replace("bad-word", name).replace("\nwhy:", f"\nstatus: {status}\nwhy:")
    found = decode(parse(text, "r.yml"), problems)
    assert found is not None, problems
    return found


RULES = (
    rule("ABC001", "one"),
    rule("ABC002", "two", "preview"),
    rule("XYZ001", "three"),
    rule("XYZ002", "four", "deprecated"),
)


def codes(*arguments: object, **options: object) -> list[str]:
    return [found.code for found in select(RULES, *arguments, **options)]  # type: ignore[arg-type]


def test_by_default_all_stable_rules_run() -> None:
    assert codes() == ["ABC001", "XYZ001"]


@pytest.mark.parametrize(
    ("chosen", "expected"),
    [
        (["ABC"], ["ABC001"]),
        (["ABC002"], ["ABC002"]),
        (["two"], ["ABC002"]),
        (["ALL"], ["ABC001", "ABC002", "XYZ001", "XYZ002"]),
        (["XYZ", "ABC002"], ["ABC002", "XYZ001"]),
        ([], []),
    ],
)
def test_selectors(chosen: list[str], expected: list[str]) -> None:
    assert codes(chosen) == expected


def test_extend_adds_and_ignore_takes_away_last() -> None:
    assert codes(None, ["two"], ["XYZ"]) == ["ABC001", "ABC002"]
    assert codes(["ALL"], [], ["ABC", "four"]) == ["XYZ001"]


def test_an_unknown_selector_names_the_nearest() -> None:
    with pytest.raises(SelectorError, match=r"no rule answers to 'ABC003' \(did you mean 'ABC00[12]'\?\)"):
        codes(["ABC003"])
    with pytest.raises(SelectorError, match="did you mean 'three'"):
        codes(None, [], ["thre"])
