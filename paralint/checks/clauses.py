"""``clauses``: report verbs in a form that their clause, or the word in front of them, does not take."""

from __future__ import annotations

from collections.abc import Iterator

from paralint.checks.base import Check
from paralint.evidence.agreement import disagreements
from paralint.evidence.clauses import unfinished
from paralint.evidence.verb_groups import misfits
from paralint.findings import Finding
from paralint.ruleset.kinds.clauses import ClausesSpec
from paralint.ruleset.rule import Rule
from paralint.text.document import Document


class ClausesCheck(Check):
    """Reports the verbs that are known to be wrong in one way."""

    def __init__(self, rule: Rule) -> None:
        super().__init__(rule)
        assert isinstance(rule.spec, ClausesSpec)
        self._find = rule.spec.find

    def run(self, document: Document) -> Iterator[Finding]:
        """Yield a finding for each verb, what stands in front of it taken in."""
        tokens = document.tokens
        for first, verb in self._places(document):
            if self.in_scope(document, verb):
                span = tokens.span(first, verb + 1)
                values = {
                    "match": document.quote(span),
                    "before": tokens.word(first).form,
                    "verb": tokens.word(verb).form,
                }
                yield self.finding(span, values)

    def _places(self, document: Document) -> Iterator[tuple[int, int]]:
        if self._find in ("beside", "counted"):
            counted = self._find == "counted"
            for place in document.derive(unfinished):
                if place.counted is counted:
                    yield place.subject, place.verb
        elif self._find == "agreement":
            for pair in document.derive(disagreements):
                yield pair.subject, pair.verb
        else:
            for misfit in document.derive(misfits):
                if misfit.kind == self._find:
                    yield misfit.first, misfit.verb
