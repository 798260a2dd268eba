"""``paraphrase-of``: report a fixed phrase whose words were exchanged for others.

What finds them is imported where it is asked for: a run opens the data of the rules that it has, and no other.
"""

from __future__ import annotations

from collections.abc import Iterator

from paralint.checks.base import Check
from paralint.evidence.restatements.restatements import restatements
from paralint.findings import Finding, Label, Span
from paralint.ruleset.kinds.paraphrase import (
    COLLOCATE,
    EXPRESSION,
    GARBLED,
    LISTED,
    PREPOSITION,
    SENSE,
    SWAPPED,
    TURNED,
    WORD,
    ParaphraseSpec,
)
from paralint.ruleset.rule import Rule
from paralint.text.document import Document


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
        if self.spec.find == EXPRESSION:
            from paralint.evidence.phrases.idioms import idioms as recover
        elif self.spec.find == PREPOSITION:
            from paralint.evidence.phrases.idiom_prepositions import exchanged_prepositions as recover
        elif self.spec.find == WORD:
            from paralint.evidence.phrases.misplaced import misplaced as recover
        elif self.spec.find == SENSE:
            from paralint.evidence.phrases.senses import wrong_senses as recover
        elif self.spec.find == COLLOCATE:
            from paralint.evidence.phrases.collocates import wrong_collocates as recover
        elif self.spec.find == TURNED:
            from paralint.evidence.phrases.taken_apart import turned_compounds as recover
        elif self.spec.find == GARBLED:
            from paralint.evidence.phrases.taken_apart import garbled_compounds as recover
        else:
            from paralint.evidence.phrases.paraphrases import LEAST_SURE, sure_ones
            from paralint.evidence.phrases.paraphrases import paraphrases as recover

            if sure_ones(document) >= LEAST_SURE:
                from paralint.evidence.phrases.misplaced import supported as recover
        last = -1
        for paraphrase in document.derive(recover):
            wanted = self.spec.least <= paraphrase.score < self.spec.below
            if wanted and paraphrase.span.start >= last:
                last = paraphrase.span.end
                yield self._report(document, paraphrase.span, paraphrase.term, paraphrase.support)

    def _report(self, document: Document, span: Span, term: str, support: Span | None) -> Finding:
        related = (Label(support, f"'{document.quote(support)}' here"),) if support else ()
        return self.finding(span, {"match": document.quote(span), "term": term}, related)
