"""``extends: government``: a verb, noun or adjective with a preposition that it does not take, or without its own."""

from __future__ import annotations

from paralint.ruleset.fields import Fields
from paralint.values import NamedTuple

_GOVERNORS = {"verb": "v", "participle": "p", "object": "o", "noun": "n", "adjective": "a"}


class GovernmentSpec(NamedTuple):
    """Attributes:
    missing: the rule reports that no preposition stands where one is asked for; else that another one does.
    kinds: the kinds of slot (:class:`paralint.evidence.government.Slot`) that the rule looks at.
    """

    missing: bool
    kinds: frozenset[str]

    @property
    def needs(self) -> frozenset[str]:
        return frozenset({"tags"})

    @property
    def fields(self) -> frozenset[str]:
        return frozenset({"match", "governor", "found", "expected"})

    @classmethod
    def decode(cls, fields: Fields) -> GovernmentSpec:
        return cls(
            missing=fields.choice("find", {"wrong": False, "missing": True}),
            kinds=frozenset(fields.choices("governors", _GOVERNORS)),
        )
