"""What is shown of the text around a damaged mark, and where a mark goes in.

Offsets are those of the text of a block; spans and edits are of the original text.
"""

from __future__ import annotations

import re

from paralint.findings import Edit, Span
from paralint.text.blocks import Block
from paralint.text.lazy import pattern

FIRST_WORDS = pattern(r"(?:\S+\s+){0,2}\S+")
FAR = 200  # code points on either side of a mark that are searched for two or three words
_TAIL = pattern(r"[\s.,;:!?…\"”’']+$")
BLANKS = pattern(r"\s*")
LAST_WORD = pattern(r"\S+\s*$")
_LAST_WORDS = pattern(r"(?:\S+\s+)?\S+$")
SENTENCE_START = pattern(r"(?<=[.?!…])[\"”’'\])]*\s+|^")
SENTENCE_STOP = pattern(r"[.?!…](?=\s|$)")
SHORT = 86  # code points: a span up to this length is shown whole
LINE = 80  # code points: a quotation without an end is shown up to where it should end, if that is not further


def first_words(block: Block, start: int, stop: int) -> Span:
    """Return the span of the first three words from ``start``, closing punctuation left out."""
    stop = min(stop, start + FAR)
    match = FIRST_WORDS.match(block.text, start, stop)
    return block.locate(start, _trimmed(block.text, start, match.end() if match else stop))


def _trimmed(text: str, start: int, stop: int) -> int:
    tail = _TAIL.search(text, start + 1, stop)
    return tail.start() if tail else stop


def last_words(text: str, start: int, stop: int) -> re.Match[str] | None:
    """Return the last two words before ``stop``."""
    return _LAST_WORDS.search(text, max(start, stop - FAR), stop)


def without_blanks(text: str, stop: int) -> int:
    """Return where what stands before ``stop`` ends without its blanks."""
    while stop and text[stop - 1].isspace():
        stop -= 1
    return stop


def behind_blanks(text: str, start: int) -> int:
    """Return where what stands from ``start`` on begins without its blanks."""
    blanks = BLANKS.match(text, start)
    assert blanks is not None
    return blanks.end()


def insertion(block: Block, at: int, mark: str) -> tuple[Edit, ...]:
    """Return what puts a mark in at an offset of a block."""
    return (Edit(block.locate(at, at), mark),)


def up_to(block: Block, start: int, end: int, otherwise: Span, most: int = LINE) -> Span:
    """Return the place from ``start`` to ``end``, where the mark is owed, if it fits a line."""
    return block.locate(start, end) if end - start <= most else otherwise
