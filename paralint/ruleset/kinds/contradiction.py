"""``extends: contradiction``: what cannot be true together, though neither place restates the other."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from paralint.ruleset.fields import Fields

FACTS = (
    "gender",
    "sum",
    "share",
    "multiple",
    "conversion",
    "change",
    "years",
    "calendar",
    "result",
    "aftermath",
    "unit",
    "digits",
    "toll",
    "container",
    "position",
    "party",
    "denial",
    "deed",
)


@dataclass(frozen=True, slots=True)
class ContradictionSpec:
    """Attributes:
    find: the kind of fact.
    """

    find: str

    needs: ClassVar[frozenset[str]] = frozenset()
    fields: ClassVar[frozenset[str]] = frozenset({"match", "other", "reason"})

    @classmethod
    def decode(cls, fields: Fields) -> ContradictionSpec:
        return cls(fields.choice("find", {name: name for name in FACTS}))
