"""Figures that refute the words around them: a rise to a smaller sum, a premium that is a discount."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from paralint.evidence.conflicts import Conflict, without_repeats
from paralint.evidence.quantities import Hedge, Measure, Quantity, comparable, quantities
from paralint.evidence.times import is_date_word
from paralint.evidence.titles import words
from paralint.evidence.vocabulary import stem, stems_of
from paralint.text import lazy
from paralint.text.document import Document

UP = stems_of("rise rose risen raise increase grow grew grown climb jump surge soar gain")
DOWN = stems_of(
    "fall fell fallen drop decline decrease shrink shrank plunge tumble sink sank slump cut lower reduce slow"
)
_FACTORS = {stem(word): factor for word, factor in (("halve", 0.5), ("double", 2.0), ("treble", 3.0), ("triple", 3.0))}
_ABOVE = frozenset(("above", "over", "more", "higher"))
_BELOW = frozenset(("below", "under", "less", "lower"))
_TIME = words(
    "in on a an the last this year month week day years months weeks days ago earlier before quarter season of"
)
_YEAR = lazy.pattern(r"(?:19|20)\d\d")
_PLACES = (Measure.ORDINAL, Measure.CLOCK, Measure.RATIO, Measure.AGE)  # a rise in a table leads to a smaller number
_REVISED = words("revised corrected restated adjusted revision")
_MOST_BETWEEN = 4  # tokens of a time between two figures of a change
_LONGEST = 48  # characters of a verb with its figures that are reported together
_REACH = 7  # tokens between a verb and the figures that it rules


def arithmetic(document: Document) -> tuple[Conflict, ...]:
    """Return the conflicts between words of change and the figures they join (a layer: see ``Document.derive``)."""
    known = document.derive(quantities)
    return without_repeats(conflict for find in (_ranges, _multiples, _margins) for conflict in find(document, known))


def _ranges(document: Document, known: Sequence[Quantity]) -> Iterator[Conflict]:
    """Find "rose from 9 per cent to 4 per cent" and "fell from 61 boats in 1990 to 83"."""
    word = document.tokens.word
    for one, other in pairwise(known):
        if one.first < 2 or one.measure in _PLACES or word(other.hedged - 1).lower != "to":
            continue
        if not _is_plain(document, one, other.hedged - 1):
            continue
        if word(one.hedged - 1).lower != "from" or not comparable(one, other) or one.value == other.value:
            continue
        begin = document.tokens.sentences[document.sentence_of(one.first)]
        if any(word(token).lower in _REVISED for token in range(max(begin, one.hedged - 2 * _REACH), one.hedged)):
            continue  # the figure of a gain may be revised down
        for token in range(one.hedged - 2, max(begin, one.hedged - 2 - _REACH) - 1, -1):
            key = stem(word(token).lower)
            if key in UP or key in DOWN:
                if (key in UP) != (other.value > one.value):
                    whole = document.tokens.span(token, other.last)
                    first = token if whole.end - whole.start <= _LONGEST else one.hedged - 1
                    yield _conflict(document, first, other.last, one.first, other.last)
                break


def _is_plain(document: Document, one: Quantity, last: int) -> bool:
    """Whether nothing but what is counted and a time stands behind the first figure of a change."""
    word = document.tokens.word
    token = one.last
    if one.nouns and token < last and word(token).form.islower() and word(token).lower not in _TIME:
        token += 1
    return last - token <= _MOST_BETWEEN and all(
        word(each).lower in _TIME or is_date_word(word(each)) or _YEAR.fullmatch(word(each).form)
        for each in range(token, last)
    )


def _multiples(document: Document, known: Sequence[Quantity]) -> Iterator[Conflict]:
    """Find "to halve last year's figure, to more than a billion", where last year's figure was smaller."""
    word = document.tokens.word
    for index, after in enumerate(known):
        begin = document.tokens.sentences[document.sentence_of(after.first)]
        if after.hedged <= begin or word(after.hedged - 1).lower != "to" or after.value < 10:
            continue
        for token in range(after.hedged - 2, max(begin, after.hedged - 2 - _REACH) - 1, -1):
            factor = _FACTORS.get(stem(word(token).lower))
            if factor is None:
                continue
            before = _previous(document, known, index, after)
            if before is not None and ((after.value > before.value) != (factor > 1)):
                last = after.hedged - 1
                while word(last - 1).form in ",;:":
                    last -= 1
                yield _conflict(document, token, last, before.first, before.last)
            break


def _previous(document: Document, known: Sequence[Quantity], index: int, after: Quantity) -> Quantity | None:
    """Return the last figure told as last year's before ``after``, in its paragraph, of the same sort."""
    word = document.tokens.word
    block = document.block_of(after.first)
    for before in reversed(known[max(0, index - 6) : index]):
        if document.block_of(before.first) != block:
            return None
        behind = [word(token).lower for token in range(before.last, min(before.last + 4, after.first))]
        same = comparable(before, after) or (after.measure is Measure.COUNT and before.measure is Measure.MONEY)
        if same and "last" in behind:
            return before
    return None


def _margins(document: Document, known: Sequence[Quantity]) -> Iterator[Conflict]:
    """Find "$31 … The price is 42 percent under Friday's $22": the percentage fits, the direction does not."""
    word = document.tokens.word
    for index, percent in enumerate(known):
        if percent.measure is not Measure.PERCENT or percent.unit != "%" or percent.last >= len(document.tokens) - 1:
            continue
        token = percent.last
        relation = word(token).lower
        if relation not in _ABOVE and relation not in _BELOW:
            continue
        bases = [each for each in known[index + 1 : index + 2] if each.first - token <= 8 and each.hedge is Hedge.NONE]
        subjects = [each for each in known[max(0, index - 3) : index] if bases and comparable(each, bases[0])]
        block = document.block_of(percent.first)
        for base in bases:
            for subject in subjects:
                if base.measure is not Measure.MONEY or document.block_of(subject.first) != block or not base.value:
                    continue
                change = 100 * (subject.value / base.value - 1)
                fits = abs(abs(change) - percent.value) <= 0.6 or abs(round(abs(change)) - percent.value) < 0.5
                if fits and (change > 0) != (relation in _ABOVE):
                    yield _conflict(document, percent.first, token + 1, subject.first, subject.last)


def _conflict(document: Document, first: int, last: int, other_first: int, other_last: int) -> Conflict:
    tokens = document.tokens
    return Conflict("arithmetic", tokens.span(first, last), tokens.span(other_first, other_last), 1.0)
