"""The prose of a document, without its markup, as optional layers read it: passages of its blocks in one text."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from paralint.findings import Span
from paralint.text.blocks import Block
from paralint.values import NamedTuple

GAP = "\n\n"  # a blank line: what stands between two paragraphs
_LINE_ENDS = str.maketrans("\r\n", "  ")  # a wrapped line does not end a sentence


class Place(NamedTuple):
    """``block.text[first:last]``."""

    block: Block
    first: int
    last: int

    @property
    def span(self) -> Span:
        """Where it stands in the source."""
        return self.block.locate(self.first, self.last)

    @property
    def text(self) -> str:
        return self.block.text[self.first : self.last]


class Prose(NamedTuple):
    """A text to be read: passages of blocks, each at its offset in ``text``."""

    text: str
    passages: tuple[Place, ...]
    offsets: tuple[int, ...]

    def locate(self, first: int, last: int) -> Place | None:
        """Return where ``text[first:last]`` stands, or None where it is empty or reaches beyond its passage."""
        number = bisect_right(self.offsets, first) - 1
        passage = self.passages[number]
        shift = passage.first - self.offsets[number]
        if first >= last or last + shift > passage.last:
            return None
        return Place(passage.block, first + shift, last + shift)


def prose(passages: Sequence[Place]) -> Prose:
    """Put passages into one text, parted by blank lines."""
    pieces = [passage.text.translate(_LINE_ENDS) for passage in passages]
    offsets = []
    offset = 0
    for piece in pieces:
        offsets.append(offset)
        offset += len(piece) + len(GAP)
    return Prose(GAP.join(pieces), tuple(passages), tuple(offsets))
