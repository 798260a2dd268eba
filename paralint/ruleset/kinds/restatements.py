"""``extends: restatements``: two places of a document that tell the same thing."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from paralint.ruleset.fields import Fields

SLOTS = ("quantity", "duration", "date")


@dataclass(frozen=True, slots=True)
class RestatementsSpec:
    """Attributes:
    similar: how alike the two must be, 0 to 1.
    differ: the slot in which the two must be incompatible; empty reports the restatement itself.
    """

    similar: float
    differ: str

    needs: ClassVar[frozenset[str]] = frozenset()
    fields: ClassVar[frozenset[str]] = frozenset({"match", "other"})

    @classmethod
    def decode(cls, fields: Fields) -> RestatementsSpec:
        differ = fields.choice("differ", {slot: slot for slot in SLOTS}) if fields.has("differ") else ""
        return cls(similar=fields.number("similar", 0.5), differ=differ)
