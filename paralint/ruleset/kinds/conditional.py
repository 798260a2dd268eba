"""``extends: conditional``: what may only stand where something else has stood before."""

from __future__ import annotations

from paralint.ruleset.fields import Fields
from paralint.ruleset.kinds.expressions import check_expressions
from paralint.values import NamedTuple


class ConditionalSpec(NamedTuple):
    """Vale's point of this name: an abbreviation (``first``) needs its definition (``second``).

    Attributes:
        first: the regex of what is reported.
        second: the regex whose groups hold what ``first`` may match from there on.
        exceptions: a match in which one of these regexes is found is no finding.
    """

    first: str
    second: str
    exceptions: tuple[str, ...]
    ignorecase: bool

    @property
    def needs(self) -> frozenset[str]:
        return frozenset()

    @property
    def fields(self) -> frozenset[str]:
        return frozenset({"match"})

    @classmethod
    def decode(cls, fields: Fields) -> ConditionalSpec:
        check_expressions(fields, "first")
        check_expressions(fields, "second")
        return cls(
            first=fields.text("first"),
            second=fields.text("second"),
            exceptions=check_expressions(fields, "exceptions"),
            ignorecase=fields.flag("ignorecase"),
        )
