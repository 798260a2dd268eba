"""Counts, units and ranges that are others in the retelling."""

from __future__ import annotations

from collections.abc import Iterator

from paralint.evidence.measures.units import cardinal
from paralint.evidence.restatements.conflicts import Change, Comparison
from paralint.evidence.words.closed import words
from paralint.text.document import Document

_ONCE = {"once": 1.0, "twice": 2.0, "thrice": 3.0}
_UNITS = words("minute hour day week month year decade century fortnight")
_ONE = words("a an one half last next this per every each")
_MEASURES = {
    form: names.split()[0]
    for names in (
        "mm millimetre millimetres millimeter millimeters", "cm centimetre centimetres centimeter centimeters",
        "metre metres meter meters", "km kilometre kilometres kilometer kilometers", "mile miles", "foot feet ft",
        "inch inches", "yard yards", "kg kilo kilos kilogram kilograms kilogramme kilogrammes",
        "g gram grams gramme grammes",
        "ton tons tonne tonnes", "pound pounds lb lbs", "ounce ounces", "litre litres liter liters l", "gallon gallons",
        "acre acres", "hectare hectares", "mph", "kph km/h", "knot knots", "degree degrees", "euro euros",
        "dollar dollars",
        "cent cents", "m",
    )
    for form in names.split()
}  # fmt: skip
_MORE = words("more higher larger bigger greater longer faster heavier taller richer the")
_LESS = words("less fewer lower smaller shorter slower lighter poorer cheaper")


def times(document: Document, comparison: Comparison) -> Iterator[Change]:
    """Find "400 times less" for "400 times as much"."""
    ways = []
    for passage in comparison.pair[:2]:
        lowers = document.lowers[passage.first : passage.last]
        found = {}
        for place, lower in enumerate(lowers[:-1]):
            if lower == "times" and place and lowers[place + 1] in (*_MORE, *_LESS, "as"):
                less = lowers[place + 1] in _LESS or lowers[place + 1 : place + 3] in (["as", "little"], ["as", "few"])
                found[lowers[place - 1]] = (passage.first + place - 1, less)
        ways.append(found)
    for count, (there, less) in ways[0].items():
        if count in ways[1] and ways[1][count][1] != less:
            here = ways[1][count][0]
            ends = (min(here + 4, comparison.pair.second.last), min(there + 4, comparison.pair.first.last))
            yield (here, ends[0]), (there, ends[1])


def counts(document: Document, comparison: Comparison) -> Iterator[Change]:
    """Find "flooded three times" for "flooded twice"."""
    told = []
    for passage in comparison.pair[:2]:
        lowers = document.lowers[passage.first : passage.last]
        found = [
            (_ONCE[lower], passage.first + at, passage.first + at + 1)
            for at, lower in enumerate(lowers)
            if lower in _ONCE
        ]
        for at, lower in enumerate(lowers):
            count = cardinal(lowers[at - 1]) if lower == "times" and at else None
            if count is not None and lowers[at + 1 : at + 2] not in (["as"], *([each] for each in _MORE | _LESS)):
                found.append((count, passage.first + at - 1, passage.first + at + 1))
        told.append(found)
    if len(told[0]) == len(told[1]) == 1 and told[0][0][0] != told[1][0][0]:
        yield told[1][0][1:], told[0][0][1:]


def units(document: Document, comparison: Comparison) -> Iterator[Change]:
    """Find "an hour of silence" for "a minute of silence"."""
    told = []
    for passage in comparison.pair[:2]:
        lowers = document.lowers
        found = [token for token in range(passage.first + 1, passage.last) if lowers[token].removesuffix("s") in _UNITS]
        told.append([token for token in found if lowers[token - 1] in _ONE])
    if len(told[0]) == len(told[1]) == 1:
        one, other = told[0][0], told[1][0]
        behind = document.lowers[one + 1 : one + 2] == document.lowers[other + 1 : other + 2]
        before = one - 2 >= comparison.pair.first.first and document.lowers[one - 2] == document.lowers[other - 2]
        if (behind or before) and document.lowers[one].removesuffix("s") != document.lowers[other].removesuffix("s"):
            yield (other - 1, other + 1), (one - 1, one + 1)


def measures(document: Document, comparison: Comparison) -> Iterator[Change]:
    """Find "40 m of rain" for "40 mm of rain"."""
    told: list[dict[str, int]] = []
    for passage in comparison.pair[:2]:
        lowers = document.lowers
        numbers = [token for token in range(passage.first, passage.last - 1) if lowers[token][:1].isdigit()]
        told.append({lowers[token]: token for token in numbers if lowers[token + 1] in _MEASURES})
    for number, one in told[0].items():
        other = told[1].get(number)
        if other is not None and _MEASURES[document.lowers[one + 1]] != _MEASURES[document.lowers[other + 1]]:
            yield (other, other + 2), (one, one + 2)


def ranges(document: Document, comparison: Comparison) -> Iterator[Change]:
    """Find "from 6 pesos to 5" for "from 5 pesos to 6"."""
    pairs: list[list[tuple[str, str, int, int]]] = []
    for passage in comparison.pair[:2]:
        lowers = document.lowers[passage.first : passage.last]
        found = []
        for place, lower in enumerate(lowers[:-3]):
            if lower not in ("from", "between"):
                continue
            numbers = [at for at in range(place + 1, min(len(lowers), place + 9)) if lowers[at][0].isdigit()]
            if len(numbers) >= 2 and {"to", "and"} & {*lowers[numbers[0] : numbers[1]]}:
                one, two = numbers[:2]
                found.append((lowers[one], lowers[two], passage.first + one, passage.first + two + 1))
        pairs.append(found)
    for low, high, first, last in pairs[0]:
        for other, its, start, end in pairs[1]:
            if (low, high) == (its, other) and low != high:
                yield (start, end), (first, last)
