"""A table of literal phrases, looked up by the word types of a document, so that its size hardly matters."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from paralint.text.document import Document
from paralint.text.scanner import Scanner
from paralint.text.words import WordType


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
        scanner = Scanner()
        for number, phrase in enumerate(phrases):
            words = tuple(self._key(WordType.of(form)) for form in scanner.scan(phrase).forms)
            if words:
                self._by_first.setdefault(words[0], []).append((words[1:], number))
        for tails in self._by_first.values():
            tails.sort(key=lambda tail: (-len(tail[0]), tail[1]))
        self.words = frozenset(word.lower() for word in self._by_first)

    def matches(self, document: Document) -> Iterator[PhraseMatch]:
        """Yield the matches, type by type; sort them if order matters."""
        tokens = document.tokens
        for number, word in enumerate(tokens.types):
            tails = self._by_first.get(self._key(word))
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
