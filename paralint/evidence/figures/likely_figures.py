"""Figures a slip apart from another one of the document, and attributes with two values, in damaged texts.

*31 moves* and *13 moves*, *7,000 people* and *700 people*, *a turnout of 71%* and *of 34%*: in sound news two figures
are two figures. Where a text is damaged otherwise, one that stands once, is another one with its digits turned, with a
zero more or misheard, and is told in the same words, is that one. A digit lost says too little: any 17 is a 187.
Quantities of which a document has one each (the turnout, the height) are held against each other whatever they are.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator

from paralint.evidence.figures.figure_slots import exchanged_units, is_odd, refers_back, turned_digits
from paralint.evidence.measures.quantities import Hedge, Quantity, may_hold, quantities
from paralint.evidence.measures.units import Measure
from paralint.evidence.restatements.conflicts import Conflict, conflict, without_repeats
from paralint.evidence.words.closed import words
from paralint.evidence.words.nouns import persons
from paralint.evidence.words.vocabulary import NO_STEM, vocabulary
from paralint.text.document import Document
from paralint.text.morphology import lemma

_MOST = 60  # figures that are held against one another
_COMMON = 4  # sentences that have a word from which on it ties no figures together
_REACH = 5  # tokens between an attribute and its value
# What a document tells one value of, unless it compares.
_ATTRIBUTES = words(
    """turnout population majority capacity crew cargo height length depth width weight diameter circulation attendance
    deductible altitude elevation wingspan tonnage displacement acreage membership enrolment enrollment reward
    ransom bounty fine bail settlement dowry distance area seating workforce headcount payroll jackpot deposit"""
)
_NO_SLIPS = (Measure.RATIO, Measure.PERCENT, Measure.ORDINAL, Measure.CLOCK)
_EXACT = (Hedge.NONE, Hedge.ABOUT)
_LEAST = 10  # of a number whose digits may be turned
_TURNED = "the same digits in another order"
_MISHEARD = "a number that sounds like it"
_ZEROS = "the same digits with more zeros"
_OWNERS = words("its their his her my our whose this that")
_BETWEEN = words("of is was at stood stands reached the a an its his her their total about some")
_COMPARING = words(
    """from up down compared last previous earlier against than another while respectively per other former before
    after first second ago rose fell grew shrank risen fallen increased decreased more less fewer another both each
    every average mean usual usually since until original originally then now today between"""
)


def likely_figures(document: Document) -> tuple[Conflict, ...]:
    """Return the conflicts likely-figure of a document (a layer: see ``Document.derive``)."""
    layers = (turned_digits, exchanged_units)
    told = {span for layer in layers for each in document.derive(layer) for span in (each.here, each.there)}
    found = [each for each in (*_misread(document), *_attributes(document)) if each.here not in told]
    return without_repeats(found)


def _misread(document: Document) -> Iterator[Conflict]:
    known = [each for each in document.derive(quantities) if each.measure not in _NO_SLIPS and each.digits > 1]
    if not 1 < len(known) <= _MOST:
        return
    times = Counter((each.measure, each.unit, each.value) for each in known)
    stems = _Stems(document)
    for number, one in enumerate(known):
        for other in known[number + 1 :]:
            if one.measure is not other.measure or document.sentence_of(one.first) == document.sentence_of(other.first):
                continue
            reason = _slip(one, other, stems)
            if not reason:
                continue
            ones, others = (times[each.measure, each.unit, each.value] for each in (one, other))
            # What refers back to a figure, "the $47 million", is told as it was meant.
            back = _refers_back(document, other) and not _refers_back(document, one)
            minor, major = (one, other) if ones < others or (ones == others and back) else (other, one)
            if min(ones, others) == 1:
                yield conflict(document, "digits", minor, major, reason)


def _refers_back(document: Document, quantity: Quantity) -> bool:
    """Tell whether a figure is one that the reader knows: "the 164", "its $1,180", "the fine of $47"."""
    before = document.lowers[max(0, quantity.hedged - 3) : quantity.hedged]
    return (
        refers_back(document, quantity)
        or not _OWNERS.isdisjoint(before[-1:])
        or (before[:1] == ["the"] and before[2:] == ["of"])
    )


def _slip(one: Quantity, other: Quantity, stems: _Stems) -> str:
    """Return how one figure is a slip of another one told in the same words; empty if it is none."""
    if one.digits == other.digits and (one.unit != other.unit or one.value != other.value):
        return _of_other_size(one, other, stems)
    if not (one.exact and other.exact) or one.unit != other.unit or one.value == other.value:
        return ""
    noun, shared = _same_noun(one, other), stems.shared(one, other)
    if _has_more_zeros(one, other):
        odd = one.measure is Measure.MONEY and is_odd(float(_core(one)))
        return _ZEROS if noun or (odd and shared) else ""
    noun = noun or stems.of_persons(one, other)
    plain = one.hedge in _EXACT and other.hedge in _EXACT
    if (
        not plain
        or min(one.value, other.value) <= _LEAST
        or any(each.value != int(each.value) for each in (one, other))
    ):
        return ""
    if _is_turned(one, other):
        return _TURNED if shared + noun >= 1 else ""
    return _MISHEARD if _is_misheard(one, other) and shared + noun > 1 else ""


def _core(quantity: Quantity) -> str:
    return f"{quantity.value:.12g}".replace(".", "").strip("0") or "0"


def _has_more_zeros(one: Quantity, other: Quantity) -> bool:
    low, high = sorted((one.value, other.value))
    return low > 0 and abs(high / low - 10) < 1e-9


def _is_misheard(one: Quantity, other: Quantity) -> bool:
    """Tell whether two numbers sound alike: 14 and 40."""
    low, high = sorted((one.value, other.value))
    return low in range(13, 20) and high == 10 * (low - 10)


def _of_other_size(one: Quantity, other: Quantity, stems: _Stems) -> str:
    """Return how two figures with one number differ in their size: the unit, the currency or the scale."""
    if one.measure is Measure.MONEY:
        odd = len(f"{one.digits:g}".replace(".", "").rstrip("0")) > 1
        if one.unit != other.unit:
            return "the same number of another currency" if odd and stems.shared(one, other) else ""
        return "the same number on another scale" if odd or stems.shared(one, other) > 1 else ""
    if one.unit == other.unit or not is_odd(one.digits) or one.measure is Measure.COUNT or one.value == other.value:
        return ""
    return "the same number in another unit" if stems.shared(one, other) > 1 else ""


def _is_turned(one: Quantity, other: Quantity) -> bool:
    """Tell whether two numbers have the same digits in another order, none of them a zero at the end."""
    digits = [f"{each.digits:g}" for each in (one, other)]
    scales = {round(each.value / each.digits, 9) for each in (one, other)}
    plain = all(each.isdecimal() and each[-1] != "0" and len(each) > 1 for each in digits)
    return plain and len(scales) == 1 and sorted(digits[0]) == sorted(digits[1])


def _same_noun(one: Quantity, other: Quantity) -> bool:
    return bool(one.nouns) and one.nouns[:1] == other.nouns[:1]


class _Stems:
    """The content words of sentences, and how many sentences have each."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.stems = document.derive(vocabulary).stems
        sentences = document.tokens.sentences
        self.of = [
            frozenset(self.stems[sentences[number] : sentences[number + 1]]) - {NO_STEM}
            for number in range(len(sentences) - 1)
        ]
        self.counts = Counter(stem for each in self.of for stem in each)

    def of_persons(self, one: Quantity, other: Quantity) -> bool:
        """Tell whether two figures count persons, whatever they are called."""
        lowers = self.document.lowers
        return all(lemma(lowers[min(each.last, len(lowers) - 1)], "NNS") in persons() for each in (one, other))

    def shared(self, one: Quantity, other: Quantity) -> int:
        """Return how many words that few sentences have stand in those of two figures, the figures apart."""
        here, there = (self.of[self.document.sentence_of(each.first)] for each in (one, other))
        return sum(self.counts[stem] <= _COMMON for stem in here & there)


