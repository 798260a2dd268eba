"""Restatements: places of a document that tell the same thing twice.

Candidates come from an index of the rarest words of each unit, so the cost grows with the text and not with its
square; they are scored by the weight of the words they share (Dice's coefficient over inverse sentence frequencies).
Paragraphs are compared as wholes, because a paraphraser cuts one caption into several sentences; sentences are
compared beside that, because a later paragraph retells only one fact of an earlier one.
"""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from paralint.evidence.thesaurus import related
from paralint.evidence.vocabulary import NO_STEM, Vocabulary, vocabulary
from paralint.text.document import Document

_RAREST = 8  # words of a unit that it is indexed by
_LATEST = 24  # units that each word remembers; with _RAREST it bounds the candidates of a unit
_FEWEST = 4  # distinct content words that a unit must have to be compared
_NEAR = 2  # paragraphs up to this far back are always compared
_FLOOR = 0.30  # exact overlap below which synonyms are not looked up

Stems = frozenset[int]


class Passage(NamedTuple):
    """The tokens ``first`` up to, not including, ``last``."""

    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Restatement:
    """Two passages that tell the same.

    Attributes:
        first: the earlier passage.
        second: the later one.
        score: how much of what the two say is shared, 0 to 1.
        distance: how many paragraphs lie between their beginnings; 1 for neighbours.
        whole: whether both are whole paragraphs.
    """

    first: Passage
    second: Passage
    score: float
    distance: int
    whole: bool


@dataclass(frozen=True, slots=True)
class Restatements:
    """Attributes:
    paragraphs: pairs of paragraphs, in the order of their second members.
    sentences: pairs of sentences of different paragraphs, in the order of their second members.
    repeats: paragraphs that stand in the document more than once, word for word.
    rate: pairs of sentences or paragraphs for every 100 sentences; this alone tells spun text from edited text.
    """

    paragraphs: tuple[Restatement, ...]
    sentences: tuple[Restatement, ...]
    repeats: tuple[tuple[Passage, ...], ...]
    rate: float


def restatements(document: Document) -> Restatements:
    """Return the restatements of a document (a layer: see ``Document.derive``)."""
    words = document.derive(vocabulary)
    paragraphs = [Passage(*bounds) for bounds in pairwise(document.tokens.blocks)]
    originals, repeats = _repeats(document, paragraphs)
    places = [number for number, original in enumerate(originals) if original == number]
    found = [
        Restatement(paragraphs[a], paragraphs[b], score, b - a, True)
        for a, b, score in _pairs(words, [paragraphs[number] for number in places], places, 0.4, _NEAR)
    ]
    sentences = [
        (Passage(sentence.first, sentence.last), sentence.block)
        for sentence in document.sentences
        if originals[sentence.block] == sentence.block
    ]
    units = [passage for passage, _ in sentences]
    told = [
        Restatement(units[a], units[b], score, sentences[b][1] - sentences[a][1], False)
        for a, b, score in _pairs(words, units, range(len(units)), 0.45, 0)
    ]
    pairs = sum(pair.score >= 0.6 for pair in (*found, *told))
    rate = 100 * pairs / max(1, len(document.sentences))
    return Restatements(tuple(found), tuple(told), repeats, rate)


def _repeats(document: Document, paragraphs: Sequence[Passage]) -> tuple[list[int], tuple[tuple[Passage, ...], ...]]:
    """Return for each paragraph the first one of the same words (itself, mostly), and the clusters of equal ones."""
    ids = document.tokens.ids
    known: dict[tuple[int, ...], list[int]] = {}
    originals = []
    for number, (first, last) in enumerate(paragraphs):
        cluster = known.setdefault(tuple(ids[first:last]), [])
        cluster.append(number)
        originals.append(cluster[0])
    clusters = tuple(tuple(paragraphs[number] for number in cluster) for cluster in known.values() if len(cluster) > 1)
    return originals, clusters


def _pairs(
    words: Vocabulary, passages: Sequence[Passage], places: Sequence[int], least: float, near: int
) -> Iterator[tuple[int, int, float]]:
    """Yield pairs of passages that share at least ``least`` of what they say, as places and score.

    Args:
        words: the vocabulary of the document.
        passages: what is compared.
        places: the number of each passage, ascending; pairs are told in these.
        least: the lowest score.
        near: passages up to this far apart are compared whatever words they share.
    """
    stems, weights = words.stems, words.weights
    index: defaultdict[int, deque[int]] = defaultdict(lambda: deque(maxlen=_LATEST))
    contents: list[Stems] = []
    totals: list[float] = []
    known: dict[Stems, int] = {}
    weight = weights.__getitem__
    for number, (first, last) in enumerate(passages):
        content = frozenset(stems[first:last]) - {NO_STEM}
        contents.append(content)
        totals.append(sum(map(weight, content)))
        if len(content) < _FEWEST:
            continue
        keys = sorted(content, key=lambda key: (-weights[key], key))[:_RAREST] if len(content) > _RAREST else content
        candidates = set(range(max(0, number - near), number))
        for key in keys:
            candidates.update(index[key])
        for other in sorted(candidates):
            score = _score(words, content, contents[other], totals[number], totals[other], least)
            if score >= least:
                yield places[other], places[number], score
        if known.setdefault(content, number) == number:  # one copy of a refrain stands for all of them
            for key in keys:
                index[key].append(number)


def _score(words: Vocabulary, one: Stems, other: Stems, one_total: float, other_total: float, least: float) -> float:
    total = one_total + other_total
    shared = one & other
    if len(other) < _FEWEST or not shared:
        return 0.0
    weights = words.weights
    score = 2 * sum(map(weights.__getitem__, shared)) / total
    if score < _FLOOR:
        return score
    names = words.names
    rest = sorted(other - shared)
    for key in sorted(one - shared):
        for match in rest:
            if related(names[key], names[match]):
                score += 0.8 * (weights[key] + weights[match]) / total
                rest.remove(match)
                break
    return min(1.0, score)
