"""A table of literal phrases, looked up by the word types of a document, so that its size hardly matters."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from paralint.text.document import Document
from paralint.text.scanner import scan_prose
from paralint.text.words import WORD_TYPES, WordType
from paralint.values import NamedTuple


class PhraseMatch(NamedTuple):
    """Phrase number ``phrase`` of the table stands on the tokens ``first`` up to, not including, ``last``."""

    phrase: int
    first: int
    last: int


class PhraseTable:
    """Phrases cut into tokens as the text is, so that a match is a run of whole tokens inside one block.

    Where several phrases begin at one token, the longest is found. A phrase is cut when its first word is met: texts
    have the first words of few.
    """

    def __init__(self, phrases: Iterable[str], *, fold: bool) -> None:
        """Args:
        phrases: each is one phrase; its number is its place here.
        fold: whether case is ignored.
        """
        self.fold = fold
        self._phrases = list(phrases)
        self._by_first: dict[str, list[int]] = {}
        self._cut: dict[str, list[tuple[list[str], int]]] = {}
        for start, numbers in self._by_start().items():
            for word in _types(start)[:1]:
                self._by_first.setdefault(word.lower, []).extend(numbers)
        self.words = frozenset(self._by_first)

    def matches(self, document: Document) -> Iterator[PhraseMatch]:
        """Yield the matches, word by word; sort them if order matters."""
        by_lower, places = document.by_lower, document.places
        words = (
            document.lowers
            if self.fold
            else list(map(self._key, map(document.tokens.word, range(len(document.tokens)))))
        )
        for first in sorted(by_lower.keys() & self.words):
            phrases = self._beginning(first)
            for place in [place for number in by_lower[first] for place in places[number]]:
                for parts, number in phrases:
                    last = place + len(parts)
                    if words[place:last] == parts and _one_block(document, place, last):
                        yield PhraseMatch(number, place, last)
                        break

    def _by_start(self) -> dict[str, list[int]]:
        """Return the numbers of the phrases by what is cut to know their first token."""
        found: dict[str, list[int]] = {}
        for number, phrase in enumerate(self._phrases):
            word = phrase.partition(" ")[0]
            # A word of letters is cut in the same way whatever stands behind it.
            found.setdefault(word if word.isalpha() else phrase, []).append(number)
        return found

    def _beginning(self, first: str) -> list[tuple[list[str], int]]:
        """Return the phrases that begin with a token, the longest first, and their numbers."""
        phrases = self._cut.get(first)
        if phrases is None:
            cut = [(list(map(self._key, _types(self._phrases[number]))), number) for number in self._by_first[first]]
            phrases = self._cut[first] = sorted(cut, key=lambda phrase: (-len(phrase[0]), phrase[1]))
        return phrases

    def _key(self, word: WordType) -> str:
        # With case or without: typographic and plain apostrophes are the same.
        return word.lower if self.fold else word.form.replace("’", "'")


def _types(phrase: str) -> list[WordType]:
    return [WORD_TYPES[form] for form in scan_prose(phrase).forms]


def _one_block(document: Document, first: int, last: int) -> bool:
    return last == first + 1 or document.block_of(first) == document.block_of(last - 1)
