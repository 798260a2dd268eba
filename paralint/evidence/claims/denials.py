"""What the narrator says will be done, and a paragraph later that it will not be done.

Two clauses are compared that have the same auxiliary, the same verb and the same object, or none, and of which one is
negated. Nothing else of the sentences needs to be alike.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Container, Iterator

from paralint.evidence.quotations.quotations import quotations
from paralint.evidence.restatements.conflicts import Conflict, without_repeats
from paralint.evidence.words.titles import words
from paralint.evidence.words.vocabulary import NO_STEM, vocabulary
from paralint.text.document import Document
from paralint.text.words import TokenKind
from paralint.values import NamedTuple

_AUXILIARIES = words("will would can could did has have had is was are were")
_NEGATION = words("not n't never")
_BETWEEN = words("also be been being ever yet now still") | _NEGATION
_CONTRAST = words(
    """
    but however while whereas although though unlike instead except yet if unless whether when until nor neither some
    others other who which only once before after longer
    """
)
_NEAR = 2  # paragraphs between the two
_OBJECT = 4  # tokens behind the verb in which its object begins
_MOST = 6  # clauses with one verb


class Clause(NamedTuple):
    """A clause of auxiliary and verb.

    Attributes:
        first, verb: the auxiliary and the verb.
        stem: the stem of the verb.
        negated: whether it is denied.
        object: the stem of the first content word behind it, NO_STEM if the clause ends there.
    """

    first: int
    verb: int
    stem: int
    negated: bool
    object: int


def denials(document: Document) -> tuple[Conflict, ...]:
    """Return what is said in one paragraph and denied in it or in the next (a layer: see ``Document.derive``)."""
    return without_repeats(_denials(document))


def _denials(document: Document) -> Iterator[Conflict]:
    denied = [clause for clause in _clauses(document, _negated(document)) if clause.negated]
    keys = {(_auxiliary(document, clause), clause.stem, clause.object) for clause in denied}
    groups: defaultdict[tuple[str, int, int], list[Clause]] = defaultdict(list)
    for auxiliary in sorted({key[0] for key in keys}):
        stems = {key[1] for key in keys if key[0] == auxiliary}
        for clause in _clauses(document, _places(document, auxiliary), stems):
            key = (auxiliary, clause.stem, clause.object)
            if key in keys and not clause.negated:
                groups[key].append(clause)
    for other in denied:
        stated = groups.get((_auxiliary(document, other), other.stem, other.object), [])
        for one in stated[:_MOST]:
            sentences = [document.sentence_of(each.first) for each in (one, other)]
            apart = abs(document.block_of(one.first) - document.block_of(other.first))
            if sentences[0] != sentences[1] and apart <= _NEAR and not _set_apart(document, *sentences):
                # A rewriter loses a negation more often than it adds one.
                tokens = document.tokens
                spans = [tokens.span(each.first, each.verb + 1) for each in (one, other)]
                yield Conflict("denial", spans[0], spans[1], 1.0, "one of the two denies the other")


def _places(document: Document, lower: str) -> list[int]:
    return sorted(place for kind in document.by_lower.get(lower, ()) for place in document.places[kind])


def _negated(document: Document) -> list[int]:
    """Return the auxiliaries with a negation behind them."""
    word = document.tokens.word
    return [
        token
        for lower in sorted(_NEGATION)
        for place in _places(document, lower)
        for token in range(max(0, place - 2), place)
        if word(token).lower in _AUXILIARIES
    ]


def _auxiliary(document: Document, clause: Clause) -> str:
    return document.tokens.word(clause.first).lower


def _clauses(document: Document, places: list[int], verbs: Container[int] | None = None) -> Iterator[Clause]:
    """Yield the clauses of the narrator that begin at these auxiliaries, of some verbs only if they are given."""
    stems = document.derive(vocabulary).stems
    for first in places:
        if verbs is None or any(stems[token] in verbs for token in range(first + 1, min(first + 5, len(stems)))):
            clause = _clause(document, first)
            if clause is not None:
                yield clause


def _clause(document: Document, first: int) -> Clause | None:
    word = document.tokens.word
    if document.derive(quotations).inside[first]:
        return None
    end = document.tokens.sentences[document.sentence_of(first) + 1]
    verb = first + 1
    negated = False
    while verb < end and word(verb).lower in _BETWEEN:
        negated = negated or word(verb).lower in _NEGATION
        verb += 1
    stems = document.derive(vocabulary).stems
    if verb >= end or stems[verb] == NO_STEM or word(verb).capital or word(verb).kind is not TokenKind.WORD:
        return None
    for token in range(verb + 1, min(verb + _OBJECT, end)):
        if word(token).kind is TokenKind.PUNCTUATION:
            break
        if stems[token] != NO_STEM:
            return Clause(first, verb, stems[verb], negated, stems[token])
    return Clause(first, verb, stems[verb], negated, NO_STEM)


def _set_apart(document: Document, one: int, other: int) -> bool:
    """Whether one of two sentences sets a contrast or a condition, or asks."""
    word = document.tokens.word
    sentences = document.tokens.sentences
    return any(
        word(token).lower in _CONTRAST or word(token).form == "?"
        for number in (one, other)
        for token in range(sentences[number], sentences[number + 1])
    )
