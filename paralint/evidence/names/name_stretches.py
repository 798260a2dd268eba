"""Stretches of capitalised words that may be the name of a body.

A run is all that stands together with capitals; a stretch of it begins and ends where one name can.
"""

from __future__ import annotations

from collections.abc import Iterator

from paralint.evidence.names.fixed_names import SMALL
from paralint.evidence.words.closed import words
from paralint.evidence.words.places import capitals
from paralint.evidence.words.titles import ROLES
from paralint.text.document import Document
from paralint.text.morphology import is_word
from paralint.values import NamedTuple

_LONGEST = 12  # words of a run of capitals that is looked at
_GAP = 3  # words without a capital inside one
_JOINING = words("of for & 's ’s ' ’")  # what joins the words of one name
_PARTING = words("the in and 's ’s")  # behind these another name begins
_BEFORE_ROLES = words("prime first vice deputy assistant associate foreign home finance defence defense chief general")


class Stretch(NamedTuple):
    """A stretch that may be a name.

    Attributes:
        first, last: its tokens, half open.
        named: whether the name of a place stands before it.
        listed: whether "and" does, so that it may be the end of a longer name.
    """

    first: int
    last: int
    named: bool
    listed: bool


def runs(document: Document) -> Iterator[list[int]]:
    """Yield the runs of capitalised words of a document, small words inside them: their first and last place."""
    tokens = document.tokens
    types, ids, text = tokens.types, tokens.ids, document.text
    small = [word.lower in SMALL for word in types]
    places = sorted([place for number in document.derive(capitals) for place in document.places[number]])
    sentences = frozenset(tokens.sentences)
    run: list[int] = []
    for place in places:
        if run and place - run[1] <= _GAP + 1 and place not in sentences:
            between = range(run[1] + 1, place)
            if (
                all(small[ids[at]] and at not in sentences for at in between)
                and all(tokens.starts[at + 1] - tokens.ends[at] < 2 for at in range(run[1], place))
                and "\n" not in text[tokens.ends[run[1]] : tokens.starts[place]]
            ):
                run[1] = place
                continue
        if run and run[0] < run[1]:
            yield run
        run = [place, place]
    if run and run[0] < run[1]:
        yield run


def stretches(document: Document, run: list[int]) -> Iterator[Stretch]:
    """Yield the stretches of a run that may be one name: they begin and end where a name can."""
    tokens = document.tokens
    first, last = run[0], run[1] + 1
    if last - first > _LONGEST or all(tokens.word(place).upper for place in range(first, last)):
        return  # a line in capitals
    lower = [tokens.word(place).lower for place in range(first, last)]
    starts = [(first, 0, False)]  # place, content words that a name must have there, whether a place's name goes before
    ends = [last]
    if lower[0] in SMALL or document.sentence_of(first) != document.sentence_of(first - 1) or first == 0:
        starts.append((first + 1, 0, False))
    if _is_place(document, first):
        starts.append((first + 1, 0, True))
    for at in range(1, len(lower)):
        if lower[at] in SMALL:
            if lower[at - 1] not in SMALL and lower[at] not in _JOINING:
                ends.append(first + at)
        elif lower[at - 1] in SMALL and lower[at - 1] != "&":
            starts.append((first + at, 2 if lower[at - 1] in _PARTING else 3, False))
        elif lower[at] in ROLES and lower[at - 1] not in _BEFORE_ROLES:
            ends.append(first + at)
    for begin, fewest, named in starts:
        for end in ends:
            size = sum(1 for place in range(begin, end) if lower[place - first] not in SMALL)
            if size > 1 and size >= fewest and lower[begin - first] not in SMALL:
                yield Stretch(begin, end, named, size == 2 and begin > first and lower[begin - first - 1] == "and")


def _is_place(document: Document, place: int) -> bool:
    """Tell whether a word with a capital is none of the language: what stands behind may have its name from a place."""
    word = document.tokens.word(place)
    return word.capital and word.form.isalpha() and not word.upper and not is_word(word.lower)
