"""The compounds: fixed terms of two words, with at most a function word between them, in the base forms of their words.

The data file is made by ``tools/build_terms.py`` (sources and licences: ``docs/data-sources.md``). A line has a first
word, a tab, and what follows it in some term: the second word, or the word between, ``_`` and the second word. The
lines are sorted and searched by bisection, so opening the file costs no more than reading it.
"""

from __future__ import annotations

from functools import lru_cache

from paralint.data import read
from paralint.data.lines import Lines, lines_of

FILE = "compounds.txt"
HEADER = "# paralint compounds 1\n"


@lru_cache(maxsize=1)
def _lines() -> Lines:
    return lines_of(read(FILE), FILE, HEADER, "compounds")


@lru_cache(maxsize=4096)
def following(first: str) -> frozenset[str]:
    """Return what follows a word in the compounds that begin with it: ``court``, ``of_staff``.

    Raises:
        DataError: if the data file is missing, cut short or of another version.
    """
    if not first.isascii():
        return frozenset()
    line = _lines().find(first)
    return frozenset() if line is None else frozenset(line.decode("ascii").split(" "))


def encode(pairs: dict[str, set[str]]) -> bytes:
    """Return the content of a compounds file: for each first word what follows it."""
    lines = (f"{first}\t{' '.join(sorted(pairs[first]))}\n" for first in pairs)
    return (HEADER + "".join(sorted(lines))).encode("ascii")
