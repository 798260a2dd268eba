"""Numerals, units of measure and currencies: the words of quantities, and what they are worth."""

from __future__ import annotations

from enum import Enum


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


_ONES_WORDS = """
    zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen
    eighteen nineteen
"""
_TENS_WORDS = "twenty thirty forty fifty sixty seventy eighty ninety"
ONES = _ONES_WORDS.split()
TENS = _TENS_WORDS.split()
NUMERALS = {word: float(value) for value, word in enumerate(ONES)} | {
    word: 10.0 * value for value, word in enumerate(TENS, start=2)
}
SCALES = {
    "hundred": 1e2, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12, "k": 1e3, "m": 1e6, "mn": 1e6,
    "bn": 1e9, "tn": 1e12, "b": 1e9, "dozen": 12.0, "lakh": 1e5, "lakhs": 1e5, "crore": 1e7, "crores": 1e7,
}  # fmt: skip
INDEFINITE = {"dozens": 12.0, "scores": 20.0, "hundreds": 1e2, "thousands": 1e3, "millions": 1e6, "billions": 1e9}
FRACTIONS = {
    "half": 1 / 2, "third": 1 / 3, "quarter": 1 / 4, "fifth": 1 / 5, "sixth": 1 / 6, "eighth": 1 / 8, "tenth": 1 / 10,
}  # fmt: skip
MULTIPLES = {"twice": 2.0, "thrice": 3.0, "double": 2.0, "triple": 3.0, "twofold": 2.0, "threefold": 3.0}
TIME_UNITS = {
    "second": 1 / 86400, "minute": 1 / 1440, "hour": 1 / 24, "day": 1.0, "night": 1.0, "week": 7.0, "fortnight": 14.0,
    "month": 30.44, "year": 365.25, "decade": 3652.5, "century": 36525.0,
}  # fmt: skip
LONGER = {
    "second": 60.0, "minute": 60.0, "hour": 24.0, "day": 7.0, "night": 7.0, "week": 4.0, "fortnight": 4.0,
    "month": 12.0, "year": 9.5, "decade": 9.5, "century": 9.5,
}  # fmt: skip
UNITS: dict[str, tuple[Measure, float]] = {
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
CURRENCY_SIGNS = frozenset("$£€¥₹₽₩₺₴")
SIGNS_IN_LETTERS = {"rs": "₹", "rs.": "₹", "inr": "₹"}
"""Words that stand before a sum as a sign does."""
CURRENCIES = {
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


def cardinal(word: str) -> float | None:
    """Return the value of a whole number in figures or in lower-case words, as "47" and "forty-seven"; else None."""
    if word.isdecimal():
        return float(word)
    tens, _, ones = word.partition("-")
    if tens in NUMERALS and (not ones or ones in NUMERALS):
        return NUMERALS[tens] + (NUMERALS[ones] if ones else 0.0)
    return None
