"""Plain text: paragraphs, list items and the few headings that are clearly so.

Some files wrap a paragraph over many lines, some write every paragraph on one line with nothing between. Wrapped
prose gives itself away: most of its lines go on with a lower-case letter. So the line breaks of the whole file are
asked first, and only in a wrapped file may a line that begins with a capital belong to the line before.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from paralint.text import lazy
from paralint.text.blocks import CLOSERS, Block, BlockKind, is_finished
from paralint.text.lines import LineIndex
from paralint.text.prose import Prose
from paralint.values import NamedTuple

_MAX_WRAP = 120  # no line longer than this was wrapped
_MAX_HEADING_WORDS = 12
_LEAST_SHOUTED, _MOST_SHOUTED = 4, 30  # words of a line that is a heading because it is all in capitals
_MARKER = lazy.pattern(r"(?:[-*+•‣◦]|(\d{1,3})[.)])[ \t]+(?=\S)")
_RULE = lazy.pattern(r"([-=*_~#+^])(?:[ \t]*\1){2,}")
_OPENERS = "\"'“‘«([—–-"
# Closed classes: a line that ends with one of these goes on.
_OPEN_END = lazy.pattern(
    r"(?:[,;]|\b(?:a|an|the|and|or|but|nor|of|to|in|on|at|by|for|from|with|into|onto|over|under|between|against|about|than|"
    r"as|if|that|which|who|whose|when|while|because|although|is|are|was|were|be|been|has|have|had|will|would|"
    r"can|could|may|might|must|should|not|his|her|its|their|our|your|my|this|these|those))$",
    re.IGNORECASE,
)


class _Line(NamedTuple):
    """A line that is not blank: ``text`` stands at ``start``, blanks at both ends left out."""

    text: str
    start: int
    indent: int
    marker: str  # the list marker it begins with, blanks behind it included
    gap: bool  # whether a blank line stands before it

    @property
    def end(self) -> int:
        return self.start + len(self.text)

    @property
    def finished(self) -> bool:
        """Whether it ends as a sentence does."""
        return is_finished(self.text)

    @property
    def continues(self) -> bool:
        """Whether it begins as no paragraph does."""
        return self.text.lstrip(_OPENERS)[:1].islower()


def blocks(text: str) -> list[Block]:
    """Return the blocks of ``text`` in text order."""
    lines = list(_lines(text))
    width = _wrap_width(lines)
    groups: list[list[_Line]] = []
    underlined: set[int] = set()
    above: _Line | None = None  # the last line, if it is one of prose
    for line in lines:
        if _RULE.fullmatch(line.text):
            if above and not line.gap and len(groups[-1]) == 1:
                underlined.add(len(groups) - 1)
            above = None
            continue
        if above and _joins(groups[-1], line, width):
            groups[-1].append(line)
        else:
            groups.append([line])
        above = line
    found = []
    for number, group in enumerate(groups):
        following = groups[number + 1] if number + 1 < len(groups) else None
        kind = BlockKind.PARAGRAPH
        if group[0].marker:
            kind = BlockKind.ITEM
        elif (number in underlined and _may_be_heading(group)) or _is_heading(group, following):
            kind = BlockKind.HEADING
        prose = Prose(text)
        for index, line in enumerate(group):
            if index:
                prose.put(" ", group[index - 1].end, line.start)
            prose.copy(line.start if index else line.start + len(line.marker), line.end)
        if block := prose.block(kind, level=int(kind is BlockKind.HEADING)):
            found.append(block)
    return found


def _lines(text: str) -> Iterator[_Line]:
    index = LineIndex(text)
    gap = True
    for row in range(1, len(index) + 1):
        start = index.span(row).start
        raw = index.line(row)
        stripped = raw.strip()
        if not stripped:
            gap = True
            continue
        indent = len(raw) - len(raw.lstrip())
        marker = _MARKER.match(stripped)
        yield _Line(stripped, start + indent, indent, marker[0] if marker else "", gap)
        gap = False


def _wrap_width(lines: list[_Line]) -> int:
    """Return the usual length of a line that the next one continues, 0 in a file that is not wrapped."""
    breaks = unfinished = 0
    continued = []
    for line, following in pairwise(lines):
        if following.gap or following.marker:
            continue
        breaks += 1
        if not line.finished:
            unfinished += 1
            if _goes_on(line, following):
                continued.append(len(line.text))
    if not continued or 2 * len(continued) < unfinished or 3 * len(continued) < breaks:
        return 0
    usual = sorted(continued)[len(continued) // 2]
    return usual if usual <= _MAX_WRAP else 0


def _goes_on(line: _Line, following: _Line) -> bool:
    """Tell whether a sentence certainly goes on over the break between two lines."""
    return not line.finished and (following.continues or bool(_OPEN_END.search(line.text[-10:])))


def _joins(group: list[_Line], line: _Line, width: int) -> bool:
    """Tell whether ``line``, next after the lines of ``group``, belongs to the same paragraph or item."""
    last = group[-1]
    if line.gap:
        return False
    if line.marker:
        # As in CommonMark, a number other than 1 does not interrupt a paragraph: it may be a year or a figure.
        number = line.marker.rstrip(" \t.)")
        return number.isdigit() and number != "1" and not group[0].marker and not last.finished
    if group[0].marker and line.indent >= group[0].indent + 2:
        return True
    if len(last.text) > _MAX_WRAP:
        return False
    if _goes_on(last, line):
        return True
    if last.finished and line.indent > last.indent:
        return False
    # The wrapping took the line because the next word had no room: a line that had room ended its paragraph.
    needed = len(last.text) + 1 + len(line.text.split(None, 1)[0])
    return width > 0 and needed >= (0.85 if last.finished else 0.7) * width


def _may_be_heading(group: list[_Line]) -> bool:
    line = group[0].text
    return len(group) == 1 and len(line) <= _MAX_WRAP and len(line.split()) <= _MAX_HEADING_WORDS


def _is_heading(group: list[_Line], following: list[_Line] | None) -> bool:
    """Tell whether the only line of ``group`` is written like a title, over longer prose."""
    if following is None or len(group) > 1 or not group[0].gap or not following[0].gap:
        return False
    line = group[0].text
    if line.isupper() and _LEAST_SHOUTED <= len(line.split()) <= _MOST_SHOUTED:
        return True
    if not _may_be_heading(group):
        return False
    if not line[0].isalnum() or line.endswith((".", "!", "?", "…", ":", ";", ",", *CLOSERS)) or following[0].marker:
        return False
    below = following[-1].end - following[0].start
    if below < 2 * len(line) or not following[-1].finished:
        return False
    words = [word for word in line.split() if sum(map(str.isalpha, word)) >= 4]
    return bool(words) and all(word.lstrip(_OPENERS)[:1].isupper() for word in words)
