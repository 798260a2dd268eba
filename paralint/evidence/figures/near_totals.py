"""Parts that all but make their whole, in damaged texts: one of the figures has changed.

"12 schools … Results rose in seven, fell in two and did not change in four", "63 points … 58 of them had been done and
the other six", "55 per cent … and 37 per cent. The remaining 18 per cent", "a crew of 16 … 19 of the men". In sound
news parts that miss a whole by one or two are mostly not its parts; where a text is damaged otherwise, and words tell
that nothing is left out, they are.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations

from paralint.evidence.figures.figure_slots import is_slip
from paralint.evidence.figures.figured import Figured, figured
from paralint.evidence.measures.quantities import Hedge, Quantity
from paralint.evidence.measures.units import Measure
from paralint.evidence.restatements.conflicts import Conflict, without_repeats
from paralint.evidence.words.closed import words
from paralint.text import lazy
from paralint.text.document import Document

_COMPLETE = words(
    "other others remaining rest not no against abstained drawn independent independents unchanged neither"
)
_BEHIND_BODY = 3  # sentences in which a body's parts are told
_BEHIND = 5  # words behind the last part
_BEFORE = 2  # sentences before the parts in which their whole may be told
_FEWEST = 5  # of which a whole is made
_MISSED = 2  # by which parts may miss it
_MOST = 4  # parts
_FIGURES = 8  # of a passage that are held against one another: a table has more
_NEARLY = range(88, 126)  # per cent that shares make if one of them has changed
_ROUNDED = 1.01  # per cent
_BODY = lazy.pattern(
    r"\b(?:crew|team|group|party|staff|panel|squad|delegation|jury|choir|orchestra|convoy|fleet|class|crowd|audience|"
    r"congregation|platoon|flock|herd|cast) of (?P<whole>#c\d+)(?!(?: [a-z-]+){1,2} and #c)"
)
_OF_THE = lazy.pattern(r"(?P<part>#c\d+) of (?:the|its|their|them|those|these)\b")
_REST = lazy.pattern(r"\b(?:the|its|their|his|her) (?:remaining|other|rest ,) (?P<rest>#[cpml]\d+)")


def near_totals(document: Document) -> tuple[Conflict, ...]:
    """Return the conflicts near-total of a document (a layer: see ``Document.derive``)."""
    sentences = document.derive(figured)
    found: list[Conflict] = []
    for index, sentence in enumerate(sentences):
        if " of #c" in sentence.text:
            found += _bodies(document, sentences[index : index + _BEHIND_BODY])
        if not _COMPLETE.isdisjoint(sentence.words):
            before = [
                each
                for earlier in sentences[max(0, index - _BEFORE) : index]
                if earlier.block == sentence.block
                for each in earlier.known
            ]
            found += _lists(document, sentence, before)
            found += _rests(document, sentence, before)
    return without_repeats(found)


def _lists(document: Document, sentence: Figured, before: Sequence[Quantity]) -> Iterator[Conflict]:
    """Find counts that stand side by side and miss a whole told before them."""
    counts = [each for each in sentence.known if _is_plain(each, Measure.COUNT)]
    wholes = [each for each in before if _is_plain(each, Measure.COUNT)][-_FIGURES:]
    if not 1 < len(counts) <= _FIGURES or _may_make([each.value for each in counts], [each.value for each in wholes]):
        return
    for size in range(min(_MOST, len(counts)), 1, -1):
        for first in range(len(counts) - size + 1):
            parts = counts[first : first + size]
            missed = _missed(document, parts, [*wholes, *counts[:first]]) if _completed(document, parts) else None
            if missed is not None:
                yield missed
                return


def _completed(document: Document, parts: Sequence[Quantity]) -> bool:
    """Whether words between or behind counts tell that nothing is left out."""
    end = document.tokens.sentences[document.sentence_of(parts[0].first) + 1]
    return not _COMPLETE.isdisjoint(document.lowers[parts[0].last : min(end, parts[-1].last + _BEHIND)])


def _missed(document: Document, parts: Sequence[Quantity], known: Sequence[Quantity]) -> Conflict | None:
    """Return the conflict of parts with the last whole that they miss by little; None if there is none."""
    total, largest = sum(each.value for each in parts), max(each.value for each in parts)
    for whole in reversed(known):
        if whole.value >= max(_FEWEST, largest) and 0 < abs(whole.value - total) <= _MISSED:
            tokens = document.tokens
            here, there = tokens.span(parts[-1].first, parts[-1].last), tokens.span(whole.first, whole.last)
            return Conflict("share", here, there, 1.0, f"the parts make {total:,g}")
    return None


def _may_make(parts: Sequence[float], wholes: Sequence[float]) -> bool:
    """Whether some of the parts make a whole, or another part."""
    known = {*wholes, *parts}
    return any(sum(some) in known for size in range(2, _MOST + 1) for some in combinations(parts, size))


def _rests(document: Document, sentence: Figured, before: Sequence[Quantity]) -> Iterator[Conflict]:
    """Find "the remaining 18 per cent", "the other six", "the remaining $90,000" that no two figures leave."""
    for match in _REST.finditer(sentence.text):
        rest = sentence.figure(match["rest"])
        if not _is_plain(rest, rest.measure):
            continue
        known = [
            each
            for each in (*before, *sentence.known)
            if each.first < rest.first and _is_plain(each, rest.measure) and each.unit == rest.unit
        ][-_FIGURES:]
        reason = _percent(rest, known) if rest.measure is Measure.PERCENT else _left(rest, known)
        if reason:
            tokens = document.tokens
            here, there = tokens.span(rest.first, rest.last), tokens.span(known[-1].first, known[-1].last)
            yield Conflict("share", here, there, 1.0, reason)


def _bodies(document: Document, sentences: Sequence[Figured]) -> Iterator[Conflict]:
    """Find "a freighter with a crew of 16 sank; 19 of the men were saved"."""
    first = sentences[0]
    for body in _BODY.finditer(first.text):
        whole = first.figure(body["whole"])
        parts = (
            sentence.figure(match["part"])
            for sentence in sentences
            if sentence.block == first.block
            for match in _OF_THE.finditer(sentence.text)
        )
        for part in parts:
            if part.first > whole.first and _is_plain(part, Measure.COUNT) and part.low > whole.high:
                tokens = document.tokens
                here, there = tokens.span(part.first, part.last), tokens.span(whole.first, whole.last)
                yield Conflict("share", here, there, 1.0, "a part is never more than the whole")


def _percent(rest: Quantity, known: Sequence[Quantity]) -> str:
    told = ""
    for size in range(1, min(_MOST, len(known) + 1)):
        total = sum(each.digits for each in known[-size:]) + rest.digits
        if abs(total - 100) <= _ROUNDED:
            return ""
        if int(total) in _NEARLY:
            told = f"the shares make {total:g} per cent"
    return told


def _left(rest: Quantity, known: Sequence[Quantity]) -> str:
    values = [each.value for each in known]
    taken = [*values, *(one + other for one, other in combinations(values, 2))]
    left = {whole - part for whole in values for part in taken if part < whole}
    if rest.value in left or rest.value >= max(values, default=0.0):
        return ""
    for one in sorted(left):
        missed = rest.measure is Measure.COUNT and max(values) >= _FEWEST and abs(one - rest.value) <= _MISSED
        if missed or is_slip(one / rest.value):
            return f"{one:,g} are left"
    return ""


def _is_plain(quantity: Quantity, measure: Measure) -> bool:
    return quantity.measure is measure and quantity.exact and quantity.hedge in (Hedge.NONE, Hedge.ABOUT)
