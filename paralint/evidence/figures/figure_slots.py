"""Figures far apart that fill one slot: one number in two units, one number with its digits turned, two tolls.

A figure that is not round is nearly a name: 16 weeks here and 16 months there are one length of time told twice if both
stand with the same words; so are 4,600 years and 6,400 years.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise

from paralint.evidence.figures.custody import is_term
from paralint.evidence.measures.quantities import Hedge, Quantity, may_hold, quantities
from paralint.evidence.measures.units import Measure
from paralint.evidence.restatements.conflicts import Conflict, conflict, without_repeats
from paralint.evidence.words.vocabulary import NO_STEM, vocabulary
from paralint.text.document import Document

_TELLING = 3  # digits of a number that hardly comes twice by chance
_OWNERS = (["its"], ["their"], ["his"], ["her"])
_HOLDING = (
    ["has"],
    ["have"],
    ["had"],
    ["owns"],
    ["operates"],
    ["runs"],
    ["employs"],
    ["owned"],
    ["operated"],
    ["employed"],
    ["ran"],
)
_BODIES = (
    ["fleet"],
    ["team"],
    ["staff"],
    ["crew"],
    ["network"],
    ["chain"],
    ["total"],
    ["workforce"],
    ["flock"],
    ["herd"],
    ["collection"],
)
_MARKS = frozenset("\"“‘'")
_IN_ROWS = frozenset(("%", "(", ")", "$", "n/a", "-", "–", "—"))  # all that stands between the figures of a row
_BACK = frozenset(("the", "those", "these", "all"))  # before a figure that was told before
_PAST = frozenset(("after", "over", "past", "last", "previous", "within", "first", "following", "under", "than"))
_AGO = frozenset(("ago", "earlier", "later", "after", "before", "since", "old"))
_COMMON = frozenset((12.0, 18.0, 24.0, 36.0, 48.0, 15.0, 25.0, 45.0, 100.0))  # figures of many lengths of time
_TERMS = frozenset((12.0, 18.0, 24.0, 36.0, 48.0))  # those of months and hours
_UNIT_MEASURES = (Measure.DURATION, Measure.LENGTH, Measure.MASS)
_STEP = 61  # of the longer of two units over the shorter: minutes in an hour, and a bit
_MOST = 12  # places of one figure that are compared with one another
_FEWEST = 3
_MOST_COUNTS = 30
_NEXT = 6  # sentences
_NEAR = 2  # paragraphs between two figures that need no word in common


def exchanged_units(document: Document) -> tuple[Conflict, ...]:
    """Return lengths and times that keep their number and change their unit (a layer: see ``Document.derive``)."""
    known = document.derive(quantities)
    by_digits: defaultdict[tuple[Measure, float], list[Quantity]] = defaultdict(list)
    for quantity in known:
        if quantity.measure in _UNIT_MEASURES and quantity.digits >= _FEWEST and quantity.unit:
            by_digits[quantity.measure, quantity.digits].append(quantity)
    found: list[Conflict] = []
    for same in by_digits.values():
        units = {quantity.unit for quantity in same}
        if len(same) < 2 or len(units) != 2:
            continue
        support = {unit: sum(quantity.unit == unit for quantity in same) for unit in sorted(units)}
        for number, one in enumerate(same[:_MOST]):
            for other in same[number + 1 : _MOST]:
                if one.unit == other.unit or may_hold(one, other) or not _neighbours(one, other):
                    continue
                sentences = {document.sentence_of(each.first) for each in (one, other)}
                if len(sentences) < 2 or not _is_one_length(document, one, other):
                    continue
                here, there = _suspected(document, one, other, support[one.unit] - support[other.unit])
                found.append(conflict(document, "unit", here, there, "the same number in another unit"))
    return without_repeats(found)


def _is_one_length(document: Document, one: Quantity, other: Quantity) -> bool:
    """Whether one number in two units is one length told twice; many are years and months by chance."""
    if is_odd(one.digits) or (one.exact and other.exact and is_term(document, one) and not _is_past(document, other)):
        return True  # in 430,000 words of edited news no odd number stands in two neighbouring units
    apart = document.sentence_of(other.first) - document.sentence_of(one.first)
    return (
        apart <= _NEXT
        and one.exact
        and other.exact
        and related(document, one, other, 1 if one.digits > 10 and one.digits % 10 and one.digits not in _TERMS else 3)
    )


def _is_past(document: Document, time: Quantity) -> bool:
    """Whether a length of time is told of what came before: "after nine months", "nine years ago"."""
    lowers = document.lowers
    before, behind = lowers[max(0, time.hedged - 3) : time.hedged], lowers[time.last : time.last + 3]
    return not _PAST.isdisjoint(before) or not _AGO.isdisjoint(behind)


def _suspected(document: Document, one: Quantity, other: Quantity, support: int) -> tuple[Quantity, Quantity]:
    """Return the figure to report, and the other: what stands less often, what no "the" refers back to, the later."""
    if support:
        return (one, other) if support < 0 else (other, one)
    return (one, other) if [refers_back(document, each) for each in (one, other)] == [False, True] else (other, one)


def refers_back(document: Document, quantity: Quantity) -> bool:
    """Whether a figure is told as one that the reader knows: "of the 164", "Nine years is not long"."""
    before = quantity.hedged - 1
    return before < 0 or document.lowers[before] in _BACK or _opens(document, quantity.hedged)


def _opens(document: Document, token: int) -> bool:
    start = document.tokens.sentences[document.sentence_of(token)]
    return token == start or (token == start + 1 and document.lowers[start] in _MARKS)


def _slipped_back(document: Document) -> Iterator[Conflict]:
    """Find "employed 1,640 … Of the 164, 58 have work": a number told nowhere else, though ten times as much is."""
    counts = [
        each
        for each in document.derive(quantities)
        if each.measure is Measure.COUNT
        and each.exact
        and each.hedge is Hedge.NONE
        and len(_significant(each)) >= _TELLING
    ]
    values = {each.value for each in counts}
    for back in counts:
        before = document.lowers[max(0, back.first - 2) : back.first]
        if before not in (["of", "the"], ["all", "the"], ["all", "of"]) and before[-1:] != ["the"]:
            continue
        if back.nouns and before != ["of", "the"]:
            continue
        others = [each for each in counts if is_slip(each.value / back.value)]
        if len(others) == 1 and sum(each.value == back.value for each in counts) == 1 and len(values) > 1:
            yield conflict(document, "digits", others[0], back, "the same digits with more zeros")


def _two_totals(document: Document) -> Iterator[Conflict]:
    """Find "a fleet of nine jets … its 19 jets": one owner's things, counted twice, with a digit lost or turned."""
    totals: defaultdict[tuple[str, ...], list[tuple[Quantity, bool]]] = defaultdict(list)
    lowers = document.lowers
    for each in document.derive(quantities):
        if each.measure is not Measure.COUNT or not each.nouns or not each.exact or each.hedge is not Hedge.NONE:
            continue
        before = lowers[max(0, each.first - 2) : each.first]
        owned = before[-1:] in _OWNERS
        if each.value >= _FEWEST and (
            owned or before[-1:] in _HOLDING or (before[-1:] == ["of"] and before[:1] in _BODIES)
        ):
            totals[each.nouns[:1]].append((each, owned))
    for same in totals.values():
        if len(same) < 2 or len({each.value for each, _ in same}) != 2 or not any(owned for _, owned in same):
            continue
        (one, first), (other, second) = same[0], next(pair for pair in same if pair[0].value != same[0][0].value)
        if document.sentence_of(one.first) != document.sentence_of(other.first) and is_misread(one.value, other.value):
            here, there = (one, other) if first and not second else (other, one)
            yield conflict(document, "digits", here, there, "a digit more, or the same digits in another order")


