"""``paraphrase-of``: report a fixed phrase whose words were exchanged for others.

What finds them is imported where it is asked for: a run opens the data of the rules that it has, and no other.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from importlib import import_module
from typing import TYPE_CHECKING

from paralint.checks.base import Check
from paralint.evidence.restatements.restatements import restatements
from paralint.findings import Finding, Label, Span
from paralint.ruleset.kinds.paraphrase import (
    COLLOCATE,
    EXPRESSION,
    GARBLED,
    LISTED,
    MISPLACED,
    PREPOSITION,
    RETOLD,
    SENSE,
    SWAPPED,
    TURNED,
    ParaphraseSpec,
)
from paralint.ruleset.rule import Rule
from paralint.text.document import Document

if TYPE_CHECKING:
    from paralint.evidence.phrases.paraphrases import Paraphrase

# Where what a rule finds is told: module and function of the evidence.
_LAYERS = {
    EXPRESSION: ("idioms", "idioms"),
    PREPOSITION: ("idiom_prepositions", "exchanged_prepositions"),
    SENSE: ("senses", "wrong_senses"),
    COLLOCATE: ("crosswise", "foreign_collocates"),
    TURNED: ("taken_apart", "turned_compounds"),
    GARBLED: ("taken_apart", "garbled_compounds"),
    RETOLD: ("retold", "retold_words"),
    MISPLACED: ("misplaced", "misplaced_words"),
}


class ParaphraseCheck(Check):
    """Turns paraphrases of one sort into findings; all rules of this kind share one search per document."""

    def __init__(self, rule: Rule) -> None:
        super().__init__(rule)
        assert isinstance(rule.spec, ParaphraseSpec)
        self.spec = rule.spec

    def run(self, document: Document) -> Iterator[Finding]:
        if self.spec.find == LISTED:
            from paralint.evidence.phrases.tortured import tortured

            for span, term in tortured(document):
                yield self._report(document, span, term, None)
        elif self.spec.find == SWAPPED:
            told = document.derive(restatements)
            if not told.paragraphs and not told.sentences:
                return
            from paralint.evidence.phrases.swapped import swapped_terms

            for swapped in document.derive(swapped_terms):
                yield self._report(document, swapped.here, document.quote(swapped.there), swapped.there)
        else:
            yield from self._recovered(document)

    def _recovered(self, document: Document) -> Iterator[Finding]:
        """Yield the paraphrases of terms, expressions and words that only their words betray."""
        recover: Callable[[Document], tuple[Paraphrase, ...]]
        if self.spec.find in _LAYERS:
            module, name = _LAYERS[self.spec.find]
            recover = getattr(import_module(f"paralint.evidence.phrases.{module}"), name)
        else:
            from paralint.evidence.phrases.paraphrases import paraphrases as recover
        last = -1
        for paraphrase in document.derive(recover):
            wanted = self.spec.least <= paraphrase.score < self.spec.below
            if wanted and paraphrase.span.start >= last:
                last = paraphrase.span.end
                yield self._report(document, paraphrase.span, paraphrase.term, paraphrase.support)

    def _report(self, document: Document, span: Span, term: str, support: Span | None) -> Finding:
        related = (Label(support, f"'{document.quote(support)}' here"),) if support else ()
        return self.finding(span, {"match": document.quote(span), "term": term}, related)
