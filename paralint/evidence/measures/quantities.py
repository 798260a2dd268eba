"""Quantities: what a document counts and measures, as intervals that may or may not hold together.

"About 350 items", "more than 94,000 troops", "£9.6bn", "a third", "three times", "a decade-long war": each becomes an
interval over one unit, wide enough for its hedge ("about", "nearly", "more than") and for the rounding that its
trailing zeros show. Two quantities contradict one another only if their intervals share no value (in the spirit of
Roy, Vieira & Roth 2015, "Reasoning about quantities in natural language").
"""

from __future__ import annotations

from enum import Enum
from itertools import compress, count

from paralint.evidence.measures.readings import BEGINS, Reading, reading
from paralint.evidence.measures.units import Measure
from paralint.text.document import Document
from paralint.values import NamedTuple


class Hedge(Enum):
    """How a figure is qualified."""

    NONE = ""
    ABOUT = "about"
    NEARLY = "nearly"
    OVER = "more than"
    UNDER = "less than"
    LEAST = "at least"
    MOST = "up to"


class Quantity(NamedTuple):
    """One quantity.

    Attributes:
        first, last: its tokens, hedge apart, the unit's word included.
        measure: what it measures.
        unit: a currency sign, or the name of the unit as written; empty for counts.
        nouns: stems of the words behind the figure, the things counted among them; empty if a unit says it.
        value: the figure in the measure's base unit (days, metres, kilograms); for indefinite ones the lower bound.
        low, high: the values that the words allow, rounding and hedge considered.
        hedge: the qualifier before it.
        hedged: the first token of the hedge; ``first`` if there is none.
        digits: the figure as written, without its scale (``9.6`` of "£9.6bn", ``9`` of "nine years").
        exact: whether the figure is written in full, not rounded by hedge or indefinite ("years").
    """

    first: int
    last: int
    measure: Measure
    unit: str
    nouns: tuple[str, ...]
    value: float
    low: float
    high: float
    hedge: Hedge
    hedged: int
    digits: float
    exact: bool

    @property
    def plain(self) -> bool:
        """Whether it is told in full, with nothing before it that bounds or loosens it."""
        return self.hedge is Hedge.NONE and self.exact


_HEDGES: dict[tuple[str, ...], Hedge] = {
    **{(word,): Hedge.ABOUT for word in ("about", "around", "approximately", "approx", "roughly", "some", "estimated")},
    **{(word,): Hedge.NEARLY for word in ("nearly", "almost", "barely")},
    **{(word,): Hedge.OVER for word in ("over", "above", "exceeding")},
    **{(word,): Hedge.UNDER for word in ("under", "below")},
    ("more", "than"): Hedge.OVER, ("greater", "than"): Hedge.OVER, ("higher", "than"): Hedge.OVER,
    ("less", "than"): Hedge.UNDER, ("fewer", "than"): Hedge.UNDER, ("lower", "than"): Hedge.UNDER,
    ("at", "least"): Hedge.LEAST, ("no", "fewer", "than"): Hedge.LEAST, ("no", "less", "than"): Hedge.LEAST,
    ("up", "to"): Hedge.MOST, ("at", "most"): Hedge.MOST, ("as", "many", "as"): Hedge.MOST,
    ("as", "much", "as"): Hedge.MOST, ("no", "more", "than"): Hedge.MOST, ("close", "to"): Hedge.ABOUT,
}  # fmt: skip
_BOUNDS = frozenset((Hedge.OVER, Hedge.UNDER, Hedge.LEAST, Hedge.MOST))  # two equal bounds are compared by value
_LONGEST_HEDGE = 3
_OFFSETS = frozenset(("ago", "earlier", "later", "before", "after", "afterwards", "previously", "prior", "hence"))


