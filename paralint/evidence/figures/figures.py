"""Conflicting figures: quantities of a restatement that cannot both hold with those of what it restates."""

from __future__ import annotations

from collections.abc import Iterator

from paralint.evidence.figures.arithmetic import DOWN, UP
from paralint.evidence.measures.quantities import Hedge, Quantity, comparable, may_hold, quantities, says_when
from paralint.evidence.measures.units import Measure
from paralint.evidence.restatements.conflicts import (
    Comparison,
    Conflict,
    comparisons,
    content_between,
    near,
    within,
    without_repeats,
)
from paralint.evidence.restatements.restatements import Passage
from paralint.evidence.words.thesaurus import related
from paralint.evidence.words.vocabulary import NO_STEM, stem, vocabulary
from paralint.text.document import Document
from paralint.text.morphology import lemma
from paralint.text.words import TokenKind

_OPPOSITE_BOUNDS = [
    {low, high} for low in (Hedge.OVER, Hedge.LEAST) for high in (Hedge.UNDER, Hedge.MOST, Hedge.NEARLY)
]
_YOUNGEST, _OLDEST = 5, 110  # years of those whose age is told
_DAYS = 365.25  # of a year
_TABLE = 2  # unmatched figures on both sides from which on the two are rows of one table, not one fact told twice


def figures(document: Document) -> tuple[Conflict, ...]:
    """Return the conflicts of quantities (a layer: see ``Document.derive``)."""
    known = document.derive(quantities)
    if not known:
        return ()
    return without_repeats(
        conflict for comparison in document.derive(comparisons) for conflict in _compare(document, comparison, known)
    )


_CASES = frozenset(("if", "unless", "whether"))


def _compare(document: Document, comparison: Comparison, known: tuple[Quantity, ...]) -> Iterator[Conflict]:
    before, after = ([_as_age(document, each) for each in within(known, passage)] for passage in comparison.pair[:2])
    if all(_CASES & set(document.lowers[passage.first : passage.last]) for passage in comparison.pair[:2]):
        return  # "if only five come … if 105 come"
    unheld_before = [one for one in before if not any(_agree(document, comparison, one, other) for other in after)]
    unheld_after = [other for other in after if not any(_agree(document, comparison, one, other) for one in before)]
    if len(unheld_before) >= _TABLE and len(unheld_after) >= _TABLE:
        return
    yield from _turned_bounds(document, comparison, before, after)
    yield from _exchanged(document, comparison, before, after)
    yield from _turned_changes(document, comparison, before, after)
    for other in unheld_after:
        partners = [
            one
            for one in unheld_before
            if comparable(one, other) and says_when(document, one) is says_when(document, other)
        ]
        alone = len(partners) == 1 and sum(comparable(partners[0], each) for each in unheld_after) == 1
        for one in partners:
            if not _same_slot(document, comparison, one, other, alone):
                continue
            if one.digits == other.digits:
                slot = "scale"
            else:
                slot = "duration" if one.measure is Measure.DURATION else "quantity"
            yield _conflict(document, comparison, slot, one, other)
            break


def _as_age(document: Document, quantity: Quantity) -> Quantity:
    """Return the age that a bare number in commas or behind "aged" tells: "Ida Roe, 34, a dentist"."""
    lowers = document.lowers
    before = lowers[quantity.first - 1]
    aged = before == "aged" or (before == "," and lowers[quantity.last : quantity.last + 1] == [","])
    if not aged or quantity.measure is not Measure.COUNT or not _YOUNGEST <= quantity.value <= _OLDEST:
        return quantity
    value, low, high = (_DAYS * each for each in (quantity.value, quantity.low, quantity.high))
    return quantity._replace(measure=Measure.AGE, unit="year", value=value, low=low, high=high)


def _turned_bounds(
    document: Document, comparison: Comparison, before: list[Quantity], after: list[Quantity]
) -> Iterator[Conflict]:
    """Find "at least 12" that has become "up to 12"."""
    for other in after:
        same = [one for one in before if comparable(one, other) and one.value == other.value]
        if len(same) == 1 and {same[0].hedge, other.hedge} in _OPPOSITE_BOUNDS:
            yield _conflict(document, comparison, "quantity", same[0], other)


def _exchanged(
    document: Document, comparison: Comparison, before: list[Quantity], after: list[Quantity]
) -> Iterator[Conflict]:
    """Find two figures that have changed places: "268 from A and 144 from B", "144 from A and 268 from B"."""
    for index, one in enumerate(before):
        for two in before[index + 1 : index + 3]:
            if one.value == two.value or not comparable(one, two):
                continue
            partners = [
                [other for other in after if comparable(other, each) and other.value == each.value]
                for each in (one, two)
            ]
            if not len(partners[0]) == len(partners[1]) == 1:
                continue
            first, second = partners[0][0], partners[1][0]
            if _followed_alike(document, comparison, one, second) and _followed_alike(document, comparison, two, first):
                here, there = (first, two) if first.first < second.first else (second, one)
                yield _conflict(document, comparison, "quantity", there, here)


