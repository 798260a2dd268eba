"""Counts that are another count of the document with its digits turned or a zero more, in damaged texts.

*Of 168,000 homes* and *186,000 homes*: in sound news two figures are two figures. Where a text is damaged otherwise,
two counts that have the same digits are one, if they have three digits or more, or if anything ties the two: the noun,
the words around them, their place, or "the" before one of them.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations

from paralint.evidence.figures.figure_slots import (
    exchanged_units,
    in_prose,
    is_slip,
    refers_back,
    related,
    turned_digits,
)
from paralint.evidence.measures.quantities import Hedge, Quantity
from paralint.evidence.measures.units import Measure
from paralint.evidence.restatements.conflicts import Conflict, conflict, without_repeats
from paralint.evidence.words.closed import words
from paralint.text.document import Document

_TELLING = 3  # digits of a number that hardly comes twice by chance
_NEAR = 2  # paragraphs between two figures that nothing else need tie
_WORDS = 2  # that the sentences of two figures share, one less if they stand near each other
_MOST = 12  # figures of the same digits that are held against one another
_OWNERS = words("its their his her my our whose this that")


def likely_figures(document: Document) -> tuple[Conflict, ...]:
    """Return the conflicts likely-figure of a document (a layer: see ``Document.derive``)."""
    layers = (turned_digits, exchanged_units)
    told = {span for layer in layers for each in document.derive(layer) for span in (each.here, each.there)}
    return without_repeats(each for each in _found(document) if each.here not in told and each.there not in told)


def _found(document: Document) -> Iterator[Conflict]:
    by_digits: defaultdict[tuple[Measure, str], list[Quantity]] = defaultdict(list)
    for each in in_prose(document):
        if each.measure in (Measure.COUNT, Measure.PERCENT) and each.exact and each.hedge in (Hedge.NONE, Hedge.ABOUT):
            digits = _digits(each)
            if digits:
                by_digits[each.measure, "".join(sorted(digits))].append(each)
    for (measure, _), alike in by_digits.items():
        values = [each.value for each in alike]
        if len(set(values)) != 2:
            continue
        for one, other in combinations(alike[:_MOST], 2):
            if one.value == other.value or document.sentence_of(one.first) == document.sentence_of(other.first):
                continue
            reason = _reason(document, one, other, measure)
            if reason:
                ones, others = values.count(one.value), values.count(other.value)
                # What refers back to a figure, "the 28 dolphins", is told as it was meant.
                back = _refers_back(document, other) and not _refers_back(document, one)
                minor, major = (one, other) if ones < others or (ones == others and back) else (other, one)
                yield conflict(document, "digits", minor, major, reason)


def _digits(quantity: Quantity) -> str:
    """Return the digits of a whole number, without the zeros at its end; none if it has less than two."""
    whole = quantity.value == int(quantity.value) and quantity.value > 10
    return f"{quantity.value:.0f}".rstrip("0") if whole else ""


def _reason(document: Document, one: Quantity, other: Quantity, measure: Measure) -> str:
    """Return how two figures of the same digits differ; empty if nothing tells that they are one."""
    noun = bool(one.nouns) and one.nouns[-1:] == other.nouns[-1:]
    tied = related(document, one, other, _WORDS)
    if _digits(one) == _digits(other):
        slipped = noun and is_slip(one.value / other.value) and (tied or len(_digits(one)) > 1)
        return "the same digits with more zeros" if slipped else ""
    if len(f"{one.value:.0f}") != len(f"{other.value:.0f}"):
        return ""
    near = abs(document.block_of(one.first) - document.block_of(other.first)) <= _NEAR
    if measure is Measure.PERCENT:
        sure = near and tied
    else:
        untold = not one.nouns or not other.nouns  # what one of them counts: "at all 241"
        back = _refers_back(document, one) or _refers_back(document, other)
        sure = noun or (near and untold) or tied or back or len(_digits(one)) >= _TELLING
    return "the same digits in another order" if sure else ""


def _refers_back(document: Document, quantity: Quantity) -> bool:
    """Tell whether a figure is one that the reader knows: "the 164", "its 1,180"; "all 241" may be told anew."""
    before = document.lowers[quantity.hedged - 1]
    return before in _OWNERS or (before != "all" and refers_back(document, quantity))
