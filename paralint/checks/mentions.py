"""``mentions``: report where a name is written otherwise than the rest of the document writes it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from paralint.checks.base import Check
from paralint.evidence.drift import drifts
from paralint.findings import Finding, Label
from paralint.ruleset.kinds.mentions import MentionsSpec
from paralint.ruleset.rule import Rule
from paralint.text.document import Document


class MentionsCheck(Check):
    """Turns the drifts of one kind into findings; all rules of this kind share one comparison per document."""

    def __init__(self, rule: Rule) -> None:
        super().__init__(rule)
        assert isinstance(rule.spec, MentionsSpec)
        self.spec = rule.spec

    def run(self, document: Document) -> Iterator[Finding]:
        reported: Counter[str] = Counter()
        for drift in document.derive(drifts):
            if drift.kind != self.spec.find or reported[drift.form] == self.spec.most:
                continue
            reported[drift.form] += 1
            yield self.finding(
                drift.span,
                {"match": drift.form, "major": drift.major, "reason": drift.reason},
                (Label(drift.other, f"written '{document.quote(drift.other)}' here"),),
            )
