"""Prepositions and "to" that are left out, too many, or others than they were."""

from __future__ import annotations

from collections.abc import Iterator

from paralint.evidence.words.closed import words
from paralint.evidence.words.titles import MONTHS, WEEKDAYS
from slips.change import Change, Place

PREPOSITIONS = ("in", "on", "at", "of", "to", "for", "with", "from", "by", "about")
COMPOUND = words(
    """
    because due instead according thanks regardless ahead outside front out prior next close addition terms case spite
    view favour favor charge behalf light place response relation regard along together rather apart aside such owing
    """
)
PARTS = frozenset({"morning", "afternoon", "evening", "night"})
GOVERNORS = ("NN", "NNS", "JJ", "VB", "VBD", "VBG", "VBN", "VBP", "VBZ")
MAKING = words("let lets letting make makes made making saw see heard hear watch watched")


def changes(place: Place) -> Iterator[Change]:
    """Yield the slips of small words at a word."""
    word, tag, after = place.word(), place.tag(), place.tag(1)
    if word == "to" and after == "VB":
        yield place.instead("to left out", "")
    if tag == "VB" and (place.tag(-1) == "MD" or (place.tag(-1) == "PRP" and place.word(-2) in MAKING)):
        yield place.instead("to too many", f"to {word}")
    if tag in ("IN", "TO") and word in PREPOSITIONS and after not in ("VB", "IN", ",", "."):
        yield from _of_preposition(place)
    if tag in ("DT", "PRP$") and place.tag(-1) in ("VB", "VBD", "VBP", "VBZ", "VBG") and after in ("NN", "NNS", "JJ"):
        yield place.instead("preposition too many: object", f"{place.draw.choice(PREPOSITIONS)} {word}")
    time = word in ("last", "next", "every", "this") and place.word(1) in (*WEEKDAYS, "year", "month", "week")
    if time and place.tag(-1) not in ("IN", "TO", "DT"):
        yield place.instead("preposition too many: time", f"{place.draw.choice(('in', 'on', 'at'))} {word}")


def _of_preposition(place: Place) -> Iterator[Change]:
    word, before, behind = place.word(), place.tag(-1), place.word(1)
    draw = place.draw
    timed = behind in MONTHS or behind in WEEKDAYS or (behind.isdigit() and len(behind) == 4)
    timed = timed or (behind == "the" and place.word(2) in PARTS)
    if timed and word in ("in", "on", "at"):
        other = draw.choice([other for other in ("in", "on", "at", "by") if other != word])
        yield place.instead("another preposition: time", other)
    elif place.word(-1) in COMPOUND:
        yield place.instead("preposition left out: compound", "")
        yield place.instead("another preposition: compound", _another(place))
    elif before in GOVERNORS:
        kind = "noun" if before[0] == "N" else "adjective" if before[0] == "J" else "verb"
        yield place.instead(f"preposition left out: {kind}", "")
        yield place.instead(f"another preposition: {kind}", _another(place))


def _another(place: Place) -> str:
    return place.draw.choice([other for other in PREPOSITIONS if other != place.word()])
