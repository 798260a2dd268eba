"""``extends: consistency``: of two ways to say a thing, a document should keep to one."""

from __future__ import annotations

from paralint.ruleset.fields import Fields
from paralint.ruleset.kinds.expressions import check_expressions
from paralint.values import NamedTuple


class ConsistencySpec(NamedTuple):
    """Vale's point of this name.

    Attributes:
        either: pairs of regexes that must not both be met in one document.
    """

    either: tuple[tuple[str, str], ...]
    nonword: bool
    ignorecase: bool

    @property
    def needs(self) -> frozenset[str]:
        return frozenset()

    @property
    def fields(self) -> frozenset[str]:
        return frozenset({"match", "other"})

    @classmethod
    def decode(cls, fields: Fields) -> ConsistencySpec:
        either = fields.table("either")
        if not either:
            fields.note("missing key 'either': what must not stand beside what")
        check_expressions(fields, "either", keys=True)
        return cls(either=tuple(either.items()), nonword=fields.flag("nonword"), ignorecase=fields.flag("ignorecase"))
