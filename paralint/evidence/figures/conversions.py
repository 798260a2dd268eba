"""Lengths, weights, areas, speeds and temperatures that a text gives in two units: "26 miles (42 km)"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from paralint.evidence.restatements.conflicts import Conflict
from paralint.findings import Span
from paralint.text import lazy
from paralint.text.document import Document

_METRIC, _OTHER = True, False
# What a unit measures, its size in the base unit, and whether it is metric.
_UNITS: dict[str, tuple[str, float, bool]] = {
    **dict.fromkeys(("mm", "millimetres", "millimeters"), ("length", 0.001, _METRIC)),
    **dict.fromkeys(("cm", "centimetres", "centimeters"), ("length", 0.01, _METRIC)),
    **dict.fromkeys(("m", "metres", "meters", "metre", "meter"), ("length", 1.0, _METRIC)),
    **dict.fromkeys(("km", "kms", "kilometres", "kilometers", "kilometre", "kilometer"), ("length", 1000.0, _METRIC)),
    **dict.fromkeys(("in", "ins", "inch", "inches"), ("length", 0.0254, _OTHER)),
    **dict.fromkeys(("ft", "foot", "feet"), ("length", 0.3048, _OTHER)),
    **dict.fromkeys(("yd", "yds", "yard", "yards"), ("length", 0.9144, _OTHER)),
    **dict.fromkeys(("mi", "mile", "miles"), ("length", 1609.344, _OTHER)),
    **dict.fromkeys(("g", "grams", "grammes"), ("weight", 0.001, _METRIC)),
    **dict.fromkeys(("kg", "kgs", "kilograms", "kilogrammes", "kilos"), ("weight", 1.0, _METRIC)),
    **dict.fromkeys(("tonnes", "tonne"), ("weight", 1000.0, _METRIC)),
    **dict.fromkeys(("oz", "ounces", "ounce"), ("weight", 0.02835, _OTHER)),
    **dict.fromkeys(("lb", "lbs", "pounds", "pound"), ("weight", 0.4536, _OTHER)),
    **dict.fromkeys(("st", "stone"), ("weight", 6.350, _OTHER)),
    **dict.fromkeys(("km/h", "kph", "kmh", "kilometres per hour", "kilometers per hour"), ("speed", 1.0, _METRIC)),
    **dict.fromkeys(("mph", "miles per hour", "miles an hour"), ("speed", 1.609344, _OTHER)),
    **dict.fromkeys(("hectares", "hectare", "ha"), ("area", 1e4, _METRIC)),
    **dict.fromkeys(("sq km", "square kilometres", "square kilometers", "km²", "km2"), ("area", 1e6, _METRIC)),
    **dict.fromkeys(("sq m", "square metres", "square meters", "m²", "m2"), ("area", 1.0, _METRIC)),
    **dict.fromkeys(("acres", "acre"), ("area", 4046.9, _OTHER)),
    **dict.fromkeys(("sq miles", "sq mi", "square miles"), ("area", 2.59e6, _OTHER)),
    **dict.fromkeys(("sq ft", "square feet"), ("area", 0.0929, _OTHER)),
    **dict.fromkeys(("litres", "liters", "litre", "liter"), ("volume", 1.0, _METRIC)),
    **dict.fromkeys(("°C", "C", "degrees Celsius", "degrees C"), ("temperature", 1.0, _METRIC)),
    **dict.fromkeys(("°F", "F", "degrees Fahrenheit", "degrees F"), ("temperature", 5 / 9, _OTHER)),
}  # fmt: skip
_UNIT = "|".join(re.escape(unit) for unit in sorted(_UNITS, key=len, reverse=True))
_NUMBER = r"(?<![\d.,])-?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?"
_SCALE = r"(?:\s(?P<scale%d>thousand|million|billion))?"
_PAIR = lazy.pattern(
    rf"(?P<one>{_NUMBER}){_SCALE % 1}[\s\u00a0-]?(?P<unit>{_UNIT})(?:\s[a-z]{{3,12}})?"
    rf"\s?(?:\(|,\sor\s|\sor\s)(?:about\s|around\s|roughly\s|some\s|nearly\s|almost\s)?"
    rf"(?P<other>{_NUMBER}){_SCALE % 2}[\s\u00a0-]?(?P<other_unit>{_UNIT})(?=[\s),.;])"
)  # fmt: skip
_SCALES = {None: 1.0, "thousand": 1e3, "million": 1e6, "billion": 1e9}
_SLACK = 0.09  # relative error that rounding may leave ("5 miles (8 km)")


def wrong_conversions(document: Document) -> tuple[Conflict, ...]:
    """Return figures that are not the figures before them in another unit (a layer: see ``Document.derive``)."""
    word = document.tokens.word
    size = len(document.tokens)
    openings = [kind for lower in ("(", "or") for kind in document.by_lower.get(lower, ())]
    places = sorted(place for kind in openings for place in document.places[kind])
    numbers = {
        document.block_of(place)
        for place in places
        if any(word(token).form[0] in "-0123456789" for token in range(place + 1, min(place + 3, size)))
    }
    return tuple(conflict for number in sorted(numbers) for conflict in _in_block(document, number))


def _in_block(document: Document, number: int) -> Iterator[Conflict]:
    block = document.blocks[number]
    for match in _PAIR.finditer(block.text):
        one, other = _UNITS[match["unit"]], _UNITS[match["other_unit"]]
        if one[0] != other[0] or one[2] == other[2]:
            continue
        left, right = _value(match, "one", "scale1"), _value(match, "other", "scale2")
        right_unit = match["other_unit"]
        if one[0] == "temperature":
            worth = left * 1.8 + 32 if one[2] else (left - 32) / 1.8
            change = left * 1.8 if one[2] else left / 1.8  # a rise by 2 °C (3.6 °F)
            wrong = min(abs(worth - right), abs(change - right)) > 2.0
        else:
            worth = left * one[1] / other[1]
            steps = max(_step(match["one"]) * one[1] / other[1], _step(match["other"]))
            wrong = abs(worth - right) > max(_SLACK * max(worth, right), 0.6 * steps)
        if wrong and right:
            # Nobody knows which of the two is wrong.
            here = _span(document, number, match, "one", "other_unit")
            there = _span(document, number, match, "one", "unit")
            yield Conflict(
                "conversion", here, there, 1.0, f"{match['one']} {match['unit']} are {worth:,.4g} {right_unit}"
            )


def _value(match: re.Match[str], number: str, scale: str) -> float:
    return float(match[number].replace(",", "")) * _SCALES[match[scale]]


def _step(digits: str) -> float:
    """Return the place of the last digit that is not zero."""
    whole, _, rest = digits.replace(",", "").lstrip("-").partition(".")
    return float(10 ** -len(rest)) if rest else float(10 ** (len(whole) - len(whole.rstrip("0") or "0")))


def _span(document: Document, number: int, match: re.Match[str], first: str, last: str) -> Span:
    return document.blocks[number].locate(match.start(first), match.end(last))
