"""Changes that what stands beside them calls by the opposite way, or shows to have gone it.

*Up from 3,000 … the largest fall since 1990*; *climbed to 41 kroner, their lowest close in five years*; *spends 11 per
cent on it. The figure is to drop to 14 per cent*; *rose from one in five to one in 30*.
"""

from __future__ import annotations

from collections.abc import Iterator

from paralint.evidence.figures.changes import FALLING, RISING
from paralint.evidence.figures.figured import Figured, figured
from paralint.evidence.measures.quantities import comparable
from paralint.evidence.measures.units import cardinal
from paralint.evidence.restatements.conflicts import Conflict
from paralint.evidence.words.closed import words
from paralint.text import lazy
from paralint.text.document import Document

_RISES = words("rise increase gain jump surge growth climb leap improvement upturn")
_FALLS = words("fall drop decline decrease slump plunge slide cut reduction dip downturn loss")
_NOUN = "|".join(sorted(_RISES | _FALLS))
_BEST = (
    r"(?:biggest|largest|sharpest|steepest|greatest|highest|smallest|lowest|slowest|fastest|first|second|third|fourth|"
    r"fifth|latest|worst|best)"
)
_CALLED = rf"(?:the|its|their|his|her) (?:[a-z-]+ )?{_BEST} (?:(?!in\b|of\b)[a-z-]+ ){{0,3}}?(?P<noun>{_NOUN})\b"
_BESIDE = lazy.pattern(rf", {_CALLED}")
_BEHIND = lazy.pattern(rf"^(?:it|that|this) (?:is|was|marks|marked|would be|represents) {_CALLED}")
_PARTICLE = lazy.pattern(r"\b(?P<way>up|down) (?:from|by|on)?(?: a| an| the)? ?#")
_VERB = lazy.pattern(rf"\b(?P<verb>{'|'.join(sorted(RISING | FALLING))})\b")
_WAYS = RISING | FALLING | {"up", "down"}
_UP = RISING | words(
    "rallied strengthened strengthens rebounded advanced recovered leapt spiked rallying strengthening"
)
_DOWN = FALLING | words("weakened weakens weakening slipped slips dipped sagged retreated slipping crashed dwindled")
_CHANGING = _UP | _DOWN
_ANY = "|".join(sorted(_CHANGING))
_EXTREMES = {"highest": True, "strongest": True, "lowest": False, "weakest": False}
_LEVEL = lazy.pattern(
    rf"\b(?P<verb>{_ANY})\b(?:(?!\b(?:{_ANY}|and|but|from|while|although|below|above|short|of)\b)[^;:])*?"
    r" to (?:#\w+(?: (?!and\b|but\b)[a-z]+){0,4} , )?"
    rf"(?P<level>(?:the|its|their|his|her) (?P<end>{'|'.join(_EXTREMES)})\b)"
)
_SUBJECTS = "figure|number|share|proportion|rate|total|sum|price|bill|cost|toll|amount|percentage|average"
_HELPING = (
    "is|was|are|were|has|had|will|would|could|may|might|should|to|be|been|expected|likely|forecast|projected|set|due|"
    "then|now|since|also|later|soon"
)
_AGAIN = lazy.pattern(
    rf"\b(?:the|that|this) (?:{_SUBJECTS})(?: (?:{_HELPING}))*? (?P<verb>{_ANY}) to (?P<figure>#[pmc]\d+)"
)
_ONE_IN = r"one(?: [a-z]+){0,2}? in (?:every )?"
_ODDS = lazy.pattern(
    rf"\b(?P<verb>{_ANY}) from {_ONE_IN}(?P<before>[a-z]+|\d+) to (?:about |nearly |almost |just |only )?"
    rf"{_ONE_IN}(?P<after>[a-z]+|\d+)\b"
)
_MOST = 4  # times by which a figure that goes on from the last one exceeds it
_CONTRAST = lazy.pattern(
    r"\b(?:but|although|despite|after|while|whereas|offset|followed|following|compared|not|slower)\b"
)


def wrongly_named(document: Document) -> Iterator[Conflict]:
    """Yield the nouns for a rise behind what fell by its figures, and those for a fall behind what rose."""
    for sentence in document.derive(figured):
        if _WAYS.isdisjoint(sentence.words):
            continue
        match = _BESIDE.search(sentence.text)
        way = _way(sentence.text[: match.start() if match else None])
        if way is None or _CONTRAST.search(sentence.text):
            continue
        rising, change = way
        there = sentence.span(document, *change)
        if match is None:
            yield from _next(document, sentence, rising, there.start)
        elif (match["noun"] in _RISES) != rising:
            here = sentence.span(document, match.start() + 2, match.end())
            yield Conflict("change", here, there, 1.0, f"what {'rises' if rising else 'falls'} is no {match['noun']}")


