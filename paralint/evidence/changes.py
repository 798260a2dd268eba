"""Rises and falls told with both figures in another order than "from … to …", and the direction that they show."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from paralint.evidence.conflicts import Conflict, without_repeats
from paralint.evidence.quantities import Measure, Quantity, comparable, quantities
from paralint.evidence.titles import words
from paralint.text.document import Document

RISING = words("""
    rise rises rose risen rising increase increases increased increasing grow grows grew grown growing climb climbs
    climbed climbing jump jumps jumped jumping surge surges surged surging soar soars soared soaring gain gains gained
    """)
FALLING = words("""
    fall falls fell fallen falling drop drops dropped dropping decline declines declined declining decrease decreases
    decreased decreasing shrink shrinks shrank shrunk shrinking plunge plunges plunged plunging tumble tumbles tumbled
    tumbling sink sinks sank sunk slump slumps slumped slumping slide slides slid plummet plummets plummeted
    """)
_BETWEEN = frozenset((",", "per", "cent", "a", "share", "year", "month", "each", "day", "tonne", "barrel"))
_REACH = 9  # tokens between a verb and the figures that it rules
_REVERSING = words("not n't deficit loss losses less behind short debt minus negative below under place rank")


def wrong_changes(document: Document) -> tuple[Conflict, ...]:
    """Return words of change that the figures beside them refute (a layer: see ``Document.derive``)."""
    known = document.derive(quantities)
    return without_repeats(_turned(document, known))


def _turned(document: Document, known: tuple[Quantity, ...]) -> Iterator[Conflict]:
    """Find "86 per cent, up from 91 per cent", "fell 22 percent, to 78 billion, from 61 billion"."""
    word = document.tokens.word
    for after, before in pairwise(known):
        if not comparable(after, before) or before.measure in (Measure.AGE, Measure.RATIO):
            continue
        if before.hedged < 2 or word(before.hedged - 1).lower != "from" or before.hedged - after.last > 5:
            continue
        if after.high >= before.low and before.high >= after.low:
            continue
        sentence = document.sentence_of(after.first)
        begin = document.tokens.sentences[sentence]
        if sentence != document.sentence_of(before.first):
            continue
        adverb = word(before.hedged - 2).lower
        between = [word(token).lower for token in range(after.last, before.hedged - 1)]
        if adverb in ("up", "down") and set(between[:-1]) <= _BETWEEN:
            direction, first, last = adverb == "up", before.hedged - 2, before.hedged
        elif set(between) <= _BETWEEN and after.hedged > begin and word(after.hedged - 1).lower == "to":
            verb = _verb(document, after.hedged - 2, begin)
            if verb is None:
                continue
            direction, first, last = word(verb).lower in RISING, after.hedged - 1, before.last
        else:
            continue
        if not _REVERSING.isdisjoint(word(token).lower for token in range(begin, before.last)):
            continue
        if direction != (after.value > before.value):
            rises = "rises" if after.value > before.value else "falls"
            tokens = document.tokens
            figures = [document.quote(tokens.span(each.first, each.last)) for each in (before, after)]
            here = tokens.span(first, last)
            there = (
                tokens.span(after.first, after.last)
                if first > after.first
                else tokens.span(verb or first, (verb or first) + 1)
            )
            yield Conflict("change", here, there, 1.0, f"what goes from {figures[0]} to {figures[1]} {rises}")


def _verb(document: Document, token: int, begin: int) -> int | None:
    """Return the verb of change before a figure, the nearest of its clause."""
    word = document.tokens.word
    for place in range(token, max(begin - 1, token - _REACH - 6), -1):
        lower = word(place).lower
        if lower in RISING or lower in FALLING:
            return place
        if lower in (";", ":", "and", "but", "while", "after", "as") or (lower == "to" and place != token + 1):
            return None
    return None
