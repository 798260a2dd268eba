"""States and events that leave no room for one another: "escaped unhurt, with a broken leg", "no survivors … one said".

The list ``lists/exclusive.txt`` has the frames of closed fields (courts, votes, contests, accidents, weather, shows):
what is told first, what cannot follow it, and how far from each other the two may stand.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from paralint.data import read
from paralint.evidence.quotations.quotations import quotations
from paralint.evidence.restatements.conflicts import Conflict, without_repeats
from paralint.evidence.words.closed import words
from paralint.findings import Span
from paralint.text import lazy
from paralint.text.document import Document
from paralint.values import NamedTuple


class Frame(NamedTuple):
    """Two tellings of which one excludes the other.

    Attributes:
        anchors: words of which the first telling has one.
        first, second: regular expressions over lower-cased text.
        scope: how far they may stand apart, as the list explains.
        reason: why they exclude one another.
    """

    anchors: frozenset[str]
    first: re.Pattern[str]
    second: re.Pattern[str]
    scope: str
    reason: str


_SCORE = r"\d{1,2}[-–]\d{1,2}"
_ROUND = r"(?:final|semi-?finals?|quarter-finals?|last (?:four|eight|16)|(?:next|second|third) round|knockout stages?)"
_SEASON = (
    r"(?:\w+ )?(?:day|night|weekend|week|month|season|winter|spring|summer|autumn|year|decade|january|february|march|"
    r"april|may|june|july|august|september|october|november|december)\b"
)
_NAMED = {"SCORE": _SCORE, "ROUND": _ROUND, "SEASON": _SEASON}


def _read() -> Iterator[Frame]:
    """Yield the frames of the list.

    Raises:
        DataError: if the list cannot be read.
    """
    for paragraph in read("lists/exclusive.txt").decode("utf-8").strip().split("\n\n"):
        if paragraph.startswith("#"):
            continue
        head, first, second, reason = paragraph.split("\n")
        scope, _, anchors = head.partition(": ")
        for name, expression in _NAMED.items():
            first, second = first.replace(name, expression), second.replace(name, expression)
        yield Frame(words(anchors), lazy.pattern(first), lazy.pattern(second), scope, reason)


_FRAMES = tuple(_read())
_TURNS = lazy.pattern(
    r"\b(?:but|although|though|however|despite|not|never|until|before|if|unless|or|later|previously|earlier|others?|"
    r"another|except|while|whereas|instead|second|third|separate|count|counts|overturned|appeal|override|overrode|would|could|might|may|"
    r"almost|nearly|guilty|convicted|since|yet|had)\b|n['’]t\b"
)
_SOFT = lazy.pattern(
    r"\b(?:but|although|though|however|despite|not|never|until|before|if|unless|or|except|while|whereas|instead|no "
    r"longer|previous(?:ly)?|earlier|last)\b|n['’]t\b"
)
_CONTRAST = lazy.pattern(
    r"\b(?:but|although|though|however|despite|not|never|if|unless|except|while|whereas|until)\b|n['’]t\b"
)
_LONGEST = 110  # characters between two tellings of one sentence
_STOP = lazy.pattern(r"[.;:!?]\s")
WORDS = frozenset(anchor for frame in _FRAMES for anchor in frame.anchors) - {"hurt"}
"""One of these must stand in a document for anything to be found in it; where nobody is hurt it is the injured."""


def excluded_states(document: Document) -> tuple[Conflict, ...]:
    """Return what is told beside something that excludes it (a layer: see ``Document.derive``)."""
    lowers = document.by_lower
    inside = document.derive(quotations).inside
    found: list[Conflict] = []
    for frame in _FRAMES:
        anchored = [kind for anchor in sorted(frame.anchors & lowers.keys()) for kind in lowers[anchor]]
        places = [place for kind in anchored for place in document.places[kind] if not inside[place]]
        for number in dict.fromkeys(map(document.sentence_of, places)):
            found += _at(document, frame, number)
    return without_repeats(found)


def _at(document: Document, frame: Frame, number: int) -> Iterator[Conflict]:
    """Find the first telling in a sentence, and the second within the scope of the frame."""
    tokens = document.tokens
    first, last = _scope(document, frame.scope, number)
    start = tokens.starts[tokens.sentences[first]]
    text = document.text[start : tokens.ends[tokens.sentences[last] - 1]].lower()
    begin = tokens.starts[tokens.sentences[number]] - start
    match = frame.first.search(text, begin)
    if match is None or match.start() > tokens.starts[tokens.sentences[number + 1] - 1] - start:
        return
    other = _second(frame.scope, text, match, frame.second)
    if other is not None:
        # A rewriter exchanges the word of state sooner than what tells it at length.
        here, there = (_trimmed(text, start, span) for span in (match.span(), other))
        yield Conflict("state", here, there, 1.0, frame.reason)


def _trimmed(text: str, start: int, span: tuple[int, int]) -> Span:
    """Return a span of the document without the blanks and commas at its edges, its last word whole."""
    stop = span[1]
    while stop < len(text) and text[stop - 1].isalnum() and text[stop].isalnum():
        stop += 1
    told = text[span[0] : stop]
    begin = span[0] + len(told) - len(told.lstrip(" ,"))
    return Span(start + begin, start + span[0] + len(told.rstrip(" ,")))


def _scope(document: Document, scope: str, number: int) -> tuple[int, int]:
    """Return the first sentence that is looked at, and the one behind the last, all of one paragraph."""
    sentences = document.tokens.sentences
    block = document.block_of(sentences[number])
    first = last = number
    if scope == "around" and number and document.block_of(sentences[number - 1]) == block:
        first -= 1
    if (
        scope in ("around", "beside")
        and number + 2 < len(sentences)
        and document.block_of(sentences[number + 1]) == block
    ):
        last += 1
    return first, last + 1


def _second(scope: str, text: str, match: re.Match[str], pattern: re.Pattern[str]) -> tuple[int, int] | None:
    """Return where the second telling stands, if nothing between the two turns the tale."""
    behind = pattern.search(text, match.end())
    if scope in ("clause", "touching"):
        if behind is None or behind.start() - match.end() > _LONGEST:
            return None
        gap = text[match.end() : behind.start()]
        turned = gap.strip(" ,") if scope == "touching" else _TURNS.search(gap) or _STOP.search(gap)
        return None if turned else behind.span()
    if behind is None and scope in ("sentence", "around"):
        behind = pattern.search(text)
    if behind is None:
        return None
    begin, end = min(match.start(), behind.start()), max(match.end(), behind.end())
    softened = _CONTRAST if scope == "sentence" else _SOFT
    return None if softened.search(text, begin, end) else behind.span()
