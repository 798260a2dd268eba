"""Swapped terms: a fixed term of the document told once more with one of its words exchanged.

"The landing ship left" and, where the same is told again, "the land ship left". Of two passages that tell the same,
the word pairs are compared that have one word in common; the other word must be a synonym, a neighbour or a relative of
the one that it stands for. That alone is how good writers vary ("large house", "big house"). So one of the two pairs
must be a fixed term, and the other one none, or both be parts of names.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import Enum, auto
from functools import lru_cache
from typing import NamedTuple

from paralint.evidence.compounds import seconds
from paralint.evidence.restatements import Passage, restatements
from paralint.evidence.terms import bases
from paralint.evidence.thesaurus import entry, opposite
from paralint.evidence.vocabulary import NO_STEM, stem, vocabulary
from paralint.findings import Span
from paralint.text.document import Document
from paralint.text.morphology import singular, word_classes
from paralint.text.words import TokenKind

_MOST = 2  # times that a document may have an exchanged term; what it has oftener it means
_SHORTEST = 3  # letters of a word that may be another one cut off
_ENDING = 5  # letters that may be cut off it
_VARIANT = 2  # letters in which two spellings of one word differ


class Relation(Enum):
    """How an exchanged word goes together with the one that it stands for."""

    FORM = auto()  # another form of it, or a piece
    SYNONYM = auto()
    SIBLING = auto()  # another thing of the same kind
    NARROWER = auto()
    BROADER = auto()


class Pair(NamedTuple):
    """Two words that stand side by side, lower-cased and in the singular."""

    first: str
    second: str


@dataclass(frozen=True, slots=True)
class SwappedTerm:
    """A term with an exchanged word.

    Attributes:
        here: the term as it was exchanged.
        there: where the document has the term itself.
        relation: how the exchanged word goes together with the right one.
        named: whether the two are parts of names.
    """

    here: Span
    there: Span
    relation: Relation
    named: bool


def swapped_terms(document: Document) -> tuple[SwappedTerm, ...]:
    """Return the swapped terms of a document, in text order (a layer: see ``Document.derive``).

    Raises:
        DataError: if the compounds or the thesaurus cannot be read.
    """
    found = document.derive(restatements)
    swapped: dict[Span, SwappedTerm] = {}
    pairs: dict[Passage, dict[Pair, list[int]]] = {}
    for restatement in (*found.paragraphs, *found.sentences):
        for passage in (restatement.first, restatement.second):
            if passage not in pairs:
                pairs[passage] = _pairs(document, passage)
        one, other = pairs[restatement.first], pairs[restatement.second]
        for term in (*_swaps(document, one, other), *_swaps(document, other, one)):
            swapped.setdefault(term.here, term)
    return tuple(swapped[span] for span in sorted(swapped))


def _pairs(document: Document, passage: Passage) -> dict[Pair, list[int]]:
    """Return the word pairs of a passage that can be terms, with the places of their first words."""
    stems = document.derive(vocabulary).stems
    tokens = document.tokens
    found: dict[Pair, list[int]] = {}
    for place in range(passage.first, passage.last - 1):
        if stems[place] != NO_STEM and stems[place + 1] != NO_STEM:
            one, other = tokens.word(place), tokens.word(place + 1)
            if one.kind is other.kind is TokenKind.WORD and document.sentence_of(place) == document.sentence_of(
                place + 1
            ):
                found.setdefault(Pair(_plain(one.lower), _plain(other.lower)), []).append(place)
    return found


def _plain(lower: str) -> str:
    return singular(lower) if lower.isalpha() else lower


def _swaps(document: Document, terms: dict[Pair, list[int]], others: dict[Pair, list[int]]) -> Iterator[SwappedTerm]:
    """Yield the pairs of ``others`` in which a word of one of ``terms`` has been exchanged."""
    beside: dict[str, list[Pair]] = {}
    for pair in others:
        if pair not in terms and pair.first != pair.second:
            beside.setdefault(pair.first, []).append(pair)
            beside.setdefault(pair.second, []).append(pair)
    for term, places in terms.items():
        if term in others:
            continue
        capital = _capital(document, places)
        if not (capital or "noun" in word_classes(term.second)) or not (known(term) or capital):
            continue
        for pair in (*beside.get(term.first, ()), *beside.get(term.second, ())):
            if pair.first == term.first:
                right, wrong = term.second, pair.second
            elif pair.second == term.second:
                right, wrong = term.first, pair.first
            else:
                continue
            named = capital and _capital(document, others[pair])
            if not (_exchangeable(right) and _exchangeable(wrong)) or (not named and not known(term)):
                continue
            relation = relation_of(right, wrong)
            if relation is not None and _exchanged(document, term, pair, relation, named):
                here = document.tokens.span(others[pair][0], others[pair][0] + 2)
                there = document.tokens.span(places[0], places[0] + 2)
                yield SwappedTerm(here, there, relation, named)


def _exchangeable(word: str) -> bool:
    return word.isalpha() and len(word) >= _SHORTEST and "numeral" not in word_classes(word)


def _exchanged(document: Document, term: Pair, pair: Pair, relation: Relation, named: bool) -> bool:
    """Whether a pair is no term itself, so that it can only be the other one with a word exchanged."""
    if known(pair):
        return False
    times, right_times = _times(document, pair), _times(document, term)
    if times > min(_MOST, right_times):
        return False
    if known(term):
        return named or relation is not Relation.BROADER  # what is said of a ship is true of a vessel
    return relation in (Relation.SYNONYM, Relation.SIBLING) and times < right_times


@lru_cache(maxsize=1 << 14)
def known(pair: Pair) -> bool:
    """Whether a pair is a compound that dictionaries have."""
    return any(not seconds(first).isdisjoint(bases(pair.second)) for first in bases(pair.first))


def _times(document: Document, pair: Pair) -> int:
    tokens = document.tokens
    return sum(
        place + 1 < len(tokens) and _plain(tokens.word(place + 1).lower) == pair.second
        for lower, kinds in document.by_lower.items()
        if lower.startswith(pair.first[:2]) and _plain(lower) == pair.first
        for kind in kinds
        for place in document.places[kind]
    )


def _capital(document: Document, places: Iterable[int]) -> bool:
    word = document.tokens.word
    return all(word(place).capital and word(place + 1).capital for place in places)


def relation_of(right: str, wrong: str) -> Relation | None:
    """Return how ``wrong`` goes together with ``right``; None if it does not, or says the opposite."""
    one, other = stem(right), stem(wrong)
    if opposite(one, other):
        return None
    shorter, longer = sorted((right, wrong), key=len)
    if one == other or (longer.startswith(shorter) and len(longer) - len(shorter) <= _ENDING):
        return Relation.FORM
    a, b = entry(one), entry(other)
    if not a.synsets.isdisjoint(b.synsets):
        return None if _spelling(right, wrong) else Relation.SYNONYM
    if not a.hypernyms.isdisjoint(b.synsets):
        return Relation.BROADER
    if not a.synsets.isdisjoint(b.hypernyms):
        return Relation.NARROWER
    if not a.hypernyms.isdisjoint(b.hypernyms):
        return Relation.SIBLING
    return Relation.FORM if other in a.derived or one in b.derived else None


def _spelling(one: str, other: str) -> bool:
    """Whether two synonyms are one word in two spellings: what differs is two letters at most."""
    shorter, longer = sorted((one, other), key=len)
    start = 0
    while start < len(shorter) and shorter[start] == longer[start]:
        start += 1
    end = 0
    while end < len(shorter) - start and shorter[-1 - end] == longer[-1 - end]:
        end += 1
    return len(longer) - start - end <= _VARIANT
