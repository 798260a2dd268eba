"""Reading a quantity: the figure that stands at a place, and the unit or the things counted behind it."""

from __future__ import annotations

from collections.abc import Callable

from paralint.evidence.measures.series import ordinal_figure
from paralint.evidence.measures.units import (
    CURRENCIES,
    CURRENCY_SIGNS,
    FRACTIONS,
    INDEFINITE,
    LONGER,
    MONTHS,
    MULTIPLES,
    NUMERALS,
    ONES,
    SCALES,
    SIGNS_IN_LETTERS,
    TENS,
    TIME_UNITS,
    UNITS,
    Measure,
    cardinal,
)
from paralint.evidence.words.closed import POSSESSIVES
from paralint.evidence.words.vocabulary import STOP_WORDS, stem
from paralint.text import lazy
from paralint.text.document import Document
from paralint.text.words import TokenKind, WordType, by_form
from paralint.values import NamedTuple


class Reading(NamedTuple):
    """A figure as it is read.

    Attributes:
        first: its first token.
        behind: the token behind it, behind its unit if that has been read.
        digits: the figure as written, without its scale.
        factor: what the figure is multiplied by, to be told in the measure's base unit.
        measure: what it measures.
        unit: a currency sign, or the name of the unit.
        nouns: stems of the words behind it.
        ceiling: how many times the figure an indefinite quantity still allows; 0 for exact ones.
    """

    first: int
    behind: int
    digits: float
    factor: float = 1.0
    measure: Measure = Measure.COUNT
    unit: str = ""
    nouns: tuple[str, ...] = ()
    ceiling: float = 0.0


class _Place:
    """Where a figure is read: the token, and the end of its sentence."""

    __slots__ = ("before", "document", "end", "start", "word")

    def __init__(self, document: Document, start: int, end: int) -> None:
        self.document, self.start, self.end = document, start, end
        self.word = self.lower(start)
        self.before = self.lower(start - 1) if start else ""

    def lower(self, index: int) -> str:
        return self.document.tokens.word(index).lower if index < self.end else ""


_HUNDRED = SCALES["hundred"]
_YEAR = 4  # the digits of one
_MANY = 50.0  # "dozens" may be as many dozens
_YEAR_BEHIND = frozenset(("in", "since", "by", "of", "from", "until", "before", "after", "to", "early", "late", "and"))
_BEHIND_TIMES = frozenset(("as", "the", "more", "higher", "larger", *POSSESSIVES, "in", ".", ""))
_FIGURE = lazy.pattern(r"\d{1,3}(?:,\d{2,3})*,\d{3}(?:\.\d+)?|\d+(?:\.\d+)?")  # 1,50,000 is a lakh and a half
_SCALED = lazy.pattern(r"(\d[\d,.]*?)(k|m|mn|bn|tn|b)")
_COMPOUND = lazy.pattern(r"([a-z]+|\d[\d,.]*)-(second|minute|hour|day|night|week|month|year|decade|century|mile|kilometre|kilometer|metre|meter|foot|pound|tonne?)(-olds?|-long)?")  # fmt: skip # noqa: E501
_CLOCK = lazy.pattern(r"(\d{1,2})(?:[.:](\d\d))?")
_HALVES_OF_DAY = frozenset(("am", "pm", "a.m", "p.m", "a.m.", "p.m."))
_LONG = lazy.pattern(r"(second|minute|hour|day|night|week|month|year|decade|centur(?:y|ie))(s?)-long")


def _begins(word: WordType) -> bool:
    lower = word.lower
    if word.kind is TokenKind.NUMBER:
        return lower[0].isdecimal()
    return (
        lower in NUMERALS
        or lower in INDEFINITE
        or lower in FRACTIONS
        or lower in MULTIPLES
        or lower in ("hundred", "thousand", "million", "billion", "dozen", "decade")
        or ("-" in lower and (_COMPOUND.fullmatch(lower) or _LONG.fullmatch(lower) or _hyphened(lower)) is not None)
    )


BEGINS = by_form(_begins)
"""Whether a quantity can begin with a word, by its form."""


def reading(document: Document, start: int, end: int) -> Reading | None:
    """Return the quantity that begins with a token, read up to the end of its sentence at most; None if it is none."""
    place = _Place(document, start, end)
    word = place.word
    if compound := _COMPOUND.fullmatch(word):
        found = _of_compound(place, compound[1], compound[2], aged=(compound[3] or "").startswith("-old"))
    elif long := _LONG.fullmatch(word):
        found = _of_length(place, long[1].replace("ie", "y"), several=bool(long[2]))
    elif word == "decade":
        found = _of_length(place, word) if place.before in ("a", "the", "last", "past") else None
    elif word in MULTIPLES:
        found = _of_multiple(place)
    elif word in FRACTIONS:
        found = _of_fraction(place)
    elif word in INDEFINITE:
        found = Reading(start, start + 1, 2 * INDEFINITE[word], ceiling=_MANY)
    elif ordinal := ordinal_figure(word):
        found = _of_ordinal(place, float(ordinal))
    elif (share := _hyphened(word)) is not None:
        found = Reading(start, start + 1, share, measure=Measure.RATIO if share < 1 else Measure.COUNT)
    else:
        found = _of_figure(place)
    if found is None or found.measure is not Measure.COUNT:
        return found
    return _measured(place, found)


