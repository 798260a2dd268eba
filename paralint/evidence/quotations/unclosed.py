"""Quotations that nothing ends, or that another mark than their own does."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from itertools import islice

from paralint.evidence.quotations import attribution
from paralint.evidence.quotations.damage import Damage, Defect
from paralint.evidence.quotations.excerpts import (
    FAR,
    FIRST_WORDS,
    LINE,
    SENTENCE_STOP,
    SHORT,
    first_words,
    insertion,
    last_words,
    up_to,
    without_blanks,
)
from paralint.evidence.quotations.marks import Mark
from paralint.evidence.quotations.pairing import End
from paralint.evidence.quotations.quotations import Quotation, Quotations
from paralint.findings import Edit, Span
from paralint.text.blocks import Block
from paralint.text.lazy import pattern

_REOPENED = pattern(r"[.!?…]\s+[\"“‘][^\W_a-z]$")
_WORD_BEFORE = pattern(r"\S+\s+$")
_TWO_WORDS = pattern(r"[\w’'-]+(?:\s+[\w’'-]+)?")
_GOES_ON = pattern(r"[,;—–]\s+$")
_PLAIN_WORD = pattern(r"\b[a-z]+\s$")
_TO_THE_END = pattern(r"“[^“”\n]*[.?!,]”")
_TOLD_LINE = 97  # code points: the same as LINE where an attribution tells where the quotation should end


def joins_paragraphs(block: Block, layer: Quotations, quotation: Quotation, known: dict[tuple[int, int], bool]) -> bool:
    """Whether the paragraphs of one quotation have been joined: each opens anew behind a full stop, the last closes.

    Args:
        known: what was found of quotations that others went on to, fragments or not, by the places of their marks.
    """
    if is_fragment(block, quotation.opening):
        return False
    same = layer.beside[quotation.opening.block, quotation.opening.family]
    number = bisect_left(same, quotation.opening.at, key=lambda other: other.opening.at)
    passed: list[tuple[int, int]] = []
    joined = False
    for other in islice(same, number + 1, None):
        passed.append((quotation.opening.block, quotation.opening.at))
        if passed[-1] in known:
            joined = known[passed[-1]]
            break
        inside = quotation.opening.end, other.opening.at
        if not _REOPENED.search(
            block.text, max(inside[0], inside[1] - FAR), other.opening.end + 1
        ) or attribution.TAG.search(block.text, *inside):
            break  # the writer's own words stand between them, so a closing mark is missing
        if other.end is not End.NONE:
            joined = other.end in (End.MARK, End.CONTINUED)
            break
        quotation = other
    known.update(dict.fromkeys(passed, joined))
    return joined


def reopened_sentence(block: Block, quotation: Quotation) -> Iterator[Defect]:
    """Yield the mark that opens a quotation again at the start of a sentence inside it: Who asked? “I did"""
    end = without_blanks(block.text, quotation.stop)
    before = last_words(block.text, quotation.opening.end, end)
    behind = FIRST_WORDS.match(block.text, quotation.stop)
    if before is not None and behind is not None:
        shown = block.locate(before.start(), behind.end())
        yield Defect(Damage.REOPENED, shown, quotation.opening.text, related=quotation.opening.span)


def is_fragment(block: Block, opening: Mark) -> bool:
    """Whether what is quoted begins inside a sentence of the writer."""
    return opening.at > 0 and block.text[opening.end : opening.end + 1].islower()


def of_open(block: Block, quotation: Quotation) -> Defect:
    """Return the damage of a quotation that its own mark does not close in its block."""
    opening = quotation.opening
    text = block.text
    closing = opening.closing
    if quotation.end is End.MIXED:
        assert quotation.closing is not None
        return ended_by_another(block, quotation, quotation.closing)
    tag = attribution.TAG.search(text, opening.end, quotation.stop)
    if quotation.end is End.SWITCHED and tag is None:
        shown = first_words(block, opening.at, max(quotation.stop, opening.end))
        return Defect(Damage.MIXED, shown, opening.text, closing)
    if text[opening.end : quotation.stop].strip() == "" and quotation.stop < len(text):
        doubled = block.locate(opening.at, quotation.stop + 1)
        first = Edit(block.locate(opening.at, quotation.stop), "")
        return Defect(Damage.DOUBLED, doubled, opening.text, edits=(first,))
    misplaced = attribution.MISPLACED.match(text, opening.end, quotation.stop)
    if misplaced:
        return before_attribution(block, opening, misplaced)
    fragment = is_fragment(block, opening)
    narrator = None if fragment else attribution.SENTENCE.search(text, opening.end, quotation.stop)
    if narrator is not None and (tag is None or narrator.start() < tag.start()):
        swallowed = block.locate(*narrator.span())
        edits = insertion(block, without_blanks(text, narrator.start()), closing)
        return Defect(Damage.SWALLOWED, swallowed, opening.text, closing, opening.span, edits)
    return _unclosed(block, quotation, tag, fragment=fragment)


def _unclosed(block: Block, quotation: Quotation, tag: re.Match[str] | None, *, fragment: bool) -> Defect:
    """A quotation whose second mark is lost: before who speaks, behind a fragment, or at the end of the block."""
    text, opening, closing = block.text, quotation.opening, quotation.opening.closing
    shown = first_words(block, opening.at, max(quotation.stop, opening.end))
    end = _owed_end(text, quotation, tag, fragment=fragment)
    if end is None:
        return Defect(Damage.UNCLOSED, shown, opening.text, closing)
    if tag is not None:
        shown = up_to(block, opening.at, end, _at_tag(block, opening, tag), _TOLD_LINE)
    elif not fragment:  # else it is a guess where it should end
        shown = up_to(block, opening.at, end, shown, LINE)
    elif quotation.stop == len(text) == end:
        shown = up_to(block, opening.at, end, shown)  # nothing stands behind it
    return Defect(Damage.UNCLOSED, shown, opening.text, closing, edits=insertion(block, end, closing))


def _owed_end(text: str, quotation: Quotation, tag: re.Match[str] | None, *, fragment: bool) -> int | None:
    """Return where the lost mark belongs, white space left out; None if that cannot be said."""
    stop, ends = quotation.stop, quotation.stop == len(text)
    if tag is not None:
        end = tag.start() + 1
    elif fragment:
        sentence = SENTENCE_STOP.search(text, quotation.opening.end, stop)
        if sentence is None and not ends:
            return None
        end = sentence.end() if sentence else stop
    elif quotation.depth == 0 and stop < len(text):
        return None
    else:
        end = stop
    return without_blanks(text, end)


def _at_tag(block: Block, opening: Mark, tag: re.Match[str]) -> Span:
    """Return the place of an attribution with the words before it, between which a mark is owed."""
    last = last_words(block.text, opening.end, tag.start())
    return block.locate(last.start() if last else tag.start(), tag.end())


def ended_by_another(block: Block, quotation: Quotation, closing: Mark) -> Defect:
    """Return the damage where a mark of another kind closes a quotation."""
    opening = quotation.opening
    expected = opening.closing
    if closing.block != opening.block:  # the quotation goes over several paragraphs
        shown = closing.span
    elif closing.end - opening.at <= SHORT:
        shown = block.locate(opening.at, closing.end)
    else:
        last = last_words(block.text, opening.end, closing.at)
        shown = block.locate(last.start() if last else closing.at, closing.end)
    edits = (Edit(closing.span, expected),)
    return Defect(Damage.MIXED, shown, opening.text, expected, opening.span, edits)


def before_attribution(block: Block, opening: Mark, clause: re.Match[str]) -> Defect:
    """Return the damage where a mark opens before its attribution instead of behind it."""
    edits = (Edit(opening.span, ""), *insertion(block, clause.end(), opening.text))
    return Defect(
        Damage.MISPLACED, block.locate(opening.at, clause.end("clause")), opening.text, opening.text, edits=edits
    )


def reopened(block: Block, quotation: Quotation) -> Defect | None:
    """Return the damage where a quotation without an end is opened again inside a sentence of the speaker.

    Right before an attribution that mark should have closed it; elsewhere it stands there for nothing.
    """
    opening, text = quotation.opening, block.text
    at = quotation.stop
    if quotation.end is not End.NONE or at >= len(text) or opening.text not in ("“", "‘") or text[at] != opening.text:
        return None
    before = _WORD_BEFORE.search(text, opening.end, at)
    # Behind a plain word a sentence of the speaker goes on, up to the end of the whole quotation.
    plain = _PLAIN_WORD.search(text, opening.end, at) and text[opening.end].isupper() and _TO_THE_END.match(text, at)
    if (
        before is None
        or not (plain or _GOES_ON.search(text, opening.end, at))
        or attribution.TAG.search(text, opening.end, at)
    ):
        return None
    words = _TWO_WORDS.match(text, at + 1)
    if words is None or not (text[at + 1].islower() or attribution.BEHIND.match(text, at + 1)):
        return None
    if attribution.BEHIND.match(text, at + 1):
        damage, expected = Damage.REVERSED, opening.closing
    elif attribution.SENTENCE.search(text, opening.end, at):
        return None
    else:
        damage, expected = Damage.DOUBLED, ""
    return Defect(damage, block.locate(before.start(), words.end()), opening.text, expected, opening.span)
