"""What a slip changes."""

from __future__ import annotations

import random
from typing import NamedTuple

from paralint.text.document import Document

HAVE = frozenset({"has", "have", "had", "'ve"})
BE = frozenset({"is", "are", "was", "were", "be", "been", "being", "'re", "'m", "am"})


class Change(NamedTuple):
    """``new`` in the place of the tokens from ``first`` to ``last``, exclusive."""

    kind: str
    first: int
    last: int
    new: str


class Place(NamedTuple):
    """A word of a sentence that is not its first or last one, with what stands around it."""

    text: Document
    at: int
    draw: random.Random

    def word(self, offset: int = 0) -> str:
        """Return the word so many tokens further on, in lower case; nothing outside the text."""
        return self.text.tokens.word(self.at + offset).lower if 0 <= self.at + offset < len(self.text.tags) else ""

    def tag(self, offset: int = 0) -> str:
        """Return the tag of the word so many tokens further on; nothing outside the text."""
        return self.text.tags[self.at + offset] if 0 <= self.at + offset < len(self.text.tags) else ""

    def instead(self, kind: str, new: str) -> Change:
        """Return the change that puts ``new`` in the word's place, or leaves it out."""
        return Change(kind, self.at, self.at + 1, new)
