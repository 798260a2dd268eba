"""Swapped terms: a fixed term of the document told once more with one of its words exchanged.

"The landing ship left" and, where the same is told again, "the land ship left". Of two passages that tell the same,
the word pairs are compared that have one word in common; the other word must be a synonym, a neighbour or a relative of
the one that it stands for. That alone is how good writers vary ("large house", "big house"). So one of the two pairs
must be a fixed term, and the other one none, or both be parts of names.
"""

from __future__ import annotations

from collections.abc import Iterator
from enum import Enum, auto
from functools import lru_cache

from paralint.evidence.phrases.compounds import following
from paralint.evidence.restatements.restatements import Passage, Restatement, restatements
from paralint.evidence.words.closed import words
from paralint.evidence.words.terms import bases
from paralint.evidence.words.thesaurus import entry, opposite
from paralint.evidence.words.vocabulary import NO_STEM, stem, vocabulary
from paralint.findings import Span
from paralint.text.document import Document
from paralint.text.morphology import plural, singular, word_classes
from paralint.text.words import TokenKind
from paralint.values import NamedTuple

_BETWEEN = frozenset({"of", "and", "in", "for", "at", "on", "to"})
_ALIKE = 0.7  # least score of two passages; those that only resemble each other tell of like things, not of one
_MOST = 2  # times that a document may have an exchanged term; what it has oftener it means
_SHORTEST = 3  # letters of a word that may be another one cut off
_ENDING = 5  # letters that may be cut off it
_VARIANT = 2  # letters in which two spellings of one word differ
_TIMES = words(
    "second minute hour day night week month year decade century dawn morning noon afternoon evening midnight"
)


class Relation(Enum):
    """How an exchanged word goes together with the one that it stands for."""

    FORM = auto()  # another form of it, or a piece
    SYNONYM = auto()
    SIBLING = auto()  # another thing of the same kind
    NARROWER = auto()
    BROADER = auto()


class Pair(NamedTuple):
    """Two content words, lower-cased and in the singular, and the function word that stands between them, if any."""

    first: str
    second: str
    between: str = ""


class Pairs(NamedTuple):
    """The pairs of a passage.

    Attributes:
        places: the tokens that the first of each pair stands at: from, and up to, not including.
        by_word: the pairs by the word between and a word: the first one, and the second one behind a blank.
        joined: the pairs with a word between.
    """

    places: dict[Pair, tuple[int, int]]
    by_word: dict[tuple[str, str], list[Pair]]
    joined: list[Pair]


RELATED = (Relation.SYNONYM, Relation.BROADER, Relation.NARROWER)
_OTHER_WORD = (Relation.SYNONYM, Relation.SIBLING)


class SwappedTerm(NamedTuple):
    """A term with an exchanged word.

    Attributes:
        here: the exchanged term.
        there: where the document has the term itself.
        named: whether the two are parts of names.
    """

    here: Span
    there: Span
    named: bool


def swapped_terms(document: Document) -> tuple[SwappedTerm, ...]:
    """Return the swapped terms of a document, in text order (a layer: see ``Document.derive``).

    Raises:
        DataError: if the compounds or the thesaurus cannot be read.
    """
    found = document.derive(restatements)
    starts = frozenset(document.tokens.sentences)
    swapped: dict[Span, SwappedTerm] = {}
    pairs: dict[Passage, Pairs] = {}
    whole = {_blocks(document, restatement) for restatement in found.paragraphs}
    sentences = (restatement for restatement in found.sentences if _blocks(document, restatement) not in whole)
    for restatement in (*found.paragraphs, *sentences):
        if restatement.score < _ALIKE:
            continue
        for passage in (restatement.first, restatement.second):
            if passage not in pairs:
                pairs[passage] = _pairs(document, passage, starts)
        one, other = pairs[restatement.first], pairs[restatement.second]
        for term in (*_swaps(document, one, other), *_swaps(document, other, one)):
            swapped.setdefault(term.here, term)
    chosen: list[SwappedTerm] = []
    for span in sorted(swapped):
        if not (chosen and span.overlaps(chosen[-1].here)):
            chosen.append(swapped[span])
    return tuple(chosen)


def _blocks(document: Document, restatement: Restatement) -> tuple[int, int]:
    return document.block_of(restatement.first.first), document.block_of(restatement.second.first)


def _pairs(document: Document, passage: Passage, starts: frozenset[int]) -> Pairs:
    """Return the pairs of a passage that can be terms; ``starts`` are the first tokens of the sentences."""
    stems, tokens = document.derive(vocabulary).stems, document.tokens
    types, ids = tokens.types, tokens.ids
    found: dict[Pair, tuple[int, int]] = {}
    last = -1
    for place in range(*passage):
        if place in starts:
            last = -1
        if stems[place] == NO_STEM or types[ids[place]].kind is not TokenKind.WORD:
            continue
        gap = place - last
        between = types[ids[place - 1]].lower if gap == 2 else ""
        if last >= 0 and (gap == 1 or between in _BETWEEN):
            pair = Pair(_plain(types[ids[last]].lower), _plain(types[ids[place]].lower), between)
            found.setdefault(pair, (last, place + 1))
        last = place
    by_word: dict[tuple[str, str], list[Pair]] = {}
    for pair in found:
        by_word.setdefault((pair.between, pair.first), []).append(pair)
        by_word.setdefault((pair.between, " " + pair.second), []).append(pair)
    return Pairs(found, by_word, [pair for pair in found if pair.between])


