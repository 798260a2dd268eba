"""Bare noun phrases: those of a singular common noun without a determiner, told by tags alone."""

from __future__ import annotations

from collections.abc import Iterator

from paralint.evidence.words.closed import NOUNS
from paralint.text.document import Document
from paralint.values import NamedTuple

_GO_ON = NOUNS | {"HYPH", "CD", "$", "FW", "LS", "ADD", "SYM"}  # the noun before them is no head
_LINKS = frozenset({"-", "–", "/", "(", "&"})
_MODIFIERS = NOUNS | {"JJ", "JJR", "JJS", "HYPH", "RBS", "RBR"}
_PARTICIPLES = frozenset({"VBN", "VBG", "VBD"})
_DETERMINERS = frozenset({"DT", "PRP$", "POS", "CD", "WP$", "WDT"})
_BEFORE_PARTICIPLE = _DETERMINERS | {"JJ"}
_REACH = 6  # words between a determiner and its noun


class BarePhrase(NamedTuple):
    """Attributes:
    first: the first token of the phrase.
    noun: its head.
    """

    first: int
    noun: int


def bare_phrases(document: Document) -> Iterator[BarePhrase]:
    """Yield the bare noun phrases of a document, in order."""
    tags, word = document.tags, document.tokens.word
    bounds = document.tokens.sentences
    number, last = 0, 0
    for head, tag in enumerate(tags):
        if tag != "NN":
            continue
        while head >= last:
            first, last = bounds[number], bounds[number + 1]
            number += 1
        if head + 1 < last and (tags[head + 1] in _GO_ON or word(head + 1).lower in _LINKS):
            continue
        if word(head).capital:
            continue
        begin = _begin(document, head, first)
        if begin == first or tags[begin - 1] not in _DETERMINERS:
            yield BarePhrase(begin, head)


def _begin(document: Document, head: int, first: int) -> int:
    """Return where the modifiers of a noun begin."""
    tags, word = document.tags, document.tokens.word
    at = head - 1
    while at >= first and head - at <= _REACH:
        tag = tags[at]
        if tag in _PARTICIPLES:
            if at == first or tags[at - 1] not in _BEFORE_PARTICIPLE:
                break
        elif tag not in _MODIFIERS or word(at).lower in _LINKS:
            break
        at -= 1
    return at + 1
