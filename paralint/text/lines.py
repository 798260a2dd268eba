"""Rows and columns: the way from an offset to what a person or an editor calls a place."""

from __future__ import annotations

from bisect import bisect_right
from itertools import accumulate

from paralint.findings import Span


class LineIndex:
    """The lines of a text. Rows and columns count from 1, columns in code points.

    A line ends with LF, CRLF or a lone CR and nothing else: VT, FF and U+2028 are white space inside a line. After
    the last line end comes one more line, be it empty, so that every offset, ``len(text)`` included, has a row.
    """

    def __init__(self, text: str) -> None:
        self._text = text
        if "\r" in text:
            text = text.replace("\r\n", " \n").replace("\r", "\n")  # every offset stays
        self._starts = list(accumulate((len(line) + 1 for line in text.split("\n")), initial=0))

    def __len__(self) -> int:
        """The number of rows, at least 1."""
        return len(self._starts) - 1

    def location(self, offset: int) -> tuple[int, int]:
        """Return row and column of ``offset``.

        Raises:
            IndexError: ``offset`` is negative or behind the end of the text.
        """
        if not 0 <= offset <= len(self._text):
            raise IndexError(f"offset {offset} is outside the text of {len(self._text)} characters")
        row = bisect_right(self._starts, offset)
        return row, offset - self._starts[row - 1] + 1

    def span(self, row: int) -> Span:
        """Return where line ``row`` stands, its line end left out.

        Raises:
            IndexError: there is no such row.
        """
        if not 1 <= row < len(self._starts):
            raise IndexError(f"row {row} is not in 1..{len(self)}")
        start, end = self._starts[row - 1], self._starts[row] - 1
        if end > start and self._text[end - 1 : end + 1] == "\r\n":
            end -= 1
        return Span(start, end)

    def line(self, row: int) -> str:
        """Return line ``row`` without its line end.

        Raises:
            IndexError: there is no such row.
        """
        span = self.span(row)
        return self._text[span.start : span.end]
