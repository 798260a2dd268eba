"""Conflicts between the figures of a whole document, whether or not its sentences restate each other.

A figure of three digits or more is nearly a name: where it stands twice, one thing is meant. So it cannot be a total
in one place and an increase in the other, millions here and billions there, soldiers in a country and soldiers near it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise

from paralint.evidence.measures.quantities import Hedge, Quantity, may_hold, quantities, says_when
from paralint.evidence.measures.units import NUMERALS, Measure
from paralint.evidence.names.mentions import mentions
from paralint.evidence.restatements.conflicts import Conflict, comparisons, content_between, without_repeats
from paralint.evidence.restatements.names import names_in
from paralint.evidence.restatements.restatements import Passage
from paralint.evidence.words.vocabulary import NO_STEM, stems_of, vocabulary
from paralint.text.document import Document
from paralint.text.morphology import verb_forms

_MOST_PARTNERS = 12  # places of one figure that are compared with one another
_CHANGES = stems_of(
    """
    increase rise growth jump surge gain drop decline decrease reduction cut fall loss rose fell grew
    """
)
_CHANGE_NOUNS = stems_of("increase rise growth jump surge drop decline decrease reduction")
_ATTRIBUTED = frozenset(("according", "said", "says", "told", "estimates", "estimated"))
_NEAR_WORDS = frozenset(("near", "border", "borders", "frontier", "outside", "around"))


def totals(document: Document) -> tuple[Conflict, ...]:
    """Return the conflicts between figures anywhere in the document (a layer: see ``Document.derive``)."""
    known = document.derive(quantities)
    return without_repeats(
        conflict for find in (_changes, _scales, _places, _units, _shares, _ages) for conflict in find(document, known)
    )


def _changes(document: Document, known: Sequence[Quantity]) -> Iterator[Conflict]:
    """Find a figure that is a total in one place and a change in another."""
    by_value: defaultdict[float, list[Quantity]] = defaultdict(list)
    for quantity in known:
        if quantity.measure is Measure.COUNT and quantity.value >= 1000 and _significant(quantity.digits) >= 2:
            by_value[quantity.value].append(quantity)
    for same in by_value.values():
        changes = [quantity for quantity in same if _is_change(quantity)]
        standing = [quantity for quantity in same if not _is_change(quantity) and not _changes_near(document, quantity)]
        for change in changes:
            for total in standing[:1]:
                yield Conflict(
                    "total",
                    document.tokens.span(change.hedged, _noun_end(document, change)),
                    document.tokens.span(total.hedged, _noun_end(document, total)),
                    1.0,
                )


def _is_change(quantity: Quantity) -> bool:
    return bool(quantity.nouns) and any(noun in _CHANGE_NOUNS for noun in quantity.nouns[:2])


def _changes_near(document: Document, quantity: Quantity) -> bool:
    words = document.derive(vocabulary)
    first = document.tokens.sentences[document.sentence_of(quantity.first)]
    around = range(max(first, quantity.first - 5), quantity.first)
    return any(words.names[words.stems[token]] in _CHANGES for token in around)


def _noun_end(document: Document, quantity: Quantity) -> int:
    """Return the token behind the first thing counted by a quantity."""
    words = document.derive(vocabulary)
    last = quantity.last
    if quantity.nouns and last < len(document.tokens) and words.names[words.stems[last]] == quantity.nouns[0]:
        last += 1
    return last


def _scales(document: Document, known: Sequence[Quantity]) -> Iterator[Conflict]:
    """Find a sum that keeps its digits and changes from millions to billions."""
    by_digits: defaultdict[tuple[str, float], list[Quantity]] = defaultdict(list)
    for quantity in known:
        if quantity.measure is Measure.MONEY and _significant(quantity.digits) >= 2 and quantity.value >= 1e5:
            by_digits[quantity.unit, quantity.digits].append(quantity)
    for same in by_digits.values():
        for index, other in enumerate(same[:_MOST_PARTNERS]):
            for one in same[:index]:
                ratio = max(one.value, other.value) / min(one.value, other.value)
                if ratio > 900 and _shared_stems(document, one, other) >= 2:
                    here, there = (one, other) if _is_attributed(document, other) else (other, one)
                    yield _conflict(document, "scale", here, there)


def _units(document: Document, known: Sequence[Quantity]) -> Iterator[Conflict]:
    """Find a number that keeps its value and changes its unit between sentences about the same two names."""
    by_digits: defaultdict[tuple[Measure, float], list[Quantity]] = defaultdict(list)
    for quantity in known:
        if (
            quantity.measure in (Measure.DURATION, Measure.LENGTH, Measure.MASS)
            and quantity.digits > 1
            and quantity.unit
        ):
            by_digits[quantity.measure, quantity.digits].append(quantity)
    for same in by_digits.values():
        for index, other in enumerate(same[:_MOST_PARTNERS]):
            for one in same[:index]:
                if one.unit == other.unit or may_hold(one, other) or _compared(document, one, other):
                    continue
                if says_when(document, one) is not says_when(document, other):
                    continue
                if len(_shared_names(document, one, other)) >= 2 and not _also_said(document, known, one, other):
                    here, there = _less_supported(document, known, one, other)
                    yield _conflict(document, "scale", here, there)


def _less_supported(
    document: Document, known: Sequence[Quantity], one: Quantity, other: Quantity
) -> tuple[Quantity, Quantity]:
    """Order two quantities so that the one which the document repeats more seldom comes first, else the earlier."""

    def support(quantity: Quantity) -> int:
        return sum(quantity.digits == each.digits and quantity.unit == each.unit for each in known)

    return (other, one) if support(other) < support(one) else (one, other)


def _compared(document: Document, one: Quantity, other: Quantity) -> bool:
    """Whether two quantities stand in paragraphs that are compared with each other anyway."""
    blocks = (document.block_of(one.first), document.block_of(other.first))
    return any(
        comparison.pair.whole
        and (document.block_of(comparison.pair.first.first), document.block_of(comparison.pair.second.first)) == blocks
        for comparison in document.derive(comparisons)
    )


def _also_said(document: Document, known: Sequence[Quantity], one: Quantity, other: Quantity) -> bool:
    """Whether the sentence of one of the two has the figure of the other as well."""
    return any(
        each.digits == wanted.digits
        and each.unit == wanted.unit
        and document.sentence_of(each.first) == document.sentence_of(place.first)
        for place, wanted in ((one, other), (other, one))
        for each in known
    )


def _places(document: Document, known: Sequence[Quantity]) -> Iterator[Conflict]:
    """Find things that are counted near a place, and the same number of them in it."""
    counted = [q for q in known if q.measure is Measure.COUNT and q.value >= 1000 and _significant(q.digits) >= 2]
    near = [(quantity, _named_stems(document, quantity)) for quantity in counted if _near_place(document, quantity)]
    for other in counted[:200]:
        place = _in_place(document, other)
        if place is None:
            continue
        words = document.derive(vocabulary)
        for one, names in near[:_MOST_PARTNERS]:
            if one is other or not may_hold(one, other) or words.stems[place] not in names:
                continue
            yield Conflict(
                "place",
                document.tokens.span(other.hedged, place + 1),
                document.tokens.span(one.hedged, _noun_end(document, one)),
                1.0,
                document.tokens.word(place).form,
            )
            break


def _near_place(document: Document, quantity: Quantity) -> bool:
    last = min(document.tokens.sentences[document.sentence_of(quantity.first) + 1], quantity.last + 8)
    words = [document.tokens.word(token).lower for token in range(quantity.last, last)]
    return not _NEAR_WORDS.isdisjoint(words) or any(pair == ("close", "to") for pair in pairwise(words))


def _in_place(document: Document, quantity: Quantity) -> int | None:
    """Return the name behind "in" if the words behind a figure are its nouns and that, and no border is near."""
    word = document.tokens.word
    last = min(document.tokens.sentences[document.sentence_of(quantity.first) + 1], quantity.last + 5)
    if _near_place(document, quantity):
        return None
    for token in range(quantity.last, last - 1):
        if word(token).lower == "in" and word(token + 1).capital:
            return token + 1
        if not word(token).form[0].isalpha() or word(token).lower in ("to", "and", "or", "at", "on", "for", "from"):
            return None
    return None


def _named_stems(document: Document, quantity: Quantity) -> set[int]:
    """Return the stems of the names in the paragraph of a figure."""
    blocks = document.tokens.blocks
    block = document.block_of(quantity.first)
    stems = document.derive(vocabulary).stems
    return {
        stems[token]
        for name in names_in(document, Passage(blocks[block], blocks[block + 1]))
        for token in range(name.first, name.last)
    }


def _ages(document: Document, known: Sequence[Quantity]) -> Iterator[Conflict]:
    """Find a person, named in full, who has two ages: "Gethin Maddocks, 61, …", "Gethin Maddocks, 16"."""
    del known
    word = document.tokens.word
    ages: dict[tuple[str, ...], int] = {}
    for name in document.derive(mentions).all:
        place = name.last + 1
        if not name.full or place >= len(document.tokens) or word(name.last).form != ",":
            continue
        end = document.tokens.sentences[document.sentence_of(name.first) + 1]
        age = word(place).form
        if (
            place >= end
            or not (age.isdecimal() and 1 <= len(age) <= 2)
            or (place + 1 < end and word(place + 1).form not in ",.;)")
        ):
            continue
        first = ages.setdefault(name.parts, place)
        if word(first).form != age:
            yield Conflict(
                "quantity",
                document.tokens.span(place, place + 1),
                document.tokens.span(first, first + 1),
                1.0,
                name.parts[-1],
            )


def _shares(document: Document, known: Sequence[Quantity]) -> Iterator[Conflict]:
    """Find two counts of those who did the same: "five members voted for the cut", "the two who voted for the cut"."""
    told: dict[tuple[str, ...], Quantity] = {}
    for index, quantity in enumerate(known):
        if quantity.measure is not Measure.COUNT or quantity.hedge is not Hedge.NONE or quantity.value > 1500:
            continue
        before = known[index - 1] if index else None
        deed = _counted_deed(document, quantity, before)
        if deed is None:
            continue
        key, last = deed
        first = told.setdefault(key, quantity)
        if first.value != quantity.value and document.sentence_of(first.first) != document.sentence_of(quantity.first):
            yield Conflict(
                "quantity",
                document.tokens.span(quantity.first, last),
                document.tokens.span(first.first, first.last),
                1.0,
                content_between(document, quantity.last, last),
            )


def _counted_deed(
    document: Document, quantity: Quantity, before: Quantity | None
) -> tuple[tuple[str, ...], int] | None:
    """Return who did what, as stems, if a figure counts all those who did, and the token behind it."""
    words = document.derive(vocabulary)
    word = document.tokens.word
    _, end = _sentence(document, quantity)
    token = quantity.last
    is_share = token < end and word(token).lower == "of"
    is_whole = (
        before is not None and before.last < quantity.first <= before.last + 2 and word(before.last).lower == "of"
    )
    clause = False
    key: list[str] = []
    while token < end and len(key) < 3 and word(token).form not in ",;.:()":
        if token > quantity.last and word(token).lower in ("who", "that", "which") and len(key) == 1:
            clause = True
        if word(token).lower in NUMERALS and key:
            break
        if words.stems[token] != NO_STEM and word(token).lower not in NUMERALS:
            key.append(words.names[words.stems[token]])
        token += 1
    if len(key) < 3 or "VBD" not in verb_forms(_form(document, quantity, key[1])):
        return None
    if (is_whole and not clause) or (is_share and clause):
        return None
    return tuple(key), token


def _form(document: Document, quantity: Quantity, key: str) -> str:
    """Return the form behind a figure that has the stem ``key``."""
    words = document.derive(vocabulary)
    for token in range(quantity.last, min(quantity.last + 12, len(document.tokens))):
        if words.names[words.stems[token]] == key:
            return document.tokens.word(token).lower
    return key


def _conflict(document: Document, slot: str, here: Quantity, there: Quantity) -> Conflict:
    spans = [document.tokens.span(quantity.hedged, quantity.last) for quantity in (here, there)]
    return Conflict(slot, spans[0], spans[1], 1.0)


def _significant(digits: float) -> int:
    """Return how many significant digits a figure has: 3 for 175000, 2 for 9.6."""
    return (
        len(f"{digits:.6f}".rstrip("0").replace(".", "").strip("0"))
        if digits != int(digits)
        else len(str(int(digits)).rstrip("0"))
    )


def _sentence(document: Document, quantity: Quantity) -> tuple[int, int]:
    sentence = document.sentence_of(quantity.first)
    return document.tokens.sentences[sentence], document.tokens.sentences[sentence + 1]


def _shared_stems(document: Document, one: Quantity, other: Quantity) -> int:
    stems = document.derive(vocabulary).stems
    a, b = (frozenset(stems[first:last]) for first, last in (_sentence(document, one), _sentence(document, other)))
    return len((a & b) - {NO_STEM})


def _shared_names(document: Document, one: Quantity, other: Quantity) -> set[str]:
    a, b = (
        {name.parts[-1] for name in names_in(document, Passage(*_sentence(document, quantity)))}
        for quantity in (one, other)
    )
    return a & b


def _is_attributed(document: Document, quantity: Quantity) -> bool:
    """Whether the sentence names who says so: a figure with a source is likelier to be the right one."""
    word = document.tokens.word
    return any(word(token).lower in _ATTRIBUTED for token in range(*_sentence(document, quantity)))
