"""Sequences of token specs, as a search takes them."""

from __future__ import annotations

from functools import cached_property

from paralint.checks.token_tests import TokenTest
from paralint.checks.windows import window
from paralint.ruleset.kinds.pattern import TokenSpec
from paralint.ruleset.windows import Window
from paralint.values import NamedTuple

_NEAR = 3  # tokens that are looked at for one test


class Item(NamedTuple):
    """An item of a sequence: its test, and how often it may stand there (see ``TokenSpec``)."""

    test: TokenTest
    least: int
    most: int
    skip: int


class SharedTests:
    """The tests of one rule: alternatives that have a token in common share its test, and what that has decided."""

    def __init__(self, *, trusted: bool) -> None:
        self._trusted = trusted
        self._made: dict[int, tuple[TokenSpec, TokenTest]] = {}  # by the identity of the spec, which is kept with it

    def of(self, spec: TokenSpec) -> TokenTest:
        """Return the test of a spec."""
        made = self._made.get(id(spec))
        if made is None:
            made = self._made[id(spec)] = spec, TokenTest(spec, trusted=self._trusted)
        return made[1]


class Sequence:
    """A sequence of token specs; its tests are made when a document may have a match.

    Attributes:
        tokens: the specs.
        longest: how many tokens a match can have.

    The end of a sentence without a full stop, as of a caption, counts as one for the last token.
    """

    def __init__(self, tokens: tuple[TokenSpec, ...], tests: SharedTests) -> None:
        self.tokens = tokens
        self._tests = tests
        self.longest = sum(token.most + token.skip for token in tokens)

    @cached_property
    def tests(self) -> list[TokenTest]:
        return [self._tests.of(token) for token in self.tokens]

    @cached_property
    def items(self) -> list[Item]:
        """The items, the last one first; without those behind the last one that must be there."""
        found = [Item(test, *test.counts) for test in reversed(self.tests)]
        while found[0].least == 0:
            del found[0]
        return found

    @cached_property
    def closing(self) -> bool:
        """Whether the last item may be the full stop that a sentence lacks."""
        return len(self.tests) > 1 and self.tests[-1].closing

    @property
    def firm(self) -> list[Item]:
        """The items, the first one first, for which a token must stand in the text."""
        return self.items[: 0 if self.closing else None : -1]

    @cached_property
    def telling(self) -> list[tuple[int, int, TokenTest]]:
        """The tests of items that must be there which words and tags do not decide, with the least and the greatest
        distance that a token of each may have from the beginning."""
        found = []
        nearest = farthest = 0
        for test, least, most, skip in self.firm:
            farthest += skip
            if least and not test.settled:
                found.append((nearest, farthest, test))
            nearest += least
            farthest += most
            if farthest - nearest > _NEAR:
                break
        return found

    @property
    def window(self) -> Window:
        """The neighbouring tokens that a document must have for the sequence to match."""
        return window(self.tests)
