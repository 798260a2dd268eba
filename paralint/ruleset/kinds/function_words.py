"""``extends: function-words``: a function word that does not fit, the want of one, two words in the wrong order."""

from __future__ import annotations

from paralint.ruleset.fields import Fields
from paralint.values import NamedTuple


class FunctionWordsSpec(NamedTuple):
    """Attributes:
    find: what the rule reports: a function word that does not fit (``word``), that one is missing between two words
        (``gap``), or that two words stand in the wrong order (``order``).
    """

    find: str

    @property
    def needs(self) -> frozenset[str]:
        return frozenset({"tags"})

    @property
    def fields(self) -> frozenset[str]:
        return frozenset({"match", "found", "before", "after"})

    @classmethod
    def decode(cls, fields: Fields) -> FunctionWordsSpec:
        return cls(fields.choice("find", {word: word for word in ("word", "gap", "order")}))
