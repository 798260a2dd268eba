"""Words that a network takes for damaged: the encoder, or another that tells of each token how odd it is."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from paralint.evidence.encoder.odds import odds
from paralint.evidence.grammar.slip import Slip
from paralint.evidence.quotations.quotations import quotations
from paralint.evidence.quotations.transcripts import transcripts
from paralint.text.document import Document
from paralint.text.morphology import zipf_frequency
from paralint.values import NamedTuple


class Limit(NamedTuple):
    """From which logarithm of odds on a word is odd.

    Attributes:
        quoted: by how much odder words of quotations have to be: people talk in pictures, and programs let them.
        rare: by how much odder rare words have to be: a small network has met them seldom, and takes them for odd
            anywhere.
    """

    least: float
    quoted: float = 0.0
    rare: float = 0.0


LIMITS = {"grammar": Limit(-0.2, quoted=1.25, rare=0.5), "phrase": Limit(0.5, quoted=1.25, rare=1.5)}
"""Those of the encoder, by the sort of damage."""
SURE = 2.5  # the least of them on a page that is not damaged as a whole
COMMON = 4.0  # the Zipf frequency of words that are none: ten in a million
_HEADING = 14  # tokens of a sentence that may be a heading, if nothing ends it
_ENDS = frozenset({".", "?", "!", "…", ":", ";", '"', "''", "”", "’", ")"})
_BESIDE = 1.5  # by how much less odd a neighbour is that is told with it
_LONGEST = 3  # words that are told as one


class OddWords(NamedTuple):
    """Tokens from ``first`` to ``last``; ``over`` is by how much they are odder than they have to be."""

    over: float
    sort: str
    first: int
    last: int


def slips(document: Document) -> tuple[Slip, ...]:
    """Return the words that the encoder finds odd, in reading order."""
    found = odd_words(document, document.derive(odds)._asdict(), LIMITS)
    return tuple(Slip(f"odd-{one.sort}", one.first, one.last) for one in found)


def surely_odd(document: Document) -> tuple[OddWords, ...]:
    """Return the words that the encoder would find odd on any page (a layer: see ``Document.derive``)."""
    limits = {sort: limit._replace(least=SURE) for sort, limit in LIMITS.items()}
    return tuple(unspoken(document, odd_words(document, document.derive(odds)._asdict(), limits)))


def unspoken(document: Document, odd: Iterable[OddWords]) -> list[OddWords]:
    """Return the words that are not said in an interview: who talks may talk oddly."""
    spoken = document.derive(transcripts)
    return [one for one in odd if document.block_of(one.first) not in spoken]


def odd_words(document: Document, judged: Mapping[str, Sequence[float]], limits: Mapping[str, Limit]) -> list[OddWords]:
    """Return the words that are odder than their neighbours, with those of these that are odd, too, in reading order.

    Of words that are odd in two ways the way is told of which there is less doubt.

    Args:
        judged: for each sort of damage the logarithms of odds of the tokens.
        limits: those of the sorts that are told.
    """
    found = [
        one
        for sort, limit in limits.items()
        for one in _odd(document, sort, judged[sort], limit)
        if not _is_heading(document, one.first)
    ]
    taken: set[int] = set()
    told = []
    for one in sorted(found, reverse=True):
        places = range(one.first, one.last + 1)
        if taken.isdisjoint(places):
            taken.update(places)
            told.append(one)
    return sorted(told, key=lambda one: one.first)


def _is_heading(document: Document, at: int) -> bool:
    """Whether a token stands in a short line that nothing ends: headings leave out what sentences have."""
    sentence = document.sentences[document.sentence_of(at)]
    return sentence.last - sentence.first < _HEADING and document.lowers[sentence.last - 1] not in _ENDS


def _odd(document: Document, sort: str, odd: Sequence[float], limit: Limit) -> Iterator[OddWords]:
    inside, lowers = document.derive(quotations).inside, document.lowers
    for at, here in enumerate(odd):
        if here < limit.least or here < max(odd[max(0, at - 1) : at + 2]):
            continue
        over = here - limit.least
        if inside[at]:
            over -= limit.quoted
        if zipf_frequency(lowers[at]) < COMMON:
            over -= limit.rare
        if over >= 0:
            sentence = document.sentences[document.sentence_of(at)]
            yield OddWords(over, sort, *_beside(odd, at, sentence.first, sentence.last))


def _beside(odd: Sequence[float], at: int, begin: int, end: int) -> tuple[int, int]:
    """Return the first and last of the words around a place that are told with it, from ``begin`` up to, not including,
    ``end``."""
    first = last = at
    while last - first + 1 < _LONGEST:
        before = odd[first - 1] if first > begin else float("-inf")
        behind = odd[last + 1] if last + 1 < end else float("-inf")
        if max(before, behind) < odd[at] - _BESIDE:
            break
        if before >= behind:
            first -= 1
        else:
            last += 1
    return first, last
