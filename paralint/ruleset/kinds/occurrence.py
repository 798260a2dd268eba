"""``extends: occurrence``: something that stands too often, or not often enough, in one passage."""

from __future__ import annotations

from paralint.ruleset.fields import Fields
from paralint.ruleset.kinds.expressions import check_expressions
from paralint.values import NamedTuple


class OccurrenceSpec(NamedTuple):
    """Vale's point of this name.

    Attributes:
        token: the regex whose matches are counted.
        max: the most that may stand in a passage; 0 means any number.
        min: the fewest that must stand in a passage.
    """

    token: str
    max: int
    min: int
    ignorecase: bool

    @property
    def needs(self) -> frozenset[str]:
        return frozenset()

    @property
    def fields(self) -> frozenset[str]:
        return frozenset({"match", "count"})

    @classmethod
    def decode(cls, fields: Fields) -> OccurrenceSpec:
        check_expressions(fields, "token")
        spec = cls(
            token=fields.text("token"),
            max=fields.integer("max", 0),
            min=fields.integer("min", 0),
            ignorecase=fields.flag("ignorecase"),
        )
        if not spec.max and not spec.min:
            fields.note("missing key 'max' or 'min': how often the token may stand in a passage")
        return spec
