"""Damage at marks that close nothing: what they should close has lost its first mark, or has been closed before."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict, deque
from collections.abc import Iterator

from paralint.evidence.quotations import attribution
from paralint.evidence.quotations.damage import Damage, Defect
from paralint.evidence.quotations.excerpts import (
    FAR,
    LAST_WORD,
    LINE,
    SENTENCE_START,
    behind_blanks,
    first_words,
    insertion,
    without_blanks,
)
from paralint.evidence.quotations.marks import Family, Mark
from paralint.evidence.quotations.quotations import Quotations
from paralint.findings import Edit, Span
from paralint.text.document import Document
from paralint.text.lazy import pattern

_STRAYS = 50  # stray marks of a paragraph up to which each is told from what stands before them all
_CLAUSE = pattern(r"(?<=[\w’'],\s)[^,]{8,60}$|(?:\S+\s+){0,3}\S+$")
# A single mark that opens, with nothing but words and apostrophes behind it.
_SINGLE_OPENED = pattern(
    r"(?:(?<=[\s(\[—–])|^)'(?=[^\W\d])(?!(?:em|til|cause|bout|twas|tis|n)\b)(?:[^'\"“”‘’`\n]|(?<=\w)['’](?=\w)){2,80}$"
)
_CARRIED = 3  # paragraphs from a mark that was left at the end of a line to the one that closes


def of_strays(document: Document, layer: Quotations, mixed: set[tuple[int, int]]) -> Iterator[Defect]:
    """Yield the damage at marks that close nothing, but for those that are told of elsewhere."""
    if not layer.strays:
        return
    closings: defaultdict[tuple[int, Family], list[Mark]] = defaultdict(list)
    for quotation in layer.found:
        if quotation.closing is not None:
            closings[quotation.closing.block, quotation.opening.family].append(quotation.closing)
    for found in closings.values():
        found.sort(key=lambda closing: closing.end)
    last: deque[Mark] = deque(maxlen=_STRAYS)
    moved: Mark | None = None
    for mark in layer.strays:
        if moved is not None and moved.block < mark.block <= moved.block + _CARRIED:
            moved = None  # it closes what the mark at the end of the line before should have opened
            continue
        moved = mark if _ends_its_line(document, mark) else None
        if (mark.block, mark.at) in mixed:
            continue
        same = closings[mark.block, mark.family]
        number = bisect_right(same, mark.at, key=lambda closing: closing.end)
        many = len(last) == _STRAYS and last[0].block == mark.block
        yield _of_stray(document, mark, same[number - 1] if number else None, last[0].end if many else 0)
        last.append(mark)


def _ends_its_line(document: Document, mark: Mark) -> bool:
    """Whether a straight mark stands behind the stop that ends a paragraph: it may belong to the next one."""
    text = document.blocks[mark.block].text.rstrip()
    return mark.straight and mark.end == len(text) and text[mark.at - 1 : mark.at] in (".", "!", "?")


def _of_stray(document: Document, mark: Mark, before: Mark | None, start: int) -> Defect:
    """Return the damage at a mark that closes nothing.

    Args:
        before: the mark of its family that closes the last quotation before it.
        start: from where on the text is searched, unless a quotation ends behind it.
    """
    block = document.blocks[mark.block]
    text = block.text
    beside = without_blanks(text, mark.at)
    if before is not None and before.end == beside:
        word = LAST_WORD.search(text, max(0, before.at - FAR), before.at)
        return Defect(
            Damage.DOUBLED,
            block.locate(word.start() if word and not text[before.at - 1].isspace() else before.at, mark.end),
            mark.text,
            edits=(Edit(block.locate(beside, mark.end), ""),),
        )
    start = max(start, before.end) if before is not None else start
    single = _SINGLE_OPENED.search(text, start, mark.at) if mark.family is Family.DOUBLE else None
    if single:
        span = block.locate(single.start(), mark.end)
        return Defect(Damage.MIXED, span, "'", "'", edits=(Edit(mark.span, "'"),))
    place = start
    attributed = before is not None and attribution.BEHIND.match(text, start) is not None
    for match in SENTENCE_START.finditer(text, start, mark.at):
        if match.end() < beside:
            place = match.end()
            if attributed and place > start:
                break  # behind "“…,” said Roe." the speaker goes on
    shown = place
    for match in attribution.INTRODUCTION.finditer(text, start, mark.at):
        place, shown = match.end(), match.start()
    place = behind_blanks(text, place)
    shown = behind_blanks(text, max(shown, place) if shown < start else shown)
    if mark.end - shown <= LINE:
        span = block.locate(shown, mark.end)
    elif attribution.REPORTED.search(text, place, mark.at) or attribution.TOLD.search(text, place, mark.at):
        last_clause = _CLAUSE.search(text, place, mark.at)  # the writer begins the sentence, and the speaker ends it
        span = block.locate(last_clause.start() if last_clause else mark.at, mark.end)
    else:
        span = Span(block.locate(shown, shown).start, first_words(block, place, mark.at).end)
    return Defect(Damage.UNOPENED, span, mark.text, mark.opening, mark.span, insertion(block, place, mark.opening))
