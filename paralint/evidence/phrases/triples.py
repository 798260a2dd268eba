"""The triples: three words in a row that English has, and whether a word is what the other two lead one to expect.

The data file is made by ``tools/build_triples.py`` (source and licence: ``docs/data-sources.md``). It says of each
triple of a language model how large a share of what stands in one place of it, beside the other two, is the word that
it has there. No triple is stored: the file is a function from triples to bytes, each the exclusive or of three places
of one table (Chazelle, Kilian, Rubinfeld & Tal 2004, "The Bloomier filter"; laid out like the xor filter of Graf &
Lemire 2020). Most of a byte tells whether the triple was stored at all, so that of those that were not one in eighty is
taken for one.
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Mapping
from functools import lru_cache

from paralint.data import DataError, mapped
from paralint.data.sections import Format
from paralint.text.document import Document
from paralint.text.words import TokenKind
from paralint.values import NamedTuple

FILE = "triples.bin"
START, END = "<s>", "</s>"  # what stands before and behind a sentence
MET, LIKELY, EXPECTED = 1, 2, 3
"""The levels: a triple is met; one of its words is likely beside the other two, or the most of what stands there."""

SECTIONS = ("size", "bytes")
FORMAT = Format(FILE, "triples", b"PLT3", 1, SECTIONS)
_LENGTH = struct.Struct("<I")
_SPREAD, _MARK, _WHOLE = 0x9E3779B97F4A7C15, 0xC2B2AE3D27D4EB4F, (1 << 64) - 1
_PART = (1 << 21) - 1
_LEVELS = 3  # the bits of a byte that hold the level


class Triples:
    """The opened data file.

    Raises:
        DataError: if ``content`` is no triples file of this version, or is damaged.
    """

    def __init__(self, content: bytes | memoryview) -> None:
        sections = FORMAT.decode(content)
        self._bytes = sections["bytes"]
        try:
            (self._size,) = _LENGTH.unpack(sections["size"])
        except struct.error as error:
            raise DataError(f"paralint/data/{FILE}: damaged") from error
        if 3 * self._size != len(self._bytes):
            raise DataError(f"paralint/data/{FILE}: damaged")

    def level(self, words: str) -> int:
        """Return the level of three lower-case words joined by spaces; 0 if English does not have them."""
        one, two, three, mark = slots(zlib.crc32(words.encode()), self._size)
        table = self._bytes
        found = table[one] ^ table[two] ^ table[three]
        return found & _LEVELS if found >> 2 == mark else 0


def slots(hashed: int, size: int) -> tuple[int, int, int, int]:
    """Return the places of a table of three parts that a triple is made of, and what most of the byte must be.

    Args:
        hashed: CRC-32 of the words.
        size: of each part.
    """
    spread = hashed * _SPREAD & _WHOLE
    return (
        (spread >> 43) * size >> 21,
        size + ((spread >> 22 & _PART) * size >> 21),
        2 * size + ((spread & _PART) * size >> 21),
        (hashed * _MARK & _WHOLE) >> 58,
    )


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

    Raises:
        ValueError: if no table of the usual size can hold them.
    """
    size = len(levels) * 41 // 100 + 16
    places = {hashed: slots(hashed, size) for hashed in levels}
    holders, number = [0] * (3 * size), [0] * (3 * size)  # of the triples that want a place: their exclusive or
    for hashed, (one, two, three, _) in places.items():
        for place in (one, two, three):
            holders[place] ^= hashed
            number[place] += 1
    alone = [place for place, wanted in enumerate(number) if wanted == 1]
    order = []
    while alone:
        place = alone.pop()
        if number[place] != 1:
            continue
        hashed = holders[place]
        order.append((hashed, place))
        for other in places[hashed][:3]:
            holders[other] ^= hashed
            number[other] -= 1
            if number[other] == 1:
                alone.append(other)
    if len(order) < len(levels):
        raise ValueError("the triples do not fit into a table of this size")
    table = bytearray(3 * size)
    for hashed, place in reversed(order):
        one, two, three, mark = places[hashed]
        table[place] = 0
        table[place] = table[one] ^ table[two] ^ table[three] ^ (mark << 2 | levels[hashed])
    return FORMAT.encode({"size": _LENGTH.pack(size), "bytes": bytes(table)})
