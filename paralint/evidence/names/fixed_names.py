"""Fixed names: what bodies, titles, races, places and wars are called, and which words may wrongly stand in them.

The data file is made by ``tools/build_fixed_names.py`` from lists written for paralint and from Open English WordNet. A
name is found by checksums of its content words: in order with one word (of three and more: also with two words) left
open, and all of them in alphabetical order. Opening the file costs no more than mapping it.
"""

from __future__ import annotations

import struct
import zlib
from array import array
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from enum import Enum
from functools import cached_property, lru_cache
from itertools import combinations
from sys import byteorder
from unicodedata import combining, normalize

from paralint.data import DataError, integers, mapped
from paralint.data.lines import Lines
from paralint.evidence.names.cities import cities
from paralint.evidence.names.gazetteer import load as gazetteer
from paralint.evidence.names.usage import american
from paralint.evidence.words.closed import words
from paralint.text.morphology import lemma
from paralint.values import NamedTuple

FILE = "fixed_names.bin"
SMALL = words("of for and the in on to with at de des la del & 's ’s ' ’")

_MAGIC = b"PLFN"
_VERSION = 1
_HEADER = struct.Struct("<4sHHI4I")  # magic, version, sections, CRC-32 of the rest, length of each section
_OPEN = "_"
PLACE = "*"  # stands in names for that of a country or a city, or its adjective
LONG = 3  # words of a name of which two may be left open
# Adjectives of parts of the world, each with its name.
_PARTS = {
    "american": "america",
    **{direction + "ern": direction for direction in ("north", "south", "east", "west")},
}


_CONTINENTS = words("europe european africa african asia asian")  # each has bodies of its own, and no others


class Standing(Enum):
    """What follows from a name for others that are like it."""

    BODY = ""
    TITLE = "!"  # of a newspaper, a prize: nothing else is called like it
    LIKE = "~"  # is right, though like another one; nothing follows


class FixedName(NamedTuple):
    """A known name.

    Attributes:
        written: as it is written.
        words: its content words in lower case and American spelling, without possessive endings.
        standing: whether others may be called like it.
    """

    written: str
    words: tuple[str, ...]
    standing: Standing

    @property
    def title(self) -> bool:
        """Whether nothing else is called like it."""
        return self.standing is Standing.TITLE

    @property
    def forms(self) -> tuple[str, ...]:
        """The content words in the form in which names are compared."""
        return tuple(map(canonical, self.words))


class FixedNames:
    """The opened data file.

    Raises:
        DataError: if ``content`` is not a file of this version, or is cut short.
    """

    def __init__(self, content: bytes | memoryview) -> None:
        try:
            magic, version, _, _, *lengths = _HEADER.unpack_from(content)
        except struct.error as error:
            raise DataError(f"paralint/data/{FILE}: cut short") from error
        body = memoryview(content)[_HEADER.size :]
        if magic != _MAGIC or version != _VERSION or len(body) != sum(lengths):
            raise DataError(f"paralint/data/{FILE}: not a file of fixed names of version {_VERSION}, or damaged")
        first, second, third = (sum(lengths[:end]) for end in (1, 2, 3))
        self._sums = integers(body[:first], "I")
        self._numbers = integers(body[first:second], "H")
        self._text = body[second:third]
        self._meanings = Lines(bytes(body[third:]))
        self._names: dict[int, FixedName] = {}
        self._rows: list[bytes] = []
        self._like: dict[str, frozenset[str] | None] = {}

    def at(self, total: int) -> Iterator[FixedName]:
        """Yield the names with a checksum."""
        place = bisect_left(self._sums, total)
        while place < len(self._sums) and self._sums[place] == total:
            yield self._name(self._numbers[place])
            place += 1

    def _name(self, number: int) -> FixedName:
        if number not in self._names:
            if not self._rows:
                self._rows = bytes(self._text).split(b"\n")
            self._names[number] = _read(self._rows[number].decode())
        return self._names[number]

    def meaning(self, word: str) -> frozenset[str]:
        """Return the words that may wrongly stand for a word of a name; none for one that is in no name."""
        return self._entry(word) or frozenset()

    def has(self, word: str) -> bool:
        """Tell whether a word in American spelling stands in any name."""
        return self._entry(word) is not None

    def _entry(self, word: str) -> frozenset[str] | None:
        if word not in self._like:
            line = self._meanings.find(word) if word.isascii() else None
            self._like[word] = None if line is None else frozenset(line.decode().split(","))
        return self._like[word]

    def words(self, start: str) -> Iterator[str]:
        """Yield the words of names that begin with some letters."""
        return (line.decode().partition("\t")[0] for line in self._meanings.beginning(start))

    @cached_property
    def owed(self) -> Mapping[str, Sequence[str]]:
        """The words of names by those that may wrongly stand for them, sorted."""
        found: defaultdict[str, list[str]] = defaultdict(list)
        for line in self._meanings.all():
            word, _, others = line.decode().partition("\t")
            for other in others.split(","):
                found[other].append(word)
        return found


