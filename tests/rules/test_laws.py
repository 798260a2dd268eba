"""Every built-in rule obeys the laws, one test per example, guard and alternative."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from paralint.checks import anchors_of
from paralint.engine.laws import Case, cases
from paralint.ruleset.load import COMPILED, compile_rules, load
from paralint.ruleset.rule import Rule

ROOT = Path(__file__).parents[2]
RULES = load([ROOT / "rules"])
FAMILIES = {
    "NAM": "names",
    "CON": "contradictions",
    "GRM": "grammar",
    "PHR": "phrases",
    "QUO": "quotations",
    "DUP": "duplicates",
    "DOC": "documents",
    "RDB": "readability",
}


def test_all_rules_load() -> None:
    assert not RULES.problems, "\n".join(map(str, RULES.problems))
    assert RULES.rules


@pytest.mark.parametrize("case", list(cases(RULES.rules)), ids=lambda case: case.identifier)
def test_law(case: Case) -> None:
    wrong = case.verify()
    assert wrong is None, wrong


@pytest.mark.parametrize("rule", RULES.rules, ids=lambda rule: rule.code)
def test_a_rule_lies_where_its_code_says(rule: Rule) -> None:
    path = Path(rule.path)
    assert path.stem == f"{rule.code}-{rule.name}"
    assert path.parent.name == FAMILIES[rule.family]


@pytest.mark.parametrize("rule", RULES.rules, ids=lambda rule: rule.code)
def test_a_summary_is_one_line_without_a_full_stop(rule: Rule) -> None:
    assert re.fullmatch(r"[^\n]{10,110}[^\n.]", rule.summary)


def test_the_compiled_rules_are_fresh() -> None:
    compiled = (ROOT / "paralint" / "ruleset" / COMPILED).read_text(encoding="utf-8")
    assert compiled == compile_rules(ROOT / "rules", anchors_of), "run python tools/compile_rules.py"
