"""Names inside restatements: which name of one passage is which name of the other."""

from __future__ import annotations

from bisect import bisect_left
from functools import lru_cache

from paralint.evidence.names.mentions import Mention, mentions
from paralint.evidence.restatements.restatements import Passage
from paralint.evidence.words.vocabulary import stem
from paralint.text.document import Document


def names_in(document: Document, passage: Passage) -> list[Mention]:
    """Return the mentions of a passage, in order."""
    everything = document.derive(mentions)
    begin = bisect_left(everything.firsts, passage.first)
    return list(everything.all[begin : bisect_left(everything.firsts, passage.last, begin)])


def last_name(mention: Mention) -> str:
    """Return what a mention is known by: the stem of the last part of its name."""
    return _known_by(mention.parts[-1])


@lru_cache(maxsize=1 << 14)
def _known_by(part: str) -> str:
    return stem(part.lower())


def same_name(one: Mention, other: Mention) -> bool:
    """Whether two mentions can be of one bearer: the last part is the same, or one is glued to the end of the other."""
    a, b = last_name(one), last_name(other)
    return a == b or (min(len(a), len(b)) >= 4 and (a.endswith(b) or b.endswith(a)))
