"""``extends: clauses``: a verb in a form that its clause, or the word in front of it, does not take."""

from __future__ import annotations

from paralint.ruleset.fields import Fields
from paralint.values import NamedTuple

_FINDS = ("beside", "counted", "have", "be", "modal", "to", "preposition", "article", "lost", "agreement")


class ClausesSpec(NamedTuple):
    """Attributes:
    find: how the rule knows that the form is wrong: a verb that is not finite is the predicate by the subject in front
        of it (``beside``), or because the sentence has fewer finite verbs than clauses (``counted``); or the word in
        front asks for another form: ``have``, ``be``, a ``modal``, ``to``, a ``preposition``, an ``article``;
        or "to" is ``lost`` between them; or the verb is in no ``agreement`` with the head of its subject.
    """

    find: str

    @property
    def needs(self) -> frozenset[str]:
        return frozenset({"tags"})

    @property
    def fields(self) -> frozenset[str]:
        return frozenset({"match", "before", "verb"})

    @classmethod
    def decode(cls, fields: Fields) -> ClausesSpec:
        return cls(fields.choice("find", {word: word for word in _FINDS}))
