"""Counts that are another count of the document with its digits turned or a zero more, in damaged texts.

*Of 168,000 homes* and *186,000 homes*: in sound news two figures are two figures. Where a text is damaged otherwise,
two counts that have the same digits are one if their sentences tell much the same, if they are ages behind one name, if
the digits are many, or if they count the same thing.
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
    turned_digits,
    words_around,
)
from paralint.evidence.measures.quantities import Hedge, Quantity
from paralint.evidence.measures.units import Measure
from paralint.evidence.restatements.conflicts import Conflict, conflict, without_repeats
from paralint.evidence.words.closed import words
from paralint.text.document import Document

_UNIQUE, _TELLING = 4, 3  # digits of numbers that never, and hardly, come twice by chance
_RETOLD = ((3, 0.3), (2, 0.5))
"""How many words the sentences of two figures share, and what share of those of the shorter one, that tell the same."""
_OWNERS = words("its their his her my our whose this that")
_MOST = 12  # figures of the same digits that are held against one another


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
    for alike in by_digits.values():
        values = [each.value for each in alike]
        if len(set(values)) != 2:
            continue
        for one, other in combinations(alike[:_MOST], 2):
            if one.value == other.value or document.sentence_of(one.first) == document.sentence_of(other.first):
                continue
            reason = _reason(document, one, other)
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


def _reason(document: Document, one: Quantity, other: Quantity) -> str:
    """Return how two figures of the same digits differ; empty if nothing tells that they are one."""
    shared, share = _retold(document, one, other)
    retold = any(shared >= least and share >= part for least, part in _RETOLD)
    counted = bool(one.nouns) and one.nouns[-1:] == other.nouns[-1:]
    digits = _digits(one)
    if digits == _digits(other):
        slipped = counted and is_slip(one.value / other.value) and (retold or (shared and len(digits) > 1))
        return "the same digits with more zeros" if slipped else ""
    if len(f"{one.value:.0f}") != len(f"{other.value:.0f}"):
        return ""
    many = len(digits) >= _UNIQUE or (shared and (counted or len(digits) == _TELLING))
    return "the same digits in another order" if retold or many or _is_one_age(document, one, other) else ""


def _retold(document: Document, one: Quantity, other: Quantity) -> tuple[int, float]:
    """Return how many words the sentences of two figures share, and what share of those of the shorter one that is."""
    here, there = words_around(document, one), words_around(document, other)
    shared = len(here & there)
    return shared, shared / max(1, min(len(here), len(there)))


def _is_one_age(document: Document, one: Quantity, other: Quantity) -> bool:
    """Whether two numbers stand behind one name and a comma: "Quist, 18, keeps" and "said Ida Quist, 81"."""
    word = document.tokens.word
    named = [(word(each.first - 2), word(each.first - 1).form) for each in (one, other)]
    return all(name.capital and mark == "," for name, mark in named) and named[0][0].lower == named[1][0].lower


def _refers_back(document: Document, quantity: Quantity) -> bool:
    """Tell whether a figure is one that the reader knows: "the 164", "its 1,180"; "all 241" may be told anew."""
    before = document.lowers[quantity.hedged - 1]
    return before in _OWNERS or (before != "all" and refers_back(document, quantity))
