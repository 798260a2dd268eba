"""``extends: clauses``: words that are not grammatical in their clause, as no pattern could tell."""

from __future__ import annotations

from paralint.ruleset.fields import Fields
from paralint.values import NamedTuple

DAMAGED = ("odd-grammar", "odd-phrase")
"""Words that the encoder takes for damaged."""
FINDS = (
    # a verb of another number than its subject, by the head, read from the front, boldly, or that of a relative pronoun
    *("agreement", "number", "front-number", "relative"),
    # what a word does not take behind it
    *("infinitive", "object-infinitive", "object-bare", "gerund", "clause"),
    # what a verb lacks, or has and cannot have, and a preposition too many or too few in front of it
    *("listener", "no-object", "intransitive", "needless", "needing", "two-objects"),
    # what a tense does not go with
    *("perfect", "since", "condition", "backshift", "tense-span"),
    # where a sentence is cut or goes on against its marks, or stands in the order of a question
    *("comma", "fragment", "run-on", "clause-behind-preposition", "splice", "inversion"),
    # verbs in a voice that they, or their subjects, cannot have
    *("acted-on", "happening", "undergone", "undergone-verb", "kept-object", "kept-clause", "not-done"),
    # "which" for a named person
    "which-for-name",
    # words that do not stand side by side, or between their neighbours
    *("unmet-pair", "unfit-word"),
    *DAMAGED,
)


class ClausesSpec(NamedTuple):
    """Attributes:
    find: what the rule looks for, one of ``FINDS``.
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
        return cls(fields.choice("find", {word: word for word in FINDS}))