def _attributes(document: Document) -> Iterator[Conflict]:
    """Find a turnout of 71% and a turnout of 34%."""
    lowers = document.lowers
    values: defaultdict[tuple[str, Measure, str], list[Quantity]] = defaultdict(list)
    for each in document.derive(quantities):
        if each.hedge not in (Hedge.NONE, Hedge.ABOUT):
            continue
        sentence = document.sentence_of(each.first)
        first, last = document.tokens.sentences[sentence], document.tokens.sentences[sentence + 1]
        if not _COMPARING.isdisjoint(lowers[first:last]):
            continue
        for place in (each.last, *range(each.hedged - 1, max(first, each.hedged - _REACH) - 1, -1)):
            if place >= last:
                continue
            noun = lemma(lowers[place], "NNS")
            if noun in _ATTRIBUTES:
                values[noun, each.measure, each.unit].append(each)
                break
            if place < each.hedged and lowers[place] not in _BETWEEN:
                break
    for (noun, _, _), same in values.items():
        if len(same) > 1 and len({each.value for each in same}) == 2 and not may_hold(same[0], same[-1]):
            one = same[0]
            other = next(each for each in same if each.value != one.value)
            if document.sentence_of(one.first) != document.sentence_of(other.first):
                back = _refers_back(document, other) and not _refers_back(document, one)
                here, there = (one, other) if back else (other, one)
                yield conflict(document, "digits", here, there, f"the {noun} has one value")
