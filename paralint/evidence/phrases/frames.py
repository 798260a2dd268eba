"""The frames of words: which words, of any class, stand side by side in English oftener than by chance.

The data file is made by ``tools/build_frames.py`` (sources and licences: ``docs/data-sources.md``). Words have the
numbers that they have in ``terms.bin``; function words and a few marks come behind them. Articles and other
determiners are left out of text and counts, so that a verb stands beside its object.

What is kept of a pair is its *tie*: 20 log10 of how much oftener it is met than chance would have it.
"""

from __future__ import annotations

import struct
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from functools import lru_cache
from math import log10

from paralint.data import DataError, integers, mapped
from paralint.data.sections import Format
from paralint.evidence.words.terms import COST, FUNCTION_WORDS, bases
from paralint.evidence.words.terms import load as load_terms

FILE = "frames.bin"
_DROPPED = """
    a an the my your his her its our their one's 's s' ' ’s ’ this that these those some any no every each another
"""
DROPPED = frozenset(_DROPPED.split())
"""Words that stand between two words without parting them."""
FIRST, LAST = "^", "$"  # what stands before and behind a stretch of words
NAME, OTHER = "@", "#"  # a name; a word that is not known
MARKS = (FIRST, LAST, NAME, OTHER)
EXTRA = (*MARKS, *sorted(FUNCTION_WORDS - DROPPED))
SMOOTHED = 0.2  # of what chance would have: the share of it that a pair has which was never met
FAINT = 2e-10  # a chance that is too small to tell
TIED = 12  # the tie of a pair that is kept, at least
SECTIONS = ("words", "costs", "index", "seconds", "ties", "back_index", "firsts", "weights")
FORMAT = Format(FILE, "frames", b"PLTF", 1, SECTIONS)
_LENGTH = struct.Struct("<I")


class Frames:
    """The opened data file.

    Attributes:
        costs: of all words, by number.
        weights: of the model that judges exchanges.
        marks: the numbers of marks and function words.
        behind: by word, those tied to it that stand behind it, each with the tie.
        before: by word, those tied closely to it that stand before it.

    Raises:
        DataError: if ``content`` is no frames file of this version, is damaged, or belongs to another ``terms.bin``.
    """

    def __init__(self, content: bytes | memoryview, size: int) -> None:
        sections = FORMAT.decode(content)
        (number,) = _LENGTH.unpack(sections["words"])
        if number != size:
            raise DataError(f"paralint/data/{FILE}: made for other terms")
        self.costs = sections["costs"]
        self.weights = struct.unpack(f"<{len(sections['weights']) // 8}d", sections["weights"])
        self.marks = {word: size + place for place, word in enumerate(EXTRA)}
        self._index = integers(sections["index"], "I")
        self._seconds = integers(sections["seconds"], "H")
        self._ties = sections["ties"]
        self.behind: Mapping[int, Mapping[int, int]] = _Behind(self._index, self._seconds, self._ties)
        self.before: Mapping[int, frozenset[int]] = _Before(
            integers(sections["back_index"], "I"), integers(sections["firsts"], "H")
        )

    def tie(self, one: int, other: int) -> float:
        """Return the tie of a word to the one behind it; below zero if they are never met though both are common."""
        seconds = self._seconds
        first, last = self._index[one], self._index[one + 1]
        place = bisect_left(seconds, other, first, last)
        if place < last and seconds[place] == other:
            return self._ties[place]
        return untied(self.costs[one] + self.costs[other])


class _Behind(dict[int, Mapping[int, int]]):
    """The words behind each word, decoded when a text first has it."""

    def __init__(self, index: Sequence[int], seconds: Sequence[int], ties: memoryview) -> None:
        super().__init__()
        self._tables = index, seconds, ties

    def __missing__(self, word: int) -> Mapping[int, int]:
        index, seconds, ties = self._tables
        first, last = index[word], index[word + 1]
        found = self[word] = dict(zip(seconds[first:last], ties[first:last], strict=True))
        return found


class _Before(dict[int, frozenset[int]]):
    """The words before each word, decoded when a text first has it."""

    def __init__(self, index: Sequence[int], firsts: Sequence[int]) -> None:
        super().__init__()
        self._tables = index, firsts

    def __missing__(self, word: int) -> frozenset[int]:
        index, firsts = self._tables
        found = self[word] = frozenset(firsts[index[word] : index[word + 1]])
        return found


@lru_cache(maxsize=1024)
def untied(cost: int) -> float:
    """Return the tie of two words of a common cost that are never met side by side."""
    return tie(0.0, 10 ** (-cost / COST))


def tie(chance: float, expected: float) -> float:
    """Return the tie of two words.

    Args:
        chance: how often the pair is met.
        expected: how often it would be met by chance.
    """
    return COST * log10((chance + SMOOTHED * expected + FAINT) / (expected + FAINT))


@lru_cache(maxsize=1)
def load() -> Frames:
    """Open the packaged frames, once.

    Raises:
        DataError: if the file is missing, damaged or of another version.
    """
    return Frames(mapped(FILE), len(load_terms().costs))


@lru_cache(maxsize=1 << 15)
def number(form: str) -> int:
    """Return the number of a lower-case word form among all words and marks.

    Raises:
        DataError: if the frames cannot be read.
    """
    marks = load().marks
    if form in marks:
        return marks[form]
    found = load_terms().number(bases(form)[0]) if form.isascii() and form.isalpha() else None
    return marks[OTHER] if found is None else found


def encode(sections: Mapping[str, bytes]) -> bytes:
    """Return the content of a frames file; the same sections give the same bytes."""
    return FORMAT.encode(sections)
