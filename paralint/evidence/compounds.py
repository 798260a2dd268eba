"""The compounds: fixed terms of two words, with at most a function word between them, in the base forms of their words.

The data file is made by ``tools/build_terms.py`` (sources and licences: ``docs/data-sources.md``). A line has a first
word, a tab, and what follows it in some term: the second word, or the word between, ``_`` and the second word. The
lines are sorted and searched by bisection, so opening the file costs no more than reading it.
"""

from __future__ import annotations

from functools import lru_cache

from paralint.data import DataError, read

FILE = "compounds.txt"
HEADER = "# paralint compounds 1\n"


@lru_cache(maxsize=1)
def _content() -> bytes:
    content = read(FILE)
    if not content.startswith(HEADER.encode()):
        raise DataError(f"paralint/data/{FILE}: not a list of compounds of this version")
    if not content.endswith(b"\n"):
        raise DataError(f"paralint/data/{FILE}: cut short")
    return content


@lru_cache(maxsize=4096)
def following(first: str) -> frozenset[str]:
    """Return what follows a word in the compounds that begin with it: ``court``, ``of_staff``.

    Raises:
        DataError: if the data file is missing, cut short or of another version.
    """
    if not first.isascii():
        return frozenset()
    content = _content()
    key = first.encode() + b"\t"
    low, high = len(HEADER), len(content)
    while low < high:
        middle = max(low, content.rfind(b"\n", low, (low + high) // 2) + 1)
        end = content.index(b"\n", middle) + 1
        line = content[middle:end]
        if line.startswith(key):
            return frozenset(line[len(key) : -1].decode("ascii").split(" "))
        if line < key:
            low = end
        else:
            high = middle
    return frozenset()


def encode(pairs: dict[str, set[str]]) -> bytes:
    """Return the content of a compounds file: for each first word what follows it."""
    lines = (f"{first}\t{' '.join(sorted(pairs[first]))}\n" for first in pairs)
    return (HEADER + "".join(sorted(lines))).encode("ascii")
