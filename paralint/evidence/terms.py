"""The terms: fixed phrases of English, which words paraphrasers put for their words, and what words go together.

The data file is made by ``tools/build_terms.py`` (sources and licences: ``docs/data-sources.md``). It is read as a few
flat tables, so that opening it costs a few milliseconds however many terms it holds; a word's rows are decoded when a
document first has the word.

Probabilities are kept as whole numbers: a *cost* is -20 log10 of the probability, so costs add where probabilities
multiply.
"""

from __future__ import annotations

import struct
import zlib
from array import array
from bisect import bisect_left, bisect_right
from functools import cached_property, lru_cache
from itertools import pairwise
from sys import byteorder
from typing import NamedTuple

from paralint.data import DataError, read
from paralint.text.lexicon import load as load_lexicon

FILE = "terms.bin"
COST = 20  # cost units in a factor of ten
UNSEEN = 255  # the cost of what is rarer than the tables tell
COMMON = 130  # a term of no higher cost is common
ORDINARY = 130  # two words of no higher cost together are ordinary English, whether the pairs have them or not

_MAGIC = b"PLTM"
_VERSION = 2
_HEADER = struct.Struct("<4sHHI")  # magic, version, number of sections, CRC-32 of the rest
_LENGTH = struct.Struct("<I")
SECTIONS = (
    "words",  # the vocabulary, sorted, one a line; a word's number is its place
    "costs",  # B: the cost of each word
    "neighbour_index",  # I: where each word's neighbours begin, and where the last end
    "neighbours",  # H: words that a paraphraser may have had before it
    "neighbour_costs",  # B: the cost of writing the word for that neighbour
    "term_index",  # I: where each first content word's terms begin, and where the last end
    "term_seconds",  # H: the second content word of each term, ascending for each first
    "term_starts",  # I: where the words of each term begin, and where the last end
    "term_words",  # H: the words of the terms
    "term_costs",  # B: the cost of each term
    "term_kinds",  # B: see Kind
    "names",  # the terms as they are written, one a line; empty where that is as their words are
    "pair_index",  # I: where the words that follow each word begin, and where the last end
    "pair_seconds",  # H: words that follow it, ascending
    "vectors",  # b: a vector for each word
    "weights",  # d: the weights of the model that judges candidates
)
_TYPES = {"I": 4, "H": 2, "B": 1}
_ARRAYS = dict.fromkeys(("neighbour_index", "term_index", "term_starts", "pair_index"), "I") | dict.fromkeys(
    ("neighbours", "term_seconds", "term_words", "pair_seconds"), "H"
)

_FUNCTION = """
    a an the of in on at by for with from to into onto upon over under about after before between during through
    against within without across along around behind beyond near off out up down above below as than like per via
    toward towards until till since while because although though if unless whether and or but so yet then is are was
    were be been being am has have had do does did not no its it his her their our your my he she they we i you this
    that these those one 's one's someone someone's oneself who whom whose which what where when why how there here
    't
"""
FUNCTION_WORDS = frozenset(_FUNCTION.split())


class Kind:
    """What a term is, as bits."""

    LISTED = 1  # a dictionary has it
    IDIOM = 2
    TECHNICAL = 4
    NAME = 8  # of an institution
    COMPOUND = 16  # only a long list of compounds has it


class Term(NamedTuple):
    """A term: the numbers of its words, the places of its content words among them, its cost and its kinds."""

    words: tuple[int, ...]
    contents: tuple[int, ...]
    cost: int
    kinds: int
    number: int


