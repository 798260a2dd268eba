"""Lengths, weights, areas, speeds, volumes and temperatures that a text gives in two units: "26 miles (42 km)"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from paralint.evidence.measures.units import NUMERALS, cardinal
from paralint.evidence.restatements.conflicts import Conflict, without_repeats
from paralint.findings import Span
from paralint.text import lazy
from paralint.text.document import Document

_Unit = tuple[str, float, bool]

_METRIC, _OTHER = True, False
# What a unit measures, its size in the base unit, and whether it is metric.
_UNITS: dict[str, _Unit] = {
    **dict.fromkeys(("mm", "millimetres", "millimeters"), ("length", 0.001, _METRIC)),
    **dict.fromkeys(("cm", "centimetres", "centimeters"), ("length", 0.01, _METRIC)),
    **dict.fromkeys(("m", "metres", "meters", "metre", "meter"), ("length", 1.0, _METRIC)),
    **dict.fromkeys(("km", "kms", "kilometres", "kilometers", "kilometre", "kilometer"), ("length", 1000.0, _METRIC)),
    **dict.fromkeys(("in", "ins", "inch", "inches"), ("length", 0.0254, _OTHER)),
    **dict.fromkeys(("ft", "foot", "feet"), ("length", 0.3048, _OTHER)),
    **dict.fromkeys(("yd", "yds", "yard", "yards"), ("length", 0.9144, _OTHER)),
    **dict.fromkeys(("mi", "mile", "miles"), ("length", 1609.344, _OTHER)),
    **dict.fromkeys(("g", "grams", "grammes"), ("weight", 0.001, _METRIC)),
    **dict.fromkeys(("kg", "kgs", "kilograms", "kilogrammes", "kilos", "kilogram", "kilo"), ("weight", 1.0, _METRIC)),
    **dict.fromkeys(("tonnes", "tonne"), ("weight", 1000.0, _METRIC)),
    **dict.fromkeys(("tons", "ton"), ("weight", 960.0, _OTHER)),  # between those of both sides of the Atlantic
    **dict.fromkeys(("oz", "ounces", "ounce"), ("weight", 0.02835, _OTHER)),
    **dict.fromkeys(("lb", "lbs", "pounds", "pound"), ("weight", 0.4536, _OTHER)),
    **dict.fromkeys(("st", "stone"), ("weight", 6.350, _OTHER)),
    **dict.fromkeys(("nautical miles", "nautical mile"), ("length", 1852.0, _OTHER)),
    **dict.fromkeys(
        ("km/h", "kph", "kmh", "kilometres per hour", "kilometers per hour", "kilometres an hour", "kilometers an hour",
         "km per hour", "km an hour"),
        ("speed", 1.0, _METRIC),
    ),
    **dict.fromkeys(("mph", "miles per hour", "miles an hour"), ("speed", 1.609344, _OTHER)),
    **dict.fromkeys(("knots", "knot"), ("speed", 1.852, _OTHER)),
    **dict.fromkeys(("hectares", "hectare", "ha"), ("area", 1e4, _METRIC)),
    **dict.fromkeys(("sq km", "square kilometres", "square kilometers", "km²", "km2"), ("area", 1e6, _METRIC)),
    **dict.fromkeys(("sq m", "square metres", "square meters", "m²", "m2"), ("area", 1.0, _METRIC)),
    **dict.fromkeys(("acres", "acre"), ("area", 4046.9, _OTHER)),
    **dict.fromkeys(("sq miles", "sq mi", "square miles"), ("area", 2.59e6, _OTHER)),
    **dict.fromkeys(("sq ft", "square feet"), ("area", 0.0929, _OTHER)),
    **dict.fromkeys(("litres", "liters", "litre", "liter", "l"), ("volume", 1.0, _METRIC)),
    **dict.fromkeys(("gallons", "gallon"), ("volume", 4.15, _OTHER)),  # the same of gallons and pints
    **dict.fromkeys(("pints", "pint"), ("volume", 0.52, _OTHER)),
    **dict.fromkeys(("cubic metres", "cubic meters"), ("space", 1.0, _METRIC)),
    **dict.fromkeys(("cubic feet",), ("space", 0.02832, _OTHER)),
    **dict.fromkeys(("cubic yards",), ("space", 0.7646, _OTHER)),
    **dict.fromkeys(
        ("°C", "C", "degrees Celsius", "degrees C", "Celsius", "degrees centigrade", "centigrade"),
        ("temperature", 1.0, _METRIC),
    ),
    **dict.fromkeys(
        ("°F", "F", "degrees Fahrenheit", "degrees F", "Fahrenheit"), ("temperature", 5 / 9, _OTHER)
    ),
    "degrees": ("temperature", 0.0, _OTHER),  # of the scale that the other figure is not told in
}  # fmt: skip
_UNIT = "|".join(re.escape(unit) for unit in sorted(_UNITS, key=len, reverse=True))
_ONES = "one|two|three|four|five|six|seven|eight|nine"
_WORD = (
    rf"(?:(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:-(?:{_ONES}))?|{_ONES}|ten|eleven|twelve|"
    rf"thirteen|"
    r"fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|half\sa|an?)"
)
_DIGITS = r"(?:(?:minus\s|[-−])?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?)"
_NUMBER = rf"(?<![\w.,-])(?:{_DIGITS}|{_WORD}(?=[\s-]))"
_SCALE = r"(?:\s(?P<scale%d>thousand|million|billion))?"
_GAP = r"[\s\u00a0-]?"
_ABOUT = r"(?:(?:about|around|roughly|approximately|some|nearly|almost|just\sover|just\sunder|over|under|more\sthan)\s)"
_PAIR = lazy.pattern(
    rf"(?:(?P<more>{_NUMBER}){_GAP}(?P<more_unit>{_UNIT}),?\s(?:and\s)?)?"
    rf"(?P<one>{_NUMBER}){_SCALE % 1}{_GAP}(?P<unit>{_UNIT})(?![a-z])(?:\s[a-z]{{3,12}})?"
    rf"(?:\s?\((?:or\s)?|,\sor\s|\sor\s|\s[–—]\s(?:or\s)?|,\s(?={_ABOUT})){_ABOUT}?"
    rf"(?P<other>{_NUMBER}){_SCALE % 2}{_GAP}(?P<other_unit>{_UNIT})(?=[\s),.;])(?P<rest>\s{_NUMBER}{_GAP}(?:{_UNIT}))?"
)
# The first words of metric and of other units: the long expression is tried where one of each stands.
_LETTERS = lazy.pattern(r"(?<![A-Za-z'’])[A-Za-z]+")
_FIRST_WORDS = {
    side: frozenset(_LETTERS.findall(unit)[0] for unit, (_, _, metric) in _UNITS.items() if metric is side)
    for side in (_METRIC, _OTHER)
}
_SCALES = {None: 1.0, "thousand": 1e3, "million": 1e6, "billion": 1e9}
_OPENERS = ("(", "or", "about", "around", "roughly", "approximately", "some", "nearly", "almost", "–", "—")
_NUMBER_WORDS = {*NUMERALS, "half", "minus", "a", "an"}
_SIGNS = frozenset("$£€¥₹₽₩")
_SLACK = 0.09  # relative error that rounding may leave ("5 miles (8 km)")


def wrong_conversions(document: Document) -> tuple[Conflict, ...]:
    """Return figures that are not the figures before them in another unit (a layer: see ``Document.derive``)."""
    by_lower = document.by_lower
    kinds = [kind for lower in _OPENERS for kind in by_lower.get(lower, ())]
    word, size = document.tokens.word, len(document.tokens)
    numbers, sums = set(), False
    for place in (place for kind in kinds for place in document.places[kind]):
        for token in range(place + 1, min(place + 4, size)):
            form = word(token).form
            sums = sums or form[-1] in _SIGNS or form.isdecimal()
            if form[0] in "-−0123456789" or form in _NUMBER_WORDS:
                numbers.add(document.block_of(place))
    found = [conflict for number in sorted(numbers) for conflict in _in_block(document, number)]
    if sums:
        from paralint.evidence.figures.exchange_rates import wrong_exchanges  # of no use where no sum is told twice

        found += wrong_exchanges(document)
    return without_repeats(found)


def _in_block(document: Document, number: int) -> Iterator[Conflict]:
    block = document.blocks[number]
    words = _LETTERS.findall(block.text)
    if any(units.isdisjoint(words) for units in _FIRST_WORDS.values()):
        return
    for match in _PAIR.finditer(block.text):
        one, other = _UNITS[match["unit"]], _UNITS[match["other_unit"]]
        if one[0] != other[0] or one[2] == other[2] or match["rest"]:
            continue
        if match["other_unit"] == "degrees" and "(" not in block.text[match.end("unit") : match.start("other")]:
            continue  # "about ten degrees warmer"
        if "degrees" in (match["unit"], match["other_unit"]):
            one, other = _scales(one, other)
        left, right = _value(match["one"], match["scale1"]), _value(match["other"], match["scale2"])
        right_unit = match["other_unit"]
        if one[0] == "temperature":
            worth = left * 1.8 + 32 if one[2] else (left - 32) / 1.8
            change = left * 1.8 if one[2] else left / 1.8  # a rise by 2 °C (3.6 °F)
            wrong = min(abs(worth - right), abs(change - right)) > max(2.0, 0.6 * _step(match["other"]))
        else:
            worth = (left * one[1] + _larger_part(match, one)) / other[1]
            steps = max(
                _step(match["one"]) * _SCALES[match["scale1"]] * one[1] / other[1],
                _step(match["other"]) * _SCALES[match["scale2"]],
            )
            wrong = abs(worth - right) > max(_SLACK * max(worth, right), 0.6 * steps)
        if wrong and right:
            # Nobody knows which of the two is wrong.
            here = _span(document, number, match, "one", "other_unit")
            there = _span(document, number, match, "one", "unit")
            yield Conflict(
                "conversion", here, there, 1.0, f"{match['one']} {match['unit']} are {worth:,.4g} {right_unit}"
            )


def _scales(one: _Unit, other: _Unit) -> tuple[_Unit, _Unit]:
    """Return the scales of two temperatures of which one has only "degrees": it is not told in that of the other."""
    celsius, fahrenheit = _UNITS["C"], _UNITS["F"]
    metric = other[2] if not one[1] else not one[2]
    return (fahrenheit, celsius) if metric else (celsius, fahrenheit)


def _larger_part(match: re.Match[str], one: _Unit) -> float:
    """Return what stands before a figure in a larger unit, in base units: the feet of "six feet two inches"."""
    if match["more"] is None:
        return 0.0
    more = _UNITS[match["more_unit"]]
    return _value(match["more"], None) * more[1] if more[0] == one[0] and more[1] > one[1] else 0.0


def _value(number: str, scale: str | None) -> float:
    number = number.replace(",", "").replace("−", "-").replace("minus ", "-")
    if number[-1].isdigit():
        return float(number) * _SCALES[scale]
    words = {"half a": 0.5, "a": 1.0, "an": 1.0}
    return words.get(number, cardinal(number) or 1.0) * _SCALES[scale]


def _step(number: str) -> float:
    """Return the place of the last digit that is not zero."""
    digits = number.replace(",", "").lstrip("-−minus ")
    if not digits.replace(".", "").isdecimal():
        return max(1.0, 10.0 if _value(number, None) % 10 == 0 else 1.0) / (2 if number == "half a" else 1)
    whole, _, rest = digits.partition(".")
    return float(10 ** -len(rest)) if rest else float(10 ** (len(whole) - len(whole.rstrip("0") or "0")))


def _span(document: Document, number: int, match: re.Match[str], first: str, last: str) -> Span:
    return document.blocks[number].locate(match.start(first), match.end(last))
