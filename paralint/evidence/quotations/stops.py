"""Commas and full stops where a quoted sentence ends."""

from __future__ import annotations

from collections.abc import Iterator

from paralint.evidence.quotations import attribution
from paralint.evidence.quotations.damage import Damage, Defect
from paralint.evidence.quotations.excerpts import BLANKS, SENTENCE_START, last_words
from paralint.evidence.quotations.marks import Mark
from paralint.evidence.quotations.pairing import End
from paralint.evidence.quotations.quotations import Quotation, Quotations
from paralint.findings import Edit
from paralint.text.blocks import BlockKind
from paralint.text.document import Document

_LEAST_INSIDE = 4  # quoted sentences with the stop inside their marks for each that has it outside: a custom
FEWEST_LETTERS = 12  # of a quoted sentence: what is shorter is a word that is spoken of


def dangling(document: Document, opening: Mark, closing: Mark) -> Iterator[Defect]:
    """A quotation that ends its paragraph with a comma, and nobody goes on."""
    home = document.blocks[closing.block]
    ends = home.text.endswith(",", 0, closing.at) and BLANKS.fullmatch(home.text, closing.end)
    if not ends or home.kind is not BlockKind.PARAGRAPH or closing.at - opening.end <= 1:
        return
    if _goes_on(document, closing.block):
        return
    last = last_words(home.text, 0, closing.at)
    start = last.start() if last else closing.at - 1
    if closing.block == opening.block:
        start = max(start, opening.at)
    stop = Edit(home.locate(closing.at - 1, closing.at), ".")
    yield Defect(Damage.DANGLING, home.locate(start, closing.end), closing.text, edits=(stop,))


def without_comma(document: Document, layer: Quotations) -> Iterator[Defect]:
    """Yield the quoted sentences that lead to their attribution without a comma: “Nobody came” she said."""
    for quotation in layer.found:
        opening, closing = quotation.opening, quotation.closing
        if quotation.end is not End.MARK or closing is None or closing.block != opening.block:
            continue
        text = document.blocks[opening.block].text
        stop = text[closing.at - 1]
        spaced = text[closing.end : closing.end + 1].isspace()
        if not spaced or not (stop.isalnum() or stop == ".") or not _is_sentence(text, opening):
            continue
        clause = attribution.BEHIND.match(text, closing.end)
        if (
            clause is not None
            and (stop != "." or clause[0].lstrip()[0].islower())
            and attribution.ENDS.match(text, clause.end())
        ):
            block = document.blocks[opening.block]
            last = last_words(text, opening.end, closing.at)
            start = last.start() if last else closing.at
            edits = (Edit(block.locate(closing.at - (stop == "."), closing.at), ","),)
            yield Defect(Damage.NO_COMMA, block.locate(start, clause.end()), closing.text, edits=edits)


def _is_sentence(text: str, opening: Mark) -> bool:
    """Whether what is quoted is a sentence of its own: it begins one, with a capital."""
    begins = not opening.at or SENTENCE_START.search(text, max(0, opening.at - 8), opening.at) is not None
    return begins and text[opening.end : opening.end + 1].isupper()


def outside(document: Document, layer: Quotations) -> Iterator[Defect]:
    """Yield quoted sentences with their stop behind the closing mark, where the text has it before that mark."""
    inside = 0
    outside: list[Quotation] = []
    for quotation in layer.found:
        opening, closing = quotation.opening, quotation.closing
        if quotation.depth or quotation.end is not End.MARK or closing is None or closing.block != opening.block:
            continue
        text = document.blocks[opening.block].text
        if not _is_sentence(text, opening) or closing.at - opening.end < FEWEST_LETTERS:
            continue
        if text[closing.at - 1] in ".,":
            inside += 1
        elif text[closing.at - 1].isalnum() and (
            text[closing.end : closing.end + 1] == "."
            or (text[closing.end : closing.end + 1] == "," and attribution.BEHIND.match(text, closing.end + 1))
        ):
            outside.append(quotation)
    if inside < _LEAST_INSIDE * len(outside):
        return
    strays = {mark.block: mark.at for mark in layer.strays}
    for quotation in outside:
        closing = quotation.closing
        assert closing is not None
        if strays.get(closing.block, -1) > closing.end + 2:
            continue  # the mark behind the attribution has been moved there, and is told of
        block = document.blocks[closing.block]
        stop = block.text[closing.end]
        last = last_words(block.text, quotation.opening.end, closing.at)
        edits = (Edit(block.locate(closing.at, closing.end + 1), stop + closing.text),)
        span = block.locate(last.start() if last else closing.at, closing.end + 1)
        yield Defect(Damage.OUTSIDE, span, stop, stop + closing.text, edits=edits)


def _goes_on(document: Document, number: int) -> bool:
    following = document.blocks[number + 1].text if number + 1 < len(document.blocks) else ""
    return following[:1].islower()
