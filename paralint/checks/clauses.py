"""``clauses``: report verbs in a form that their clause, or the word in front of them, does not take."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache
from importlib import import_module

from paralint.checks.base import Check
from paralint.evidence.grammar.slip import Slip
from paralint.findings import Finding
from paralint.ruleset.kinds.clauses import (
    ACTING,
    ATTACHED,
    AUXILIARIES,
    BARE,
    BESIDE,
    COMPLEMENTS,
    DAMAGED,
    FORMS,
    FRAMES,
    LOST,
    MARKS,
    OBJECTS,
    ORDERS,
    TENSES,
    UNDERGOING,
    UNLINKED,
    VOICES,
    ClausesSpec,
)
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
    kind: module
    for module, kinds in (
        ("clauses", {"beside", "counted"}),
        ("verb_groups", FORMS),
        ("agreement", {"agreement"}),
        ("relative_clauses", {"relative"}),
        ("inversions", {"inversion"}),
        ("tense_frames", TENSES),
        ("complements", COMPLEMENTS),
        ("verb_objects", OBJECTS),
        ("verb_frames", FRAMES - {"object-preposition"}),
        ("object_prepositions", {"object-preposition"}),
        ("word_order", ORDERS),
        ("clause_marks", MARKS),
        ("lost_words", LOST),
        ("voice", VOICES),
        ("persons_acting", ACTING),
        ("undergoers", UNDERGOING - {"undergone-attribute", "agentless"}),
        ("agentless", {"agentless"}),
        ("attached_verbs", ATTACHED),
        ("attributes", {"undergone-attribute"}),
        ("lost_auxiliaries", AUXILIARIES),
        ("resumed", {"resumed"}),
        ("uneven", {"joined", "uneven"}),
        ("owned", {"owner"}),
        ("verbless", {"verbless"}),
        ("subjects", {"number"}),
        ("numbers", {"front-number"}),
        ("splices", {"splice"}),
        ("unlinked", UNLINKED),
        ("bare_frames", BARE),
        ("lost_to", {"lost-to"}),
        ("unmet_pairs", BESIDE),
        ("odd_words", DAMAGED),
        ("surplus_verbs", {"surplus-verb"}),
        ("tense_spans", {"tense-span"}),
        ("late_objects", {"late-object"}),
        ("named_antecedents", {"which-for-name"}),
    )
    for kind in kinds
}
