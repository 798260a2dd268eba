"""The table of governors: which preposition a word asks for, and which ones it is never met with.

The data file is made by ``tools/build_governors.py`` (sources and licences: ``docs/data-sources.md``). A line has three
fields, parted by tabs: the kind of slot and the lemma (see :mod:`paralint.evidence.grammar.government`), the
prepositions that stand there, the commonest first, and those that do not, each with the classes of complement for which
this is sure (``at:no``).

What a counted table can say ends with what is frequent. ``valency.txt`` has the same lines for more words and all
prepositions, from grammars
of English; what the counted texts have more than once is not in it. Its lines of the kind :data:`FIXED` tell which
words make a phrase of their own with a preposition, whatever stands before it ("at least", "to date").
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from paralint.data import DataError, read
from paralint.values import NamedTuple

FILE = "governors.txt"
VALENCY = "valency.txt"
FIXED = "x"
"""The kind of line that has a preposition and the words of its fixed phrases."""

HEADER = "# paralint governors 1\n"


class Demand(NamedTuple):
    """What a governor asks for.

    Attributes:
        expected: the prepositions that it is met with, the commonest first.
        avoided: the prepositions that it is not met with, and the classes of complement for which this is sure.
    """

    expected: tuple[str, ...]
    avoided: Mapping[str, str]


class Governors:
    """The opened table.

    Attributes:
        avoided: every preposition that some governor avoids.

    Raises:
        DataError: if ``content`` is not a table of this version, or is cut short.
    """

    def __init__(self, content: str) -> None:
        if not content.startswith(HEADER):
            raise DataError(f"paralint/data/{FILE}: not a table of governors of this version")
        *lines, end = content.split("\n")
        if end:
            raise DataError(f"paralint/data/{FILE}: cut short")
        self._lines = {key: rest for line in lines if line[0] != "#" for key, _, rest in [line.partition("\t")]}
        self._opened: dict[str, Demand | None] = {}
        lists = {line.rpartition("\t")[2] for line in self._lines.values()}
        self.avoided = frozenset(pair.partition(":")[0] for avoided in lists for pair in avoided.split())

    def demand(self, kind: str, lemma: str) -> Demand | None:
        """Return what a word asks for; None if the table has nothing on it."""
        key = f"{kind} {lemma}"
        if key not in self._opened:
            line = self._lines.get(key)
            self._opened[key] = _demand(line) if line is not None else None
        return self._opened[key]


def encode(demands: Mapping[tuple[str, str], Demand]) -> str:
    """Return the content of a data file; the same demands give the same content."""
    lines = []
    for (kind, lemma), demand in sorted(demands.items()):
        avoided = (f"{word}:{classes}" for word, classes in demand.avoided.items())
        lines.append(f"{kind} {lemma}\t{' '.join(demand.expected)}\t{' '.join(avoided)}\n")
    return HEADER + "".join(lines)


@lru_cache(maxsize=2)
def load(file: str = FILE) -> Governors:
    """Open a packaged table, once: the counted one, or that of :data:`VALENCY`, which was written by hand.

    Raises:
        DataError: if the file is missing, damaged or of another version.
    """
    try:
        return Governors(read(file).decode("utf-8"))
    except UnicodeDecodeError as error:
        raise DataError(f"paralint/data/{file}: {error}") from error


def _demand(line: str) -> Demand:
    expected, _, avoided = line.partition("\t")
    pairs = (pair.split(":") for pair in avoided.split())
    try:
        return Demand(tuple(expected.split()), dict(pairs))
    except ValueError as error:
        raise DataError(f"paralint/data/{FILE}: bad line {line!r}") from error
