"""Sequences of token specs, as a search takes them."""

from __future__ import annotations

from functools import cached_property

from paralint.checks.token_tests import TokenTest, words_of
from paralint.ruleset.kinds.pattern import TokenSpec
from paralint.values import NamedTuple


class Outline(NamedTuple):
    """What an item of a sequence asks, as far as words and tags tell it.

    Attributes:
        words: the lower-cased words, one of which every fitting token is, or None.
        tags: the tags, one of which every fitting token has, or None.
        test: the test.
        narrowed: whether it has alternatives or exceptions that words or tags tell, too.
        least, most, skip: as in ``TokenSpec``.
    """

    words: frozenset[str] | None
    tags: frozenset[str] | None
    test: TokenTest
    narrowed: bool
    least: int
    most: int
    skip: int

    @classmethod
    def of(cls, test: TokenTest) -> Outline:
        spec = test.spec
        narrowed = bool(test.words is None and test.alternatives) or any(inner.simple for inner in test.negated)
        return cls(test.words, test.tags, test, narrowed, spec.least, spec.most, spec.skip)


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
        named: sets of words in lower case, rare ones first; every match has one of each.
        words: the first of them, or None.
        longest: how many tokens a match can have.
    """

    def __init__(self, tokens: tuple[TokenSpec, ...], tests: SharedTests) -> None:
        self.tokens = tokens
        self._tests = tests
        named = [words for token in tokens if token.least > 0 and (words := words_of(token)) is not None]
        self.named = sorted(named, key=_commonness)
        self.words = self.named[0] if named else None
        self.longest = sum(token.most + token.skip for token in tokens)

    @cached_property
    def tests(self) -> list[TokenTest]:
        return [self._tests.of(token) for token in self.tokens]

    @cached_property
    def outlines(self) -> list[Outline]:
        """What the items ask, the last item first; without those behind the last one that must be there."""
        found = [Outline.of(test) for test in reversed(self.tests)]
        while found[0].least == 0:
            del found[0]
        return found


_SHARE = [3.0**-length for length in range(200)]


def _commonness(words: frozenset[str]) -> float:
    """Guess how often words are met: the shorter a word, the more frequent it is (Zipf 1935)."""
    return sum(map(_SHARE.__getitem__, map(len, words)))