def quantities(document: Document) -> tuple[Quantity, ...]:
    """Return the quantities of a document in text order (a layer: see ``Document.derive``)."""
    tokens = document.tokens
    starts: list[int] = []
    for number in compress(count(), map(BEGINS.__getitem__, tokens.forms)):
        starts += document.places[number]
    found: list[Quantity] = []
    last = 0
    ends = iter(tokens.sentences)
    end = next(ends)
    for start in sorted(starts):
        while end <= start:
            end = next(ends)
        if start < last:
            continue
        read = reading(document, start, end)
        if read is not None:
            found.append(_hedged(document, read, tokens.word(start).lower))
            last = read.behind
    return tuple(found)


def may_hold(one: Quantity, other: Quantity) -> bool:
    """Whether two quantities of one measure can both be true of one thing."""
    slack = 0.01 * max(abs(one.value), abs(other.value)) if one.unit != other.unit else 1e-9
    if one.hedge is other.hedge and one.hedge in _BOUNDS:
        return abs(one.value - other.value) <= max(slack, 0.03 * max(abs(one.value), abs(other.value)))
    return one.low <= other.high + slack and other.low <= one.high + slack


def comparable(one: Quantity, other: Quantity) -> bool:
    """Whether two quantities measure the same sort of thing in units that can be converted into one another."""
    if one.measure is not other.measure:
        return False
    return one.measure is not Measure.MONEY or one.unit == other.unit


def says_when(document: Document, quantity: Quantity) -> bool:
    """Whether a length of time says when something was, not how long it went on: "two days earlier"."""
    return quantity.measure is Measure.DURATION and not _OFFSETS.isdisjoint(
        document.lowers[quantity.last : quantity.last + 1]
    )


def _hedged(document: Document, read: Reading, word: str) -> Quantity:
    """Return a figure with its hedge, as the interval that both allow."""
    hedge, hedged = _hedge(document, read.first)
    digits, exact = read.digits, not read.ceiling
    value = digits * read.factor
    low, high = _interval(value, digits, word, hedge, exact, read.ceiling)
    return Quantity(
        read.first, read.behind, read.measure, read.unit, read.nouns, value, low, high, hedge, hedged, digits, exact
    )


def _interval(value: float, digits: float, word: str, hedge: Hedge, exact: bool, ceiling: float) -> tuple[float, float]:
    low, high = value, value * ceiling if ceiling else value
    if exact:
        rounding = min(0.5 * _granularity(digits) / digits, 0.03) * value if digits else 0.0
        if word.isdecimal() and digits < 1000 and hedge is Hedge.NONE:
            rounding = 0.0
        low, high = value - rounding, value + rounding
    if hedge is Hedge.ABOUT:
        return low * 0.9, high * 1.1
    if hedge is Hedge.NEARLY:
        return low * 0.88, high
    if hedge in (Hedge.OVER, Hedge.LEAST):
        return low, high * 1.4
    if hedge is Hedge.UNDER:
        return low * 0.6, high
    if hedge is Hedge.MOST:
        return low * 0.5, high
    return low, high


def _granularity(digits: float) -> float:
    """Return the place of the last digit that is not zero: 1000 for 94000, 0.1 for 9.6, 1 for 7."""
    if digits != int(digits):
        text = repr(digits)
        return 10.0 ** -len(text.partition(".")[2])
    whole = int(digits)
    size = 1
    while whole and whole % (size * 10) == 0:
        size *= 10
    return float(size) if size >= 100 else 0.0


def _hedge(document: Document, first: int) -> tuple[Hedge, int]:
    tokens = document.tokens
    block = tokens.sentences[document.sentence_of(first)]
    stop = first
    if stop > block and tokens.word(stop - 1).lower in ("a", "an", "the", "just", "only"):
        stop -= 1
    for length in range(_LONGEST_HEDGE, 0, -1):
        begin = stop - length
        if begin < block:
            continue
        words = tuple(tokens.word(index).lower for index in range(begin, stop))
        hedge = _HEDGES.get(words)
        if hedge is not None:
            return hedge, begin
    return Hedge.NONE, first
