"""``extends: contradiction``: what cannot be true together, though neither place restates the other."""

from __future__ import annotations

from paralint.ruleset.fields import Fields
from paralint.values import NamedTuple

FACTS = (
    "gender",
    "likely-gender",
    "form",
    "kin",
    "day",
    "replaced",
    "odds",
    "proportion",
    "discordant-gender",
    "elsewhere",
    "likely-figure",
    "sum",
    "share",
    "multiple",
    "conversion",
    "change",
    "worded-change",
    "near-total",
    "years",
    "calendar",
    "result",
    "unit",
    "digits",
    "toll",
    "container",
    "position",
    "party",
    "denial",
    "deed",
    "licence",
    "elapsed",
    "part",
    "range",
    "difference",
    "term",
    "age",
    "frequency",
    "outsider",
    "group",
    "budget",
    "right",
    "body",
    "comparison",
    "negations",
    "reckoning",
    "bounds",
    "beside",
    "fraction",
    "list",
    "hour",
    "state",
    "phase",
)


class ContradictionSpec(NamedTuple):
    """Attributes:
    find: the kind of fact.
    """

    find: str

    @property
    def needs(self) -> frozenset[str]:
        return frozenset()

    @property
    def fields(self) -> frozenset[str]:
        return frozenset({"match", "other", "reason"})

    @classmethod
    def decode(cls, fields: Fields) -> ContradictionSpec:
        return cls(fields.choice("find", {name: name for name in FACTS}))
