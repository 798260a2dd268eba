"""The lines of a text that a finding speaks of, cut to what a reader needs to see."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence

from paralint.findings import Finding, Label
from paralint.output.places import Place, locate
from paralint.text.lines import LineIndex
from paralint.values import NamedTuple

_NEAR = 6
"""Places at most so many rows apart stand in one excerpt."""
_TALL = 4
"""Of a place that takes more rows, only the first and the last are shown."""
_GAP = 3
"""A gap of so many characters is not worth cutting."""
_LEAST = 6
"""A mark takes no fewer cells than this, if it has them, whatever the width."""


_NO_OTHERS: Mapping[str, LineIndex] = {}


class Mark(NamedTuple):
    """A marked piece of one line: columns from 0, half open; a label is never that of the finding's own place."""

    start: int
    end: int
    primary: bool
    label: str = ""


class Row(NamedTuple):
    """A line of an excerpt; ``number`` counts from 1, and rows between two that follow each other may be left out."""

    number: int
    text: str
    marks: tuple[Mark, ...]


class Excerpt(NamedTuple):
    """Rows in order, the place in them that a reader would jump to, and the file if it is not the finding's own."""

    place: Place
    rows: tuple[Row, ...]
    filename: str | None = None


def excerpts(lines: LineIndex, finding: Finding, others: Mapping[str, LineIndex] = _NO_OTHERS) -> list[Excerpt]:
    """Return the excerpts that show every place of ``finding``, that of its own span first, the others in text order.

    Args:
        lines: the text of the finding's own file.
        finding: the finding.
        others: the texts of other files that its labels point into, by name; their excerpts come last.

    Raises:
        IndexError: a span is not inside its text.
    """
    own = (locate(lines, finding.span), None)
    places: list[tuple[Place, Label | None]] = [own]
    places += [(locate(lines, label.span), label) for label in finding.related if label.filename is None]
    shown = [_excerpt(lines, cluster) for cluster in _clusters(places, own)]
    for filename in dict.fromkeys(label.filename for label in finding.related if label.filename is not None):
        text = others[filename]
        places = [(locate(text, label.span), label) for label in finding.related if label.filename == filename]
        shown += [_excerpt(text, cluster)._replace(filename=filename) for cluster in _clusters(places, places[0])]
    return shown


def _clusters(
    places: Sequence[tuple[Place, Label | None]], own: tuple[Place, Label | None]
) -> list[list[tuple[Place, Label | None]]]:
    """Return the places of one file in groups that stand near one another, the group with ``own`` first."""
    clusters: list[list[tuple[Place, Label | None]]] = []
    for place, label in sorted(places, key=lambda item: item[0]):
        if clusters and place.row - max(_last_row(other) for other, _ in clusters[-1]) <= _NEAR:
            clusters[-1].append((place, label))
        else:
            clusters.append([(place, label)])
    clusters.sort(key=lambda cluster: own not in cluster)
    return clusters


def _excerpt(lines: LineIndex, cluster: Sequence[tuple[Place, Label | None]]) -> Excerpt:
    marks: dict[int, list[Mark]] = {}
    for place, label in cluster:
        for row, marked in _marks(lines, place, label):
            marks.setdefault(row, []).extend(marked)
    for row in sorted(marks):
        if row + 1 not in marks and row + 2 in marks:
            marks[row + 1] = []  # one line left out saves nothing
    head = next((place for place, label in cluster if label is None), cluster[0][0])
    return Excerpt(head, tuple(Row(row, lines.line(row), tuple(sorted(marks[row]))) for row in sorted(marks)))


def _marks(lines: LineIndex, place: Place, label: Label | None) -> Iterator[tuple[int, list[Mark]]]:
    """Yield for each row to show of ``place`` what is marked there, if anything; the last one bears the label."""
    last = _last_row(place)
    for row in range(place.row, last + 1):
        if place.row < row < last and last - place.row >= _TALL:
            continue
        line = lines.line(row)
        if place.row < row < last and not line.strip():
            yield row, []
            continue
        # A span may begin or end inside a line end, behind the characters that are shown.
        start = min(place.column - 1, len(line)) if row == place.row else len(line) - len(line.lstrip())
        end = min(place.end_column - 1, len(line)) if row == place.end_row else len(line.rstrip())
        said = label.message if label is not None and row == last else ""
        yield row, [Mark(start, max(start, end), label is None, said)]


def _last_row(place: Place) -> int:
    """Return the last row of which the place covers anything."""
    return place.end_row - 1 if place.end_column == 1 and place.end_row > place.row else place.end_row


def kept(text: str, marks: Sequence[Mark], width: int, measure: Callable[[str], int]) -> list[tuple[int, int]]:
    """Return the parts of a line to show so that all marks are seen, each with as much around it as there is room.

    Both ends of a mark are always kept; what is left out stands for one ``…``, at the beginning and end of the line
    too. Cuts fall between words where there are spaces.

    Args:
        text: the line.
        marks: inside the line; without any, its beginning is kept.
        width: what the parts and their ellipses may measure in all. Where it cannot hold the ends of all marks, the
            result is as small as possible.
        measure: the width of a piece of text.

    Returns:
        Half-open ranges of columns from 0, ascending and apart.
    """
    # Beside its share a mark costs an ellipsis inside and one before it; the last one stands at the end of the line.
    share = max(_LEAST, (width - 1) // max(1, len(marks)) - 2)
    anchors: list[tuple[int, int]] = []
    for mark in marks:
        if measure(text[mark.start : mark.end]) <= share:
            anchors.append((mark.start, mark.end))
        else:
            anchors += _ends(text, mark, share // 2, measure)
    anchors = sorted(anchors) or [(0, 0)]
    fits, too_wide = 0, width + 1
    while too_wide - fits > 1:
        context = (fits + too_wide) // 2
        if _cost(text, _widened(text, anchors, context), measure) <= width:
            fits = context
        else:
            too_wide = context
    return _widened(text, anchors, fits)


def _ends(text: str, mark: Mark, room: int, measure: Callable[[str], int]) -> list[tuple[int, int]]:
    """Return the beginning and the end of a mark, each at least one character and else no wider than ``room``."""
    head = min(mark.start + room, mark.end)
    while head > mark.start + 1 and measure(text[mark.start : head]) > room:
        head -= 1
    tail = max(mark.end - room, mark.start)
    while tail < mark.end - 1 and measure(text[tail : mark.end]) > room:
        tail += 1
    return [(mark.start, head), (tail, mark.end)]


def _cost(text: str, parts: Sequence[tuple[int, int]], measure: Callable[[str], int]) -> int:
    ellipses = len(parts) - 1 + (parts[0][0] > 0) + (parts[-1][1] < len(text))
    return ellipses + sum(measure(text[start:end]) for start, end in parts)


def _widened(text: str, anchors: Sequence[tuple[int, int]], context: int) -> list[tuple[int, int]]:
    """Return the anchors with up to ``context`` characters on either side, cut between words and joined when close."""
    parts: list[tuple[int, int]] = []
    gap = min(_GAP, context)
    for start, end in anchors:
        low, high = start - context, end + context
        if low <= gap:
            low = 0
        elif (space := text.find(" ", low - 1, start)) >= 0:
            low = space + 1
        if high >= len(text) - gap:
            high = len(text)
        elif (space := text.rfind(" ", end, high + 1)) >= 0:
            high = space
        if parts and low - parts[-1][1] <= gap:
            parts[-1] = (parts[-1][0], max(high, parts[-1][1]))
        else:
            parts.append((low, high))
    return parts
