"""``extends: readability``: a measure of readability by textstat that is too high, too low, or leaps."""

from __future__ import annotations

from paralint.ruleset.fields import Fields
from paralint.values import NamedTuple

MEASURES = (
    "flesch_kincaid_grade",
    "flesch_reading_ease",
    "gunning_fog",
    "smog_index",
    "coleman_liau_index",
    "automated_readability_index",
)
FEWEST = 100  # words; below this, one long word moves every measure


class ReadabilitySpec(NamedTuple):
    """Attributes:
    measure: a function of textstat.
    at_most, at_least: what the measure of a whole document may be; None means anything.
    jump: by how much the measure may differ between neighbouring paragraphs; None means anything.
    fewest: how many words a document, or each of two paragraphs, must have.
    """

    measure: str
    at_most: float | None
    at_least: float | None
    jump: float | None
    fewest: int

    @property
    def needs(self) -> frozenset[str]:
        return frozenset()

    @property
    def fields(self) -> frozenset[str]:
        return frozenset({"value", "threshold", "other", "measure", "library"})

    @classmethod
    def decode(cls, fields: Fields) -> ReadabilitySpec:
        spec = cls(
            measure=fields.choice("measure", {measure: measure for measure in MEASURES}),
            at_most=_number(fields, "at-most"),
            at_least=_number(fields, "at-least"),
            jump=_number(fields, "jump"),
            fewest=fields.integer("fewest", FEWEST, FEWEST),
        )
        if (spec.at_most, spec.at_least, spec.jump).count(None) != 2:
            fields.note("a readability rule has one of 'at-most', 'at-least' and 'jump'")
        return spec


def _number(fields: Fields, key: str) -> float | None:
    return fields.number(key, 0.0, -1000.0) if fields.has(key) else None
