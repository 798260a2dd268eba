"""``density``: report a text in which many findings of other rules stand, each of which says little alone."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from paralint.checks.base import Check, shorten
from paralint.findings import Finding, Label
from paralint.ruleset.kinds.density import WORDS, DensitySpec
from paralint.ruleset.rule import Rule
from paralint.text.document import Document

_MOST_RELATED = 8  # counted places that are pointed at; the rest is only counted
_OWN_NOTICES = "PLT"


class DensityCheck(Check):
    """Counts findings; it finds nothing in a text by itself."""

    def __init__(self, rule: Rule) -> None:
        super().__init__(rule)
        spec = rule.spec
        assert isinstance(spec, DensitySpec)
        self.spec = spec

    def run(self, document: Document) -> Iterator[Finding]:
        return iter(())

    def weigh(self, document: Document, findings: Sequence[Finding]) -> Iterator[Finding]:
        """Yield a finding if the counted ones are many enough for the length of the text.

        It stands at the shortest of the gravest and surest of them, where a reader sees at once what is wrong.

        Args:
            document: the text.
            findings: what the other rules of the run found in it, in the order of the text.
        """
        spec = self.spec
        counted = [finding for finding in findings if self._counts(finding)]
        codes = {finding.code for finding in counted}
        families = {code.partition(".")[0] if "." in code else code[:3] for code in codes}
        size = (document.word_count if spec.unit == WORDS else len(document.tokens.sentences) - 1) / spec.size
        if (
            len(counted) < max(spec.fewest, spec.at_least * size)
            or len(codes) < spec.rules
            or len(families) < spec.families
        ):
            return
        surest = max(counted, key=lambda finding: (finding.severity, finding.confidence, -len(finding.span)))
        rest = [finding for finding in counted if finding is not surest]
        labels = [Label(finding.span, f"{finding.code} {finding.name}") for finding in rest[:_MOST_RELATED]]
        values = {
            "count": str(len(counted)),
            "rate": f"{len(counted) / size:.1f}" if size else str(len(counted)),
            "per": f"{spec.size:,} {spec.unit}",
            "size": str(round(size * spec.size)),
            "rules": str(len(codes)),
            "families": str(len(families)),
            "match": shorten(document.quote(surest.span)),
        }
        yield self.finding(surest.span, values, labels)

    def _counts(self, finding: Finding) -> bool:
        if finding.code.startswith(_OWN_NOTICES):
            return False
        return any(finding.name == selector or finding.code.startswith(selector) for selector in self.spec.selectors)
