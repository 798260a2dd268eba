"""How likely each word of a document is damaged, as the encoder has it. numpy is imported when a document is read."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from math import exp

from paralint.findings import Span
from paralint.text.document import Document
from paralint.values import NamedTuple

NOTHING = -20.0
"""The logarithm of the odds of what is no word: marks and figures."""


class Odds(NamedTuple):
    """For each token of a document the logarithms of the odds that it is damaged, in each way."""

    grammar: list[float]
    phrase: list[float]
    name: list[float]


def odds(document: Document) -> Odds:
    """Read a document (a layer: see ``Document.derive``).

    Raises:
        DataError: if the encoder cannot be read.
    """
    from paralint.evidence.encoder.reading import read

    return read(document)


def odd_share(judged: Odds) -> float:
    """Return the share of the tokens that are likelier damaged in grammar, or as phrases, than sound."""
    return sum(max(pair) > 0 for pair in zip(judged.grammar, judged.phrase, strict=True)) / max(1, len(judged.grammar))


def likeliest(document: Document, judged: Iterable[Sequence[float]], span: Span) -> float:
    """Return how likely, from 0 to 1, the likeliest word of a span is damaged in any way.

    Where a word is lost those on either side show it, so the words beside the span count, too.

    Args:
        judged: for each way the logarithms of odds of the tokens.
    """
    tokens = document.tokens
    first = max(bisect_right(tokens.ends, span.start) - 1, 0)
    last = bisect_left(tokens.starts, span.end) + 1
    return 1 / (1 + exp(-max((odd for row in judged for odd in row[first:last]), default=NOTHING)))
