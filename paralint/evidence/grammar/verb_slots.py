"""A word that asks for a form of the verb behind it, with what stands around both."""

from __future__ import annotations

from paralint.evidence.words.closed import NOMINATIVE, NOUNS, words
from paralint.values import NamedTuple

OBJECT_TAGS = frozenset({"DT", "PRP$", "PRP", "WRB", "WP"})  # begins what a verb takes and a noun does not
PARTICLES = frozenset({"up", "down", "off", "out", "away", "back"})
WH = words(
    """
    what which who how why where when that all whether than as everything whom
    """
)


class VerbSlot(NamedTuple):
    """A word that asks for a form, and the verb behind it, in a sentence.

    Attributes:
        words, tags: those of the document, words in lower case.
        start, last: the tokens of the sentence, half open.
        first: the token that asks for a form.
        verb: the token behind it, and behind its adverbs.
    """

    words: list[str]
    tags: list[str]
    start: int
    last: int
    first: int
    verb: int

    @property
    def before(self) -> str:
        return self.words[self.first - 1] if self.first > self.start else ""

    @property
    def tag_before(self) -> str:
        return self.tags[self.first - 1] if self.first > self.start else ""

    @property
    def following(self) -> str:
        return self.words[self.verb + 1] if self.verb + 1 < self.last else ""

    @property
    def tag_following(self) -> str:
        return self.tags[self.verb + 1] if self.verb + 1 < self.last else ""

    @property
    def takes_object(self) -> bool:
        """Whether what follows the verb can be its object and not part of a noun phrase that it belongs to."""
        if self.following in NOMINATIVE:
            return False
        return self.tag_following in OBJECT_TAGS or self.following in PARTICLES

    @property
    def ends_relative(self) -> bool:
        """Whether the subject stands directly behind a noun: "the effect the wind had"."""
        at = self.first - 1
        while at > self.start and self.tags[at] in NOUNS:
            at -= 1
        while at > self.start and self.tags[at] in ("JJ", "CD", "VBN"):
            at -= 1
        return self.tags[at] in ("DT", "PRP$", "PRP") and at > self.start and self.tags[at - 1] in (*NOUNS, "DT")

    @property
    def in_clause(self) -> bool:
        """Whether a clause is open in front, whose end the first word may be: "what he has is", "all they can is"."""
        return not WH.isdisjoint(self.words[max(self.start, self.first - 9) : self.first])
