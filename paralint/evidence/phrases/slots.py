"""What may have stood where a word stands: what a thesaurus has beside it and its neighbours want between them."""

from __future__ import annotations

from functools import lru_cache

from paralint.evidence.phrases.frames import load, untied
from paralint.evidence.words.exchanges import exchanges_of
from paralint.evidence.words.terms import COST, LIKELY, LISTED, STRENGTH, mask_of
from paralint.values import NamedTuple

SETTLED = 20  # the tie of a word to a neighbour, at least, that it is left alone for
GAIN = 1.9  # what the likeliest exchange gains, at least, to be looked at further
MOST_CANDIDATES = 6  # per word, to be judged


class Exchange(NamedTuple):
    """A word that may have stood where another stands.

    Attributes:
        word: its number in ``terms.bin``.
        strength: how close it is to the word of the text, from 0 to 1; more if it is listed.
        left, right: its ties to the words before and behind.
    """

    word: int
    strength: float
    left: float
    right: float


class Slot(NamedTuple):
    """A word between its neighbours, and what may have stood there.

    Attributes:
        word: the number of the word.
        neighbours: those of the words before and behind it.
        left, right: its ties to them.
        exchanges: the likeliest first.
        number: how many there are in all.
    """

    word: int
    neighbours: tuple[int, int]
    left: float
    right: float
    exchanges: tuple[Exchange, ...]
    number: int


@lru_cache(maxsize=1 << 15)
def slot(numbers: tuple[int, ...], letter: str, before: int, behind: int) -> Slot | None:
    """Return what may have stood for a word between two others; None if it is well placed, or nothing fits better."""
    choices = _choices(numbers, letter)
    if not choices.strengths:
        return None
    frames = load()
    tie, followers = frames.tie, frames.behind[before]
    left = max([tie(before, number) for number in numbers])
    right = max([tie(number, behind) for number in numbers])
    likely = choices.listed
    if left < SETTLED and right < SETTLED:
        keys = choices.strengths.keys()
        likely = likely.union(keys & followers.keys(), frames.before[behind].intersection(keys))
    if not likely:
        return None
    costs, tied = frames.costs, left + right
    own, cost_before = min([costs[number] for number in numbers]), costs[before]
    found = []
    for other in likely:
        strength, met = choices.strengths[other] / STRENGTH, followers.get(other)
        one = untied(cost_before + costs[other]) if met is None else met
        two = tie(other, behind)
        gain = (one + two - tied + 0.4 * (own - costs[other])) / COST + 0.5 * min(strength, 1.0)
        found.append((gain + GAIN * (other in choices.listed), other, strength, one, two))
    found.sort(reverse=True)
    if found[0][0] < GAIN:
        return None
    likeliest = [Exchange(other, *rest) for _, other, *rest in found[:MOST_CANDIDATES]]
    return Slot(numbers[0], (before, behind), left, right, tuple(likeliest), len(found))


class Choices(NamedTuple):
    """What a word of some class may stand for, with strengths, and those of them that are listed."""

    strengths: dict[int, int]
    listed: frozenset[int]


@lru_cache(maxsize=1 << 14)
def _choices(numbers: tuple[int, ...], letter: str) -> Choices:
    strengths = exchanges_of(numbers, mask_of(letter, LIKELY))
    return Choices(strengths, frozenset([other for other, strength in strengths.items() if strength >= LISTED]))
