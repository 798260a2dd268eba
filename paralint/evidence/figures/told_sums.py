"""Figures that are soon added up: lists of ages, sides, times and dates that do not make the number told of them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from paralint.evidence.figures.adjoining import disproportion, of_figure
from paralint.evidence.figures.figured import MARK, Figured
from paralint.evidence.measures.quantities import Quantity
from paralint.evidence.restatements.conflicts import Conflict
from paralint.evidence.words.titles import MONTH_NAMES
from paralint.text import lazy
from paralint.text.document import Document

_MONTHS = MONTH_NAMES.lower()
_AGES = lazy.pattern(
    r"(?P<all>#c\d+)(?: [a-z-]+){1,3} ,? ?(?:all |both )?aged (?P<list>#[acd]\d+(?: , #[acd]\d+)*(?: ,)? and #[acd]\d+)"
    r"(?! (?:and|to)\b)"
)
_BOTH = lazy.pattern(r"(?P<all>#c\d+)(?: [a-z-]+){1,2} , (?P<both>both (?:of (?:them|whom|which)\b|[a-z]+ed\b))")
_SIDES = lazy.pattern(
    r"(?P<all>#c\d+)(?: [a-z-]+){1,2} ,? ?(?P<each>#c\d+)(?: [a-z]+)? (?P<from>(?:from|for|on|by|to) each "
    r"(?:side|camp|team|half|of the two)\b)"
)
_LEAD = lazy.pattern(
    r"\b(?:led|lead|leads|leading|ahead|won|win|wins|beat|trailed|behind|lost) (?:[a-z]+ ){0,3}?by (?P<step>#c\d+) "
    r"(?:goals?|points?|runs|shots|frames|games|seats|votes)\b[^#;.]{0,30}?, (?P<one>\d{1,3})[-–](?P<two>\d{1,3})\b"
)
_CONVERTED = lazy.pattern(
    r"(?P<one>#m\d+) (?:\(|–|—|, or) ?(?:about |around |some |roughly |nearly |almost |just over |just under )?"
    r"(?P<two>#m\d+)(?= [)–—,.])"
)
_HARD = frozenset("$£€")  # units of money of which a few make one another
_DEAREST = 40.0  # of them make one
_DATES = lazy.pattern(
    rf"(?P<all>#d\d+) ?,? (?:from|between) (?:(?P<month>{_MONTHS}) (?P<one>\d\d?)|(?P<first>\d\d?) "
    rf"(?P<its>{_MONTHS}))"
    rf" (?:to|until|till|and|through) (?:(?P<month2>{_MONTHS}) (?P<two>\d\d?)|(?P<second>\d\d?) "
    rf"(?P<its2>{_MONTHS}))\b"
)
_TIMES = lazy.pattern(r"(?P<all>#r\d+|#c\d+ times)\b[^:#]{0,60}: (?P<list>.+)$")
_ONCE = lazy.pattern(r"\b(?:once|twice)\b|#r\d+")
_OF_TIMES = {"once": 1.0, "twice": 2.0}
_WHOLE = lazy.pattern(
    r"\bfor (?P<some>#c\d+)(?: [a-z]+){1,2} [^#;]{0,40}?(?P<price>#m\d+)[^#;]{0,20}[;,] (?:and )?for the "
    r"(?:whole|full|entire) (?P<all>#c\d+) ,? ?(?:[a-z]+ ){0,3}?(?P<sum>#m\d+)"
)
_SLIPPED = 4.0  # times by which a sum on another scale is too large or too small
_OF_THE = lazy.pattern(
    r"^[\"“]?of (?:the|its|their|his|her) (?P<all>#c\d+)\b[^#;:]*? (?P<list>#c\d+ [^#;:]*?(?:, #c\d+ [^#;:]*?)+,? and "
    r"(?:#c\d+|one|none) [^#;:]*)$"
)


def sums(document: Document, sentence: Figured) -> Iterator[Conflict]:
    """Find the figures of a sentence that do not make up another one of it."""
    for find in (_ages, _boths, _sides, _leads, _converted, _dates, _times, _wholes, _parts_of):
        yield from find(document, sentence)


def _ages(document: Document, sentence: Figured) -> Iterator[Conflict]:
    """Find "four suspects, aged 23, 31 and 34"."""
    for match in _AGES.finditer(sentence.text) if "aged" in sentence.words else ():
        whole, ages = sentence.figure(match["all"]), sentence.figures(match["list"])
        if whole.value != len(ages):
            yield disproportion(of_figure(document, whole), of_figure(document, ages[-1]), f"{len(ages)} are told")


def _boths(document: Document, sentence: Figured) -> Iterator[Conflict]:
    """Find "six children, both of them her own"."""
    for match in _BOTH.finditer(sentence.text) if "both" in sentence.words else ():
        whole = sentence.figure(match["all"])
        if whole.value > 2:
            here = sentence.span(document, *match.span("both"))
            yield disproportion(here, of_figure(document, whole), "both are two")


def _sides(document: Document, sentence: Figured) -> Iterator[Conflict]:
    """Find "16 officers, six from each side"."""
    for match in _SIDES.finditer(sentence.text) if "each" in sentence.words else ():
        whole, each = sentence.figure(match["all"]), sentence.figure(match["each"])
        if whole.plain and each.plain and whole.value != 2 * each.value:
            here = sentence.span(document, match.start("each"), match.end("from"))
            yield disproportion(here, of_figure(document, whole), f"that is {2 * each.value:g}")


def _leads(document: Document, sentence: Figured) -> Iterator[Conflict]:
    """Find "led by five goals at half-time, 16-12"."""
    for match in _LEAD.finditer(sentence.text) if "by" in sentence.words else ():
        step, one, two = sentence.figure(match["step"]), int(match["one"]), int(match["two"])
        if step.plain and one != two and step.value != abs(one - two):
            here = sentence.span(document, match.start("one"), match.end("two"))
            yield disproportion(here, of_figure(document, step), f"that is {abs(one - two)}")


def _converted(document: Document, sentence: Figured) -> Iterator[Conflict]:
    """Find "US$95 million (S$123 billion)"."""
    for match in _CONVERTED.finditer(sentence.text) if "#m" in sentence.text else ():
        one, two = sentence.figure(match["one"]), sentence.figure(match["two"])
        small, large = sorted((one.value, two.value))
        if {one.unit, two.unit} <= _HARD and small > 0 and large > _DEAREST * small:
            yield disproportion(of_figure(document, two), of_figure(document, one), "one of them is on another scale")


def _dates(document: Document, sentence: Figured) -> Iterator[Conflict]:
    """Find "for ten days, from May 3 until May 7"."""
    for match in _DATES.finditer(sentence.text) if "#d" in sentence.text else ():
        months = {match["month"] or match["its"], match["month2"] or match["its2"]}
        days = int(match["two"] or match["second"]) - int(match["one"] or match["first"])
        whole = sentence.figure(match["all"])
        if (
            len(months) == 1
            and days > 0
            and whole.plain
            and whole.unit == "day"
            and whole.value not in (days, days + 1)
        ):
            here = of_figure(document, whole)
            there = sentence.span(document, match.end("all") + 1, match.end())
            yield disproportion(here, there, f"that is {days + 1}")


def _times(document: Document, sentence: Figured) -> Iterator[Conflict]:
    """Find "stopped four times: twice for repairs, once for an earthquake and twice for love"."""
    match = None if sentence.words.isdisjoint(("once", "twice")) else _TIMES.search(sentence.text)
    told = [] if match is None else list(_ONCE.finditer(sentence.text, match.start("list")))
    if match is None or len(told) < 2:
        return
    whole = sentence.figure(match["all"].partition(" ")[0])
    total = sum(_OF_TIMES.get(each[0]) or sentence.figure(each[0]).value for each in told)
    if whole.plain and whole.value != total:
        here = sentence.span(document, *told[-1].span())
        yield disproportion(here, of_figure(document, whole), f"that is {total:g}")


def _wholes(document: Document, sentence: Figured) -> Iterator[Conflict]:
    """Find "for six columns £1.1 million; for the whole 22, £40 million"."""
    for match in _WHOLE.finditer(sentence.text) if "for" in sentence.words else ():
        some, price, every, total = (sentence.figure(match[name]) for name in ("some", "price", "all", "sum"))
        ratio = total.value / price.value * some.value / every.value if price.value and every.value else 1.0
        if not 1 / _SLIPPED < ratio < _SLIPPED and price.unit == total.unit:
            yield disproportion(
                of_figure(document, total), of_figure(document, price), "one of them is on another scale"
            )


def _parts_of(document: Document, sentence: Figured) -> Iterator[Conflict]:
    """Find "of the 14, nine had said yes, five no and one nothing"."""
    match = _OF_THE.search(sentence.text) if len(sentence.known) > 2 else None
    if match is None:
        return
    whole, parts = sentence.figure(match["all"]), sentence.figures(match["list"])
    total = sum(each.value for each in parts) + (" and one " in match["list"])
    alike = not any(gap.endswith((" of ", " to ", " from ")) for gap in re.split(MARK.pattern, match["list"])[1:-1])
    if alike and all(map(_counts, [whole, *parts])) and whole.value < total <= 2 * whole.value:
        yield disproportion(of_figure(document, parts[-1]), of_figure(document, whole), f"the parts make {total:g}")


def _counts(each: Quantity) -> bool:
    return each.plain and not each.unit
