"""Lengths of time and ages that the years beside them refute: "from 1954 to 2014, 40 years"."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from paralint.evidence.measures.quantities import quantities
from paralint.evidence.measures.units import cardinal
from paralint.evidence.restatements.conflicts import Conflict, without_repeats
from paralint.evidence.words.places import numerals
from paralint.evidence.words.titles import MONTH_NAMES
from paralint.findings import Span
from paralint.text import lazy
from paralint.text.document import Document
from paralint.text.words import by_form

_YEAR = r"(?P<%s>(?:1[5-9]|20)\d\d)"
_MONTH = rf"(?:(?:early|late|mid-?)\s)?(?:(?:\d{{1,2}}\s)?(?:{MONTH_NAMES})\s(?:\d{{1,2}},\s)?)?"
_COUNT = r"(?P<count>\d{1,3}|[a-z]+(?:-[a-z]+)?)"
_SPAN = rf"(?:from|between)\s{_MONTH}{_YEAR % 'begin'}\s(?:to|until|till|and)\s{_MONTH}{_YEAR % 'end'}"
_HEDGE = r"(?:(?P<hedge>about|around|nearly|almost|over|more\sthan|less\sthan|some|at\sleast|just\sover)\s)?"
_PATTERNS = (
    lazy.pattern(rf"\b{_HEDGE}{_COUNT}\s(?P<unit>years?|decades?)(?:,|\sas\s[a-z ]{{3,30}},?|\s\()?\s?{_SPAN}"),
    lazy.pattern(
        rf"\b{_SPAN},?\s(?:a\s(?:period|span)\sof|or\sfor|or|for)\s{_HEDGE}{_COUNT}\s(?P<unit>years?|decades?)"
    ),
    lazy.pattern(
        rf"\bborn\s(?:in\s[A-Z]\w+\s)?(?:in|on)\s{_MONTH}{_YEAR % 'begin'}[^.;]{{1,80}}?\bdied\s(?:in|on)\s{_MONTH}"
        rf"{_YEAR % 'end'}[^.;\d]{{0,40}}?\b(?P<hedge>aged|at\sthe\sage\sof|at\sage|at)\s{_COUNT}(?P<unit>)\b"
    ),
)


_YEAR_FORM = lazy.pattern(r"(?:1[5-9]|20)\d\d$")


_IS_YEAR = by_form(lambda word: len(word.form) == 4 and _YEAR_FORM.match(word.form) is not None)


def wrong_years(document: Document) -> tuple[Conflict, ...]:
    """Return the lengths of time that two years refute (a layer: see ``Document.derive``)."""
    kinds = [kind for kind in document.derive(numerals) if _IS_YEAR[document.tokens.forms[kind]]]
    blocks = Counter(document.block_of(place) for kind in kinds for place in document.places[kind])
    found = [conflict for number in sorted(blocks) if blocks[number] > 1 for conflict in _in_block(document, number)]
    if document.derive(quantities):
        from paralint.evidence.figures.durations import wrong_durations  # of no use where nothing is counted

        found += wrong_durations(document)
    return without_repeats(found)


def _in_block(document: Document, number: int) -> Iterator[Conflict]:
    text = document.blocks[number].text
    for pattern in _PATTERNS:
        for match in pattern.finditer(text):
            count = cardinal(match["count"])
            begin, end = int(match["begin"]), int(match["end"])
            if count is None or end <= begin:
                continue
            decades = match["unit"].startswith("decade")
            passed = (end - begin) / (10 if decades else 1)
            hedge = match["hedge"] or ""
            slack = 0.6 if decades else 1.0
            if hedge not in ("", "aged", "at", "at age", "at the age of"):
                slack += 0.15 * passed
            if abs(passed - count) > slack:
                last = "unit" if match["unit"] else "count"
                here = document.blocks[number].locate(match.start("count"), match.end(last))
                there = Span(
                    document.blocks[number].locate(match.start("begin"), match.end("begin")).start,
                    document.blocks[number].locate(match.start("end"), match.end("end")).end,
                )
                yield Conflict("years", here, there, 1.0, f"from {begin} to {end} it is {end - begin} years")
