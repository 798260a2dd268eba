"""Quotations: which marks open and close what, and which marks pair with nothing.

Marks are read paragraph by paragraph. A curly mark says by its form whether it opens or closes, a straight one only by
its neighbours; an apostrophe looks like a closing single mark and is told from it by what stands around it and by
whether a single quotation is open that has a better end ahead. Both American and British style are read (double outside
and single inside, or the other way round), guillemets, low German marks, and marks typed as two (``''``).

A quotation may run over several paragraphs: by convention each of them opens anew and only the last one closes (Chicago
Manual of Style, 13.32; New Hart's Rules, 9.2.3). A speech that opens at the start of a paragraph or behind a colon
and is closed some paragraphs, verses or list items later, with no mark between, is read as one quotation too.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from enum import Enum, IntEnum
from functools import cached_property
from itertools import accumulate, islice, pairwise
from typing import Final

from paralint.evidence.quotations import attribution
from paralint.findings import Span
from paralint.text.abbreviations import ABBREVIATIONS
from paralint.text.blocks import BlockKind
from paralint.text.document import Document
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
_QUOTES = frozenset("\"“”„‟«»‹›‘’‚‛'`")
_OPEN_BEFORE = frozenset("([{<—–―-‐‑/|=*_~…+")
_CLOSED_BY = frozenset(".,;:!?)]}>—–―-/|…*_~")
_NEVER_FIRST = frozenset(",;:!)]}>")
_SENTENCE_END = pattern(r"(?:[.?!…:;,—–]|^)[\"”’'»)\]]*\s*$")
_NEXT_SENTENCE = pattern(r"[a-z][.?!]\s+(?:A|[A-Z][a-z]+)\b")
_PENDING_ABBREVIATION = pattern(r"(?:\b([A-Za-z][a-z]{0,4})|\b[A-Z])\.$")
_ELISION = pattern(
    r"(?:\d0s?|\d\ds?|em|tis|twas|twere|twill|til|till|cause|cos|cuz|coz|bout|round|neath|n|un|er|ere|appen|alf|ello)\b",
    re.IGNORECASE,
)
_N = pattern(r"['’‘]n['’‘](?!\w)", re.IGNORECASE)
_FUNCTION_WORD = pattern(
    r"(?:I|You|He|She|It|We|They|The|A|An|This|That|These|Those|There|Here|My|Our|Your|His|Her|Its|Their|If|When|What|Who|"
    r"Where|Why|How|Which|While|As|At|In|On|Of|To|For|From|By|With|Without|And|But|Or|So|Not|No|Nor|Yes|Some|Any|All|Every|"
    r"Nothing|Nobody|Everyone|Everybody|Never|Is|Are|Was|Were|Be|Do|Does|Did|Don|Can|Could|Will|Would|Should|Must|May|Let)\b",
    re.IGNORECASE,
)
_WORD = pattern(r"\w+")
_INCHES = pattern(r"(?:(?P<feet>\d['’′]\s?)|(?<![\w.,]))(?:\d{1,2}\s)?\d{1,3}(?:\.\d+)?$")
_INNER = 48  # characters of a quotation inside another one whose marks are mixed
_NEAR = 100  # code points between two marks that are taken for a pair although both look like opening ones
_REACH = 12  # paragraphs, verses or list items that one quotation may run over without a mark between
_DEPTH = 16  # quotations open at once; what lies deeper is not prose


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


class End(Enum):
    """How a quotation ends."""

    MARK = "mark"  # a closing mark of its own family
    MIXED = "mixed"  # a closing mark of another family stands where its own belongs
    CONTINUED = "continued"  # the next paragraph opens anew
    SWITCHED = "switched"  # the next paragraph opens anew, with a mark of another family
    NONE = "none"


_FAMILY = {
    **dict.fromkeys(['"', "“", "”", "„", "‟", "``", "''", "‘‘", "’’"], Family.DOUBLE),
    **dict.fromkeys(["'", "‘", "’", "‚", "‛"], Family.SINGLE),
    **dict.fromkeys("«»", Family.GUILLEMET),
    **dict.fromkeys("‹›", Family.SINGLE_GUILLEMET),
}
_OPENING = frozenset(["“", "„", "‟", "‘", "‚", "‛", "``", "‘‘"])
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
        return _FAMILY[self.text]

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


class Quotation(NamedTuple):
    """One quotation, or one paragraph of a longer one.

    Attributes:
        opening: its first mark.
        closing: the mark that ends it, of its own family or (``End.MIXED``) of another; None where no mark does. It
            stands in a later block where a speech runs on without marks.
        end: how it ends.
        depth: how many quotations it stands in.
        stop: offset in the opening's block at which it ends at the latest: its closing mark, the next mark that opens a
            quotation beside it, or the end of the block.
        first, last: the tokens between the marks, half open.
    """

    opening: Mark
    closing: Mark | None
    end: End
    depth: int
    stop: int
    first: int
    last: int

    @property
    def closed(self) -> bool:
        return self.end is End.MARK


class Quotations:
    """The quotations of a document.

    Attributes:
        found: in text order.
        strays: closing marks that close nothing.
        size: number of tokens of the document.
    """

    def __init__(self, found: tuple[Quotation, ...], strays: tuple[Mark, ...], size: int) -> None:
        self.found: Final = found
        self.strays: Final = strays
        self.size: Final = size

    @cached_property
    def inside(self) -> bytearray:
        """For each token the number of quotations it stands in, their marks left out: 0 is the narrator's own text."""
        if not self.found:
            return bytearray(self.size)
        steps = [0] * (self.size + 1)
        for quotation in self.found:
            steps[quotation.first] += 1
            steps[quotation.last] -= 1
        return bytearray(min(depth, 255) for depth in islice(accumulate(steps), self.size))

    def around(self, token: int) -> Quotation | None:
        """Return the innermost quotation that a token stands in, None for the narrator's own text."""
        if not self.inside[token]:
            return None
        place = bisect_right(self._firsts, token) - 1
        while self.found[place].last <= token:
            place = self._outer[place]
        return self.found[place]

    @cached_property
    def _firsts(self) -> list[int]:
        return [quotation.first for quotation in self.found]

    @cached_property
    def _outer(self) -> list[int]:
        """For each quotation the number of the one that it begins in."""
        outer: list[int] = []
        open_: list[int] = []
        for number, quotation in enumerate(self.found):
            while open_ and self.found[open_[-1]].last <= quotation.first:
                open_.pop()
            outer.append(open_[-1] if open_ else -1)
            open_.append(number)
        return outer

    @cached_property
    def beside(self) -> Mapping[tuple[int, Family], list[Quotation]]:
        """The quotations of each block, by the family of their marks."""
        beside: defaultdict[tuple[int, Family], list[Quotation]] = defaultdict(list)
        for quotation in self.found:
            beside[quotation.opening.block, quotation.opening.family].append(quotation)
        return beside

    @cached_property
    def openings(self) -> Counter[str]:
        """How often each mark opens a quotation."""
        return Counter(quotation.opening.text for quotation in self.found)


