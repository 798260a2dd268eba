"""The drawings of the format ``full``: each finding with the lines it speaks of, drawn in the manner of rustc and ruff.

The finding's own place is underlined with ``^``, the others with ``-`` and what the finding says of them. A paragraph
on one long line is cut around what is marked.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from paralint.engine.report import FileReport
from paralint.findings import Finding
from paralint.output import Context
from paralint.output.ansi import BLUE, BOLD, GREEN, SEVERITY, painted
from paralint.output.cells import glyphs, visible, width
from paralint.output.excerpt import Mark, Row, excerpts, kept
from paralint.output.places import Texts
from paralint.output.wording import remedy
from paralint.values import NamedTuple

_ELLIPSIS = "…"
_NARROWEST = 40
_MARKS_AT_ONCE = 3
"""A line too long to be shown whole is drawn anew for every so many marks."""


def drawings(report: FileReport, context: Context) -> Iterator[str]:
    """Yield the drawing of each finding of a report."""
    texts = Texts(report)
    for finding in report.findings:
        yield "".join(f"{line.rstrip()}\n" for line in _finding(report, texts, finding, context)) + "\n"


def _finding(report: FileReport, texts: Texts, finding: Finding, context: Context) -> Iterator[str]:
    def paint(text: str, style: str) -> str:
        return painted(text, style, context.color)

    severity = SEVERITY[finding.severity]
    head = paint(f"{finding.severity}[{visible(finding.code)}] {visible(finding.name)}", severity)
    yield f"{head}{paint(f': {visible(finding.message)}', BOLD)}"
    shown = excerpts(texts.own, finding, texts.others)
    margin = len(str(max(excerpt.rows[-1].number for excerpt in shown)))
    bar = paint("|", BLUE)
    empty = f"{'':{margin}} {bar}"
    for number, (place, rows, other) in enumerate(shown):
        arrow = "-->" if number == 0 else ":::"
        yield f"{'':{margin}}{paint(arrow, BLUE)} {visible(other or report.filename)}:{place.row}:{place.column}"
        if not report.text:
            continue
        yield empty
        before = rows[0].number - 1
        for row in rows:
            if row.number > before + 1:
                yield paint("...", BLUE)
            before = row.number
            for source, *below in _drawings(row, max(context.width, _NARROWEST) - margin - 3, severity, context.color):
                yield f"{paint(f'{row.number:{margin}}', BLUE)} {bar} {source}"
                yield from (f"{empty} {line}" for line in below)
    if finding.fix is not None:
        if report.text:
            yield empty
        said = f"{visible(remedy(report.text, finding.fix))} ({finding.fix.safety} fix)"
        yield f"{'':{margin}} {paint('=', BLUE)} {paint('help:', GREEN)} {said}"


def _drawings(row: Row, room: int, severity: str, color: bool) -> Iterator[list[str]]:
    """Yield drawings of a line, each a list: the line itself and what stands below it."""
    parts = kept(row.text, row.marks, room - 1, width)
    if parts == [(0, len(row.text))]:
        yield _drawing(row.text, parts, row.marks, room, severity, color)
        return
    for first in range(0, max(1, len(row.marks)), _MARKS_AT_ONCE):
        marks = row.marks[first : first + _MARKS_AT_ONCE]
        # A caret behind the end of the line needs one cell more.
        parts = kept(row.text, marks, room - 1, width)
        yield _drawing(row.text, parts, marks, room, severity, color)


def _drawing(
    text: str, parts: Sequence[tuple[int, int]], marks: Sequence[Mark], room: int, severity: str, color: bool
) -> list[str]:
    source = ""
    lefts: list[int] = []  # the cell at which each part begins
    end_before = 0
    for start, end in parts:
        if start > end_before:
            source += _ELLIPSIS
        lefts.append(width(source))
        source += visible(text[start:end])
        end_before = end
    if end_before < len(text):
        source += _ELLIPSIS

    def cell(column: int) -> int:
        for (start, end), left in zip(parts, lefts, strict=True):
            if start <= column <= end:
                return left + width(text[start:column])
        raise AssertionError("both ends of every mark are kept")

    underlines = []
    for mark in marks:
        left = cell(mark.start)
        right = max(left + 1, cell(mark.end))
        style = severity if mark.primary else BLUE
        underlines.append(_Underline(left, right, "^" if mark.primary else "-", visible(mark.label), style))
    return [source, *(canvas.text(color) for canvas in _below(underlines, room))]


class _Underline(NamedTuple):
    """An underline and its label; ``left`` and ``right`` are cells from 0, half open."""

    left: int
    right: int
    stroke: str
    label: str
    style: str


def _below(underlines: Sequence[_Underline], room: int) -> list[_Canvas]:
    """Return the lines under a source line: the underlines, and a line for each label that finds no place there."""
    if not underlines:
        return []
    strokes = _Canvas()
    for line in sorted(underlines, key=lambda line: line.stroke):  # "-" sorts before "^", which thus lies on top
        strokes.put(line.left, line.stroke * (line.right - line.left), line.style)
    below = [strokes]
    labelled = sorted((line for line in underlines if line.label), reverse=True)
    if labelled:
        last = max(labelled, key=lambda line: line.right)
        if last.right == max(line.right for line in underlines) and last.right + 1 + width(last.label) <= room:
            strokes.put(last.right + 1, last.label, last.style)
            labelled.remove(last)
    if labelled:
        below.append(_connectors(labelled))
    for number, line in enumerate(labelled):
        start = max(0, min(line.left, room - width(line.label)))
        canvas = _connectors([other for other in labelled[number + 1 :] if other.left < start])
        canvas.put(start, line.label, line.style)
        below.append(canvas)
    return below


def _connectors(underlines: Iterable[_Underline]) -> _Canvas:
    canvas = _Canvas()
    for line in underlines:
        canvas.put(line.left, "|", line.style)
    return canvas


class _Canvas:
    """One line of terminal cells, each with what it shows and its style."""

    def __init__(self) -> None:
        self._cells: list[tuple[str, str]] = []

    def put(self, left: int, text: str, style: str) -> None:
        """Write ``text``, which must be safe to print, from cell ``left`` on, over what is there."""
        self._cells += [(" ", "")] * (left + width(text) - len(self._cells))
        for shown, cells in glyphs(text):
            if cells:
                # A wide character owns its second cell too, which then shows nothing of its own.
                self._cells[left : left + cells] = [(shown, style)] + [("", style)] * (cells - 1)
                left += cells
            elif left:
                self._cells[left - 1] = (self._cells[left - 1][0] + shown, style)

    def text(self, color: bool) -> str:
        line = ""
        run, style = "", ""
        for shown, own in [*self._cells, ("", "end")]:
            if own != style:
                line += painted(run, style, color)
                run, style = "", own
            run += shown
        return line
