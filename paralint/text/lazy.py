"""Regexes that are compiled when they are first used.

Compiling a long regex takes longer than importing the rest of its module, and most short texts need few of them. One
that asks for one of some words is not compiled before a text has one of them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from sys import maxsize
from typing import Any, cast


def pattern(source: str, flags: int = 0, *, words: frozenset[str] = frozenset()) -> re.Pattern[str]:
    """Return what behaves like ``re.compile(source, flags)``; a bad regex is found when it is first used.

    Args:
        source, flags: see ``re.compile``.
        words: words of lower-case letters, one of which whatever is found contains, with no such letters beside it. Of
            a text that has none of them ``search``, ``match``, ``fullmatch`` and ``finditer`` need not compile it.
    """
    return cast("re.Pattern[str]", _Asking(source, flags, words) if words else _Pattern(source, flags))


class _Pattern:
    def __init__(self, source: str, flags: int) -> None:
        self._source = source
        self._flags = flags

    def __getattr__(self, name: str) -> Any:
        # Called only for what is not there yet: from its second use on, a method is found like any other.
        value = getattr(re.compile(self._source, self._flags), name)
        setattr(self, name, value)
        return value


class _Asking(_Pattern):
    """Its methods are those of the class until it is compiled, and then those of the regex."""

    def __init__(self, source: str, flags: int, words: frozenset[str]) -> None:
        super().__init__(source, flags)
        self._words = words

    def search(self, text: str, start: int = 0, end: int = maxsize) -> re.Match[str] | None:
        return self._compiled().search(text, start, end) if self._is_asked(text, start, end) else None

    def match(self, text: str, start: int = 0, end: int = maxsize) -> re.Match[str] | None:
        # Many places of one long text are asked in turn; looking through the rest of it each time would take the square
        # of its length.
        asked = min(end, len(text)) - start > _LONG or self._is_asked(text, start, end)
        return self._compiled().match(text, start, end) if asked else None

    def fullmatch(self, text: str, start: int = 0, end: int = maxsize) -> re.Match[str] | None:
        return self._compiled().fullmatch(text, start, end) if self._is_asked(text, start, end) else None

    def finditer(self, text: str, start: int = 0, end: int = maxsize) -> Iterator[re.Match[str]]:
        return self._compiled().finditer(text, start, end) if self._is_asked(text, start, end) else iter(())

    def _is_asked(self, text: str, start: int, end: int) -> bool:
        return not self._words.isdisjoint(_LETTERS.findall(text, start, end))

    def _compiled(self) -> re.Pattern[str]:
        compiled = re.compile(self._source, self._flags)
        for name in ("search", "match", "fullmatch", "finditer"):
            setattr(self, name, getattr(compiled, name))
        return compiled


_LETTERS = pattern("[a-z]+")
_LONG = 4_000  # code points: longer than nearly all paragraphs
