"""Vale's ``existence``: report what matches ``\\b(?:token|token)\\b``."""

from __future__ import annotations

from collections.abc import Iterator

from paralint.checks.alternatives import Alternatives
from paralint.checks.passages import chosen
from paralint.checks.vale import ValeCheck, exceptions
from paralint.findings import Finding
from paralint.ruleset.kinds.existence import ExistenceSpec
from paralint.ruleset.rule import Rule
from paralint.text.document import Document


class ValeExistenceCheck(ValeCheck):
    """Without raw parts each token is an alternative; with them the whole is one regex."""

    def __init__(self, rule: Rule) -> None:
        super().__init__(rule)
        spec = rule.spec
        assert isinstance(spec, ExistenceSpec)
        nonword = spec.nonword
        sources = list(spec.tokens)
        if spec.raw:
            raw = "".join(spec.raw)
            joined = "|".join(spec.tokens)
            # Vale bounds the tokens only, and nothing where there are none.
            tokens = f"(?:{joined})" if nonword or not joined else rf"\b(?:{joined})\b"
            sources = [tokens + raw if spec.append else raw + tokens]
            nonword = True
        self.alternatives = Alternatives(sources, nonword=nonword, ignorecase=spec.ignorecase)
        self.exceptions = exceptions(rule, spec.exceptions)

    def findings(self, document: Document) -> Iterator[Finding]:
        for passages, within in chosen(document, self.rule):
            for match in self.alternatives.matches(passages, within):
                observed = passages.texts[match.passage][match.start : match.end]
                if self.exceptions is None or not self.exceptions.found_in(observed.strip()):
                    span = passages.locate(match.passage, match.start, match.end)
                    options = self._options(observed)
                    yield self.report(span, observed, (observed, _sentence(options) or observed), {}, options)

    def _options(self, observed: str) -> tuple[str, ...]:
        action = self.rule.vale.action if self.rule.vale is not None else None
        return action.options(observed) if action is not None else ()


def _sentence(options: tuple[str, ...]) -> str:
    return " or ".join(options)
