"""What the encoder makes of the words of a document."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

from paralint.data import mapped
from paralint.evidence.encoder.network import Window, judge
from paralint.evidence.encoder.odds import NOTHING, Odds
from paralint.evidence.encoder.weights import FILE, SORTS, Weights, decode
from paralint.evidence.encoder.wordpieces import Wordpieces
from paralint.text.document import Document
from paralint.values import NamedTuple

TOGETHER = 32  # windows that are judged at once: of all their pieces as much is kept as the network makes of them
_FULL_STOPS = frozenset(".?!")


class Word(NamedTuple):
    """A word as a network reads it.

    Attributes:
    token: where it begins.
    told: whether it is a word, no mark and no figure.
    opens: whether a window may begin with it: it begins a sentence or a block.
    """

    token: int
    told: bool
    opens: bool
    pieces: tuple[int, ...]
    case: int


def read(document: Document) -> Odds:
    """Read a document; a token is as odd as the oddest of its words.

    Raises:
        DataError: if the encoder cannot be read.
    """
    weights, wordpieces = load()
    found = Odds(*([NOTHING] * len(document.tokens) for _ in SORTS))
    words = list(words_of(document, wordpieces))
    lengths, opens = [len(word.pieces) for word in words], [word.opens for word in words]
    windows = [words[first:last] for first, last in cuts(lengths, opens, weights.sizes.window - 2)]
    for first in range(0, len(windows), TOGETHER):
        _read(windows[first : first + TOGETHER], weights, wordpieces, found)
    return found


def _read(windows: list[list[Word]], weights: Weights, wordpieces: Wordpieces, found: Odds) -> None:
    made, firsts, words = [], [], []
    offset = 0
    for window in windows:
        pieces, cases = [wordpieces.begin], [0]
        for word in window:
            if word.told:
                firsts.append(offset + len(pieces))
                words.append(word)
            pieces += word.pieces
            cases += [word.case] * len(word.pieces)
        made.append(Window([*pieces, wordpieces.end], [*cases, 0]))
        offset += len(pieces) + 1
    for word, judged in zip(words, judge(weights, made, firsts).tolist(), strict=True):
        for row, odd in zip(found, judged, strict=True):
            row[word.token] = max(row[word.token], odd)


def words_of(document: Document, wordpieces: Wordpieces) -> Iterator[Word]:
    """Yield the words of a document. Tokens that nothing parts are one string, as the encoder was taught: "don't"."""
    text, tokens = document.text, document.tokens
    starts, ends, count = tokens.starts, tokens.ends, len(tokens)
    blocks = frozenset(tokens.blocks)
    first, stopped = 0, True
    while first < count:
        last = first + 1
        while last < count and starts[last] == ends[last - 1] and last not in blocks:
            last += 1
        begin, token = starts[first], first
        opens = stopped or first in blocks
        for word in wordpieces.words(text[begin : ends[last - 1]]):
            while token + 1 < last and starts[token + 1] <= begin + word.start:
                token += 1
            form = text[begin + word.start]
            told = form.isalnum() and not text[begin + word.start : begin + word.end].isdigit()
            yield Word(token, told, opens or stopped, word.pieces, word.case)
            opens, stopped = False, form in _FULL_STOPS
        first = last


def cuts(lengths: Sequence[int], opens: Sequence[bool], size: int) -> Iterator[tuple[int, int]]:
    """Yield the first and last words, the last exclusive, of windows; cut before a sentence, if one begins in them.

    Args:
        lengths: of each word, in pieces.
        opens: whether a window may begin with the word.
        size: how many pieces go into a window.
    """
    first = pieces = opening = 0
    for number, length in enumerate(lengths):
        if opens[number]:
            opening = number
        if pieces + length > size and number > first:
            cut = opening if opening > first else number
            yield first, cut
            first, pieces = cut, sum(lengths[cut:number])
        pieces += length
    if first < len(lengths):
        yield first, len(lengths)


@lru_cache(maxsize=1)
def load() -> tuple[Weights, Wordpieces]:
    """Open the packaged encoder, once.

    Raises:
        DataError: if its file is missing, damaged or of another version.
    """
    weights = decode(mapped(FILE))
    return weights, Wordpieces(weights.pieces)
