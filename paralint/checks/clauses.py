"""``clauses``: report verbs in a form that makes no predicate, where a clause has no other verb."""

from __future__ import annotations

from collections.abc import Iterator

from paralint.checks.base import Check
from paralint.evidence.clauses import unfinished
from paralint.findings import Finding
from paralint.ruleset.kinds.clauses import ClausesSpec
from paralint.ruleset.rule import Rule
from paralint.text.document import Document


class ClausesCheck(Check):
    """Reports the clauses without a finite verb that are known by their subject, or by the count."""

    def __init__(self, rule: Rule) -> None:
        super().__init__(rule)
        assert isinstance(rule.spec, ClausesSpec)
        self._counted = rule.spec.find == "counted"

    def run(self, document: Document) -> Iterator[Finding]:
        """Yield a finding for each verb, its subject with it."""
        tokens = document.tokens
        for found in document.derive(unfinished):
            if found.counted is self._counted and self.in_scope(document, found.verb):
                span = tokens.span(found.subject, found.verb + 1)
                yield self.finding(
                    span, {"match": document.quote(span), "verb": tokens.word(found.verb).form}
                )
