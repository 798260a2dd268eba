"""A sentence as far as its verbs go: which are active for certain, where a phrase ends, where an object may be.

Nothing is parsed. A verb counts as active only if its form or what stands in front of it leaves no doubt, and a phrase
or a clause is followed only as far as its words are of one kind; all else is left alone.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import pairwise

from paralint.evidence.grammar.captions import captions
from paralint.evidence.words.closed import BE as BE
from paralint.evidence.words.closed import DO as DO
from paralint.evidence.words.closed import FINITE as FINITE
from paralint.evidence.words.closed import HAVE as HAVE
from paralint.evidence.words.closed import NOMINATIVE as NOMINATIVE
from paralint.evidence.words.closed import NOUNS as NOUNS
from paralint.evidence.words.closed import OBJECTIVE as OBJECTIVE
from paralint.evidence.words.closed import RELATIVE as RELATIVE
from paralint.evidence.words.closed import words as _words
from paralint.text.document import Document
from paralint.text.morphology import verb_forms, word_classes
from paralint.values import NamedTuple

_PHRASE = NOUNS | {"JJ", "JJR", "JJS", "CD", "POS", "PRP$", "DT", "PDT", "$", "VBN", "HYPH"}
_BEGINS = frozenset(
    {"DT", "PRP$", "CD", "PDT", "JJ", "JJR", "JJS", "NN", "NNS", "NNP", "NNPS", "$", "VBN", "VBG", "RB"}
)
_INSIDE = NOUNS | {"JJ", "JJR", "JJS", "CD", "POS", "HYPH", "VBN", "VBG", "$"}
_MOVES = _words("what which who whom whose where when why how than as whatever whoever whichever so such that")
_ADVERBS_WORDS = "also already since still even just only now then later soon recently once not n't never ever"
_ADVERBS = frozenset(_ADVERBS_WORDS.split())
_BELONGS = frozenset({"of", "in", "for", "at", "from", "on", "between", "with"})
_PHRASES = 3  # phrases with prepositions that a subject may have
_SHORTEST = 5  # tokens of a sentence that is looked at
_REACH = 14  # tokens before a verb in which a word may stand that takes its object away


class Words(NamedTuple):
    """A sentence under inspection.

    Attributes:
        words: the lower-cased tokens of the document.
        tags: their tags.
        first: the first token of the sentence.
        last: the token behind it.
        caption: whether it is a caption, to which a full stop is added in thought.
    """

    words: list[str]
    tags: list[str]
    first: int
    last: int
    caption: bool = False

    def word(self, at: int) -> str:
        """Return a token of the sentence, empty outside."""
        if at == self.last and self.caption:
            return "."
        return self.words[at] if self.first <= at < self.last else ""

    def tag(self, at: int) -> str:
        """Return the tag of a token of the sentence, empty outside."""
        if at == self.last and self.caption:
            return "."
        return self.tags[at] if self.first <= at < self.last else ""

    @property
    def stopped(self) -> bool:
        """Whether it ends in a full stop, written or not."""
        return self.caption or self.words[self.last - 1] == "."

    def skip_adverbs(self, at: int) -> int:
        """Return the first token from ``at`` back that is no adverb."""
        while at >= self.first and (self.tags[at] == "RB" or self.words[at] in _ADVERBS):
            at -= 1
        return at

    def phrase(self, at: int) -> int:
        """Return the token behind the noun phrase that begins at ``at``; ``at`` itself if none does."""
        tag = self.tag(at)
        if tag == "PRP":
            return at + 1
        if tag not in _BEGINS or (tag == "RB" and self.tag(at + 1) not in ("CD", "JJ")):
            return at
        end = at + 1
        while end < self.last and self.tags[end] in _INSIDE:
            # What stands before nouns begins another phrase behind one: "the town last year".
            if self.tags[end] not in NOUNS | {"POS", "HYPH"} and self.tags[end - 1] in NOUNS:
                break
            end += 1
        while end > at + 1 and self.tags[end - 1] in ("VBG", "VBN", "POS", "JJ", "RB"):
            end -= 1
        return end if self.tags[end - 1] in (*NOUNS, "CD") or (end == at + 1 and tag == "DT") else at

    def subject_phrase(self, at: int) -> int:
        """Return the token behind a subject that begins at ``at``, with phrases and an adverb that belong to it."""
        end = self.phrase(at)
        if end == at:
            return at
        for _ in range(_PHRASES):
            longer = self.phrase(end + 1)
            if self.word(end) not in _BELONGS or longer == end + 1:
                break
            end = longer
        return end + (self.tag(end) == "RB")

    def active(self, at: int) -> int | None:
        """Return the first token of the verb group that ends at ``at`` if it is active for certain; else None."""
        tag, word = self.tags[at], self.words[at]
        before = self.skip_adverbs(at - 1)
        if before < self.first:
            return None
        ahead, ahead_tag = self.words[before], self.tags[before]
        if tag in ("VBN", "VBD") and ahead in HAVE:
            outer = self.skip_adverbs(before - 1)
            return outer if outer >= self.first and self.tags[outer] == "MD" else before
        if tag in ("VB", "VBP") and (ahead_tag == "MD" or ahead in DO):
            return before
        if tag == "VBG" and ahead in BE and word != "being" and "adjective" not in word_classes(word):
            outer = self.skip_adverbs(before - 1)
            return outer if outer >= self.first and self.words[outer] in HAVE else before
        if tag not in ("VBD", "VBZ", "VBP", "VBN"):
            return None
        forms = verb_forms(word)
        if tag == "VBN" and ("VBD" not in forms or ahead not in NOMINATIVE):
            return None
        if ahead in NOMINATIVE or (ahead in RELATIVE and ahead_tag in ("WDT", "WP")):
            return before + 1
        if tag == "VBZ" and "noun" not in word_classes(word):
            return before + 1
        if ahead_tag in NOUNS or ahead_tag in ("PRP", "EX"):
            if tag == "VBD" and "VBN" not in forms:
                return before + 1
            # Headlines have participles alone: "singer jailed for theft".
            if self.stopped and not any(self.others(at)):
                return before + 1
        return None

    def has_finite(self, start: int, stop: int) -> bool:
        """Whether a finite verb is among the tokens from ``start`` up to ``stop``."""
        return any(self.tags[place] in FINITE for place in range(start, stop))

    def others(self, at: int) -> Iterator[int]:
        """Yield the finite verbs of the sentence besides the one at ``at``, those of subordinate clauses too.

        A speaker told at the end of the sentence does not count: ", officials said."
        """
        last = self.last - 1
        if self.word(last - 1) in ("said", "says", "say") and "," in self.words[max(at, last - 6) : last]:
            last -= 1
        for place in range(self.first, last):
            if place != at and self.tags[place] in FINITE:
                yield place

    def subject(self, group: int) -> int:
        """Return the first token of the subject that stands before a verb group; ``group`` if there is none."""
        at = end = self.skip_adverbs(group - 1)
        if at < self.first:
            return group
        if self.tags[at] in ("PRP", "EX", "WDT", "WP") or self.words[at] in RELATIVE:
            return at
        while at >= self.first and self.tags[at] in _PHRASE:
            if self.tags[at] in ("DT", "PRP$") and self.tag(at - 1) != "PDT":
                at -= 1
                break
            at -= 1
        return at + 1 if at < end else group

    def lost_object(self, group: int) -> bool:
        """Whether the object of the verb group that begins at ``group`` may stand in front of it."""
        start = self.subject(group)
        if start == group:
            return True
        if self.words[start] in RELATIVE:
            return self.tag(start - 1) == "IN"
        if start > self.first and (self.tags[start - 1] in (*NOUNS, "PRP", "CD", "DT") or self.words[start - 1] == ")"):
            return True  # "the car he bought"
        inner = self.tags[start : self.skip_adverbs(group - 1) + 1]
        if any(one in ("NN", "NNS") and other in ("NNP", "NNPS") for one, other in pairwise(inner)):
            return True
        for at in range(start - 1, max(self.first, start - _REACH) - 1, -1):
            if self.words[at] in _MOVES or self.tags[at] in ("WDT", "WP", "WRB"):
                if self.words[at] == "that" and self.tag(at - 1).startswith("V"):
                    continue
                return True
        return self.words[self.last - 1] == "?" or self.words[self.first] in ("what", "which", "who", "this", "these")

    def lacks_object(self, at: int) -> bool:
        """Whether the verb at ``at`` is active, and its object does not stand in front of it."""
        group = self.active(at)
        return group is not None and not self.lost_object(group)


def sentences(document: Document) -> tuple[Words, ...]:
    """Return the sentences of five tokens and more."""
    return document.derive(_sentences)


def _sentences(document: Document) -> tuple[Words, ...]:
    tags, words = document.tags, document.lowers
    bounds = pairwise(document.tokens.sentences)
    told = document.derive(captions)
    return tuple(
        [
            Words(words, tags, first, last, number in told)
            for number, (first, last) in enumerate(bounds)
            if last - first >= _SHORTEST
        ]
    )


def standing(document: Document, places: Iterable[int]) -> Iterator[tuple[Words, int]]:
    """Yield those of some tokens, ascending, that stand in sentences of five tokens and more, with these sentences."""
    following = iter(sentences(document))
    here = next(following, None)
    for at in places:
        while here is not None and here.last <= at:
            here = next(following, None)
        if here is None:
            return
        if here.first <= at:
            yield here, at
