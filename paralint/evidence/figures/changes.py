"""Rises and falls told with both figures in another order than "from … to …", and the direction that they show."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from paralint.evidence.figures.arithmetic import EACH, LONGEST
from paralint.evidence.measures.quantities import Quantity, comparable, quantities
from paralint.evidence.measures.times import is_date_word
from paralint.evidence.measures.units import Measure
from paralint.evidence.restatements.conflicts import Conflict, without_repeats
from paralint.evidence.words.closed import words
from paralint.text import lazy
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
# Told with the figure reached before the one left: "narrowed to 4.1 billion from 3.2 billion".
_REACHING_UP = RISING | words("""
    widened widens widening raised raises lifted boosted hiked expanded expands swelled leapt leaped leaps rebounded
    advanced ballooned extended mounted soaring spiked rallied strengthened
    """)
_REACHING_DOWN = FALLING | words("""
    narrowed narrows narrowing cut cuts trimmed trims slashed reduced reduces lowered lowers slipped slips slipping
    eased
    dipped dips dived plunging sagged weakened contracted contracts slowed dwindled halved shortened pared
    """)
_BETWEEN = EACH | words("""
    , per cent a share each last this in the of on by quarter half decade season period first second third fourth fiscal
    financial same
    """)
_YEAR = lazy.pattern(r"(?:19|20)\d\d")
_BESIDE = 6  # tokens between two figures of one change
_REACH = 9  # tokens between a verb and the figures that it rules
_MOST = 20  # times by which one figure of a change exceeds the other
_GAP = 16  # tokens between two figures that are compared
_DETERMINERS = words("a an the its revised previous record earlier low high initial original about just")
_SIGNED = words("no ranked ranking minus negative not n't place rank below under")


def wrong_changes(document: Document) -> tuple[Conflict, ...]:
    """Return words of change that the figures beside them refute (a layer: see ``Document.derive``)."""
    known = document.derive(quantities)
    # It takes the words of change from here.
    from paralint.evidence.figures.named_changes import wrong_ways, wrongly_named

    return without_repeats((*_turned(document, known), *wrongly_named(document), *wrong_ways(document)))


def _turned(document: Document, known: tuple[Quantity, ...]) -> Iterator[Conflict]:
    """Find "86 per cent, up from 91 per cent", "fell 22 percent, to 78 billion, from 61 billion"."""
    tokens, word = document.tokens, document.tokens.word
    for index, before in enumerate(known):
        source = _from(document, before)
        if source is None or before.measure in (Measure.AGE, Measure.RATIO, Measure.DURATION):
            continue
        begin = document.tokens.sentences[document.sentence_of(before.first)]
        after = _compared(document, known[max(0, index - 3) : index], before, begin)
        if after is None or (after.high >= before.low and before.high >= after.low):
            continue
        end_of = document.tokens.sentences[document.sentence_of(before.first) + 1]
        told = document.lowers[begin : before.last]
        if not _SIGNED.isdisjoint(told) or "respectively" in document.lowers[before.last : end_of]:
            continue
        if any(pair[0] == "number" and pair[1][:1].isdigit() for pair in pairwise(told)):
            continue  # from number 9, to number 3
        between = [word(token).lower for token in range(after.last, source)]
        if between and between[-1] in ("up", "down"):
            rising = between[-1] == "up"
            here, other = (source - 1, before.last), (after.first, after.last)
        elif _is_short(document, after.last, source) and word(after.hedged - 1).lower == "to":
            verb = _verb(document, after.hedged - 2, begin)
            if verb is None:
                continue
            figures = (after.hedged - 1, before.last)
            here, other = figures, (verb, verb + 1)
            whole = tokens.span(verb, before.last)
            if whole.end - whole.start <= LONGEST:  # the verb is told, too: it may be what is wrong
                here, other = (verb, before.last), figures
            rising = word(verb).lower in _REACHING_UP
        else:
            continue
        if rising != (after.value > before.value):
            low, high = (document.quote(tokens.span(each.first, each.last)) for each in (before, after))
            reason = f"what goes from {low} to {high} {'falls' if rising else 'rises'}"
            yield Conflict("change", tokens.span(*here), tokens.span(*other), 1.0, reason)


def _is_short(document: Document, first: int, last: int) -> bool:
    """Whether nothing but a unit and a time stands between two figures: "to 78 million euros last year, from"."""
    word = document.tokens.word
    return last - first <= _BESIDE and all(
        word(token).lower in _BETWEEN or is_date_word(word(token)) or _YEAR.fullmatch(word(token).form)
        for token in range(first, last)
    )


def _from(document: Document, quantity: Quantity) -> int | None:
    """Return the "from" before a figure: "from 53", "from a revised 53"."""
    word = document.tokens.word
    for token in range(quantity.hedged - 1, max(-1, quantity.hedged - 4), -1):
        lower = word(token).lower
        if lower == "from":
            return token
        if lower not in _DETERMINERS:
            return None
    return None


def _compared(document: Document, known: Sequence[Quantity], before: Quantity, begin: int) -> Quantity | None:
    """Return the figure that one behind "from" is compared with: the last of its sort in the sentence."""
    for after in reversed(known):
        if after.first < begin or before.first - after.last > _GAP:
            return None
        if after.first and document.tokens.word(after.first - 1).form == "(":
            continue  # the figure before it in another unit
        if after.measure is Measure.MONEY and before.measure is Measure.COUNT and not before.nouns:
            before = before._replace(measure=after.measure, unit=after.unit)  # to 78 million euros from 61 million
        if after.measure is before.measure:
            ratio = after.value / before.value if before.value else 0
            alike = comparable(after, before) and after.unit == before.unit and 1 / _MOST < ratio < _MOST
            return after if alike else None
    return None


def _verb(document: Document, token: int, begin: int) -> int | None:
    """Return the verb of change before a figure, the nearest of its clause."""
    word = document.tokens.word
    for place in range(token, max(begin - 1, token - _REACH - 6), -1):
        lower = word(place).lower
        if lower in _REACHING_UP or lower in _REACHING_DOWN:
            return place
        if lower in (";", ":", "and", "but", "while", "after", "as") or (lower == "to" and place != token + 1):
            return None
    return None
