"""Dates, ages and years of work that their own sentence works out wrong.

"On 19 May … a fortnight later, on 1 June", "died in 2019 aged 71 … born in 1958", "Roe, 31, has worked there for 25
years", "began on Monday, lasted four days and ended on Wednesday", "lost £3m, its second annual profit".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from paralint.evidence.figures.figured import Figured, figured, without_figures
from paralint.evidence.measures.quantities import Hedge
from paralint.evidence.measures.times import WEEKDAYS
from paralint.evidence.measures.units import MONTHS
from paralint.evidence.restatements.conflicts import Conflict
from paralint.text import lazy
from paralint.text.document import Document
from paralint.text.morphology import verb_forms

_YEAR = r"(?:1[6-9]|20)\d\d"
_DIGITS = 4  # of a year
_MONTH = "|".join(sorted(MONTHS, key=len, reverse=True))
_DATE = rf"(?:(?:\d{{1,2}}) (?:{_MONTH})\b|(?:{_MONTH})\.? (?:\d{{1,2}})\b)"
_LATER = lazy.pattern(
    rf"\b(?P<one>{_DATE})(?P<gap>[^;:#]{{1,90}}?) (?P<length>#d\d+|an? (?:day|week|fortnight|month)) "
    rf"(?P<way>later|earlier|afterwards)(?: ,)? on (?P<two>{_DATE})"
)
_YEARS = lazy.pattern(
    rf"\bbetween (?:(?:{_MONTH}) )?(?P<one>{_YEAR}) and (?:[a-z'’-]+ ){{1,5}}?in (?:(?:{_MONTH}) )?(?P<two>{_YEAR})\b|"
    rf"\b(?:joined|founded|opened|arrived|enrolled|entered|hired|born)\b(?: [a-z'’&-]+){{0,9}} in (?P<first>{_YEAR}) "
    rf"and (?:[a-z]+ )?(?:became|rose|took|left|retired|closed|died|moved|won|sold)\b(?: [a-z'’-]+){{0,6}} "
    rf"in (?P<last>{_YEAR})\b"
)
_YEARS_LATER = lazy.pattern(
    rf"\bin (?P<one>{_YEAR})\b[^;:#]{{0,90}}? (?P<length>#d\d+) (?P<way>later|earlier|afterwards)(?: ,)? in "
    rf"(?P<two>{_YEAR})\b"
)
_DAY = "|".join(sorted((day for day in WEEKDAYS if day.endswith("day")), key=len, reverse=True))
_LASTED = lazy.pattern(
    rf"\b(?:began|started|opened|starts|begins|opens) on (?P<one>{_DAY})\b[^;:#]{{0,50}}? (?:lasted|lasting|lasts|"
    rf"ran for|runs for|"
    rf"last|went on for|continued for) (?:for )?(?P<length>#d\d+)[^;:#]{{0,40}}? (?:ended|ends|end|closed|closes|"
    rf"finished|concluded) on (?P<two>{_DAY})\b"
)
_AGED = r"(?:aged|at the age of|at age|at) (?P<age>#[ac]\d+)"
_DIED = (
    lazy.pattern(
        rf"\b(?:died|dies|killed)\b[^;:#]{{0,30}}? (?P<year>{_YEAR}) (?:, )?{_AGED}\b[^;:#]{{0,60}}? "
        rf"born\b[^;:#]{{0,30}}? (?P<birth>{_YEAR})"
    ),
    lazy.pattern(
        rf"\bborn\b[^;:#]{{0,40}}? (?P<birth>{_YEAR})\b[^;:#]{{0,90}}? (?:died|was killed)\b[^;:#]{{0,30}}? "
        rf"(?P<year>{_YEAR}) (?:, )?{_AGED}"
    ),
)
_WORK = (
    r"(?:worked|served|taught|driven|fished|farmed|practised|practiced|ruled|governed|preached|nursed|been (?:a|an|"
    r"the) [a-z]+|run the|"
    r"flown|policed|been married|been mayor|led the|coached|refereed|delivered|lived alone)"
)
_WORKED = lazy.pattern(
    rf", (?P<age>#[ac]\d+) , [^#;:.]{{0,40}}?\b(?:has|had|having) {_WORK}\b[^#;:.]{{0,60}} (?:for|over) (?:the past |"
    rf"more than )?(?P<length>#d\d+)"
)
_AGO = lazy.pattern(
    r", (?P<age>#[ac]\d+) , (?:who |had )?(?P<deed>left school|graduated|married|qualified|retired|joined the "
    r"(?:army|navy|police|party)|"
    r"became a (?:father|mother|teacher|nurse|doctor|judge))[^#;:.]{0,50} (?P<length>#d\d+) ago"
)
_LEAST = {"left": 13, "graduated": 16, "married": 14, "qualified": 17, "retired": 38, "joined": 14, "became": 13}
_YOUNGEST = 11  # at which somebody works
_ORDINAL = (
    r"(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|straight|consecutive|successive|annual|"
    r"quarterly|"
    r"record|biggest|largest|such|in a row)"
)
_LOSS = lazy.pattern(
    rf"\b(?P<verb>lost|made a loss of|reported a loss of|posted a loss of) (?P<sum>#m\d+)[^#;:]{{0,40}}? , (?:its|"
    rf"their|his|her|the|a) (?:{_ORDINAL} )+(?P<noun>profit|surplus|gain)\b"
)
_PROFIT = lazy.pattern(
    rf"\b(?P<verb>made a profit of|reported a profit of|posted a profit of|earned|gained) "
    rf"(?P<sum>#m\d+)[^#;:]{{0,40}}? , (?:its|their|his|her|the|a) (?:{_ORDINAL} )+(?P<noun>loss|deficit)\b"
)
_CLOCK_LATER = lazy.pattern(
    r"\b(?P<one>#t\d+|noon|midday|midnight)\b[^#]{0,90}? (?:at|until) (?:about |around )?(?P<two>#t\d+) , "
    r"(?:just |only |about )?"
    r"(?P<length>(?:#d\d+|#c\d+ and a half hours|half an hour|an hour)(?: (?:and )?#[cd]\d+(?: minutes)?| and a "
    r"half)?) "
    r"(?P<way>earlier|later|before|after)(?= [.,;]|$)"
)
_OLDER = lazy.pattern(
    r"(?:\b(?:is|was|at|aged)|,) (?P<one>#[ac]\d+) , (?:just |only )?(?P<step>#[da]\d+) (?P<way>older|younger) "
    r"than [^#;.]{1,40}? "
    r"(?:who is|who was|,|at|aged|is|was) (?P<two>#[ac]\d+)(?= [.,;)]|$)"
)
_NOON = {"noon": 720.0, "midday": 720.0, "midnight": 0.0}
_DONE = lazy.pattern(
    r"\b(?P<day>yesterday|this morning|earlier today|last night)\b[^;:“”\"]{0,80}? , (?P<when>#d\d+ before "
    r"(?:he|she|it|they|the "
    r"[a-z]+) (?P<verb>[a-z]+))\b"
)
_SPAN = {"day": 1, "week": 7, "fortnight": 14}
_DAYS_OF_YEAR = 365.25
_HALF_A_YEAR = 183  # days; more of them back are told of the next year
_YEAR_OF_REFERENCE = 2023


def reckoned_times(document: Document) -> Iterator[Conflict]:
    """Yield the times and ages that their sentence works out wrong."""
    lowers = document.by_lower
    for sentence in document.derive(figured):
        words = sentence.words
        if not words.isdisjoint(("later", "earlier", "afterwards")) and not words.isdisjoint(MONTHS):
            yield from _later(document, sentence)
        if "in" in words:
            yield from _turned_years(document, sentence)
        if "#d" in sentence.text and not words.isdisjoint(("later", "earlier", "afterwards")):
            yield from _years_later(document, sentence)
        if "#d" in sentence.text and not words.isdisjoint(WEEKDAYS):
            yield from _lasted(document, sentence)
        if "#d" in sentence.text and ", #" in sentence.text:
            yield from _worked(document, sentence)
        if not words.isdisjoint(("earlier", "later", "before", "after")) and "#t" in sentence.text:
            yield from _clock_times(document, sentence)
        if "before" in words and not words.isdisjoint(("yesterday", "morning", "today", "night")):
            yield from _before_the_past(document, sentence)
        if not words.isdisjoint(("older", "younger")) and len(sentence.known) > 2:
            yield from _siblings(document, sentence)
        if "born" in words:
            yield from _died(document, sentence)
        if "#m" in sentence.text and (
            "profit" in lowers or "loss" in lowers or "deficit" in lowers or "surplus" in lowers
        ):
            for pattern in (_LOSS, _PROFIT):
                for match in pattern.finditer(sentence.text):
                    here, there = (sentence.span(document, *match.span(name)) for name in ("noun", "verb"))
                    yield Conflict("reckoning", here, there, 1.0, "one is gained, the other lost")

    years = [word for word in lowers if len(word) == _DIGITS and word.isdecimal()]
    for sentence in without_figures(document, (*years, *MONTHS)):
        yield from _turned_years(document, sentence)
        if not sentence.words.isdisjoint(MONTHS):
            yield from _later(document, sentence)


def _turned_years(document: Document, sentence: Figured) -> Iterator[Conflict]:
    """Find "between May 2022 and his arrest in 2021", "joined the bank in 1989 and became its head in 1986"."""
    for match in _YEARS.finditer(sentence.text):
        first, last = ("one", "two") if match["one"] else ("first", "last")
        if int(match[last]) < int(match[first]):
            here, there = (sentence.span(document, *match.span(name)) for name in (last, first))
            yield Conflict("reckoning", here, there, 1.0, "the years stand the other way round")


def _years_later(document: Document, sentence: Figured) -> Iterator[Conflict]:
    """Find "died in 2009 and seven years later, in 2014"."""
    for match in _YEARS_LATER.finditer(sentence.text):
        length = sentence.figure(match["length"])
        passed = (int(match["two"]) - int(match["one"])) * (-1 if match["way"] == "earlier" else 1)
        if length.unit.startswith("year") and length.exact and length.hedge is Hedge.NONE and passed != length.digits:
            here = sentence.span(document, match.start("length"), match.end("two"))
            there = sentence.span(document, *match.span("one"))
            yield Conflict("reckoning", here, there, 1.0, f"it is {passed} years")


def _date(text: str) -> date | None:
    first, _, second = text.replace(".", "").partition(" ")
    day, month = (first, second) if first.isdecimal() else (second, first)
    try:
        return date(_YEAR_OF_REFERENCE, MONTHS[month.strip()], int(day))
    except ValueError:
        return None


def _later(document: Document, sentence: Figured) -> Iterator[Conflict]:
    """Find "on 19 May and ended a fortnight later, on 1 June"."""
    for match in _LATER.finditer(sentence.text):
        one, two = _date(match["one"]), _date(match["two"])
        if one is None or two is None or re.search(rf"\b(?:{_YEAR})\b", match["gap"]):
            continue
        if match["length"].startswith("#"):
            length = sentence.figure(match["length"])
            unit, many = length.unit, length.digits
            if length.hedge is not Hedge.NONE or not length.exact:
                continue
        else:
            unit, many = match["length"].split()[1], 1.0
        if match["way"] == "earlier":
            one, two = two, one
        passed = (two - one).days % 365
        wrong = unit in _SPAN and abs(passed - _SPAN[unit] * many) > (1 if unit == "day" else 2)
        if unit == "month":
            wrong = abs(passed - 30.4 * many) > 4 + many
        if wrong:
            here = sentence.span(document, match.start("length"), match.end("two"))
            there = sentence.span(document, *match.span("one"))
            back = 0 > (two - one).days > -_HALF_A_YEAR
            reason = "the dates stand the other way round" if back else f"it is {passed} days"
            yield Conflict("reckoning", here, there, 1.0, reason)


def _clock_times(document: Document, sentence: Figured) -> Iterator[Conflict]:
    """Find "ought to be back at noon. He came at 1.35pm, an hour and 35 minutes earlier"."""
    for match in _CLOCK_LATER.finditer(sentence.text):
        one = _NOON[match["one"]] if match["one"] in _NOON else sentence.figure(match["one"]).value
        two = sentence.figure(match["two"]).value
        if one != two and (two > one) is (match["way"] in ("earlier", "before")):
            here, there = (sentence.span(document, *match.span(name)) for name in ("way", "two"))
            here = sentence.span(document, match.start("length"), match.end("way"))
            yield Conflict("reckoning", here, there, 1.0, "the hours stand the other way round")


def _siblings(document: Document, sentence: Figured) -> Iterator[Conflict]:
    """Find "is 34, three years older than her brother, who is 37"."""
    for match in _OLDER.finditer(sentence.text):
        one, step, two = (sentence.figure(match[name]) for name in ("one", "step", "two"))
        older = match["way"] == "older"
        years = one.digits - two.digits if older else two.digits - one.digits
        if step.unit == "year" and step.exact and step.hedge is Hedge.NONE and abs(years - step.digits) > 1:
            here = sentence.span(document, match.start("step"), match.end("way"))
            reason = f"the difference is {abs(years):g}" if years > 0 else "the ages say the opposite"
            yield Conflict("reckoning", here, sentence.span(document, *match.span("two")), 1.0, reason)


def _before_the_past(document: Document, sentence: Figured) -> Iterator[Conflict]:
    """Find "was dismissed yesterday, nine days before he stopped a concert": what is over was before yesterday."""
    for match in _DONE.finditer(sentence.text):
        if "VBD" in verb_forms(match["verb"]) and "VB" not in verb_forms(match["verb"]):
            here, there = (sentence.span(document, *match.span(name)) for name in ("when", "day"))
            yield Conflict("reckoning", here, there, 1.0, "what is over was before that day")


def _lasted(document: Document, sentence: Figured) -> Iterator[Conflict]:
    """Find "began on Monday, lasted four days and ended on Wednesday"."""
    for match in _LASTED.finditer(sentence.text):
        length = sentence.figure(match["length"])
        passed = (WEEKDAYS[match["two"]] - WEEKDAYS[match["one"]]) % 7
        plain = length.unit == "day" and length.exact and length.hedge is Hedge.NONE
        if plain and passed not in (length.digits % 7, (length.digits - 1) % 7):
            here = document.tokens.span(length.first, length.last)
            yield Conflict("reckoning", here, sentence.span(document, *match.span("two")), 1.0, "it is not")


def _died(document: Document, sentence: Figured) -> Iterator[Conflict]:
    """Find "died in 2019 aged 71; he was born in 1958"."""
    for pattern in _DIED:
        for match in pattern.finditer(sentence.text):
            age, passed = sentence.figure(match["age"]).digits, int(match["year"]) - int(match["birth"])
            if passed > 0 and age not in (passed, passed - 1):
                here = sentence.span(document, *match.span("age"))
                there = sentence.span(document, *match.span("birth"))
                yield Conflict("reckoning", here, there, 1.0, f"it is {passed} years")


def _worked(document: Document, sentence: Figured) -> Iterator[Conflict]:
    """Find "Roe, 31, has worked there for 25 years" and "Roe, 19, left school 12 years ago"."""
    for pattern in (_WORKED, _AGO):
        for match in pattern.finditer(sentence.text):
            age, length = sentence.figure(match["age"]), sentence.figure(match["length"])
            least = _YOUNGEST if pattern is _WORKED else _LEAST[match["deed"].split()[0]]
            begun = age.digits - length.value / _DAYS_OF_YEAR
            if length.unit in ("year", "decade") and age.digits >= _YOUNGEST and begun < least:
                here = document.tokens.span(length.first, length.last)
                there = document.tokens.span(age.first, age.last)
                yield Conflict(
                    "reckoning", here, there, 1.0, f"that would be from the age of {max(0, round(begun))} on"
                )