@lru_cache(maxsize=1)
def load() -> FixedNames:
    """Open the packaged file, once.

    Raises:
        DataError: if the file is missing, cut short or of another version.
    """
    return FixedNames(mapped(FILE))


@lru_cache(maxsize=1)
def _lands() -> Mapping[str, str]:
    return {
        adjective.lower(): american(country.name.lower())
        for country in reversed(gazetteer().countries) if " " not in country.name
        for adjective in country.adjectives
    }  # fmt: skip


@lru_cache(maxsize=1 << 14)
def canonical(word: str) -> str:
    """Return the form of a lower-case word in which names are compared: singular, the country for its adjective."""
    word = lemma(word, "NNS")
    return _PARTS.get(word) or _lands().get(word, word)


class Placed(NamedTuple):
    """The content words of a name with PLACE for the place in it, that place as it is written, and whether that is
    an adjective.
    """

    words: tuple[str, ...]
    name: str
    adjective: bool


def with_place(forms: Sequence[str]) -> Placed | None:
    """Return a name with its last place left open; None if no place stands in it, or nothing else does."""
    for size in (2, 1):
        for first in range(len(forms) - size, -1, -1):
            written = " ".join(forms[first : first + size])
            if written[0].isupper() and written.lower() in _places():
                here = (*content(forms[:first]), PLACE, *content(forms[first + size :]))
                return Placed(here, written, _places()[written.lower()]) if len(here) > 1 else None
    return None


@lru_cache(maxsize=1)
def _places() -> Mapping[str, bool]:
    """The names of places in lower case, and whether each is an adjective."""
    found = {name.lower(): False for name in (*cities(), *(country.name for country in gazetteer().countries))}
    found.update((form.lower(), True) for country in gazetteer().countries for form in country.adjectives)
    return {form: adjective for form, adjective in found.items() if form not in _CONTINENTS}


def content(name: Iterable[str]) -> tuple[str, ...]:
    """Return the content words of a name in lower case and American spelling, without possessive endings."""
    found = []
    for form in name:
        word = form.lower().replace("’", "'").removesuffix("'s").strip("',")
        if word.startswith("co-o"):
            word = "coo" + word[4:]  # co-operation
        if word and word not in SMALL:
            found.append(american(word if word.isascii() else _plain(word)))
    return tuple(found)


def _plain(word: str) -> str:
    return "".join(letter for letter in normalize("NFKD", word) if not combining(letter))


def open_sum(forms: Sequence[str], *places: int) -> int:
    """Return the checksum of compared forms in their order, with the words at some places left open."""
    return zlib.crc32(" ".join(_OPEN if at in places else form for at, form in enumerate(forms)).encode())


def any_order_sum(forms: Iterable[str]) -> int:
    """Return the checksum of compared forms whatever their order is."""
    return zlib.crc32(("|" + " ".join(sorted(forms))).encode())


def pairs(size: int) -> Iterator[tuple[int, int]]:
    """Yield the places of two words of a name that may be left open together."""
    return combinations(range(size), 2) if LONG <= size <= LONG + 3 else iter(())


def encode(names: Mapping[str, Standing], meanings: Mapping[str, Iterable[str]]) -> bytes:
    """Return the data file.

    Args:
        names: the names as they are written.
        meanings: for words of names, those that may wrongly stand for them.
    """
    rows = [name + names[name].value for name in sorted(names)]
    found = set()
    for number, row in enumerate(rows):
        forms = _read(row).forms
        if len(forms) > 1:
            found.add((any_order_sum(forms), number))
            found.update((open_sum(forms, place), number) for place in range(len(forms)))
            found.update((open_sum(forms, *two), number) for two in pairs(len(forms)))
    ordered = sorted(found)
    sums, numbers = array("I", [total for total, _ in ordered]), array("H", [number for _, number in ordered])
    if byteorder == "big":
        sums.byteswap()
        numbers.byteswap()
    lines = sorted(f"{word}\t{','.join(sorted(set(meanings[word])))}\n".encode() for word in meanings)
    sections = (sums.tobytes(), numbers.tobytes(), "\n".join(rows).encode(), b"".join(lines))
    body = b"".join(sections)
    return _HEADER.pack(_MAGIC, _VERSION, len(sections), zlib.crc32(body), *map(len, sections)) + body


def _read(row: str) -> FixedName:
    written = row.rstrip("!~")
    return FixedName(written, content(written.split()), Standing(row[len(written) :]))
