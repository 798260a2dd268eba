"""Ordinals, in words and in figures: third, twenty-second, 13th."""

from __future__ import annotations

from paralint.text import lazy

_ONES = "first second third fourth fifth sixth seventh eighth ninth"
_TEENS = "tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth"
_TENS = "twentieth thirtieth fortieth fiftieth sixtieth seventieth eightieth ninetieth hundredth"
_VALUES = {
    **{word: value for value, word in enumerate(f"{_ONES} {_TEENS}".split(), start=1)},
    **{word: 10 * value for value, word in enumerate(_TENS.split(), start=2)},
}
_CARDINAL_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
_HYPHENED = {
    f"{tens}-{ones}": 10 * size + value
    for size, tens in enumerate(_CARDINAL_TENS.split(), start=2)
    for value, ones in enumerate(_ONES.split(), start=1)
}
_WORDS = _VALUES | _HYPHENED
_FIGURE = lazy.pattern(r"([1-9]\d{0,2})(?:st|nd|rd|th)")
_LAST_DAY = 31


def place_in_series(lower: str) -> int:
    """Return the place that an ordinal tells, in words or in figures; 0 of any other word."""
    return _WORDS.get(lower) or ordinal_figure(lower)


def ordinal_figure(lower: str) -> int:
    """Return the number of an ordinal in figures, such as 13 of ``13th``; 0 of any other word."""
    match = _FIGURE.fullmatch(lower) if lower[:1].isdecimal() else None
    return int(match[1]) if match else 0


def day_of_month(lower: str) -> int:
    """Return the day that a word tells in a date: 8, 08, 8th; 0 if it can be none."""
    day = int(lower) if lower.isdecimal() and len(lower) <= 2 else ordinal_figure(lower)
    return day if day <= _LAST_DAY else 0