class Terms:
    """The opened data file.

    Raises:
        DataError: if ``content`` is no terms file of this version, or is damaged.
    """

    def __init__(self, content: bytes) -> None:
        sections = _sections(content)
        try:
            self.words = str(sections["words"], "ascii").split("\n")
            self._names = str(sections["names"], "utf-8")
        except ValueError as error:
            raise DataError(f"paralint/data/{FILE}: {error}") from error
        self.number = {word: number for number, word in enumerate(self.words)}
        self.costs = sections["costs"]
        self.weights = struct.unpack(f"<{len(sections['weights']) // 8}d", sections["weights"])
        self._vectors = memoryview(sections["vectors"]).cast("b")
        self._size = len(self._vectors) // len(self.words)
        self._tables = {name: _table(sections[name], kind) for name, kind in _ARRAYS.items()}
        self._bytes = sections
        self.functions = self._numbers(*FUNCTION_WORDS)
        self.articles = self._numbers("a", "an", "the")
        self.owners = self._numbers("one's", "someone's")
        self.owned = self._numbers("my", "your", "his", "her", "its", "our", "their")
        self._seconds: dict[int, frozenset[int]] = {}
        self._between: dict[tuple[int, int], tuple[Term, ...]] = {}

    def _numbers(self, *words: str) -> frozenset[int]:
        return frozenset(self.number[word] for word in words if word in self.number)

    def neighbours(self, word: int) -> dict[int, int]:
        """Return the words that may have stood where ``word`` stands, each with the cost of the exchange."""
        index = self._tables["neighbour_index"]
        first, last = index[word], index[word + 1]
        costs = self._bytes["neighbour_costs"]
        return dict(zip(self._tables["neighbours"][first:last], costs[first:last], strict=True))

    def seconds(self, word: int) -> frozenset[int]:
        """Return the second content words of the terms whose first content word is ``word``."""
        found = self._seconds.get(word)
        if found is None:
            index = self._tables["term_index"]
            found = frozenset(self._tables["term_seconds"][index[word] : index[word + 1]])
            self._seconds[word] = found
        return found

    def between(self, first: int, second: int) -> tuple[Term, ...]:
        """Return the terms whose first two content words these are."""
        found = self._between.get((first, second))
        if found is None:
            index, seconds = self._tables["term_index"], self._tables["term_seconds"]
            low, high = index[first], index[first + 1]
            numbers = range(bisect_left(seconds, second, low, high), bisect_right(seconds, second, low, high))
            found = self._between[first, second] = tuple(map(self._term, numbers))
        return found

    def paired(self, first: int, second: int) -> bool:
        """Whether some corpus has the content words behind one another, function words between them or not."""
        index = self._tables["pair_index"]
        low, high = index[first], index[first + 1]
        seconds = self._tables["pair_seconds"]
        place = bisect_left(seconds, second, low, high)
        return place < high and seconds[place] == second

    @cached_property
    def firsts(self) -> dict[int, set[int]]:
        """The first content words of the terms by their second content word."""
        found: dict[int, set[int]] = {}
        index, seconds = self._tables["term_index"], self._tables["term_seconds"]
        for word, (low, high) in enumerate(pairwise(index)):
            for second in seconds[low:high]:
                if second in found:
                    found[second].add(word)
                else:
                    found[second] = {word}
        return found

    @cached_property
    def common(self) -> dict[int, set[int]]:
        """The second content words of the common terms by their first."""
        found: dict[int, set[int]] = {}
        index, seconds = self._tables["term_index"], self._tables["term_seconds"]
        for number, cost in enumerate(self._bytes["term_costs"]):
            if cost <= COMMON:
                found.setdefault(bisect_right(index, number) - 1, set()).add(seconds[number])
        return found

    def vector(self, word: int) -> list[int]:
        """Return the vector of a word: words of like use point in like directions. All zeros if it has none."""
        return self._vectors[word * self._size : (word + 1) * self._size].tolist()

    def name(self, term: Term) -> str:
        """Return a term as it is written."""
        return self._all_names[term.number] or " ".join(self.words[word] for word in term.words)

    @cached_property
    def _all_names(self) -> list[str]:
        return self._names.split("\n")

    def _term(self, number: int) -> Term:
        starts = self._tables["term_starts"]
        words = tuple(self._tables["term_words"][starts[number] : starts[number + 1]])
        contents = tuple(place for place, word in enumerate(words) if word not in self.functions)
        return Term(words, contents, self._bytes["term_costs"][number], self._bytes["term_kinds"][number], number)


@lru_cache(maxsize=1)
def load() -> Terms:
    """Open the packaged terms, once.

    Raises:
        DataError: if the file is missing, damaged or of another version.
    """
    return Terms(read(FILE))


@lru_cache(maxsize=1 << 16)
def bases(form: str) -> tuple[str, ...]:
    """Return the base forms of a lower-case word form; the one under which terms are kept stands first."""
    entry = load_lexicon().entry(form) if form.isascii() else None
    if entry is None:
        return (form,)
    lemmas = dict.fromkeys(reading.lemma for reading in entry.readings)
    return (form, *(lemma for lemma in lemmas if lemma != form)) if form in lemmas else tuple(lemmas)


def encode(sections: dict[str, bytes]) -> bytes:
    """Return the content of a terms file; the same sections give the same bytes."""
    body = b"".join(
        _LENGTH.pack(len(sections[name])) + sections[name] + b"\0" * (-len(sections[name]) % 4) for name in SECTIONS
    )
    return _HEADER.pack(_MAGIC, _VERSION, len(SECTIONS), zlib.crc32(body)) + body


def _sections(content: bytes) -> dict[str, bytes]:
    if len(content) < _HEADER.size or content[:4] != _MAGIC:
        raise DataError(f"paralint/data/{FILE}: not a terms file")
    _, version, number, checksum = _HEADER.unpack_from(content)
    if version != _VERSION or number != len(SECTIONS):
        raise DataError(f"paralint/data/{FILE}: version {version}, expected {_VERSION}")
    if zlib.crc32(memoryview(content)[_HEADER.size :]) != checksum:
        raise DataError(f"paralint/data/{FILE}: damaged (length or checksum)")
    sections, place = {}, _HEADER.size
    for name in SECTIONS:
        (length,) = _LENGTH.unpack_from(content, place)
        place += _LENGTH.size
        sections[name] = content[place : place + length]
        place += length + -length % 4
    return sections


def _table(section: bytes, kind: str) -> array[int]:
    code = kind if array(kind).itemsize == _TYPES[kind] else "L"
    table = array(code, section)
    if byteorder == "big":
        table.byteswap()
    return table
