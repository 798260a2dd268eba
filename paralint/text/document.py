"""A document: the decoded text and the layers that are read off it, each computed once and only when asked for."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Callable, Sequence
from functools import cached_property
from itertools import pairwise
from typing import Any, TypeVar

from paralint.findings import Span
from paralint.text.blocks import Block, BlockKind
from paralint.text.scanner import scan_prose
from paralint.text.words import WORD_TYPES, TokenKind, WordType
from paralint.values import NamedTuple

Layer = TypeVar("Layer")

_LONGEST = 1000  # tokens of a sentence: what goes on is a list or a table, and is cut so that no search is too long
_PAUSES = frozenset((";", ":", ",", "-", "–", "—"))
_PAUSE = 100  # tokens before the longest among which a cut is made behind a pause


class Tokens(NamedTuple):
    """The tokens of a document, as arrays over one numbering; a token is its index.

    Attributes:
        starts: offset of each token in the original text.
        ends: offset behind each token.
        ids: type id of each token: ``types[ids[i]]`` is its word type.
        forms: each distinct form of the document once.
        types: their word types.
        sentences: index of the first token of each sentence, closed by the number of tokens.
        blocks: index of the first token of each block, closed by the number of tokens.
        word: gives the word type of a token; no method, for it is asked at every step.
    """

    starts: list[int]
    ends: list[int]
    ids: list[int]
    forms: list[str]
    types: list[WordType]
    sentences: list[int]
    blocks: list[int]
    word: Callable[[int], WordType]

    def __len__(self) -> int:
        return len(self.ids)

    def span(self, first: int, last: int) -> Span:
        """Return the span of the tokens ``first`` up to, not including, ``last``; there must be at least one."""
        return Span(self.starts[first], self.ends[last - 1])


class Sentence(NamedTuple):
    """Sentence ``number``: the tokens ``first`` up to, not including, ``last`` of block number ``block``."""

    number: int
    first: int
    last: int
    block: int


class Document:
    """One text under the linter.

    Attributes:
        path: the name under which findings are reported.
        text: the decoded original; every offset of every layer points into it.
        blocks: its prose, in reading order.

    Layers that stand on a higher floor (quotations, mentions, restatements) are pure functions of a document;
    ``derive`` computes each of them at most once.
    """

    def __init__(self, path: str, text: str, blocks: Sequence[Block]) -> None:
        self.path = path
        self.text = text
        self.blocks = tuple(blocks)
        self._derived: dict[Callable[[Document], Any], Any] = {}

    def derive(self, layer: Callable[[Document], Layer]) -> Layer:
        """Return ``layer(self)``, computed on the first call and remembered for as long as the document lives."""
        try:
            found: Layer = self._derived[layer]
        except KeyError:
            found = self._derived[layer] = layer(self)
        return found

    def derived(self, layer: Callable[[Document], Layer]) -> Layer | None:
        """Return ``layer(self)`` if anybody has asked for it, else None."""
        found: Layer | None = self._derived.get(layer)
        return found

    def forget(self) -> None:
        """Drop all layers that were computed. They point back at the document, and would wait for the collector."""
        self._derived.clear()

    @cached_property
    def tokens(self) -> Tokens:
        """The tokens of all blocks, with the sentences and blocks that they make up."""
        starts: list[int] = []
        ends: list[int] = []
        forms: list[str] = []
        sentences: list[int] = []
        blocks: list[int] = []
        for block in self.blocks:
            base = len(forms)
            blocks.append(base)
            scan = scan_prose(block.text)
            forms += scan.forms
            sentences += [base + first for first in scan.sentences]
            if block.starts is None or block.ends is None:
                offset = block.start
                starts += [offset + start for start in scan.starts]
                ends += [offset + end for end in scan.ends]
            else:
                starts += [block.starts[start] for start in scan.starts]
                ends += [block.ends[end - 1] for end in scan.ends]
        sentences.append(len(forms))
        blocks.append(len(forms))
        if len(forms) > _LONGEST:
            sentences = _in_pieces(sentences, forms)
        # A missing key takes the next number, so one C-level pass over the forms numbers the types.
        numbering: defaultdict[str, int] = defaultdict()
        numbering.default_factory = numbering.__len__
        ids = list(map(numbering.__getitem__, forms))
        types = list(map(WORD_TYPES.__getitem__, numbering))
        word = list(map(types.__getitem__, ids)).__getitem__
        return Tokens(starts, ends, ids, list(numbering), types, sentences, blocks, word)

    @cached_property
    def sentences(self) -> tuple[Sentence, ...]:
        """The sentences in reading order; none reaches over two blocks."""
        tokens = self.tokens
        found = []
        block = 0
        for number in range(len(tokens.sentences) - 1):
            first, last = tokens.sentences[number], tokens.sentences[number + 1]
            while tokens.blocks[block + 1] <= first:
                block += 1
            found.append(Sentence(number, first, last, block))
        return tuple(found)

    @cached_property
    def unclosed(self) -> list[int]:
        """The tokens that end a sentence which has no mark at its end: in captions and items of lists.

        A headline is no sentence: it drops articles and verbs, and ends anywhere.
        """
        tokens = self.tokens
        ends = [first - 1 for first in tokens.sentences[1:]]
        spoken = [end for end in ends if tokens.word(end).kind in (TokenKind.WORD, TokenKind.NUMBER)]
        return [end for end in spoken if self.blocks[self.block_of(end)].kind is not BlockKind.HEADING]

    def block_of(self, token: int) -> int:
        """Return the number of the block that a token stands in."""
        return bisect_right(self.tokens.blocks, token) - 1

    def sentence_of(self, token: int) -> int:
        """Return the number of the sentence that a token stands in."""
        return bisect_right(self.tokens.sentences, token) - 1

    def spaced(self, token: int) -> bool:
        """Whether white space, or the edge of a block, stands before a token."""
        if token == 0:
            return True
        start = self.tokens.starts[token]
        return (self.tokens.ends[token - 1] < start and self.text[start - 1].isspace()) or token in self._block_starts

    @cached_property
    def words_by_block(self) -> list[int]:
        """The number of words, figures among them, of each block."""
        tokens = self.tokens
        counts = [word.kind in (TokenKind.WORD, TokenKind.NUMBER) for word in tokens.types]
        return [sum(counts[kind] for kind in tokens.ids[first:last]) for first, last in pairwise(tokens.blocks)]

    @property
    def word_count(self) -> int:
        """The number of words, figures among them."""
        return sum(self.words_by_block)

    @cached_property
    def _block_starts(self) -> frozenset[int]:
        return frozenset(self.tokens.blocks)

    @cached_property
    def tags(self) -> list[str]:
        """The Penn tag of each token.

        Raises:
            DataError: if the tagger's model cannot be read.
        """
        from paralint.text.tagger import load_tagger

        tagger = load_tagger()
        tokens = self.tokens
        names = tagger.names
        return list(map(names.__getitem__, tagger.tag(tokens.forms, tokens.ids, tokens.sentences)))

    def lemma(self, token: int) -> str:
        """Return the lemma of a token under its tag."""
        from paralint.text.morphology import lemma

        return lemma(self.tokens.word(token).lower, self.tags[token])

    @cached_property
    def places(self) -> list[list[int]]:
        """The tokens of each type, ascending: ``places[type id]`` lists token indices."""
        places: list[list[int]] = [[] for _ in self.tokens.types]
        append = [each.append for each in places]
        for index, kind in enumerate(self.tokens.ids):
            append[kind](index)
        return places

    @cached_property
    def lowers(self) -> list[str]:
        """The lower-cased form of each token."""
        lower = [word.lower for word in self.tokens.types]
        return list(map(lower.__getitem__, self.tokens.ids))

    @cached_property
    def by_lower(self) -> dict[str, list[int]]:
        """The type ids of each lower-cased form (``The`` and ``the`` are two types of one lower form)."""
        found: dict[str, list[int]] = {}
        for index, word in enumerate(self.tokens.types):
            found.setdefault(word.lower, []).append(index)
        return found

    def quote(self, span: Span) -> str:
        """Return the original text of a span."""
        return self.text[span.start : span.end]


def _in_pieces(sentences: Sequence[int], forms: Sequence[str]) -> list[int]:
    """Return the beginnings of sentences with those that go on and on cut, behind a pause if there is one."""
    cut = []
    for first, last in pairwise(sentences):
        cut.append(first)
        while last - first > _LONGEST:
            latest = first + _LONGEST
            pauses = (place for place in range(latest, latest - _PAUSE, -1) if forms[place - 1] in _PAUSES)
            first = next(pauses, latest)
            cut.append(first)
    return [*cut, sentences[-1]]
