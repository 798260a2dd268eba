"""Sums of money that a text gives in two currencies: no rate of exchange leads from one to the other.

Rates change, but hardly one of them by a factor of ten in a generation: "140 million rupees, about $1 billion" has kept
its digits and changed its scale. Where a text tells two such pairs of two currencies, their rates must be alike.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from itertools import pairwise
from math import log10

from paralint.evidence.measures.quantities import Quantity, quantities
from paralint.evidence.measures.units import Measure
from paralint.evidence.restatements.conflicts import Conflict
from paralint.evidence.words.closed import words
from paralint.text.document import Document
from paralint.values import NamedTuple

# The least and the most of a currency that a dollar has bought since the seventies, or since the last new money;
# those of names that several currencies bear (rupees, francs, pesos, crowns) take in all of them.
_TO_THE_DOLLAR = {
    "$": (0.55, 2.1), "£": (0.38, 0.98), "€": (0.6, 1.3), "¥": (75.0, 360.0), "₹": (7.0, 400.0), "₽": (20.0, 130.0),
    "yuan": (1.5, 9.0), "krona": (4.0, 150.0), "krone": (4.0, 13.0), "zloty": (1.9, 5.1), "peso": (2.5, 5000.0),
    "rand": (0.7, 20.0), "shekel": (1.5, 5.2), "shilling": (7.0, 4000.0), "naira": (0.6, 1800.0),
    "baht": (20.0, 57.0), "ringgit": (2.1, 4.9), "cedi": (0.9, 17.0), "birr": (2.0, 180.0), "forint": (60.0, 460.0),
    "koruna": (14.0, 42.0), "hryvnia": (1.7, 48.0), "dirham": (3.6, 12.0), "taka": (15.0, 130.0),
    "rupiah": (400.0, 18000.0), "tenge": (60.0, 620.0), "kuna": (3.6, 9.0), "lari": (1.2, 3.5), "dong": (1e4, 28e3),
    "real": (0.8, 6.5), "crown": (3.6, 150.0), "lek": (80.0, 160.0),
}  # fmt: skip
_DOLLARS = words("$ us$ dollar dollars")  # those of Australia or Hong Kong are worth less
_BETWEEN = words("( , or about around roughly approximately some nearly almost just over under more than ; – — [ then")
_OPENERS = frozenset(("(", "or", "about", "around", "roughly", "approximately", "[", "—", "–"))
_MOST_BETWEEN = 5  # tokens between two tellings of one sum
_MARGIN = 1.8  # by which a rate may leave its bounds, for rounding and other times
_NEARLY = 0.12  # of a power of ten, by its logarithm
_SHARED = words("₹ peso shilling krona krone dirham crown")  # names that several currencies bear
_APART = 3.0  # by which two rates of a text may differ


class Exchange(NamedTuple):
    """A sum told in two currencies, and what one unit of the first is worth in the second."""

    one: Quantity
    other: Quantity
    rate: float


def wrong_exchanges(document: Document) -> Iterator[Conflict]:
    """Yield the second tellings of sums that no rate of exchange makes of the first."""
    by_currencies: defaultdict[tuple[str, str], list[Exchange]] = defaultdict(list)
    for exchange in _exchanges(document):
        one, other, rate = exchange
        bounds = _bounds(one.unit, other.unit)
        if bounds is not None and not bounds[0] / _MARGIN <= rate <= bounds[1] * _MARGIN:
            yield _conflict(document, exchange, one, "no such rate has ever been")
            continue
        by_currencies[one.unit, other.unit].append(exchange)
    for same in by_currencies.values():
        first = same[0]
        for exchange in same[1:]:
            low, high = sorted((first.rate, exchange.rate))
            shared = not _SHARED.isdisjoint((exchange.one.unit, exchange.other.unit))
            if high > _APART * low and not (shared and not _is_scaled(high / low)):
                yield _conflict(document, exchange, first.other, "the text changes the same money at another rate")


def _exchanges(document: Document) -> Iterator[Exchange]:
    lowers = document.lowers
    money = [each for each in document.derive(quantities) if each.measure is Measure.MONEY and each.exact]
    for one, other in pairwise(money):
        between = lowers[one.last : other.first]
        if not between or len(between) > _MOST_BETWEEN or not _BETWEEN.issuperset(between):
            continue
        if _OPENERS.isdisjoint(between) or one.unit == other.unit or not (one.value and other.value):
            continue
        if "$" in (one.unit, other.unit) and not all(_is_plain(document, each) for each in (one, other)):
            continue
        if not any(_is_misread(document, each) for each in (one, other)):
            yield Exchange(one, other, other.value / one.value)


def _is_scaled(ratio: float) -> bool:
    """Whether a ratio is nearly a power of ten."""
    return abs(log10(ratio) - round(log10(ratio))) < _NEARLY


def _is_misread(document: Document, sum_: Quantity) -> bool:
    """Whether a point may mark the thousands: "4.440 cedis"."""
    return any(len(lower.rpartition(".")[2]) == 3 for lower in document.lowers[sum_.first : sum_.last] if "." in lower)


def _is_plain(document: Document, sum_: Quantity) -> bool:
    """Whether dollars, if it is dollars, are not said to be those of Canada or the like."""
    lowers = document.lowers
    return sum_.unit != "$" or lowers[sum_.first] in _DOLLARS or lowers[sum_.last - 1] in _DOLLARS


def _bounds(one: str, other: str) -> tuple[float, float] | None:
    if one not in _TO_THE_DOLLAR or other not in _TO_THE_DOLLAR:
        return None
    (low, high), (other_low, other_high) = _TO_THE_DOLLAR[one], _TO_THE_DOLLAR[other]
    return other_low / high, other_high / low


def _conflict(document: Document, exchange: Exchange, there: Quantity, reason: str) -> Conflict:
    spans = [document.tokens.span(each.hedged, each.last) for each in (exchange.other, there)]
    return Conflict("conversion", spans[0], spans[1], 1.0, reason)
