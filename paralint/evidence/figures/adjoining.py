"""A sentence with its figures marked and the one before it, read as one text."""

from __future__ import annotations

from paralint.evidence.figures.figured import Figured
from paralint.evidence.measures.quantities import Quantity
from paralint.evidence.restatements.conflicts import Conflict
from paralint.findings import Span
from paralint.text import lazy
from paralint.text.document import Document

ANY_COUNT = lazy.pattern(r"[#@]c\d+")


class Pair:
    """A sentence, and the one before it in its paragraph, as one text; the marks of that one have ``@`` for ``#``."""

    def __init__(self, document: Document, before: Figured | None, sentence: Figured) -> None:
        self.document, self.sentence = document, sentence
        near = before is not None and document.sentence_of(before.tokens[0]) + 1 == document.sentence_of(
            sentence.tokens[0]
        )
        self.before = before if near else None
        self.first = self.before.text.replace("#", "@") + " " if self.before else ""
        self.text = self.first + sentence.text

    def figure(self, mark: str) -> Quantity:
        """Return the figure that a mark stands for."""
        if mark[0] == "@" and self.before is not None:
            return self.before.figure("#" + mark[1:])
        return self.sentence.figure(mark)

    def span(self, start: int, end: int) -> Span:
        """Return the place of a part of the text, by offsets into it."""
        cut = len(self.first)
        if start < cut and self.before is not None:
            return self.before.span(self.document, start, min(end, cut - 1))
        return self.sentence.span(self.document, start - cut, end - cut)

    def place(self, mark: str) -> Span:
        """Return the place of the figure that a mark stands for."""
        each = self.figure(mark)
        return self.document.tokens.span(each.first, each.last)


def disproportion(here: Span, there: Span, reason: str) -> Conflict:
    """Return the conflict of a figure with the one that leaves no room for it."""
    return Conflict("proportion", here, there, 1.0, reason)


def of_figure(document: Document, each: Quantity) -> Span:
    """Return the place of a figure."""
    return document.tokens.span(each.first, each.last)
