"""The gazetteer: which names are known, which spellings belong to one name, and who and what is much written about.

The data file is made by ``tools/build_names.py`` (sources and licences: ``docs/data-sources.md``). Known forms are kept
as sorted 32-bit checksums of their folded spelling, each with a 16-bit mark of the name it belongs to: a third of a
million forms in 2 MB, ready as soon as they are read. One other word in ten thousand is taken for known by chance.
"""

from __future__ import annotations

import struct
import zlib
from array import array
from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property, lru_cache
from sys import byteorder

from paralint.data import DataError, integers, listed, mapped
from paralint.evidence.names.spellings import fold
from paralint.values import NamedTuple

FILE = "names.bin"

_MAGIC = b"PLNM"
_VERSION = 2
_SECTIONS = 6
_HEADER = struct.Struct(f"<4sHHI{_SECTIONS}I")  # magic, version, sections, CRC-32 of the rest, length of each section


class Person(NamedTuple):
    """A person much written about.

    ``romanised``: the name is written in another script at home, so its Latin spelling is a matter of house style.
    """

    given: str
    family: str
    romanised: bool


class Country(NamedTuple):
    """A country or a part of one (``sovereign`` tells), with its adjectives and the nouns for its people."""

    name: str
    adjectives: tuple[str, ...]
    people: tuple[str, ...]
    sovereign: bool

    @property
    def adjective(self) -> str:
        """The adjective in use: the shortest that begins as the name does, for a country that has any."""
        return max(self.adjectives, key=lambda form: (form[:3] == self.name[:3], -len(form)))


class Gazetteer:
    """The opened data file.

    Raises:
        DataError: if ``content`` is not a names file of this version, or is damaged.
    """

    def __init__(self, content: bytes | memoryview) -> None:
        sections = _sections(content)
        self._sums = integers(sections[0], "I")
        self._groups = integers(sections[1], "H")
        self._texts = sections[2:]

    def _text(self, number: int) -> str:
        return str(self._texts[number], "utf-8")

    def knows(self, form: str) -> bool:
        """Tell whether ``form`` is a known name or part of one, in any case and with or without diacritics."""
        total = checksum(form)
        place = bisect_left(self._sums, total)
        return place < len(self._sums) and self._sums[place] == total

    def groups(self, form: str) -> frozenset[int]:
        """Return the marks of the names that ``form`` is a spelling of. Two spellings of one name share a mark."""
        total = checksum(form)
        place = bisect_left(self._sums, total)
        found = set()
        while place < len(self._sums) and self._sums[place] == total:
            found.add(self._groups[place])
            place += 1
        found.discard(0)
        return frozenset(found)

    def people(self, family: str) -> Sequence[Person]:
        """Return the persons of a folded family name."""
        return _persons(self._by_family, family)

    def people_called(self, given: str) -> Sequence[Person]:
        """Return the persons of a folded given name."""
        return _persons(self._by_given, given)

    @cached_property
    def _by_family(self) -> list[str]:
        return self._text(0).split("\n")

    @cached_property
    def _by_given(self) -> list[str]:
        return self._text(1).split("\n")

    @cached_property
    def given_names(self) -> Mapping[str, str]:
        """The usual sex, ``f`` or ``m``, of the bearers of a folded given name; ``-`` if it is borne by both."""
        return {name: sex for sex, line in zip("fm-", self._given_names, strict=False) for name in line.split()}

    @cached_property
    def formal(self) -> frozenset[str]:
        """Folded given names whose bearers are called by their family name behind a title (Europe, the Americas)."""
        return frozenset(self._given_names[3].split())

    @cached_property
    def _given_names(self) -> list[str]:
        return self._text(2).split("\n")

    @cached_property
    def countries(self) -> tuple[Country, ...]:
        """The countries of the file, those of the list of nations in their places, in the order of their names."""
        rows = (line.split("\t") for line in self._text(3).splitlines())
        found = {row[0]: Country(row[0], tuple(_list(row[1])), tuple(_list(row[2])), row[3] == "1") for row in rows}
        found.update((country.name, country) for country in map(_nation, listed("nations")))
        return tuple(found[name] for name in sorted(found))


