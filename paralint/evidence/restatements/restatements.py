"""Restatements: places of a document that tell the same thing twice.

Candidates come from an index of the rarest words of each unit, so the cost grows with the text and not with its
square; they are scored by the weight of the words they share (Dice's coefficient over inverse sentence frequencies).
Paragraphs are compared as wholes, because a paraphraser cuts one caption into several sentences; sentences are
compared beside that, because a later paragraph retells only one fact of an earlier one.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from paralint.evidence.words.thesaurus import related
from paralint.evidence.words.titles import MONTH_NAMES
from paralint.evidence.words.vocabulary import NO_STEM, Vocabulary, vocabulary
from paralint.text import lazy
from paralint.text.blocks import BlockKind
from paralint.text.document import Document
from paralint.values import NamedTuple

_RAREST = 8  # words of a unit that it is indexed by
_LATEST = 24  # units that each word remembers; with _RAREST it bounds the candidates of a unit
_FEWEST = 4  # distinct content words that a unit must have to be compared
_NEAR = 2  # paragraphs up to this far back are always compared
_LIFT = 0.1  # what synonyms may add to a score: below that much under the least score they are not looked up
_MOST_SYNONYMS = 12  # words of a passage, the rarest ones, that synonyms are looked up for
_FORM = 4  # others that a passage of a form is like: the head of a letter, the step of a sum
_LISTED = frozenset({BlockKind.ITEM, BlockKind.CELL})  # their like stand beside them on purpose
_STAMP = lazy.pattern(r"\b(?:Updated|Published|Posted|Modified|Uploaded)(?: on| at)? ?:")
# A label and its figure: "Average fare: £10-15 per eight-hour shift".
_RECORD = lazy.pattern(r"[^.:!?]{8,}: ?[$£€¥₹]?(?:Rs\.? ?)?\d[\d.,–-]*(?: ?[\w%-]+){0,4}\.?$")
# What a page that is written while things happen puts over each of its pieces: "Update at 3:30 p.m. ET. Talks Resume".
_HEADED = lazy.pattern(
    r"(?:(?:Latest )?Updated?|Posted|Published|Modified|Corrected|Added|Revised|Filed|As of)\b(?: (?:at|on|as of))?:? "
    r"(?:(?:about|around) )?\d{1,2}(?:[:.]\d\d| ?[ap]\.?m)",
    flags=re.IGNORECASE,
)
_DATED = lazy.pattern(
    rf"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:\d{{1,2}} )?(?:{MONTH_NAMES}|"
    r"(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\.?)|\d{4})\b"
    r"(?:[ ,.]+(?:[A-Z]{3,9}\.?|\d{1,4}))*:",
    flags=re.IGNORECASE,
)
# What stands under a post that an article shows: "— Ann Roe (@annroe) December 27, 2016", "10:06 PM - 26 Dec 2016".
_POSTED = lazy.pattern(r"[—–-] ?[^()]{3,60}\(@\w+\)|\d{1,2}:\d\d ?[AP]M [-–·] \d{1,2} ")
_PULLED_RUN, _PULLED = 6, 0.8  # words on end that two passages share, and how much of the shorter one such runs make up
_DISCOUNT = 0.8  # what a synonym is worth of the word itself

Stems = frozenset[int]


class Passage(NamedTuple):
    """The tokens ``first`` up to, not including, ``last``."""

    first: int
    last: int


class Restatement(NamedTuple):
    """Two passages that tell the same.

    Attributes:
        first: the earlier passage.
        second: the later one.
        score: how much of what the two say is shared, 0 to 1.
        distance: how many paragraphs lie between their beginnings; 1 for neighbours.
        whole: whether both are whole paragraphs, or one is and the other is what it tells of its neighbour.
    """

    first: Passage
    second: Passage
    score: float
    distance: int
    whole: bool


class Restatements(NamedTuple):
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
        for a, b, score in _single(pairs_of(words, [paragraphs[number] for number in places], places, 0.4, _NEAR))
        if not are_alike_on_purpose(document, a, b) and not are_entries(document, paragraphs[a], paragraphs[b])
    ]
    sentences = [sentence for sentence in document.sentences if originals[sentence.block] == sentence.block]
    units = [Passage(sentence.first, sentence.last) for sentence in sentences]
    whole = set(paragraphs)
    told = [
        Restatement(units[a], units[b], score, sentences[b].block - sentences[a].block, False)
        for a, b, score in _single(pairs_of(words, units, range(len(units)), 0.45, 0))
        if not (units[a] in whole and units[b] in whole)
        and not are_alike_on_purpose(document, sentences[a].block, sentences[b].block)
        and not are_entries(document, units[a], units[b])
    ]
    pairs = sum(pair.score >= 0.6 for pair in (*found, *told))
    rate = 100 * pairs / max(1, len(document.sentences))
    return Restatements(tuple(found), tuple(told), repeats, rate)


def _single(pairs: Iterable[tuple[int, int, float]]) -> list[tuple[int, int, float]]:
    """Return the pairs without those of passages that follow one form, and are like many others."""
    found = list(pairs)
    likes = Counter(place for a, b, _ in found for place in (a, b))
    return [pair for pair in found if likes[pair[0]] < _FORM and likes[pair[1]] < _FORM]


def are_alike_on_purpose(document: Document, one: int, other: int) -> bool:
    """Whether two paragraphs follow one form.

    Items of lists and cells of tables do, steps of calculations, and the entries of an index, each with its stamp.
    """
    both = document.blocks[one], document.blocks[other]
    if all(block.kind in _LISTED for block in both) or any(" = " in block.text for block in both):
        return True
    return one != other and all(_STAMP.search(block.text) for block in both)


def are_entries(document: Document, one: Passage, other: Passage) -> bool:
    """Whether two passages are a label and its figure, begin with a date or an update, or stand under posts."""
    texts = [document.quote(document.tokens.span(*each)) for each in (one, other)]
    return all(_RECORD.search(text) for text in texts) or any(
        all(head.match(text) for text in texts) for head in (_DATED, _HEADED, _POSTED)
    )


def is_pulled(document: Document, pair: Restatement) -> bool:
    """Whether the shorter of two passages is lifted out of the other one, word for word.

    So are pull quotes, captions and the summary over a story. Of neighbours it must be the whole of it: a paraphraser
    who exchanges a word of a caption leaves the two side by side. Farther off one may add a word or leave one out.
    """
    shorter, longer = sorted((_plain(document, pair.first), _plain(document, pair.second)), key=len)
    runs = {tuple(longer[at : at + _PULLED_RUN]) for at in range(len(longer) - _PULLED_RUN + 1)}
    covered = set[int]()
    for at in range(len(shorter) - _PULLED_RUN + 1):
        if tuple(shorter[at : at + _PULLED_RUN]) in runs:
            covered.update(range(at, at + _PULLED_RUN))
    if pair.distance == 1:
        return len(covered) == len(shorter) and f" {' '.join(shorter)} " in f" {' '.join(longer)} "
    return len(covered) >= _PULLED * len(shorter)


def _plain(document: Document, passage: Passage) -> list[str]:
    """Return the words of a passage without its marks."""
    return [lower for lower in document.lowers[slice(*passage)] if lower[:1].isalnum()]


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


def pairs_of(
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
    index: dict[int, list[int]] = {}
    contents: list[Stems] = []
    totals: list[float] = []
    known: dict[Stems, int] = {}
    weight, rank = weights.__getitem__, words.ranks.__getitem__
    for number, (first, last) in enumerate(passages):
        content = frozenset(stems[first:last]) - {NO_STEM}
        contents.append(content)
        totals.append(sum(map(weight, content)))
        if len(content) < _FEWEST:
            continue
        keys = sorted(content, key=rank)[:_RAREST] if len(content) > _RAREST else content
        once: set[int] = set()
        candidates: set[int] = set()  # those that share two of the keys
        for key in keys:
            latest = index.get(key, ())[-_LATEST:]
            candidates.update(once.intersection(latest))
            once.update(latest)
        candidates.update(range(max(0, number - near), number))
        total = totals[number]
        for other in sorted(candidates):
            theirs = totals[other]
            both = total + theirs
            if 2 * (total if total < theirs else theirs) < least * both:
                continue
            shared = content & contents[other]
            if not shared or len(contents[other]) < _FEWEST:
                continue
            score = 2 * sum(map(weight, shared)) / both
            if score >= least - _LIFT:
                score += _synonym_score(words, content, contents[other], both)
            if score >= least:
                yield places[other], places[number], min(1.0, score)
        if known.setdefault(content, number) == number:  # one copy of a refrain stands for all of them
            for key in keys:
                index.setdefault(key, []).append(number)


def likeness(words: Vocabulary, one: Stems, other: Stems, least: float) -> float:
    """Return how much of what two passages say is shared, 0 to 1; synonyms are looked up where they can matter."""
    both = sum(map(words.weights.__getitem__, one)) + sum(map(words.weights.__getitem__, other))
    score = _score(words, one, other, both)
    if score >= least - 3 * _LIFT:
        score += _synonym_score(words, one, other, both)
    return min(1.0, score)


def _score(words: Vocabulary, one: Stems, other: Stems, total: float) -> float:
    """Return the share of the weight of two passages that the words they share have."""
    shared = one & other
    return 2 * sum(map(words.weights.__getitem__, shared)) / total if shared and len(other) >= _FEWEST else 0.0


def _synonym_score(words: Vocabulary, one: Stems, other: Stems, total: float) -> float:
    """Return what the synonyms of two passages add to their score; only their rarest words are looked at."""
    score = 0.0
    names, weights, rank = words.names, words.weights, words.ranks.__getitem__
    loose = sorted(one - other, key=rank)[:_MOST_SYNONYMS]
    for match in sorted(other - one, key=rank)[:_MOST_SYNONYMS]:
        for key in loose:
            if related(names[key], names[match]):
                loose.remove(key)
                score += _DISCOUNT * (weights[key] + weights[match]) / total
                break
    return score
