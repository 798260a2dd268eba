"""Quotation marks that stand on the wrong side of an attribution, or of one of its words."""

from __future__ import annotations

from collections.abc import Iterator

from paralint.evidence.quotations import attribution
from paralint.evidence.quotations.damage import Damage, Defect
from paralint.evidence.quotations.marks import Family, Mark
from paralint.evidence.quotations.quotations import Quotation, Quotations
from paralint.findings import Edit
from paralint.text.blocks import Block
from paralint.text.document import Document
from paralint.text.lazy import pattern

_REACH = 60  # code points before a mark that are looked at
_CLOSED = pattern(r"[\w’'-]+[.?!]?[”\"],\s$")
_CLAUSE = pattern(r"(?:he|she|they)\s(?P<verb>[a-z]+)[.]\s(?=[^\W\d_a-z])")
OPENING = frozenset(("“", '"', "``"))
# “a fine mess’’: two single marks for a double one.
_TWO_SINGLES = pattern(r"“[^“”\n]{1,160}?(?:’’|'')(?!\w)")
# "He used to say, "Never lend a dog your boots.'": a saying between marks of two kinds, inside a quotation.
_NESTED_DOUBLE = pattern(
    rf"(?P<outer>\"(?=[^\W\d_])[^\"“”\n]{{3,90}}?\b(?:{attribution.ANY_FORM}|tell|ask|reply|shout)(?:\s[\w’']+){{0,2}}[,:]?\s)"
    r"(?P<inner>\"[^\W\d_a-z][^\"“”\n]{8,160}?[.!?]['’])\"",
    words=attribution.ANY_VERBS | {"tell", "ask", "reply", "shout"},
)
# "She said that she was 'receptive,": a word or two whose single mark is never closed.
_WORD_UNCLOSED = pattern(
    r"\"[^\"“”'\n]{4,120}?\s(?P<word>'(?!em\b|til\b|cause\b|bout\b|twas\b|tis\b|n\b)[a-z][\w-]*(?:\s[\w-]+){0,3}[,.?!])\"(?=\s|$)"
)


def misplaced_marks(document: Document, layer: Quotations) -> Iterator[Defect]:
    """Yield the attributions that stand between marks, whole or by half, and the names of speakers that do."""
    for quotation in layer.found:
        opening = quotation.opening
        if opening.family in (Family.GUILLEMET, Family.SINGLE_GUILLEMET):
            continue
        block = document.blocks[opening.block]
        halved = halved_attribution(block, opening)
        if halved is not None:
            yield halved
            continue
        if quotation.closing is not None and quotation.closing.block == opening.block and quotation.depth == 0:
            yield from _attribution(block, quotation, quotation.closing)
        yield from _speaker(block, opening)
        yield from _turned_round(block, opening)


def halved_attribution(block: Block, opening: Mark) -> Defect | None:
    """Return the damage where a mark stands between a speaker and the verb: Obi “said."""
    verb = attribution.VERB_FIRST.match(block.text, opening.end)
    if verb is None:
        return None
    speaker = attribution.HALVED.search(block.text, max(0, opening.at - _REACH), opening.at)
    if speaker is None:
        return None
    return Defect(Damage.MISPLACED, block.locate(speaker.start("speaker"), verb.end() - 1), opening.text, opening.text)


def _attribution(block: Block, quotation: Quotation, closing: Mark) -> Iterator[Defect]:
    """Yield an attribution that is all that is quoted, or that ends what is quoted."""
    opening = quotation.opening
    text = block.text
    if attribution.WHOLE.fullmatch(text, opening.end, closing.at):
        if text[max(0, opening.at - _REACH) : opening.at].rstrip()[-1:].isalpha():
            return  # these words are what is quoted: the “she said” side
        yield Defect(Damage.UNBROKEN, block.locate(opening.at, closing.end), opening.text)
        return
    last = attribution.AT_END.search(text, opening.end, closing.at)
    if last is not None:
        span = block.locate(last.start("clause"), last.end("clause"))
        yield Defect(Damage.UNBROKEN, span, opening.text, related=opening.span)


def _turned_round(block: Block, opening: Mark) -> Iterator[Defect]:
    """Yield a mark before an attribution that stands behind a closed quotation: “It rains”, “she said. But I go.”"""
    text = block.text
    clause = _CLAUSE.match(text, opening.end)
    before = _CLOSED.search(text, max(0, opening.at - _REACH), opening.at)
    if clause is not None and clause["verb"] in attribution.VERBS and before is not None:
        edit = Edit(opening.span, "")
        span = block.locate(before.start(), clause.end())
        yield Defect(Damage.MISPLACED, span, opening.text, opening.text, edits=(edit,))


def _speaker(block: Block, opening: Mark) -> Iterator[Defect]:
    """Yield a name that stands behind the mark where its role stands before it: said the guard, “Ola Berg, 31. No"""
    text = block.text
    roles = attribution.ROLE_BEFORE.finditer(text, max(0, opening.at - _REACH), opening.at)
    if any(role["verb"] in attribution.VERBS for role in roles):
        name = attribution.NAME_FIRST.match(text, opening.end)
        if name is not None and " " in name["name"] and name["next"][0].isupper():
            yield Defect(Damage.MISPLACED, block.locate(opening.at, name.end()), opening.text, opening.text)


def mixed_pairs(document: Document) -> Iterator[tuple[int, Defect, tuple[int, ...]]]:
    """Yield quotations that open with one kind of mark and close with another one, which marks alone do not tell.

    Returns:
        The number of the block, the damage and the places of the marks that it explains.
    """
    if not document.by_lower.keys() & OPENING:
        return
    for number, block in enumerate(document.blocks):
        text = block.text
        for found in _TWO_SINGLES.finditer(text):
            span = block.locate(found.start(), found.end())
            yield number, Defect(Damage.MIXED, span, "“", "”"), (found.start(), found.end() - 2, found.end() - 1)
        if '"' not in text:
            continue
        nested = _NESTED_DOUBLE.search(text)
        if nested is not None:
            places = (nested.start("outer"), nested.start("inner"), nested.end("inner") - 1, nested.end() - 1)
            span = block.locate(nested.start("inner"), nested.end("inner"))
            yield number, Defect(Damage.MIXED, span, '"', "'"), places
        word = _WORD_UNCLOSED.search(text)
        if word is not None:
            span = block.locate(word.start("word"), word.end("word"))
            yield number, Defect(Damage.UNCLOSED, span, "'", "'"), (word.start("word"),)
