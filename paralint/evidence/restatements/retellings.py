"""Retellings: a short paragraph beside the paragraph one of whose sentences it tells again.

A paraphraser that is given a sentence at a time leaves its version as a paragraph of its own, before or behind the
paragraph that the sentence stands in. As wholes the two are too unlike for ``restatements``, and the sentences may be
too, since each of them is reworded throughout; but nothing else in an edited text makes a short paragraph say what the
sentences right beside it say.
"""

from __future__ import annotations

from bisect import bisect_left
from itertools import pairwise

from paralint.evidence.quotations.transcripts import transcripts
from paralint.evidence.restatements.restatements import (
    Passage,
    Restatement,
    Stems,
    are_alike_on_purpose,
    are_entries,
    likeness,
)
from paralint.evidence.words.vocabulary import NO_STEM, Vocabulary, vocabulary
from paralint.text.blocks import BlockKind
from paralint.text.document import Document
from paralint.text.words import TokenKind

_LEAST = 0.5  # the score
_LEAST_OF_TWO = 0.6  # the same for two sentences that are told together
_LEAST_OF_CAPTION = 0.7  # the same for a line without a full stop: a caption says what the paragraph beside it says
_BALANCE = 0.42  # of the shorter passage's weight over the longer one's: below it a line sums up what it heads
_SHARED = 4  # words that both have
_SHARED_ON_RUN = 2  # the same where they share a run of words, function words among them, …
_PLAIN = 2  # words that both have, names and figures apart
_RUN = 5  # … of this length
_STOPS = frozenset((".", "!", "…"))
_SENTENCES = 3  # of the short paragraph
_WINDOW = 2  # sentences of the other one that it may tell together


def retellings(document: Document) -> tuple[Restatement, ...]:
    """Return the paragraphs that tell again what the sentences beside them tell, in text order (a layer).

    The earlier passage of each pair comes first; one of the two is a whole paragraph, the other one or two sentences.
    """
    weighed = _Weighed(document.derive(vocabulary))
    bounds, ids = document.tokens.sentences, document.tokens.ids
    spoken = document.derive(transcripts)
    found: list[Restatement] = []
    paragraphs = [Passage(*paragraph) for paragraph in pairwise(document.tokens.blocks)]
    for number, (one, other) in enumerate(pairwise(paragraphs)):
        if ids[slice(*one)] == ids[slice(*other)] or not (
            _is_prose(document, number) and _is_prose(document, number + 1)
        ):
            continue
        if number in spoken or number + 1 in spoken or are_alike_on_purpose(document, number, number + 1):
            continue
        pairs = [
            pair
            for short, long in ((other, one), (one, other))
            if bisect_left(bounds, short.last) - bisect_left(bounds, short.first) <= _SENTENCES
            for pair in _told(document, weighed, short, long)
        ]
        if pairs:
            found.append(max(pairs, key=lambda pair: pair.score))
    return tuple(found)


def _is_prose(document: Document, number: int) -> bool:
    """Whether a block can be told again: no heading, no headline without a full stop at the top of the text."""
    block = document.blocks[number]
    return block.kind is not BlockKind.HEADING and (number > 0 or block.text.rstrip().endswith((".", "!", "”", '"')))


class _Weighed(dict[Passage, tuple[Stems, float]]):
    """What passages say and how much that weighs; each is compared with several others."""

    def __init__(self, words: Vocabulary) -> None:
        super().__init__()
        self.words = words

    def __missing__(self, passage: Passage) -> tuple[Stems, float]:
        content = frozenset(self.words.stems[passage.first : passage.last]) - {NO_STEM}
        found = self[passage] = content, sum(map(self.words.weights.__getitem__, content))
        return found


def _told(document: Document, weighed: _Weighed, short: Passage, long: Passage) -> list[Restatement]:
    """Return the sentences of ``long``, one or two at a time, that ``short`` tells as a whole."""
    bounds = document.tokens.sentences
    if len(weighed[short][0]) < _SHARED:
        return []
    found = []
    first, last = bisect_left(bounds, long.first), bisect_left(bounds, long.last)
    for begin in range(first, last):
        for end in range(begin + 1, min(last, begin + _WINDOW) + 1):
            window = Passage(bounds[begin], bounds[end])
            score = _score(document, weighed, window, short)
            if not score or are_entries(document, short, window):
                continue
            least = _LEAST if end == begin + 1 else _LEAST_OF_TWO
            if score >= (least if _ends(document, short) and _ends(document, window) else _LEAST_OF_CAPTION):
                pair = sorted((short, window))
                found.append(Restatement(pair[0], pair[1], score, 1, True))
    return found


def _ends(document: Document, passage: Passage) -> bool:
    """Whether the last sentence of a passage has its full stop."""
    word = document.tokens.word
    return any(word(token).form in _STOPS for token in range(max(passage.first, passage.last - 3), passage.last))


def _score(document: Document, weighed: _Weighed, window: Passage, short: Passage) -> float:
    (content, weight), (other, other_weight) = weighed[short], weighed[window]
    shared = len(content & other)
    if shared < _SHARED_ON_RUN:
        return 0.0
    lighter, heavier = sorted((weight, other_weight))
    if lighter < _BALANCE * heavier:
        return 0.0
    score = likeness(weighed.words, content, other, _LEAST)
    if score >= _LEAST and not _shares_words(document, window, short):
        return 0.0
    if score < _LEAST or (shared < _SHARED and _longest_run(document, short, window) < _RUN):
        return 0.0
    return score


def _shares_words(document: Document, one: Passage, other: Passage) -> bool:
    """Whether two passages share more than names and figures."""
    stems = document.derive(vocabulary).stems
    plain = [
        {
            stems[token]
            for token in range(*passage)
            if document.tokens.word(token).kind is TokenKind.WORD and not document.tokens.word(token).capital
        }
        for passage in (one, other)
    ]
    return len((plain[0] & plain[1]) - {NO_STEM}) >= _PLAIN


def _longest_run(document: Document, one: Passage, other: Passage) -> int:
    """Return how many words, function words among them, two passages have in common in one run."""
    word = document.tokens.word
    longest = 0
    theirs = [word(token).lower for token in range(*other)]
    before = [0] * (len(theirs) + 1)
    for token in range(*one):
        lower = word(token).lower
        runs = [0] * (len(theirs) + 1)
        for place, their in enumerate(theirs):
            if their == lower:
                runs[place + 1] = before[place] + 1
                longest = max(longest, runs[place + 1])
        before = runs
    return longest
