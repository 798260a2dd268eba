"""Groups whose number changes when they are spoken of again: "six riders … the last of the seven"."""

from __future__ import annotations

from collections.abc import Iterator

from paralint.evidence.measures.units import NUMERALS
from paralint.evidence.restatements.conflicts import Conflict
from paralint.text import lazy
from paralint.text.document import Document

_SMALL = {word: int(value) for word, value in NUMERALS.items() if 2 < value < 21}
WORDS = frozenset(_SMALL)
"""One of these must stand in a document for anything to be found in it."""
_NUMBER = "|".join(sorted(_SMALL, key=lambda word: (-len(word), word)))
_AGAIN = lazy.pattern(
    rf"\b(?i:last|first|oldest|youngest|eldest|tallest|rest|most|some|one|two|none|all|each|many|half|any|either|both)"
    rf"\sof\sthe\s(?P<number>{_NUMBER})\b(?=[,.;:]|\s(?:was|were|had|has|have|is|are|to|who|died|came|went)\b)"
)
_FAR, _FURTHEST = (
    3,
    6,
)  # by which the number of a group may differ that the same paragraph, or the sentence before, tells
_OF_THEM = lazy.pattern(rf"of\sthe\s(?:{_NUMBER})\b")  # sooner seen than all of the above
_MEASURED = (
    r"(?!(?:[a-z-]+\s)?(?:miles|yards|feet|metres|meters|kilometres|kilometers|seconds|minutes|hours|days|nights|weeks|"
    r"months|years|decades|points|goals|times|degrees|dollars|euros|pounds|tons|tonnes)\b)"
)
_GROUP = lazy.pattern(
    rf"(?i)\b(?P<number>{_NUMBER}|\d{{1,2}})\s{_MEASURED}(?:[a-z-]+\s)?(?:[a-z]{{3,}}s|people|men|women|"
    rf"children)\b|\bof\s(?P<of>{_NUMBER})\b"
)

_AND_MORE = lazy.pattern(
    rf"(?:\s[a-z]+){{0,3}}?,?\s(?:and|with|plus|as\swell\sas|together\swith|or)\s(?:a|an|one|her|his|their|the|"
    rf"another|two|{_NUMBER}|[A-Z])"
)


def wrong_groups(document: Document) -> tuple[Conflict, ...]:
    """Return the groups that are spoken of with a number that no group of the text has (a layer)."""
    return tuple(_wrong(document))


def _wrong(document: Document) -> Iterator[Conflict]:
    again = [list(_AGAIN.finditer(block.text)) if _OF_THEM.search(block.text) else [] for block in document.blocks]
    while again and not again[-1]:
        again.pop()  # what is told behind the last one does not matter
    told: set[int] = set()
    for block, matches in zip(document.blocks, again, strict=False):
        for match in matches:
            number = _SMALL[match["number"]]
            before = list(_GROUP.finditer(block.text, 0, match.start()))
            here = {_value(each["number"] or each["of"]) for each in before}
            if number in told or number in here or len(here) != 1:
                continue
            group = before[-1]
            if _AND_MORE.match(block.text, group.end()):
                continue  # "three men and a woman … one of the four"
            near = ". " not in block.text[group.end() : match.start()].replace(". ", "", 1)
            if abs(number - next(iter(here))) > (_FURTHEST if near else _FAR):
                continue  # another group, or a part of this one
            yield Conflict(
                "group",
                block.locate(match.start("number"), match.end("number")),
                block.locate(group.start(), group.end()),
                1.0,
            )
        told |= {_value(each["number"] or each["of"]) for each in _GROUP.finditer(block.text)}


def _value(word: str) -> int:
    return int(word) if word.isdecimal() else _SMALL[word.lower()]
