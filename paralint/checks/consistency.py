"""``consistency``: report the second of two ways to say the same thing in one document."""

from __future__ import annotations

from collections.abc import Iterator

from paralint.checks.alternatives import Alternatives, Match
from paralint.checks.passages import Passages, chosen
from paralint.checks.vale import ValeCheck
from paralint.findings import Finding, Label
from paralint.ruleset.kinds.consistency import ConsistencySpec
from paralint.ruleset.rule import Rule
from paralint.text.document import Document


class ConsistencyCheck(ValeCheck):
    """Once both sides have been met, every passage with either of them is reported, at its last match."""

    def __init__(self, rule: Rule) -> None:
        super().__init__(rule)
        spec = rule.spec
        assert isinstance(spec, ConsistencySpec)
        self.pairs = [Alternatives(pair, nonword=spec.nonword, ignorecase=spec.ignorecase) for pair in spec.either]

    def findings(self, document: Document) -> Iterator[Finding]:
        for passages, within in chosen(document, self.rule):
            for pair in self.pairs:
                yield from self._inconsistent(document, passages, list(pair.matches(passages, within)))

    def _inconsistent(self, document: Document, passages: Passages, matches: list[Match]) -> Iterator[Finding]:
        met: dict[int, Match] = {}
        for index, match in enumerate(matches):
            met.setdefault(match.alternative, match)
            last = index + 1 == len(matches) or matches[index + 1].passage != match.passage
            if not last or len(met) < 2:
                continue
            span = passages.locate(match.passage, match.start, match.end)
            other = met[1 - match.alternative]
            place = passages.locate(other.passage, other.start, other.end)
            observed = document.quote(span)
            finding = self.report(span, observed, (observed,), {"match": observed, "other": document.quote(place)})
            yield _related(finding, Label(place, "written so here"))


def _related(finding: Finding, label: Label) -> Finding:

    return finding._replace(related=(label,))
