"""Words that the encoder takes for damaged."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from paralint.evidence.encoder.odds import odds
from paralint.evidence.grammar.slip import Slip
from paralint.evidence.quotations.quotations import quotations
from paralint.text.document import Document
from paralint.text.morphology import zipf_frequency
from paralint.values import NamedTuple

SURE = {"grammar": 0.1, "phrase": 0.5}
"""From which logarithm of odds on a word is odd, by the sort of damage."""
QUOTED = 1.25  # by how much odder words of quotations have to be: people talk in pictures, and programs let them
RARE = {"grammar": 0.5, "phrase": 1.5}
"""By how much odder rare words have to be: a small network has met them seldom, and takes them for odd anywhere."""
COMMON = 4.0  # the Zipf frequency of words that are none: ten in a million
_HEADING = 14  # tokens of a sentence that may be a heading, if nothing ends it
_ENDS = frozenset({".", "?", "!", "…", ":", ";", '"', "''", "”", "’", ")"})
_BESIDE = 1.5  # by how much less odd a neighbour is that is told with it
_LONGEST = 3  # words that are told as one


class _Odd(NamedTuple):
    """Tokens from ``first`` to ``last``; ``over`` is by how much they are odder than they have to be."""

    over: float
    sort: str
    first: int
    last: int


def slips(document: Document) -> tuple[Slip, ...]:
    """Return the words that are odder than their neighbours, with those of these that are odd, too, in reading order.

    Of words that are odd in two ways the way is told of which there is less doubt.
    """
    judged = document.derive(odds)
    found = [
        one
        for sort, least in SURE.items()
        for one in _odd(document, sort, getattr(judged, sort), least)
        if not _is_heading(document, one.first)
    ]
    taken: set[int] = set()
    told = []
    for one in sorted(found, reverse=True):
        places = range(one.first, one.last + 1)
        if taken.isdisjoint(places):
            taken.update(places)
            told.append(Slip(f"odd-{one.sort}", one.first, one.last))
    return tuple(sorted(told, key=lambda slip: slip.first))


def _is_heading(document: Document, at: int) -> bool:
    """Whether a token stands in a short line that nothing ends: headings leave out what sentences have."""
    sentence = document.sentences[document.sentence_of(at)]
    return sentence.last - sentence.first < _HEADING and document.lowers[sentence.last - 1] not in _ENDS


def _odd(document: Document, sort: str, odd: Sequence[float], least: float) -> Iterator[_Odd]:
    inside, lowers = document.derive(quotations).inside, document.lowers
    for at, here in enumerate(odd):
        if here < least or here < max(odd[max(0, at - 1) : at + 2]):
            continue
        over = here - least
        if inside[at]:
            over -= QUOTED
        if zipf_frequency(lowers[at]) < COMMON:
            over -= RARE[sort]
        if over >= 0:
            yield _Odd(over, sort, *_beside(odd, at))


def _beside(odd: Sequence[float], at: int) -> tuple[int, int]:
    """Return the first and last of the words around a place that are told with it."""
    first = last = at
    while last - first + 1 < _LONGEST:
        before = odd[first - 1] if first else float("-inf")
        behind = odd[last + 1] if last + 1 < len(odd) else float("-inf")
        if max(before, behind) < odd[at] - _BESIDE:
            break
        if before >= behind:
            first -= 1
        else:
            last += 1
    return first, last
