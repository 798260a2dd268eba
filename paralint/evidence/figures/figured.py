"""Sentences with their figures marked, so that what joins the figures can be read by one regular expression.

"The crew of 12 had eight men and about 5 women" becomes ``the crew of #c0 had #c1 men and #c2 women``: lower-cased
tokens with one space between them, each quantity, its hedge and unit included, replaced by ``#``, a letter for its
measure and its number in the sentence.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from paralint.evidence.measures.quantities import Quantity, quantities
from paralint.evidence.measures.units import Measure
from paralint.evidence.restatements.conflicts import Conflict
from paralint.findings import Span
from paralint.text import lazy
from paralint.text.document import Document
from paralint.values import NamedTuple

_LETTERS = {
    Measure.COUNT: "c", Measure.MONEY: "m", Measure.PERCENT: "p", Measure.RATIO: "r", Measure.DURATION: "d",
    Measure.AGE: "a", Measure.ORDINAL: "o", Measure.CLOCK: "t",
}  # fmt: skip
OWNED = r"(?:the|its|their|his|her|these|those)"
"""Stands before the number of a whole that is known: of *the* nine, of *its* 40 members."""
MARK = lazy.pattern(r"#[a-z]\d+")


class Figured(NamedTuple):
    """A sentence with its figures marked.

    Attributes:
        text: the tokens, lower-cased and joined by spaces, figures marked.
        words: the tokens outside its figures: what an expression needs among them is looked for first.
        known: its quantities; ``#c3`` stands for the fourth.
        places: the first character of each piece of the text.
        tokens: the first token of each piece, closed by the end of the sentence.
        block: the number of its block.
    """

    text: str
    words: frozenset[str]
    known: Sequence[Quantity]
    places: Sequence[int]
    tokens: Sequence[int]
    block: int

    def span(self, document: Document, start: int, end: int) -> Span:
        """Return where the pieces between two offsets of the text stand in the document."""
        first = bisect_right(self.places, start) - 1
        last = bisect_right(self.places, max(start, end - 1)) - 1
        return document.tokens.span(self.tokens[first], self.tokens[last + 1])

    def figure(self, mark: str) -> Quantity:
        """Return the quantity of a mark, as of ``#c3``."""
        return self.known[int(mark[2:])]

    def figures(self, text: str) -> list[Quantity]:
        """Return the quantities whose marks stand in a part of the text."""
        return [self.figure(mark) for mark in MARK.findall(text)]

    def refuted(self, document: Document, slot: str, here: str, there: str, reason: str) -> Conflict:
        """Return the conflict of the figures of two marks; the first is reported."""
        one, other = self.figure(here), self.figure(there)
        tokens = document.tokens
        return Conflict(slot, tokens.span(one.first, one.last), tokens.span(other.first, other.last), 1.0, reason)


def figured(document: Document) -> tuple[Figured, ...]:
    """Return the sentences that have a figure, marked, in text order (a layer: see ``Document.derive``)."""
    return tuple(_all(document, hedged=True))


def bare(document: Document) -> tuple[Figured, ...]:
    """Return the same sentences with the hedges of their figures left as words: "more than #c1" may compare."""
    return tuple(_all(document, hedged=False))


def without_figures(document: Document, having: Iterable[str]) -> Iterator[Figured]:
    """Yield the sentences that have no figure, but one of some words, in text order: dates are told in such, too."""
    kinds = (kind for word in having for kind in document.by_lower.get(word, ()))
    numbers = {document.sentence_of(place) for kind in kinds for place in document.places[kind]}
    numbers -= {document.sentence_of(each.first) for each in document.derive(quantities)}
    return (_marked(document, number, (), hedged=True) for number in sorted(numbers))


def _all(document: Document, *, hedged: bool) -> Iterator[Figured]:
    known = document.derive(quantities)
    for number, group in groupby(known, key=lambda each: document.sentence_of(each.first)):
        yield _marked(document, number, list(group), hedged)


def _marked(document: Document, number: int, known: Sequence[Quantity], hedged: bool) -> Figured:
    lowers = document.lowers
    token, end = document.tokens.sentences[number : number + 2]
    pieces: list[str] = []
    tokens: list[int] = []
    for index, quantity in enumerate(known):
        first = max(token, quantity.hedged if hedged else quantity.first)
        pieces += lowers[token:first]
        tokens += range(token, first)
        pieces.append(f"#{_LETTERS.get(quantity.measure, 'l')}{index}")
        tokens.append(first)
        token = min(quantity.last, end)
    pieces += lowers[token:end]
    tokens += range(token, end)
    places = []
    place = 0
    for piece in pieces:
        places.append(place)
        place += len(piece) + 1
    return Figured(" ".join(pieces), frozenset(pieces), known, places, [*tokens, end], document.block_of(tokens[0]))
