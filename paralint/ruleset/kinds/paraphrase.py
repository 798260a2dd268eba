"""``extends: paraphrase-of``: a fixed phrase whose words were exchanged for others."""

from __future__ import annotations

from typing import NamedTuple

from paralint.ruleset.fields import Fields

LISTED = "listed"
TERM = "term"
IDIOM = "idiom"
SWAPPED = "swapped"


class ParaphraseSpec(NamedTuple):
    """Attributes:
    find: a paraphrase that a list has; one that only its words betray, of a term or of an idiom (which has function
        words within); or a term of the document that it tells once more with a word exchanged.
    least: the least score, in log odds (for ``term`` and ``idiom``).
    """

    find: str
    least: float

    @property
    def needs(self) -> frozenset[str]:
        return frozenset()

    @property
    def fields(self) -> frozenset[str]:
        return frozenset({"match", "term"})

    @classmethod
    def decode(cls, fields: Fields) -> ParaphraseSpec:
        return cls(
            find=fields.choice("find", {name: name for name in (LISTED, TERM, IDIOM, SWAPPED)}),
            least=fields.number("least", 0.0, least=-100),
        )
