"""Whatever a rule may give under ``find`` leads to evidence that is there, and some built-in rule gives it."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from importlib import import_module

import pytest

from paralint.checks import clauses, contradiction, mentions, paraphrase, restatements
from paralint.ruleset.kinds.clauses import FINDS
from paralint.ruleset.kinds.contradiction import FACTS
from paralint.ruleset.kinds.mentions import FLAWS
from paralint.ruleset.kinds.restatements import SLOTS
from paralint.ruleset.load import builtin

EVIDENCE = {
    *contradiction._LAYERS.values(),
    *mentions._SOURCES.values(),
    *((f"phrases.{module}", name) for module, name in paraphrase._LAYERS.values()),
    *((f"grammar.{module}", "slips") for module in clauses._MODULES.values()),
}


@cache
def found_by(kind: str) -> frozenset[str]:
    """What the built-in rules of a kind look for."""
    rules, _ = builtin()
    finds: list[str | tuple[str, ...]] = [rule.spec.find for rule in rules if rule.kind == kind]
    return frozenset(each for find in finds for each in ((find,) if isinstance(find, str) else find))


@pytest.mark.parametrize(("module", "name"), sorted(EVIDENCE))
def test_evidence_is_there(module: str, name: str) -> None:
    assert callable(getattr(import_module(f"paralint.evidence.{module}"), name))


@pytest.mark.parametrize("layer", sorted({layer for layers in restatements._LAYERS.values() for layer in layers}))
def test_evidence_of_restatements_is_there(layer: str) -> None:
    assert callable(restatements._layer(layer))


@pytest.mark.parametrize(
    ("kind", "words", "served"),
    [
        ("contradiction", FACTS, contradiction._LAYERS),
        ("mentions", FLAWS, mentions._SOURCES),
        ("restatements", SLOTS, restatements._LAYERS),
        ("clauses", FINDS, clauses._MODULES),
    ],
)
def test_words_of_rules_are_served_and_used(kind: str, words: Iterable[str], served: Iterable[str]) -> None:
    assert set(words) == set(served)
    assert set(words) <= found_by(kind), "no rule looks for it"


def test_what_waits_for_figures_or_restatements_is_evidence() -> None:
    assert contradiction._LAYERS.keys() >= contradiction._OF_FIGURES
    assert {layer for layers in restatements._LAYERS.values() for layer in layers} >= restatements._PAIRED
