"""What the checks of Vale's rules share: messages with ``%s`` in order, actions as fixes, exceptions, a limit."""

from __future__ import annotations

import re
from abc import abstractmethod
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import Any

from paralint.checks.base import Check
from paralint.checks.expressions import SECONDS, SlowExpressionError
from paralint.findings import Edit, Finding, Span
from paralint.ruleset.rule import Rule
from paralint.text.document import Document

_BLANKS = re.compile(r"\s+")


class ValeCheck(Check):
    """Runs a rule in Vale's dialect, or one of our own of the same kind."""

    def run(self, document: Document) -> Iterator[Finding]:
        limit = self.rule.vale.limit if self.rule.vale is not None else 0
        return islice(self.findings(document), limit) if limit else self.findings(document)

    @abstractmethod
    def findings(self, document: Document) -> Iterator[Finding]:
        """Yield the findings, however many; those of one passage in order."""

    def report(
        self,
        span: Span,
        observed: str,
        values: Sequence[str],
        named: dict[str, str],
        options: Sequence[str] | None = None,
    ) -> Finding:
        """Make a finding.

        Args:
            span: where it stands.
            observed: the matched text.
            values: what the ``%s`` of a Vale message stand for, in order.
            named: the fields of a message of our own.
            options: what may stand there instead; None asks the rule's action.
        """
        vale = self.rule.vale
        if vale is None:
            return self.finding(span, named)
        if options is None:
            options = vale.action.options(observed) if vale.action is not None else ()
        filled = dict.fromkeys(self.rule.message.fields, "")
        filled.update((str(number), _BLANKS.sub(" ", value)) for number, value in enumerate(values))
        edits = (Edit(span, options[0]),) if len(options) == 1 and options[0] != observed else ()
        return self.finding(span, filled, edits=edits)


class Searcher:
    """A regex of a pack, which is not trusted: it may run for a limited time."""

    def __init__(self, source: str, *, ignorecase: bool = False, multiline: bool = True) -> None:
        import regex

        self.source = source
        flags = (regex.MULTILINE if multiline else 0) | (regex.IGNORECASE if ignorecase else 0)
        self._compiled: Any = regex.compile(source, flags)

    def matches(self, text: str) -> Iterator[Any]:
        """Yield the match objects in ``text``.

        Raises:
            SlowExpressionError: when the regex runs out of time.
        """
        try:
            yield from self._compiled.finditer(text, timeout=SECONDS)
        except TimeoutError:
            raise SlowExpressionError(
                f"regex '{self.source[:60]}' took longer than {SECONDS} s over one passage"
            ) from None

    def found_in(self, text: str) -> bool:
        return next(self.matches(text), None) is not None


def exceptions(rule: Rule, expressions: Sequence[str]) -> Searcher | None:
    """Return the exceptions of a rule as one regex, which is searched in what was found; case counts."""
    if not expressions:
        return None
    scoped = [f"(?i:{one[4:]})" if one.startswith("(?i)") else one for one in expressions]
    return Searcher(rf"\b(?:{'|'.join(scoped)})\b")
