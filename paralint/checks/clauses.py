"""``clauses``: report words that are not grammatical in their clause, as no pattern could tell."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache
from importlib import import_module

from paralint.checks.base import Check
from paralint.evidence.grammar.slip import Slip
from paralint.findings import Finding
from paralint.ruleset.kinds.clauses import ClausesSpec
from paralint.ruleset.rule import Rule
from paralint.text.document import Document


class ClausesCheck(Check):
    """Reports the words that are known to be wrong in one way."""

    def __init__(self, rule: Rule) -> None:
        super().__init__(rule)
        assert isinstance(rule.spec, ClausesSpec)
        self._find = rule.spec.find

    def run(self, document: Document) -> Iterator[Finding]:
        """Yield a finding for each slip, from its first word to its last."""
        tokens = document.tokens
        for slip in document.derive(_slips(_MODULES[self._find])):
            first, verb = slip.first, slip.last
            if slip.kind == self._find and self.in_scope(document, verb):
                span = tokens.span(first, verb + 1)
                values = {
                    "match": document.quote(span),
                    "before": tokens.word(first).form,
                    "verb": tokens.word(verb).form,
                }
                yield self.finding(span, values)


@cache
def _slips(module: str) -> Callable[[Document], tuple[Slip, ...]]:
    """Return the layer of a module: those of rules that few documents need are imported for these alone."""
    found: Callable[[Document], tuple[Slip, ...]] = import_module(f"paralint.evidence.grammar.{module}").slips
    return found


_MODULES = {
    find: module
    for module, finds in {
        "agreement": ("agreement",),
        "subjects": ("number",),
        "numbers": ("front-number",),
        "relative_clauses": ("relative",),
        "complements": ("infinitive", "object-infinitive", "object-bare", "gerund", "clause"),
        "verb_objects": ("listener", "no-object", "intransitive"),
        "verb_frames": ("needless", "needing", "two-objects"),
        "tense_frames": ("perfect", "since", "condition", "backshift"),
        "tense_spans": ("tense-span",),
        "clause_marks": ("comma", "fragment", "run-on", "clause-behind-preposition"),
        "splices": ("splice",),
        "inversions": ("inversion",),
        "voice": ("acted-on", "happening"),
        "undergoers": ("undergone", "undergone-verb", "kept-object", "kept-clause", "not-done"),
        "named_antecedents": ("which-for-name",),
        "unmet_pairs": ("unmet-pair", "unfit-word"),
        "odd_words": ("odd-grammar", "odd-phrase"),
    }.items()
    for find in finds
}
