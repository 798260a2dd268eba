"""Parts, wholes, shares and multiples that a sentence states together and that can be worked out.

"63 dead, of whom 38 in Leyte, 11 in Samar and four in Biliran", "12 of 36 patients, a third", "4 percent of 58 million
euros, or 2.3 million", "up 20 per cent from 50 to 60", "£9,000, six times the target of £1,500". Figures are intervals,
so a hedge or a round figure only speaks against what it leaves no room for.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise, takewhile

from paralint.evidence.figures.changes import FALLING, RISING
from paralint.evidence.figures.stated_totals import wrong_totals
from paralint.evidence.measures.quantities import Hedge, Quantity, comparable, quantities
from paralint.evidence.measures.units import Measure
from paralint.evidence.restatements.conflicts import Conflict, without_repeats
from paralint.evidence.words.closed import words
from paralint.text.document import Document

_PARTITION = (("of", "whom"), ("of", "which"), ("of", "them"), ("of", "these"), ("made", "up", "of"), ("comprising",))
_COMPLEMENTS = (
    ("men", "women"), ("boys", "girls"), ("adults", "children"), ("soldiers", "civilians"), ("male", "female"),
    ("sons", "daughters"), ("wins", "defeats"), ("dead", "injured"), ("males", "females"), ("wins", "losses"),
)  # fmt: skip
_UP = words("increase rise gain jump growth surge climb")
_DOWN = words("decrease fall drop decline reduction cut loss slump")
_CHANGES = RISING | FALLING | _UP | _DOWN | words("up down by more less higher lower raised raise cut hike boost lift")
_OTHERS = words("rest others other remainder remaining including include included mostly most another more")
_GAP = 6  # words between the figures of one statement
_SLACK = 0.12  # relative error that hasty rounding explains


def wrong_sums(document: Document) -> tuple[Conflict, ...]:
    """Return parts that do not add up to their whole (a layer: see ``Document.derive``)."""
    found: list[Conflict] = []
    for known in _by_sentence(document):
        if len(known) >= 3:
            found += _sums(document, known)
    found += wrong_totals(document)
    return without_repeats(found)


def wrong_shares(document: Document) -> tuple[Conflict, ...]:
    """Return shares and percentages that their figures refute (a layer: see ``Document.derive``)."""
    found: list[Conflict] = []
    for known in _by_sentence(document):
        if len(known) >= 3:
            for find in (_counted_shares, _shares_worked_out, _changes_in_percent):
                found += find(document, known)
    return without_repeats(found)


def wrong_multiples(document: Document) -> tuple[Conflict, ...]:
    """Return "n times" and "half" that their figures refute (a layer: see ``Document.derive``)."""
    from paralint.evidence.figures.compared import compared_multiples  # few texts have a figure to compare

    found = [each for known in _by_sentence(document) if len(known) >= 3 for each in _multiples(document, known)]
    found += [each for each in compared_multiples(document) if not any(each.here.overlaps(one.here) for one in found)]
    return without_repeats(found)


def _by_sentence(document: Document) -> list[list[Quantity]]:
    return document.derive(_grouped)


def _grouped(document: Document) -> list[list[Quantity]]:
    known = document.derive(quantities)
    return [list(group) for _, group in groupby(known, key=lambda each: document.sentence_of(each.first))]


def _lowers(document: Document, first: int, last: int) -> list[str]:
    word = document.tokens.word
    return [word(token).lower for token in range(first, last)]


def _holds(words: Sequence[str], *phrases: tuple[str, ...]) -> bool:
    text = f" {' '.join(words)} "
    return any(f" {' '.join(phrase)} " in text for phrase in phrases)


def _sums(document: Document, known: list[Quantity]) -> Iterator[Conflict]:
    for index, total in enumerate(known[:-2]):
        if total.measure not in (Measure.COUNT, Measure.MONEY) or total.value < 3 or total.hedge is not Hedge.NONE:
            continue
        opening = _lowers(document, total.last, known[index + 1].hedged)
        if len(opening) > _GAP + 3 or not _holds(opening, *_PARTITION):
            continue
        parts = _list(document, known[index + 1 :])
        if len(parts) < 2 or any(part.hedge is not Hedge.NONE or not comparable(part, total) for part in parts):
            continue
        end = document.tokens.sentences[document.sentence_of(total.first) + 1]
        last = parts[-1].last
        behind = _lowers(document, last, min(last + _GAP, end))
        words = _lowers(document, total.last, last) + behind
        if not _OTHERS.isdisjoint(words):
            continue
        added = sum(part.value for part in parts)
        parallel = _parallel(document, parts, end)
        complements = any(one in words and other in words for one, other in _COMPLEMENTS)
        complete = complements or (parallel and len(parts) >= 3)
        if (added > total.high and (parallel or complements)) or (added < total.low and complete):
            figures = [_figure(document, part) for part in parts]
            reason = f"{', '.join(figures[:-1])} and {figures[-1]} make {added:,g}"
            yield _conflict(document, parts[0].first, parts[-1].last, total, reason)


def _list(document: Document, known: Sequence[Quantity]) -> list[Quantity]:
    """Return the figures of a list that is closed by "and"."""
    parts = [known[0]]
    for one, other in pairwise(known):
        between = _lowers(document, one.last, other.hedged)
        if not between or len(between) > _GAP or not {",", "and", ";"} & set(between[-3:]):
            break
        parts.append(other)
        if "and" in between:
            return parts
    return []


def _parallel(document: Document, parts: list[Quantity], end: int) -> bool:
    """Whether the parts are told in one way, by places: "38 were in Leyte, 11 in Samar and four in Biliran"."""
    shared: set[str] | None = None
    for part in parts:
        behind = set(_lowers(document, part.last, min(part.last + 3, end))) & {
            "in",
            "at",
            "from",
            "for",
            "against",
            "to",
        }
        shared = behind if shared is None else shared & behind
    return bool(shared)


def _counted_shares(document: Document, known: list[Quantity]) -> Iterator[Conflict]:
    """Find "12 of 36 patients, a half" and "a half (12 of 36)"."""
    for index, (part, whole) in enumerate(pairwise(known)):
        joint = _lowers(document, part.last, whole.hedged)
        if not _is_of(document, part, whole, joint) or part.value > whole.value or whole.value < 5:
            continue
        neighbours = []
        if index + 2 < len(known):
            share = known[index + 2]
            between = _lowers(document, whole.last, share.hedged)
            if len(between) <= _GAP and between[-1:] in ([","], ["("], ["or"], ["–"], ["—"]):
                neighbours.append(share)
        if index:
            share = known[index - 1]
            between = _lowers(document, share.last, part.hedged)
            if (between[-1:] == ["("] and len(between) <= _GAP) or between == [",", "or"]:
                neighbours.append(share)
        for share in neighbours:
            low, high = part.low / whole.high, part.high / whole.low
            if _is_share(share) and not _fits(share, low, high):
                reason = (
                    f"{_figure(document, part)} of {_figure(document, whole)} is {_percent(part.value / whole.value)}"
                )
                yield _conflict(document, share.hedged, share.last, part, reason, whole)


def _is_of(document: Document, part: Quantity, whole: Quantity, joint: list[str]) -> bool:
    if part.measure is not Measure.COUNT or whole.measure is not Measure.COUNT or not joint:
        return False
    if joint[:2] == ["out", "of"]:
        joint = joint[1:]
    return joint[0] == "of" and len(joint) <= 2 and set(joint[1:]) <= {"the", "its", "their", "his", "her", "all"}


def _is_share(share: Quantity) -> bool:
    return (share.measure is Measure.PERCENT and share.unit == "%") or (
        share.measure is Measure.RATIO and 0 < share.value < 1
    )


def _fits(share: Quantity, low: float, high: float) -> bool:
    """Whether a share, as it is worded, can stand for a fraction between two bounds."""
    scale = 0.01 if share.measure is Measure.PERCENT else 1.0
    half = max(0.006 if scale < 1 else 0.0, _SLACK * share.value * scale)
    if share.hedge in (Hedge.OVER, Hedge.LEAST):
        return high >= share.value * scale - half and low <= share.value * scale * 1.6
    if share.hedge in (Hedge.UNDER, Hedge.NEARLY, Hedge.MOST):
        return low <= share.value * scale + half and high >= share.value * scale * 0.6
    return share.low * scale - half <= high and low <= share.high * scale + half


def _shares_worked_out(document: Document, known: list[Quantity]) -> Iterator[Conflict]:
    """Find "4 percent of its revenue, which was 58 million euros, or about 23 million euros"."""
    for share, whole, part in zip(known, known[1:], known[2:], strict=False):
        if not (share.measure is Measure.PERCENT and share.unit == "%" and 0 < share.value < 100):
            continue
        if whole.measure not in (Measure.MONEY, Measure.COUNT) or not comparable(whole, part) or not whole.value:
            continue
        first = _lowers(document, share.last, whole.hedged)
        second = _lowers(document, whole.last, part.hedged)
        if first[:1] != ["of"] or len(first) > 9 or second[-1:] != ["or"] or len(second) > _GAP:
            continue
        if not set(first).isdisjoint({"and", "but", ";", "while", "compared"}):
            continue
        worth = share.value * whole.value / 100
        if not part.low * (1 - _SLACK) <= worth <= part.high * (1 + _SLACK):
            reason = f"{_figure(document, share)} of {_figure(document, whole)} is {_round(worth)}"
            yield _conflict(document, part.hedged, part.last, share, reason, whole)


def _changes_in_percent(document: Document, known: list[Quantity]) -> Iterator[Conflict]:
    """Find "from 50 to 60, a rise of 40 per cent", "rose 40 per cent to 60 from 50", "adds 31 to 92, a half more"."""
    for one, two, three in zip(known, known[1:], known[2:], strict=False):
        for change, before, after in ((three, one, two), (one, two, three), (one, three, two)):
            if (
                not _is_share(change)
                or not comparable(before, after)
                or before.value <= 0
                or before.value == after.value
            ):
                continue
            if before.measure in (Measure.PERCENT, Measure.RATIO) or _worded_otherwise(change):
                continue
            words = (_lowers(document, one.last, two.hedged), _lowers(document, two.last, three.hedged))
            added = _added(document, one, *words) if change is three else 0
            if not added and not _from_to(document, one, before, after, change, words):
                continue
            value = before.value / after.value if added else abs(after.value / before.value - 1)
            if not _fits(change, value * 0.97, value * 1.03):
                preposition = "on" if added else "to"
                reason = f"{_figure(document, before)} {preposition} {_figure(document, after)} is {_percent(value)}"
                first, last = (one, two) if change is three else (two, three)
                yield _conflict(document, change.hedged, change.last, first, reason, last)


def _worded_otherwise(change: Quantity) -> bool:
    return change.unit == "points" or change.hedge in (Hedge.MOST, Hedge.OVER, Hedge.UNDER)


def _added(document: Document, one: Quantity, first: list[str], second: list[str]) -> bool:
    """Whether a figure is said to be added to another, which makes a rise: "adds 31 to the 92, a rise of"."""
    before = _lowers(document, max(0, one.hedged - 3), one.hedged)
    adds = any(word in ("add", "adds", "added", "adding") for word in before)
    return (
        adds and "to" in first[-3:] and bool(_UP & set(second)) and len(first) <= _GAP + 2 and len(second) <= _GAP + 2
    )


def _from_to(
    document: Document,
    one: Quantity,
    before: Quantity,
    after: Quantity,
    change: Quantity,
    words: tuple[list[str], list[str]],
) -> bool:
    """Whether three figures tell one change: its start, its end and its size."""
    first, second = words
    if max(len(first), len(second)) > 5:
        return False
    if change is not one:
        leads = _lowers(document, max(0, one.hedged - 1), one.hedged)
        named = bool((_UP | _DOWN) & set(second)) or second in ([",", "or"], [",", "or", "by"])
        return leads == ["from"] and first == ["to"] and second[:1] in ([","], ["-"], ["–"], ["—"]) and named
    if before.first < after.first:
        # "12 percent from $24,000 to $90,000" is a rate and the sums that it is taken of.
        told = takewhile(str.isalpha, reversed(_lowers(document, max(0, change.hedged - _GAP), change.hedged)))
        return first in (["from"], [",", "from"]) and second == ["to"] and not _CHANGES.isdisjoint(told)
    while second[:1] == [","]:
        second = second[1:]
    return first in (["to"], [",", "to"]) and second in (
        ["from"],
        ["against"],
        ["compared", "with"],
        ["compared", "to"],
    )


def _multiples(document: Document, known: list[Quantity]) -> Iterator[Conflict]:
    """Find "£9,340, more than 60 times the target of £1,500"."""
    for one, times, other in zip(known, known[1:], known[2:], strict=False):
        if times.measure is not Measure.RATIO or not comparable(one, other) or one.measure is Measure.RATIO:
            continue
        if not other.value or one.measure is Measure.PERCENT or one.unit == "":
            continue
        first = _lowers(document, one.last, times.hedged)
        second = _lowers(document, times.last, other.hedged)
        if (
            len(first) > 3
            or first[-1:] not in ([","], ["("], ["–"], ["—"], ["-"], ["is"], ["was"])
            or len(second) > _GAP
        ):
            continue
        if second[:1] and second[0] not in ("the", "his", "her", "its", "their", "that", "as", "of", "more"):
            continue
        if not set(second).isdisjoint({"and", "but", ",", ";", "in", "when", "from"}):
            continue
        ratio = one.value / other.value
        if not (0.75 * times.low <= ratio <= 1.35 * times.high or 0.75 * times.low <= ratio - 1 <= 1.35 * times.high):
            reason = f"{_figure(document, one)} is {_times(ratio)} {_figure(document, other)}"
            yield _conflict(document, one.first, other.last, times, reason)  # any of the three may be the wrong one


def _figure(document: Document, quantity: Quantity) -> str:
    return document.quote(document.tokens.span(quantity.first, quantity.last))


def _percent(share: float) -> str:
    return f"{100 * share:.2g} per cent" if share < 0.095 else f"{100 * share:.0f} per cent"


def _times(ratio: float) -> str:
    return f"{ratio:.2g} times"


def _round(value: float) -> str:
    for name, size in (("billion", 1e9), ("million", 1e6)):
        if value >= size:
            return f"{value / size:.2g} {name}"
    return f"{value:,.3g}" if value < 1000 else f"{value:,.0f}"


def _conflict(
    document: Document, first: int, last: int, there: Quantity, reason: str, other: Quantity | None = None
) -> Conflict:
    tokens = document.tokens
    end = other.last if other is not None else there.last
    return Conflict("share", tokens.span(first, last), tokens.span(there.first, end), 1.0, reason)