def wrong_ways(document: Document) -> Iterator[Conflict]:
    """Yield the changes whose way the level that is reached, the figure before or the odds refute."""
    before: Figured | None = None
    for sentence in document.derive(figured):
        if not sentence.words.isdisjoint(_CHANGING):
            match = _LEVEL.search(sentence.text)
            if match and (match["verb"] in _UP) != _EXTREMES[match["end"]]:
                here, there = (sentence.span(document, *match.span(group)) for group in ("verb", "level"))
                yield Conflict("change", here, there, 1.0, f"nothing {match['verb']} to its {match['end']} level")
            if before is not None and before.block == sentence.block:
                yield from _against_the_last(document, before, sentence)
        before = sentence
    yield from _odds(document)


def _against_the_last(document: Document, before: Figured, sentence: Figured) -> Iterator[Conflict]:
    """Find "spends 11 per cent on it. The figure is to drop to 14 per cent"."""
    match = _AGAIN.search(sentence.text)
    if match is None or document.sentence_of(sentence.tokens[0]) != document.sentence_of(before.tokens[0]) + 1:
        return
    reached = sentence.figure(match["figure"])
    left = [each for each in before.known if each.measure is reached.measure]
    others = [each for each in sentence.known if each.measure is reached.measure]
    if len(left) != 1 or len(others) != 1 or not comparable(left[0], reached) or left[0].unit != reached.unit:
        return
    rising, (low, high) = match["verb"] in _UP, sorted((left[0].value, reached.value))
    if rising != (reached.value > left[0].value) and 0 < low < high <= _MOST * low:
        here = sentence.span(document, match.start("verb"), match.end())
        there = document.tokens.span(left[0].first, left[0].last)
        yield Conflict("change", here, there, 1.0, f"that is {'less' if rising else 'more'}")


def _odds(document: Document) -> Iterator[Conflict]:
    """Find "rose from one in five to one in 30"."""
    tokens = document.tokens
    for number in {
        document.sentence_of(place)
        for kind in document.by_lower.get("one", ())
        for place in document.places[kind]
        if document.lowers[place - 1] == "from"
    }:
        first, last = tokens.sentences[number : number + 2]
        text = " ".join(document.lowers[first:last])
        match = _ODDS.search(text)
        if match is None:
            continue
        before, after = (cardinal(match[group]) or 0.0 for group in ("before", "after"))
        if min(before, after) > 1 and before != after and (match["verb"] in _UP) != (after < before):
            begin, end = (first + text.count(" ", 0, place) for place in (match.start(), match.end()))
            there = tokens.span(end, end + 1)
            yield Conflict("change", tokens.span(begin, end + 1), there, 1.0, "one in more is less")


def _next(document: Document, sentence: Figured, rising: bool, start: int) -> Iterator[Conflict]:
    tokens = document.tokens
    number = document.sentence_of(sentence.tokens[0]) + 1
    if number + 1 >= len(tokens.sentences) or document.block_of(tokens.sentences[number]) != sentence.block:
        return
    first, last = tokens.sentences[number], tokens.sentences[number + 1]
    text = " ".join(document.lowers[first:last])
    match = _BEHIND.search(text)
    if match is None or (match["noun"] in _RISES) == rising or _CONTRAST.search(text):
        return
    begin = first + text.count(" ", 0, text.index(" ", text.index(" ") + 1))
    end = first + text.count(" ", 0, match.end()) + 1
    there = document.tokens.span(sentence.tokens[0], sentence.tokens[-1])
    there = there._replace(start=start)
    here = tokens.span(begin + 1, end)
    yield Conflict("change", here, there, 1.0, f"what {'rises' if rising else 'falls'} is no {match['noun']}")


def _way(text: str) -> tuple[bool, tuple[int, int]] | None:
    """Return whether a sentence tells of a rise, and where; None if of neither or of both."""
    found: list[tuple[bool, tuple[int, int]]] = []
    found += ((match["way"] == "up", match.span("way")) for match in _PARTICLE.finditer(text))
    found += ((match["verb"] in RISING, match.span("verb")) for match in _VERB.finditer(text))
    ways = {rising for rising, _ in found}
    # A noun of the other way, as in "the fall was reversed", makes it doubtful; so do two changes.
    return found[0] if len(ways) == 1 else None
