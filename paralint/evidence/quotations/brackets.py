"""Brackets: which pair, which do not, and which are glued to the word behind them."""

from __future__ import annotations

from paralint.evidence.quotations.damage import Damage, Defect
from paralint.findings import Edit
from paralint.text import lazy
from paralint.text.blocks import BlockKind
from paralint.text.document import Document

_BRACKET = lazy.pattern(r"[()\[\]{}]")
_CLOSING = {"(": ")", "[": "]", "{": "}"}
_OPENING = {closing: opening for opening, closing in _CLOSING.items()}
_ENUMERATOR = lazy.pattern(r"(?:^|[\s(,;:.])(?:\d{1,3}|[A-Za-z]|[ivxIVX]{1,5})\.?$")
_FACE = lazy.pattern(r"(?:^|(?<=\s))[:;=8xX]['’]?[-o^]?$|[:;=][-o^]?$")
_GLUED_END = lazy.pattern(r"[)\]][A-Z]")
_GLUED = lazy.pattern(r"(?:^|\s)(?:\[\w[\w\s,.-]*\w\]|\(\w[\w\s,.-]*\w\))(?P<word>[A-Z]['’\w]*)")
_SHORT = 60  # code points: so far apart two brackets of different kinds may still be meant as a pair
_DEPTH = 9  # brackets open at once
_WORDS = lazy.pattern(r"(?:\S+\s+){0,2}\S+")
_BEFORE = lazy.pattern(r"(?:\S+\s+)?\S*$")
_FAR = 120  # code points on either side of a bracket that are searched for the words that are shown with it


def bracket_defects(document: Document) -> tuple[Defect, ...]:
    """Return the damage to brackets; use it as ``document.derive(bracket_defects)``.

    A remark in brackets may run over paragraphs, so what one block leaves open another may close. Enumerators
    (``1)``, ``b)``) and faces (``:)``) are no brackets.
    """
    found: list[Defect] = []
    pending: list[tuple[int, int]] = []  # block and place of what stands open
    for number, block in enumerate(document.blocks):
        text = block.text
        for match in _GLUED.finditer(text) if _GLUED_END.search(text) else ():
            at = match.start("word")
            if match.group().strip().isupper():
                continue  # a mark of trade: (PRODUCT)RED
            found.append(
                Defect(
                    Damage.GLUED,
                    block.locate(match.start() + (text[match.start()].isspace()), match.end()),
                    text[at - 1],
                    edits=(Edit(block.locate(at, at), " "),),
                )
            )
        if block.kind is BlockKind.CELL:
            continue
        for match in _BRACKET.finditer(text):
            bracket, at = match[0], match.start()
            if bracket in _CLOSING:
                if not _FACE.search(text, max(0, at - 3), at):
                    pending.append((number, at))
                continue
            partner = _partner(document, pending, bracket)
            if partner is not None:
                found += [_unclosed(document, *place) for place in pending[partner + 1 :]]
                del pending[partner:]
            elif pending and pending[-1][0] == number and at - pending[-1][1] <= _SHORT:
                found.append(_mixed(document, pending.pop(), at))
            elif not (_FACE.search(text, max(0, at - 3), at) or _ENUMERATOR.search(text, max(0, at - 6), at)):
                found.append(_unopened(document, number, at))
    found += [_unclosed(document, *place) for place in pending]
    return tuple(sorted(found, key=lambda defect: defect.span))


def _partner(document: Document, pending: list[tuple[int, int]], closing: str) -> int | None:
    """Return which of the brackets that stand open a closing one closes: the innermost of its kind."""
    for place in range(len(pending) - 1, max(-1, len(pending) - _DEPTH), -1):
        number, at = pending[place]
        if document.blocks[number].text[at] == _OPENING[closing]:
            return place
    return None


def _mixed(document: Document, opening: tuple[int, int], at: int) -> Defect:
    number, start = opening
    block = document.blocks[number]
    expected = _CLOSING[block.text[start]]
    edits = (Edit(block.locate(at, at + 1), expected),)
    return Defect(Damage.BRACKET, block.locate(start, at + 1), block.text[start], expected, edits=edits)


def _unclosed(document: Document, number: int, at: int) -> Defect:
    block = document.blocks[number]
    bracket = block.text[at]
    match = _WORDS.match(block.text, at, at + _FAR)
    span = block.locate(at, match.end() if match else at + 1)
    return Defect(Damage.BRACKET, span, bracket, _CLOSING[bracket])


def _unopened(document: Document, number: int, at: int) -> Defect:
    block = document.blocks[number]
    bracket = block.text[at]
    before = _BEFORE.search(block.text, max(0, at - _FAR), at)
    span = block.locate(before.start() if before else at, at + 1)
    return Defect(Damage.BRACKET, span, bracket, _OPENING[bracket])
