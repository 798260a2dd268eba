"""``quotations``: report damage to quotation marks, brackets and quoted words."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from paralint.checks.base import Check
from paralint.evidence.quotations.brackets import bracket_defects
from paralint.evidence.quotations.damage import Damage, Defect
from paralint.evidence.quotations.quotation_damage import quotation_defects
from paralint.evidence.quotations.speech import misquotations, mixed_styles, unmarked_speech
from paralint.findings import Finding, Label
from paralint.ruleset.kinds.quotations import QuotationsSpec
from paralint.ruleset.rule import Rule
from paralint.text.document import Document

_LAYERS: dict[Damage, Callable[[Document], tuple[Defect, ...]]] = {
    Damage.BRACKET: bracket_defects,
    Damage.GLUED: bracket_defects,
    Damage.MISQUOTED: misquotations,
    Damage.UNMARKED: unmarked_speech,
    Damage.STYLE: mixed_styles,
}
_LABELS = {
    Damage.UNOPENED: "the quotation ends here",
    Damage.MISQUOTED: "quoted in other words here",
    Damage.UNMARKED: "reported speech of the same speaker",
    Damage.STYLE: "other marks here",
}


class QuotationsCheck(Check):
    """Picks one kind of damage out of what the evidence found in the whole document."""

    def __init__(self, rule: Rule) -> None:
        super().__init__(rule)
        spec = rule.spec
        assert isinstance(spec, QuotationsSpec)
        self.find = spec.find
        self.layer = _LAYERS.get(spec.find, quotation_defects)

    def run(self, document: Document) -> Iterator[Finding]:
        for defect in document.derive(self.layer):
            if defect.damage is self.find:
                yield self._report(document, defect)

    def _report(self, document: Document, defect: Defect) -> Finding:
        related = defect.related
        if related is not None and defect.span.covers(related):
            related = None
        values = {
            "match": document.quote(defect.span),
            "mark": defect.mark,
            "expected": defect.expected,
            "related": document.quote(related) if related is not None else "",
        }
        labels = () if related is None else (Label(related, _LABELS.get(self.find, "the quotation opens here")),)
        return self.finding(defect.span, values, labels, defect.edits)
