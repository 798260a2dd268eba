"""``existence``: report what should not stand in the text."""

from __future__ import annotations

from collections.abc import Iterator

from paralint.checks.base import Check
from paralint.checks.expressions import Expression, alternatives
from paralint.checks.phrases import PhraseTable
from paralint.findings import Finding, Span
from paralint.ruleset.kinds.existence import ExistenceSpec
from paralint.ruleset.kinds.expressions import is_literal
from paralint.ruleset.rule import Anchors, Rule
from paralint.text.document import Document


class ExistenceCheck(Check):
    """Plain phrases are looked up as runs of tokens; everything else is one regex over the prose of each block."""

    def __init__(self, rule: Rule) -> None:
        super().__init__(rule)
        spec = rule.spec
        assert isinstance(spec, ExistenceSpec)
        phrases = not (spec.nonword or spec.raw)
        plain = [token for token in spec.tokens if phrases and is_literal(token)]
        rest = [token for token in spec.tokens if not (phrases and is_literal(token))]
        self.phrases = PhraseTable(plain, fold=spec.ignorecase) if plain else None
        source = "".join(spec.raw) + (alternatives(rest, nonword=spec.nonword) if rest else "")
        self.expression = Expression(source, ignorecase=spec.ignorecase, trusted=rule.trusted) if source else None
        self.exceptions = exceptions(rule, spec.exceptions)

    @property
    def anchors(self) -> Anchors:
        if self.phrases is None:
            return Anchors(literals=self.expression.literals if self.expression else None)
        return Anchors(self.phrases.words if self.expression is None else None)

    def run(self, document: Document) -> Iterator[Finding]:
        for span in self._spans(document):
            match = document.quote(span)
            if self.exceptions is None or not self.exceptions.found_in(match):
                yield self.finding(span, {"match": match})

    def _spans(self, document: Document) -> Iterator[Span]:
        scope = self.rule.scope
        if self.phrases is not None:
            for match in self.phrases.matches(document):
                if self.in_scope(document, match.first):
                    yield document.tokens.span(match.first, match.last)
        if self.expression is not None:
            for block in document.blocks:
                if not scope or block.kind in scope:
                    for start, end in self.expression.matches(block):
                        yield block.locate(start, end)


def exceptions(rule: Rule, expressions: tuple[str, ...]) -> Expression | None:
    """Compile a rule's exceptions; they are searched in what was found, as Vale does."""
    if not expressions:
        return None
    return Expression(alternatives(expressions, nonword=False), ignorecase=False, trusted=rule.trusted)
