"""Conflicting speakers: the same words given to two people."""

from __future__ import annotations

from collections.abc import Iterator

from paralint.evidence.names.mentions import Mention
from paralint.evidence.quotations.quotations import Quotation, quotations
from paralint.evidence.quotations.reporting import REPORTING
from paralint.evidence.restatements.conflicts import Conflict, without_repeats
from paralint.evidence.restatements.names import names_in
from paralint.evidence.restatements.restatements import Passage, pairs_of
from paralint.evidence.words.closed import words
from paralint.evidence.words.vocabulary import vocabulary
from paralint.text.document import Document

_SIMILAR = 0.6  # share of their words from which two quotations are one statement
_LONGEST = 16  # tokens of a name
_NEAR = 6  # tokens between a quotation and its speaker
_OTHER = words("previous former next second last other another latest new old")
_FEWEST = 8  # tokens of a quotation that can be told from others by its words


def speakers(document: Document) -> tuple[Conflict, ...]:
    """Return the statements that the document gives to two speakers (a layer: see ``Document.derive``)."""
    spoken = [
        (Passage(quotation.first, quotation.last), quotation)
        for quotation in document.derive(quotations).found
        if quotation.depth == 0 and quotation.last - quotation.first >= _FEWEST
    ]
    if len(spoken) < 2:
        return ()
    passages = [passage for passage, _ in spoken]
    known = document.derive(vocabulary)
    return without_repeats(
        conflict
        for one, other, score in pairs_of(known, passages, range(len(passages)), _SIMILAR, 0)
        for conflict in _compare(document, spoken[one][1], spoken[other][1], score)
    )


def _compare(document: Document, one: Quotation, other: Quotation, score: float) -> Iterator[Conflict]:
    first, second = _speaker(document, one), _speaker(document, other)
    if first is None or second is None or set(first.parts) & set(second.parts):
        return
    sides = [{*document.lowers[each.first : each.last]} & _OTHER for each in (one, other)]
    if sides[0] != sides[1]:
        return  # "the most important", "the previous most important"
    yield Conflict(
        "speaker",
        document.tokens.span(second.title, second.last),
        document.tokens.span(first.title, first.last),
        score,
        document.quote(document.tokens.span(other.first, min(other.last, other.first + 6))),
    )


def _names_at(document: Document, token: int) -> list[Mention]:
    """Return the names that begin or end within reach of a token, and some that are a little farther."""
    return names_in(document, Passage(max(0, token - _NEAR - _LONGEST), token + _NEAR + 1))


def _speaker(document: Document, quotation: Quotation) -> Mention | None:
    """Return the name that a verb of reporting ties to a quotation: "…," X said; said X; X said: "…"."""
    word = document.tokens.word
    blocks = document.tokens.blocks
    block = document.block_of(quotation.first)
    inside = document.derive(quotations).inside
    for name in (*_names_at(document, quotation.first), *_names_at(document, quotation.last)):
        if not blocks[block] <= name.first < blocks[block + 1] or inside[name.first]:
            continue
        after = name.last < blocks[block + 1] and word(name.last).lower in REPORTING
        before = name.title > blocks[block] and word(name.title - 1).lower in REPORTING
        nearby = min(abs(name.first - quotation.last), abs(quotation.first - name.last)) <= _NEAR
        if (after or before) and nearby:
            return name
    return None