@lru_cache(maxsize=1 << 14)
def _plain(lower: str) -> str:
    return singular(lower) if lower[-1] == "s" and lower.isalpha() else lower


def _swaps(document: Document, terms: Pairs, others: Pairs) -> Iterator[SwappedTerm]:
    """Yield the pairs of ``others`` in which words of one of ``terms`` have been exchanged."""
    for term, (first, last) in terms.places.items():
        if term in others.places:
            continue
        loose = [pair for pair in _candidates(term, others) if pair not in terms.places]
        if not loose:
            continue
        capital = _capital(document, first, last)
        if not (capital or "noun" in word_classes(term.second)):
            continue
        fixed = known(term)
        if not (fixed or (capital and not term.between)):
            continue
        for pair in loose:
            place = others.places[pair]
            named = capital and _capital(document, *place)
            if not (fixed or named):
                continue
            exchanges = list(_exchanges(term, pair))
            if not exchanges or not all(_exchangeable(*exchange) for exchange in exchanges):
                continue
            relations = [relation_of(*exchange) for exchange in exchanges]
            framed = fixed and _framed(document, (first, last), place)
            if None in relations and not framed:
                continue
            if known(pair):
                # Of two institutions that dictionaries have, the one that is told first is right.
                swapped = named and framed and None not in relations and place[0] > first
            else:
                swapped = _exchanged(document, term, pair, fixed, named, relations)
            if swapped:
                yield SwappedTerm(document.tokens.span(*place), document.tokens.span(first, last), named)


def _candidates(term: Pair, others: Pairs) -> Iterator[Pair]:
    """Yield the pairs that share a word with a term in its place, or are built like it around a word between."""
    first, second, between = term
    yield from others.by_word.get((between, first), ())
    yield from others.by_word.get((between, " " + second), ())
    if between:
        yield from (pair for pair in others.joined if pair.between == between)
    else:
        yield from others.by_word.get(("of", second), ())


def _exchanges(term: Pair, pair: Pair) -> Iterator[tuple[str, str]]:
    """Yield the words in which two pairs of one build differ: an honour guard, a guard of honesty."""
    first, second, between = term
    if between != pair.between:
        if between or pair.between != "of" or first == second or not known(Pair(second, first, "of")):
            return
        first, second = second, first
        if first != pair.first:
            return
    if first != pair.first:
        yield first, pair.first
    if second != pair.second:
        yield second, pair.second


def _framed(document: Document, one: tuple[int, int], other: tuple[int, int]) -> bool:
    """Whether the words around two places are the same: then one stands for the other, whatever a thesaurus says."""
    word = document.tokens.word
    size = len(document.tokens)
    around = [
        tuple(word(place).lower for place in (first - 1, last, last + 1) if 0 <= place < size)
        for first, last in (one, other)
    ]
    return around[0] == around[1]


def _exchanged(
    document: Document, term: Pair, pair: Pair, fixed: bool, named: bool, relations: list[Relation | None]
) -> bool:
    """Whether a pair that no dictionary has can only be a term with words exchanged."""
    times, right_times = _times(document, pair), _times(document, term)
    if times > min(_MOST, right_times):
        return False
    if fixed:
        # What is said of a ship is true of a vessel, and girls may be daughters: the head may be wider or narrower.
        loose = (Relation.BROADER, Relation.NARROWER) if term.second != pair.second else (Relation.BROADER,)
        return named or len(relations) > 1 or relations[0] not in loose
    return named and len(relations) == 1 and relations[0] in _OTHER_WORD and times < right_times


@lru_cache(maxsize=1 << 14)
def known(pair: Pair) -> bool:
    """Whether a pair is a compound that dictionaries have."""
    head = f"{pair.between}_" if pair.between else ""
    seconds = [head + second for second in bases(pair.second)]
    return any(not following(first).isdisjoint(seconds) for first in bases(pair.first))


def _times(document: Document, pair: Pair) -> int:
    """Return how often the document has a pair."""
    tokens = document.tokens
    gap = 2 if pair.between else 1
    return sum(
        place + gap < len(tokens)
        and _plain(tokens.word(place + gap).lower) == pair.second
        and (gap == 1 or tokens.word(place + 1).lower == pair.between)
        for lower in {pair.first, plural(pair.first)}
        for number in document.by_lower.get(lower, ())
        for place in document.places[number]
    )


def _capital(document: Document, first: int, last: int) -> bool:
    word = document.tokens.word
    return word(first).capital and word(last - 1).capital


@lru_cache(maxsize=1 << 14)
def relation_of(right: str, wrong: str) -> Relation | None:
    """Return how ``wrong`` goes together with ``right``; None if it does not."""
    one, other = stem(right), stem(wrong)
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


def _exchangeable(right: str, wrong: str) -> bool:
    """Whether two words can be exchanged for one another without changing a number or turning the meaning round."""
    if right in _TIMES and wrong in _TIMES:
        return False  # another time contradicts
    return all(
        word.isalpha() and len(word) >= _SHORTEST and "numeral" not in word_classes(word) for word in (right, wrong)
    ) and not opposite(stem(right), stem(wrong))


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