@lru_cache(maxsize=1)
def load() -> Gazetteer:
    """Open the packaged gazetteer, once.

    Raises:
        DataError: if the file is missing, damaged or of another version.
    """
    return Gazetteer(mapped(FILE))


@lru_cache(maxsize=1)
def folded_countries() -> frozenset[str]:
    """Return the folded names of countries and their parts."""
    return frozenset(fold(country.name) for country in load().countries)


@lru_cache(maxsize=1)
def folded_adjectives() -> frozenset[str]:
    """Return the folded adjectives of countries, of which some are given names, too: German Shepherd."""
    return frozenset(fold(adjective) for country in load().countries for adjective in country.adjectives)


def checksum(form: str) -> int:
    """Return the number under which a form is known."""
    return zlib.crc32(fold(form).encode())


def encode(
    forms: Iterable[tuple[str, int]],
    people: Iterable[Person],
    given_names: Mapping[str, str],
    formal: Iterable[str],
    countries: Iterable[Country],
) -> bytes:
    """Return the data file for the given facts. ``forms`` pairs each form with the number of its name, 0 for none."""
    persons = set(people)
    pairs = sorted({(checksum(form), number % 65535 + 1 if number else 0) for form, number in forms})
    sums, groups = array("I", [total for total, _ in pairs]), array("H", [group for _, group in pairs])
    if byteorder == "big":
        sums.byteswap()
        groups.byteswap()
    sexes = {sex: " ".join(sorted(name for name, its in given_names.items() if its == sex)) for sex in "fm-"}
    texts = (
        "\n".join(sorted({"\t".join((fold(family), family, given, "01"[own])) for given, family, own in persons})),
        "\n".join(
            sorted({"\t".join((fold(given.split()[0]), family, given, "01"[own])) for given, family, own in persons})
        ),
        "\n".join((*sexes.values(), " ".join(sorted(set(formal))))),
        "\n".join(
            sorted("\t".join((name, ",".join(adj), ",".join(nouns), "01"[own])) for name, adj, nouns, own in countries)
        ),
    )
    sections = [sums.tobytes(), groups.tobytes(), *(text.encode() for text in texts)]
    body = b"".join(sections)
    return _HEADER.pack(_MAGIC, _VERSION, _SECTIONS, zlib.crc32(body), *map(len, sections)) + body


def _nation(line: str) -> Country:
    name, adjectives, people = line.split(",")
    return Country(name, tuple(adjectives.split("|")), tuple(people.split("|")), sovereign=True)


def _persons(lines: Sequence[str], key: str) -> list[Person]:
    found = []
    place = bisect_left(lines, key + "\t")
    while place < len(lines) and lines[place].startswith(key + "\t"):
        _, family, given, romanised = lines[place].split("\t")
        found.append(Person(given, family, romanised == "1"))
        place += 1
    return found


def _list(text: str) -> list[str]:
    return text.split(",") if text else []


def _sections(content: bytes | memoryview) -> Sequence[memoryview]:
    try:
        magic, version, number, _, *lengths = _HEADER.unpack_from(content)
    except struct.error as error:
        raise DataError(f"paralint/data/{FILE}: cut short") from error
    body = memoryview(content)[_HEADER.size :]
    if magic != _MAGIC or version != _VERSION or number != _SECTIONS:
        raise DataError(f"paralint/data/{FILE}: not a names file of version {_VERSION}")
    if len(body) != sum(lengths):
        raise DataError(f"paralint/data/{FILE}: damaged")
    found = []
    start = 0
    for length in lengths:
        found.append(body[start : start + length])
        start += length
    return found
