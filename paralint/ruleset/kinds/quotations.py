"""``extends: quotations``: a kind of damage to quotation marks or brackets."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from paralint.ruleset.fields import Fields

DAMAGE = (
    "unclosed",
    "unopened",
    "mixed",
    "doubled",
    "swallowed",
    "misplaced",
    "reversed",
    "person-shift",
    "dangling",
    "bracket",
    "glued-bracket",
)


@dataclass(frozen=True, slots=True)
class QuotationsSpec:
    """Attributes:
    find: the kind of damage; ``evidence/quotation_damage`` and ``evidence/brackets`` say what each is.
    """

    find: str

    needs: ClassVar[frozenset[str]] = frozenset()
    fields: ClassVar[frozenset[str]] = frozenset({"match", "mark", "expected"})

    @classmethod
    def decode(cls, fields: Fields) -> QuotationsSpec:
        return cls(find=fields.choice("find", {damage: damage for damage in DAMAGE}))
