"""``metric``: report a document whose counts meet a condition."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping

from paralint.checks.passages import passages
from paralint.checks.vale import ValeCheck
from paralint.findings import Finding, Span
from paralint.ruleset.kinds.metric import MetricSpec
from paralint.ruleset.rule import Rule
from paralint.ruleset.vale.scopes import Unit
from paralint.text.blocks import BlockKind
from paralint.text.document import Document
from paralint.text.measures import Counts, counts, grades


class MetricCheck(ValeCheck):
    """Counts once per document, whatever the number of rules."""

    def __init__(self, rule: Rule) -> None:
        super().__init__(rule)
        spec = rule.spec
        assert isinstance(spec, MetricSpec)
        self.spec = spec

    def findings(self, document: Document) -> Iterator[Finding]:
        variables = document.derive(_variables)
        if not variables:
            return
        value = self.spec.formula.value(variables)
        if self.spec.condition.value({**variables, "value": value}):
            shown = f"{value:.2f}"
            yield self.report(Span(0, 0), "", (shown,), {"value": shown})


def _variables(document: Document) -> Mapping[str, float]:
    """Return the variables of formulas; nothing for a document without prose."""
    prose = passages(document, Unit.SUMMARY)
    found: Counts = counts(prose.texts[0])
    if not found.words:
        return {}
    kinds = Counter(block.kind for block in document.blocks)
    levels = Counter(block.level for block in document.blocks if block.kind is BlockKind.HEADING)
    return {
        **found._asdict(),
        **grades(found),
        "pre": 0.0,
        "list": kinds[BlockKind.ITEM],
        "blockquote": kinds[BlockKind.QUOTE],
        **{f"heading_h{level}": levels[level] for level in range(1, 7)},
    }
