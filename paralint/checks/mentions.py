"""``mentions``: report the names that are written otherwise than the document, or the world, writes them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from importlib import import_module

from paralint.checks.base import Check
from paralint.evidence.names.flaws import Flaw
from paralint.findings import Edit, Finding, Label
from paralint.ruleset.kinds.mentions import MentionsSpec
from paralint.ruleset.rule import Rule
from paralint.text.document import Document

# Where each flaw is found: module and function of the evidence.
_SOURCES = {
    **dict.fromkeys(("fused", "split", "garbled", "variant", "lowered", "truncated"), ("names.drift", "drifts")),
    "likely": ("names.drift", "likely_drifts"),
    **dict.fromkeys(("pointed", "national", "acronym-case", "article"), ("names.usage", "usages")),
    **dict.fromkeys(("country", "adjective"), ("names.nationality", "nationality_flaws")),
    "made-up": ("names.peoples", "people_flaws"),
    **dict.fromkeys(("translated", "initials", "acronym"), ("names.institutions", "institution_flaws")),
    **dict.fromkeys(
        (
            "known", "behind", "nameless", "hyphenated-title", "half-name", "possessive", "sex",
            "scrambled", "twice", "run-together", "inside",
        ),
        ("names.persons", "person_flaws"),
    ),
    **dict.fromkeys(("first-name", "family-name", "no-title"), ("names.address", "address_flaws")),
    "place": ("names.places", "place_flaws"),
    **dict.fromkeys(("other-name", "home-name"), ("names.place_names", "place_name_flaws")),
    "misplaced": ("names.misplaced_peoples", "misplaced_peoples"),
    "confused": ("names.confused_countries", "confused_countries"),
    "likely-sex": ("names.likely_sex", "likely_sex"),
    "likely-scrambled": ("names.likely_order", "likely_order"),
    "near": ("names.near_names", "near_names"),
    "stranger": ("names.strangers", "strangers"),
    "likely-first-name": ("names.likely_first_names", "likely_first_names"),
    "likely-truncated": ("names.likely_truncated", "likely_truncated"),
    "retold": ("names.retold_names", "retold_names"),
    "likely-fixed": ("names.likely_fixed", "likely_fixed"),
    "synonym": ("names.synonyms", "synonym_flaws"),
    "foreign": ("names.translated", "translated_names"),
    "renamed": ("restatements.renamed", "renamed"),
    **dict.fromkeys(("given", "bare-given"), ("names.given_names", "given_name_flaws")),
}  # fmt: skip


class MentionsCheck(Check):
    """Turns flaws into findings; all rules that ask the same source share one look at the document."""

    def __init__(self, rule: Rule) -> None:
        super().__init__(rule)
        assert isinstance(rule.spec, MentionsSpec)
        self.spec = rule.spec
        self.known = frozenset(part for name in self.spec.known for part in (name, *name.split()))
        sources = dict.fromkeys(_SOURCES[flaw] for flaw in self.spec.find)
        self.sources = [getattr(import_module(f"paralint.evidence.{module}"), name) for module, name in sources]

    def run(self, document: Document) -> Iterator[Finding]:
        reported: Counter[str] = Counter()
        for source in self.sources:
            for flaw in document.derive(source):
                if flaw.kind not in self.spec.find or flaw.form in self.known:
                    continue
                reported[flaw.form] += 1
                if reported[flaw.form] <= self.spec.most:
                    yield self._report(document, flaw)

    def _report(self, document: Document, flaw: Flaw) -> Finding:
        values = {"match": flaw.form, "major": flaw.major, "reason": flaw.reason}
        related = [Label(flaw.other, f"written '{document.quote(flaw.other)}' here")] if flaw.other else []
        return self.finding(flaw.span, values, related, [Edit(flaw.span, flaw.major)] if flaw.major else [])
