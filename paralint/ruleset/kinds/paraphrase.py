"""``extends: paraphrase-of``: a fixed phrase whose words were exchanged for others."""

from __future__ import annotations

from paralint.ruleset.fields import Fields
from paralint.values import NamedTuple

LISTED = "listed"
TERM = "term"
PREPOSITION = "preposition"
SWAPPED = "swapped"
EXPRESSION = "expression"
SENSE = "sense"
COLLOCATE = "collocate"
TURNED = "turned"
GARBLED = "garbled"
RETOLD = "retold"
MISPLACED = "misplaced"
_TAGGED = (TERM, EXPRESSION, PREPOSITION, SENSE, COLLOCATE, TURNED, GARBLED, RETOLD, MISPLACED)
FOUND = (LISTED, TERM, EXPRESSION, PREPOSITION, SWAPPED, SENSE, COLLOCATE, TURNED, GARBLED, RETOLD, MISPLACED)


class ParaphraseSpec(NamedTuple):
    """Attributes:
    find: a paraphrase that a list has; one of a term, that only its words betray; one of an idiom or a longer term;
        an idiom with another preposition; a term of the document that it tells once more with a word exchanged; a
        word of another sense than what is told; one of another sense beside what goes with the right one; a compound
        turned round about an "of"; one with a hyphen that had another half; a word where the same was told with
        another before; or one beside what rules its sense out.
    least, below: the least score and the lowest that is too high for the rule, in log odds (for ``term`` and
        ``sense``), by what factor of ten a word is rarer than the one that belongs there (for ``expression``), or in
        levels of triples (for ``preposition``).
    """

    find: str
    least: float
    below: float

    @property
    def needs(self) -> frozenset[str]:
        return frozenset({"tags"} if self.find in _TAGGED else ())

    @property
    def fields(self) -> frozenset[str]:
        return frozenset({"match", "term"})

    @classmethod
    def decode(cls, fields: Fields) -> ParaphraseSpec:
        return cls(
            find=fields.choice("find", {name: name for name in FOUND}),
            least=fields.number("least", 0.0, least=-100),
            below=fields.number("below", 100.0, least=-100),
        )
