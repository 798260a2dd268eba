"""The kinds of rule: what each may say under ``extends``, read into a typed spec; each module imported when met."""

from __future__ import annotations

from importlib import import_module
from typing import Protocol

from paralint.ruleset.fields import Fields


class Spec(Protocol):
    """What a rule of some kind says.

    Attributes:
        needs: the layers that its check reads.
        fields: the fields that its message may name.
    """

    @property
    def needs(self) -> frozenset[str]: ...
    @property
    def fields(self) -> frozenset[str]: ...


KINDS = {
    "existence": ("existence", "ExistenceSpec"),
    "substitution": ("substitution", "SubstitutionSpec"),
    "repetition": ("repetition", "RepetitionSpec"),
    "occurrence": ("occurrence", "OccurrenceSpec"),
    "consistency": ("consistency", "ConsistencySpec"),
    "conditional": ("conditional", "ConditionalSpec"),
    "capitalization": ("capitalization", "CapitalizationSpec"),
    "metric": ("metric", "MetricSpec"),
    "readability": ("readability", "ReadabilitySpec"),
    "pattern": ("pattern", "PatternSpec"),
    "quotations": ("quotations", "QuotationsSpec"),
    "mentions": ("mentions", "MentionsSpec"),
    "restatements": ("restatements", "RestatementsSpec"),
    "contradiction": ("contradiction", "ContradictionSpec"),
    "paraphrase-of": ("paraphrase", "ParaphraseSpec"),
    "government": ("government", "GovernmentSpec"),
    "clauses": ("clauses", "ClausesSpec"),
    "density": ("density", "DensitySpec"),
}
"""The module and the class of each kind."""


def decode_spec(kind: str, fields: Fields) -> Spec:
    """Read the keys that belong to ``kind``."""
    module, name = KINDS[kind]
    spec: Spec = getattr(import_module(f"paralint.ruleset.kinds.{module}"), name).decode(fields)
    return spec
