"""Figures that one sentence puts in an order in which they cannot stand.

A part that is larger than its whole ("15 of the 12 members", "12 people, including 15 children"), a majority below a
half, a range whose end lies below its beginning ("aged 16 to 12", "from 2014 to 1954").
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from paralint.evidence.measures.quantities import Hedge, Quantity, comparable, quantities
from paralint.evidence.measures.times import Moment, moments
from paralint.evidence.measures.units import Measure
from paralint.evidence.restatements.conflicts import Conflict, conflict, without_repeats
from paralint.evidence.words.closed import words
from paralint.text.document import Document
from paralint.text.morphology import number

_DETERMINERS = words("the its their his her our these those all")
_RANKS = words("top first last next best final bottom")
_PARTS = words("including among")
_OF_WHICH = (["of", "whom"], ["of", "which"], ["of", "them"])
_MORE = (["majority"], ["most", "of"], ["more", "than", "half"], ["over", "half"])
_LESS = (["minority"], ["less", "than", "half"], ["under", "half"], ["fewer", "than", "half"])
_MOVED = words(
    """
    moved move moves moving brought bring changed change changes changing shifted shift shifts pushed push advanced cut
    reduced revised revise delayed postponed back up down forward corrected lowered reversed
    """
)
_COUNTED = (Measure.COUNT, Measure.PERCENT, Measure.MONEY, Measure.LENGTH, Measure.MASS)
_GAP = 4  # words between a whole and the part of it that is told
_INSIDE = frozenset(("DT", "PRP$", "JJ", "CD", "NN", "NNP", "NNS", "VBN", "VBG"))  # tags inside a noun phrase
_REACH = 20  # words between a figure and "41 of them"
_FEWEST = 2  # things that may have parts
_MOST = 50.0  # times by which the two ends of a range may differ


def larger_parts(document: Document) -> tuple[Conflict, ...]:
    """Return parts that exceed their whole (a layer: see ``Document.derive``)."""
    known = document.derive(quantities)
    found = [each for whole, part in pairwise(known) for each in _exceeding(document, whole, part)]
    found += [
        each
        for whole, time, part in zip(known, known[1:], known[2:], strict=False)
        if time.measure is Measure.DURATION
        for each in _of_these(document, whole, part)
    ]
    found += [each for share in known for each in _majorities(document, share)]
    from paralint.evidence.figures.larger_parts import parts_beyond
    from paralint.evidence.figures.majorities import wrong_majorities  # ranges are looked for in every text

    found += wrong_majorities(document)
    found += parts_beyond(document)
    return without_repeats(found)


def turned_ranges(document: Document) -> tuple[Conflict, ...]:
    """Return ranges that end below their beginning (a layer: see ``Document.derive``)."""
    found = [each for low, high in pairwise(document.derive(quantities)) for each in _range(document, low, high)]
    found += [each for low, high in pairwise(document.derive(moments)) for each in _years(document, low, high)]
    return without_repeats(found)


def _between(document: Document, first: int, last: int) -> list[str]:
    word = document.tokens.word
    return [word(token).lower for token in range(first, last)]


def _one_sentence(document: Document, first: int, last: int) -> bool:
    return document.sentence_of(first) == document.sentence_of(last)


def _exceeding(document: Document, one: Quantity, other: Quantity) -> Iterator[Conflict]:
    """Find "15 of the 12 members" and "12 people, including 15 children"."""
    if one.measure is not Measure.COUNT or other.measure is not Measure.COUNT:
        return
    if not _one_sentence(document, one.first, other.first) or Hedge.ABOUT in (one.hedge, other.hedge):
        return
    between = _between(document, one.last, other.hedged)
    if between[:2] == ["out", "of"]:
        between = between[1:]
    if between[:1] == ["of"] and len(between) == 2 and between[1] in _DETERMINERS and other.nouns:
        behind = _between(document, other.last, min(other.last + 4, len(document.tokens)))
        if {"'s", "'", "’", "’s"}.isdisjoint(behind) and one.low > other.high and one.digits == one.value:
            yield conflict(document, "part", one, other, "a part is never more than the whole")
        return
    if _is_of_these(document, one, other):
        yield from _of_these(document, one, other)
        return
    if not 2 <= len(between) <= _GAP + 1 or not one.nouns or not other.nouns:
        return
    joint = between[-1:] if between[-1] in _PARTS else between[-2:] if between[-2:] in _OF_WHICH else []
    rest = between[: -len(joint)] if joint else []
    if not _RANKS.isdisjoint(between) or (one.first and document.lowers[one.first - 1] in _RANKS):
        return  # eight top three hits
    if not rest or not (rest[-1] == "," or joint == ["including"]) or not {"and", ";", "."}.isdisjoint(rest):
        return
    if other.low > one.high and one.hedge in (Hedge.NONE, Hedge.MOST, Hedge.UNDER):
        yield conflict(document, "part", other, one, "a part is never more than the whole")


def _of_these(document: Document, one: Quantity, other: Quantity) -> Iterator[Conflict]:
    """Find "at least 212 people were killed, 258 of them soldiers": nobody tells a part beside so loose a whole."""
    if (
        one.measure is other.measure is Measure.COUNT
        and other.value > one.value
        and Hedge.ABOUT not in (one.hedge, other.hedge)
    ) and (
        one.exact
        and other.low > one.value
        and _one_sentence(document, one.first, other.first)
        and _is_of_these(document, one, other)
    ):
        yield conflict(document, "part", other, one, "a part is never more than the whole")


def _is_of_these(document: Document, whole: Quantity, part: Quantity) -> bool:
    """Whether "41 of them" stands behind a figure, and no other things are done something to between the two."""
    end = document.tokens.sentences[document.sentence_of(part.first) + 1]
    if (
        not whole.nouns
        or whole.value < _FEWEST
        or _between(document, part.last, min(part.last + 2, end)) not in _OF_WHICH
    ):
        return False
    tags, word = document.tags, document.tokens.word
    if document.lowers[part.hedged - 1] in ("all", "both"):
        return False  # the total of a list: "five men and seven women, all 12 of them local"
    if part.first - whole.last > _REACH or "CC" in tags[whole.last : part.hedged]:
        return False
    counted = next((token for token in range(whole.last, part.hedged) if tags[token].startswith("NN")), part.hedged)
    for token in range(counted + 1, part.hedged):
        if tags[token].startswith("NN") and number(word(token).lower) != "singular":
            opening = token - 1
            while tags[opening] in _INSIDE and opening > counted:
                opening -= 1
            if tags[opening] != "IN" or word(opening).lower == "of":
                return False
    return True


def _majorities(document: Document, share: Quantity) -> Iterator[Conflict]:
    """Find "a majority, 41 per cent," and "more than half (38 percent)"."""
    if share.measure is not Measure.PERCENT or share.unit != "%" or share.hedge in (Hedge.LEAST, Hedge.OVER):
        return
    word = document.tokens.word
    begin = document.tokens.sentences[document.sentence_of(share.first)]
    if share.hedged - 1 < begin or word(share.hedged - 1).form not in (",", "(", "–", "—"):
        return
    end = share.hedged - 1
    before = _between(document, max(begin, end - 7), end)
    behind = word(share.last).form if share.last < len(document.tokens) else "."
    if behind not in (",", ")", "–", "—", ".") or any(token in ("and", "but", ",", ";") for token in before):
        return
    for phrases, wrong in ((_MORE, share.high < 50), (_LESS, share.low > 50)):
        for phrase in phrases:
            for index in range(len(before) - len(phrase) + 1):
                if wrong and before[index : index + len(phrase)] == phrase and before[index - 1 : index] != ["not"]:
                    first = end - len(before) + index
                    there = Moment(first, first + len(phrase))
                    yield conflict(document, "part", share, there, "more than half is more than 50 per cent")


def _range(document: Document, low: Quantity, high: Quantity) -> Iterator[Conflict]:
    """Find "between 40 and 30 people", "aged 16 to 12"."""
    word = document.tokens.word
    if not comparable(low, high) or low.value <= high.value or low.first == 0 or low.value > _MOST * high.value:
        return
    if low.measure not in _COUNTED or Hedge.NONE not in (low.hedge, high.hedge) or low.hedge is not high.hedge:
        return
    if not _one_sentence(document, low.first, high.first):
        return
    between = _between(document, low.last, high.first)
    before = word(low.first - 1).lower
    if low.measure is high.measure is Measure.COUNT and (low.nouns and before != "between"):
        return
    if (before, between) in (("between", ["and"]), ("aged", ["to"]), ("aged", ["and"]), ("ages", ["to"])):
        if before == "aged" and between == ["and"]:
            return
        if _scores(document, low, high):
            return
        yield _backwards(document, low.first - 1, high.last)


def _backwards(document: Document, first: int, last: int) -> Conflict:
    whole = Moment(first, last)
    return conflict(document, "range", whole, whole, "the range runs backwards")


def _scores(document: Document, low: Quantity, high: Quantity) -> bool:
    """Whether two figures are told of two sides in turn, or of years before Christ: "the gap between 40 and 30"."""
    word = document.tokens.word
    behind = word(high.last).lower if high.last < len(document.tokens) else ""
    if behind.startswith(("bc", "b.c")):
        return True
    return behind == "respectively" or any(
        word(token).lower in ("gap", "difference", "choose", "choice", "distinguish", "differ")
        for token in range(max(0, low.first - 6), low.first)
    )


def _years(document: Document, low: Moment, high: Moment) -> Iterator[Conflict]:
    """Find "from 2014 to 1954" and "between 2014 and 1954"."""
    if low.year is None or high.year is None or low.year <= high.year or not low.first:
        return
    if not _one_sentence(document, low.first, high.first):
        return
    before = document.tokens.word(low.first - 1).lower
    if not _MOVED.isdisjoint(_between(document, max(0, low.first - 8), low.first)):
        return
    if (before, _between(document, low.last, high.first)) in (
        ("from", ["to"]),
        ("from", ["until"]),
        ("between", ["and"]),
    ):
        yield _backwards(document, low.first - 1, high.last)
