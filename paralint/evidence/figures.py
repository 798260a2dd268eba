"""Conflicting figures: quantities of a restatement that cannot both hold with those of what it restates."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from itertools import islice, takewhile

from paralint.evidence.conflicts import Comparison, Conflict, comparisons, content_between, near, without_repeats
from paralint.evidence.quantities import Measure, Quantity, comparable, may_hold, quantities
from paralint.evidence.restatements import Passage
from paralint.evidence.thesaurus import related
from paralint.text.document import Document

_TABLE = 3  # unmatched figures on both sides from which on the two are rows of one table, not one fact told twice


def figures(document: Document) -> tuple[Conflict, ...]:
    """Return the conflicts of quantities (a layer: see ``Document.derive``)."""
    known = document.derive(quantities)
    if not known:
        return ()
    return without_repeats(
        conflict for comparison in document.derive(comparisons) for conflict in _compare(document, comparison, known)
    )


def _compare(document: Document, comparison: Comparison, known: tuple[Quantity, ...]) -> Iterator[Conflict]:
    before = _within(known, comparison.pair.first)
    after = _within(known, comparison.pair.second)
    unheld_before = [one for one in before if not any(_agree(document, comparison, one, other) for other in after)]
    unheld_after = [other for other in after if not any(_agree(document, comparison, one, other) for one in before)]
    if len(unheld_before) >= _TABLE and len(unheld_after) >= _TABLE:
        return
    for other in unheld_after:
        partners = [one for one in unheld_before if comparable(one, other)]
        alone = len(partners) == 1 and sum(comparable(partners[0], each) for each in unheld_after) == 1
        for one in partners:
            if not _same_slot(document, comparison, one, other, alone):
                continue
            if one.digits == other.digits:
                slot = "scale"
            else:
                slot = "duration" if one.measure is Measure.DURATION else "quantity"
            yield Conflict(
                slot,
                document.tokens.span(other.hedged, other.last),
                document.tokens.span(one.hedged, one.last),
                comparison.pair.score,
                _subject(document, other),
            )
            break


def _within(known: tuple[Quantity, ...], passage: Passage) -> list[Quantity]:
    index = bisect_left(known, passage.first, key=lambda quantity: quantity.first)
    return list(takewhile(lambda quantity: quantity.last <= passage.last, islice(known, index, None)))


def _agree(document: Document, comparison: Comparison, one: Quantity, other: Quantity) -> bool:
    return comparable(one, other) and may_hold(one, other)


def _same_slot(document: Document, comparison: Comparison, one: Quantity, other: Quantity, alone: bool) -> bool:
    """Whether two quantities are told of the same thing."""
    support = near(document, comparison, Passage(one.first, one.last), Passage(other.first, other.last))
    if one.measure is Measure.COUNT:
        if one.nouns and other.nouns:
            shared = any(a == b or related(a, b) for a in one.nouns[:3] for b in other.nouns[:3])
            if shared:
                return support >= 1 or comparison.beside
            return comparison.beside and alone and support >= 2
        return support >= 3 and alone
    return support >= 3 or (alone and support >= (1 if comparison.beside else 2))


def _subject(document: Document, quantity: Quantity) -> str:
    end = document.tokens.sentences[document.sentence_of(quantity.first) + 1]
    return content_between(document, quantity.last, min(end, quantity.last + 2))
