"""Data files that are lines of text: large sorted ones that are looked up unopened, small ones of tabbed cells."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from functools import cached_property

from paralint.data import DataError, rows

_FEW = 100  # lines that are looked for in the text; a list is made for more


class Lines:
    """Lines that end in a line feed and are sorted by their bytes: what stands before a tab is looked up."""

    def __init__(self, content: bytes, start: int = 0) -> None:
        """Args:
        content: the lines.
        start: where the first one begins.
        """
        self._content = content
        self._start = start
        self._asked = 0

    def find(self, key: str) -> bytes | None:
        """Return what stands behind ``key`` and a tab in the line that begins so, without its line end.

        Returns:
            None if no line begins so.
        """
        wanted = key.encode() + b"\t"
        if self._asked < _FEW:
            self._asked += 1
            return self._sought(wanted)
        lines = self._listed
        place = bisect_left(lines, wanted)
        if place < len(lines) and lines[place].startswith(wanted):
            return lines[place][len(wanted) :]
        return None

    def all(self) -> list[bytes]:
        """Return the lines, without their ends."""
        self._asked = _FEW
        return self._listed

    def beginning(self, start: str) -> Iterator[bytes]:
        """Yield the lines that begin with some letters, without their ends."""
        wanted, lines = start.encode(), self.all()
        for place in range(bisect_left(lines, wanted), len(lines)):
            if not lines[place].startswith(wanted):
                return
            yield lines[place]

    @cached_property
    def _listed(self) -> list[bytes]:
        lines = self._content[self._start : -1].split(b"\n")
        self._content = b""  # never asked again
        return lines

    def _sought(self, wanted: bytes) -> bytes | None:
        content = self._content
        low, high = self._start, len(content)
        while low < high:
            middle = max(low, content.rfind(b"\n", low, (low + high) // 2) + 1)
            end = content.index(b"\n", middle) + 1
            line = content[middle:end]
            if line.startswith(wanted):
                return line[len(wanted) : -1]
            if line < wanted:
                low = end
            else:
                high = middle
        return None


def lines_of(content: bytes, file: str, header: str, kind: str) -> Lines:
    """Return the lines behind the header of a data file.

    Args:
        content: the file.
        file: its name, for messages.
        header: its first line, which has the version.
        kind: what it is a list of, for messages.

    Raises:
        DataError: if the file is cut short or of another version.
    """
    if not content.startswith(header.encode()):
        raise DataError(f"paralint/data/{file}: not a list of {kind} of this version")
    if not content.endswith(b"\n"):
        raise DataError(f"paralint/data/{file}: cut short")
    return Lines(content, len(header))


def table(file: str, header: str, kind: str, cells: int) -> Iterator[list[str]]:
    """Yield the cells of each line of a small data file, which tabs part.

    Args:
        file: its name.
        header: its first line, which has the version.
        kind: what it is a table of, for messages.
        cells: how many of them a line has.

    Raises:
        DataError: if the file is missing, damaged or of another version.
    """
    for line in rows(file, header, kind):
        found = line.split("\t")
        if len(found) != cells:
            raise DataError(f"paralint/data/{file}: bad line {line!r}")
        yield found
