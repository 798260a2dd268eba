"""Conflicting dates: points in time of a restatement that are not those of what it restates."""

from __future__ import annotations

from collections.abc import Iterator

from paralint.evidence.conflicts import Comparison, Conflict, comparisons, near, without_repeats
from paralint.evidence.restatements import Passage
from paralint.evidence.times import Moment, disagreement, moments
from paralint.text.document import Document


def dates(document: Document) -> tuple[Conflict, ...]:
    """Return the conflicts of dates (a layer: see ``Document.derive``)."""
    known = document.derive(moments)
    if not known:
        return ()
    return without_repeats(
        conflict for comparison in document.derive(comparisons) for conflict in _compare(document, comparison, known)
    )


def _compare(document: Document, comparison: Comparison, known: tuple[Moment, ...]) -> Iterator[Conflict]:
    before = _within(known, comparison.pair.first)
    after = _within(known, comparison.pair.second)
    loose_before = [one for one in before if not any(_same(one, other) for other in after)]
    loose_after = [other for other in after if not any(_same(one, other) for one in before)]
    for other in loose_after:
        rivals = [(one, field) for one in loose_before if (field := disagreement(one, other))]
        for one, _ in rivals:
            support = near(document, comparison, Passage(one.first, one.last), Passage(other.first, other.last))
            alone = len(rivals) == 1 and len(loose_after) == 1
            if support >= 3 or (alone and (comparison.beside or support >= 2)):
                yield Conflict(
                    "date",
                    document.tokens.span(min(other.first, other.bounded), other.last),
                    document.tokens.span(min(one.first, one.bounded), one.last),
                    comparison.pair.score,
                )
                break


def _within(known: tuple[Moment, ...], passage: Passage) -> list[Moment]:
    return [moment for moment in known if passage.first <= moment.first and moment.last <= passage.last]


def _same(one: Moment, other: Moment) -> bool:
    """Whether two mentions share a part and differ in none."""
    return not disagreement(one, other) and bool(one.fields.keys() & other.fields.keys())
