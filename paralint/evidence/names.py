"""Names inside restatements: which name of one passage is which name of the other."""

from __future__ import annotations

from bisect import bisect_left

from paralint.evidence.mentions import Mention, mentions
from paralint.evidence.restatements import Passage
from paralint.evidence.vocabulary import stem
from paralint.text.document import Document


def names_in(document: Document, passage: Passage) -> list[Mention]:
    """Return the mentions of a passage, in order."""
    everything = document.derive(mentions).all
    index = bisect_left(everything, passage.first, key=lambda mention: mention.first)
    found = []
    while index < len(everything) and everything[index].first < passage.last:
        found.append(everything[index])
        index += 1
    return found


def last_name(mention: Mention) -> str:
    """Return what a mention is known by: the stem of the last part of its name."""
    return stem(mention.parts[-1].lower())


def same_name(one: Mention, other: Mention) -> bool:
    """Whether two mentions can be of one bearer: the last part is the same, or one is glued to the end of the other."""
    a, b = last_name(one), last_name(other)
    return a == b or (min(len(a), len(b)) >= 4 and (a.endswith(b) or b.endswith(a)))
