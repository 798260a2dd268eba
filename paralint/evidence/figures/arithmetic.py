"""Figures that refute the words around them: a rise to a smaller sum, a premium that is a discount."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from paralint.evidence.measures.quantities import Hedge, Quantity, comparable, quantities
from paralint.evidence.measures.times import is_date_word
from paralint.evidence.measures.units import Measure
from paralint.evidence.restatements.conflicts import Conflict, without_repeats
from paralint.evidence.words.closed import words
from paralint.evidence.words.vocabulary import stem, stems_of
from paralint.text import lazy
from paralint.text.document import Document

UP = stems_of("rise rose risen raise increase grow grew grown climb jump surge soar gain")
DOWN = stems_of(
    "fall fell fallen drop decline decrease shrink shrank plunge tumble sink sank slump cut lower reduce slow"
)
# Verbs and nouns that tell a direction wherever "from … to …" stands behind them; "improve" tells none, for times fall.
_RISES = UP | stems_of(
    """
    widen broaden expand extend lengthen swell swollen balloon mushroom boost hike lift leap leapt rocket skyrocket
    spike
    accelerate quicken escalate mount strengthen enlarge inflate spiral deepen heighten rebound rally enlarging multiply
    expansion extension growth uplift upsurge upturn arose uptick inflated escalation acceleration enlargement bumped
    doubled trebled tripled quadrupled
    """
)
_FALLS = DOWN | stems_of(
    """
    trim pare prune shrunk shrunken slash curtail curb shorten narrow lessen diminish dwindle contract slip slide
    slid dip sag shed slim
    ebb weaken halve downsize whittle minimise minimize plummet crash dive dived dove nosedive erode reduction
    contraction curtailment shrinkage slowdown downturn dropping plunging trimming halving relegate discount axe axed
    """
)
# "Cut back", "pushed up", "went down": the particle tells the direction of a verb that has none.
_WITH_UP = words(
    "went goes go gone going came come comes brought bring brings pushed push pushes drove drive driven drives moved "
    "move moves edged edge crept creep creeps inched inch shot sent send ticked nudged nudge pulled took take taken "
    "ratcheted bumped scaled stepped ramped beefed sped speed speeds speeding speeded slow slows slowed slowing marked "
    "marks bid turned turns turning geared fired hurried jacked topped tuned built added freed"
)
_BE = words("is are was were be been being ,")
_WITH_BACK = words("scaled scale scales scaling cut cuts cutting pared pare paring rolled roll rolling trimmed wound")
_IN_A_TABLE = words(
    "ranking rankings ranked rank chart charts table standings odds handicap par seeded seeds seed league listing "
    "listings bottom spot position"
)  # where a rise leads to a smaller number
_NEGATIVE = words("below minus negative under deep depth deeper -")
_FACTORS = {stem(word): factor for word, factor in (("halve", 0.5), ("double", 2.0), ("treble", 3.0), ("triple", 3.0))}
_ABOVE = frozenset(("above", "over", "more", "higher"))
_BELOW = frozenset(("below", "under", "less", "lower"))
EACH = words(
    """bag kilo kilogram litre liter tonne ton barrel hour week month year night day head seat share bottle box bushel
    ounce gallon pound metre kilometre mile square unit ticket loaf sack crate bundle dozen cup pint piece person pupil
    household hectare acre minute second visit trip ride pair plate pack packet jar tin can"""
)
"""Of what a price or a rate is told: "$2 a kilo"."""
_TIME = words(
    "in on a an the last this year month week day years months weeks days ago earlier before quarter season of"
)
_YEAR = lazy.pattern(r"(?:19|20)\d\d")
_PLACES = (Measure.ORDINAL, Measure.CLOCK, Measure.RATIO, Measure.AGE)  # a rise in a table leads to a smaller number
_REVISED = words("revised corrected restated adjusted revision")
_MOST_BETWEEN = 4  # tokens of a time between two figures of a change
_LONGEST_OF = 6  # tokens of what the first figure of a change is a share of
_IN_A_PHRASE = frozenset(("DT", "PRP$", "JJ", "NN", "NNS", "NNP", "POS", "VBN"))
LONGEST = 64  # characters of a verb with its figures that are reported together
_SMALL = 100  # numbers that may be places in a table
_NUMBER = words("number price cost rate share amount size length target forecast estimate outlook")
_REACH = 7  # tokens between a verb and the figures that it rules


def arithmetic(document: Document) -> tuple[Conflict, ...]:
    """Return the conflicts between words of change and the figures they join (a layer: see ``Document.derive``)."""
    known = document.derive(quantities)
    return without_repeats(conflict for find in (_ranges, _multiples, _margins) for conflict in find(document, known))


def _ranges(document: Document, known: Sequence[Quantity]) -> Iterator[Conflict]:
    """Find "rose from 9 per cent to 4 per cent" and "fell from 61 boats in 1990 to 83"."""
    word = document.tokens.word
    for one, other in (*pairwise(known), *_down_to_one(document, known)):
        if one.first < 2 or one.measure in _PLACES or word(other.hedged - 1).lower != "to":
            continue
        if not _is_plain(document, one, other.hedged - 1):
            continue
        if word(one.hedged - 1).lower != "from" or not _of_one_sort(one, other) or one.value == other.value:
            continue
        other = _of_one_unit(one, other) or other
        begin = document.tokens.sentences[document.sentence_of(one.first)]
        if any(word(token).lower in _REVISED for token in range(max(begin, one.hedged - 2 * _REACH), one.hedged)):
            continue  # the figure of a gain may be revised down
        # "raised the number of stewards who watch the gates from 40": what is counted may be told at length.
        reach = _REACH if _NUMBER.isdisjoint(document.lowers[max(begin, one.hedged - 16) : one.hedged]) else 14
        for token in range(one.hedged - 2, max(begin, one.hedged - 2 - reach) - 1, -1):
            rising = _direction(document, token, begin)
            if rising is None or (document.lowers[token] in _THINGS and document.tags[token][:2] == "NN"):
                continue
            small = one.measure is Measure.COUNT and max(one.value, other.value) <= _SMALL
            if small and not _IN_A_TABLE.isdisjoint(word(each).lower for each in _sentence(document, one.first)):
                break
            if rising != (other.value > one.value) and not _is_signed(document, one.hedged - 2, other.last):
                whole = document.tokens.span(token, other.last)
                short = whole.end - whole.start <= LONGEST
                what = [each for each in range(token + 1, token + 4) if document.lowers[each] in _NUMBER]
                if short:
                    yield _conflict(document, token, other.last, one.first, other.last)
                elif not what:
                    yield _conflict(document, one.hedged - 1, other.last, token, token + 1)
                else:  # "raised the number", told at length: its verb is reported
                    yield _conflict(document, token, what[0] + 1, one.first, other.last)
            break


def _down_to_one(document: Document, known: Sequence[Quantity]) -> Iterator[tuple[Quantity, Quantity]]:
    """Yield the figures of "from five to one", of which the second is no figure elsewhere."""
    lowers = document.lowers
    for one in known:
        to = one.last
        if one.measure is Measure.COUNT and lowers[to : to + 1] == ["to"] and lowers[to + 1 : to + 2] in _ONE:
            yield (
                one,
                one._replace(
                    first=to + 1, hedged=to + 1, last=to + 2, nouns=(), value=1.0, low=1.0, high=1.0, digits=1.0
                ),
            )


_THINGS = words("contract contracts slide slides dive dives crash dip")  # which are things, too
_ONE = (["one"], ["none"], ["zero"], ["nil"], ["nothing"])


def _is_signed(document: Document, first: int, last: int) -> bool:
    """Whether figures lie below zero, or below the ground: "dropped from 20 metres to 50 metres below"."""
    lowers = document.lowers[max(0, first) : last + 2]
    return not _NEGATIVE.isdisjoint(lowers)


def _sentence(document: Document, token: int) -> range:
    number = document.sentence_of(token)
    return range(document.tokens.sentences[number], document.tokens.sentences[number + 1])


def _of_one_sort(one: Quantity, other: Quantity) -> bool:
    """Whether two figures can be the ends of one change: "from 40 to 30 pence", "from £5 to £3"."""
    bare = one.measure is Measure.COUNT and not one.nouns and other.measure in (Measure.MONEY, Measure.PERCENT)
    return bare or comparable(one, other) or _of_one_unit(one, other) is not None


def _of_one_unit(one: Quantity, other: Quantity) -> Quantity | None:
    """Return the second figure of a change in the unit of the first if it has none: "from 900 metres to 640"."""
    if other.measure is not Measure.COUNT or other.nouns or not one.digits or one.measure is Measure.COUNT:
        return None
    size = one.value / one.digits
    return other._replace(
        measure=one.measure, unit=one.unit, value=other.value * size, low=other.low * size, high=other.high * size
    )


def _direction(document: Document, token: int, begin: int) -> bool | None:
    """Return whether a word tells a rise, whether a fall (False), or None."""
    lower = document.tokens.word(token).lower
    before = document.tokens.word(token - 1).lower if token > begin else ""
    if lower in ("up", "down"):
        return lower == "up" if before in _WITH_UP or before in _BE else None
    if lower == "back":
        return False if before in _WITH_BACK else None
    key = stem(lower)
    return key in _RISES if key in _RISES or key in _FALLS else None


def _is_plain(document: Document, one: Quantity, last: int) -> bool:
    """Whether nothing but what is counted and a time stands behind the first figure of a change."""
    word = document.tokens.word
    token = one.last
    if token < last <= token + _LONGEST_OF and word(token).lower == "of":  # "from 0.5% of a ship's value to 0.2%"
        return all(document.tags[each] in _IN_A_PHRASE for each in range(token + 1, last))
    if one.nouns and token < last and word(token).form.islower() and word(token).lower not in _TIME:
        token += 1
    if last - token > 1 and word(token).lower in ("a", "an", "per", "the", "each") and word(token + 1).lower in EACH:
        token += 2  # "from $1.20 a bag to $2.10"
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
