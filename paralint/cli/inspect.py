"""``paralint inspect FILE:LINE``: the tokens of a line as the rules see them, and how a pattern fared on it."""

from __future__ import annotations

from collections.abc import Iterator

from paralint.checks import compile_check
from paralint.checks.pattern import PatternCheck
from paralint.checks.trace import Attempt, attempts
from paralint.ruleset.rule import Rule
from paralint.text.document import Document, Sentence
from paralint.text.lines import LineIndex


def inspection(document: Document, row: int, rule: Rule | None) -> Iterator[str]:
    """Yield the lines to print for the sentences that touch line ``row`` (from 1)."""
    line = LineIndex(document.text).span(row)
    tokens = document.tokens
    for sentence in document.sentences:
        if tokens.starts[sentence.first] >= line.end or tokens.ends[sentence.last - 1] <= line.start:
            continue
        yield f"{document.blocks[sentence.block].kind}, sentence {sentence.number + 1}"
        yield from _table(document, sentence)
        if rule is not None:
            yield from _attempts(document, sentence, rule)
        yield ""


def _table(document: Document, sentence: Sentence) -> Iterator[str]:
    rows = [
        (
            str(index - sentence.first),
            document.tokens.word(index).form,
            document.tags[index],
            document.lemma(index),
            document.tokens.word(index).kind.value,
        )
        for index in range(sentence.first, sentence.last)
    ]
    widths = [max(len(row[column]) for row in rows) for column in range(4)]
    for row in rows:
        yield "  " + "  ".join([row[0].rjust(widths[0]), *(row[i].ljust(widths[i]) for i in (1, 2, 3)), row[4]])


def _attempts(document: Document, sentence: Sentence, rule: Rule) -> Iterator[str]:
    check = compile_check(rule)
    if not isinstance(check, PatternCheck):
        yield f"  {rule.code} is no pattern rule but '{rule.kind}'"
        return
    for attempt in attempts(check, document, sentence):
        yield f"  {rule.code}, pattern {attempt.sequence}: {_told(document, sentence, attempt)}"


def _told(document: Document, sentence: Sentence, attempt: Attempt) -> str:
    def words(first: int, last: int) -> str:
        return " ".join(document.tokens.word(index).form for index in range(first, last)) or "nothing"

    path = ", ".join(f"{item}: {words(run.first, run.last)}" for item, run in enumerate(attempt.matched))
    begun = f"from token {attempt.start - sentence.first} matched {path or 'nothing'}"
    if attempt.failed is None:
        return f"{begun}; reported" if not attempt.stopped else f"{begun}; held back by {attempt.stopped}"
    if attempt.token is None:
        return f"{begun}; the sentence ends before item {attempt.failed}"
    place = attempt.token - sentence.first
    why = "; ".join(attempt.reasons) or "it is too few in a row"
    return f"{begun}; item {attempt.failed} fails at token {place}: {why}"
