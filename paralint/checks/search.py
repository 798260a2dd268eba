"""Search: where in a document a sequence of token specs matches.

The beginnings of a sequence are found for the whole document at once, by sets of tokens: what a token must be is
reduced to the words and tags that it may have, and the sequence is followed from its end to its beginning by shifts and
conjunctions. Only at the few beginnings that are left are the specs asked in full.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import reduce
from operator import or_

from paralint.checks.sequences import Sequence
from paralint.checks.token_tests import TokenTest
from paralint.checks.tokensets import TokenSets, members
from paralint.text.document import Document
from paralint.text.words import TokenKind
from paralint.values import NamedTuple

SILENT = (TokenKind.PUNCTUATION, TokenKind.SYMBOL)  # may stand outside the words of a sentence


_FEW = 100  # tokens that are cheaper to look at one by one than all forms of a document


class Run(NamedTuple):
    """The tokens that one item of a pattern matched; empty where an optional item matched none."""

    first: int
    last: int


class Search:
    """One document under patterns."""

    def __init__(self, document: Document, *, tagged: bool = True) -> None:
        """Args:
        document: the document.
        tagged: whether tags matter; without them the tagger is not asked.
        """
        self.document = document
        self._sets = document.derive(TokenSets)
        self._tags = document.tags if tagged else [""] * len(document.tokens)
        self._possible = _Possible(self._sets)
        self._unclosed = frozenset(document.unclosed)

    def fits(self, test: TokenTest, index: int) -> bool:
        """Whether the token ``index`` fits a test."""
        return test.fits(self.document.tokens.word(index), self._tags[index]) and (
            not test.placed or self._in_place(test, index)
        )

    def _in_place(self, test: TokenTest, index: int) -> bool:
        """Whether a token whose reading fits meets the conditions on its place, too."""
        spec = test.spec
        if spec.space_before is not None and spec.space_before != self.document.spaced(index):
            return False
        if spec.quoted is not None and spec.quoted != self._quoted(index):
            return False
        if spec.first is not None and spec.first != self._first(index):
            return False
        if spec.elsewhere and not self._in_lower_case(index):
            return False
        if any(self.fits(inner, index) for inner in test.negated if inner.placed):
            return False
        return not test.alternatives or any(self.fits(inner, index) for inner in test.alternatives)

    def _first(self, index: int) -> bool:
        """Whether no word stands before the token in its sentence."""
        first = self.document.tokens.sentences[self.document.sentence_of(index)]
        return all(self.document.tokens.word(before).kind in SILENT for before in range(first, index))

    def _quoted(self, index: int) -> bool:
        from paralint.evidence.quotations.quotations import quotations  # few patterns ask

        return bool(self.document.derive(quotations).inside[index])

    def _in_lower_case(self, index: int) -> bool:
        types = self.document.tokens.types
        lower = self.document.tokens.word(index).lower
        return any(types[other].form == lower for other in self.document.by_lower[lower])

    def places(self, sequence: Sequence) -> Iterator[int]:
        """Yield the tokens at which a sequence may match, in order; most others are ruled out."""
        for start in members(self.starts(sequence)):
            for nearest, farthest, test in sequence.telling:
                if not self._stands(test, start + nearest, start + farthest):
                    break
            else:
                yield start

    def _stands(self, test: TokenTest, nearest: int, farthest: int) -> bool:
        """Whether one of some tokens fits a test."""
        for index in range(nearest, min(farthest + 1, len(self._tags))):  # noqa: SIM110  # asked at every step
            if self.fits(test, index):
                return True
        return False

    def starts(self, sequence: Sequence) -> int:
        """Return the set of the tokens at which a sequence may begin, judged without a look at each place."""
        found = self._begun(sequence)
        return self._told_by_form(found, sequence) if found.bit_count() > _FEW else found

    def _begun(self, sequence: Sequence) -> int:
        """Return where a sequence may begin, judged by words and tags alone."""
        possible, inner = self._possible, self._sets.inner
        found = 0
        behind = self._sets.every  # the tokens behind which the sentence goes on as the items passed so far ask
        ends = self._sets.unclosed if sequence.closing else 0  # those behind which its end will do
        for number, (test, least, most, skip) in enumerate(sequence.items):
            if least == most == 1 and not skip:
                found = possible[test] & behind
            else:
                found = _runs(possible[test], behind, found, least, most, skip, inner)
            if number and least:
                ends = 0
            if not found | ends:
                return 0
            behind = (found & inner) >> 1 | ends
        return found

    def _told_by_form(self, found: int, sequence: Sequence) -> int:
        """Return those of many beginnings behind which stand forms that fit the items without words of their own."""
        sets = self._sets
        nearest = farthest = 0
        for test, least, most, skip in sequence.firm:
            farthest += skip
            if test.words is None and least:
                fitting = test.of_form.fitting(sets.forms)
                if len(fitting) < len(sets.forms) >> 2:  # or it tells little, and costs much
                    tokens = sets.of_forms(fitting)
                    behind = tokens >> nearest
                    for distance in range(nearest + 1, farthest + 1):
                        behind |= tokens >> distance
                    found &= behind
                    if found.bit_count() <= _FEW:
                        break
            nearest += least
            farthest += most
        return found

    def match(self, tests: list[TokenTest], first: int, last: int, item: int = 0) -> list[Run] | None:
        """Match the tests from ``item`` on, beginning at the token ``first``, short of the token ``last``; greedy."""
        runs: list[Run] = []
        while item < len(tests):
            test = tests[item]
            spec = test.spec
            if spec.least == spec.most == 1 and not spec.skip:
                if first >= last:
                    return [*runs, Run(first, first)] if self.closes(tests, item, first) else None
                if not self.fits(test, first):
                    return None
                runs.append(Run(first, first + 1))
                first += 1
                item += 1
                continue
            following = tests[item + 1] if item + 1 < len(tests) else None
            if following is not None and (following.spec.least == 0 or following.spec.skip or following.closing):
                following = None  # it need not stand right behind
            for start in range(first, min(first + spec.skip, last) + 1):
                count = 0
                while count < spec.most and start + count < last and self.fits(test, start + count):
                    count += 1
                while count >= spec.least:
                    behind = start + count
                    if following is None or (behind < last and self.fits(following, behind)):
                        rest = self.match(tests, behind, last, item + 1)
                        if rest is not None:
                            return [*runs, Run(start, behind), *rest]
                    count -= 1
            return None
        return runs

    def closes(self, tests: list[TokenTest], item: int, end: int) -> bool:
        """Whether the end of a sentence, before the token ``end``, stands for the full stop that an item asks for."""
        return item == len(tests) - 1 and tests[item].closing and end - 1 in self._unclosed


class _Possible(dict[TokenTest, int]):
    """The tokens that may fit a test, judged by words and tags alone."""

    def __init__(self, sets: TokenSets) -> None:
        super().__init__()
        self._sets = sets

    def __missing__(self, test: TokenTest) -> int:
        sets = self._sets
        tokens = sets.every
        if test.words is not None:
            tokens = sets.of_words[test.words]
        elif test.alternatives:
            tokens = reduce(or_, map(self.__getitem__, test.alternatives))
        if test.tags is not None:
            tokens &= sets.of_tags[test.tags]
        self[test] = tokens
        return tokens


def _runs(possible: int, behind: int, rest: int, least: int, most: int, skip: int, inner: int) -> int:
    """Return where an item may begin that takes a run of possible tokens, and may step over some before them.

    Args:
        possible: the tokens that a run may consist of.
        behind: the tokens behind which the sentence goes on.
        rest: the tokens with which it goes on; a run that may be empty begins there, too.
        least, most: the allowed lengths of a run.
        skip: how many tokens may be stepped over.
        inner: the tokens that do not begin a sentence.
    """
    found = 0 if least else rest
    run = possible & behind
    for length in range(1, most + 1):
        if length > 1:
            run = possible & (run & inner) >> 1
        if not run:
            break
        if length >= least:
            found |= run
    run = found
    for _ in range(skip):
        run = (run & inner) >> 1
        found |= run
    return found
