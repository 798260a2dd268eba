"""Where words stand: who looks for some words, or for words with some tags, need not walk through all tokens."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from paralint.text.blocks import Block
from paralint.text.document import Document
from paralint.text.words import TokenKind


def places_of(document: Document, lowers: frozenset[str]) -> list[int]:
    """Return the tokens that are one of some lower-case words, ascending."""
    by_lower, places = document.by_lower, document.places
    # The fewer are gone through: some sets have more words than the document.
    here = lowers.intersection(by_lower) if len(lowers) > len(by_lower) else by_lower.keys() & lowers
    return sorted([place for lower in here for kind in by_lower[lower] for place in places[kind]])


def blocks_with(document: Document, lowers: frozenset[str]) -> list[tuple[int, Block]]:
    """Return the blocks in which one of some lower-case words stands, each behind its number, in text order."""
    numbers = sorted({document.block_of(place) for place in places_of(document, lowers)})
    return [(number, document.blocks[number]) for number in numbers]


def word_at(document: Document, place: int) -> str:
    """Return a token in lower case; nothing before the first and behind the last one."""
    return document.tokens.word(place).lower if 0 <= place < len(document.tokens) else ""


def capitalised(document: Document, lower: str) -> list[int]:
    """Return the tokens of a word, told in lower case, that begin with a capital and do not consist of them."""
    types, places = document.tokens.types, document.places
    kinds = [kind for kind in document.by_lower.get(lower, ()) if types[kind].capital and not types[kind].upper]
    return [place for kind in kinds for place in places[kind]]


def capitals(document: Document) -> list[int]:
    """Return the numbers of the types whose first letter is a capital (a layer)."""
    return [number for number, word in enumerate(document.tokens.types) if word.capital]


def numerals(document: Document) -> list[int]:
    """Return the numbers of the types that are written in digits (a layer)."""
    written = TokenKind.NUMBER
    return [number for number, word in enumerate(document.tokens.types) if word.kind is written]


def tagged(document: Document, tags: Iterable[str]) -> list[int]:
    """Return the tokens with one of some tags, ascending."""
    by_tag = document.derive(_by_tag)
    return sorted([place for tag in tags for place in by_tag.get(tag, ())])


def _by_tag(document: Document) -> dict[str, list[int]]:
    """Return the tokens of each tag, ascending (a layer)."""
    found: defaultdict[str, list[int]] = defaultdict(list)
    for place, tag in enumerate(document.tags):
        found[tag].append(place)
    return found
