"""Conflicting events: a meeting that is still to come in one paragraph and over in another."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator
from itertools import pairwise

from paralint.evidence.measures.times import moments
from paralint.evidence.names.mentions import Mention
from paralint.evidence.restatements.conflicts import Conflict, without_repeats
from paralint.evidence.restatements.names import last_name, names_in
from paralint.evidence.restatements.restatements import Passage
from paralint.evidence.words.closed import words
from paralint.evidence.words.vocabulary import stems_of, vocabulary
from paralint.text.document import Document
from paralint.text.morphology import verb_forms
from paralint.values import NamedTuple

_MEETINGS = stems_of("meeting met call talk conversation discussion summit speak spoke visit")
_FUTURE = words(
    """
    will 'll upcoming likely expected possible possibly tentatively planned plans scheduled next tomorrow set due would
    potential
    """
)
_LEAST_FUTURE = 2  # places that must speak of the meeting as still to come
_REACH = 8


class Meeting(NamedTuple):
    """A sentence that speaks of a meeting of two.

    Attributes:
        pair: the stems of the two names.
        first, last: the tokens from the first name to the end of the second or of the meeting's word.
        future: whether it is still to come.
        past: whether it is over.
    """

    pair: frozenset[str]
    first: int
    last: int
    future: bool
    past: bool


def events(document: Document) -> tuple[Conflict, ...]:
    """Return the meetings told as over that the document announces elsewhere (a layer: see ``Document.derive``)."""
    words = document.derive(vocabulary)
    if _MEETINGS.isdisjoint(words.names):
        return ()
    by_pair: defaultdict[frozenset[str], list[Meeting]] = defaultdict(list)
    for meeting in _meetings(document):
        by_pair[meeting.pair].append(meeting)
    return without_repeats(conflict for told in by_pair.values() for conflict in _compare(document, told))


def _compare(document: Document, told: list[Meeting]) -> Iterator[Conflict]:
    coming = [meeting for meeting in told if meeting.future]
    if len(coming) < _LEAST_FUTURE:
        return
    for meeting in told:
        if meeting.past:
            yield Conflict(
                "event",
                document.tokens.span(meeting.first, meeting.last),
                document.tokens.span(coming[0].first, coming[0].last),
                1.0,
            )


def _meetings(document: Document) -> Iterator[Meeting]:
    words = document.derive(vocabulary)
    word = document.tokens.word
    dated = {document.sentence_of(moment.first) for moment in document.derive(moments) if moment.month or moment.year}
    sentences = document.sentences
    by_sentence: defaultdict[int, list[int]] = defaultdict(list)
    for places in document.places:
        if words.names[words.stems[places[0]]] in _MEETINGS:
            for token in places:
                by_sentence[document.sentence_of(token)].append(token)
    for number in sorted(by_sentence):
        sentence = sentences[number]
        held = sorted(by_sentence[number])
        names = names_in(document, Passage(sentence.first, sentence.last))
        for left, right in pairwise(names):
            if right.first - left.last > _REACH or last_name(left) == last_name(right):
                continue
            near = held[bisect_left(held, left.first - 3) : bisect_right(held, right.last + 3)]
            if not near:
                continue
            first, last = left.title, max(right.last, min(near[-1] + 1, right.last + 4))
            around = {
                word(token).lower for token in range(max(sentence.first, first - 4), min(sentence.last, last + 3))
            }
            opener = word(first - 1).lower if first > sentence.first else ""
            past = sentence.number not in dated and _is_over(document, opener, left, right, near)
            if past:
                first -= 1
            future = not past and not around.isdisjoint(_FUTURE)
            yield Meeting(frozenset((last_name(left), last_name(right))), first, last, future, past)


def _is_over(document: Document, opener: str, left: Mention, right: Mention, near: list[int]) -> bool:
    """Whether the words are "after X's meeting with Y" or "before X called Y"."""
    word = document.tokens.word
    inside = [token for token in near if left.last <= token < right.title]
    if opener == "after":
        return bool(inside) and word(left.last).lower == "'s"
    if opener == "before":
        return bool(inside) and inside[0] == left.last and "VBD" in verb_forms(word(inside[0]).lower)
    return False
