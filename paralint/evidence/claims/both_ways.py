"""One thing told in one way here and in the other way elsewhere: *the offer was rejected*, *acceptance of the offer*.

``opposed.py`` holds clauses against each other that a parser of sorts has read; what excludes what is told in more
ways than that: in either voice, as a noun, of the winner or of the loser. These are a list of themes
(``lists/both-ways.txt``). Much of it changes in the course of a tale, so the rule that asks is heard in damaged texts
alone.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import lru_cache

from paralint.data import listed
from paralint.evidence.claims.opposed import opposite_deeds
from paralint.evidence.restatements.conflicts import Conflict, without_repeats
from paralint.evidence.words.closed import words
from paralint.findings import Span
from paralint.text import lazy
from paralint.text.document import Document
from paralint.values import NamedTuple

# In a sentence with one of these the tale turns, goes on to another time, or is of what is not so.
_TURNING = words(
    """but however although though later then earlier previously until first initially again once another former
    eventually finally whereas unlike if unless whether till except nearly almost sometimes usually often why
    despite since second next last before would could may might should hope hopes hoped want wants wanted fear fears
    feared likely unlikely expected expects threatened promised demanded asked overturned reversed changed never not
    ago previous other tried try trying whose claims claimed used"""
)
_EITHER_CASE = lazy.pattern(r"\[[A-Z]([a-z])\]")
_ALONE = lazy.pattern(r"(?<![^ ])([a-z]{4,})(\??)(?![^ .,])")
_PLAIN = lazy.pattern(r"\((?:\?:|\?P<x>)([a-z |'’-]+)\)")
_WORD = lazy.pattern(r"n['’]t\b|[a-z]+")
_NO_NAMES = frozenset(
    ("The", "She", "He", "They", "It", "His", "Her", "In", "On", "Its", "Their", "This", "We", "You", "Who")
)
_OWN = lazy.pattern(r"[A-Z]")


class _Way(NamedTuple):
    """A way of telling: an expression, and of each of its groups the words of which a document must have one."""

    expression: str
    needs: tuple[frozenset[str], ...]


class _Theme(NamedTuple):
    """What excludes what, and the ways of telling the one and the other."""

    reason: str
    one: tuple[_Way, ...]
    other: tuple[_Way, ...]


class _Told(NamedTuple):
    """A sentence and the place in it."""

    sentence: int
    span: Span


def told_both_ways(document: Document) -> tuple[Conflict, ...]:
    """Return the conflicts both-ways of a document (a layer: see ``Document.derive``)."""
    known = {each.here for each in document.derive(opposite_deeds)}
    found = [each for each in _found(document) if not any(each.here.overlaps(span) for span in known)]
    return without_repeats(found)


def _turns(text: str) -> bool:
    """Tell whether some words turn a tale."""
    return not _TURNING.isdisjoint(_WORD.findall(text.replace("May", "").lower()))


@lru_cache(maxsize=1)
def _themes() -> tuple[_Theme, ...]:
    meanings: dict[str, str] = {}
    themes: list[tuple[str, list[str], list[str]]] = []
    for line in listed("both-ways"):
        if line[0] == "=":
            name, meaning = line[1:].split(" ", 1)
            meanings[name] = _meant(meaning, meanings)
        elif line[0] in "+-":
            themes[-1]["+-".index(line[0]) + 1].append(_meant(line[2:], meanings))  # type: ignore[union-attr]
        else:
            themes.append((line, [], []))
    return tuple(
        _Theme(reason, tuple(_Way(way, _needs(way)) for way in one), tuple(_Way(way, _needs(way)) for way in other))
        for reason, one, other in themes
    )


def _meant(text: str, meanings: Mapping[str, str]) -> str:
    for name, meaning in meanings.items():
        text = text.replace(name, meaning)
    return text


def _needs(expression: str) -> tuple[frozenset[str], ...]:
    """Return the words that what an expression matches has: those of each group of plain words, those in no group."""
    found: list[frozenset[str]] = []
    depth = start = 0
    expression = _EITHER_CASE.sub(r"\1", expression)
    outside: list[str] = []
    for place, sign in enumerate(expression):
        if sign == "(" and expression[place - 1 : place] != "\\":
            depth += 1
            start = place if depth == 1 else start
        elif sign == ")" and expression[place - 1 : place] != "\\":
            depth -= 1
            group = _PLAIN.fullmatch(expression, start, place + 1)
            if depth == 0 and group and expression[place + 1 : place + 2] not in ("?", "*", "{"):
                firsts = {way.strip().split(" ")[0] for way in group[1].split("|")}
                found.append(frozenset(firsts | {f"{first}s" for first in firsts}))
            outside.append("\0" if depth == 0 else "")
        elif depth == 0:
            outside.append(sign)
    alone = _ALONE.finditer("".join(outside).replace("\\b", " "))
    found += (frozenset((match[1], match[1][:-1]) if match[2] else (match[1],)) for match in alone)
    return tuple(found)


@lru_cache(maxsize=1 << 9)
def _compiled(expression: str) -> re.Pattern[str]:
    return re.compile(expression)


class _Sentences:
    """The sentences of a document that are no questions, by the words in them."""

    def __init__(self, document: Document) -> None:
        self.document = document
        tokens = document.tokens
        ends = zip(tokens.sentences, tokens.sentences[1:], strict=False)
        self.spans = {
            number: tokens.span(first, last)
            for number, (first, last) in enumerate(ends)
            if last > first and document.lowers[last - 1] != "?"
        }
        self._with: dict[str, frozenset[int]] = {}

    def having(self, needs: tuple[frozenset[str], ...]) -> list[int]:
        """Return the sentences that have a word of each of some groups."""
        found: set[int] | None = None
        for group in needs:
            here = {number for word in self.document.by_lower.keys() & group for number in self._of(word)}
            found = here if found is None else found & here
            if not found:
                return []
        return sorted(self.spans if found is None else found & self.spans.keys())

    def _of(self, word: str) -> frozenset[int]:
        if word not in self._with:
            document = self.document
            numbers = document.by_lower[word]
            self._with[word] = frozenset(
                document.sentence_of(place) for number in numbers for place in document.places[number]
            )
        return self._with[word]


def _found(document: Document) -> Iterator[Conflict]:
    sentences = _Sentences(document)
    for theme in _themes():
        one = _told(sentences, theme.one)
        other = _told(sentences, theme.other) if one else {}
        for of in sorted(one.keys() & other.keys()):
            minor, major = sorted((one[of], other[of]), key=lambda told: (len(told), -told[0].sentence))
            if minor[0].sentence != major[0].sentence:
                yield Conflict("state", minor[0].span, major[0].span, 1.0, theme.reason)


def _told(sentences: _Sentences, ways: tuple[_Way, ...]) -> dict[str, list[_Told]]:
    """Return where something is told in some ways, by what it is told of."""
    found: defaultdict[str, list[_Told]] = defaultdict(list)
    text = sentences.document.text
    for way in ways:
        for number in sentences.having(way.needs):
            span = sentences.spans[number]
            for match in _compiled(way.expression).finditer(text, span.start, span.end):
                of = match["x"] if "x" in match.re.groupindex and match["x"] else ""
                of = of if _OWN.match(of) else of.removesuffix("s")
                if of in _NO_NAMES or _turns(text[span.start : match.start()]) or _turns(text[match.end() : span.end]):
                    continue
                found[of].append(_Told(number, Span(match.start(), match.end())))
    return {of: sorted(told) for of, told in found.items()}
