"""From offsets and file names to what the readers of an output call a place."""

from __future__ import annotations

from pathlib import PurePath

from paralint.engine.report import FileReport
from paralint.findings import Label, Span
from paralint.text.lines import LineIndex
from paralint.values import NamedTuple


class Place(NamedTuple):
    """Rows and columns of a span: counted from 1, columns in code points, the end exclusive."""

    row: int
    column: int
    end_row: int
    end_column: int


class Texts:
    """The lines of the text of a report, and of the other files that its findings point into.

    Attributes:
        filename: the name of the report.
        own: the lines of its text.
        others: the lines of other files, by name.
    """

    def __init__(self, report: FileReport) -> None:
        self.filename = report.filename
        self.own = LineIndex(report.text)
        self.others = {name: LineIndex(text) for name, text in report.others.items()}

    def of(self, label: Label) -> tuple[str, LineIndex]:
        """Return the file that a label points into, and its lines."""
        if label.filename is None:
            return self.filename, self.own
        return label.filename, self.others[label.filename]


def locate(lines: LineIndex, span: Span) -> Place:
    """Return where ``span`` stands.

    Raises:
        IndexError: the span is not inside the text.
    """
    return Place(*lines.location(span.start), *lines.location(span.end))


def portable(filename: str) -> str:
    """Return the path with forward slashes and without a leading ``./``, as code hosts name their files."""
    return PurePath(filename).as_posix()
