"""The triples: three words in a row that English has, and whether a word is what the other two lead one to expect.

The data file is made by ``tools/build_triples.py`` (source and licence: ``docs/data-sources.md``). It says of each
triple of a language model how large a share of what stands in one place of it, beside the other two, is the word that
it has there. No triple is stored: the file is a Bloomier filter, so that of those that were not stored one in eighty is
taken for one.
"""

from __future__ import annotations

import zlib
from collections.abc import Mapping
from functools import lru_cache

from paralint.data import DataError, bloomier, mapped
from paralint.data.sections import Format
from paralint.text.document import Document
from paralint.text.words import TokenKind
from paralint.values import NamedTuple

FILE = "triples.bin"
START, END = "<s>", "</s>"  # what stands before and behind a sentence
MET, LIKELY, EXPECTED = 1, 2, 3
"""The levels: a triple is met; one of its words is likely beside the other two, or the most of what stands there."""

SECTIONS = ("filter",)
FORMAT = Format(FILE, "triples", b"PLT3", 2, SECTIONS)
_BITS = 2  # of a level


class Triples:
    """The opened data file.

    Raises:
        DataError: if ``content`` is no triples file of this version, or is damaged.
    """

    def __init__(self, content: bytes | memoryview) -> None:
        try:
            self._filter = bloomier.Bloomier(FORMAT.decode(content)["filter"], _BITS)
        except ValueError as error:
            raise DataError(f"paralint/data/{FILE}: damaged") from error

    def level(self, words: str) -> int:
        """Return the level of three lower-case words joined by spaces; 0 if English does not have them."""
        return self._filter.get(zlib.crc32(words.encode())) or 0


class Around(NamedTuple):
    """The two words before something and the two behind it, in lower case, with marks for the ends of the sentence.

    What is no word, and what lies beyond such a thing, is empty.
    """

    before: tuple[str, str]
    behind: tuple[str, str]


def around(document: Document, first: int, last: int) -> Around:
    """Return what stands around the tokens from the first to the last, both included."""
    sentence = document.sentences[document.sentence_of(first)]
    before = [START if place < sentence.first else _word(document, place) for place in (first - 2, first - 1)]
    behind = [END if place >= sentence.last else _word(document, place) for place in (last + 1, last + 2)]
    if not before[1] or before[1] == START:
        before[0] = ""
    if not behind[0] or behind[0] == END:
        behind[1] = ""
    return Around((before[0], before[1]), (behind[0], behind[1]))


def _word(document: Document, place: int) -> str:
    word = document.tokens.word(place)
    return word.lower if word.kind is TokenKind.WORD else ""


@lru_cache(maxsize=1 << 15)
def level(first: str, second: str, third: str) -> int:
    """Return the level of three lower-case words or marks; 0 if one is empty, or English does not have them.

    Raises:
        DataError: if the triples cannot be read.
    """
    return load().level(f"{first} {second} {third}") if first and second and third else 0


def levels(places: Around, form: str) -> tuple[int, int, int]:
    """Return the levels of the three triples that a lower-case form is part of where it stands around that.

    Raises:
        DataError: if the triples cannot be read.
    """
    (far, near), (next_one, further) = places
    return level(far, near, form), level(near, form, next_one), level(form, next_one, further)


@lru_cache(maxsize=1)
def load() -> Triples:
    """Open the packaged triples, once.

    Raises:
        DataError: if the file is missing, damaged or of another version.
    """
    return Triples(mapped(FILE))


def encode(levels: Mapping[int, int]) -> bytes:
    """Return the content of a triples file.

    Args:
        levels: by the CRC-32 of the words.
    """
    return FORMAT.encode({"filter": bloomier.encode(levels, _BITS)})