def quotations(document: Document) -> Quotations:
    """Return the quotations of a document; use it as ``document.derive(quotations)``."""
    blocks = [_read_block(document, number) for number in range(len(document.blocks))]
    _join_blocks(document, blocks)
    starts = document.tokens.starts
    found = []
    for number, block in enumerate(blocks):
        for opened in block.quotations:
            closing = opened.closing
            home = document.blocks[number]
            stop = closing.span.start if closing is not None else home.locate(0, opened.stop).end
            first = bisect_left(starts, opened.mark.span.end)
            last = max(first, bisect_left(starts, stop))
            found.append(Quotation(opened.mark, closing, opened.end, opened.depth, opened.stop, first, last))
    found.sort(key=lambda quotation: quotation.opening.span)
    return Quotations(tuple(found), tuple(mark for block in blocks for mark in block.strays), len(starts))


class _Candidate(NamedTuple):
    text: str
    at: int
    side: Side
    left: str  # the character before it, other marks passed over; "" at the block's edge
    right: str


class _Opened:
    """A quotation while its block is read."""

    __slots__ = ("closing", "depth", "end", "mark", "number", "stop")

    def __init__(self, mark: Mark, number: int, depth: int) -> None:
        self.mark = mark
        self.number = number  # of its opening among the candidates of the block
        self.depth = depth
        self.closing: Mark | None = None
        self.end = End.NONE
        self.stop = -1

    def close(self, mark: Mark, end: End = End.MARK) -> None:
        self.closing = mark
        self.end = end
        self.stop = mark.at


