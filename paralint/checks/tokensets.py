"""Sets of tokens of one document, each a single integer: token ``i`` is in a set if bit ``i`` is.

So that two tokens stand side by side in a whole document is asked by one shift and one conjunction: Baeza-Yates and
Gonnet (1992), "A new approach to text searching", turned from characters to tokens.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from paralint.text.document import Document
from paralint.text.words import WordType


class TokenSets:
    """The sets that patterns are made of, each computed when it is first asked for.

    Attributes:
        every: all tokens.
        inner: the tokens that do not begin a sentence.
    """

    def __init__(self, document: Document) -> None:
        self._document = document
        self._total = len(document.tokens)
        self.every = (1 << self._total) - 1
        self.inner = self.every & ~_packed(document.tokens.sentences[:-1], self._total)
        self._lowers = frozenset(document.by_lower)
        self._of_kind: dict[int, int] = {}
        self._of_words: dict[frozenset[str], int] = {}
        self._of_tags: dict[frozenset[str], int] = {}
        self._tags: dict[str, int] | None = None

    def lack(self, words: frozenset[str]) -> bool:
        """Whether the document has none of some words in lower case."""
        return self._lowers.isdisjoint(words)

    def of_words(self, words: frozenset[str]) -> int:
        """Return the tokens whose lower-cased form is among ``words``."""
        found = self._of_words.get(words)
        if found is None:
            found = 0
            by_lower = self._document.by_lower
            for word in self._lowers & words:
                for kind in by_lower[word]:
                    found |= self._kind(kind)
            self._of_words[words] = found
        return found

    def of_tags(self, tags: frozenset[str]) -> int:
        """Return the tokens whose tag is among ``tags``."""
        found = self._of_tags.get(tags)
        if found is None:
            if self._tags is None:
                self._tags = _by_tag(self._document)
            found = 0
            for tag in tags & self._tags.keys():
                found |= self._tags[tag]
            self._of_tags[tags] = found
        return found

    def of_types(self, fits: Callable[[WordType], bool]) -> int:
        """Return the tokens whose word type fits."""
        found = 0
        for kind, word in enumerate(self._document.tokens.types):
            if fits(word):
                found |= self._kind(kind)
        return found

    def _kind(self, kind: int) -> int:
        found = self._of_kind.get(kind)
        if found is None:
            found = self._of_kind[kind] = _packed(self._document.places[kind], self._total)
        return found


def members(tokens: int) -> Iterator[int]:
    """Yield the tokens of a set in order."""
    digits = bin(tokens)
    last = len(digits) - 1
    place = digits.rfind("1")
    while place > 0:
        yield last - place
        place = digits.rfind("1", 0, place)


def _packed(places: Sequence[int], total: int) -> int:
    if len(places) == 1:
        return 1 << places[0]
    bits = bytearray((total >> 3) + 1)
    for place in places:
        bits[place >> 3] |= 1 << (place & 7)
    return int.from_bytes(bits, "little")


def _by_tag(document: Document) -> dict[str, int]:
    """Return the set of each tag of a document.

    The codes of the tags are cut into their bits first, so that each bit costs one pass and a tag only conjunctions.
    """
    tags = document.tags
    names = list(dict.fromkeys(tags))
    codes = bytes(map({tag: code for code, tag in enumerate(names)}.__getitem__, reversed(tags)))
    planes = []
    for bit in range(max(0, len(names) - 1).bit_length()):
        digits = bytes([48 + (code >> bit & 1) for code in range(256)])
        planes.append(int(codes.translate(digits), 2))
    every = (1 << len(tags)) - 1
    found = {}
    for code, tag in enumerate(names):
        tokens = every
        for bit, plane in enumerate(planes):
            tokens &= plane if code >> bit & 1 else ~plane
        found[tag] = tokens
    return found
