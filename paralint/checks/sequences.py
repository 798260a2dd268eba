"""Sequences of token specs, as a search takes them."""

from __future__ import annotations

from functools import cached_property

from paralint.checks.token_tests import TokenTest, words_of
from paralint.ruleset.kinds.pattern import TokenSpec


class Sequence:
    """A sequence of token specs; its tests are made when a document may have a match.

    Attributes:
        tokens: the specs.
        named: sets of words in lower case, rare ones first; every match has one of each.
        words: the first of them, or None.
        longest: how many tokens a match can have.
    """

    def __init__(self, tokens: tuple[TokenSpec, ...], *, trusted: bool) -> None:
        self.tokens = tokens
        self._trusted = trusted
        named = [words for token in tokens if token.least > 0 and (words := words_of(token)) is not None]
        self.named = sorted(named, key=_commonness)
        self.words = self.named[0] if named else None
        self.longest = sum(token.most + token.skip for token in tokens)

    @cached_property
    def tests(self) -> list[TokenTest]:
        return [TokenTest(token, trusted=self._trusted) for token in self.tokens]


def _commonness(words: frozenset[str]) -> float:
    """Guess how often words are met: the shorter a word, the more frequent it is (Zipf 1935)."""
    return sum([3.0 ** -len(word) for word in words])
