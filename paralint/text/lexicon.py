"""The word lexicon: what each English word form can be, how often it is met, and what the rules of inflection miss.

The data file is made by ``tools/build_lexicon.py`` (sources and licences: ``docs/data-sources.md``). It is kept as a
few large strings: a word is found by bisection over the first word of each block and one search inside that block, so
opening the lexicon costs a few milliseconds however many words it holds.
"""

from __future__ import annotations

import struct
import unicodedata
import zlib
from array import array
from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property, lru_cache
from sys import byteorder
from typing import TYPE_CHECKING, cast

from paralint.data import DataError, integers, mapped
from paralint.text import lazy
from paralint.text.memo import Memo
from paralint.values import NamedTuple

if TYPE_CHECKING:
    from mmap import mmap

FILE = "lexicon.bin"

_MAGIC = b"PLLX"
_VERSION = 1
_HEADER = struct.Struct("<4sHHI6I")  # magic, version, number of sections, CRC-32 of the rest, length of each section
_MEMO = 1 << 16  # entries that are remembered
_BLOCK = 32  # words in a block: the search inside one stays below a kilobyte
_READING = lazy.pattern(
    r"([a-z]+)(?:([0-9A-Z])(.*))?"
)  # form letters, then what to cut (base 36) and to add for the lemma
_FORM_LETTERS = lazy.pattern(r"(?:^..|,)([a-z]+)")  # of an entry: frequency and countability, then the readings
_DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"
_ZIPF_BASE = 40  # the character of frequency 0.0; one step is a tenth


class Reading(NamedTuple):
    """One way to read a word form: the word it belongs to, and which of that word's forms it is.

    ``forms`` holds one letter for each: ``n`` singular and ``s`` plural noun; ``b`` base, ``z`` third person, ``d``
    past, ``p`` past participle and ``g`` -ing form of a verb; ``a r t`` the degrees of an adjective, ``v e f`` those
    of an adverb; ``x`` function word, ``m`` number word, ``u`` interjection.
    """

    forms: str
    lemma: str


class Entry(NamedTuple):
    """What the lexicon says of a word form.

    ``zipf`` is the frequency as log10 of occurrences in a billion words (0.0: too rare to tell); ``countability`` is
    ``c`` count, ``m`` mass, ``b`` both, ``p`` plural only, ``-`` not a noun. The likelier of two readings stands first.
    """

    zipf: float
    countability: str
    readings: tuple[Reading, ...]


class Lexicon:
    """The opened data file.

    Raises:
        DataError: if ``content`` is not a lexicon file of this version, or is damaged.
    """

    def __init__(self, content: bytes | memoryview) -> None:
        first_words, offsets, entries, *self._texts = _sections(content)
        try:
            self._first_words = str(first_words, "ascii").split("\n")
            self._offsets = integers(offsets, "I")
        except ValueError as error:
            raise DataError(f"paralint/data/{FILE}: {error}") from error
        # The entries are searched where they are: of two megabytes a short text needs some pages.
        self._content = cast("bytes | mmap", content.obj if isinstance(content, memoryview) else content)
        self._entries = _HEADER.size + len(first_words) + len(offsets)
        self._end = self._entries + len(entries)
        self._read = Memo(self._entry, _MEMO)

    def entry(self, form: str) -> Entry | None:
        """Return the entry of a lower-case word form, or ``None`` if the lexicon does not have it."""
        return self._read[form]

    def _entry(self, form: str) -> Entry | None:
        line = self._line(form)
        if not line:
            return None
        readings = tuple([_decode(form, code) for code in line[2:].split(",")])
        return Entry((ord(line[0]) - _ZIPF_BASE) / 10, line[1], readings)

    def forms(self, form: str) -> str:
        """Return the form letters of all readings of a lower-case word form; nothing if it is not in the lexicon."""
        return "".join(_FORM_LETTERS.findall(self._line(form)))

    def _line(self, form: str) -> str:
        """Return the coded entry of a form, or nothing: a character of frequency, one of countability, the readings."""
        block = bisect_right(self._first_words, form) - 1
        if block < 0:
            return ""
        wanted = f"\n{form}\t".encode()
        content, entries = self._content, self._entries
        found = content.find(wanted, entries + self._offsets[block], entries + self._offsets[block + 1])
        if found < 0:
            return ""
        start = found + len(wanted)
        return content[start : content.find(b"\n", start, self._end)].decode("ascii")

    @cached_property
    def irregular(self) -> Mapping[tuple[str, str], str]:
        """The inflected form by (lemma, form letter), where the rules of spelling give another."""
        return _pairs(str(self._texts[0], "ascii"))

    @cached_property
    def exceptions(self) -> Mapping[tuple[str, str], str]:
        """The lemma by (form, Penn tag), where neither entry nor rules give it: closed classes, contractions."""
        return _pairs(str(self._texts[1], "ascii"))

    @cached_property
    def vowel_sounds(self) -> Mapping[str, bool | None]:
        """Whether the word starts with a vowel sound, where the spelling tells it wrongly.

        ``None`` where speakers differ.
        """
        groups = str(self._texts[2], "ascii").split("\n")
        return {word: value for group, value in zip(groups, (True, False, None), strict=True) for word in group.split()}


