"""Quotation marks one by one: which of them close each other, and on which side of a quotation each may stand.

A curly mark says by its form whether it opens or closes, a straight one only by its neighbours. American and British
style are read (double outside and single inside, or the other way round), guillemets, low German marks, and marks typed
as two (``''``).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import Enum, IntEnum

from paralint.findings import Span
from paralint.text.lazy import pattern
from paralint.values import NamedTuple

# Apostrophes inside a word (it's, 6'2) are no marks, and most apostrophes are such: leave them to the regex. It begins
# with one set of characters, which is what makes ``re`` skip fast over everything else.
_MARK = pattern(
    r"""
    [\"“”„‟«»‹›‚‛‘’'`]
    (?: (?<=`)` | (?<=')' | (?<=‘)‘ | (?<=’)’
      | (?<! [`'’] )
      | (?<! ` ) (?: (?<! [^\W_]. ) | (?! [^\W_] ) )
    )
    """,
    re.VERBOSE | re.DOTALL,
)
QUOTES = frozenset("\"“”„‟«»‹›‘’‚‛'`")
_OPEN_BEFORE = frozenset("([{<—–―-‐‑/|=*_~…+")
_CLOSED_BY = frozenset(".,;:!?)]}>—–―-/|…*_~")
_NEVER_FIRST = frozenset(",;:!)]}>")
_RUN = 16  # marks side by side that are passed over to find the neighbours of one


class Family(Enum):
    """Marks of one family close each other."""

    DOUBLE = "double"
    SINGLE = "single"
    GUILLEMET = "guillemet"
    SINGLE_GUILLEMET = "single guillemet"


class Side(IntEnum):
    """What the neighbours of a mark let it be."""

    NEITHER = 0
    OPENS = 1
    CLOSES = 2
    EITHER = 3


FAMILIES = {
    **dict.fromkeys(['"', "“", "”", "„", "‟", "``", "''", "‘‘", "’’"], Family.DOUBLE),
    **dict.fromkeys(["'", "‘", "’", "‚", "‛"], Family.SINGLE),
    **dict.fromkeys("«»", Family.GUILLEMET),
    **dict.fromkeys("‹›", Family.SINGLE_GUILLEMET),
}
OPENING = frozenset(["“", "„", "‟", "‘", "‚", "‛", "``", "‘‘"])
_COUNTERPART = {"“": "”", "‘": "’", "„": "“", "‚": "‘", "«": "»", "‹": "›", "``": "''", "‘‘": "’’", "‟": "”", "‛": "’"}
_OPPOSITE = {"”": "“", "’": "‘", "»": "«", "›": "‹", "’’": "‘‘", "''": "``"}


class Mark(NamedTuple):
    """One quotation mark.

    Attributes:
        text: the mark as it stands, one character or two.
        block: number of the block it stands in.
        at: its offset in the text of that block.
        span: its place in the original text.
        wrong_way: a curly mark whose form is that of the other side: ``”Hello“``.
    """

    text: str
    block: int
    at: int
    span: Span
    wrong_way: bool = False

    @property
    def family(self) -> Family:
        return FAMILIES[self.text]

    @property
    def straight(self) -> bool:
        return self.text in ('"', "'", "''")

    @property
    def end(self) -> int:
        return self.at + len(self.text)

    @property
    def closing(self) -> str:
        """The mark that closes what this one opens."""
        return _COUNTERPART.get(self.text, self.text) if not self.wrong_way else self.text

    @property
    def opening(self) -> str:
        """The mark that opens what this one closes."""
        return _OPPOSITE.get(self.text, self.text) if not self.wrong_way else self.text


class Candidate(NamedTuple):
    """A character, or two, that may be a quotation mark.

    Attributes:
        text: as it stands.
        at: its offset in the text of its block.
        side: what its neighbours let it be.
        left: the character before it, other marks passed over; "" at the edge of the block.
        right: the character behind it, likewise.
    """

    text: str
    at: int
    side: Side
    left: str
    right: str


def candidates(text: str) -> Iterator[Candidate]:
    """Yield what may be a quotation mark in the text of a block."""
    for match in _MARK.finditer(text):
        yield Candidate(match[0], match.start(), *_neighbours(text, match.start(), match.end()))


def _neighbours(text: str, start: int, end: int) -> tuple[Side, str, str]:
    """Return what the characters around a mark let it be, and these."""
    before = start - 1
    while before >= 0 and text[before] in QUOTES and start - before <= _RUN:
        before -= 1
    after = end
    while after < len(text) and text[after] in QUOTES and after - end < _RUN:
        after += 1
    left = text[before] if before >= 0 else ""
    right = text[after] if after < len(text) else ""
    edge = not left or left.isspace()
    opens = bool(right) and not right.isspace() and right not in _NEVER_FIRST and (edge or left in _OPEN_BEFORE)
    if opens and not edge and right in _CLOSED_BY and left not in "([{":
        opens = False
    closes = not edge and left not in "([{" and (not right or right.isspace() or right in _CLOSED_BY)
    if edge and right and right in _NEVER_FIRST:
        closes = True
    return Side(opens + 2 * closes), left, right