class _Block:
    """The quotations of one block, in the order in which they open, and the marks that are left over."""

    def __init__(self) -> None:
        self.quotations: list[_Opened] = []
        self.strays: list[Mark] = []
        self.marks: list[Mark] = []


def _read_block(document: Document, number: int) -> _Block:
    text = document.blocks[number].text
    candidates = [
        _Candidate(match[0], match.start(), *_neighbours(text, match.start(), match.end()))
        for match in _MARK.finditer(text)
    ]
    return _Pairing(document, number, candidates).run() if candidates else _Block()


def _neighbours(text: str, start: int, end: int) -> tuple[Side, str, str]:
    before = start - 1
    while before >= 0 and text[before] in _QUOTES and start - before <= _DEPTH:
        before -= 1
    after = end
    while after < len(text) and text[after] in _QUOTES and after - end < _DEPTH:
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


class _Pairing:
    """Pairs the marks of one block with a stack of open quotations."""

    def __init__(self, document: Document, number: int, candidates: Sequence[_Candidate]) -> None:
        self.block = document.blocks[number]
        self.text = self.block.text
        self.number = number
        self.candidates = candidates
        self.result = _Block()
        self.stack: list[_Opened] = []
        self.opened: set[int] = set()  # candidates that open a quotation, by number
        self.loose: list[int] = []  # single marks that closed nothing, by number of their candidate
        self._look_ahead()

    def _look_ahead(self) -> None:
        """Note for each candidate what comes behind it, from the back, so that pairing stays linear."""
        count = len(self.candidates)
        self.firm_ahead = bytearray(count)  # a single mark that must close something, before the next one that opens
        self.weak_ahead = bytearray(count)  # one that may as well be an apostrophe
        self.double_ahead: list[Side] = [Side.NEITHER] * count  # what the next straight double mark is
        self.closer_ahead = bytearray(count)  # a curly ” before the next “
        firm = weak = closer = 0
        double = Side.NEITHER
        for index in range(count - 1, -1, -1):
            self.firm_ahead[index] = firm
            self.weak_ahead[index] = weak
            self.closer_ahead[index] = closer
            self.double_ahead[index] = double
            mark = self.candidates[index]
            family = _FAMILY[mark.text]
            if family is Family.SINGLE:
                if self._may_close_single(mark):
                    if self._is_firm(mark):
                        firm = 1
                    else:
                        weak = 1
                elif mark.side & Side.OPENS and not (mark.text == "’" or self._is_elision(mark)):
                    firm = weak = 0
            elif mark.text == '"':
                double = mark.side
            elif mark.text == "”":
                closer = 1
            elif mark.text == "“":
                closer = 0

    def run(self) -> _Block:
        for index, mark in enumerate(self.candidates):
            family = _FAMILY[mark.text]
            if family is Family.SINGLE:
                self._single(index, mark)
            elif family is Family.DOUBLE:
                self._double(index, mark)
            else:
                self._guillemet(index, mark)
        self._mend()
        return self._finish()

    def _mark(self, index: int, *, wrong_way: bool = False) -> Mark:
        candidate = self.candidates[index]
        span = self.block.locate(candidate.at, candidate.at + len(candidate.text))
        mark = Mark(candidate.text, self.number, candidate.at, span, wrong_way)
        self.result.marks.append(mark)
        return mark

    def _open(self, index: int, *, wrong_way: bool = False) -> None:
        if len(self.stack) >= _DEPTH:
            self.stack.pop(0)
        opened = _Opened(self._mark(index, wrong_way=wrong_way), index, len(self.stack))
        self.opened.add(index)
        self.stack.append(opened)
        self.result.quotations.append(opened)

    def _close(self, index: int, family: Family, *, wrong_way: bool = False, end: End = End.MARK) -> bool:
        """Close the innermost open quotation of a family, and leave what stands open inside it without an end."""
        for place in range(len(self.stack) - 1, -1, -1):
            opened = self.stack[place]
            if opened.mark.family is family:
                for inner in self.stack[place + 1 :]:
                    inner.stop = self.candidates[index].at
                del self.stack[place:]
                opened.close(self._mark(index, wrong_way=wrong_way), end)
                return True
        return False

    def _is_open(self, family: Family) -> bool:
        return any(opened.mark.family is family for opened in self.stack)

    def _is_doubly_open(self) -> bool:
        """Whether a double quotation stands open in another one: “He asked, “Why?’” she said."""
        return [opened.mark.text for opened in self.stack[-2:]] == ["“", "“"]

    def _guillemet(self, index: int, mark: _Candidate) -> None:
        # » opens in German and closes in French, so only the neighbours can say; as bullets they are no quotation.
        family = _FAMILY[mark.text]
        if mark.side is Side.OPENS or (not self._is_open(family) and mark.text in "«‹"):
            self._open(index)
        else:
            self._close(index, family)

    def _double(self, index: int, mark: _Candidate) -> None:
        is_open = self._is_open(Family.DOUBLE)
        text, side = mark.text, mark.side
        if text in '"”' and self._is_inch(index, mark, is_open):
            return
        if text == '"':
            opens = side is Side.OPENS or (side is not Side.CLOSES and not is_open)
            if side is Side.CLOSES and not is_open and self._misspaced(index, mark):
                self._open(index, wrong_way=True)
            elif opens:
                self._open(index)
            elif is_open and self.double_ahead[index] is Side.CLOSES and self._close_inner(index):
                pass
            elif not self._close(index, Family.DOUBLE):
                self._stray(index)
        elif text == "''":
            opens = side is Side.OPENS or (side is not Side.CLOSES and not is_open)
            if opens:
                self._open(index)
            elif not self._close(index, Family.DOUBLE):
                if self._is_open(Family.SINGLE):
                    self._close(index, Family.SINGLE, end=End.MIXED)
                else:
                    self._stray(index)
        elif text in _OPENING:
            german = is_open and any(opened.mark.text == "„" for opened in self.stack)
            if side is Side.CLOSES and is_open and text == "“":
                self._close(index, Family.DOUBLE, wrong_way=not german)
            else:
                self._open(index)
        elif side is Side.OPENS and not is_open and self.closer_ahead[index]:
            self._open(index, wrong_way=True)
        elif is_open and self.closer_ahead[index] and self._close_inner(index):
            pass
        elif not self._close(index, Family.DOUBLE):
            top = self.stack[-1] if self.stack else None
            if top is not None and top.mark.family is Family.SINGLE:
                self._close(index, Family.SINGLE, end=End.MIXED)
            else:
                self._stray(index)

    def _close_inner(self, index: int) -> bool:
        """Close a quotation inside the open one that a single mark opens: "I heard 'stop" and stopped," she said."""
        at = self.candidates[index].at
        for number in range(index - 1, self.stack[-1].number if self.stack else 0, -1):
            mark = self.candidates[number]
            if mark.text not in ("'", "‘") or at - mark.at > _INNER:
                return False
            if number in self.opened:
                return False  # it has been read already
            if mark.side is Side.OPENS and not self._is_elision(mark):
                self._open(number)
                return self._close(index, Family.SINGLE, end=End.MIXED)
        top = self.stack[-1]
        if top.mark.family is Family.SINGLE and len(self.stack) > 1 and at - top.mark.at <= _INNER:
            return self._close(index, Family.SINGLE, end=End.MIXED)
        return False

    def _misspaced(self, index: int, mark: _Candidate) -> bool:
        """Whether a straight mark at a closing place opens: nothing stands open, and the next mark closes too."""
        return (
            (mark.left.isalpha() or mark.left in ",:")
            and self.double_ahead[index] is Side.CLOSES
            and mark.right.isspace()
            and self.text[mark.at - 1] not in _QUOTES
            and not attribution.BEHIND.match(self.text, mark.at + 1)
        )

    def _is_inch(self, index: int, mark: _Candidate, is_open: bool) -> bool:
        size = _INCHES.search(self.text, max(0, mark.at - 12), mark.at) if mark.left.isdigit() else None
        if size is None:
            return False
        return size["feet"] is not None or not is_open or self.double_ahead[index] is Side.CLOSES

    def _single(self, index: int, mark: _Candidate) -> None:
        if mark.text == "‚" and mark.side is not Side.OPENS:
            return  # a comma of another keyboard
        if mark.side & Side.OPENS and self._opens_single(index, mark):
            self._open(index, wrong_way=mark.text == "’")
            return
        if not self._may_close_single(mark):
            return
        is_open = self._is_open(Family.SINGLE)
        firm = self._is_firm(mark)
        if is_open:
            if not firm and self.firm_ahead[index]:
                return  # dogs’ inside a quotation that ends later
            if self.stack[-1].mark.family is not Family.SINGLE and not firm:
                return
            self._close(index, Family.SINGLE, wrong_way=mark.text == "‘")
        elif firm and mark.text == "’" and self.closer_ahead[index] and self._is_doubly_open():
            self._close(index, Family.DOUBLE, end=End.MIXED)
        elif firm:
            self.loose.append(index)

    def _opens_single(self, index: int, mark: _Candidate) -> bool:
        ahead = bool(self.firm_ahead[index] or self.weak_ahead[index])
        if self._is_elision(mark):
            return mark.text != "’" and bool(self.firm_ahead[index]) and not self._is_open(Family.SINGLE)
        if mark.text == "’":
            # A closing form at an opening place is an elision, unless the same wrong mark clearly closes as well.
            return bool(self.firm_ahead[index]) and not self._is_open(Family.SINGLE) and mark.right.isupper()
        if mark.text == "'":
            return ahead or (
                not self._is_open(Family.SINGLE)
                and bool(_FUNCTION_WORD.match(self.text, mark.at + 1))
                and self._starts_speech(mark.at)
            )
        if ahead:
            return True
        # ‘Abd is a name with an ayin, not a quotation without an end.
        word = _WORD.match(self.text, mark.at + 1)
        if word is None or word[0][0].islower() or _FUNCTION_WORD.match(word[0]):
            return True
        if self.text[max(0, mark.at - 2) : mark.at].rstrip().endswith(","):
            return bool(attribution.LEADING.search(self.text, max(0, mark.at - 40), mark.at))
        return self._starts_speech(mark.at)

    def _starts_speech(self, at: int) -> bool:
        return bool(_SENTENCE_END.search(self.text, max(0, at - 8), at)) if at else True

    def _is_elision(self, mark: _Candidate) -> bool:
        if mark.text not in ("'", "’", "‘") or mark.right.isspace():
            return False
        return bool(_ELISION.match(self.text, mark.at + 1) or _N.match(self.text, max(0, mark.at - 2)))

    def _may_close_single(self, mark: _Candidate) -> bool:
        if mark.text == "‘" and mark.side is not Side.CLOSES:
            return False
        if mark.text in "‚‛" or not mark.side & Side.CLOSES:
            return False
        return not (mark.text != "‘" and mark.at >= 2 and _N.match(self.text, mark.at - 2))

    def _is_firm(self, mark: _Candidate) -> bool:
        """Whether a single mark at a closing place cannot well be an apostrophe: not dogs’, goin’, U.S.’"""
        left = mark.left
        if left.isalnum():
            if left in "sxzSXZ0123456789" or self.text.endswith(("in", "ol", " o", "th"), 0, mark.at):
                return left in "sxzSXZ" and mark.right in ".,;:!?)" and mark.right != "" and mark.text != "'"
            return True
        if left == ".":
            short = _PENDING_ABBREVIATION.search(self.text, max(0, mark.at - 8), mark.at)
            return short is None or ((short[1] or "").lower() not in ABBREVIATIONS and not short[0][:-1].isupper())
        return True

    def _stray(self, index: int) -> None:
        self.result.strays.append(self._mark(index))

    def _mend(self) -> None:
        """Use the loose single marks: as the end of a double quotation that has none, else as strays."""
        doubles = [opened for opened in self.result.quotations if opened.mark.family is Family.DOUBLE]
        numbers = [opened.number for opened in doubles]
        for index in self.loose:
            candidate = self.candidates[index]
            place = bisect_left(numbers, index)
            broken = doubles[place - 1] if place else None
            if broken is not None and broken.end is End.NONE and (broken.stop < 0 or broken.stop > candidate.at):
                broken.close(self._mark(index), End.MIXED)
                if broken in self.stack:
                    self.stack.remove(broken)
            elif candidate.left in ".,?!…" and candidate.left:
                self._stray(index)
        self._pair_misspaced()

    def _pair_misspaced(self) -> None:
        """Pair two straight marks that both seem to open, the second before a small letter: a space gone astray."""
        doubles = [opened for opened in self.result.quotations if opened.mark.family is Family.DOUBLE]
        for first, second in pairwise(doubles):
            between = self.text[first.mark.end : second.mark.at]
            if (
                first.end is second.end is End.NONE
                and first.mark.text == second.mark.text == '"'
                and len(between) <= _NEAR
                and between[-1:].isspace()
                and between[:1].strip()
                and self.text[second.mark.end : second.mark.end + 1].islower()
                and self.candidates[second.number].side is Side.OPENS
            ):
                first.close(second.mark._replace(wrong_way=True))
                self.result.quotations.remove(second)
                return

    def _finish(self) -> _Block:
        """Say where the quotations without an end stop."""
        following: dict[Family, int] = {}
        for opened in reversed(self.result.quotations):
            family = opened.mark.family
            if opened.end is End.NONE:
                limit = opened.stop if opened.stop >= 0 else len(self.text)
                opened.stop = min(limit, following.get(family, limit))
            following[family] = opened.mark.at
        self.result.strays.sort(key=lambda mark: mark.at)
        return self.result


