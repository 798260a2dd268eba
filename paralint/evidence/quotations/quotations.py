"""Quotations: which marks open and close what, and which marks pair with nothing.

Marks are paired paragraph by paragraph (``pairing``). A quotation may run over several of them: by convention each
opens anew and only the last one closes (Chicago Manual of Style, 13.32; New Hart's Rules, 9.2.3). A speech that opens
at the start of a paragraph or behind a colon and is closed some paragraphs, verses or list items later, with no mark
between, is read as one quotation too.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from functools import cached_property
from itertools import accumulate, islice
from typing import Final

from paralint.evidence.quotations import attribution
from paralint.evidence.quotations.marks import Family, Mark
from paralint.evidence.quotations.pairing import SENTENCE_END, End, Opened, PairedMarks, pair_marks
from paralint.text.blocks import BlockKind
from paralint.text.document import Document
from paralint.text.lazy import pattern
from paralint.values import NamedTuple

_NEXT_SENTENCE = pattern(r"[a-z][.?!]\s+(?:A|[A-Z][a-z]+)\b")
_REACH = 12  # paragraphs, verses or list items that one quotation may run over without a mark between


class Quotation(NamedTuple):
    """One quotation, or one paragraph of a longer one.

    Attributes:
        opening: its first mark.
        closing: the mark that ends it, of its own family or (``End.MIXED``) of another; None where no mark does. It
            stands in a later block where a speech runs on without marks.
        end: how it ends.
        depth: how many quotations it stands in.
        stop: offset in the opening's block at which it ends at the latest: its closing mark, the next mark that opens a
            quotation beside it, or the end of the block.
        first, last: the tokens between the marks, half open.
    """

    opening: Mark
    closing: Mark | None
    end: End
    depth: int
    stop: int
    first: int
    last: int

    @property
    def closed(self) -> bool:
        return self.end is End.MARK


class Quotations:
    """The quotations of a document.

    Attributes:
        found: in text order.
        strays: closing marks that close nothing.
        size: number of tokens of the document.
    """

    def __init__(self, found: tuple[Quotation, ...], strays: tuple[Mark, ...], size: int) -> None:
        self.found: Final = found
        self.strays: Final = strays
        self.size: Final = size

    @cached_property
    def inside(self) -> bytearray:
        """For each token the number of quotations it stands in, their marks left out: 0 is the narrator's own text."""
        if not self.found:
            return bytearray(self.size)
        steps = [0] * (self.size + 1)
        for quotation in self.found:
            steps[quotation.first] += 1
            steps[quotation.last] -= 1
        return bytearray(min(depth, 255) for depth in islice(accumulate(steps), self.size))

    def around(self, token: int) -> Quotation | None:
        """Return the innermost quotation that a token stands in, None for the narrator's own text."""
        if not self.inside[token]:
            return None
        place = bisect_right(self._firsts, token) - 1
        while self.found[place].last <= token:
            place = self._outer[place]
        return self.found[place]

    @cached_property
    def _firsts(self) -> list[int]:
        return [quotation.first for quotation in self.found]

    @cached_property
    def _outer(self) -> list[int]:
        """For each quotation the number of the one that it begins in."""
        outer: list[int] = []
        open_: list[int] = []
        for number, quotation in enumerate(self.found):
            while open_ and self.found[open_[-1]].last <= quotation.first:
                open_.pop()
            outer.append(open_[-1] if open_ else -1)
            open_.append(number)
        return outer

    @cached_property
    def beside(self) -> Mapping[tuple[int, Family], list[Quotation]]:
        """The quotations of each block, by the family of their marks."""
        beside: defaultdict[tuple[int, Family], list[Quotation]] = defaultdict(list)
        for quotation in self.found:
            beside[quotation.opening.block, quotation.opening.family].append(quotation)
        return beside

    @cached_property
    def openings(self) -> Counter[str]:
        """How often each mark opens a quotation."""
        return Counter(quotation.opening.text for quotation in self.found)


def quotations(document: Document) -> Quotations:
    """Return the quotations of a document; use it as ``document.derive(quotations)``."""
    blocks = [pair_marks(document, number) for number in range(len(document.blocks))]
    _join_blocks(document, blocks)
    starts = document.tokens.starts
    found = []
    for number, block in enumerate(blocks):
        for opened in block.quotations:
            closing = opened.closing
            home = document.blocks[number]
            stop = closing.span.start if closing is not None else home.locate(0, opened.stop).end
            first = bisect_left(starts, opened.mark.span.end)
            last = max(first, bisect_left(starts, stop))
            found.append(Quotation(opened.mark, closing, opened.end, opened.depth, opened.stop, first, last))
    found.sort(key=lambda quotation: quotation.opening.span)
    return Quotations(tuple(found), tuple(mark for block in blocks for mark in block.strays), len(starts))


def _join_blocks(document: Document, blocks: Sequence[PairedMarks]) -> None:
    """Carry the quotations that stand open at the end of their block over to the following ones."""
    prose = [
        number
        for number, block in enumerate(document.blocks)
        if block.kind not in (BlockKind.HEADING, BlockKind.CAPTION, BlockKind.CELL)
    ]
    for place, number in enumerate(prose):
        text = document.blocks[number].text
        for opened in blocks[number].quotations:
            if opened.end is End.NONE and opened.depth == 0 and opened.stop == len(text):
                _carry_over(document, blocks, opened, prose[place + 1 : place + 1 + _REACH])


def _carry_over(document: Document, blocks: Sequence[PairedMarks], opened: Opened, following: Sequence[int]) -> None:
    if not following:
        return
    after = blocks[following[0]]
    first = after.quotations[0] if after.quotations else None
    if first is not None and not document.blocks[following[0]].text[: first.mark.at].strip():
        text = document.blocks[opened.mark.block].text
        if (
            opened.mark.at
            and text[opened.mark.end : opened.mark.end + 1].islower()
            and _NEXT_SENTENCE.search(text, opened.mark.end)
        ):
            return  # a few words that are quoted inside a sentence of the narrator's, who goes on
        same = first.mark.family is opened.mark.family
        opened.end = End.CONTINUED if same else End.SWITCHED
        return
    text = document.blocks[opened.mark.block].text
    if attribution.SENTENCE.search(text, opened.mark.end) or attribution.TAG.search(text, opened.mark.end):
        return
    speech = opened.mark.at == 0 or SENTENCE_END.search(text, max(0, opened.mark.at - 8), opened.mark.at)
    for number in following if speech else following[:1]:
        marks = [mark for mark in blocks[number].marks if mark.family is opened.mark.family]
        if not marks:
            continue
        closing = min(marks, key=lambda mark: mark.at)
        home = document.blocks[number].text
        # What a fragment says is the narrator's sentence, so behind its end no attribution follows.
        if (
            closing in blocks[number].strays
            and not attribution.INTRODUCTION.search(home, 0, closing.at)
            and (speech or not attribution.BEHIND.match(home, closing.end))
        ):
            blocks[number].strays.remove(closing)
            opened.closing = closing
            opened.end = End.MARK
        return
