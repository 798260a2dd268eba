"""Places in a series, in words and in figures: third, twenty-second, 13th."""

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
_DIGITS = lazy.pattern(r"(\d{1,3})(?:st|nd|rd|th)")


def place_in_series(lower: str) -> int:
    """Return the place that a word or a figure tells, 0 if it is none."""
    if lower in _WORDS:
        return _WORDS[lower]
    match = _DIGITS.fullmatch(lower) if lower[:1].isdecimal() else None
    return int(match[1]) if match else 0