def _of_compound(place: _Place, figure: str, unit: str, *, aged: bool) -> Reading | None:
    """Read "nine-year", "40-mile", "half-hour"."""
    digits = _figure(figure)
    measure, factor = UNITS[unit]
    if digits is None:
        if figure != "half":
            return None
        digits = 0.5
    elif aged:
        measure = Measure.AGE
    return Reading(place.start, place.start + 1, digits, factor, measure, unit)


def _of_length(place: _Place, unit: str, *, several: bool = False) -> Reading:
    """Read "decade-long" and "years-long", and "a decade"."""
    digits, ceiling = (2.0, LONGER[unit] / 2) if several else (1.0, 0.0)
    return Reading(place.start, place.start + 1, digits, TIME_UNITS[unit], Measure.DURATION, unit, ceiling=ceiling)


def _of_multiple(place: _Place) -> Reading | None:
    """Read "twice the", "double its"."""
    behind = place.start + 1
    if place.lower(behind) not in ("as", "the", *POSSESSIVES, "that"):
        return None
    return Reading(place.start, behind, MULTIPLES[place.word], measure=Measure.RATIO)


def _of_fraction(place: _Place) -> Reading | None:
    """Read "a third", "half of"; no place in a series, and no length of time."""
    word, before, behind = place.word, place.before, place.start + 1
    if (before not in ("a", "one", "the") and word != "half") or (word == "quarter" and before != "a"):
        return None
    following = place.lower(behind)
    if following in TIME_UNITS or following in ("hour", "dozen", "brother", "sister", "place", "time"):
        return None
    if following and following not in STOP_WORDS and place.document.tokens.word(behind).kind is TokenKind.WORD:
        return None
    first = place.start - (before in ("a", "one"))
    return Reading(first, behind, FRACTIONS[word], measure=Measure.RATIO)


def _of_ordinal(place: _Place, digits: float) -> Reading | None:
    """Read "25th", unless it is the day of a date."""
    if _month_near(place.document, place.start):
        return None
    behind = place.start + 1
    nouns = _nouns(place.document, behind, place.end)
    return Reading(place.start, behind, digits, measure=Measure.ORDINAL, nouns=nouns)


def _of_figure(place: _Place) -> Reading | None:
    """Read a number in figures or words, with its scales: "94,000", "9.6bn", "a hundred and forty thousand"."""
    word, behind = place.word, place.start + 1
    scaled = _SCALED.fullmatch(word)
    clock = place.lower(behind) in _HALVES_OF_DAY and _CLOCK.fullmatch(word)
    digits = 0.0 if clock else _figure(scaled[1].rstrip(".,")) if scaled else _figure(word)
    if digits is not None:
        factor = SCALES[scaled[2]] if scaled else 1.0
    elif word in SCALES and place.before in ("a", "one"):
        digits, factor = 1.0, SCALES[word]
    else:
        return None
    share = FRACTIONS.get(place.lower(behind)) or FRACTIONS.get(place.lower(behind).removesuffix("s"))
    if share and word in NUMERALS and place.lower(behind + 1) == "of":
        return Reading(place.start, behind + 1, digits * share, factor, Measure.RATIO)
    while True:
        following = place.lower(behind)
        if factor == _HUNDRED and following == "and" and (rest := cardinal(place.lower(behind + 1))):
            digits, factor = digits * factor + rest, 1.0  # "a hundred and forty", which may be millions
            behind += 2
        elif following in SCALES and not _is_metre(place, behind) and not _is_standard(place, behind):
            factor *= SCALES[following]
            behind += 1
        else:
            return Reading(place.start, behind, digits, factor)


