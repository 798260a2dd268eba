"""The checks: one module per kind of rule, imported when a rule of that kind is first compiled."""

from __future__ import annotations

from importlib import import_module

from paralint.checks.base import Check
from paralint.ruleset.rule import Rule

_CHECKS = {
    "existence": "ExistenceCheck",
    "substitution": "SubstitutionCheck",
    "repetition": "RepetitionCheck",
    "pattern": "PatternCheck",
    "quotations": "QuotationsCheck",
    "mentions": "MentionsCheck",
    "restatements": "RestatementsCheck",
}


def compile_check(rule: Rule) -> Check:
    """Return the check that runs ``rule``."""
    kind: type[Check] = getattr(import_module(f"paralint.checks.{rule.kind}"), _CHECKS[rule.kind])
    return kind(rule)
