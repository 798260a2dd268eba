"""How often a thing happens, told twice: "mowed twice a year", "which he cuts twice a week".

The number stays and its unit changes. That the same thing is told is shown by the names, and the words, that the two
sentences share.
"""

from __future__ import annotations

from collections.abc import Iterator

from paralint.evidence.measures.units import NUMERALS, TIME_UNITS
from paralint.evidence.restatements.conflicts import Conflict
from paralint.evidence.words.closed import words
from paralint.evidence.words.thesaurus import related
from paralint.evidence.words.vocabulary import NO_STEM, stem, vocabulary
from paralint.text.document import Document
from paralint.text.morphology import lemma
from paralint.values import NamedTuple

_TIMES = {"once": 1.0, "twice": 2.0, "thrice": 3.0}
_PER = frozenset(("a", "an", "per", "every", "each"))
# What was otherwise before, or is otherwise with others, is no contradiction.
_CONTRAST = words("previously formerly now instead before until than whereas while but other others another usually")
_REACH = 6  # tokens before a frequency within which the deed stands
_LEAST = 3  # words that two sentences share, names among them
_MOST = 24  # frequencies of one number that are compared


class _Often(NamedTuple):
    """A number of times in a unit of time, at the tokens ``first`` to ``last``, excluded."""

    first: int
    last: int
    times: float
    unit: str


def two_frequencies(document: Document) -> tuple[Conflict, ...]:
    """Return the frequencies that keep their number and change their unit (a layer: see ``Document.derive``)."""
    if document.by_lower.keys().isdisjoint((*_TIMES, "times")):
        return ()
    found = sorted(_frequencies(document))[:_MOST]
    tokens = document.tokens
    return tuple(
        Conflict("frequency", tokens.span(other.first, other.last), tokens.span(one.first, one.last), 1.0)
        for number, other in enumerate(found)
        for one in found[:number]
        if one.times == other.times
        and one.unit != other.unit
        and _same_deed(document, one, other)
        and _same_thing(document, one, other)
    )


def _frequencies(document: Document) -> Iterator[_Often]:
    word = document.tokens.word
    size = len(document.tokens)
    for lower in (*_TIMES, "times"):
        for kind in document.by_lower.get(lower, ()):
            for place in document.places[kind]:
                first, times = place, _TIMES.get(lower)
                if times is None:
                    first = place - 1
                    before = word(first).lower if place else ""
                    times = NUMERALS.get(before, float(before) if before.isdecimal() else 0.0)
                if not times or place + 2 >= size or word(place + 1).lower not in _PER:
                    continue
                unit = word(place + 2).lower
                if unit in TIME_UNITS:
                    yield _Often(first, place + 3, times, unit)


def _same_deed(document: Document, one: _Often, other: _Often) -> bool:
    """Whether the words right before two frequencies can be of one thing that is done."""
    here, there = (_deed(document, each) for each in (one, other))
    return any(a == b or related(a, b) for a in here for b in there)


def _deed(document: Document, often: _Often) -> frozenset[str]:
    """Return the stems of the content words before a frequency, and of the verbs that they may be forms of."""
    stems = document.derive(vocabulary).stems
    begin = document.tokens.sentences[document.sentence_of(often.first)]
    lowers = (
        document.tokens.word(token).lower
        for token in range(max(begin, often.first - _REACH), often.first)
        if stems[token] != NO_STEM and not document.tokens.word(token).capital
    )
    return frozenset(
        form for lower in lowers for form in (stem(lower), stem(lemma(lower, "VBD")), stem(lemma(lower, "VBZ")))
    )


def _same_thing(document: Document, one: _Often, other: _Often) -> bool:
    """Whether the sentences of two frequencies share a name and words enough, and no word of contrast."""
    if document.sentence_of(one.first) == document.sentence_of(other.first):
        return False
    vocables = document.derive(vocabulary)
    contents: list[set[int]] = []
    for each in (one, other):
        number = document.sentence_of(each.first)
        tokens = range(document.tokens.sentences[number], document.tokens.sentences[number + 1])
        if any(document.tokens.word(token).lower in _CONTRAST for token in tokens):
            return False
        contents.append(
            {vocables.stems[token] for token in tokens if token not in range(each.first, each.last)} - {NO_STEM}
        )
    shared = contents[0] & contents[1]
    names = {
        key
        for key in shared
        if any(document.tokens.word(place).capital for place in _places(document, vocables.names[key]))
    }
    loose = [sorted(content - shared) for content in contents]
    alike = sum(
        any(related(vocables.names[key], vocables.names[match]) for match in loose[1]) for key in loose[0]
    )  # fmt: skip
    return bool(names) and len(shared) + alike >= _LEAST


def _places(document: Document, stem: str) -> Iterator[int]:
    """Yield a place of each word that is written like a stem."""
    for kind in document.by_lower.get(stem, ()):
        yield document.places[kind][0]
