"""Lengths of time that the days, years and hours beside them refute: "on Monday … three days later, on Friday"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain

from paralint.evidence.figures.figured import Figured, figured
from paralint.evidence.measures.quantities import Hedge, Quantity
from paralint.evidence.measures.times import WEEKDAYS
from paralint.evidence.measures.units import Measure
from paralint.evidence.restatements.conflicts import Conflict
from paralint.findings import Span
from paralint.text import lazy
from paralint.text.document import Document

_DAY = "(?:mon|tues|wednes|thurs|fri|satur|sun)day"
_YEAR = r"(?:1[5-9]|20)\d\d"
_LATER = lazy.pattern(
    rf"\b(?:in|since) (?P<one>{_YEAR})\b(?P<gap>[^.;#]{{1,90}}?) (?P<length>#d\d+) (?P<way>later|earlier|"
    rf"afterwards)(?: ,)? in (?P<two>{_YEAR})\b"
)
_DAYS_LATER = lazy.pattern(
    rf"\b(?:on|last|this|by|late|early) (?P<one>{_DAY})\b(?P<gap>[^.;#]{{1,90}}?) (?P<length>#d\d+) (?P<way>later|"
    rf"earlier|afterwards)(?: ,)? on (?P<two>{_DAY})\b"
)
_SPELL = (
    r"(?:plan|programme|program|contract|deal|term|project|period|study|war|reign|ban|lease|agreement|strategy|"
    r"campaign|tenure|spell|"
    r"stint|mission|conflict|dictatorship|rule|mandate|presidency|siege|occupation|exile|boycott|blockade|moratorium|"
    r"run|drought)"
)
_FROM_YEARS = lazy.pattern(
    rf"(?P<length>#d\d+) (?:[a-z-]+ )?{_SPELL}\b(?P<gap>[^.;#]{{0,40}}?) (?:from|between) (?P<one>{_YEAR}) (?:to|and|"
    rf"until|till|through) (?P<two>{_YEAR})\b"
)
_YEARS_IN_ALL = lazy.pattern(
    rf"\b(?:from|between) (?P<one>{_YEAR}) (?:to|and|until|till) (?P<two>{_YEAR}) ,(?P<gap>) (?P<length>#d\d+) (?:in "
    rf"all|in total|altogether|all told)"
)
_FROM_DAYS = lazy.pattern(
    rf"(?P<length>#d\d+) (?:[a-z-]+ ){{1,4}}?(?P<gap>(?:runs?|ran|lasts?|lasted|is held|was held|takes place|took "
    rf"place|will run|will be held|"
    rf"goes on|which runs|is|was|scheduled|due to run|due to last|set to run) )(?:only )?from (?P<one>{_DAY})(?: "
    rf"morning| evening| night)? (?:to|until|till|through) (?P<two>{_DAY})\b"
)
_DAYS_AFTER = lazy.pattern(
    rf"\b(?:opens?|opened|began|begins?|starts?|started) on (?P<one>{_DAY})(?P<gap> (?:and|,) (?:closes?|closed|"
    rf"ends?|ended|finished|finishes) on) (?P<two>{_DAY}) "
    r"(?:after|lasting|having lasted) (?P<length>#d\d+)"
)
_ANNIVERSARY = lazy.pattern(
    rf"\b(?:founded|established|opened|built|formed|launched|created|born|married|set up|started|began|died|"
    rf"premiered|published)\b [^.;#]{{0,20}}?\bin "
    rf"(?P<one>{_YEAR})\b(?P<gap>[^.;#]{{0,80}}?) (?P<length>#o\d+) (?:anniversary|birthday)\b[^.;#]{{0,25}} in "
    rf"(?P<two>{_YEAR})\b"
)
_CLOCKS = lazy.pattern(
    r"\b(?:from|at|between|opened at|began at|started at) (?P<one>#t\d+)[^#;.]{0,40}? (?:to|until|till|and) "
    r"(?:[a-z]+ ){0,2}?(?:at )?(?P<two>#t\d+)"
    r"[^#;.]{0,12} (?:, after|after|lasting|or|,|–|\() (?:for )?(?P<length>#d\d+)"
    r"(?= [.,;)]| later| in all| without| straight| on end| a day| each| every| non-stop)"
)
_HOURS_LATER = lazy.pattern(
    r"\b(?:at|from|about|around) (?P<one>#t\d+)[^#;.]{0,60} (?P<length>#d\d+) (?:later|afterwards) , at (?P<two>#t\d+)"
)
_HOURS_A_DAY = lazy.pattern(
    r"\bfor (?P<length>#d\d+)(?: a day| each day| every day)? , from (?P<one>#t\d+) (?:to|until|till) (?P<two>#t\d+)"
)
# What began at one time and was over at another.
_OUTAGE = lazy.pattern(
    r"\b(?:down|out|failed|fail|began|started|broke|stopped|crashed|lost|cut|shut|closed|blocked|off|collapsed)\b"
    r"[^#;]{0,30} "
    r"(?:at|from|about|around) (?P<one>#t\d+)(?P<gap>[^;]{0,120}?)\b(?:back|restored|resumed|reopened|over|ended|"
    r"finished|returned|repaired|until|running|working|reconnected)\b[^#;]{0,30}? (?P<two>#t\d+)"
)
_MONTHS = lazy.pattern(r"\b(?:months?|weeks?|half|season|anniversary|birthday)\b")
_DAY_LONG = 1440  # minutes
_BEFORE, _BEHIND = 3, 3  # sentences around one with two times in which a length may be told
_ROUNDED = 0.15  # of a length told as about so long


def wrong_durations(document: Document) -> Iterator[Conflict]:
    """Yield the lengths of time that the points in time beside them refute."""
    sentences = document.derive(figured)
    for index, sentence in enumerate(sentences):
        text = sentence.text
        if "#d" in text:
            for find in (_years, _days, _hours):
                yield from find(document, sentence)
        if text.count("#t") > 1:
            yield from _outages(document, sentences, index)
        if "#o" in text:
            yield from _anniversaries(document, sentence)


def _years(document: Document, sentence: Figured) -> Iterator[Conflict]:
    """Find "jailed in 2001 and released six years later, in 2005" and "the five-year plan from 2011 to 2021"."""
    for pattern in (_LATER, _FROM_YEARS, _YEARS_IN_ALL):
        for match in pattern.finditer(sentence.text):
            length = sentence.figure(match["length"])
            passed = int(match["two"]) - int(match["one"])
            if match.groupdict().get("way") == "earlier":
                passed = -passed
            if length.unit not in ("year", "decade") or _MONTHS.search(match["gap"]) or passed <= 0:
                continue
            told = length.value / 365.25
            slack = 1.01 + (_ROUNDED * told if length.hedge is not Hedge.NONE or length.unit == "decade" else 0.0)
            if abs(passed - told) > slack:
                yield _conflict(document, sentence, length, match.span("one"), f"it is {passed} years")


def _days(document: Document, sentence: Figured) -> Iterator[Conflict]:
    """Find "on Monday … three days later, on Friday" and "the two-day meeting runs from Monday to Friday"."""
    for pattern in (_DAYS_LATER, _FROM_DAYS, _DAYS_AFTER):
        for match in pattern.finditer(sentence.text):
            length = sentence.figure(match["length"])
            days = round(length.value)
            if length.unit != "day" or length.hedge is not Hedge.NONE or not length.exact:
                continue
            passed = (WEEKDAYS[match["two"]] - WEEKDAYS[match["one"]]) % 7
            if match.groupdict().get("way") == "earlier":
                passed = -passed % 7
            fits = {days % 7} if pattern is _DAYS_LATER else {days % 7, (days - 1) % 7}
            if passed not in fits and not (pattern is _DAYS_LATER and days > 7):
                reason = f"from {match['one'].title()} to {match['two'].title()} it is not"
                yield _conflict(document, sentence, length, match.span("one"), reason)


def _hours(document: Document, sentence: Figured) -> Iterator[Conflict]:
    """Find "from 9 a.m. to 11 a.m., four hours"."""
    for match in chain.from_iterable(each.finditer(sentence.text) for each in (_CLOCKS, _HOURS_LATER, _HOURS_A_DAY)):
        length = sentence.figure(match["length"])
        one, two = sentence.figure(match["one"]), sentence.figure(match["two"])
        if length.unit not in ("hour", "minute") or two.measure is not Measure.CLOCK or not length.exact:
            continue
        passed = (two.value - one.value) % _DAY_LONG
        if not _is_about(length, passed):
            reason = f"it is {passed / 60:.2g} hours" if passed >= 60 else f"it is {passed:.0f} minutes"
            yield _conflict(document, sentence, length, match.span("one"), reason)


def _outages(document: Document, sentences: Sequence[Figured], index: int) -> Iterator[Conflict]:
    """Find "for five hours … It went down at 11:52 a.m. and came back from 4:45 a.m.": the half of the day is wrong."""
    sentence = sentences[index]
    for match in _OUTAGE.finditer(sentence.text):
        one, two = sentence.figure(match["one"]), sentence.figure(match["two"])
        passed = (two.value - one.value) % _DAY_LONG
        lengths = [
            length
            for near in sentences[max(0, index - _BEFORE) : index + _BEHIND]
            for length in near.known
            if length.unit in ("hour", "minute") and length.exact and length.measure is Measure.DURATION
        ]
        turned = (passed + _DAY_LONG / 2) % _DAY_LONG
        if any(_is_about(each, turned) for each in lengths) and not any(_is_about(each, passed) for each in lengths):
            length = next(each for each in lengths if _is_about(each, turned))
            tokens = document.tokens
            here, there = _which_half(document, one, two), tokens.span(length.first, length.last)
            yield Conflict("years", here, there, 1.0, f"that would be {passed / 60:.2g} hours")


def _which_half(document: Document, one: Quantity, two: Quantity) -> Span:
    """Return the clock whose half of the day is wrong: both where they stand close, else what their days tell."""
    tokens = document.tokens
    both = tokens.span(one.first, two.last)
    if both.end - both.start <= _CLOSE:
        return both
    days = [
        next((lower for lower in document.lowers[each.last : each.last + 3] if lower in WEEKDAYS), "")
        for each in (one, two)
    ]
    # Begun in the morning and over in the small hours of the next day: it began in the afternoon.
    over_night = all(days) and days[0] != days[1] and two.value < _DAY_LONG / 2 and one.value < _DAY_LONG / 2
    wrong = one if over_night else two
    return tokens.span(wrong.first, wrong.last)


_CLOSE = 60  # characters of two clocks that are reported together


def _is_about(length: Quantity, minutes: float) -> bool:
    told = length.value * _DAY_LONG
    return abs(minutes - told) <= max(31.0, 2 * _ROUNDED * told)


def _anniversaries(document: Document, sentence: Figured) -> Iterator[Conflict]:
    """Find "founded in 1950, marked its 40th anniversary in 2010"."""
    for match in _ANNIVERSARY.finditer(sentence.text):
        place = sentence.figure(match["length"])
        passed = int(match["two"]) - int(match["one"])
        if passed > 0 and place.digits != passed:
            yield _conflict(document, sentence, place, match.span("one"), f"it is {passed} years")


def _conflict(document: Document, sentence: Figured, length: Quantity, there: tuple[int, int], reason: str) -> Conflict:
    here = document.tokens.span(length.first, length.last)
    return Conflict("years", here, sentence.span(document, *there), 1.0, reason)
