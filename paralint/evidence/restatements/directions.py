"""Quarters of the compass that turn, and routes that are told the other way round, when the same is told again."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from paralint.evidence.measures.times import is_date_word
from paralint.evidence.restatements.conflicts import Comparison, Conflict, comparisons, without_repeats
from paralint.evidence.restatements.restatements import Passage
from paralint.evidence.words.closed import words
from paralint.text.document import Document
from paralint.text.words import TokenKind

_COMPASS = ("north", "south", "east", "west")
_OPPOSITE = {"north": "south", "south": "north", "east": "west", "west": "east"}
_ORIGIN = words("from")
_LEAVING = words("leave leaves leaving left depart departs departing departed flee flees fled fleeing quit quits")
_GOING = words("to for into toward towards")
_DATES = words("date dates dated dating")
_MOST_APART = 12  # tokens between the two ends of a route


def directions(document: Document) -> tuple[Conflict, ...]:
    """Return the quarters and routes that a restatement turns round (a layer)."""
    return without_repeats(
        conflict
        for comparison in document.derive(comparisons)
        for find in (_quarters, _routes)
        for conflict in find(document, comparison)
    )


def _is_close(comparison: Comparison, one: int, other: int) -> bool:
    """Whether two words stand in like surroundings, or in passages that tell little else."""
    return comparison.beside or comparison.words.support(one, other) >= 1


def _quarters(document: Document, comparison: Comparison) -> Iterator[Conflict]:
    """Find "on the western edge" and "on the eastern edge", "in the northwest" and "in the northeast"."""
    before, after = (_compass(document, passage) for passage in comparison.pair[:2])
    if len(before) != 1 or len(after) != 1:
        return
    ((one, there),), ((other, here),) = before.items(), after.items()
    if any(_OPPOSITE[side] in one for side in other) and _is_close(comparison, there, here):
        yield _conflict(document, comparison, "antonym", (here, here + 1), (there, there + 1))


def _compass(document: Document, passage: Passage) -> dict[frozenset[str], int]:
    """Return the quarters that a passage names, each with its first token; those of names are left out."""
    found: dict[frozenset[str], int] = {}
    word = document.tokens.word
    for token in range(*passage):
        each = word(token)
        if each.lower[0] in "nsew" and not each.capital:
            quarter = _quarter(each.lower)
            if quarter:
                found.setdefault(quarter, token)
    return found


def _quarter(lower: str) -> frozenset[str]:
    """Return the sides of "southwest", "south-western"; nothing for another word."""
    rest = lower.replace("-", "").removesuffix("wards").removesuffix("ward").removesuffix("ern")
    sides = [side for side in _COMPASS if side in rest]
    return frozenset(sides) if rest and "".join(sides) == rest else frozenset()


def _routes(document: Document, comparison: Comparison) -> Iterator[Conflict]:
    """Find "from Lier to Mons" and "from Mons to Lier", "leave Lier for Mons"."""
    before, after = (list(_journeys(document, passage)) for passage in comparison.pair[:2])
    if len(before) != 1 or len(after) != 1:
        return
    (origin, aim, there), (other_origin, other_aim, here) = before[0], after[0]
    if origin == other_aim and aim == other_origin and origin != aim:
        yield _conflict(document, comparison, "direction", here, there)


_Journey = tuple[str, str, tuple[int, int]]  # the words for its two ends, and its tokens


def _journeys(document: Document, passage: Passage) -> Iterator[_Journey]:
    """Yield the journeys of a passage: where they begin and where they end."""
    lowers = document.lowers
    ends = list(chain.from_iterable(_ends(document, token, passage) for token in range(*passage)))
    for number, (starts, place, first, last) in enumerate(ends):
        for other_starts, other, other_first, other_last in ends[number + 1 : number + 2]:
            if starts == other_starts or other_first - last > _MOST_APART or _DATES & set(lowers[first:other_last]):
                continue
            yield (place, other, (first, other_last)) if starts else (other, place, (first, other_last))


def _ends(document: Document, token: int, passage: Passage) -> Iterator[tuple[bool, str, int, int]]:
    """Yield the end of a journey that a word opens: whether it is the beginning, its name, its tokens."""
    lower = document.lowers[token]
    if lower in _ORIGIN or lower in _GOING:
        name = _name(document, token + 1, passage.last)
        if name is not None:
            yield lower in _ORIGIN, name, token, token + 2
    elif lower in _LEAVING:
        name = _name(document, token + 1, passage.last)
        if name is None and token - 2 >= passage.first and document.lowers[token - 2] in ("of", "from"):
            name = _name(document, token - 1, passage.last)
            token -= 2
        if name is not None:
            yield True, name, token, token + 2


def _name(document: Document, token: int, end: int) -> str | None:
    """Return the first word of the name of a place at a token."""
    if token >= end:
        return None
    word = document.tokens.word(token)
    is_name = word.capital and word.kind is TokenKind.WORD and not is_date_word(word)
    return word.lower if is_name else None


def _conflict(
    document: Document, comparison: Comparison, slot: str, here: tuple[int, int], there: tuple[int, int]
) -> Conflict:
    tokens = document.tokens
    return Conflict(slot, tokens.span(*here), tokens.span(*there), comparison.pair.score)
