"""Collation: a text laid beside its rewrite, paragraph by paragraph, as one document.

In the joint document each paragraph of the rewrite stands right behind the paragraph of the original that it retells,
so whatever compares the places of one document compares the two texts, and its thresholds for neighbours hold. What
stands word for word in both is told once. Every place of the joint document leads back to the text it comes from.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from itertools import pairwise

from paralint.evidence.restatements.restatements import Passage, pairs_of
from paralint.evidence.words.vocabulary import NO_STEM, Vocabulary, vocabulary
from paralint.findings import Span
from paralint.text.blocks import Block
from paralint.text.document import Document
from paralint.values import NamedTuple

_LEAST = 0.25  # score from which a paragraph counts as the source of another
_UNTOLD = 0.25  # share of a paragraph's words below which another does not tell it
_SCATTERED = 0.5  # share of a paragraph's words from which on the other text tells it in pieces
_COMMON = 64  # paragraphs with one word from which on it says nothing of where a paragraph is told
_FEWEST = 6  # distinct content words that a paragraph must have to be called untold
_GAP = "\n\n"


class Place(NamedTuple):
    """A place of one of the two texts."""

    rewritten: bool
    span: Span


class Collation(NamedTuple):
    """Attributes:
    original, rewrite: the two texts.
    sources: for each block of the rewrite the block of the original that it retells, or None.
    lost: the blocks of the original that no block of the rewrite tells, ascending.
    added: the blocks of the rewrite that no block of the original tells, ascending.
    joint: the joint document.
    origins: of each block of the joint document, whether it is of the rewrite, and its number there.
    """

    original: Document
    rewrite: Document
    sources: tuple[int | None, ...]
    lost: tuple[int, ...]
    added: tuple[int, ...]
    joint: Document
    origins: tuple[tuple[bool, int], ...]

    def place(self, span: Span) -> Place | None:
        """Return where a span of the joint document stands in its text; None if it runs over several blocks."""
        number = bisect_right(self.joint.blocks, span.start, key=lambda block: block.start) - 1
        if number < 0:
            return None
        joint = self.joint.blocks[number]
        if span.end > joint.start + len(joint.text):
            return None
        rewritten, source = self.origins[number]
        block = (self.rewrite if rewritten else self.original).blocks[source]
        return Place(rewritten, block.locate(span.start - joint.start, span.end - joint.start))

    def source_of(self, span: Span) -> int | None:
        """Return the block of the original that the joint document has before a span of the rewrite as its source."""
        number = bisect_right(self.joint.blocks, span.start, key=lambda block: block.start) - 1
        rewritten, block = self.origins[number]
        return self.sources[block] if rewritten else None


def collate(original: Document, rewrite: Document) -> Collation:
    """Lay ``rewrite`` beside ``original``."""
    first = len(original.blocks)
    behind = [(True, number) for number in range(len(rewrite.blocks))]
    both = _joined([*((False, number) for number in range(first)), *behind], original, rewrite)
    words = both.derive(vocabulary)
    passages = [Passage(*bounds) for bounds in pairwise(both.tokens.blocks)]
    sources = _sources(both, words, passages, first)
    lost, added = _untold(words, passages, first)
    retellings: dict[int, list[int]] = {}
    before = -1
    for number, source in enumerate(sources):
        # What has no source stays where it stands: behind what stands before it.
        before = before if source is None else source
        if source is None or original.blocks[source].text != rewrite.blocks[number].text:
            retellings.setdefault(before, []).append(number)
    order = [(True, number) for number in retellings.get(-1, ())]
    for block in range(first):
        order.append((False, block))
        order += [(True, number) for number in retellings.get(block, ())]
    told = frozenset(sources)
    return Collation(
        original,
        rewrite,
        tuple(sources),
        tuple(number for number in lost if number not in told),
        tuple(number for number in added if sources[number] is None),
        _joined(order, original, rewrite),
        tuple(order),
    )


def _joined(order: Sequence[tuple[bool, int]], original: Document, rewrite: Document) -> Document:
    """Return a plain document of blocks of the two texts."""
    blocks: list[Block] = []
    offset = 0
    for rewritten, number in order:
        block = (rewrite if rewritten else original).blocks[number]
        blocks.append(Block(block.kind, block.text, offset, level=block.level))
        offset += len(block.text) + len(_GAP)
    return Document("", _GAP.join(block.text for block in blocks), blocks)


def _sources(both: Document, words: Vocabulary, passages: Sequence[Passage], first: int) -> list[int | None]:
    """Return for each passage from ``first`` on the earlier one that it retells: the same words, else the likest."""
    ids = both.tokens.ids
    equal: dict[tuple[int, ...], list[int]] = {}
    for number in range(first):
        equal.setdefault(tuple(ids[slice(*passages[number])]), []).append(number)
    sources: list[int | None] = [None] * (len(passages) - first)
    open_ones = []
    for number in range(first, len(passages)):
        same = equal.get(tuple(ids[slice(*passages[number])]), [])
        if same:
            sources[number - first] = same.pop(0) if len(same) > 1 else same[0]
        else:
            open_ones.append(number)
    best: dict[int, tuple[float, int]] = {}
    units = [*range(first), *open_ones]
    for one, other, score in pairs_of(words, [passages[unit] for unit in units], units, _LEAST, 0):
        if one < first <= other and (score, -one) > best.get(other, (0.0, 0)):
            best[other] = (score, -one)
    for number, (_, source) in best.items():
        sources[number - first] = -source
    return sources


def _untold(words: Vocabulary, passages: Sequence[Passage], first: int) -> tuple[list[int], list[int]]:
    """Return the passages of each text of whose words no single passage of the other has a fair share."""
    stems = [frozenset(words.stems[slice(*passage)]) - {NO_STEM} for passage in passages]
    found: tuple[list[int], list[int]] = ([], [])
    sides = (range(first), range(first, len(passages)))
    for side, (own, others) in enumerate((sides, sides[::-1])):
        index: dict[int, list[int]] = {}
        for number in others:
            for stem in stems[number]:
                index.setdefault(stem, []).append(number)
        for number in own:
            shares: dict[int, float] = {}
            telling = [stem for stem in sorted(stems[number]) if len(index.get(stem, ())) <= _COMMON]
            for stem in telling:
                for other in index.get(stem, ()):
                    shares[other] = shares.get(other, 0.0) + words.weights[stem]
            total = sum(words.weights[stem] for stem in telling)
            anywhere = sum(words.weights[stem] for stem in telling if stem in index)
            if len(telling) < _FEWEST or anywhere >= _SCATTERED * total:
                continue
            if max(shares.values(), default=0.0) < _UNTOLD * total:
                found[side].append(number - own.start)
    return found