def is_misread(one: float, other: float) -> bool:
    """Whether a number is another one with a digit lost, or its digits turned, or sounds like it."""
    low, high = sorted((one, other))
    short, long = f"{low:.0f}", f"{high:.0f}"
    lost = len(long) == len(short) + 1 and any(long[:at] + long[at + 1 :] == short for at in range(len(long)))
    return (
        lost
        or (len(long) == len(short) > 1 and sorted(long) == sorted(short))
        or (low in range(13, 20) and high == 10 * (low - 10))
    )


def _neighbours(one: Quantity, other: Quantity) -> bool:
    """Whether two lengths of time are in units that are taken for one another: minutes and hours, not months."""
    short, long = sorted((one.value, other.value))
    return one.measure is not Measure.DURATION or long <= _STEP * short


def turned_digits(document: Document) -> tuple[Conflict, ...]:
    """Return figures that are others with their digits turned (a layer: see ``Document.derive``)."""
    known = in_prose(document)
    groups: defaultdict[tuple[Measure, str, str, tuple[str, ...]], list[Quantity]] = defaultdict(list)
    for quantity in known:
        digits = str(int(quantity.digits)) if quantity.digits == int(quantity.digits) else ""
        core = digits.rstrip("0") if digits else _significant(quantity)  # a figure with a point has no digits turned
        if len(set(core)) < 2 or quantity.measure is Measure.AGE or quantity.hedge not in (Hedge.NONE, Hedge.ABOUT):
            continue
        if quantity.measure in (Measure.PERCENT, Measure.RATIO, Measure.CLOCK):
            continue  # the digits of an hour are no figure
        if quantity.measure is Measure.DURATION and quantity.digits < 100:
            continue  # ages, sentences and marriages last any number of years
        noun = quantity.nouns[-1:] if quantity.measure is Measure.COUNT else ()
        if quantity.measure is Measure.COUNT and not noun:
            continue
        sort = "".join(sorted(core)) + "0" * (len(digits) - len(core))
        # The same digits in one order, ten or more times as much: a slipped point.
        if quantity.measure in (Measure.MONEY, Measure.COUNT):
            groups[quantity.measure, quantity.unit, "." + _significant(quantity), noun].append(quantity)
        if digits:
            groups[quantity.measure, quantity.unit, sort, noun].append(quantity)
    found: list[Conflict] = []
    for (_, _, sort, _), same in groups.items():
        slipped = sort[0] == "."
        values = {quantity.value for quantity in same}
        if len(same) < 2 or len(values) != 2:
            continue
        support = {value: sum(quantity.value == value for quantity in same) for value in sorted(values)}
        for number, one in enumerate(same[:_MOST]):
            for other in same[number + 1 : _MOST]:
                apart = document.sentence_of(one.first) != document.sentence_of(other.first)
                if slipped != is_slip(one.value / other.value) or (not slipped and not _of_one_scale(one, other)):
                    continue
                rare = one.measure in _UNIT_MEASURES and one.digits >= 1000
                if one.value != other.value and apart and (rare or related(document, one, other, 3 if slipped else 2)):
                    here, there = (one, other) if support[one.value] < support[other.value] else (other, one)
                    reason = "the same digits with more zeros" if slipped else "the same digits in another order"
                    found.append(conflict(document, "digits", here, there, reason))
    told = {span for each in found for span in (each.here, each.there)}
    found += (each for find in (_slipped_back, _two_totals) for each in find(document) if each.here not in told)
    return without_repeats(found)


