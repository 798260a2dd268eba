"""Marks that are set otherwise than those of the rest of the text: of another language, or with a space inside."""

from __future__ import annotations

from collections.abc import Iterator

from paralint.evidence.quotations.damage import Damage, Defect
from paralint.evidence.quotations.excerpts import FIRST_WORDS, first_words, last_words, up_to
from paralint.evidence.quotations.marks import Mark
from paralint.evidence.quotations.quotations import Quotation, Quotations
from paralint.findings import Edit
from paralint.text.blocks import Block
from paralint.text.document import Document
from paralint.text.lazy import pattern

_BESIDE_A_SPACE = frozenset(("'", '"', "‘", "’", "…"))  # that may stand off from the mark behind or before it
_STRANGERS = 3  # quotations with marks that a text has otherwise
_GUILLEMET = pattern("[«»]")


def is_stranger(layer: Quotations, opening: Mark) -> bool:
    """Tell whether a text hardly ever has the marks of a quotation, and others again and again."""
    marks = layer.openings
    return marks[opening.text] < _STRANGERS <= max(marks["“"], marks['"'])


def lone_guillemets(document: Document, layer: Quotations) -> Iterator[Defect]:
    """Yield the marks of another language that stand alone in a text that has English ones: “It rains,” she said.»"""
    if "»" not in document.text and "«" not in document.text:
        return
    marks = layer.openings
    if max(marks["“"], marks['"']) < _STRANGERS:
        return
    for block in document.blocks:
        found = [match.start() for match in _GUILLEMET.finditer(block.text)]
        if len(found) == 1:
            last = last_words(block.text, 0, found[0])
            closes = block.text[found[0]] == "»"
            span = block.locate(last.start() if last and closes else found[0], found[0] + 1)
            edits = (Edit(block.locate(found[0], found[0] + 1), ""),)
            yield Defect(Damage.UNOPENED if closes else Damage.UNCLOSED, span, block.text[found[0]], "“", edits=edits)


def foreign(block: Block, quotation: Quotation) -> Defect:
    """Return the damage where the marks of another language stand around a quotation."""
    opening, closing = quotation.opening, quotation.closing
    assert closing is not None
    end = closing.end if closing.block == opening.block else len(block.text)
    return Defect(Damage.MIXED, up_to(block, opening.at, end, first_words(block, opening.at, end)), "“", "”")


def spaced(document: Document, layer: Quotations) -> Iterator[Defect]:
    """Yield the marks with a space on their inner side, in a text that has none there otherwise: “ It rained.”"""
    found = []
    for quotation in layer.found:
        text = document.blocks[quotation.opening.block].text
        for mark in (quotation.opening, quotation.closing):
            if mark is None or mark.text not in ("“", "”") or mark.block != quotation.opening.block or mark.wrong_way:
                continue
            opens = mark is quotation.opening
            inner = text[mark.end : mark.end + 3] if opens else text[max(0, mark.at - 3) : mark.at][::-1]
            # “ ... I was paid”, and a thin space between two marks: “ ‘We lost,’ ”
            if inner[:1] == " " and inner[1:] != ".." and inner[1:2] not in _BESIDE_A_SPACE:
                found.append(mark)
    if not found or len(found) * _STRANGERS > len(layer.found):
        return
    for mark in found:
        block = document.blocks[mark.block]
        opens = mark.text == "“"
        if opens:
            words = FIRST_WORDS.match(block.text, mark.at)
            shown = block.locate(mark.at, words.end() if words else mark.end)
        else:
            last = last_words(block.text, 0, mark.at - 1)
            shown = block.locate(last.start() if last else mark.at, mark.end)
        space = block.locate(mark.end, mark.end + 1) if opens else block.locate(mark.at - 1, mark.at)
        yield Defect(Damage.SPACED, shown, mark.text, edits=(Edit(space, ""),))
