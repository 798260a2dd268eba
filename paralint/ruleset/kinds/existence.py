"""``extends: existence``: words, phrases or regexes that should not stand in the text."""

from __future__ import annotations

from paralint.ruleset.fields import Fields
from paralint.ruleset.kinds.expressions import check_expressions
from paralint.values import NamedTuple


class ExistenceSpec(NamedTuple):
    """Vale's point of this name, with its key names and their meaning.

    Attributes:
        tokens: regexes, most of them plain phrases, bounded by word edges unless ``nonword``.
        raw: regexes that are joined into one, in front of the tokens.
        exceptions: a match in which one of these regexes is found is no finding.
        append: in Vale's dialect, ``raw`` stands behind the tokens.
    """

    tokens: tuple[str, ...]
    raw: tuple[str, ...]
    exceptions: tuple[str, ...]
    ignorecase: bool
    nonword: bool
    append: bool = False

    @property
    def needs(self) -> frozenset[str]:
        return frozenset()

    @property
    def fields(self) -> frozenset[str]:
        return frozenset({"match"})

    @classmethod
    def decode(cls, fields: Fields) -> ExistenceSpec:
        spec = cls(
            tokens=check_expressions(fields, "tokens"),
            raw=fields.texts("raw"),
            exceptions=check_expressions(fields, "exceptions"),
            ignorecase=fields.flag("ignorecase"),
            nonword=fields.flag("nonword"),
        )
        if not fields.has("tokens") and not fields.has("raw"):
            fields.note("missing key 'tokens' or 'raw': what should not stand in the text")
        return spec
