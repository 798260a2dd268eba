"""``extends: capitalization``: how headings and other short passages use capitals."""

from __future__ import annotations

from paralint.ruleset.fields import Fields
from paralint.ruleset.kinds.expressions import check_expressions
from paralint.values import NamedTuple

STYLES = {"AP": "AP", "Chicago": "Chicago"}


class CapitalizationSpec(NamedTuple):
    """Vale's point of this name.

    Attributes:
        match: ``$title``, ``$sentence``, ``$lower``, ``$upper``, or a regex that the passage must match.
        style: whose title case.
        exceptions: regexes of words that keep their own case.
        indicators: a word behind one that ends so begins anew, as behind a colon.
        threshold: the share of words that must be as they should, above 0, at most 1.
        prefix: a regex of what stands before the first word and does not count.
    """

    match: str
    style: str
    exceptions: tuple[str, ...]
    indicators: tuple[str, ...]
    threshold: float
    prefix: str

    @property
    def needs(self) -> frozenset[str]:
        return frozenset()

    @property
    def fields(self) -> frozenset[str]:
        return frozenset({"match", "expected"})

    @classmethod
    def decode(cls, fields: Fields) -> CapitalizationSpec:
        match = fields.text("match")
        if not match.startswith("$"):
            check_expressions(fields, "match")
        elif match not in ("$title", "$sentence", "$lower", "$upper"):
            fields.note(f"'match' is $title, $sentence, $lower, $upper or a regex; found '{match}'", "match")
        check_expressions(fields, "prefix")
        exceptions = check_expressions(fields, "exceptions")
        return cls(
            match=match,
            style=fields.choice("style", STYLES, "AP"),
            exceptions=tuple(sorted(exceptions, key=lambda exception: -len(exception.encode()))),
            indicators=fields.texts("indicators"),
            threshold=fields.number("threshold", 0.8) or 0.8,
            prefix=fields.text("prefix", ""),
        )