def _measured(place: _Place, found: Reading) -> Reading | None:
    """Return a figure with its unit, or with the things that it counts; None for years, days of dates and scores."""
    tokens = place.document.tokens
    first, behind, digits, factor, ceiling = found.first, found.behind, found.digits, found.factor, found.ceiling

    def told(length: int, measure: Measure, unit: str = "", *, first: int = first) -> Reading:
        return Reading(first, behind + length, digits, factor, measure, unit, ceiling=ceiling)

    following = place.lower(behind).rstrip(".") or place.lower(behind)  # "260 lb." at the end of a sentence
    singular = following.removesuffix("s")
    if first and (sign := tokens.word(first - 1).form[-1]) in CURRENCY_SIGNS:
        return told(0, Measure.MONEY, sign, first=first - 1)
    if lettered := SIGNS_IN_LETTERS.get(place.before):
        return told(0, Measure.MONEY, lettered, first=first - 1)
    if following in ("percent", "%", "pct"):
        return told(1, Measure.PERCENT, "%")
    if following == "per" and place.lower(behind + 1) == "cent":
        return told(2, Measure.PERCENT, "%")
    if following == "percentage":
        return told(2, Measure.PERCENT, "points")
    if currency := CURRENCIES.get(singular) or CURRENCIES.get(following):
        return told(1, Measure.MONEY, currency)
    if following in _HALVES_OF_DAY and (clock := _CLOCK.fullmatch(place.word)):
        hours = int(clock[1]) % 12 + (12 if following.startswith("p") else 0)
        return Reading(first, behind + 1, float(60 * hours + int(clock[2] or 0)), measure=Measure.CLOCK)
    if following == "times" and place.lower(behind + 1) in _BEHIND_TIMES:
        return told(1, Measure.RATIO)
    if singular in UNITS or following in UNITS:
        return _with_unit(place, found, singular if singular in UNITS else following)
    nouns = _nouns(place.document, behind, place.end)
    if _is_date(place, found, nouns) or (place.word in ("one", "zero") and not nouns) or ":" in place.word:
        return None
    return Reading(first, behind, digits, factor, nouns=nouns, ceiling=ceiling)


def _with_unit(place: _Place, found: Reading, unit: str) -> Reading:
    measure, size = UNITS[unit]
    digits, factor, behind = found.digits, found.factor * size, found.behind + 1
    if measure is Measure.DURATION:
        rest, behind = _smaller_units(place.lower, behind, size)
        if rest:  # "2 hours 24 minutes 51 seconds"
            digits, factor, unit = digits * factor + rest, 1.0, "day"
    if place.lower(behind) == "old":
        measure = Measure.AGE
        behind += 1
    return Reading(found.first, behind, digits, factor, measure, unit, ceiling=found.ceiling)


def _is_date(place: _Place, found: Reading, nouns: tuple[str, ...]) -> bool:
    """Whether a figure is a year, or the day of a date."""
    word = place.word
    if _month_near(place.document, place.start):
        return True
    year = word.isdecimal() and len(word) == _YEAR and "1900" <= word <= "2099" and found.factor == 1.0
    return year and (place.before in _YEAR_BEHIND or not nouns)


def _is_metre(place: _Place, index: int) -> bool:
    """Whether an "m" that stands apart from its figure at the head of a sentence is metres, not millions."""
    tokens = place.document.tokens
    return tokens.word(index).lower == "m" and tokens.starts[index] > tokens.ends[index - 1] and not place.before


def _is_standard(place: _Place, index: int) -> bool:
    """Whether a letter behind a figure is the first of a series: the standards 802.11 b/g/n."""
    return len(place.lower(index)) == 1 and place.lower(index + 1).startswith("/")


def _smaller_units(lower: Callable[[int], str], index: int, size: float) -> tuple[float, int]:
    """Return what the smaller units behind a length of time add to it, in days, and the token behind them."""
    rest = 0.0
    while True:
        start = index + (lower(index) in ("and", ","))
        figure = _figure(lower(start))
        unit = lower(start + 1).removesuffix("s")
        if figure is None or not unit or TIME_UNITS.get(unit, size) >= size:
            return rest, index
        size = TIME_UNITS[unit]
        rest += figure * size
        index = start + 2


def _hyphened(lower: str) -> float | None:
    """Return the value of "twenty-five" or "two-thirds"."""
    head, _, tail = lower.partition("-")
    if head in TENS and tail in ONES:
        return NUMERALS[head] + NUMERALS[tail]
    share = FRACTIONS.get(tail) or FRACTIONS.get(tail.removesuffix("s"))
    return NUMERALS[head] * share if share and head in NUMERALS else None


def _figure(lower: str) -> float | None:
    if _FIGURE.fullmatch(lower):
        return float(lower.replace(",", ""))
    return NUMERALS.get(lower)


def _nouns(document: Document, index: int, end: int) -> tuple[str, ...]:
    """Return the stems of up to four content words behind a figure, up to the first word that cannot belong to it."""
    found: list[str] = []
    tokens = document.tokens
    while index < end and len(found) < 4:
        word = tokens.word(index)
        if word.kind is not TokenKind.WORD or word.lower in STOP_WORDS:
            if word.lower == "of" and not found:
                index += 1
                if index < end and tokens.word(index).lower in ("the", *POSSESSIVES, "those", "these"):
                    index += 1
                continue
            break
        found.append(stem(word.lower))
        index += 1
    return tuple(found)


def _month_near(document: Document, index: int) -> bool:
    tokens = document.tokens
    for other in (index - 1, index + 1):
        if 0 <= other < len(tokens):
            word = tokens.word(other)
            if word.capital and word.lower.rstrip(".") in MONTHS:
                return True
    return False
