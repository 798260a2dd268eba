"""Idioms whose preposition was exchanged: "playing in fire", "a drop to the ocean", "for the nick of time".

The content words of an idiom say which preposition it has, and which others good writers put there stands in the data
(see ``tools/build_expressions.py``). What else stands there was put there by a machine, unless the words beside it
lead one to expect it: then they are no idiom ("hands over the heart of the machine").
"""

from __future__ import annotations

from paralint.evidence.phrases.idioms import Occurrence, best_of
from paralint.evidence.phrases.paraphrases import Paraphrase
from paralint.evidence.phrases.triples import LIKELY, around, level
from paralint.evidence.words.terms import FUNCTION_WORDS
from paralint.text.document import Document

_PREPOSITIONS = """
about above across after against along amid among around at before behind below beneath beside between beyond by down
for from in inside into like near of off on onto out outside over past round through throughout to toward towards under
up upon with within without
"""
PREPOSITIONS = frozenset(_PREPOSITIONS.split())
_ALIKE = """
in into inside within; on upon onto; to toward towards; about around round; above over; below beneath under; behind by;
among amid between; through throughout out over from; off out from of into; up down; near by beside; on off;
in out; over under
"""
ALIKE = tuple(frozenset(group.split()) for group in _ALIKE.split(";"))
"""Prepositions that good writers put for one another, or that turn an idiom round ("fall off the radar")."""


def exchanged_prepositions(document: Document) -> tuple[Paraphrase, ...]:
    """Return the idioms with another preposition than their own, in text order (a layer: see ``Document.derive``).

    The score of each says how much more its own one is what the words beside it lead one to expect, in the levels of
    triples.

    Raises:
        DataError: if the expressions, the terms or the triples cannot be read.
    """
    return best_of(document, _score)


def _score(document: Document, found: Occurrence) -> float | None:
    own, form = found.template.words[found.template.open], document.tokens.word(found.place).lower
    if own not in FUNCTION_WORDS or form not in PREPOSITIONS or form in found.template.fillers:
        return None  # of other templates another word is open
    if any(own in group and form in group for group in ALIKE):
        return None
    names = (document.tokens.word(place).capital for place in range(found.first + 1, found.last + 1))
    if any(names):
        return None  # "driven by Wall Street" is not "driven up the wall"
    (further, before), (behind, beyond) = around(document, found.place, found.place)

    def expected(word: str) -> list[int]:
        return [level(further, before, word), level(before, word, behind), level(word, behind, beyond)]

    theirs = expected(form)
    return None if max(theirs) >= LIKELY else sum(expected(own)) - sum(theirs)
