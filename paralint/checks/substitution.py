"""``substitution``: report a word or phrase that should be another, and say which."""

from __future__ import annotations

import re
from collections.abc import Iterator

from paralint.checks.base import Check
from paralint.checks.existence import exceptions
from paralint.checks.expressions import Expression, alternatives
from paralint.checks.phrases import PhraseTable
from paralint.findings import Edit, Finding, Span
from paralint.ruleset.kinds.expressions import is_literal
from paralint.ruleset.kinds.substitution import SubstitutionSpec
from paralint.ruleset.rule import Anchors, Rule
from paralint.text.document import Document


class SubstitutionCheck(Check):
    """Plain phrases are looked up as runs of tokens; each other entry is a regex of its own."""

    def __init__(self, rule: Rule) -> None:
        super().__init__(rule)
        spec = rule.spec
        assert isinstance(spec, SubstitutionSpec)
        plain = [pair for pair in spec.swap if is_literal(pair[0]) and not spec.nonword]
        rest = [pair for pair in spec.swap if not is_literal(pair[0]) or spec.nonword]
        self.phrases = PhraseTable([found for found, _ in plain], fold=spec.ignorecase) if plain else None
        self.replacements = [replacement for _, replacement in plain]
        self.expressions = [
            (
                Expression(
                    alternatives([found], nonword=spec.nonword), ignorecase=spec.ignorecase, trusted=rule.trusted
                ),
                replacement,
            )
            for found, replacement in rest
        ]
        self.exceptions = exceptions(rule, spec.exceptions)

    @property
    def anchors(self) -> Anchors:
        if self.phrases is not None:
            return Anchors(None if self.expressions else self.phrases.words)
        needed = [expression.literals for expression, _ in self.expressions]
        known = [literals for literals in needed if literals is not None]
        return Anchors(literals=frozenset().union(*known) if len(known) == len(needed) else None)

    def run(self, document: Document) -> Iterator[Finding]:
        for span, replacement in self._spans(document):
            match = document.quote(span)
            choices = replacement.split("|")
            if match in choices or (self.exceptions is not None and self.exceptions.found_in(match)):
                continue
            first = cased(match, choices[0])
            # Without a template of its own the fix is the swap itself.
            edits = None if self.rule.replacement is not None or len(choices) > 1 else (Edit(span, first),)
            yield self.finding(span, {"match": match, "replacement": "' or '".join([first, *choices[1:]])}, edits=edits)

    def _spans(self, document: Document) -> Iterator[tuple[Span, str]]:
        scope = self.rule.scope
        if self.phrases is not None:
            for match in self.phrases.matches(document):
                if self.in_scope(document, match.first):
                    yield document.tokens.span(match.first, match.last), self.replacements[match.phrase]
        for expression, replacement in self.expressions:
            for block in document.blocks:
                if not scope or block.kind in scope:
                    for start, end in expression.matches(block):
                        yield block.locate(start, end), replacement


def cased(match: str, replacement: str) -> str:
    """Give the replacement of a sentence's first word its capital."""
    if match[:1].isupper() and not re.match(r"\w*[A-Z]", match[1:]) and replacement.partition(" ")[0].islower():
        return replacement[0].upper() + replacement[1:]
    return replacement
