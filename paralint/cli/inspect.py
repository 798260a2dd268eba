"""``paralint inspect FILE:LINE``: the tokens of a line as the rules see them, and how a pattern fared on it."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterator
from pathlib import Path

from paralint.checks import compile_check
from paralint.checks.pattern import PatternCheck
from paralint.checks.trace import Attempt, attempts
from paralint.cli.arguments import CLEAN, Parser, UsageError, add_rule_paths, add_settings
from paralint.cli.configured import rules_for
from paralint.cli.figures import ledger
from paralint.ruleset.rule import Rule
from paralint.ruleset.select import SelectorError, matching
from paralint.text.document import Document, Sentence
from paralint.text.lines import LineIndex
from paralint.text.read import document
from paralint.text.source import SourceError, read_source

_ABOUT = "Show the tokens, tags and lemmas of a line, and why a pattern did or did not match there."


def parser() -> Parser:
    """Return the parser of the command's options."""
    parser = Parser("inspect", "FILE:LINE", _ABOUT)
    parser.add_argument("place", metavar="FILE:LINE")
    parser.add_argument("--rule", dest="code", metavar="RULE", help="show how this pattern rule fared")
    parser.add_argument("--figures", action="store_true", help="show the figures and dates of FILE instead, by measure")
    add_rule_paths(parser)
    add_settings(parser)
    return parser


def run(options: Namespace) -> int:
    """Print what was asked for; return the exit code.

    Raises:
        UsageError: if there is no such file, line or rule.
    """
    name, _, row = options.place.rpartition(":")
    if options.figures:
        name = options.place
    elif not name or not row.isdigit():
        raise UsageError(f"'{options.place}' is no place: write FILE:LINE, as in article.txt:12")
    try:
        text = document(name, read_source(name).text)
        lines = ledger(text) if options.figures else inspection(text, int(row), _wanted(name, options))
        print("\n".join(lines) or ("no figures" if options.figures else "no text is read on this line"))
    except SelectorError as error:
        raise UsageError(str(error)) from None
    except SourceError as error:
        raise UsageError(f"{name}: {error.message}") from None
    except IndexError:
        raise UsageError(f"{name} has no line {row}") from None
    return CLEAN


def _wanted(name: str, options: Namespace) -> Rule | None:
    if options.code is None:
        return None
    rule = matching(rules_for(Path(name), options), options.code)[0]
    return rule if isinstance(rule, Rule) else None


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
