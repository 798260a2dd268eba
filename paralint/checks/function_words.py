"""``function-words``: report a function word that does not fit, the want of one, two words out of order."""

from __future__ import annotations

from collections.abc import Iterator

from paralint.checks.base import Check
from paralint.evidence.function_words import GAP, WORD, slips
from paralint.findings import Finding
from paralint.ruleset.kinds.function_words import FunctionWordsSpec
from paralint.ruleset.rule import Rule
from paralint.text.document import Document


class FunctionWordsCheck(Check):
    """Reports the slips of one kind."""

    def __init__(self, rule: Rule) -> None:
        super().__init__(rule)
        spec = rule.spec
        assert isinstance(spec, FunctionWordsSpec)
        self.find = spec.find

    def run(self, document: Document) -> Iterator[Finding]:
        tokens = document.tokens
        for slip in document.derive(slips):
            if slip.kind != self.find or not self.in_scope(document, slip.first):
                continue
            last = slip.first if self.find == WORD else slip.first + 1
            # A word is told with the one before it, as a gap is with both its neighbours.
            first = slip.first - (self.find == WORD)
            span = tokens.span(slip.first, last + 1)
            before, after = tokens.word(first).form, tokens.word(min(last + (self.find != GAP), len(tokens) - 1)).form
            yield self.finding(
                span,
                {
                    "match": document.quote(span),
                    "found": tokens.word(slip.first).form,
                    "before": before,
                    "after": after,
                },
            )
