"""Changes that are called by the opposite noun: "up from 3,000 … the largest fall since 1990"."""

from __future__ import annotations

from collections.abc import Iterator

from paralint.evidence.figures.changes import FALLING, RISING
from paralint.evidence.figures.figured import Figured, figured
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
