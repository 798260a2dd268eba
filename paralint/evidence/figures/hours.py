"""Times of day against the part of the day that is told with them: "at 3 a.m. on Tuesday afternoon"."""

from __future__ import annotations

from paralint.evidence.figures.figured import figured
from paralint.evidence.restatements.conflicts import Conflict, without_repeats
from paralint.text import lazy
from paralint.text.document import Document

WORDS = frozenset(
    (
        "morning",
        "afternoon",
        "evening",
        "night",
        "tonight",
        "lunchtime",
        "dawn",
        "sunrise",
        "daybreak",
        "dusk",
        "sunset",
        "nightfall",
    )
)
"""One of these must stand in a document for anything to be found in it."""
_DAY = r"(?:mon|tues|wednes|thurs|fri|satur|sun)day"
_PART = "|".join(sorted(WORDS))
# The minutes of the day that each part leaves room for; a night may end with the next day's dawn.
_HOURS = {
    "morning": ((0, 750),), "afternoon": ((705, 1140),), "evening": ((930, 1440), (0, 45)),
    "night": ((1020, 1440), (0, 450)), "tonight": ((1020, 1440), (0, 450)), "lunchtime": ((660, 930),),
    "dawn": ((120, 570),), "sunrise": ((150, 600),), "daybreak": ((120, 570),), "dusk": ((870, 1380),),
    "sunset": ((870, 1410),),
    "nightfall": ((870, 1410),),
}  # fmt: skip
_AROUND = r"(?:(?:at )?(?:about|around|exactly)|at|just (?:before|after)|shortly (?:before|after)|soon after|by|from)"
_BEHIND = lazy.pattern(
    rf"(?P<time>#t\d+)(?: (?:local time|local|time|gmt|bst|est|et|cet|on|{_DAY}|yesterday|today|last|that|this|the "
    rf"(?:next|same|following))){{0,3}} "
    rf"(?:(?:in the|on the|that|this|one|of the|at) )?(?:early |late )?(?P<part>{_PART})\b"
)
_BEFORE = lazy.pattern(rf"\b(?P<part>{_PART})(?: ,)? {_AROUND} (?P<time>#t\d+)")


def wrong_hours(document: Document) -> tuple[Conflict, ...]:
    """Return the times of day that lie in no such part of the day (a layer: see ``Document.derive``)."""
    found = []
    for sentence in document.derive(figured):
        if "#t" not in sentence.text:
            continue
        for pattern in (_BEHIND, _BEFORE):
            for match in pattern.finditer(sentence.text):
                time = sentence.figure(match["time"])
                if any(low <= time.value <= high for low, high in _HOURS[match["part"]]):
                    continue
                here = document.tokens.span(time.first, time.last)
                there = sentence.span(document, *match.span("part"))
                found.append(Conflict("hour", here, there, 1.0, f"no {match['part']} has that hour"))
    return without_repeats(found)
