"""A table of literal phrases, looked up by the word types of a document, so that its size hardly matters."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from paralint.text.document import Document
from paralint.text.scanner import scan_prose
from paralint.text.words import WordType
from paralint.values import NamedTuple


class PhraseMatch(NamedTuple):
    """Phrase number ``phrase`` of the table stands on the tokens ``first`` up to, not including, ``last``."""

    phrase: int
    first: int
    last: int


class PhraseTable:
    """Phrases cut into tokens as the text is, so that a match is a run of whole tokens inside one block.

    Where several phrases begin at one token, the longest is found.
    """

    def __init__(self, phrases: Iterable[str], *, fold: bool) -> None:
        """Args:
        phrases: each is one phrase; its number is its place here.
        fold: whether case is ignored.
        """
        self.fold = fold
        self._by_first: dict[str, list[tuple[tuple[str, ...], int]]] = {}
        firsts = set()
        for number, phrase in enumerate(phrases):
            types = [WordType.of(form) for form in scan_prose(phrase).forms]
            if types:
                firsts.add(types[0].lower)
                first, *tail = map(self._key, types)
                self._by_first.setdefault(first, []).append((tuple(tail), number))
        for tails in self._by_first.values():
            tails.sort(key=lambda tail: (-len(tail[0]), tail[1]))
        self.words = frozenset(firsts)

    def matches(self, document: Document) -> Iterator[PhraseMatch]:
        """Yield the matches, word by word; sort them if order matters."""
        types, by_lower = document.tokens.types, document.by_lower
        for number in [number for word in sorted(by_lower.keys() & self.words) for number in by_lower[word]]:
            tails = self._by_first.get(self._key(types[number]))
            if tails is None:
                continue
            for place in document.places[number]:
                for tail, phrase in tails:
                    last = place + 1 + len(tail)
                    if all(
                        self._at(document, place + 1 + index) == part for index, part in enumerate(tail)
                    ) and _one_block(document, place, last):
                        yield PhraseMatch(phrase, place, last)
                        break

    def _key(self, word: WordType) -> str:
        # With case or without: typographic and plain apostrophes are the same.
        return word.lower if self.fold else word.form.replace("’", "'")

    def _at(self, document: Document, token: int) -> str:
        tokens = document.tokens
        return self._key(tokens.word(token)) if token < len(tokens) else ""


def _one_block(document: Document, first: int, last: int) -> bool:
    return last == first + 1 or document.block_of(first) == document.block_of(last - 1)
