"""Captions told twice: neighbouring lines that say the same of somebody or something, in other words.

Two items of one kind (the photographs of a series, the results of a day) are alike, too, but in their frame alone: they
have other verbs, other things, other names. Where nearly all that two lines say besides names and figures is the same,
there is one thing told twice, and a name that one of them has alone is a name of what the other one calls otherwise.
"""

from __future__ import annotations

from paralint.evidence.restatements.alignment import Alignment
from paralint.evidence.restatements.restatements import Passage
from paralint.evidence.words.closed import words
from paralint.evidence.words.vocabulary import NO_STEM, vocabulary
from paralint.text.document import Document
from paralint.text.words import TokenKind

_LONGEST = 60  # tokens of a caption
_FEWEST, _FEWEST_OF_ALL = 3, 6  # words that both have: names, dates and figures apart, and with them
_FIGURES = words(
    """
    one two three four five six seven eight nine ten eleven twelve first second third fourth fifth sixth seventh eighth
    ninth tenth eleventh twelfth
    """
)
_SHARED = 0.5  # share of the weight of such words of each that the other has
PARTICLES = frozenset(("de", "la", "da", "do", "der", "van", "von", "di", "del", "du", "y", "&"))


def is_caption_again(document: Document, aligned: Alignment) -> bool:
    """Whether two neighbouring paragraphs are one caption told twice, by what they say besides names and figures."""
    passages = (aligned.first, aligned.second)
    if any(last - first > _LONGEST for first, last in passages):
        return False
    return all(
        _shared(document, passage, matched)
        for passage, matched in zip(passages, (aligned.forward, aligned.backward), strict=True)
    )


def _shared(document: Document, passage: Passage, matched: dict[int, int]) -> bool:
    vocables = document.derive(vocabulary)
    stems, weights = vocables.stems, vocables.weights
    total = shared = 0.0
    both = every = 0
    for token in range(*passage):
        word = document.tokens.word(token)
        every += token in matched
        if (
            stems[token] == NO_STEM
            or word.lower in _FIGURES
            or word.kind is not TokenKind.WORD
            or _is_named(document, token)
        ):
            continue
        total += weights[stems[token]]
        if token in matched:
            shared += weights[stems[token]]
            both += 1
    return both >= _FEWEST and every >= _FEWEST_OF_ALL and shared >= _SHARED * total


def _is_named(document: Document, token: int) -> bool:
    return document.tokens.word(token).capital and token not in document.derive(_starts)


def _starts(document: Document) -> frozenset[int]:
    return frozenset(document.tokens.sentences)
