"""What is decided of a string once and remembered for the documents that follow."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

Value = TypeVar("Value")

LONGEST = 64  # characters of a string worth remembering: no word is longer, and a file without blanks must not stay


class Memo(dict[str, Value]):
    """The values of a function of strings, each computed when it is first looked up.

    It holds a bounded number of them and begins anew when it is full, so a run over any number of files needs no more
    memory than one over a hundred.
    """

    def __init__(self, function: Callable[[str], Value], size: int) -> None:
        """Args:
        function: what is remembered; a pure function.
        size: how many values are kept.
        """
        super().__init__()
        self._function = function
        self._most = size

    def __missing__(self, key: str) -> Value:
        value = self._function(key)
        if len(key) <= LONGEST:
            if len(self) >= self._most:
                self.clear()
            self[key] = value
        return value