def in_prose(document: Document) -> list[Quantity]:
    """Return the figures that words stand around: "$ 3,536 $ 3,661 $ 4,100" is a row of a table."""
    known, lowers = document.derive(quantities), document.lowers
    rows = {
        index + side
        for index, (one, other) in enumerate(pairwise(known))
        if _IN_ROWS.issuperset(lowers[one.last : other.first])
        for side in (0, 1)
    }
    return [each for index, each in enumerate(known) if index not in rows]


def _of_one_scale(one: Quantity, other: Quantity) -> bool:
    """Whether a figure is not a thousand times the other: $25 and $52 trillion."""
    return max(one.value, other.value) < 100 * min(one.value, other.value)


def _significant(quantity: Quantity) -> str:
    """Return the digits of a figure without the zeros around them and without its point."""
    return f"{quantity.value:.12g}".replace(".", "").strip("0")


def is_slip(ratio: float) -> bool:
    """Whether a ratio is that of a slipped point; from a thousand on it is another scale, which is told apart."""
    return any(abs(ratio / power - 1) < 1e-9 for power in (0.01, 0.1, 10, 100))


def is_odd(digits: float) -> bool:
    """Whether a figure is so particular that it hardly stands twice by chance."""
    return digits > 10 and digits not in _COMMON and (digits % 10 != 0 or digits >= 1000)


