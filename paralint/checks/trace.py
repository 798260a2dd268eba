"""Why a pattern matched or did not: the farthest that it came in a sentence, and the condition it failed at."""

from __future__ import annotations

from collections.abc import Iterator

from paralint.checks.pattern import PatternCheck
from paralint.checks.search import Run, Search
from paralint.checks.token_tests import TokenTest
from paralint.ruleset.kinds.pattern import TokenSpec
from paralint.text.document import Document, Sentence
from paralint.values import NamedTuple


class Attempt(NamedTuple):
    """The best attempt at one sequence of a pattern in one sentence.

    Attributes:
        sequence: number of the sequence in the rule.
        start: the token that the attempt began at.
        matched: the tokens of each item that matched.
        failed: number of the item that did not match, or None if all did.
        token: the token that it was tried at, or None at the end of the sentence.
        reasons: the conditions that the token does not meet.
        stopped: what kept a whole match from being reported.
    """

    sequence: int
    start: int
    matched: tuple[Run, ...]
    failed: int | None = None
    token: int | None = None
    reasons: tuple[str, ...] = ()
    stopped: str = ""


class _Tracing(Search):
    """A search that remembers the farthest item it came to, and how."""

    def __init__(self, document: Document) -> None:
        super().__init__(document)
        self.farthest: tuple[int, int, tuple[Run, ...]] = (-1, -1, ())
        self._path: list[Run] = []

    def match(self, tests: list[TokenTest], first: int, last: int, item: int = 0) -> list[Run] | None:
        if item > self.farthest[0]:
            self.farthest = (item, first, tuple(self._path))
        if item == len(tests):
            return []
        spec = tests[item].spec
        for start in range(first, min(first + spec.skip, last) + 1):
            count = 0
            while count < spec.most and start + count < last and self.fits(tests[item], start + count):
                count += 1
            while count >= spec.least:
                self._path.append(Run(start, start + count))
                rest = self.match(tests, start + count, last, item + 1)
                self._path.pop()
                if rest is not None:
                    return [Run(start, start + count), *rest]
                count -= 1
        return [Run(first, first)] if self.closes(tests, item, first) else None


def attempts(check: PatternCheck, document: Document, sentence: Sentence) -> Iterator[Attempt]:
    """Yield, for each sequence of the rule, the attempt in ``sentence`` that came farthest."""
    reported = {finding.span for finding in check.run(document)}
    for number, sequence in enumerate(check.sequences):
        best: Attempt | None = None
        for start in range(sentence.first, sentence.last):
            search = _Tracing(document)
            runs = search.match(sequence.tests, start, sentence.last)
            if runs is not None:
                span = document.tokens.span(runs[0].first, max(run.last for run in runs))
                found = any(span.overlaps(other) for other in reported)
                stopped = "" if found else "its scope, sentence edges, 'unless', 'agree' or 'where'"
                best = Attempt(number, start, tuple(runs), stopped=stopped)
                break
            item, place, path = search.farthest
            if best is None or item > (best.failed or 0):
                token = place if place < sentence.last else None
                reasons = tuple(_unmet(search, sequence.tests[item], token)) if token is not None else ()
                best = Attempt(number, start, path, item, token, reasons)
        if best is not None:
            yield best


def _unmet(search: Search, test: TokenTest, index: int) -> Iterator[str]:
    """Yield the conditions of a token spec that the token ``index`` does not meet."""
    document = search.document
    word = document.tokens.word(index)
    spec = test.spec
    if not test.of_form.fits(word):
        yield f"'{word.form}' is not {_wanted(spec)}"
    if spec.tag and not test.fits_tag(document.tags[index]):
        yield f"its tag is {document.tags[index]}, not {', '.join(spec.tag)}"
    if spec.lemma and document.lemma(index) not in spec.lemma:
        yield f"its lemma is '{document.lemma(index)}'"
    if spec.space_before is not None and spec.space_before != document.spaced(index):
        yield "white space stands before it" if document.spaced(index) else "no white space stands before it"
    for inner in test.negated:
        if search.fits(inner, index):
            yield f"it is {_wanted(inner.spec)}, which is ruled out by 'not'"
    if test.alternatives and not any(search.fits(inner, index) for inner in test.alternatives):
        yield "it is none of the alternatives under 'any'"


def _wanted(spec: TokenSpec) -> str:
    """Say in words what a token spec asks of a word type."""
    parts = []
    for words in (spec.text, spec.lower):
        if words:
            shown = sorted(words)[:6]
            parts.append("one of " + ", ".join(f"'{word}'" for word in shown) + (" ..." if len(words) > 6 else ""))
    if spec.listed:
        parts.append(f"in a word list of {len(spec.listed)}")
    for name, value in (("regex", spec.regex), ("like", tuple(kind.value for kind in spec.like))):
        if value:
            parts.append(f"{name} {', '.join(value)}")
    for name, values in (("forms", spec.forms), ("class", spec.classes), ("countability", spec.countability)):
        if values:
            parts.append(f"{name} {', '.join(sorted(values))}")
    for name, single in (("shape", spec.shape), ("sound", spec.sound), ("number", spec.number)):
        if single:
            parts.append(f"{name} {single}")
    if spec.known is not None:
        parts.append("a known word" if spec.known else "an unknown word")
    return " and ".join(parts) or "what is asked"
