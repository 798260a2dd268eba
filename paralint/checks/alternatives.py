"""Alternatives: many ordered regexes that act as Vale's one, ``\\b(?:a|b|…)\\b``, at a cost that grows with the text.

The match that begins first is found, of those the alternative that stands first; the search goes on behind it. Fixed
strings are looked up by their longest word in an index of the passages' words, other regexes are tried where a string
stands with which they must begin, or run in passages that have the strings they need.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import Any

from paralint.checks.anchors import Anchors, Literal, anchors
from paralint.checks.expressions import SECONDS, SlowExpressionError
from paralint.checks.passages import Passages
from paralint.ruleset.kinds.expressions import is_literal
from paralint.values import NamedTuple


class Match(NamedTuple):
    """``passages.texts[passage][start:end]`` matches alternative number ``alternative``."""

    passage: int
    start: int
    end: int
    alternative: int


class _Hit(NamedTuple):
    """A match that competes with others: the least of them is found.

    Attributes:
        order: the place of the alternative, and of the string among those that the alternative can match.
    """

    start: int
    order: int
    end: int


_STRIDE = 4096  # more than the strings of any alternative


class _Anchored(NamedTuple):
    """A literal of an alternative, seen from its anchor word, which stands ``offset`` behind its start."""

    literal: Literal
    offset: int
    order: int


class _Regex:
    """One alternative that is not a short list of strings."""

    def __init__(self, alternative: int, source: str, known: Anchors, ignorecase: bool) -> None:
        import regex

        self.alternative = alternative
        self.source = source
        self.needed = known.needed
        # Each head with its anchor word, empty if it has none, and how far behind its start that stands.
        self.heads = [(head.text.lower(), *_anchor(Literal(head.text.lower(), head.edges))) for head in known.heads]
        self._compiled: Any = regex.compile(source, regex.MULTILINE | (regex.IGNORECASE if ignorecase else 0))

    def search(self, text: str, start: int) -> tuple[int, int] | None:
        """Return the first match at or behind ``start`` that is not empty."""
        match = self._run(self._compiled.search, text, start)
        while match is not None and match.end() == match.start():
            if match.end() >= len(text):
                return None
            match = self._run(self._compiled.search, text, match.end() + 1)
        return match.span() if match is not None else None

    def match(self, text: str, start: int) -> tuple[int, int] | None:
        """Return the match that begins at ``start``, if it is not empty."""
        match = self._run(self._compiled.match, text, start)
        return match.span() if match is not None and match.end() > match.start() else None

    def _run(self, method: Any, text: str, start: int) -> Any:
        try:
            return method(text, start, timeout=SECONDS)
        except TimeoutError:
            raise SlowExpressionError(
                f"regex '{self.source[:60]}' took longer than {SECONDS} s over one passage"
            ) from None


class Alternatives:
    """Ordered alternatives, compiled."""

    def __init__(self, sources: Sequence[str], *, nonword: bool, ignorecase: bool) -> None:
        """Args:
        sources: the regexes in order; each is one alternative.
        nonword: whether they may match inside a word.
        ignorecase: whether case does not count.
        """
        self.fold = ignorecase
        self._by_word: dict[str, list[_Anchored]] = {}
        self._unbound: list[_Anchored] = []
        self._regexes: list[_Regex] = []
        for number, source in enumerate(sources):
            whole = source if nonword else rf"\b(?:{source})\b"
            if is_literal(source) and source:
                known = Anchors((Literal(source, () if nonword else (0, len(source))),))
            else:
                known = anchors(whole)
            if known.literals is None:
                self._regexes.append(_Regex(number, whole, known, ignorecase))
                continue
            for rank, literal in enumerate(known.literals):
                self._add(literal, number * _STRIDE + rank)

    def _add(self, literal: Literal, order: int) -> None:
        text = literal.text.lower() if self.fold else literal.text
        word, offset = _anchor(Literal(text.lower(), literal.edges))
        entry = _Anchored(Literal(text, literal.edges), offset, order)
        if word:
            self._by_word.setdefault(word, []).append(entry)
        else:
            self._unbound.append(entry)

    def matches(self, passages: Passages, within: Sequence[bool]) -> Iterator[Match]:
        """Yield the matches in the passages that ``within`` allows, in order.

        Raises:
            SlowExpressionError: when a regex runs out of time.
        """
        hits = self._literal_hits(passages)
        tried: dict[int, list[_Tries]] = {}
        for expression in self._regexes:
            for number, places in _places(expression, passages, within):
                tried.setdefault(number, []).append(_Tries(expression, passages.texts[number], places))
        if not tried:
            yield from _swept(hits, passages, within)
            return
        by_passage: dict[int, list[_Hit]] = {}
        for start, order, end in hits:
            number = passages.number_at(start)
            base = passages.starts[number]
            by_passage.setdefault(number, []).append(_Hit(start - base, order, end - base))
        for number in sorted(by_passage.keys() | tried.keys()):
            if within[number]:
                yield from _merged(number, by_passage.get(number, []), tried.get(number, []))

    def _literal_hits(self, passages: Passages) -> list[_Hit]:
        """Return, sorted, every place in the joined text where a literal stands."""
        hits = []
        if self._by_word:
            text = passages.lower if self.fold else passages.joined
            for word in self._by_word.keys() & passages.words.keys():
                entries = self._by_word[word]
                for place in passages.words[word]:
                    for literal, offset, order in entries:
                        start = place - offset
                        if text.startswith(literal.text, start) and start >= 0 and _edges_hold(text, start, literal):
                            hits.append(_Hit(start, order, start + len(literal.text)))
        for literal, _, order in self._unbound:
            text = passages.lower if self.fold else passages.joined
            start = text.find(literal.text)
            while start >= 0:
                if _edges_hold(text, start, literal):
                    hits.append(_Hit(start, order, start + len(literal.text)))
                start = text.find(literal.text, start + 1)
        hits.sort()
        return hits


class _Tries:
    """Where a regex may match in one passage: at given places, or anywhere."""

    def __init__(self, expression: _Regex, text: str, places: list[int] | None) -> None:
        self.expression = expression
        self._text = text
        self._places = places

    def next(self, start: int) -> _Hit | None:
        """Return the first match at or behind ``start``."""
        found = None
        if self._places is None:
            found = self.expression.search(self._text, start)
        else:
            for place in self._places[bisect_left(self._places, start) :]:
                found = self.expression.match(self._text, place)
                if found is not None:
                    break
        return _Hit(found[0], self.expression.alternative * _STRIDE, found[1]) if found is not None else None


def _anchor(literal: Literal) -> tuple[str, int]:
    """Return the longest word of a literal that is a whole word of any text it stands in, and its offset."""
    text, edges = literal
    best, offset = "", 0
    start = 0
    while start < len(text):
        end = start
        while end < len(text) and _is_word(text[end]):
            end += 1
        if end > start:
            bound = (start > 0 or 0 in edges) and (end < len(text) or end in edges)
            if bound and end - start > len(best):
                best, offset = text[start:end], start
            start = end
        else:
            start += 1
    return best, offset


def _edges_hold(text: str, start: int, literal: Literal) -> bool:
    for edge in literal.edges:
        place = start + edge
        before = place > 0 and _is_word(text[place - 1])
        behind = place < len(text) and _is_word(text[place])
        if before is behind:
            return False
    return True


def _is_word(character: str) -> bool:
    return character.isalnum() or character == "_"


def _places(expression: _Regex, passages: Passages, within: Sequence[bool]) -> Iterator[tuple[int, list[int] | None]]:
    """Yield the passages in which a regex is worth running, with the places to try, or None for all."""
    if expression.heads:
        found = sorted({place for head in expression.heads for place in _head_places(head, passages)})
        last = -1
        places: list[int] = []
        for place in found:
            number = passages.number_at(place)
            if number != last:
                if places and within[last]:
                    yield last, places
                last, places = number, []
            places.append(place - passages.starts[number])
        if places and within[last]:
            yield last, places
        return
    for number in _passages_with(expression.needed, passages):
        if within[number]:
            yield number, None


def _passages_with(needed: Sequence[frozenset[str]], passages: Passages) -> Sequence[int]:
    """Return the numbers of the passages that have one string of each set."""
    if not needed:
        return range(len(passages))
    lower, starts = passages.lower, [*passages.starts, len(passages.lower) + 1]
    first, *others = sorted(needed, key=lambda several: (-min(map(len, several)), len(several)))
    numbers: set[int] = set()
    for one in first:
        place = lower.find(one)
        while place >= 0:
            number = passages.number_at(place)
            numbers.add(number)
            place = lower.find(one, starts[number + 1])
    return sorted(
        number
        for number in numbers
        if all(any(lower.find(one, starts[number], starts[number + 1]) >= 0 for one in several) for several in others)
    )


def _head_places(head: tuple[str, str, int], passages: Passages) -> Iterator[int]:
    lower = passages.lower
    text, word, offset = head
    if word:
        for place in passages.words.get(word, ()):
            if place >= offset and lower.startswith(text, place - offset):
                yield place - offset
        return
    place = lower.find(text)
    while place >= 0:
        yield place
        place = lower.find(text, place + 1)


def _swept(hits: list[_Hit], passages: Passages, within: Sequence[bool]) -> Iterator[Match]:
    behind = 0
    for start, order, end in hits:
        if start < behind:
            continue
        number = passages.number_at(start)
        behind = end
        if within[number]:
            base = passages.starts[number]
            yield Match(number, start - base, end - base, order // _STRIDE)


def _merged(number: int, hits: list[_Hit], tried: list[_Tries]) -> Iterator[Match]:
    behind = 0
    index = 0
    coming = [tries.next(0) for tries in tried]
    while True:
        while index < len(hits) and hits[index][0] < behind:
            index += 1
        candidates = [found for found in coming if found is not None]
        if index < len(hits):
            candidates.append(hits[index])
        if not candidates:
            return
        start, order, end = min(candidates)
        yield Match(number, start, end, order // _STRIDE)
        behind = end
        for place, found in enumerate(coming):
            if found is not None and found[0] < behind:
                coming[place] = tried[place].next(behind)
