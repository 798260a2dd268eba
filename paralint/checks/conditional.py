"""``conditional``: report what has not been introduced, as an abbreviation without its long form."""

from __future__ import annotations

from collections.abc import Iterator

from paralint.checks.anchors import anchors
from paralint.checks.passages import chosen
from paralint.checks.vale import Searcher, ValeCheck, exceptions
from paralint.findings import Finding
from paralint.ruleset.kinds.conditional import ConditionalSpec
from paralint.ruleset.rule import Rule
from paralint.text.document import Document


class ConditionalCheck(ValeCheck):
    """Reads the passages in order: what is introduced in a passage counts in all of it and from there on."""

    def __init__(self, rule: Rule) -> None:
        super().__init__(rule)
        spec = rule.spec
        assert isinstance(spec, ConditionalSpec)
        self.first = Searcher(spec.first, ignorecase=spec.ignorecase, multiline=False)
        self.second = Searcher(spec.second, ignorecase=spec.ignorecase, multiline=False)
        self.needed = anchors(spec.second).needed
        self.exceptions = exceptions(rule, spec.exceptions)

    def findings(self, document: Document) -> Iterator[Finding]:
        for passages, within in chosen(document, self.rule):
            introduced: set[str] = set()
            for number, text in enumerate(passages.texts):
                if not within[number]:
                    continue
                lower = text.lower()
                if all(any(one in lower for one in several) for several in self.needed):
                    for match in self.second.matches(text):
                        introduced.update(group for group in match.groups() if group)
                for match in self.first.matches(text):
                    observed = match[0]
                    if observed in introduced or (self.exceptions is not None and self.exceptions.found_in(observed)):
                        continue
                    span = passages.locate(number, *match.span())
                    yield self.report(span, observed, (observed,), {"match": observed})
