"""What a rewrite carries over from its original, and what stands in its place where it does not."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from difflib import SequenceMatcher
from itertools import accumulate

from paralint.evidence.originals.collation import Collation
from paralint.evidence.restatements.restatements import Passage
from paralint.findings import Span
from paralint.text.document import Document
from paralint.text.words import TokenKind
from paralint.values import NamedTuple

_LONGEST = 6  # tokens that stand in the place of others; what is longer is told anew, and no place can be named
_LARGEST = 2000  # tokens of a paragraph; of a larger one the places are not sought

_PLAIN = {"n't": "not", "'s": "is", "'re": "are", "'ve": "have", "'ll": "will", "'d": "would", "'m": "am"}


class Difference(NamedTuple):
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


class Change(NamedTuple):
    """A place at which a paragraph departs from its source, between words that they share.

    Attributes:
        before: the tokens of the original; may be none.
        after: the tokens of the rewrite that stand there; may be none.
    """

    before: Passage
    after: Passage


class _Match(NamedTuple):
    """Tokens ``first`` to ``last`` of one text stand for ``other`` of the other."""

    first: int
    last: int
    other: Passage
    equal: bool


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
        # For each block of the original the last block of the rewrite that retells it or one before it, else -1.
        latest = [max(self._retellings.get(block, [-1])) for block in range(len(collation.original.blocks))]
        self._latest = list(accumulate(latest, max))
        self._read: set[int] = set()

    def in_rewrite(self, first: int, last: int) -> tuple[Span, bool]:
        """Return where the tokens of the original would stand in the rewrite, and whether those are words that stand
        for them; else it is the word before the place."""
        original, rewrite = self.collation.original, self.collation.rewrite
        block = original.block_of(first)
        numbers = self._retellings.get(block, [])
        for number in numbers:
            self._compare(number)
        matches = self._of_original.get(block, [])
        found = _instead(matches, first, last)
        if found is not None:
            return rewrite.tokens.span(*found), True
        token = _before(matches, first)
        if token is None and numbers:
            token = rewrite.tokens.blocks[numbers[0]]
        elif token is None:
            earlier = self._latest[block]
            token = rewrite.tokens.blocks[earlier + 1] - 1 if earlier >= 0 else 0
        return (rewrite.tokens.span(token, token + 1) if len(rewrite.tokens) else Span(0, 0)), False

    def in_original(self, first: int, last: int) -> tuple[Span | None, bool]:
        """Return the same for tokens of the rewrite; None where its paragraph has no source."""
        block = self.collation.rewrite.block_of(first)
        self._compare(block)
        matches = self._of_rewrite.get(block, [])
        found = _instead(matches, first, last)
        if found is not None:
            return self.collation.original.tokens.span(*found), True
        token = _before(matches, first)
        return (None if token is None else self.collation.original.tokens.span(token, token + 1)), False

    def unchanged(self, token: int) -> int | None:
        """Return the token of the original that a token of the rewrite is, in the same paragraph, if it is any."""
        block = self.collation.rewrite.block_of(token)
        self._compare(block)
        for match in self._of_rewrite.get(block, ()):
            if match.equal and match.first <= token < match.last:
                return match.other.first + token - match.first
        return None

    def changes(self) -> Iterator[Change]:
        """Yield the changes of all paragraphs that have words in common on both sides, in the order of the rewrite."""
        for number, source in enumerate(self.collation.sources):
            if (
                source is None
                or self.collation.rewrite.blocks[number].text == self.collation.original.blocks[source].text
            ):
                continue
            self._compare(number)
            runs = self._of_rewrite.get(number, [])
            for left, match, right in zip(runs, runs[1:], runs[2:], strict=False):
                if match.equal or not self._shares(left) or not self._shares(right):
                    continue
                yield Change(match.other, Passage(match.first, match.last))

    def _shares(self, match: _Match) -> bool:
        """Whether equal tokens are enough to say that what lies beside them stands at one place: a word among them."""
        words = self.collation.rewrite.tokens.word
        return match.equal and any(words(token).kind is TokenKind.WORD for token in range(match.first, match.last))

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
        for tag, a, b, c, d in matcher.get_opcodes():
            one, other = Passage(begin + a, begin + b), Passage(start + c, start + d)
            self._of_original.setdefault(source, []).append(_Match(*one, other, tag == "equal"))
            self._of_rewrite.setdefault(number, []).append(_Match(*other, one, tag == "equal"))


def _instead(matches: Iterable[_Match], first: int, last: int) -> Passage | None:
    """Return the few tokens that stand where ``first`` to ``last`` stand, if any do."""
    for match in matches:
        if match.first <= first and last <= match.last:
            other = match.other
            if other.first < other.last and max(match.last - match.first, other.last - other.first) <= _LONGEST:
                return other
    return None


def _before(matches: Iterable[_Match], first: int) -> int | None:
    """Return the last token that stands for one before ``first``."""
    ends = [min(match.other.last, match.other.first + first - match.first) for match in matches
            if match.equal and match.first < first]  # fmt: skip
    return ends[-1] - 1 if ends else None


def lowers(document: Document, first: int, last: int) -> list[str]:
    """Return the lower-cased forms of some tokens."""
    tokens = document.tokens
    return [tokens.types[kind].lower for kind in tokens.ids[first:last]]


class Wording:
    """All words of a text, plain and in order, to ask whether a run of words stands in it."""

    def __init__(self, document: Document) -> None:
        self._text = f" {' '.join(plain_words(document, 0, len(document.tokens)))} "

    def has(self, words: Iterable[str]) -> bool:
        return f" {' '.join(words)} " in self._text


def plain_words(document: Document, first: int, last: int) -> list[str]:
    """Return the lower-cased words and figures among some tokens, contractions written out."""
    word = document.tokens.word
    return [
        _PLAIN.get(word(token).lower, word(token).lower)
        for token in range(first, last)
        if word(token).kind in (TokenKind.WORD, TokenKind.NUMBER)
    ]
