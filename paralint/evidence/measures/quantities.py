"""Quantities: what a document counts and measures, as intervals that may or may not hold together.

"About 350 items", "more than 94,000 troops", "£9.6bn", "a third", "three times", "a decade-long war": each becomes an
interval over one unit, wide enough for its hedge ("about", "nearly", "more than") and for the rounding that its
trailing zeros show. Two quantities contradict one another only if their intervals share no value (in the spirit of
Roy, Vieira & Roth 2015, "Reasoning about quantities in natural language").
"""

from __future__ import annotations

from collections.abc import Callable
from enum import Enum
from itertools import compress, count

from paralint.evidence.words.vocabulary import FUNCTION_WORDS, stem
from paralint.text import lazy
from paralint.text.document import Document, Tokens
from paralint.text.words import TokenKind, WordType, by_form
from paralint.values import NamedTuple


class Measure(Enum):
    """What sort of thing a quantity measures; only quantities of one measure are ever compared."""

    COUNT = "number"
    MONEY = "sum of money"
    PERCENT = "percentage"
    RATIO = "ratio"
    DURATION = "length of time"
    AGE = "age"
    LENGTH = "length"
    MASS = "weight"
    AREA = "area"
    ORDINAL = "place in a series"
    CLOCK = "time of day"


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