def _turned_changes(
    document: Document, comparison: Comparison, before: list[Quantity], after: list[Quantity]
) -> Iterator[Conflict]:
    """Find "rose by 12 per cent" that has become "fell 12 percent"."""
    for other in after:
        same = [one for one in before if comparable(one, other) and one.value == other.value]
        verb = _change_before(document, other)
        original = _change_before(document, same[0]) if len(same) == 1 else None
        if verb is not None and original is not None and verb[1] != original[1]:
            spans = [document.tokens.span(token, token + 1) for token in (verb[0], original[0])]
            yield Conflict("antonym", spans[0], spans[1], comparison.pair.score, _subject(document, other))


def _change_before(document: Document, quantity: Quantity) -> tuple[int, bool] | None:
    """Return the nearest verb of change before a figure in its clause, and whether it goes up."""
    word = document.tokens.word
    begin = document.tokens.sentences[document.sentence_of(quantity.first)]
    for token in range(quantity.hedged - 1, max(begin, quantity.hedged - 8) - 1, -1):
        lower = word(token).lower
        if word(token).kind is TokenKind.PUNCTUATION or lower in ("and", "while", "but"):
            return None
        roots = {stem(lower), stem(lemma(lower, "VBD"))}
        if not roots.isdisjoint(UP) or not roots.isdisjoint(DOWN):
            return token, not roots.isdisjoint(UP)
    return None


def _followed_alike(document: Document, comparison: Comparison, one: Quantity, other: Quantity) -> bool:
    """Whether the content words behind two figures, up to the next figure, stand for each other, names and all."""
    here, there = (_behind(document, quantity) for quantity in (one, other))
    return (
        bool(here)
        and len(here) == len(there)
        and all(comparison.words.forward.get(a) == b for a, b in zip(here, there, strict=True))
    )


def _behind(document: Document, quantity: Quantity) -> list[int]:
    stems = document.derive(vocabulary).stems
    word = document.tokens.word
    end = min(document.tokens.sentences[document.sentence_of(quantity.first) + 1], quantity.last + 6)
    found: list[int] = []
    for token in range(quantity.last, end):
        if word(token).kind is not TokenKind.WORD or word(token).lower == "and":
            break
        if stems[token] != NO_STEM:
            found.append(token)
    return found


def _conflict(document: Document, comparison: Comparison, slot: str, one: Quantity, other: Quantity) -> Conflict:
    spans = [document.tokens.span(quantity.hedged, quantity.last) for quantity in (other, one)]
    if comparison.pair.distance == 0 and is_told_as_known(document, other.hedged):
        spans.reverse()
    return Conflict(slot, spans[0], spans[1], comparison.pair.score, _subject(document, other))


def _agree(document: Document, comparison: Comparison, one: Quantity, other: Quantity) -> bool:
    return comparable(one, other) and may_hold(one, other)


def _same_slot(document: Document, comparison: Comparison, one: Quantity, other: Quantity, alone: bool) -> bool:
    """Whether two quantities are told of the same thing."""
    support = near(document, comparison, Passage(one.first, one.last), Passage(other.first, other.last))
    if one.measure in (Measure.COUNT, Measure.ORDINAL):
        if one.nouns and other.nouns:
            shared = any(a == b or related(a, b) for a in one.nouns[:3] for b in other.nouns[:3])
            if shared:
                return support >= 1 or comparison.beside
            return comparison.beside and alone and support >= 2
        if comparison.beside and _counted_before(document, one, other) and alone:
            return comparison.words.forward.get(one.first - 2) == other.first - 2
        return support >= 3 and alone
    return support >= 3 or (alone and support >= (1 if comparison.beside else 2))


def _counted_before(document: Document, one: Quantity, other: Quantity) -> bool:
    """Whether what is counted stands before both figures: a crew of 36."""
    word = document.tokens.word
    return all(each.first > 1 and word(each.first - 1).lower == "of" for each in (one, other))


def _subject(document: Document, quantity: Quantity) -> str:
    end = document.tokens.sentences[document.sentence_of(quantity.first) + 1]
    return content_between(document, quantity.last, min(end, quantity.last + 2))


def is_told_as_known(document: Document, figure: int) -> bool:
    """Whether a figure is told as the reader knows it: "the fine of £40"; what is known is told as it was meant."""
    lowers = document.lowers
    return figure > 2 and lowers[figure - 1] == "of" and lowers[figure - 3] in ("the", "that", "this")
