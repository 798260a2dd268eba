"""The thesaurus: which words can stand for one another, and which say the opposite.

The data file is made from Open English WordNet by ``tools/build_thesaurus.py``. It is one sorted text, searched by
bisection, so opening it costs no more than reading it.
"""

from __future__ import annotations

from functools import lru_cache

from paralint.data import read
from paralint.data.lines import Lines
from paralint.values import NamedTuple

FILE = "thesaurus.txt"
_ROOT = 5  # letters that words of one root begin with


class Entry(NamedTuple):
    """What the thesaurus says of a stem: its synonym sets, their direct hypernyms, derived stems, opposite stems."""

    synsets: frozenset[str]
    hypernyms: frozenset[str]
    derived: frozenset[str]
    opposites: frozenset[str]


_UNKNOWN = Entry(frozenset(), frozenset(), frozenset(), frozenset())


@lru_cache(maxsize=1)
def _lines() -> Lines:
    return Lines(read(FILE))


@lru_cache(maxsize=65536)
def entry(stem: str) -> Entry:
    """Return the entry of a stem (as made by ``vocabulary.stem``); an unknown one has an empty entry.

    Raises:
        DataError: if the data file is missing.
    """
    if not stem.isascii():
        return _UNKNOWN
    line = _lines().find(stem)
    if line is None:
        return _UNKNOWN
    return Entry(*(frozenset(field.split()) for field in line.decode("ascii").split("\t")))


@lru_cache(maxsize=1 << 17)
def related(one: str, other: str) -> bool:
    """Whether two stems can name the same thing: synonyms, one above the other, or of one root."""
    if one[:_ROOT] == other[:_ROOT] and _of_one_root(one, other):
        return True
    a, b = entry(one), entry(other)
    if other in a.opposites:
        return False
    return (
        other in a.derived
        or not a.synsets.isdisjoint(b.synsets)
        or not a.synsets.isdisjoint(b.hypernyms)
        or not a.hypernyms.isdisjoint(b.synsets)
    )


def opposite(one: str, other: str) -> bool:
    """Whether two stems are antonyms."""
    return other in entry(one).opposites


def _of_one_root(one: str, other: str) -> bool:
    """Whether two stems share their beginning, and so much of it that they hardly are different words."""
    shorter, longer = sorted((one, other), key=len)
    if len(shorter) < _ROOT or not shorter[0].isalpha():
        return False
    common = 0
    for left, right in zip(shorter, longer, strict=False):
        if left != right:
            break
        common += 1
    return common >= _ROOT and common >= len(shorter) - 2 and len(longer) - common <= 5
