"""Conflicting dates: points in time of a restatement that are not those of what it restates.

Beside that, anywhere in the document: one date that is the earliest in one place ("as soon as early 2022") and the
latest in another ("by early 2022"), and a speaker who speaks on Monday and goes on at "her Tuesday press conference".
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from paralint.evidence.measures.times import Bound, Moment, disagreement, moments
from paralint.evidence.quotations.reporting import REPORTING
from paralint.evidence.restatements.conflicts import Comparison, Conflict, comparisons, near, within, without_repeats
from paralint.evidence.restatements.restatements import Passage
from paralint.evidence.words.vocabulary import NO_STEM, vocabulary
from paralint.text.document import Document


def dates(document: Document) -> tuple[Conflict, ...]:
    """Return the conflicts of dates (a layer: see ``Document.derive``)."""
    known = document.derive(moments)
    if not known:
        return ()
    found = [
        conflict for comparison in document.derive(comparisons) for conflict in _compare(document, comparison, known)
    ]
    return without_repeats([*found, *_bounds(document, known), *_briefings(document, known)])


def _compare(document: Document, comparison: Comparison, known: tuple[Moment, ...]) -> Iterator[Conflict]:
    before = within(known, comparison.pair.first)
    after = within(known, comparison.pair.second)
    loose_before = [one for one in before if not any(_same(one, other) for other in after)]
    loose_after = [other for other in after if not any(_same(one, other) for one in before)]
    if comparison.beside:
        yield from _turned_bounds(document, comparison, before, after)
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


def _turned_bounds(
    document: Document, comparison: Comparison, before: list[Moment], after: list[Moment]
) -> Iterator[Conflict]:
    """Find "by June" that has become "from June"."""
    for other in after:
        same = [one for one in before if one.fields == other.fields]
        if len(same) == 1 and {same[0].bound, other.bound} in _OPPOSITE_BOUNDS:
            spans = [document.tokens.span(each.bounded, each.last) for each in (other, same[0])]
            yield Conflict("date", spans[0], spans[1], comparison.pair.score)


def _same(one: Moment, other: Moment) -> bool:
    """Whether two mentions share a part and differ in none."""
    return not disagreement(one, other) and bool(one.fields.keys() & other.fields.keys())


def _bounds(document: Document, known: tuple[Moment, ...]) -> Iterator[Conflict]:
    """Find one date as the earliest of an event in one place and as its latest in another."""
    stems = document.derive(vocabulary).stems
    earliest: defaultdict[tuple[object, ...], list[Moment]] = defaultdict(list)
    for moment in known:
        if moment.bound is Bound.FROM and document.tokens.word(moment.bounded).lower in ("as", "no"):
            earliest[_named(moment)].append(moment)
    if not earliest:
        return
    for moment in known:
        if moment.bound is not Bound.BY:
            continue
        here = _sentence_stems(document, stems, moment)
        for one in earliest.get(_named(moment), ())[:_MOST_PARTNERS]:
            if len(here & _sentence_stems(document, stems, one)) >= 3:
                spans = [document.tokens.span(each.bounded, each.last) for each in (moment, one)]
                yield Conflict("bound", spans[0], spans[1], 1.0)
                break


def _named(moment: Moment) -> tuple[object, ...]:
    return (moment.part, *sorted(moment.fields.items()))


def _sentence_stems(document: Document, stems: list[int], moment: Moment) -> frozenset[int]:
    sentence = document.sentence_of(moment.first)
    first, last = document.tokens.sentences[sentence], document.tokens.sentences[sentence + 1]
    return frozenset(stems[first : moment.first]) | frozenset(stems[moment.last : last]) - {NO_STEM}


def _briefings(document: Document, known: tuple[Moment, ...]) -> Iterator[Conflict]:
    """Find a speaker who said it on one weekday and goes on in the next paragraph "at her briefing" of another."""
    word = document.tokens.word
    bounds = document.tokens.sentences
    said: Moment | None = None
    for moment in known:
        if moment.weekday is None or moment.month is not None:
            continue
        sentence = document.sentence_of(moment.first)
        begin = bounds[sentence]
        before = word(moment.first - 1).lower if moment.first > begin else ""
        if before in REPORTING or (before == "on" and word(moment.first - 2).lower in REPORTING):
            said = moment
        elif (
            said is not None
            and said.weekday != moment.weekday
            and before in ("his", "her")
            and word(begin).lower == ("she" if before == "her" else "he")
            and document.block_of(moment.first) - document.block_of(said.first) == 1
            and any(word(token).lower in _OCCASIONS for token in range(moment.last, moment.last + 3))
        ):
            yield Conflict(
                "date",
                document.tokens.span(moment.first - 1, moment.last + 1),
                document.tokens.span(said.first, said.last),
                1.0,
            )


_OPPOSITE_BOUNDS = [
    {early, late} for early in (Bound.BY, Bound.BEFORE) for late in (Bound.FROM, Bound.AFTER, Bound.SINCE)
]
_OCCASIONS = frozenset(("conference", "briefing", "speech", "interview", "statement", "address"))
_MOST_PARTNERS = 12  # places of one date that are held against another
