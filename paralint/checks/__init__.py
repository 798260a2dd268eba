"""The checks: one module per kind of rule, imported when a rule of that kind is first compiled."""

from __future__ import annotations

from importlib import import_module

from paralint.checks.base import Check
from paralint.ruleset.rule import Anchors, Rule

# The module and the class of each kind.
_CHECKS = {
    "existence": ("existence", "ExistenceCheck"),
    "substitution": ("substitution", "SubstitutionCheck"),
    "repetition": ("repetition", "RepetitionCheck"),
    "occurrence": ("occurrence", "OccurrenceCheck"),
    "consistency": ("consistency", "ConsistencyCheck"),
    "conditional": ("conditional", "ConditionalCheck"),
    "capitalization": ("capitalization", "CapitalizationCheck"),
    "metric": ("metric", "MetricCheck"),
    "readability": ("readability", "ReadabilityCheck"),
    "pattern": ("pattern", "PatternCheck"),
    "quotations": ("quotations", "QuotationsCheck"),
    "mentions": ("mentions", "MentionsCheck"),
    "restatements": ("restatements", "RestatementsCheck"),
    "contradiction": ("contradiction", "ContradictionCheck"),
    "paraphrase-of": ("paraphrase", "ParaphraseCheck"),
    "government": ("government", "GovernmentCheck"),
    "clauses": ("clauses", "ClausesCheck"),
    "density": ("density", "DensityCheck"),
}
# Where a kind means regexes over text in Vale's dialect, and tokens in ours.
_VALE_CHECKS = {
    "existence": ("vale_existence", "ValeExistenceCheck"),
    "substitution": ("vale_substitution", "ValeSubstitutionCheck"),
    "repetition": ("vale_repetition", "ValeRepetitionCheck"),
}


def compile_check(rule: Rule) -> Check:
    """Return the check that runs ``rule``."""
    vale = rule.vale is not None and rule.kind in _VALE_CHECKS
    module, name = _VALE_CHECKS[rule.kind] if vale else _CHECKS[rule.kind]
    kind: type[Check] = getattr(import_module(f"paralint.checks.{module}"), name)
    return kind(rule)


def anchors_of(rule: Rule) -> Anchors:
    """Return what a document must have for ``rule`` to find anything in it."""
    return compile_check(rule).anchors
