"""``extends: paraphrase-of``: a fixed phrase whose words were exchanged for others."""

from __future__ import annotations

from paralint.ruleset.fields import Fields
from paralint.values import NamedTuple

LISTED = "listed"
TERM = "term"
SWAPPED = "swapped"


class ParaphraseSpec(NamedTuple):
    """Attributes:
    find: a paraphrase that a list has; one of a term, that only its words betray; or a term of the document that it
        tells once more with a word exchanged.
    least, below: the least score and the lowest that is too high for the rule, in log odds (for ``term``).
    """

    find: str
    least: float
    below: float

    @property
    def needs(self) -> frozenset[str]:
        return frozenset({"tags"} if self.find == TERM else ())

    @property
    def fields(self) -> frozenset[str]:
        return frozenset({"match", "term"})

    @classmethod
    def decode(cls, fields: Fields) -> ParaphraseSpec:
        return cls(
            find=fields.choice("find", {name: name for name in (LISTED, TERM, SWAPPED)}),
            least=fields.number("least", 0.0, least=-100),
            below=fields.number("below", 100.0, least=-100),
        )
