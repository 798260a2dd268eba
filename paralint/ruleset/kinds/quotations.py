"""``extends: quotations``: a kind of damage to quotation marks, brackets or quoted words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from paralint.evidence.damage import Damage
from paralint.ruleset.fields import Fields

_DAMAGE = {damage.value: damage for damage in Damage}


@dataclass(frozen=True, slots=True)
class QuotationsSpec:
    """Attributes:
    find: the kind of damage that the rule reports.
    """

    find: Damage

    needs: ClassVar[frozenset[str]] = frozenset()
    fields: ClassVar[frozenset[str]] = frozenset({"match", "mark", "expected", "related"})

    @classmethod
    def decode(cls, fields: Fields) -> QuotationsSpec:
        return cls(find=fields.choice("find", _DAMAGE))
