"""Vale's ``substitution``: report what matches a key of ``swap``, and say its value."""

from __future__ import annotations

from collections.abc import Iterator

from paralint.checks.alternatives import Alternatives
from paralint.checks.passages import chosen
from paralint.checks.substitution import cased
from paralint.checks.vale import Searcher, ValeCheck, exceptions
from paralint.findings import Finding
from paralint.ruleset.kinds.expressions import is_literal
from paralint.ruleset.kinds.substitution import SubstitutionSpec
from paralint.ruleset.rule import Rule
from paralint.ruleset.vale.actions import filled, refers
from paralint.text.document import Document


class ValeSubstitutionCheck(ValeCheck):
    """Each key is an alternative, in the order that the spec has them."""

    def __init__(self, rule: Rule) -> None:
        super().__init__(rule)
        spec = rule.spec
        assert isinstance(spec, SubstitutionSpec)
        self.swap = spec.swap
        self.spec = spec
        self.alternatives = Alternatives(
            [found for found, _ in spec.swap], nonword=spec.nonword, ignorecase=spec.ignorecase
        )
        self.exceptions = exceptions(rule, spec.exceptions)
        action = rule.vale.action if rule.vale is not None else None
        self.replaces = action is not None and action.name == "replace" and not action.params
        self.quoted = "'%s'" in rule.message.source

    def findings(self, document: Document) -> Iterator[Finding]:
        for passages, within in chosen(document, self.rule):
            for match in self.alternatives.matches(passages, within):
                found = passages.texts[match.passage][match.start : match.end]
                observed = found.strip()
                expected = self._expected(match.alternative, observed)
                if _same(expected, observed) or (self.exceptions is not None and self.exceptions.found_in(observed)):
                    continue
                options = tuple(expected.split("|"))
                shown = self._sentence(options) if self.replaces else expected
                span = passages.locate(match.passage, match.start, match.end)
                yield self.report(span, found, (shown, observed), {}, options if self.replaces else None)

    def _expected(self, number: int, observed: str) -> str:
        pattern, expected = self.swap[number]
        if refers(expected):
            found = next(Searcher(pattern, ignorecase=self.spec.ignorecase).matches(observed), None)
            expected = filled(expected, found) if found is not None else expected
        options = expected.split("|")
        if self.spec.capitalize and observed[:1].isupper():
            return "|".join(option[:1].upper() + option[1:] for option in options)
        if self.replaces:
            # Vale asks for 'capitalize' since 3.5; without it a fix would lower the first letter of a sentence.
            return "|".join(cased(observed, option) for option in options)
        return expected

    def _sentence(self, options: tuple[str, ...]) -> str:
        """Join options as in a sentence; the message puts quotation marks around the whole."""
        listed = [f"'{option}'" for option in options]
        if len(listed) > 2:
            listed = [f"{', '.join(listed[:-1])},", listed[-1]]
        joined = " or ".join(listed)
        return joined[1:-1] if self.quoted else joined


def _same(expected: str, observed: str) -> bool:
    """Whether the replacement stands there already; it may be a regex."""
    if is_literal(expected):
        return expected == observed
    import regex

    try:
        return regex.fullmatch(expected, observed) is not None
    except regex.error:
        return expected == observed
