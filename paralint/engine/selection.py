"""Which rules have anything to look for in a document."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from itertools import pairwise

from paralint.checks.tokensets import members
from paralint.data import DataError
from paralint.ruleset.load import window_index
from paralint.ruleset.rule import Anchors
from paralint.ruleset.windows import Window, WindowIndex
from paralint.text.document import Document
from paralint.values import NamedTuple

_FULL_STOP = "."  # and its tag
_FEW = 100  # forms; in a longer text windows that ask for tags always have their words


class _Sequences(NamedTuple):
    """Rules that are made of sequences of tokens.

    Attributes:
        known: the windows of the sequences, and perhaps others.
        chosen: the windows of the rules, as a set of bits.
        owners: the number of the rule that each of these windows belongs to, and its number among those of the rule.
    """

    known: WindowIndex
    chosen: int
    owners: dict[int, tuple[int, int]]


class Selection:
    """Numbers of rules by what a document must have for them to find anything in it.

    Words are looked up by the distinct word types of the document, literals are found in one Aho-Corasick pass, and
    sequences of tokens by their windows. Where words leave no window that asks for tags, no text is tagged.
    """

    def __init__(self) -> None:
        self._always: list[int] = []
        self._by_word: dict[str, list[int]] = {}
        self._by_literal: dict[str, list[int]] = {}
        self._indexed: list[tuple[int, range]] = []
        self._windows: list[tuple[int, Sequence[Window]]] = []

    def add(self, number: int, anchors: Anchors) -> None:
        """Add the rule ``number``. All rules must be there before the first document."""
        if anchors.indexed:
            self._indexed.append((number, anchors.indexed))
        elif anchors.windows:
            self._windows.append((number, anchors.windows))
        elif anchors.words is not None:
            for word in anchors.words:
                self._by_word.setdefault(word, []).append(number)
        elif anchors.literals is not None:
            for literal in anchors.literals:
                self._by_literal.setdefault(literal, []).append(number)
        else:
            self._always.append(number)

    def active(self, document: Document) -> dict[int, list[int]]:
        """Return the numbers of the rules that may find something in a document.

        Returns:
            For each of them the numbers of its windows that open in the document; none for a rule without windows.
        """
        found: dict[int, list[int]] = {number: [] for number in self._always}
        for word in document.by_lower.keys() & self._by_word.keys():
            found.update((number, []) for number in self._by_word[word])
        if self._by_literal:
            for block in document.blocks:
                for _, numbers in self._automaton.iter(block.text.lower()):
                    found.update((number, []) for number in numbers)
        for sequences in self._sequences:
            for window in members(_opened(sequences, document)):
                number, way = sequences.owners[window]
                found.setdefault(number, []).append(way)
        return found

    @cached_property
    def _sequences(self) -> list[_Sequences]:
        """The built-in rules, whose windows are in an index, and all others."""
        found = []
        if self._indexed:
            found.append(_owned(window_index(), self._indexed))
        if self._windows:
            windows: list[Window] = []
            ranges = []
            for number, own in self._windows:
                ranges.append((number, range(len(windows), len(windows) + len(own))))
                windows += own
            found.append(_owned(WindowIndex.of(windows), ranges))
        return found

    @cached_property
    def _automaton(self):  # type: ignore[no-untyped-def]  # the package has no types
        import ahocorasick

        automaton = ahocorasick.Automaton()
        for literal, numbers in self._by_literal.items():
            automaton.add_word(literal, numbers)
        automaton.make_automaton()
        return automaton


def _owned(index: WindowIndex, ranges: Sequence[tuple[int, range]]) -> _Sequences:
    owners = {window: (number, way) for number, windows in ranges for way, window in enumerate(windows)}
    return _Sequences(index, sum([(1 << len(windows)) - 1 << windows.start for _, windows in ranges]), owners)


def _opened(sequences: _Sequences, document: Document) -> int:
    """Return the windows of some rules that open in a document."""
    known, chosen, _ = sequences
    lowers = _closed(document.lowers, document.unclosed)
    if len(document.by_lower) < _FEW and not known.named({*document.by_lower, _FULL_STOP}) & known.tagged & chosen:
        return known.open(lowers, ()) & chosen
    try:
        tags = document.tags
    except DataError:
        tags = []  # the rules that want them are asked, and say so
    return known.open(lowers, _closed(tags, document.unclosed)) & chosen


def _closed(tokens: list[str], unclosed: Sequence[int]) -> list[str]:
    """Return the forms, or the tags, of some tokens with a full stop behind those that end a sentence without one."""
    if not (tokens and unclosed):
        return tokens
    found: list[str] = []
    for first, last in pairwise([0, *[end + 1 for end in unclosed]]):
        found += [*tokens[first:last], _FULL_STOP]
    return found + tokens[unclosed[-1] + 1 :]
