"""Figures far apart that fill one slot: one number in two units, one number with its digits turned, two tolls.

A figure that is not round is nearly a name: 16 weeks here and 16 months there are one length of time told twice if both
stand with the same words; so are 4,600 years and 6,400 years.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from paralint.evidence.measures.quantities import Hedge, Measure, Quantity, may_hold, quantities
from paralint.evidence.restatements.conflicts import Conflict, conflict, without_repeats
from paralint.evidence.words.vocabulary import NO_STEM, vocabulary
from paralint.text.document import Document

_COMMON = frozenset((12.0, 18.0, 24.0, 36.0, 48.0, 15.0, 25.0, 45.0, 100.0))  # figures of many lengths of time
_TERMS = frozenset((12.0, 18.0, 24.0, 36.0, 48.0))  # those of months and hours
_UNIT_MEASURES = (Measure.DURATION, Measure.LENGTH, Measure.MASS)
_STEP = 61  # of the longer of two units over the shorter: minutes in an hour, and a bit
_MOST = 12  # places of one figure that are compared with one another
_FEWEST = 3
_MOST_COUNTS = 30
_NEXT = 6  # sentences
_NEAR = 2  # paragraphs between two figures that need no word in common


def exchanged_units(document: Document) -> tuple[Conflict, ...]:
    """Return lengths and times that keep their number and change their unit (a layer: see ``Document.derive``)."""
    known = document.derive(quantities)
    by_digits: defaultdict[tuple[Measure, float], list[Quantity]] = defaultdict(list)
    for quantity in known:
        if quantity.measure in _UNIT_MEASURES and quantity.digits >= _FEWEST and quantity.unit:
            by_digits[quantity.measure, quantity.digits].append(quantity)
    found: list[Conflict] = []
    for same in by_digits.values():
        units = {quantity.unit for quantity in same}
        if len(same) < 2 or len(units) != 2:
            continue
        support = {unit: sum(quantity.unit == unit for quantity in same) for unit in sorted(units)}
        for number, one in enumerate(same[:_MOST]):
            for other in same[number + 1 : _MOST]:
                if one.unit == other.unit or may_hold(one, other) or not _neighbours(one, other):
                    continue
                sentences = {document.sentence_of(each.first) for each in (one, other)}
                if len(sentences) < 2 or not _is_one_length(document, one, other):
                    continue
                here, there = (one, other) if support[one.unit] < support[other.unit] else (other, one)
                found.append(conflict(document, "unit", here, there, "the same number in another unit"))
    return without_repeats(found)


def _is_one_length(document: Document, one: Quantity, other: Quantity) -> bool:
    """Whether one number in two units is one length told twice; many are years and months by chance."""
    if _is_odd(one.digits):
        return _related(document, one, other, 1)
    apart = document.sentence_of(other.first) - document.sentence_of(one.first)
    return (
        apart <= _NEXT
        and one.exact
        and other.exact
        and _related(document, one, other, 1 if one.digits >= 10 and one.digits not in _TERMS else 3)
    )


def _neighbours(one: Quantity, other: Quantity) -> bool:
    """Whether two lengths of time are in units that are taken for one another: minutes and hours, not months."""
    short, long = sorted((one.value, other.value))
    return one.measure is not Measure.DURATION or long <= _STEP * short


def turned_digits(document: Document) -> tuple[Conflict, ...]:
    """Return figures that are others with their digits turned (a layer: see ``Document.derive``)."""
    known = document.derive(quantities)
    groups: defaultdict[tuple[Measure, str, str, tuple[str, ...]], list[Quantity]] = defaultdict(list)
    for quantity in known:
        digits = str(int(quantity.digits)) if quantity.digits == int(quantity.digits) else ""
        core = digits.rstrip("0") if digits else _significant(quantity)  # a figure with a point has no digits turned
        if len(set(core)) < 2 or quantity.measure is Measure.AGE or quantity.hedge not in (Hedge.NONE, Hedge.ABOUT):
            continue
        if quantity.measure in (Measure.PERCENT, Measure.RATIO):
            continue
        if quantity.measure is Measure.DURATION and quantity.digits < 100:
            continue  # ages, sentences and marriages last any number of years
        noun = quantity.nouns[-1:] if quantity.measure is Measure.COUNT else ()
        if quantity.measure is Measure.COUNT and not noun:
            continue
        sort = "".join(sorted(core)) + "0" * (len(digits) - len(core))
        # The same digits in one order, ten or more times as much: a slipped point.
        if quantity.measure in (Measure.MONEY, Measure.COUNT):
            groups[quantity.measure, quantity.unit, "." + _significant(quantity), noun].append(quantity)
        if digits:
            groups[quantity.measure, quantity.unit, sort, noun].append(quantity)
    found: list[Conflict] = []
    for (_, _, sort, _), same in groups.items():
        slipped = sort[0] == "."
        values = {quantity.value for quantity in same}
        if len(same) < 2 or len(values) != 2:
            continue
        support = {value: sum(quantity.value == value for quantity in same) for value in sorted(values)}
        for number, one in enumerate(same[:_MOST]):
            for other in same[number + 1 : _MOST]:
                apart = document.sentence_of(one.first) != document.sentence_of(other.first)
                if slipped != _is_slip(one.value / other.value):
                    continue
                rare = one.measure in _UNIT_MEASURES and one.digits >= 1000
                if one.value != other.value and apart and (rare or _related(document, one, other, 3 if slipped else 2)):
                    here, there = (one, other) if support[one.value] < support[other.value] else (other, one)
                    reason = "the same digits with more zeros" if slipped else "the same digits in another order"
                    found.append(conflict(document, "digits", here, there, reason))
    return without_repeats(found)


def _significant(quantity: Quantity) -> str:
    """Return the digits of a figure without the zeros around them and without its point."""
    return f"{quantity.value:.12g}".replace(".", "").strip("0")


def _is_slip(ratio: float) -> bool:
    """Whether a ratio is that of a slipped point; from a thousand on it is another scale, which is told apart."""
    return any(abs(ratio / power - 1) < 1e-9 for power in (0.01, 0.1, 10, 100))


def _is_odd(digits: float) -> bool:
    """Whether a figure is so particular that it hardly stands twice by chance."""
    return digits > 10 and digits not in _COMMON and (digits % 10 != 0 or digits >= 1000)


def _related(document: Document, one: Quantity, other: Quantity, least: int) -> bool:
    """Whether the sentences of two figures share words, or stand close together."""
    stems = document.derive(vocabulary).stems
    sentences = document.tokens.sentences
    sides = []
    for quantity in (one, other):
        number = document.sentence_of(quantity.first)
        tokens = range(sentences[number], sentences[number + 1])
        sides.append({stems[token] for token in tokens if not quantity.first <= token < quantity.last} - {NO_STEM})
    shared = len(sides[0] & sides[1])
    near = abs(document.block_of(one.first) - document.block_of(other.first)) <= _NEAR
    return shared >= least or (near and shared >= least - 1)


_STATES = {
    **dict.fromkeys(("dead", "killed", "died"), "dead"),
    **dict.fromkeys(("missing", "unaccounted"), "missing"),
    **dict.fromkeys(("injured", "wounded", "hurt"), "injured"),
}
_SEEKING = frozenset(("looking", "looked", "searched", "searching", "search", "hunting"))
_LEFT = frozenset(
    ("people", "others", "more", "were", "are", "still", "was", "is", "remain", "remained", "have", "been")
)


def two_tolls(document: Document) -> tuple[Conflict, ...]:
    """Return two counts of those who are missing after one event (a layer: see ``Document.derive``)."""
    tolls: defaultdict[str, list[Quantity]] = defaultdict(list)
    for quantity in document.derive(quantities):
        state = _state(document, quantity)
        if state:
            tolls[state].append(quantity)
    return without_repeats(_tolls(document, tolls["missing"]))


def _is_what_is_left(document: Document, quantity: Quantity) -> bool:
    """Whether a count is that of all others without two that are told: 152 were aboard, 107 were saved, 31 died."""
    counts = {each.value for each in document.derive(quantities) if each.measure is Measure.COUNT and each.exact}
    others = [value for value in counts if value != quantity.value][:_MOST_COUNTS]
    return any(
        whole - part - rest == quantity.value for whole in others for part in others for rest in others if part != rest
    )


def _state(document: Document, quantity: Quantity) -> str:
    if quantity.measure is not Measure.COUNT or not 1 < quantity.value < 1e6:
        return ""
    word = document.tokens.word
    sentence = document.sentence_of(quantity.first)
    begin, end = document.tokens.sentences[sentence], document.tokens.sentences[sentence + 1]
    before = [word(token).lower for token in range(max(begin, quantity.hedged - 2), quantity.hedged)]
    if before[-1:] == ["for"] and before[0] in _SEEKING and quantity.last < end:
        return "missing" if word(quantity.last).lower == "people" else ""
    for token in range(quantity.last, min(quantity.last + 4, end)):
        lower = word(token).lower
        if lower in _STATES:
            return _STATES[lower]
        if lower not in _LEFT:
            return ""
    return ""


def _tolls(document: Document, known: Sequence[Quantity]) -> Iterator[Conflict]:
    values = {quantity.value for quantity in known}
    if len(known) < 2 or len(values) != 2 or any(quantity.hedge is not Hedge.NONE for quantity in known):
        return
    first = known[0]
    other = next(quantity for quantity in known if quantity.value != first.value)
    if not may_hold(first, other):
        if _is_what_is_left(document, other) and not _is_what_is_left(document, first):
            first, other = other, first
        yield conflict(document, "toll", other, first, "those who are missing are counted twice")
