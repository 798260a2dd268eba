"""Which rules have anything to look for in a document."""

from __future__ import annotations

from functools import cache, cached_property

from paralint.data import DataError
from paralint.ruleset.rule import Anchors, Ways
from paralint.text.document import Document
from paralint.values import NamedTuple

_TAG = "#"


class _Way(NamedTuple):
    """Sets of words and of tags, of each of which a document must have a member."""

    words: tuple[frozenset[str], ...]
    tags: tuple[frozenset[str], ...]


class Selection:
    """Numbers of rules by what a document must have for them to find anything in it.

    Words are looked up by the distinct word types of the document, literals are found in one Aho-Corasick pass, and the
    tags are asked for last: where words leave no rule that wants them, no text is tagged.
    """

    def __init__(self) -> None:
        self._always: list[int] = []
        self._by_word: dict[str, list[int]] = {}
        self._by_literal: dict[str, list[int]] = {}
        self._ways: dict[int, Ways] = {}
        self._ways_read: dict[int, tuple[_Way, ...]] = {}

    def add(self, number: int, anchors: Anchors) -> None:
        """Add the rule ``number``. All rules must be there before the first document."""
        if anchors.ways:
            self._ways[number] = anchors.ways
        if anchors.words is not None:
            for word in anchors.words:
                self._by_word.setdefault(word, []).append(number)
        elif anchors.literals is not None:
            for literal in anchors.literals:
                self._by_literal.setdefault(literal, []).append(number)
        else:
            self._always.append(number)

    def active(self, document: Document) -> set[int]:
        """Return the numbers of the rules that may find something in a document."""
        lowers = frozenset(document.by_lower)
        active = {number for word in lowers & self._by_word.keys() for number in self._by_word[word]}
        active.update(self._always)
        wanting: dict[int, list[_Way]] = {}  # the ways that are open if the tags allow it
        for number in active & self._ways.keys():
            ways = [way for way in self._read(number) if _met(way.words, lowers)]
            if not ways:
                active.discard(number)
            elif all(way.tags for way in ways):
                wanting[number] = ways
        if wanting:
            tags = _tags_of(document)
            active.difference_update(
                [number for number, ways in wanting.items() if tags and not any(_met(way.tags, tags) for way in ways)]
            )
        if self._by_literal:
            for block in document.blocks:
                for _, numbers in self._automaton.iter(block.text.lower()):
                    active.update(numbers)
        return active

    def _read(self, number: int) -> tuple[_Way, ...]:
        ways = self._ways_read.get(number)
        if ways is None:
            ways = self._ways_read[number] = tuple(
                _Way(
                    tuple([_members(text) for text in way if not text.startswith(_TAG)]),
                    tuple([_members(text) for text in way if text.startswith(_TAG)]),
                )
                for way in self._ways[number]
            )
        return ways

    @cached_property
    def _automaton(self):  # type: ignore[no-untyped-def]  # the package has no types
        import ahocorasick

        automaton = ahocorasick.Automaton()
        for literal, numbers in self._by_literal.items():
            automaton.add_word(literal, numbers)
        automaton.make_automaton()
        return automaton


def _tags_of(document: Document) -> frozenset[str]:
    """Return the tags of a document, or none where there is no tagger: then the rules that want one say so."""
    try:
        return frozenset(document.tags)
    except DataError:
        return frozenset()


def _met(sets: tuple[frozenset[str], ...], present: frozenset[str]) -> bool:
    """Whether every set has a member that is present."""
    for members in sets:  # noqa: SIM110  # a generator would cost more than what it asks
        if present.isdisjoint(members):
            return False
    return True


@cache
def _members(text: str) -> frozenset[str]:
    return frozenset(text.replace(_TAG, "").split(" "))
