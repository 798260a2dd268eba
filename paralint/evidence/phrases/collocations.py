"""Which collocations two words may stand for: those that they become when one or both are exchanged."""

from __future__ import annotations

from functools import lru_cache
from math import log

from paralint.evidence.words.closed import words
from paralint.evidence.words.exchanges import exchanges_of
from paralint.evidence.words.terms import COST, LIKELY, POSSIBLE, STRENGTH, load, mask_of
from paralint.values import NamedTuple

MOST_CANDIDATES = 8  # per phrase, to be judged
DEGREES = frozenset({"JJR", "JJS"})

# Adjectives that go with any noun, and nouns that any noun stands behind with "of".
_FREE = words(
    """
    former second first third next last new old other own same entire whole only current previous late recent local
    future present fellow certain various several single different similar such
    """
)
_KINDS = frozenset(("kind", "type", "sort", "form"))
# "The largest", "a former" and "a kind of" go with any noun, so that a noun behind them was hardly exchanged; nor does
# a noun tell a kind of it from a type of it.
_HEADS = mask_of("n", LIKELY)
_ATTRIBUTES, _VERBAL = mask_of("na", POSSIBLE), mask_of("nav", POSSIBLE)
_LOG_10 = log(10)
_EXCHANGED = [0.0, *(2 * log(strength / STRENGTH) - 1.6 for strength in range(1, 256))]  # by strength; 0: it was not


class Way(NamedTuple):
    """A collocation that may have stood where a phrase stands.

    Attributes:
        first, second: its words.
        strengths: how close each is to the word of the text, 0 where it is the same.
        cost: of the collocation.
    """

    first: int
    second: int
    strengths: tuple[int, int]
    cost: int


class Ways(NamedTuple):
    """Collocations that may have stood where a phrase stands: the likeliest ones, and how many were found in all."""

    likeliest: tuple[Way, ...]
    number: int


@lru_cache(maxsize=1 << 12)
def ways(first: tuple[int, ...], second: tuple[int, ...], link: str, tag: str) -> Ways:
    """Return the collocations that two words may stand for.

    Args:
        first, second: the numbers of the two.
        link: the word between, or "".
        tag: of the first.

    Raises:
        DataError: if the terms cannot be read.
    """
    terms = load()
    rows, heads = terms.rows[link], exchanges_of(second, _HEADS)
    alone = tag not in DEGREES and link != "of"
    kept = {number: 0 for number in first if alone and terms.words[number] not in _FREE}
    exchanged = exchanges_of(first, _VERBAL if tag[0] == "V" else _ATTRIBUTES)
    if link == "of":
        exchanged = {other: strength for other, strength in exchanged.items() if terms.words[other] not in _KINDS}
    found = []
    others = frozenset(heads)
    for numbers, wanted in ((kept, others), (exchanged, others.union(second))):
        for number, strength in numbers.items():
            for other in wanted & rows[number]:
                cost = terms.joined(number, link, other)
                found.append(_ranked(number, other, strength, heads.get(other, 0), cost))
    found.sort()
    likeliest = [Way(one, other, (near, far), cost) for _, one, other, near, far, cost in found[:MOST_CANDIDATES]]
    return Ways(tuple(likeliest), len(found))


def _ranked(first: int, second: int, near: int, far: int, cost: int) -> tuple[float, int, int, int, int, int]:
    """Return a collocation behind how unlikely it is to have been exchanged, for a first choice."""
    return cost / COST - (_EXCHANGED[near] + _EXCHANGED[far]) / _LOG_10, first, second, near, far, cost
