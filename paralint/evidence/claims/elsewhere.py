"""Places that are somewhere else: *Croatia's Baltic coast*, and Austria where all else is told of Australia.

Which seas a country lies on is known (``lists/waters.txt``). A country that is named once, and whose name is much
like that of another one that the document goes on about (``lists/like-named.txt``), has come in for that one; the
rule that asks is heard in damaged texts alone.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache

from paralint.data import listed
from paralint.evidence.names.gazetteer import load
from paralint.evidence.quotations.quotations import quotations
from paralint.evidence.restatements.conflicts import Conflict, without_repeats
from paralint.evidence.words.closed import GENITIVES, words
from paralint.evidence.words.vocabulary import NO_STEM, vocabulary
from paralint.text.document import Document

_SHORES = words("coast coasts coastline shore shores seaboard beaches coastal port ports resort resorts littoral")
_PLACING = words("in to from near across for of")
_NO_SEAS = words(
    """north southern black red white dead indian norwegian irish japan greenland finland thailand oman mexico guinea
    riga"""
)
_REACH = 5  # tokens
_MOST = 1  # places of a name that has come in for another one


def places_elsewhere(document: Document) -> tuple[Conflict, ...]:
    """Return the conflicts elsewhere of a document (a layer: see ``Document.derive``)."""
    return without_repeats([*_shores(document), *_taken_for(document)])


@lru_cache(maxsize=1)
def _waters() -> Mapping[str, frozenset[str]]:
    """The seas by the countries, and by their adjectives, in lower case."""
    found: dict[str, frozenset[str]] = {}
    for line in listed("waters"):
        country, seas = line.lower().split(": ")
        found[country] = frozenset(seas.split())
    for land in load().countries:
        seas_of = found.get(land.name.lower())
        if seas_of:
            found.update((form.lower(), seas_of) for form in land.adjectives if " " not in form)
    return found


@lru_cache(maxsize=1)
def _seas() -> frozenset[str]:
    """The seas whose names are no words for a direction or a country."""
    known = {sea for seas in _waters().values() for sea in seas}
    return frozenset(known) - _NO_SEAS


def _shores(document: Document) -> Iterator[Conflict]:
    """Find Croatia's Baltic coast, the Croatian shore of the Baltic, and the Baltic coast of Croatia."""
    here = document.by_lower.keys()
    if here.isdisjoint(_SHORES) or here.isdisjoint(_seas()):
        return
    lowers = document.lowers
    for sea in sorted(here & _seas()):
        for number in document.by_lower[sea]:
            for place in document.places[number]:
                land = place + _land(lowers[max(0, place - _REACH) : place], lowers[place + 1 : place + 1 + _REACH])
                if land != place and sea not in _waters()[lowers[land]]:
                    here_span, there = (document.tokens.span(at, at + 1) for at in (place, land))
                    yield Conflict("place", here_span, there, 1.0, "that country does not lie on it")


def _land(before: list[str], after: list[str]) -> int:
    """Return where the country stands whose shore on a sea is told, counted from the sea; 0 if none is."""
    waters = _waters()
    shore = 1 if after[:1] == ["sea"] else 0
    if after[shore : shore + 1] and after[shore] in _SHORES:
        owned = bool(before) and before[-1] in GENITIVES
        owner = before[-2:-1] if owned else before[-1:]
        if owner and owner[0] in waters:
            return -2 if owned else -1
        of = after[shore + 1 : shore + 3]
        return shore + 3 if of[:1] == ["of"] and of[-1] in waters else 0
    if before[-2:] not in (["of", "the"], ["on", "the"]) or before[-3:-2] == [] or before[-3] not in _SHORES:
        return 0
    back = 5 if before[-4:-3] and before[-4] in GENITIVES else 4
    return -back if len(before) >= back and before[-back] in waters else 0


@lru_cache(maxsize=1)
def _alike() -> tuple[tuple[str, str], ...]:
    pairs = (line.lower().split() for line in listed("like-named"))
    return tuple((one, other) for pair in pairs for one, other in (pair, pair[::-1]))


@lru_cache(maxsize=1)
def _of_it() -> Mapping[str, frozenset[str]]:
    """What else a document says that is about a country: its adjectives and people."""
    return {
        land.name.lower(): frozenset(form.lower() for form in (*land.adjectives, *land.people))
        for land in load().countries
    }


def _taken_for(document: Document) -> Iterator[Conflict]:
    """Find Austria, where the minister's mission was to Australia."""
    here = document.by_lower.keys()
    for one, other in _alike():
        if one not in here or other not in here or not here.isdisjoint(_of_it().get(one, frozenset())):
            continue
        places, others = _capitals(document, one), _capitals(document, other)
        if len(places) != _MOST or not others or (len(others) == 1 and places[0] < others[0]):
            continue
        if document.lowers[max(0, places[0] - 1)] not in _PLACING:
            continue
        near = [at for at in others if _told_together(document, places[0], at)]
        beside = [at for at in others if document.sentence_of(at) == document.sentence_of(places[0])]
        if near and not beside and (len(others) > 1 or document.lowers[max(0, near[0] - 1)] in _PLACING):
            here_span, there = (document.tokens.span(at, at + 1) for at in (places[0], near[0]))
            yield Conflict("place", here_span, there, 1.0, "two places of like names where one is meant")


def _capitals(document: Document, lower: str) -> list[int]:
    types = document.tokens.types
    return sorted(
        place for number in document.by_lower[lower] if types[number].capital for place in document.places[number]
    )


def _told_together(document: Document, one: int, other: int) -> bool:
    """Tell whether the sentences of two places share a word that has content."""
    stems = document.derive(vocabulary).stems
    sentences = document.tokens.sentences
    sides = []
    for place in (one, other):
        number = document.sentence_of(place)
        tokens = range(sentences[number], sentences[number + 1])
        sides.append({stems[token] for token in tokens if token != place} - {NO_STEM})
    return bool(sides[0] & sides[1]) and not document.derive(quotations).inside[one]
