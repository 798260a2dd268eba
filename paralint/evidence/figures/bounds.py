"""Measures that nothing of their kind has: "18 kilometres above the street", "25 hours by metro", "30 hours a day".

The list ``lists/bounds.txt`` has for frames of words the least and the most that there can be, wide enough for every
record. What is beyond them has lost its unit, its scale or its point.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from paralint.data import listed
from paralint.evidence.figures.figured import figured
from paralint.evidence.measures.quantities import Quantity
from paralint.evidence.measures.units import Measure
from paralint.evidence.restatements.conflicts import Conflict, without_repeats
from paralint.evidence.words.closed import words
from paralint.text import lazy
from paralint.text.document import Document
from paralint.values import NamedTuple

_MEASURES = {
    "d": Measure.DURATION, "l": Measure.LENGTH, "w": Measure.MASS, "c": Measure.COUNT, "m": Measure.MONEY,
    "p": Measure.PERCENT,
}  # fmt: skip
_LETTERS = {"w": "l"}  # what ``figured`` marks with one letter
_SMALL_MONEY = frozenset(("$", "£", "€"))  # a loaf may cost a million of other money


class Bounds(NamedTuple):
    """What a figure can be in a frame of words.

    Attributes:
        anchors: words of which the document must have one.
        frame: the words around the figure.
        measure: what the figure must measure.
        least, most: what it can be.
        reason: what is told of one that is not.
    """

    anchors: frozenset[str]
    frame: re.Pattern[str]
    measure: Measure
    least: float
    most: float
    reason: str


def _read() -> Iterator[Bounds]:
    """Yield the frames of the list.

    Raises:
        DataError: if the list cannot be read.
    """
    for line in listed("bounds"):
        anchors, rest = line.split(" | ", 1)
        expression, bounds, reason = rest.rsplit(" | ", 2)
        letter, expression = expression.split(" ", 1)
        least, most = map(float, bounds.split())
        mark = rf"(?P<figure>#{_LETTERS.get(letter, letter)}\d+)"
        frame = lazy.pattern(expression.replace("FIGURE", mark))
        yield Bounds(words(anchors), frame, _MEASURES[letter], least, most, reason)


_BOUNDS = tuple(_read())
WORDS = frozenset(anchor for bounds in _BOUNDS for anchor in bounds.anchors)
"""One of these must stand in a document for anything to be found in it."""


def impossible_measures(document: Document) -> tuple[Conflict, ...]:
    """Return the figures that nothing of their kind can have (a layer: see ``Document.derive``)."""
    anchors = WORDS & document.by_lower.keys()
    here = [bounds for bounds in _BOUNDS if not bounds.anchors.isdisjoint(anchors)]
    return without_repeats(_impossible(document, here))


def _impossible(document: Document, here: list[Bounds]) -> Iterator[Conflict]:
    for sentence in document.derive(figured):
        for bounds in here:
            if not any(_is_beyond(each, bounds) for each in sentence.known):
                continue
            for match in bounds.frame.finditer(sentence.text):
                quantity = sentence.figure(match["figure"])
                if _is_beyond(quantity, bounds):
                    span = document.tokens.span(quantity.first, quantity.last)
                    there = sentence.span(document, *match.span())
                    yield Conflict("bounds", span, there, 1.0, bounds.reason)


def _is_beyond(quantity: Quantity, bounds: Bounds) -> bool:
    if quantity.measure is not bounds.measure or not quantity.exact:
        return False
    if quantity.measure is Measure.MONEY and quantity.unit not in _SMALL_MONEY:
        return False
    value = quantity.digits if quantity.measure is Measure.PERCENT else quantity.value
    return not bounds.least <= value <= bounds.most
