"""``restatements``: report paragraphs that tell something twice, and facts that change when they are told again."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import groupby

from paralint.checks.base import Check
from paralint.evidence.conflicts import Conflict, competing_names, is_question
from paralint.evidence.dates import dates
from paralint.evidence.figures import figures
from paralint.evidence.restatements import Passage, Restatement, restatements
from paralint.findings import Finding, Label, Span
from paralint.ruleset.kinds.restatements import PARAPHRASE, REPEAT, RestatementsSpec
from paralint.ruleset.rule import Rule
from paralint.text.document import Document
from paralint.text.words import TokenKind

_LAYERS: dict[str, Callable[[Document], tuple[Conflict, ...]]] = {
    "quantity": figures,
    "scale": figures,
    "duration": figures,
    "date": dates,
}
_MOST_RELATED = 8  # repeats of one paragraph that are pointed at; the rest is only counted
_LONGEST = 60  # characters of a passage that a message quotes


class RestatementsCheck(Check):
    """Reports one kind of restatement."""

    def __init__(self, rule: Rule) -> None:
        super().__init__(rule)
        spec = rule.spec
        assert isinstance(spec, RestatementsSpec)
        self.spec = spec

    def run(self, document: Document) -> Iterator[Finding]:
        if self.spec.find == PARAPHRASE:
            return self._paraphrases(document)
        if self.spec.find == REPEAT:
            return self._repeats(document)
        return self._conflicts(document)

    def _paraphrases(self, document: Document) -> Iterator[Finding]:
        """Yield one finding for each paragraph that paraphrases an earlier one: the likeliest."""
        pairs = document.derive(restatements).paragraphs
        for second, group in groupby(pairs, key=lambda pair: pair.second):
            fitting = [pair for pair in group if self._is_paraphrase(document, pair)]
            if fitting:
                pair = max(fitting, key=lambda pair: (pair.score, pair.first))
                yield self._report(document, _span(document, second), _span(document, pair.first), "first told here")

    def _is_paraphrase(self, document: Document, pair: Restatement) -> bool:
        spec = self.spec
        if pair.score < (spec.similar if pair.distance == 1 else spec.apart):
            return False
        lengths = sorted(_words(document, passage) for passage in (pair.first, pair.second))
        if lengths[0] < spec.fewest or lengths[0] < 0.5 * lengths[1] or is_question(document, pair):
            return False
        return pair.score >= 0.8 or not competing_names(document, pair)

    def _repeats(self, document: Document) -> Iterator[Finding]:
        for cluster in document.derive(restatements).repeats:
            if _words(document, cluster[0]) < self.spec.fewest:
                continue
            first, second, *rest = (_span(document, passage) for passage in cluster[: _MOST_RELATED + 1])
            labels = [Label(first, "first told here"), *(Label(span, "and again here") for span in rest)]
            yield self.finding(second, self._values(document, second, first, str(len(cluster))), labels)

    def _conflicts(self, document: Document) -> Iterator[Finding]:
        spec = self.spec
        for conflict in document.derive(_LAYERS[spec.find]):
            if conflict.slot == spec.find and conflict.score >= spec.similar:
                label = f"'{_shorten(document.quote(conflict.there))}' here"
                yield self._report(document, conflict.here, conflict.there, label, conflict.subject)

    def _report(self, document: Document, here: Span, there: Span, label: str, subject: str = "") -> Finding:
        return self.finding(here, self._values(document, here, there, subject), (Label(there, label),))

    def _values(self, document: Document, here: Span, there: Span, subject: str) -> dict[str, str]:
        return {
            "match": _shorten(document.quote(here)),
            "other": _shorten(document.quote(there)),
            "subject": subject,
        }


def _span(document: Document, passage: Passage) -> Span:
    return document.tokens.span(*passage)


def _words(document: Document, passage: Passage) -> int:
    word = document.tokens.word
    return sum(word(token).kind in (TokenKind.WORD, TokenKind.NUMBER) for token in range(*passage))


def _shorten(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= _LONGEST else text[: _LONGEST - 1].rstrip() + "…"
