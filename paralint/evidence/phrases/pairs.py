"""The pairs of words that stand side by side in English oftener than by chance, determiners between them left out.

The data file is made by ``tools/build_pairs.py`` (sources and licences: ``docs/data-sources.md``). Words have the
numbers that they have in ``terms.bin``.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping
from functools import lru_cache

from paralint.data import DataError, integers, mapped
from paralint.data.sections import Format
from paralint.evidence.words.terms import load as load_terms

FILE = "pairs.bin"
SECTIONS = ("index", "seconds")
FORMAT = Format(FILE, "pairs", b"PLPR", 1, SECTIONS)


class Pairs:
    """The opened data file.

    Raises:
        DataError: if ``content`` is no file of pairs of this version, is damaged, or belongs to another ``terms.bin``.
    """

    def __init__(self, content: bytes | memoryview, size: int) -> None:
        sections = FORMAT.decode(content)
        if not sections.keys() >= set(SECTIONS):
            raise DataError(f"paralint/data/{FILE}: cut short")
        self._index = integers(sections["index"], "I")
        self._seconds = integers(sections["seconds"], "H")
        if len(self._index) != size + 1:
            raise DataError(f"paralint/data/{FILE}: made for other terms")

    def met(self, one: int, other: int) -> bool:
        """Whether a word stands before another oftener than by chance."""
        seconds = self._seconds
        first, last = self._index[one], self._index[one + 1]
        place = bisect_left(seconds, other, first, last)
        return place < last and seconds[place] == other


@lru_cache(maxsize=1)
def load() -> Pairs:
    """Open the packaged pairs, once.

    Raises:
        DataError: if the file is missing, damaged or of another version.
    """
    return Pairs(mapped(FILE), len(load_terms().costs))


def encode(sections: Mapping[str, bytes]) -> bytes:
    """Return the content of a file of pairs; the same sections give the same bytes."""
    return FORMAT.encode(sections)
