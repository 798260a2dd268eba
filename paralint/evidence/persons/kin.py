"""Kin that the sex of somebody's children, or a state of life, leaves no room for: "her two sons … her daughter"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from paralint.evidence.restatements.conflicts import Conflict
from paralint.findings import Span
from paralint.text import lazy
from paralint.text.document import Document

_SEX = {"sons": "m", "boys": "m", "daughters": "f", "girls": "f", "son": "m", "boy": "m", "daughter": "f", "girl": "f"}
_CHILDREN = lazy.pattern(
    r"\b(?:(?P<whose>his|her|their)|has|have|had|with|(?:mother|father|parents?|dad|mum|mom)\sof)\s(?P<many>two|"
    r"three|four|five|six)\s"
    r"(?:(?:young|small|little|teenage|adult|grown|grown-up|baby|twin|other)\s)?(?P<kin>sons|daughters|boys|"
    r"girls)\b(?!\s(?:and|or)\b|,\s(?:two|three|four|and)\b)"
)
_CHILD = lazy.pattern(
    r"\b(?P<whose>his|her|their)\s(?P<which>younger|older|elder|eldest|youngest|oldest|other|only|second|first|third)\s"
    r"(?P<kin>son|daughter|boy|girl)\b"
)
# A state of life, and the kin that nobody in it has; in the present of the narrator only.
_STATES = (
    (
        lazy.pattern(r"\b(?P<who>[Hh]e|[Ss]he),?\s(?:is|was)\s(?:an\sonly\schild)\b"),
        r"(?:older\s|younger\s|elder\s|twin\s|little\s|big\s)?(?:brothers?|sisters?)",
    ),
    (
        lazy.pattern(
            r"\b(?P<who>[Hh]e|[Ss]he)\s(?:is|was)\schildless\b|\b(?P<who2>[Hh]e|[Ss]he)\s(?:has|had)\sno\schildren\b"
        ),
        r"(?:own\s|eldest\s|youngest\s|elder\s|younger\s|only\s)?(?:sons?|daughters?)",
    ),
    (
        lazy.pattern(
            r"\b(?P<who>[Hh]e|[Ss]he)\s(?:has\snever\smarried|never\smarried|is\sa\sbachelor|is\sunmarried)\b"
        ),
        r"(?:wife|husband)",
    ),
)
WORDS = frozenset(
    ("sons", "daughters", "boys", "girls", "child", "childless", "children", "married", "bachelor", "unmarried")
)
"""One of these must stand in a document for anything to be found in it."""
_PRONOUN = {"he": "his", "she": "her"}


def wrong_kin_of(document: Document) -> Iterator[Conflict]:
    """Yield the children and kin that their parents or owners cannot have."""
    lowers = document.by_lower
    if lowers.keys().isdisjoint(WORDS):
        return
    yield from _children(document)
    for pattern, kin in _STATES:
        for number, block in enumerate(document.blocks):
            match = pattern.search(block.text)
            if match is not None:
                yield from _impossible(document, number, match, kin)


def _children(document: Document) -> Iterator[Conflict]:
    """Find "her two sons … her younger daughter", where the text has no other children."""
    told = [(number, match) for number, block in enumerate(document.blocks) for match in _CHILDREN.finditer(block.text)]
    if len(told) != 1:
        return
    number, first = told[0]
    sex = _SEX[first["kin"]]
    others = ("daughters", "girls", "stepdaughter") if sex == "m" else ("sons", "boys", "stepson")
    if not document.by_lower.keys().isdisjoint(others):
        return
    for index, block in enumerate(document.blocks):
        for match in _CHILD.finditer(block.text):
            if _SEX[match["kin"]] == sex or (first["whose"] and first["whose"] != match["whose"]):
                continue
            if (index, match.start()) < (number, first.start()):
                continue
            here = block.locate(match.start("kin"), match.end("kin"))
            there = document.blocks[number].locate(*first.span())
            yield Conflict("gender", here, there, 1.0, f"{first['many']} {first['kin']}")


def _impossible(document: Document, number: int, match: re.Match[str], kin: str) -> Iterator[Conflict]:
    """Find "She is an only child. Her brother …" in one paragraph or the next."""
    who = next(value for name, value in match.groupdict().items() if value).lower()
    owned = re.compile(rf"\b{_PRONOUN[who]}\s{kin}\b", re.IGNORECASE)
    there: Span = document.blocks[number].locate(*match.span())
    for block in document.blocks[number : number + 2]:
        start = match.end() if block is document.blocks[number] else 0
        found = owned.search(block.text, start)
        if found is not None:
            yield Conflict("gender", block.locate(*found.span()), there, 1.0, match[0])
            return
