"""Tellings that are at odds right beside one another: who voted for a sale and calls it a disgrace.

``exclusive.py`` holds states against each other that sound news never joins. Here the second telling may be a
quotation, a time or a year, and what turns a tale is not asked for, so that all of it is heard in damaged texts alone.
The frames are the list ``lists/at-odds.txt``, made ready by ``frame_list.py``.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import islice

from paralint.data import rows
from paralint.evidence.claims.out_of_time import out_of_time
from paralint.evidence.restatements.conflicts import Conflict, without_repeats
from paralint.evidence.words.places import places_of
from paralint.findings import Span
from paralint.text import lazy
from paralint.text.document import Document
from paralint.values import NamedTuple

FILE = "at_odds.txt"
HEADER = "# paralint at odds 1\n"
_NEAR = 6  # paragraphs
_NEGATION = lazy.pattern(r"\b(?:not|never|neither|nor|hardly|if|unless|without|no)\b|n['’]t\b")
_TURNING = lazy.pattern(
    r"\b(?:but|although|though|however|until|then|once|later|ago|last|before|now|usually|normally|except|unlike|despite|"
    r"while|whereas|broken|broke|not|never|no longer|yet|still|almost|nearly|if|would|could)\b|n['’]t\b"
)
_LETTERS = lazy.pattern("[a-z]+")
_MOST = 500  # tellings of one frame that are followed; no article has as many
_BEFORE = 24  # characters before a telling in which it may be denied


class Frame(NamedTuple):
    """Two tellings that are at odds.

    Attributes:
        scope: how far they may stand apart, as the list explains.
        calm: whether no word that turns a tale may stand between them.
        first: whether the first is reported.
        one, other: expressions for the two; the second may be missing.
        reason: why they are at odds.
        begins: words with one of which the first begins, empty if that is not plain.
        needed: sets of words; a text has one of each, as letters in a row, or the frame is not true of it.
    """

    scope: str
    calm: bool
    first: bool
    one: re.Pattern[str]
    other: re.Pattern[str] | None
    reason: str
    begins: frozenset[str]
    needed: Sequence[frozenset[str]]


@cache
def _frames() -> tuple[Frame, ...]:
    """Return the frames of the list.

    Raises:
        DataError: if the list cannot be read.
    """
    found = []
    for line in rows(FILE, HEADER, "tellings at odds"):
        scope, side, reason, begins, needed, *sources = line.split("\t")
        one, *other = map(lazy.pattern, sources)
        found.append(
            Frame(
                scope.rstrip("!"),
                scope.endswith("!"),
                side == "one",
                one,
                other[0] if other else None,
                reason,
                frozenset(begins.split()),
                [frozenset(words.split()) for words in needed.split("|") if words],
            )
        )
    return tuple(found)


def at_odds(document: Document) -> tuple[Conflict, ...]:
    """Return the conflicts at-odds of a document (a layer: see ``Document.derive``)."""
    starts = [document.tokens.starts[first] for first in document.tokens.sentences[:-1]]
    found: list[Conflict] = [*out_of_time(document)]
    here = frozenset(_LETTERS.findall(document.text.lower()))
    for frame in _frames():
        if any(words.isdisjoint(here) for words in frame.needed):
            continue
        for match in islice(_matches(document, frame), _MOST):
            if "\n" in match[0] or _NEGATION.search(document.text, max(0, match.start() - _BEFORE), _begin(match)):
                continue
            found += _told(document, frame, match, starts)
    return without_repeats(found)


def _matches(document: Document, frame: Frame) -> Iterator[re.Match[str]]:
    if not frame.begins:
        yield from frame.one.finditer(document.text)
        return
    end = 0
    for token in places_of(document, frame.begins):
        start = document.tokens.starts[token]
        match = frame.one.match(document.text, start) if start >= end else None
        if match is not None:
            end = match.end()
            yield match


def _begin(match: re.Match[str]) -> int:
    return match.start("x") if "x" in match.re.groupindex and match["x"] else match.start()


def _marked(match: re.Match[str]) -> Span:
    """Return what an expression marks, without the blanks at its edges, or all that it matched."""
    group = "x" if "x" in match.re.groupindex and match["x"] else 0
    text, start = match[group], match.start(group)
    return Span(start + len(text) - len(text.lstrip(' "“.:')), start + len(text.rstrip(" .:")))


def _told(document: Document, frame: Frame, match: re.Match[str], starts: list[int]) -> Iterator[Conflict]:
    here = _marked(match)
    if frame.other is None:
        groups = match.groupdict()
        if "a" not in groups or int(groups["b"]) < int(groups["a"]):
            yield Conflict("odds", here, Span(match.start(), match.end()), 1.0, frame.reason)
        return
    first, last = _scope(document, frame.scope, match, starts)
    behind = frame.other.search(document.text, match.end(), last)
    if behind is None and frame.scope in ("around", "near", "anywhere"):
        behind = frame.other.search(document.text, first, match.start())
    if behind is not None and frame.calm:
        behind = None if _TURNING.search(document.text, here.end, behind.start()) else behind
    if behind is not None:
        pair = (here, _marked(behind))
        yield Conflict("odds", *(pair if frame.first else pair[::-1]), 1.0, frame.reason)


def _scope(document: Document, scope: str, match: re.Match[str], starts: list[int]) -> tuple[int, int]:
    """Return where the second telling may begin and end."""
    tokens = document.tokens
    number = bisect_right(starts, match.start()) - 1
    block = document.block_of(tokens.sentences[number])
    if scope == "anywhere":
        return 0, len(document.text)
    if scope == "near":
        low, high = max(0, block - _NEAR), min(len(tokens.blocks) - 1, block + _NEAR + 1)
        return tokens.starts[tokens.blocks[low]], tokens.ends[tokens.blocks[high] - 1]
    end = tokens.blocks[block + 1]
    ahead = max(number + 1, bisect_right(starts, max(match.start(), match.end() - 1)))
    if scope in ("beside", "around"):
        ahead += 1
    stop = min(tokens.sentences[min(ahead, len(tokens.sentences) - 1)], end)
    back = tokens.sentences[max(0, number - (scope == "around"))]
    return tokens.starts[max(back, tokens.blocks[block])], tokens.ends[stop - 1]
