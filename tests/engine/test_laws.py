"""The laws must be able to fail: each is shown a rule that breaks it."""

from __future__ import annotations

import pytest

from paralint.engine.laws import cases
from paralint.ruleset.problems import Problem
from paralint.ruleset.rule import Rule, decode
from paralint.ruleset.tree import parse

LAWFUL = """\
code: XYZ001
name: has-after-will
summary: The wrong form behind a modal verb
extends: pattern
pattern: [{lower: [will, would]}, {lower: [has], mark: true}]
unless: [[{lower: has}, {lower: been}]]
message: "'{match}' behind '{0}'"
fix: {replace: have, safety: unsafe}
why: It is a test.
examples:
  - {bad: "He will [[has]] it.", fix: "He will have it."}
  - {bad: "He would [[has]] it."}
  - {good: "He will has been.", why: guarded}
  - {good: "He has it."}
"""


def read(text: str) -> Rule:
    problems: list[Problem] = []
    rule = decode(parse(text, "r.yml"), problems)
    assert rule is not None, list(map(str, problems))
    return rule


def broken(text: str, *others: Rule) -> dict[str, str]:
    found = ((case.identifier, case.verify()) for case in cases([read(text)], others))
    return {identifier: wrong for identifier, wrong in found if wrong is not None}


def test_a_lawful_rule_breaks_nothing() -> None:
    assert broken(LAWFUL) == {}
    assert {case.identifier for case in cases([read(LAWFUL)])} == {
        "XYZ001-bad-1",
        "XYZ001-bad-2",
        "XYZ001-good-1",
        "XYZ001-good-1-under-all",
        "XYZ001-good-2",
        "XYZ001-good-2-under-all",
        "XYZ001-needs-unless.0",
        "XYZ001-tests-pattern.0.lower.0",
        "XYZ001-tests-pattern.0.lower.1",
    }


@pytest.mark.parametrize(
    ("old", "new", "identifier", "message"),
    [
        ("would [[has]]", "[[would has]]", "XYZ001-bad-2", "[[would has]]"),
        ("He has it.", "He will has it.", "XYZ001-good-2", "expected nothing, found"),
        ("will have it", "will has it", "XYZ001-bad-1", "expected 'He will has it.', reached 'He will have it.'"),
        ("replace: have", "replace: has", "XYZ001-bad-1", "reached 'He will has it.'"),
        (
            "[[{lower: has}",
            "[[{lower: is}, {lower: it}], [{lower: has}",
            "XYZ001-needs-unless.0",
            "no good example needs",
        ),
        ("[will, would]", "[will, would, could]", "XYZ001-tests-pattern.0.lower.2", "no example needs 'could'"),
    ],
)
def test_each_law_can_be_broken(old: str, new: str, identifier: str, message: str) -> None:
    assert old in LAWFUL
    wrong = broken(LAWFUL.replace(old, new))
    assert identifier in wrong
    assert message in wrong[identifier]


def test_untested_alternatives_may_be_declared() -> None:
    text = LAWFUL.replace("[will, would]", "[will, would, could]").replace(
        "\nwhy:", "\nuntested: modal verbs are alike\nwhy:"
    )
    assert broken(text) == {}


def test_a_good_example_must_be_silent_under_all_stable_rules() -> None:
    other = read(
        LAWFUL.replace("XYZ001", "XYZ002").replace("has-after-will", "other").replace("{lower: been}", "{lower: never}")
    )
    assert "XYZ002 reports" in broken(LAWFUL, other)["XYZ001-good-1-under-all"]


def test_a_rule_whose_optional_package_is_missing_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    from collections.abc import Iterator

    from paralint.checks.pattern import PatternCheck
    from paralint.data import MissingExtraError
    from paralint.engine.laws import missing_extra

    assert missing_extra(read(LAWFUL)) is None

    def run(self: PatternCheck, text: object) -> Iterator[object]:
        raise MissingExtraError("textstat is not installed")

    monkeypatch.setattr(PatternCheck, "run", run)
    assert missing_extra(read(LAWFUL)) == "textstat is not installed"
