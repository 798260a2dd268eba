"""Figures that are told to be so much more, or less, than another that stands elsewhere in the document.

"The list had 188 names, 52 more than were on board", where more than 240 were: the difference is right, its direction
is not. Only a figure that the difference meets exactly in the wrong direction, and none in the right one, shows that.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from paralint.evidence.measures.quantities import Hedge, Quantity, comparable, quantities
from paralint.evidence.measures.times import Moment
from paralint.evidence.measures.units import Measure
from paralint.evidence.restatements.conflicts import Conflict, conflict, without_repeats
from paralint.evidence.words.closed import words
from paralint.text.document import Document

_MORE = words("more higher above larger longer heavier")
_LESS = words("less fewer lower below smaller shorter lighter")
_FEWEST = 20.0  # a smaller figure is met by chance
_GAP = 6  # words between the figure and its difference


def wrong_differences(document: Document) -> tuple[Conflict, ...]:
    """Return differences told in the wrong direction (a layer: see ``Document.derive``)."""
    known = document.derive(quantities)
    return without_repeats(each for figure, step in pairwise(known) for each in _turned(document, known, figure, step))


def _turned(document: Document, known: tuple[Quantity, ...], figure: Quantity, step: Quantity) -> Iterator[Conflict]:
    if figure.measure not in (Measure.COUNT, Measure.MONEY) or step.measure not in (Measure.COUNT, figure.measure):
        return
    if Hedge.NONE is not step.hedge or figure.hedge not in (Hedge.NONE, Hedge.ABOUT) or step.value >= figure.value:
        return
    word = document.tokens.word
    number = document.sentence_of(figure.first)
    if number != document.sentence_of(step.first) or step.hedged - figure.last > _GAP:
        return
    joint = word(step.hedged - 1).form
    if joint not in (",", "(", "–", "—") or min(figure.value, step.value) < 2:
        return
    end = document.tokens.sentences[number + 1]
    place = step.last
    if place + 1 >= end or word(place + 1).lower not in ("than", "the"):
        return
    way = word(place).lower
    if way not in _MORE and way not in _LESS:
        return
    more = way in _MORE
    behind = next((each for each in known if each.first > place), None)
    if behind is not None and behind.first < min(end, place + 5):
        return  # the figure compared with stands here and is another rule's business
    right = figure.value - step.value if more else figure.value + step.value
    wrong = figure.value + step.value if more else figure.value - step.value
    others = [each for each in known if each is not figure and each is not step and comparable(each, figure)]
    if wrong < _FEWEST or any(each.low <= right <= each.high for each in others):
        return
    for other in others:
        if other.value == wrong and document.sentence_of(other.first) != number:
            here = Moment(step.hedged, place + 1)
            reason = f"{_written(document, figure)} is {'less' if more else 'more'} than {_written(document, other)}"
            yield conflict(document, "difference", here, other, reason)
            return


def _written(document: Document, quantity: Quantity) -> str:
    return document.quote(document.tokens.span(quantity.first, quantity.last))
