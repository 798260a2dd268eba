"""``extends: substitution``: words or phrases that stand for another."""

from __future__ import annotations

from paralint.ruleset.fields import Fields
from paralint.ruleset.kinds.expressions import check_expressions
from paralint.values import NamedTuple


class SubstitutionSpec(NamedTuple):
    """Vale's point of this name.

    Attributes:
        swap: pairs of what is found (a regex, mostly a plain phrase) and what should stand there; a bar parts
            several replacements.
        exceptions: a match in which one of these regexes is found is no finding.
        capitalize: in Vale's dialect, a match with a capital first gets a replacement with one.
    """

    swap: tuple[tuple[str, str], ...]
    exceptions: tuple[str, ...]
    ignorecase: bool
    nonword: bool
    capitalize: bool = False

    @property
    def needs(self) -> frozenset[str]:
        return frozenset()

    @property
    def fields(self) -> frozenset[str]:
        return frozenset({"match", "replacement"})

    @classmethod
    def decode(cls, fields: Fields) -> SubstitutionSpec:
        swap = fields.table("swap")
        if not swap:
            fields.note("missing key 'swap': what stands for what")
        check_expressions(fields, "swap", keys=True)
        return cls(
            swap=tuple(swap.items()),
            exceptions=check_expressions(fields, "exceptions"),
            ignorecase=fields.flag("ignorecase"),
            nonword=fields.flag("nonword"),
        )