def _join_blocks(document: Document, blocks: Sequence[_Block]) -> None:
    """Carry the quotations that stand open at the end of their block over to the following ones."""
    prose = [
        number
        for number, block in enumerate(document.blocks)
        if block.kind not in (BlockKind.HEADING, BlockKind.CAPTION, BlockKind.CELL)
    ]
    for place, number in enumerate(prose):
        text = document.blocks[number].text
        for opened in blocks[number].quotations:
            if opened.end is End.NONE and opened.depth == 0 and opened.stop == len(text):
                _carry_over(document, blocks, opened, prose[place + 1 : place + 1 + _REACH])


def _carry_over(document: Document, blocks: Sequence[_Block], opened: _Opened, following: Sequence[int]) -> None:
    if not following:
        return
    after = blocks[following[0]]
    first = after.quotations[0] if after.quotations else None
    if first is not None and not document.blocks[following[0]].text[: first.mark.at].strip():
        text = document.blocks[opened.mark.block].text
        if (
            opened.mark.at
            and text[opened.mark.end : opened.mark.end + 1].islower()
            and _NEXT_SENTENCE.search(text, opened.mark.end)
        ):
            return  # a few words that are quoted inside a sentence of the narrator's, who goes on
        same = first.mark.family is opened.mark.family
        opened.end = End.CONTINUED if same else End.SWITCHED
        return
    text = document.blocks[opened.mark.block].text
    if attribution.SENTENCE.search(text, opened.mark.end) or attribution.TAG.search(text, opened.mark.end):
        return
    speech = opened.mark.at == 0 or _SENTENCE_END.search(text, max(0, opened.mark.at - 8), opened.mark.at)
    for number in following if speech else following[:1]:
        marks = [mark for mark in blocks[number].marks if mark.family is opened.mark.family]
        if not marks:
            continue
        closing = min(marks, key=lambda mark: mark.at)
        home = document.blocks[number].text
        # What a fragment says is the narrator's sentence, so behind its end no attribution follows.
        if (
            closing in blocks[number].strays
            and not attribution.INTRODUCTION.search(home, 0, closing.at)
            and (speech or not attribution.BEHIND.match(home, closing.end))
        ):
            blocks[number].strays.remove(closing)
            opened.closing = closing
            opened.end = End.MARK
        return
