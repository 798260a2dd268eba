"""What Vale's rules are shown: the passages of a document, and an index of their words.

Line breaks inside a block are breaks again here (a reader sees blanks), and what is no prose, such as inline code, is
an asterisk, as in Vale.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import accumulate

from paralint.findings import Span
from paralint.ruleset.rule import Rule
from paralint.ruleset.vale.scopes import Region, Unit
from paralint.text import lazy
from paralint.text.blocks import OBJECT, Block, BlockKind
from paralint.text.document import Document

_WORD = lazy.pattern(r"\w+")
_BETWEEN = "\0"


class Passages:
    """All passages of one unit of a document.

    Attributes:
        texts: their texts.
        blocks: the block that each is, or is cut from; None where it is not one block.
    """

    def __init__(self, texts: Sequence[str], blocks: Sequence[Block | None], offsets: Sequence[int]) -> None:
        """Args:
        offsets: where each passage begins in its block, or in the original text if it has none.
        """
        self.texts = texts
        self.blocks = blocks
        self._offsets = offsets
        self._within: dict[tuple[Region, ...], list[bool]] = {}

    def __len__(self) -> int:
        return len(self.texts)

    def locate(self, number: int, first: int, last: int) -> Span:
        """Return where ``texts[number][first:last]`` stands in the original text."""
        block, offset = self.blocks[number], self._offsets[number]
        if block is None:
            return Span(offset + first, offset + last)
        return block.locate(offset + first, offset + last)

    def within(self, regions: tuple[Region, ...]) -> list[bool]:
        """Return of each passage whether one of the regions has it. Most rules ask for the same."""
        if regions not in self._within:
            self._within[regions] = [
                block is None
                or any(
                    block.kind in region.kinds
                    and (not region.levels or not block.level or block.level in region.levels)
                    for region in regions
                )
                for block in self.blocks
            ]
        return self._within[regions]

    @cached_property
    def starts(self) -> list[int]:
        """Where each passage begins in ``joined``."""
        return [0, *accumulate(len(text) + 1 for text in self.texts[:-1])] if self.texts else []

    @cached_property
    def joined(self) -> str:
        """All passages on end, a mark between them that no regex and no word reaches over."""
        return _BETWEEN.join(self.texts)

    @cached_property
    def lower(self) -> str:
        """``joined`` in lower case, offset by offset."""
        lower = self.joined.lower()
        if len(lower) == len(self.joined):
            return lower
        return "".join(c.lower() if len(c.lower()) == 1 else c for c in self.joined)

    @cached_property
    def words(self) -> dict[str, list[int]]:
        """The places in ``lower`` of each run of word characters."""
        found: dict[str, list[int]] = {}
        for match in _WORD.finditer(self.lower):
            found.setdefault(match[0], []).append(match.start())
        return found

    def number_at(self, place: int) -> int:
        """Return the number of the passage that a place of ``joined`` stands in."""
        return bisect_right(self.starts, place) - 1


def passages(document: Document, unit: Unit) -> Passages:
    """Return the passages of a document, computed once."""
    return document.derive(_LAYERS[unit])


def blocks(document: Document) -> Passages:
    """A passage for each block."""
    return Passages([_view(document, block) for block in document.blocks], document.blocks, [0] * len(document.blocks))


def sentences(document: Document) -> Passages:
    """A passage for each sentence of a paragraph."""
    texts, cut, offsets = [], [], []
    whole = passages(document, Unit.BLOCK)
    tokens = document.tokens
    for sentence in document.sentences:
        block = document.blocks[sentence.block]
        if block.kind is not BlockKind.PARAGRAPH or sentence.first == sentence.last:
            continue
        first = _inside(block, tokens.starts[sentence.first])
        last = _inside(block, tokens.ends[sentence.last - 1] - 1) + 1
        texts.append(whole.texts[sentence.block][first:last])
        cut.append(block)
        offsets.append(first)
    return Passages(texts, cut, offsets)


def summary(document: Document) -> Passages:
    """The prose of paragraphs, lists and quotations in one passage, of which the places are known to the block only."""
    kinds = (BlockKind.PARAGRAPH, BlockKind.ITEM, BlockKind.QUOTE)
    whole = passages(document, Unit.BLOCK)
    shown = [text for text, block in zip(whole.texts, document.blocks, strict=True) if block.kind in kinds]
    return _Summary("\n\n".join(shown), [block for block in document.blocks if block.kind in kinds])


def raw(document: Document) -> Passages:
    """The file as it stands, markup and all, as one passage."""
    return Passages([document.text], [None], [0])


_LAYERS = {Unit.BLOCK: blocks, Unit.SENTENCE: sentences, Unit.SUMMARY: summary, Unit.RAW: raw}


class _Summary(Passages):
    """One passage of many blocks, with two line breaks between them."""

    def __init__(self, text: str, parts: Sequence[Block]) -> None:
        super().__init__([text], [None], [0])
        self._parts = parts
        self._begin = [0, *accumulate(len(part.text) + 2 for part in parts)]

    def locate(self, number: int, first: int, last: int) -> Span:
        part = min(bisect_right(self._begin, first), len(self._parts)) - 1
        if part < 0:
            return Span(0, 0)
        block, begin = self._parts[part], self._begin[part]
        return block.locate(min(first - begin, len(block.text)), min(last - begin, len(block.text)))


def _view(document: Document, block: Block) -> str:
    """Return a block's text as Vale sees it, offset by offset: its line breaks, an asterisk for what is no prose."""
    text = block.text.replace(OBJECT, "*") if OBJECT in block.text else block.text
    whole = block.locate(0, len(text))
    place = document.text.find("\n", whole.start, whole.end)
    if place < 0:
        return text
    characters = list(text)
    while place >= 0:
        index = _inside(block, place)
        if characters[index] == " " and block.locate(index, index + 1).end > place:
            characters[index] = "\n"
        place = document.text.find("\n", place + 1, whole.end)
    return "".join(characters)


def _inside(block: Block, offset: int) -> int:
    """Return the place in a block's text of an offset of the original."""
    return offset - block.start if block.starts is None else bisect_right(block.starts, offset) - 1


def chosen(document: Document, rule: Rule) -> Iterator[tuple[Passages, list[bool]]]:
    """Yield the passages of each unit that a rule reads, and which of them it reads.

    A rule in our own dialect reads blocks of the kinds in its scope.
    """
    regions: tuple[Region, ...]
    if rule.vale is None:
        regions = (Region(Unit.BLOCK, rule.scope) if rule.scope else Region(Unit.BLOCK),)
    else:
        regions = rule.vale.regions
    for unit in Unit:
        asked = tuple(region for region in regions if region.unit is unit)
        if asked:
            yield passages(document, unit), passages(document, unit).within(asked)
