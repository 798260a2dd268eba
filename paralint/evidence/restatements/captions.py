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
_FRAME, _KEPT = 14, 0.6  # least length of lines that have a frame, and share of it that both have
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


def is_frame_kept(document: Document, first: Passage, second: Passage) -> bool:
    """Whether two neighbouring lines of some length have most of their words in the same order, small ones included."""
    one, other = ([document.tokens.word(token).lower for token in range(*passage)] for passage in (first, second))
    longest = max(len(one), len(other))
    if not _FRAME <= longest <= _LONGEST:
        return False
    row = [0] * (len(other) + 1)  # the longest common subsequence up to each word
    for word in one:
        last = 0
        for place, there in enumerate(other, start=1):
            above = row[place]
            row[place] = last + 1 if word == there else max(above, row[place - 1])
            last = above
    return row[-1] >= _KEPT * longest


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
