"""``extends: clauses``: a clause whose verb is in a form that makes no predicate."""

from __future__ import annotations

from paralint.ruleset.fields import Fields
from paralint.values import NamedTuple


class ClausesSpec(NamedTuple):
    """Attributes:
    find: how the rule knows that the verb is the predicate: by the subject that stands in front of it (``beside``), or
        because the sentence has fewer finite verbs than clauses (``counted``).
    """

    find: str

    @property
    def needs(self) -> frozenset[str]:
        return frozenset({"tags"})

    @property
    def fields(self) -> frozenset[str]:
        return frozenset({"match", "verb"})

    @classmethod
    def decode(cls, fields: Fields) -> ClausesSpec:
        return cls(fields.choice("find", {word: word for word in ("beside", "counted")}))
