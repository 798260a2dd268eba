"""What a rewrite carries over from its original, and what stands in the one where something else stands in the other."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import NamedTuple

from paralint.evidence.collation import Collation
from paralint.evidence.restatements import Passage
from paralint.findings import Span
from paralint.text.document import Document

_LONGEST = 6  # tokens that stand in the place of others; what is longer is told anew, and no place can be named
_LARGEST = 2000  # tokens of a paragraph; of a larger one the places are not sought


@dataclass(frozen=True, slots=True)
class Difference:
    """Something that one of two texts has and the other has not.

    Attributes:
        kind: ``lost-name``, ``added-figure`` …: the name of the rule that reports it.
        here: a place of the rewrite: what is added or changed, or where what is lost would stand.
        there: a place of the original: what is lost or was changed, or None where nothing stands for it.
        form: what is lost, added or changed, as it stands.
        other: what stands in its place in the other text; may be empty.
        words: what ``here`` would have to be, if that can be told.
    """

    kind: str
    here: Span
    there: Span | None
    form: str
    other: str = ""
    words: str | None = None


class _Match(NamedTuple):
    """Tokens ``first`` to ``last`` of one text stand for ``other`` of the other."""

    first: int
    last: int
    other: Passage


class Correspondence:
    """Which tokens of the two texts stand at the same place of the same paragraph."""

    def __init__(self, collation: Collation) -> None:
        self.collation = collation
        self._of_original: dict[int, list[_Match]] = {}
        self._of_rewrite: dict[int, list[_Match]] = {}
        self._retellings: dict[int, list[int]] = {}
        for number, source in enumerate(collation.sources):
            if source is not None:
                self._retellings.setdefault(source, []).append(number)
        self._read: set[int] = set()

    def in_rewrite(self, first: int, last: int) -> Span:
        """Return the place of the rewrite where the tokens of the original would stand."""
        original, rewrite = self.collation.original, self.collation.rewrite
        block = original.block_of(first)
        numbers = self._retellings.get(block, [])
        for number in numbers:
            self._compare(number)
        found = _instead(self._of_original.get(block, ()), first, last)
        if found is not None:
            return rewrite.tokens.span(*found)
        before = [match for match in self._of_original.get(block, ()) if match.last <= first and match.other.last > 0]
        if before:
            token = max(before, key=lambda match: match.last).other.last - 1
        elif numbers:
            token = rewrite.tokens.blocks[numbers[0]]
        else:
            earlier = [number for number, source in enumerate(self.collation.sources) if (source or 0) < block]
            token = rewrite.tokens.blocks[earlier[-1] + 1] - 1 if earlier else 0
        token = min(max(token, 0), len(rewrite.tokens) - 1)
        return rewrite.tokens.span(token, token + 1) if token >= 0 else Span(0, 0)

    def in_original(self, first: int, last: int) -> Span | None:
        """Return what stands in the original where the tokens of the rewrite stand."""
        block = self.collation.rewrite.block_of(first)
        self._compare(block)
        found = _instead(self._of_rewrite.get(block, ()), first, last)
        return None if found is None else self.collation.original.tokens.span(*found)

    def _compare(self, number: int) -> None:
        source = self.collation.sources[number]
        if number in self._read or source is None:
            return
        self._read.add(number)
        original, rewrite = self.collation.original, self.collation.rewrite
        begin, end = original.tokens.blocks[source : source + 2]
        start, stop = rewrite.tokens.blocks[number : number + 2]
        if max(end - begin, stop - start) > _LARGEST:
            return
        matcher = SequenceMatcher(None, lowers(original, begin, end), lowers(rewrite, start, stop), autojunk=False)
        for _, a, b, c, d in matcher.get_opcodes():
            one, other = Passage(begin + a, begin + b), Passage(start + c, start + d)
            self._of_original.setdefault(source, []).append(_Match(*one, other))
            self._of_rewrite.setdefault(number, []).append(_Match(*other, one))


def _instead(matches: Iterable[_Match], first: int, last: int) -> Passage | None:
    """Return the few tokens that stand where ``first`` to ``last`` stand, if any do."""
    for match in matches:
        if match.first <= first and last <= match.last:
            other = match.other
            if other.first < other.last and max(match.last - match.first, other.last - other.first) <= _LONGEST:
                return other
    return None


def lowers(document: Document, first: int, last: int) -> list[str]:
    """Return the lower-cased forms of some tokens."""
    tokens = document.tokens
    return [tokens.types[kind].lower for kind in tokens.ids[first:last]]


def token_at(document: Document, offset: int) -> int:
    """Return the first token that ends behind ``offset``."""
    return bisect_left(document.tokens.ends, offset + 1)
