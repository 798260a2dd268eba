"""Quotations that a rewrite has changed, lost or made up.

Quoted words belong to who said them, so a rewrite may cut a quotation or tell it in its own words without marks, but
not put other words between the marks. Words are compared without case and punctuation.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from difflib import SequenceMatcher

from paralint.evidence.originals.carried import Correspondence, Difference, Wording, plain_words
from paralint.evidence.originals.collation import Collation
from paralint.evidence.quotations.quotations import quotations
from paralint.evidence.restatements.restatements import Passage
from paralint.text.document import Document
from paralint.text.words import TokenKind
from paralint.values import NamedTuple

_FEWEST = 4  # words of a quotation that is looked for
_LIKE = 0.5  # share of its words from which a quotation is another one changed
_MOST = 64  # paragraphs with one word that are looked at
_LONGEST = 400  # words of a quotation; a longer one is a text of its own
_NEAR = 1  # equal words between two changes that are told as one
_INTERRUPTED = 3  # tokens from one word to the next from which on something stands between that is not quoted
_SEPARATE = 6  # changes of one quotation that are told one by one


class _Words(NamedTuple):
    """The words of a quotation, or of all quotations of a paragraph: their forms and their tokens."""

    forms: tuple[str, ...]
    tokens: tuple[int, ...]
    closed: bool = True


def quotation_differences(collation: Collation, places: Correspondence) -> Iterator[Difference]:
    """Yield what the quotations of the two texts do not share."""
    original, rewrite = collation.original, collation.rewrite
    before, after = _quoted(original), _quoted(rewrite)
    said, told = Wording(original), Wording(rewrite)
    added, lost = frozenset(collation.added), frozenset(collation.lost)
    sources = _by_block(original, before)
    quoting = _Paragraphs({block: Counter(words.forms) for block, words in sources.items()})
    for quotation in after:
        block = rewrite.block_of(quotation.tokens[0])
        if block in added or said.has(quotation.forms):
            continue
        source = quoting.likest(Counter(quotation.forms), collation.sources[block])
        if source is not None:
            yield from _changes(collation, sources[source], quotation)
        elif quotation.closed:
            here = rewrite.tokens.span(quotation.tokens[0], quotation.tokens[-1] + 1)
            yield Difference("added-quotation", here, None, rewrite.quote(here))
    bounds = rewrite.tokens.blocks
    telling = {
        block: Counter(plain_words(rewrite, bounds[block], bounds[block + 1])) for block in range(len(rewrite.blocks))
    }
    paragraphs = _Paragraphs(telling)
    for quotation in before:
        if original.block_of(quotation.tokens[0]) in lost or told.has(quotation.forms):
            continue
        if paragraphs.likest(Counter(quotation.forms)) is None:
            there = original.tokens.span(quotation.tokens[0], quotation.tokens[-1] + 1)
            here, _ = places.in_rewrite(quotation.tokens[0], quotation.tokens[0] + 1)
            yield Difference("lost-quotation", here, there, original.quote(there))


def _quoted(document: Document) -> list[_Words]:
    """Return the quotations that stand in no other one and are long enough to be looked for."""
    found = []
    for quotation in document.derive(quotations).found:
        if quotation.depth:
            continue
        words = _words(document, quotation.first, quotation.last, closed=quotation.closing is not None)
        if _FEWEST <= len(words.forms) <= _LONGEST:
            found.append(words)
    return found


def _words(document: Document, first: int, last: int, *, closed: bool = True) -> _Words:
    word = document.tokens.word
    kept = tuple(token for token in range(first, last) if word(token).kind in (TokenKind.WORD, TokenKind.NUMBER))
    return _Words(tuple(plain_words(document, first, last)), kept, closed)


def _by_block(document: Document, quoted: list[_Words]) -> dict[int, _Words]:
    found: dict[int, _Words] = {}
    for words in quoted:
        block = document.block_of(words.tokens[0])
        known = found.get(block, _Words((), ()))
        found[block] = _Words(known.forms + words.forms, known.tokens + words.tokens)
    return found


class _Paragraphs:
    """The words of paragraphs, to find the one that has most of some words."""

    def __init__(self, counts: dict[int, Counter[str]]) -> None:
        self._counts = counts
        self._index: dict[str, list[int]] = {}
        for block, words in counts.items():
            for word in words:
                self._index.setdefault(word, []).append(block)

    def likest(self, words: Counter[str], expected: int | None = None) -> int | None:
        """Return the paragraph that has most of ``words``, if it has enough; of equal ones the expected one."""
        # Half of the words are shared, so at least one of the rarer half of them is.
        rarest = sorted(words, key=lambda word: (len(self._index.get(word, ())), word))[: len(words) // 2 + 1]
        near = dict.fromkeys(block for word in rarest for block in self._index.get(word, ())[:_MOST])
        shares = {block: (words & self._counts[block]).total() for block in near}
        best = max(shares, key=lambda block: (shares[block], block == expected, -block), default=None)
        return best if best is not None and shares[best] >= _LIKE * words.total() else None


def _changes(collation: Collation, source: _Words, quotation: _Words) -> Iterator[Difference]:
    """Yield the places where a quotation departs from its source: what is cut from its ends is no change."""
    original, rewrite = collation.original, collation.rewrite
    matcher = SequenceMatcher(None, source.forms, quotation.forms, autojunk=False)
    runs: list[tuple[Passage, Passage]] = []
    blocks = [block for block in matcher.get_matching_blocks() if block.size]
    if not blocks:
        return
    for tag, a, b, c, d in matcher.get_opcodes():
        if tag == "equal" or (tag == "delete" and (c == 0 or c == len(quotation.forms))):
            continue
        if not quotation.closed and c >= blocks[-1].b + blocks[-1].size:
            continue  # without a closing mark nobody knows where the quotation ends
        if tag == "replace" and c == 0:
            a = max(a, b - (d - c) - 1)  # the words of the source before it belong to what was cut
        if tag == "replace" and d == len(quotation.forms):
            b = min(b, a + (d - c) + 1)
        one, other = Passage(a, b), Passage(c, d)
        if runs and c - runs[-1][1].last <= _NEAR:
            one, other = Passage(runs[-1][0].first, b), Passage(runs[-1][1].first, d)
            runs.pop()
        runs.append((one, other))
    for one, other in runs[:_SEPARATE]:
        # Where words are only left out, the words on both sides of the gap are shown.
        if other.first == other.last:
            one, other = Passage(one.first - 1, one.last + 1), Passage(other.first - 1, other.last + 1)
        if one.first == one.last:
            one, other = (Passage(max(0, one.first - 1), min(len(source.forms), one.last + 1)),
                          Passage(max(0, other.first - 1), min(len(quotation.forms), other.last + 1)))  # fmt: skip
        one = _without_gap(source, one)
        here = rewrite.tokens.span(quotation.tokens[other.first], quotation.tokens[other.last - 1] + 1)
        there = original.tokens.span(source.tokens[one.first], source.tokens[one.last - 1] + 1)
        said = original.quote(there)
        whole = "\n" not in said and not set(said) & set('"“”«»')
        yield Difference("changed-quotation", here, there, rewrite.quote(here), said, said if whole else None)


def _without_gap(words: _Words, passage: Passage) -> Passage:
    """Return the beginning of a passage up to where its quotation is interrupted."""
    for index in range(passage.first + 1, passage.last):
        if words.tokens[index] - words.tokens[index - 1] > _INTERRUPTED:
            return Passage(passage.first, index)
    return passage
