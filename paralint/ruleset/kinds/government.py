"""``extends: government``: a verb, noun or adjective with a preposition that it does not take, or without its own."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from paralint.ruleset.fields import Fields

_GOVERNORS = {"verb": "v", "participle": "p", "object": "o", "noun": "n", "adjective": "a"}


@dataclass(frozen=True, slots=True)
class GovernmentSpec:
    """Attributes:
    missing: the rule reports that no preposition stands where one is asked for; else that another one does.
    kinds: the kinds of slot (:class:`paralint.evidence.government.Slot`) that the rule looks at.
    """

    missing: bool
    kinds: frozenset[str]

    needs: ClassVar[frozenset[str]] = frozenset({"tags"})
    fields: ClassVar[frozenset[str]] = frozenset({"match", "governor", "found", "expected"})

    @classmethod
    def decode(cls, fields: Fields) -> GovernmentSpec:
        return cls(
            missing=fields.choice("find", {"wrong": False, "missing": True}),
            kinds=frozenset(fields.choices("governors", _GOVERNORS)),
        )
