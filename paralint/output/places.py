"""From offsets and file names to what the readers of an output call a place."""

from __future__ import annotations

from pathlib import PurePath
from typing import NamedTuple

from paralint.findings import Span
from paralint.text.lines import LineIndex


class Place(NamedTuple):
    """Rows and columns of a span: counted from 1, columns in code points, the end exclusive."""

    row: int
    column: int
    end_row: int
    end_column: int


def locate(lines: LineIndex, span: Span) -> Place:
    """Return where ``span`` stands.

    Raises:
        IndexError: the span is not inside the text.
    """
    return Place(*lines.location(span.start), *lines.location(span.end))


def portable(filename: str) -> str:
    """Return the path with forward slashes and without a leading ``./``, as code hosts name their files."""
    return PurePath(filename).as_posix()
