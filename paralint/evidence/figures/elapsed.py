"""Times told from an event, against the year that the document gives the event.

"printed in 2011, two years after the fire", where the fire was in 2013: the year, the number of years and the direction
cannot all be right.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from paralint.evidence.measures.units import cardinal
from paralint.evidence.restatements.conflicts import Conflict, without_repeats
from paralint.findings import Span
from paralint.text import lazy
from paralint.text.document import Document

_YEAR = r"(?:1[5-9]|20)\d\d"
_EVENT = r"(?:[Tt]he|[Aa]n?|his|her|its|their|that)\s(?:[a-z-]+\s){0,2}(?P<event>[a-z]{4,})"
_COUNT = r"(?P<count>\d{1,3}|[A-Za-z][a-z]+(?:-[a-z]+)?)\s(?P<unit>years?|decades?)\s(?P<way>after|before)\s"
_DATED = lazy.pattern(rf"\b{_EVENT}\s(?:in|of)\s(?P<year>{_YEAR})\b(?!s)")
_DATED_BEFORE = lazy.pattern(rf"\b[Tt]he\s(?P<year>{_YEAR})\s(?P<event>[a-z]{{4,}})\b")
_CLAIMS = (
    lazy.pattern(rf"\bin\s(?P<year>{_YEAR})\s?[,(–—]\s?(?:just\s|some\s|only\s)?{_COUNT}{_EVENT}"),
    lazy.pattern(rf"\b{_COUNT}{_EVENT},?\sin\s(?P<year>{_YEAR})\b"),
)


def wrong_intervals(document: Document) -> tuple[Conflict, ...]:
    """Return times from an event that its year refutes (a layer: see ``Document.derive``)."""
    lowers = document.by_lower
    if not ("after" in lowers or "before" in lowers) or not any(
        unit in lowers for unit in ("years", "year", "decades")
    ):
        return ()
    claims = [
        (number, match)
        for number, block in enumerate(document.blocks)
        if ("year" in block.text or "decade" in block.text) and ("after " in block.text or "before " in block.text)
        for pattern in _CLAIMS
        for match in pattern.finditer(block.text)
    ]
    if not claims:
        return ()
    return without_repeats(_refuted(document, claims))


def _refuted(document: Document, claims: list[tuple[int, re.Match[str]]]) -> Iterator[Conflict]:
    dated: defaultdict[str, dict[int, Span]] = defaultdict(dict)
    for block in document.blocks:
        for pattern in (_DATED, _DATED_BEFORE):
            for match in pattern.finditer(block.text):
                dated[match["event"]].setdefault(
                    int(match["year"]), block.locate(match.start("year"), match.end("year"))
                )
    for number, match in claims:
        years = dated.get(match["event"], {})
        word = match["count"].lower()
        count = 1.0 if word == "a" else cardinal(word)
        if len(years) != 1 or count is None:
            continue
        ((year, there),) = years.items()
        passed = count * (10 if match["unit"].startswith("decade") else 1)
        told = int(match["year"])
        owed = told - year if match["way"] == "after" else year - told
        slack = 5 if match["unit"].startswith("decade") else 1
        if abs(owed - passed) > slack:
            here = document.blocks[number].locate(match.start("count"), match.end("event"))
            yield Conflict("elapsed", here, there, 1.0, f"{told} and {year} are {abs(told - year)} years apart")
