from __future__ import annotations

from collections.abc import Callable

import pytest

from paralint.engine.linter import Linter
from paralint.findings import Finding
from paralint.ruleset.problems import Problem
from paralint.ruleset.rule import Rule, decode
from paralint.ruleset.tree import parse
from paralint.text.read import document

HEADER = """\
code: XYZ001
name: test-rule
summary: A rule of a test
why: It is a test.
examples:
  - {bad: "[[x]]"}
  - {bad: "[[y]]"}
  - {good: a, why: near}
  - {good: b}
"""


def make_rule(text: str, *, code: str = "XYZ001", name: str = "test-rule") -> Rule:
    """Read a rule from the part of it that a test cares about."""
    problems: list[Problem] = []
    header = HEADER.replace("XYZ001", code).replace("test-rule", name)
    message = "" if "message:" in text else "message: \"'{match}'\"\n"
    rule = decode(parse(header + message + text, f"{code}.yml"), problems)
    assert rule is not None, "\n".join(map(str, problems))
    return rule


@pytest.fixture
def find() -> Callable[..., list[str]]:
    """Lint a text with one rule; return what its findings quote."""

    def found(rule: str, text: str, path: str = "x.txt") -> list[str]:
        return [text[finding.span.start : finding.span.end] for finding in findings_of(rule, text, path)]

    return found


def findings_of(rule: str, text: str, path: str = "x.txt") -> list[Finding]:
    return Linter([make_rule(rule)]).lint(document(path, text))
