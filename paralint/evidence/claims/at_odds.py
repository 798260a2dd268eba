"""Tellings that are at odds right beside one another: who voted for a sale and calls it a disgrace.

``exclusive.py`` holds states against each other that sound news never joins. Here the second telling may be a
quotation, a time or a year, and what turns a tale is not asked for, so that all of it is heard in damaged texts alone.
The frames are the list ``lists/at-odds.txt``.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from functools import cache

from paralint.data import read
from paralint.evidence.restatements.conflicts import Conflict, without_repeats
from paralint.evidence.words.places import places_of
from paralint.findings import Span
from paralint.text import lazy
from paralint.text.document import Document
from paralint.values import NamedTuple

_NEAR = 6  # paragraphs
_NEGATION = re.compile(r"\b(?:not|never|neither|nor|hardly|if|unless|without|no)\b|n['’]t\b")
_TURNING = re.compile(
    r"\b(?:but|although|though|however|until|then|once|later|ago|last|before|now|usually|normally|except|unlike|despite|"
    r"while|whereas|broken|broke|not|never|no longer|yet|still|almost|nearly|if|would|could)\b|n['’]t\b"
)
_GROUP = re.compile(r"\((?:\?:|\?P<\w+>)")
_WORD = re.compile(r"(?P<word>[A-Za-z]+)(?P<some>\?)?")
_ENDS = re.compile(r"[ |)]|\\b|\((?:\?[:!=]|\?P<\w+>) |$")  # what may stand behind a whole word
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
    """

    scope: str
    calm: bool
    first: bool
    one: re.Pattern[str]
    other: re.Pattern[str] | None
    reason: str
    begins: frozenset[str]


@cache
def _frames() -> tuple[Frame, ...]:
    """Return the frames of the list.

    Raises:
        DataError: if the list cannot be read.
    """
    meanings: dict[str, str] = {}
    found = []
    for paragraph in read("lists/at-odds.txt").decode("utf-8").strip().split("\n\n"):
        lines = [line for line in paragraph.split("\n") if not line.startswith("#")]
        if not lines:
            continue
        if lines[0].startswith("="):
            for line in lines:
                name, _, meaning = line[1:].partition(" ")
                meanings[name] = _meant(meaning, meanings)
            continue
        head, reason = lines[0].split(": ", 1)
        scope, side = head.split(" ")
        sources = [_meant(line, meanings) for line in lines[1:]]
        one, *other = map(lazy.pattern, sources)
        calm, first = scope.endswith("!"), side == "one"
        begins = first_words(sources[0])
        found.append(Frame(scope.rstrip("!"), calm, first, one, other[0] if other else None, reason, begins))
    return tuple(found)


def first_words(expression: str) -> frozenset[str]:
    """Return the lower-case words with one of which whatever an expression finds begins; empty if that is not plain.

    Plain are words at the edge of a word, and groups of them. The expression is tried where one of them stands.
    """
    found = _first_words(expression[2:], 0)[0] if expression.startswith(r"\b") else None
    return frozenset(found or ())


def _first_words(text: str, start: int) -> tuple[set[str] | None, int]:
    """Return the words that begin at ``start`` of an expression, None if that is not plain, and where they end."""
    opening = _GROUP.match(text, start)
    if opening is None:
        word = _WORD.match(text, start)
        if word is None or not _ENDS.match(text, word.end()):
            return None, start
        found = {word["word"].lower()}
        return (found | {word["word"][:-1].lower()} if word["some"] else found), word.end()
    found, at = set(), opening.end()
    while True:
        more, at = _first_words(text, at)
        if more is None:
            return None, at
        found |= more
        at = _behind_alternative(text, at)
        if at >= len(text) or text[at] == ")":
            break
        at += 1
    return (found, at + 1) if _ENDS.match(text, at + 1) else (None, at)


def _behind_alternative(text: str, at: int) -> int:
    """Return where an alternative ends that has begun: at its stroke, or at the bracket that closes its group."""
    depth, classed = 0, False
    while at < len(text):
        letter = text[at]
        if letter == "\\":
            at += 1
        elif classed:
            classed = letter != "]"
        elif letter == "[":
            classed = True
        elif letter == "(":
            depth += 1
        elif depth == 0 and letter in "|)":
            return at
        elif letter == ")":
            depth -= 1
        at += 1
    return at


def _meant(text: str, meanings: dict[str, str]) -> str:
    for name, meaning in meanings.items():
        text = text.replace(name, meaning)
    return text


def at_odds(document: Document) -> tuple[Conflict, ...]:
    """Return the conflicts at-odds of a document (a layer: see ``Document.derive``)."""
    starts = [document.tokens.starts[first] for first in document.tokens.sentences[:-1]]
    found: list[Conflict] = []
    for frame in _frames():
        for match in _matches(document, frame):
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
