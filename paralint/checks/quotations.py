"""``quotations``: report damage to quotation marks and brackets."""

from __future__ import annotations

from collections.abc import Iterator

from paralint.checks.base import Check
from paralint.evidence.brackets import bracket_defects
from paralint.evidence.quotation_damage import quotation_defects
from paralint.findings import Finding, Label
from paralint.ruleset.kinds.quotations import QuotationsSpec
from paralint.ruleset.rule import Rule
from paralint.text.document import Document


class QuotationsCheck(Check):
    """Picks one kind of damage out of what the evidence found in the whole document."""

    def __init__(self, rule: Rule) -> None:
        super().__init__(rule)
        spec = rule.spec
        assert isinstance(spec, QuotationsSpec)
        self.find = spec.find
        self.brackets = "bracket" in spec.find

    def run(self, document: Document) -> Iterator[Finding]:
        if self.brackets:
            for bracket in document.derive(bracket_defects):
                if bracket.damage.value == self.find:
                    values = self._values(document.quote(bracket.span), bracket.mark, bracket.expected)
                    yield self.finding(bracket.span, values, edits=bracket.edits)
            return
        for defect in document.derive(quotation_defects):
            if defect.damage.value == self.find:
                related: tuple[Label, ...] = ()
                if defect.opening is not None and not defect.span.covers(defect.opening):
                    related = (Label(defect.opening, self._label(defect.expected)),)
                values = self._values(document.quote(defect.span), defect.mark, defect.expected)
                yield self.finding(defect.span, values, related, defect.edits)

    def _label(self, expected: str) -> str:
        if self.find == "unopened":
            return "the closing mark stands here"
        return f"the quotation opens here; no {expected} closes it"

    def _values(self, match: str, mark: str, expected: str) -> dict[str, str]:
        return {"match": match, "mark": mark, "expected": expected}
