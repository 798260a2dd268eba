"""Sets of tokens of one document, each a single integer: token ``i`` is in a set if bit ``i`` is.

So that two tokens stand side by side in a whole document is asked by one shift and one conjunction: Baeza-Yates and
Gonnet (1992), "A new approach to text searching", turned from characters to tokens.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property

from paralint.text.document import Document

_DIGITS = [bytes([48 + (code >> bit & 1) for code in range(64)]) * 4 for bit in range(6)]  # bit of a tag's code
_ROOM = 1 << 29  # bits that the sets of one kind may take together, 64 megabytes; in a long document each set is large
_FEW = 48  # members that are found sooner one by one than by writing the set out


class TokenSets:
    """The sets that patterns are made of, each computed when it is first asked for.

    Attributes:
        every: all tokens.
        inner: the tokens that do not begin a sentence.
        unclosed: those that end a sentence without a full stop.
        forms: the forms of the document.
        of_words: the tokens whose lower-cased form is among some words.
        of_tags: the tokens whose tag is among some tags.
    """

    def __init__(self, document: Document) -> None:
        self._document = document
        total = len(document.tokens)
        self.every = (1 << total) - 1
        self.inner = self.every & ~_packed(document.tokens.sentences[:-1], total)
        self.forms = frozenset(document.tokens.forms)
        self.unclosed = _packed(document.unclosed, total)
        self._kinds = {form: kind for kind, form in enumerate(document.tokens.forms)}
        self._of_lower = _OfLower(document)
        self.of_words: Mapping[frozenset[str], int] = _OfWords(frozenset(document.by_lower), self._of_lower, total)
        self.of_tags: Mapping[frozenset[str], int] = _OfTags(document)

    def of_forms(self, forms: frozenset[str]) -> int:
        """Return the tokens whose form is among some forms of the document."""
        places = self._document.places
        return _packed([place for form in forms for place in places[self._kinds[form]]], self.every.bit_length())


class _OfLower(dict[str, int]):
    """The tokens of a lower-cased form of the document."""

    def __init__(self, document: Document) -> None:
        super().__init__()
        self._document = document
        self._total = len(document.tokens)
        self._most = _ROOM // (self._total + 1)

    def __missing__(self, lower: str) -> int:
        if len(self) > self._most:
            self.clear()
        kinds = self._document.by_lower[lower]
        places = self._document.places
        found = [place for kind in kinds for place in places[kind]] if len(kinds) > 1 else places[kinds[0]]
        tokens = self[lower] = _packed(found, self._total)
        return tokens


class _OfWords(dict[frozenset[str], int]):
    def __init__(self, lowers: frozenset[str], of_lower: _OfLower, total: int) -> None:
        super().__init__()
        self._most = _ROOM // (total + 1)
        self._lowers = lowers
        self._of_lower = of_lower

    def __missing__(self, words: frozenset[str]) -> int:
        if len(self) > self._most:
            self.clear()
        found = 0
        of_lower = self._of_lower
        for word in self._lowers & words:
            found |= of_lower[word]
        self[words] = found
        return found


class _OfTags(dict[frozenset[str], int]):
    def __init__(self, document: Document) -> None:
        super().__init__()
        self._document = document

    @cached_property
    def _of_tag(self) -> dict[str, int]:
        return _by_tag(self._document)

    def __missing__(self, tags: frozenset[str]) -> int:
        found = 0
        of_tag = self._of_tag.get
        for tag in tags:
            found |= of_tag(tag, 0)
        self[tags] = found
        return found


def members(tokens: int) -> Iterator[int]:
    """Yield the members of a set in order: tokens, or whatever else is numbered."""
    if tokens.bit_count() < _FEW:
        while tokens:
            lowest = tokens & -tokens
            yield lowest.bit_length() - 1
            tokens ^= lowest
        return
    digits = bin(tokens)
    last = len(digits) - 1
    place = digits.rfind("1")
    while place > 0:
        yield last - place
        place = digits.rfind("1", 0, place)


def _packed(places: Sequence[int], total: int) -> int:
    if len(places) < 2:
        return 1 << places[0] if places else 0
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
    planes = [int(codes.translate(_DIGITS[bit]), 2) for bit in range(max(0, len(names) - 1).bit_length())]
    every = (1 << len(tags)) - 1
    found = {}
    for code, tag in enumerate(names):
        tokens = every
        for bit, plane in enumerate(planes):
            tokens &= plane if code >> bit & 1 else ~plane
        found[tag] = tokens
    return found
