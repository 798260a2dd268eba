"""``extends: quotations``: a kind of damage to quotation marks, brackets or quoted words."""

from __future__ import annotations

from paralint.evidence.quotations.damage import Damage
from paralint.ruleset.fields import Fields
from paralint.values import NamedTuple

_DAMAGE = {damage.value: damage for damage in Damage}


class QuotationsSpec(NamedTuple):
    """Attributes:
    find: the kind of damage that the rule reports.
    """

    find: Damage

    @property
    def needs(self) -> frozenset[str]:
        return frozenset()

    @property
    def fields(self) -> frozenset[str]:
        return frozenset({"match", "mark", "expected", "related"})

    @classmethod
    def decode(cls, fields: Fields) -> QuotationsSpec:
        return cls(find=fields.choice("find", _DAMAGE))
