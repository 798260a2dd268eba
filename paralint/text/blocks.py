"""Blocks: the pieces of a document that hold prose, each with its way back to the original text.

A reader (plain text, Markdown, HTML) cuts the decoded text into blocks. What a block's ``text`` shows is what a
person would read: markup is gone, entities are characters, opaque inline things (code, images, formulas) stand as
one ``OBJECT`` character. ``locate`` leads every position of it back to the original, so nothing above this floor
ever needs to know which format the document had.
"""

from __future__ import annotations

from array import array
from enum import Enum

from paralint.findings import Span
from paralint.values import NamedTuple

CLOSERS = "\"'”’»)]"  # what may stand behind the mark that ends a sentence
OBJECT = "\ufffc"  # Unicode's object replacement character: an inline thing that is not prose


def is_finished(line: str) -> bool:
    """Tell whether a line ends as a sentence does."""
    return line.rstrip(CLOSERS).endswith((".", "!", "?", "…", ":"))


class BlockKind(Enum):
    """What a block is to its reader. Rules choose their blocks by this."""

    PARAGRAPH = "paragraph"
    HEADING = "heading"
    ITEM = "list"
    CELL = "table"
    CAPTION = "caption"
    QUOTE = "blockquote"

    def __str__(self) -> str:
        return self.value


class Block(NamedTuple):
    """A run of prose.

    Attributes:
        kind: what the block is.
        text: its prose as a reader sees it.
        start: offset of the prose's first character in the original text.
        starts: original offset at which each character of ``text`` begins, or None where the prose stands in the
            original as it is, so that a position is ``start`` + its index.
        ends: original offset at which each character of ``text`` ends (an entity is longer than its character).
        level: 1-6 for headings, else 0.
    """

    kind: BlockKind
    text: str
    start: int
    starts: array[int] | None = None
    ends: array[int] | None = None
    level: int = 0

    def locate(self, first: int, last: int) -> Span:
        """Return where ``text[first:last]`` stands in the original. An empty range is an insertion point."""
        if self.starts is None or self.ends is None:
            return Span(self.start + first, self.start + last)
        if first >= last:
            place = self.starts[first] if first < len(self.starts) else self.ends[-1] if self.ends else self.start
            return Span(place, place)
        return Span(self.starts[first], self.ends[last - 1])