_ONES_WORDS = """
    zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen
    eighteen nineteen
"""
_TENS_WORDS = "twenty thirty forty fifty sixty seventy eighty ninety"
_ONES = _ONES_WORDS.split()
_TENS = _TENS_WORDS.split()
NUMERALS = {word: float(value) for value, word in enumerate(_ONES)} | {
    word: 10.0 * value for value, word in enumerate(_TENS, start=2)
}
_SCALES = {
    "hundred": 1e2, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12, "k": 1e3, "m": 1e6, "mn": 1e6,
    "bn": 1e9, "tn": 1e12, "b": 1e9, "dozen": 12.0,
}  # fmt: skip
_HUNDRED = _SCALES["hundred"]
_INDEFINITE = {"dozens": 12.0, "scores": 20.0, "hundreds": 1e2, "thousands": 1e3, "millions": 1e6, "billions": 1e9}
_FRACTIONS = {
    "half": 1 / 2, "third": 1 / 3, "quarter": 1 / 4, "fifth": 1 / 5, "sixth": 1 / 6, "eighth": 1 / 8, "tenth": 1 / 10,
}  # fmt: skip
_MULTIPLES = {"twice": 2.0, "thrice": 3.0, "double": 2.0, "triple": 3.0, "twofold": 2.0, "threefold": 3.0}
TIME_UNITS = {
    "second": 1 / 86400, "minute": 1 / 1440, "hour": 1 / 24, "day": 1.0, "night": 1.0, "week": 7.0, "fortnight": 14.0,
    "month": 30.44, "year": 365.25, "decade": 3652.5, "century": 36525.0,
}  # fmt: skip
_LONGER = {
    "second": 60.0, "minute": 60.0, "hour": 24.0, "day": 7.0, "night": 7.0, "week": 4.0, "fortnight": 4.0,
    "month": 12.0, "year": 9.5, "decade": 9.5, "century": 9.5,
}  # fmt: skip
_UNITS: dict[str, tuple[Measure, float]] = {
    **{unit: (Measure.DURATION, days) for unit, days in TIME_UNITS.items()},
    "centuries": (Measure.DURATION, 36525.0), "hr": (Measure.DURATION, 1 / 24), "min": (Measure.DURATION, 1 / 1440),
    "millimetre": (Measure.LENGTH, 0.001), "millimeter": (Measure.LENGTH, 0.001), "mm": (Measure.LENGTH, 0.001),
    "centimetre": (Measure.LENGTH, 0.01), "centimeter": (Measure.LENGTH, 0.01), "cm": (Measure.LENGTH, 0.01),
    "inch": (Measure.LENGTH, 0.0254), "inches": (Measure.LENGTH, 0.0254), "foot": (Measure.LENGTH, 0.3048),
    "feet": (Measure.LENGTH, 0.3048), "ft": (Measure.LENGTH, 0.3048), "yard": (Measure.LENGTH, 0.9144),
    "metre": (Measure.LENGTH, 1.0), "meter": (Measure.LENGTH, 1.0), "kilometre": (Measure.LENGTH, 1000.0),
    "kilometer": (Measure.LENGTH, 1000.0), "km": (Measure.LENGTH, 1000.0), "mile": (Measure.LENGTH, 1609.344),
    "milligram": (Measure.MASS, 1e-6), "mg": (Measure.MASS, 1e-6), "microgram": (Measure.MASS, 1e-9),
    "gram": (Measure.MASS, 0.001), "gramme": (Measure.MASS, 0.001), "kilogram": (Measure.MASS, 1.0),
    "kilogramme": (Measure.MASS, 1.0), "kilo": (Measure.MASS, 1.0), "kg": (Measure.MASS, 1.0),
    "pound": (Measure.MASS, 0.4536), "lb": (Measure.MASS, 0.4536), "ounce": (Measure.MASS, 0.02835),
    "ton": (Measure.MASS, 1000.0), "tonne": (Measure.MASS, 1000.0), "stone": (Measure.MASS, 6.35),
    "acre": (Measure.AREA, 4046.9), "hectare": (Measure.AREA, 10000.0),
}  # fmt: skip
_CURRENCY_SIGNS = frozenset("$£€¥₹₽₩₺₴")
_CURRENCIES = {
    "dollar": "$", "euro": "€", "yen": "¥", "rupee": "₹", "rouble": "₽", "ruble": "₽", "franc": "franc",
    "krona": "krona", "krone": "krone", "kroner": "krone", "kronor": "krona", "yuan": "yuan", "lira": "₺",
    "lari": "lari", "zloty": "zloty",
    "shilling": "shilling", "naira": "naira", "baht": "baht", "ringgit": "ringgit", "cedi": "cedi", "birr": "birr",
    "forint": "forint", "koruna": "koruna", "hryvnia": "hryvnia", "riyal": "riyal", "dirham": "dirham", "taka": "taka",
    "kyat": "kyat", "rupiah": "rupiah", "tenge": "tenge", "rial": "rial", "leu": "leu", "lei": "leu", "lek": "lek",
    "kwacha": "kwacha", "kuna": "kuna", "dong": "dong", "reais": "real", "sterling": "£", "crown": "crown",
    "pula": "pula", "tugrik": "tugrik", "somoni": "somoni", "manat": "manat", "dram": "dram", "kwanza": "kwanza",
    "metical": "metical", "lempira": "lempira", "quetzal": "quetzal", "boliviano": "boliviano", "dalasi": "dalasi",
    "ouguiya": "ouguiya", "leva": "lev", "denar": "denar", "afghani": "afghani",
    "peso": "peso", "rand": "rand", "dinar": "dinar", "shekel": "shekel", "cent": "cent", "pence": "pence",
}  # fmt: skip
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
_BEHIND_TIMES = frozenset(("as", "the", "more", "higher", "larger", "its", "their", "his", "her", "in", ".", ""))
_FIGURE = lazy.pattern(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?")
_SCALED = lazy.pattern(r"(\d[\d,.]*?)(k|m|mn|bn|tn|b)")
_COMPOUND = lazy.pattern(r"([a-z]+|\d[\d,.]*)-(second|minute|hour|day|night|week|month|year|decade|century|mile|kilometre|kilometer|metre|meter|foot|pound|tonne?)(-olds?|-long)?")  # fmt: skip # noqa: E501
_ORDINAL = lazy.pattern(r"(\d{1,3})(?:st|nd|rd|th)")
_CLOCK = lazy.pattern(r"(\d{1,2})(?:[.:](\d\d))?")
_HALVES_OF_DAY = frozenset(("am", "pm", "a.m", "p.m", "a.m.", "p.m."))
_LONG = lazy.pattern(r"(second|minute|hour|day|night|week|month|year|decade|centur(?:y|ie))(s?)-long")


def quantities(document: Document) -> tuple[Quantity, ...]:
    """Return the quantities of a document in text order (a layer: see ``Document.derive``)."""
    tokens = document.tokens
    starts: list[int] = []
    for number in compress(count(), map(_BEGINS.__getitem__, tokens.forms)):
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
        quantity = _quantity(document, start, end)
        if quantity is not None:
            found.append(quantity)
            last = quantity.last
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


def _begins(word: WordType) -> bool:
    lower = word.lower
    if word.kind is TokenKind.NUMBER:
        return lower[0].isdecimal()
    return (
        lower in NUMERALS
        or lower in _INDEFINITE
        or lower in _FRACTIONS
        or lower in _MULTIPLES
        or lower in ("hundred", "thousand", "million", "billion", "dozen", "decade")
        or ("-" in lower and (_COMPOUND.fullmatch(lower) or _LONG.fullmatch(lower) or _hyphened(lower)) is not None)
    )


_BEGINS = by_form(_begins)


def _hyphened(lower: str) -> float | None:
    """Return the value of "twenty-five" or "two-thirds"."""
    head, _, tail = lower.partition("-")
    if head in _TENS and tail in _ONES:
        return NUMERALS[head] + NUMERALS[tail]
    if head in NUMERALS and (tail in _FRACTIONS or tail.removesuffix("s") in _FRACTIONS):
        return NUMERALS[head] * _FRACTIONS[tail.removesuffix("s") if tail not in _FRACTIONS else tail]
    return None


def _figure(lower: str) -> float | None:
    if _FIGURE.fullmatch(lower):
        return float(lower.replace(",", ""))
    return NUMERALS.get(lower)


def cardinal(word: str) -> float | None:
    """Return the value of a whole number in figures or in lower-case words, as "47" and "forty-seven"; else None."""
    if word.isdecimal():
        return float(word)
    tens, _, ones = word.partition("-")
    if tens in NUMERALS and (not ones or ones in NUMERALS):
        return NUMERALS[tens] + (NUMERALS[ones] if ones else 0.0)
    return None


def _quantity(document: Document, start: int, end: int) -> Quantity | None:
    tokens = document.tokens

    def lower(index: int) -> str:
        return tokens.word(index).lower if index < end else ""

    first = start
    word = lower(start)
    before = lower(start - 1) if start else ""
    measure = Measure.COUNT
    unit = ""
    factor = 1.0
    nouns: tuple[str, ...] = ()
    exact = True
    ceiling = 0.0  # for indefinite quantities: how many times the lower bound they still allow
    index = start + 1
    digits: float
    compound = _COMPOUND.fullmatch(word)
    long = _LONG.fullmatch(word)
    if compound and (figure := _figure(compound[1])) is not None:
        digits = figure
        measure, factor = _UNITS[compound[2]]
        unit = compound[2]
        if compound[3] and compound[3].startswith("-old"):
            measure = Measure.AGE
    elif compound and compound[1] == "half":
        digits = 0.5
        measure, factor = _UNITS[compound[2]]
        unit = compound[2]
    elif compound:
        return None
    elif long or word == "decade":
        unit = long[1].replace("ie", "y") if long else "decade"
        if not long and before not in ("a", "the", "last", "past"):
            return None
        digits, measure, factor = 1.0, Measure.DURATION, TIME_UNITS[unit]
        if long and long[2]:
            digits, exact, ceiling = 2.0, False, _LONGER[unit] / 2
    elif word in _MULTIPLES:
        if lower(index) not in ("as", "the", "its", "their", "his", "her", "that"):
            return None
        digits, measure = _MULTIPLES[word], Measure.RATIO
    elif word in _FRACTIONS:
        if before not in ("a", "one", "the") and word != "half":
            return None
        if word == "quarter" and before != "a":
            return None
        if lower(index) in TIME_UNITS or lower(index) in ("hour", "dozen", "brother", "sister", "place", "time"):
            return None
        if index < end and tokens.word(index).kind is TokenKind.WORD and lower(index) not in FUNCTION_WORDS:
            return None
        digits, measure = _FRACTIONS[word], Measure.RATIO
        if before in ("a", "one"):
            first -= 1
    elif word in _INDEFINITE:
        digits, exact, ceiling = 2 * _INDEFINITE[word], False, 50.0
    elif ordinal := _ORDINAL.fullmatch(word):
        if _month_near(document, start):
            return None
        digits, measure, nouns = float(ordinal[1]), Measure.ORDINAL, _nouns(document, index, end)
    elif (fraction := _hyphened(word)) is not None:
        digits = fraction
        measure = Measure.RATIO if fraction < 1 else Measure.COUNT
    else:
        scaled = _SCALED.fullmatch(word)
        clock = _CLOCK.fullmatch(word) if lower(index) in _HALVES_OF_DAY else None
        figure = 0.0 if clock else _figure(scaled[1].rstrip(".,")) if scaled else _figure(word)
        if figure is None:
            if word not in _SCALES or before not in ("a", "one"):
                return None
            digits, factor = 1.0, _SCALES[word]
        else:
            digits = figure
            factor = _SCALES[scaled[2]] if scaled else 1.0
        if lower(index) in _FRACTIONS or lower(index).removesuffix("s") in _FRACTIONS:
            share = _FRACTIONS.get(lower(index)) or _FRACTIONS[lower(index).removesuffix("s")]
            if word in NUMERALS and lower(index + 1) == "of":
                digits, measure = digits * share, Measure.RATIO
                index += 1
        while measure is Measure.COUNT:
            if factor == _HUNDRED and lower(index) == "and" and (rest := cardinal(lower(index + 1))):
                digits, factor = digits * factor + rest, 1.0  # "a hundred and forty", which may be millions
                index += 2
            elif lower(index) not in _SCALES or _is_metre(tokens, index, before):
                break
            else:
                factor *= _SCALES[lower(index)]
                index += 1
    if measure is Measure.COUNT:
        following = lower(index).rstrip(".") or lower(index)  # "260 lb." at the end of a sentence
        singular = following.removesuffix("s")
        if start and tokens.word(start - 1).form[-1] in _CURRENCY_SIGNS:
            measure, unit = Measure.MONEY, tokens.word(start - 1).form[-1]
            first = start - 1
        elif following in ("percent", "%", "pct") or (following == "per" and lower(index + 1) == "cent"):
            measure, unit = Measure.PERCENT, "%"
            index += 2 if following == "per" else 1
        elif following == "percentage":
            measure, unit = Measure.PERCENT, "points"
            index += 2
        elif singular in _CURRENCIES or following in _CURRENCIES:
            measure, unit = Measure.MONEY, _CURRENCIES.get(singular) or _CURRENCIES[following]
            index += 1
        elif following in _HALVES_OF_DAY and (clock := _CLOCK.fullmatch(word)):
            measure, unit = Measure.CLOCK, ""
            hours = int(clock[1]) % 12 + (12 if following.startswith("p") else 0)
            digits, factor = float(60 * hours + int(clock[2] or 0)), 1.0
            index += 1
        elif following == "times" and lower(index + 1) in _BEHIND_TIMES:
            measure = Measure.RATIO
            index += 1
        elif singular in _UNITS or following in _UNITS:
            unit = singular if singular in _UNITS else following
            measure, size = _UNITS[unit]
            factor *= size
            index += 1
            rest, index = _smaller_units(lower, index, size) if measure is Measure.DURATION else (0.0, index)
            if rest:  # "2 hours 24 minutes 51 seconds"
                digits, factor, unit = digits * factor + rest, 1.0, "day"
            if lower(index) == "old":
                measure = Measure.AGE
                index += 1
        else:
            nouns = _nouns(document, index, end)
            if (
                word.isdecimal()
                and len(word) == 4
                and "1900" <= word <= "2099"
                and factor == 1.0
                and (
                    before
                    in ("in", "since", "by", "of", "from", "until", "before", "after", "to", "early", "late", "and")
                    or _month_near(document, start)
                    or not nouns
                )
            ):
                return None  # a year
            if _month_near(document, start):
                return None  # the day of a date
            if (word in ("one", "zero") and not nouns) or ":" in word:
                return None
    hedge, hedged = _hedge(document, first)
    value = digits * factor
    low, high = _interval(value, digits, word, hedge, exact, ceiling)
    return Quantity(first, index, measure, unit, nouns, value, low, high, hedge, hedged, digits, exact)


def _is_metre(tokens: Tokens, index: int, before: str) -> bool:
    """Whether an "m" that stands apart from its figure at the head of a sentence is metres, not millions."""
    return tokens.word(index).lower == "m" and tokens.starts[index] > tokens.ends[index - 1] and not before


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


def _nouns(document: Document, index: int, end: int) -> tuple[str, ...]:
    """Return the stems of up to four content words behind a figure, up to the first word that cannot belong to it."""
    found: list[str] = []
    tokens = document.tokens
    while index < end and len(found) < 4:
        word = tokens.word(index)
        if word.kind is not TokenKind.WORD or word.lower in FUNCTION_WORDS:
            if word.lower == "of" and not found:
                index += 1
                if index < end and tokens.word(index).lower in ("the", "its", "their", "his", "her", "those", "these"):
                    index += 1
                continue
            break
        found.append(stem(word.lower))
        index += 1
    return tuple(found)


MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan", "february feb", "march mar", "april apr", "may", "june jun", "july jul", "august aug",
            "september sept sep", "october oct", "november nov", "december dec",
        ),
        start=1,
    )
    for name in names.split()
}  # fmt: skip


def _month_near(document: Document, index: int) -> bool:
    tokens = document.tokens
    for other in (index - 1, index + 1):
        if 0 <= other < len(tokens):
            word = tokens.word(other)
            if word.capital and word.lower.rstrip(".") in MONTHS:
                return True
    return False
