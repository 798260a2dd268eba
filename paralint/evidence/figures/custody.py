"""A term in prison of which more must be served than it lasts: parole after eight years of a sentence of six."""

from __future__ import annotations

from collections.abc import Iterator

from paralint.evidence.measures.quantities import Hedge, Quantity, quantities
from paralint.evidence.measures.units import Measure
from paralint.evidence.restatements.conflicts import Conflict, conflict, without_repeats
from paralint.evidence.words.closed import words
from paralint.text.document import Document

_SENTENCED = words("jailed imprisoned sentenced jail prison imprisonment")
_RELEASED = words("parole release released freed")
_REACH = 9  # tokens between a length of time and the word that says what it is


def long_terms(document: Document) -> tuple[Conflict, ...]:
    """Return times to parole that exceed the only sentence of a document (a layer: see ``Document.derive``)."""
    if not any(lower in document.by_lower for lower in _RELEASED):
        return ()
    years = [each for each in document.derive(quantities) if each.measure is Measure.DURATION and each.value >= 28]
    terms = [each for each in years if is_term(document, each)]
    if not terms or len({each.value for each in terms}) != 1:
        return ()
    return without_repeats(_longer(document, terms[0], years))


def is_term(document: Document, time: Quantity) -> bool:
    """Whether a length of time is a sentence: "jailed for six years", "a six-year prison sentence"."""
    word = document.tokens.word
    number = document.sentence_of(time.first)
    before = [
        word(token).lower for token in range(max(document.tokens.sentences[number], time.hedged - 4), time.hedged)
    ]
    behind = [
        word(token).lower for token in range(time.last, min(document.tokens.sentences[number + 1], time.last + 3))
    ]
    begin = document.tokens.sentences[number]
    led = before[-1:] == ["for"] and any(word(token).lower in _SENTENCED for token in range(begin, time.first))
    led = led or (before[-1:] == ["to"] and "sentenced" in before)
    ruled = behind[:2] in (["in", "prison"], ["in", "jail"], ["in", "custody"])
    named = "sentence" in behind[:2] or behind[:2] in (["prison", "sentence"], ["jail", "sentence"], ["jail", "term"])
    return led or ruled or named


def _longer(document: Document, term: Quantity, years: list[Quantity]) -> Iterator[Conflict]:
    word = document.tokens.word
    for time in years:
        if (
            time.low <= term.high
            or time.hedge is Hedge.MOST
            or document.sentence_of(time.first) == document.sentence_of(term.first)
        ):
            continue
        begin = document.tokens.sentences[document.sentence_of(time.first)]
        before = [word(token).lower for token in range(max(begin, time.hedged - _REACH), time.hedged)]
        if before[-1:] == ["after"] and not _RELEASED.isdisjoint(before):
            yield conflict(document, "term", time, term, "nobody is released after more than the whole sentence")
