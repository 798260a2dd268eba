"""``occurrence``: report a passage in which something stands too often or not often enough."""

from __future__ import annotations

from collections.abc import Iterator

from paralint.checks.passages import chosen
from paralint.checks.vale import Searcher, ValeCheck
from paralint.findings import Finding, Span
from paralint.ruleset.kinds.occurrence import OccurrenceSpec
from paralint.ruleset.rule import Rule
from paralint.text.document import Document


class OccurrenceCheck(ValeCheck):
    """Counts the matches of one regex per passage; the first of them is reported, or the file if there is none."""

    def __init__(self, rule: Rule) -> None:
        super().__init__(rule)
        spec = rule.spec
        assert isinstance(spec, OccurrenceSpec)
        self.spec = spec
        self.token = Searcher(f"(?:{spec.token})", ignorecase=spec.ignorecase, multiline=False)

    def findings(self, document: Document) -> Iterator[Finding]:
        spec = self.spec
        for passages, within in chosen(document, self.rule):
            for number, text in enumerate(passages.texts):
                # A match takes a character at least, so a short passage cannot have too many.
                if not within[number] or (not spec.min and len(text) <= spec.max):
                    continue
                places = [match.span() for match in self.token.matches(text)]
                count = len(places)
                if not ((spec.max and count > spec.max) or (spec.min and count < spec.min)):
                    continue
                prose = [(start, end) for start, end in places if text[start:end].strip(" *\n")]
                if prose:
                    start, end = prose[0]
                    yield self._report(passages.locate(number, start, end), text[start:end], count)
                elif not places:
                    yield self._report(Span(0, 0), "", 0)

    def _report(self, span: Span, observed: str, count: int) -> Finding:
        return self.report(span, observed, (str(count),), {"match": observed, "count": str(count)})