@lru_cache(maxsize=1)
def load() -> Lexicon:
    """Open the packaged lexicon, once.

    Raises:
        DataError: if the file is missing, damaged or of another version.
    """
    return Lexicon(mapped(FILE))


def encode(
    entries: Mapping[str, Entry],
    irregular: Mapping[tuple[str, str], str],
    exceptions: Mapping[tuple[str, str], str],
    vowel_sounds: Mapping[str, bool | None],
) -> bytes:
    """Return the content of a lexicon file; the same arguments give the same bytes."""
    forms = sorted(entries)
    offsets, first_words, lines, length = array("I"), [], [], 0
    for position, form in enumerate(forms):
        if position % _BLOCK == 0:
            first_words.append(form)
            offsets.append(length)
        entry = entries[form]
        codes = ",".join(_encode(form, reading) for reading in entry.readings)
        line = f"\n{form}\t{chr(_ZIPF_BASE + round(entry.zipf * 10))}{entry.countability}{codes}"
        lines.append(line)
        length += len(line)
    offsets.append(length)
    if byteorder == "big":
        offsets.byteswap()
    sounds = (" ".join(sorted(w for w, s in vowel_sounds.items() if s is value)) for value in (True, False, None))
    sections = [
        "\n".join(first_words).encode("ascii"),
        offsets.tobytes(),
        ("".join(lines) + "\n").encode("ascii"),
        _lines(irregular).encode("ascii"),
        _lines(exceptions).encode("ascii"),
        "\n".join(sounds).encode("ascii"),
    ]
    body = b"".join(sections)
    return _HEADER.pack(_MAGIC, _VERSION, len(sections), zlib.crc32(body), *map(len, sections)) + body


def common_start(one: str, other: str) -> int:
    """Return the number of characters that both strings start with."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((position for position, (a, b) in pairs if a != b), min(len(one), len(other)))


def _sections(content: bytes | memoryview) -> Sequence[memoryview]:
    if len(content) < _HEADER.size or bytes(content[:4]) != _MAGIC:
        raise DataError(f"paralint/data/{FILE}: not a lexicon file")
    _, version, _, _, *lengths = _HEADER.unpack_from(content)
    if version != _VERSION:
        raise DataError(f"paralint/data/{FILE}: version {version}, expected {_VERSION}")
    body = memoryview(content)[_HEADER.size :]
    if sum(lengths) != len(body):
        raise DataError(f"paralint/data/{FILE}: damaged (length)")
    sections, start = [], 0
    for length in lengths:
        sections.append(body[start : start + length])
        start += length
    return sections


def _decode(form: str, code: str) -> Reading:
    if code.isalpha() and code.islower():  # most are their own lemma
        return Reading(code, form)
    match = _READING.fullmatch(code)
    if match is None:
        raise DataError(f"paralint/data/{FILE}: bad entry {form!r}")
    forms, cut, ending = match.groups()
    return Reading(forms, form if cut is None else form[: len(form) - int(cut, 36)] + ending)


def _encode(form: str, reading: Reading) -> str:
    if reading.lemma == form:
        return reading.forms
    kept = common_start(form, reading.lemma)
    return f"{reading.forms}{_DIGITS[len(form) - kept]}{reading.lemma[kept:]}"


def _lines(pairs: Mapping[tuple[str, str], str]) -> str:
    return "\n".join(f"{word} {tag} {value}" for (word, tag), value in sorted(pairs.items()))


def _pairs(text: str) -> Mapping[tuple[str, str], str]:
    rows: Iterable[list[str]] = (line.split(" ", 2) for line in text.split("\n") if line)
    return {(word, tag): value for word, tag, value in rows}


_UNDECOMPOSED = str.maketrans(
    {"ø": "o", "Ø": "O", "æ": "ae", "Æ": "Ae", "œ": "oe", "Œ": "Oe", "ł": "l", "Ł": "L", "đ": "d", "Đ": "D"}
)


def without_accents(text: str) -> str:
    """Return ``text`` in plain letters: café as cafe, Łódź as Lodz."""
    if text.isascii():
        return text
    decomposed = unicodedata.normalize("NFD", text.translate(_UNDECOMPOSED))
    return "".join(character for character in decomposed if not unicodedata.combining(character))