def words_around(document: Document, quantity: Quantity) -> set[int]:
    """Return the stems of the words that stand with a figure in its sentence."""
    stems = document.derive(vocabulary).stems
    first, last = document.tokens.sentences[(number := document.sentence_of(quantity.first)) : number + 2]
    return {stems[token] for token in range(first, last) if not quantity.first <= token < quantity.last} - {NO_STEM}


def related(document: Document, one: Quantity, other: Quantity, least: int) -> bool:
    """Whether the sentences of two figures share words, or stand close together."""
    here, there = words_around(document, one), words_around(document, other)
    shared = len(here & there)
    near = abs(document.block_of(one.first) - document.block_of(other.first)) <= _NEAR
    return shared >= least or (near and shared >= least - 1)


_STATES = {
    **dict.fromkeys(("dead", "killed", "died"), "dead"),
    **dict.fromkeys(("missing", "unaccounted"), "missing"),
    **dict.fromkeys(("injured", "wounded", "hurt"), "injured"),
}
_SEEKING = frozenset(("looking", "looked", "searched", "searching", "search", "hunting"))
_LEFT = frozenset(
    ("people", "others", "more", "were", "are", "still", "was", "is", "remain", "remained", "have", "been")
)


def two_tolls(document: Document) -> tuple[Conflict, ...]:
    """Return two counts of those who are missing after one event (a layer: see ``Document.derive``)."""
    tolls: defaultdict[str, list[Quantity]] = defaultdict(list)
    for quantity in document.derive(quantities):
        state = _state(document, quantity)
        if state:
            tolls[state].append(quantity)
    return without_repeats(_tolls(document, tolls["missing"]))


def _is_what_is_left(document: Document, quantity: Quantity) -> bool:
    """Whether a count is that of all others without two that are told: 152 were aboard, 107 were saved, 31 died."""
    counts = {each.value for each in document.derive(quantities) if each.measure is Measure.COUNT and each.exact}
    others = [value for value in counts if value != quantity.value][:_MOST_COUNTS]
    return any(
        whole - part - rest == quantity.value for whole in others for part in others for rest in others if part != rest
    )


def _state(document: Document, quantity: Quantity) -> str:
    if quantity.measure is not Measure.COUNT or not 1 < quantity.value < 1e6:
        return ""
    word = document.tokens.word
    sentence = document.sentence_of(quantity.first)
    begin, end = document.tokens.sentences[sentence], document.tokens.sentences[sentence + 1]
    before = [word(token).lower for token in range(max(begin, quantity.hedged - 2), quantity.hedged)]
    if before[-1:] == ["for"] and before[0] in _SEEKING and quantity.last < end:
        return "missing" if word(quantity.last).lower == "people" else ""
    for token in range(quantity.last, min(quantity.last + 4, end)):
        lower = word(token).lower
        if lower in _STATES:
            return _STATES[lower]
        if lower not in _LEFT:
            return ""
    return ""


def _tolls(document: Document, known: Sequence[Quantity]) -> Iterator[Conflict]:
    values = {quantity.value for quantity in known}
    if len(known) < 2 or len(values) != 2 or any(quantity.hedge is not Hedge.NONE for quantity in known):
        return
    first = known[0]
    other = next(quantity for quantity in known if quantity.value != first.value)
    if not may_hold(first, other):
        if _is_what_is_left(document, other) and not _is_what_is_left(document, first):
            first, other = other, first
        yield conflict(document, "toll", other, first, "those who are missing are counted twice")
