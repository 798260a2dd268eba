"""``extends: metric``: a formula over the counts of a document, and the value that it must not reach."""

from __future__ import annotations

from paralint.ruleset.fields import Fields
from paralint.ruleset.formula import Formula, FormulaError
from paralint.values import NamedTuple


class MetricSpec(NamedTuple):
    """Vale's point of this name.

    Attributes:
        formula: the value, from the variables of :data:`paralint.ruleset.formula.VARIABLES`.
        condition: what is reported, as a formula over the variable ``value``.
    """

    formula: Formula
    condition: Formula

    @property
    def needs(self) -> frozenset[str]:
        return frozenset()

    @property
    def fields(self) -> frozenset[str]:
        return frozenset({"value"})

    @classmethod
    def of(cls, formula: str, condition: str) -> MetricSpec:
        """Raises:
        FormulaError: for a formula that cannot be read.
        """
        return cls(Formula(formula), Formula(f"value {condition}"))

    @classmethod
    def decode(cls, fields: Fields) -> MetricSpec:
        formula, condition = fields.text("formula"), fields.text("condition")
        for key, source in (("formula", formula), ("condition", f"value {condition}")):
            try:
                Formula(source)
            except FormulaError as error:
                if fields.data.get(key):
                    fields.note(str(error), key)
                formula, condition = "0", "> 0"
        return cls.of(formula, condition)
