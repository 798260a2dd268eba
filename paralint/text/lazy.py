"""Regexes that are compiled when they are first used.

Compiling a long regex takes longer than importing the rest of its module, and most short texts need few of them.
"""

from __future__ import annotations

import re
from typing import Any, cast


def pattern(source: str, flags: int = 0) -> re.Pattern[str]:
    """Return what behaves like ``re.compile(source, flags)``; a bad regex is found when it is first used."""
    return cast("re.Pattern[str]", _Pattern(source, flags))


class _Pattern:
    def __init__(self, source: str, flags: int) -> None:
        self._source = source
        self._flags = flags

    def __getattr__(self, name: str) -> Any:
        # Called only for what is not there yet: from its second use on, a method is found like any other.
        value = getattr(re.compile(self._source, self._flags), name)
        setattr(self, name, value)
        return value
