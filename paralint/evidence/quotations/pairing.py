"""Pairing the quotation marks of one block with a stack of open quotations.

An apostrophe looks like a closing single mark. It is told from it by what stands around it and by whether a single
quotation is open that has a better end ahead.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from enum import Enum
from itertools import pairwise

from paralint.evidence.quotations import attribution
from paralint.evidence.quotations.marks import FAMILIES, OPENING, QUOTES, Candidate, Family, Mark, Side, candidates
from paralint.text.abbreviations import ABBREVIATIONS
from paralint.text.document import Document
from paralint.text.lazy import pattern

SENTENCE_END = pattern(r"(?:[.?!…:;,—–]|^)[\"”’'»)\]]*\s*$")
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
_DEPTH = 16  # quotations open at once; what lies deeper is not prose
_INNER = 48  # characters of a quotation inside another one whose marks are mixed
_NEAR = 100  # code points between two marks that are taken for a pair although both look like opening ones


class End(Enum):
    """How a quotation ends."""

    MARK = "mark"  # a closing mark of its own family
    MIXED = "mixed"  # a closing mark of another family stands where its own belongs
    CONTINUED = "continued"  # the next paragraph opens anew
    SWITCHED = "switched"  # the next paragraph opens anew, with a mark of another family
    NONE = "none"


class Opened:
    """A quotation while its block is read.

    Attributes:
        mark: its first mark.
        number: that of this mark among the candidates of the block.
        depth: how many quotations it stands in.
        closing: the mark that ends it, None before one is found.
        end: how it ends.
        stop: offset in its block at which it ends at the latest; -1 before that is known.
    """

    __slots__ = ("closing", "depth", "end", "mark", "number", "stop")

    def __init__(self, mark: Mark, number: int, depth: int) -> None:
        self.mark = mark
        self.number = number
        self.depth = depth
        self.closing: Mark | None = None
        self.end = End.NONE
        self.stop = -1

    def close(self, mark: Mark, end: End = End.MARK) -> None:
        self.closing = mark
        self.end = end
        self.stop = mark.at


class PairedMarks:
    """What the marks of one block are.

    Attributes:
        quotations: in the order in which they open.
        strays: marks that close nothing.
        marks: all of both.
    """

    def __init__(self) -> None:
        self.quotations: list[Opened] = []
        self.strays: list[Mark] = []
        self.marks: list[Mark] = []


def pair_marks(document: Document, number: int) -> PairedMarks:
    """Return the quotations of a block, by its number, as far as its own marks tell."""
    found = list(candidates(document.blocks[number].text))
    return _Pairing(document, number, found).run() if found else PairedMarks()


class _Pairing:
    """Reads the marks of one block from the front."""

    def __init__(self, document: Document, number: int, candidates: Sequence[Candidate]) -> None:
        self.block = document.blocks[number]
        self.text = self.block.text
        self.number = number
        self.candidates = candidates
        self.result = PairedMarks()
        self.stack: list[Opened] = []
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
            family = FAMILIES[mark.text]
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

    def run(self) -> PairedMarks:
        for index, mark in enumerate(self.candidates):
            family = FAMILIES[mark.text]
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
        opened = Opened(self._mark(index, wrong_way=wrong_way), index, len(self.stack))
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

    def _guillemet(self, index: int, mark: Candidate) -> None:
        # » opens in German and closes in French, so only the neighbours can say; as bullets they are no quotation.
        family = FAMILIES[mark.text]
        if mark.side is Side.OPENS or (not self._is_open(family) and mark.text in "«‹"):
            self._open(index)
        else:
            self._close(index, family)

    def _double(self, index: int, mark: Candidate) -> None:
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
        elif text in OPENING:
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

    def _misspaced(self, index: int, mark: Candidate) -> bool:
        """Whether a straight mark at a closing place opens: nothing stands open, and the next mark closes too."""
        return (
            (mark.left.isalpha() or mark.left in ",:")
            and self.double_ahead[index] is Side.CLOSES
            and mark.right.isspace()
            and self.text[mark.at - 1] not in QUOTES
            and not attribution.BEHIND.match(self.text, mark.at + 1)
        )

    def _is_inch(self, index: int, mark: Candidate, is_open: bool) -> bool:
        size = _INCHES.search(self.text, max(0, mark.at - 12), mark.at) if mark.left.isdigit() else None
        if size is None:
            return False
        return size["feet"] is not None or not is_open or self.double_ahead[index] is Side.CLOSES

    def _single(self, index: int, mark: Candidate) -> None:
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

    def _opens_single(self, index: int, mark: Candidate) -> bool:
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
        return bool(SENTENCE_END.search(self.text, max(0, at - 8), at)) if at else True

    def _is_elision(self, mark: Candidate) -> bool:
        if mark.text not in ("'", "’", "‘") or mark.right.isspace():
            return False
        return bool(_ELISION.match(self.text, mark.at + 1) or _N.match(self.text, max(0, mark.at - 2)))

    def _may_close_single(self, mark: Candidate) -> bool:
        if mark.text == "‘" and mark.side is not Side.CLOSES:
            return False
        if mark.text in "‚‛" or not mark.side & Side.CLOSES:
            return False
        return not (mark.text != "‘" and mark.at >= 2 and _N.match(self.text, mark.at - 2))

    def _is_firm(self, mark: Candidate) -> bool:
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

    def _finish(self) -> PairedMarks:
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
