"""Dates that are set against another a day off: "results on Oct. 29. The board meets on Oct. 30, the day before."."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from paralint.evidence.measures.times import Moment, moments
from paralint.evidence.restatements.conflicts import Conflict
from paralint.text.document import Document

WORDS = frozenset({"day"})
"""One of these must stand in a document for anything to be found in it."""
_BEFORE, _AFTER = frozenset(("before", "earlier")), frozenset(("after", "later"))
_NEAR = 2  # sentences that the two dates stand in


def turned_days(document: Document) -> tuple[Conflict, ...]:
    """Return the dates that are called the day before another date, and are the day after it (a layer)."""
    if "day" not in document.by_lower or document.by_lower.keys().isdisjoint(_BEFORE | _AFTER):
        return ()
    return tuple(_turned(document))


def _turned(document: Document) -> Iterator[Conflict]:
    tokens = document.tokens
    for one, other in pairwise(document.derive(moments)):
        order = _order(document, other)
        if not order or document.block_of(one.first) != document.block_of(other.first):
            continue
        if document.sentence_of(other.first) - document.sentence_of(one.first) >= _NEAR:
            continue
        if _days_between(one, other) == -order:
            here = tokens.span(other.first, other.last + 4)
            yield Conflict("beside", here, tokens.span(one.first, one.last), 1.0)


def _order(document: Document, moment: Moment) -> int:
    """Return -1 if ", the day before" stands behind a date, 1 for "the day after", else 0."""
    word = document.tokens.word
    if moment.last + 4 >= len(document.tokens) + 1:
        return 0
    behind = [word(token).lower for token in range(moment.last, min(moment.last + 5, len(document.tokens)))]
    if behind[:3] not in ([",", "the", "day"], [",", "a", "day"]) or len(behind) < 4:
        return 0
    if len(behind) > 4 and behind[4] not in (".", ",", ";", ")"):
        return 0  # the day before the vote
    return -1 if behind[3] in _BEFORE else 1 if behind[3] in _AFTER else 0


def _days_between(one: Moment, other: Moment) -> int:
    """Return how many days the second date lies behind the first, as far as both say it; 0 if they do not."""
    if one.month is not None and one.month == other.month and one.day is not None and other.day is not None:
        return other.day - one.day
    if one.weekday is not None and other.weekday is not None and one.day is None and other.day is None:
        days = (other.weekday - one.weekday) % 7
        return days - 7 if days > 3 else days
    return 0
