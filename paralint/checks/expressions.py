"""Regexes over the prose of blocks: prefiltered by a literal they need, and limited in time where they are not ours."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any

from paralint.ruleset.kinds.expressions import is_literal
from paralint.text.blocks import Block

SECONDS = 0.2  # for one regex over one block; the slowest rule of the public Vale packs needs under 0.01


class SlowExpressionError(Exception):
    """A regex of a user's rule took longer over one block than it may."""


class Expression:
    """Alternatives compiled to one regex.

    Attributes:
        literals: lower-cased strings, one of which stands in every match; None if there is no such set.
    """

    def __init__(self, source: str, *, ignorecase: bool, trusted: bool) -> None:
        self.source = source
        self.trusted = trusted
        self.literals = required(source)
        flags = re.MULTILINE | (re.IGNORECASE if ignorecase else 0)
        self._compiled: Any
        if trusted:
            self._compiled = re.compile(source, flags)
        else:
            import regex

            self._compiled = regex.compile(source, flags)

    def matches(self, block: Block) -> Iterator[tuple[int, int]]:
        """Yield the non-empty matches in the prose of ``block``, relative to it.

        Raises:
            SlowExpressionError: when a user's regex runs out of time.
        """
        if self.trusted:
            found = self._compiled.finditer(block.text)
        else:
            found = self._compiled.finditer(block.text, timeout=SECONDS)
        try:
            for match in found:
                if match.end() > match.start():
                    yield match.start(), match.end()
        except TimeoutError:
            raise SlowExpressionError(
                f"regex '{self.source[:60]}' took longer than {SECONDS} s over one block"
            ) from None

    def found_in(self, text: str) -> bool:
        """Whether the regex has a match anywhere in a text; runs without a time limit."""
        return bool(self._compiled.search(text))


def alternatives(expressions: Iterable[str], *, nonword: bool) -> str:
    """Join regexes as Vale does: at word edges unless ``nonword``."""
    joined = "|".join(expressions)
    return f"(?:{joined})" if nonword else rf"\b(?:{joined})\b"


def required(source: str) -> frozenset[str] | None:
    """Return lower-cased literals of which every match of the regex ``source`` contains one, or None if unsure.

    Cox, "Regular Expression Matching with a Trigram Index" (2012), reduced to the longest run of each alternative.
    """
    if is_literal(source):
        return frozenset({source.lower()})
    try:
        from re import _parser as parser  # type: ignore[attr-defined]  # public API has no way to read a regex
    except ImportError:
        import sre_parse as parser
    try:
        return _best(parser.parse(source))
    except (re.error, RecursionError, OverflowError):
        return None


def _best(parsed: Any) -> frozenset[str] | None:
    """Of the parts of a sequence, each of which must occur, return the literals of the most selective one."""
    candidates: list[frozenset[str]] = []
    run = ""
    for operator, argument in [*parsed, (None, None)]:
        name = str(operator)
        if name == "LITERAL" and chr(argument).lower() == chr(argument).casefold():
            run += chr(argument).lower()
            continue
        if run:
            candidates.append(frozenset({run}))
            run = ""
        inner: frozenset[str] | None = None
        if name == "SUBPATTERN":
            inner = _best(argument[3])
        elif name == "BRANCH":
            branches = [_best(branch) for branch in argument[1]]
            if all(branch is not None for branch in branches):
                inner = frozenset().union(*(branch for branch in branches if branch is not None))
        elif name in ("MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT") and argument[0] > 0:
            inner = _best(argument[2])
        if inner is not None:
            candidates.append(inner)
    # Single letters would be found everywhere; a long set of short literals is worth less than one long literal.
    candidates = [found for found in candidates if min(map(len, found)) >= 2]
    return max(candidates, key=lambda found: (min(map(len, found)), -len(found), sorted(found)), default=None)
