"""``extends: density``: findings of other rules that say little alone and much together."""

from __future__ import annotations

import re

from paralint.ruleset.fields import Fields
from paralint.values import NamedTuple

WORDS, SENTENCES = "words", "sentences"
_PER = re.compile(r"([1-9][0-9]{0,5}) (words|sentences)")


class DensitySpec(NamedTuple):
    """Attributes:
    selectors: the rules whose findings add up: codes, beginnings of codes, names.
    at_least: how many findings there must be per ``size`` words or sentences.
    size: the size that ``at_least`` is told for.
    unit: ``WORDS`` or ``SENTENCES``.
    fewest: how many findings a text must have, however short it is.
    rules: of how many rules they must be.
    families: of how many families they must be.
    """

    selectors: tuple[str, ...]
    at_least: float
    size: int
    unit: str
    fewest: int
    rules: int
    families: int

    @property
    def needs(self) -> frozenset[str]:
        return frozenset()

    @property
    def fields(self) -> frozenset[str]:
        return frozenset({"count", "rate", "per", "size", "rules", "families", "match"})

    @classmethod
    def decode(cls, fields: Fields) -> DensitySpec:
        size, unit = _per(fields)
        spec = cls(
            selectors=fields.texts("count"),
            at_least=fields.number("at-least", 0.0),
            size=size,
            unit=unit,
            fewest=fields.integer("fewest", 3, least=2),
            rules=fields.integer("rules", 1, least=1),
            families=fields.integer("families", 1, least=1),
        )
        if not spec.selectors:
            fields.note("missing key 'count': the rules whose findings add up")
        elif "ALL" in spec.selectors:
            fields.note("'count' names codes, beginnings of codes, or names of rules; 'ALL' says nothing", "count")
        return spec


def _per(fields: Fields) -> tuple[int, str]:
    told = fields.text("per", "1000 words")
    match = _PER.fullmatch(told)
    if match is None:
        fields.note(f"'per' must be a number of words or sentences, as in '1000 words'; found '{told}'", "per")
        return 1000, WORDS
    return int(match[1]), match[2]
