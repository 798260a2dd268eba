"""``extends: government``: a verb, noun or adjective with a preposition that it does not take, or without its own."""

from __future__ import annotations

from paralint.ruleset.fields import Fields
from paralint.values import NamedTuple

_ABOUT_PREPOSITIONS = "wrong", "valency", "missing", "unlikely"
_ABOUT_NOUNS = (
    *("bare", "counted", "fixed", "word-class", "adjunct", "sound-alike", "particle", "measure", "several", "misspelt"),
)
_GOVERNORS = {"verb": "v", "participle": "p", "object": "o", "noun": "n", "adjective": "a"}


class GovernmentSpec(NamedTuple):
    """Attributes:
    find: what the rule reports: that a preposition stands that its governor does not take (``wrong``; ``valency``
        asks the table that was written by hand), that none stands where one is asked for (``missing``), that another
        one is much more likely there (``unlikely``), that a noun lacks its determiner (``bare``; ``counted`` asks the
        list that was written by hand), that a fixed phrase has a wrong preposition (``fixed``), that a word of another
        class of its family belongs there (``word-class``), that a time or a place has a preposition that it does not
        take (``adjunct``), that a word stands for one that sounds or looks like it (``sound-alike``), that a verb has
        another particle than goes with its noun (``particle``), that an amount has a preposition that it does not take
        there (``measure``), that a quantity of several has its noun in the singular (``several``), or that a word is
        none and one slip away from a common one (``misspelt``).
    kinds: the kinds of slot (:class:`paralint.evidence.grammar.government.Slot`) that the rule looks at, which for
        nouns are none.
    """

    find: str
    kinds: frozenset[str]

    @property
    def needs(self) -> frozenset[str]:
        return frozenset({"tags"})

    @property
    def fields(self) -> frozenset[str]:
        return frozenset({"match", "governor", "found", "expected"})

    @classmethod
    def decode(cls, fields: Fields) -> GovernmentSpec:
        find = fields.choice("find", {word: word for word in _ABOUT_PREPOSITIONS + _ABOUT_NOUNS})
        kinds = frozenset(fields.choices("governors", _GOVERNORS)) if find in _ABOUT_PREPOSITIONS else frozenset()
        return cls(find, kinds)
