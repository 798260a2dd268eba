"""Times of one event, told in two places: "sank on Saturday night", "the trawler, which had capsized on Sunday".

No restatement is asked for. A time is tied to the verb, or to the noun of an event, that it stands with; two such verbs
tell one event if they are of one sense (``lists/event-senses.txt``: what happens once to one thing) and are told of the
same thing. "Since 1958" and "for twelve years" tie to any verb, as what lasts began once.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import chain, islice

from paralint.evidence.figures.happenings import (
    PARTS_OF_DAY,
    SECONDS_OF_DAY,
    Happening,
    Thing,
    Time,
    happenings,
    stated_times,
)
from paralint.evidence.measures.mistakable import is_turned
from paralint.evidence.measures.quantities import may_hold
from paralint.evidence.measures.units import Measure
from paralint.evidence.restatements.conflicts import Conflict, is_name, without_repeats
from paralint.evidence.words.closed import words
from paralint.evidence.words.thesaurus import related
from paralint.evidence.words.vocabulary import NO_STEM, vocabulary
from paralint.text.document import Document

_AT_NIGHT = words("night late midnight early dawn morning overnight hours")
# What is first called by the one and then by another of these nouns.
_KINDS = (
    words("ship boat vessel ferry trawler tanker freighter yacht craft liner barge dinghy schooner"),
    words("car vehicle van truck lorry bus coach minibus minivan taxi"),
    words("plane aircraft jet airliner airplane flight helicopter"),
    words("fire blaze inferno wildfire"),
    words("house home building flat apartment cottage"),
    words("quake earthquake tremor"),
    words("storm hurricane cyclone typhoon tornado"),
    words("blast explosion bomb"),
    words("firm company business group maker manufacturer retailer chain"),
    words("strike walkout stoppage"),
    words("law bill act legislation"),
    words("deal agreement accord pact treaty"),
    words("talks negotiations"),
    words("truce ceasefire cease-fire armistice"),
    words("match game fixture"),
    words("election vote poll ballot"),
)
_SERIES = 3  # times from which on there are as many events
# How many earlier tellings of one thing, and how many other nouns that may stand for it, one telling is held against.
# No article tells as much of what happens once; a text that does would be compared with itself sentence by sentence.
_TOLD = 200
_THINGS = 100


def event_times(document: Document) -> tuple[Conflict, ...]:
    """Return the times of events that other places of the document tell otherwise (a layer).

    The later one is reported.
    """
    return without_repeats(_conflicts(document))


def _conflicts(document: Document) -> Iterator[Conflict]:
    known = list(stated_times(document))
    said = defaultdict(set)
    for time in known:
        for name, value in time.fields.items():
            said[name].add(value)
    if all(len(values) < 2 for values in said.values()):
        return
    told: defaultdict[str, list[Happening]] = defaultdict(list)
    for time in known:
        for sense, happening in happenings(document, time):
            told[sense].append(happening)
    for same in told.values():
        for other, earlier in _with_earlier(same):
            one = next((one for one in earlier if _is_refuted(document, one, other)), None)
            if one is not None:
                here, there = (document.tokens.span(each.time.first, each.time.last) for each in (other, one))
                yield Conflict("date" if other.time.length is None else "duration", here, there, 1.0)


def _with_earlier(same: Sequence[Happening]) -> Iterator[tuple[Happening, Iterator[Happening]]]:
    """Yield the tellings of an event, each with the earlier ones of what may be the same thing.

    Left out is what is told of more than two times: a series of events.
    """
    times = _times_of_things(same)
    by_head: defaultdict[str, list[int]] = defaultdict(list)
    common: dict[str, Thing] = {}  # that are no names, by their heads
    for number, other in enumerate(same):
        named = frozenset(other.time.fields)
        if len(set().union(*(times[thing.head, named] for thing in other.things))) < _SERIES:
            found: set[int] = set()
            for thing in other.things:
                found.update(by_head[thing.head][:_TOLD])
                for head, called in islice(common.items(), 0 if thing.named else _THINGS):
                    if _may_be_called(called, thing):
                        found.update(by_head[head][:_TOLD])
            yield other, map(same.__getitem__, sorted(found))
        for thing in other.things:
            if by_head[thing.head][-1:] != [number]:
                by_head[thing.head].append(number)
            if not thing.named:
                common.setdefault(thing.head, thing)


def _times_of_things(
    same: Sequence[Happening],
) -> Mapping[tuple[str, frozenset[str]], set[tuple[tuple[str, int], ...]]]:
    """Return the times that are told of things, by their heads and by what the times say; of a series not all."""
    times: defaultdict[tuple[str, frozenset[str]], set[tuple[tuple[str, int], ...]]] = defaultdict(set)
    for each in same:
        fields = each.time.fields
        for thing in each.things:
            known = times[thing.head, frozenset(fields)]
            if len(known) < _SERIES:
                known.add(tuple(sorted(fields.items())))
    return times


def _is_refuted(document: Document, one: Happening, other: Happening) -> bool:
    """Whether two tellings are of one event and its times differ."""
    if document.sentence_of(one.token) == document.sentence_of(other.token) or one.future != other.future:
        return False
    if not _differ(document, one.time, other.time):
        return False
    length = other.time.length is not None and is_turned(
        Measure.DURATION.value, one.time.fields["length"] / SECONDS_OF_DAY, other.time.fields["length"] / SECONDS_OF_DAY
    )
    loosely = "year" not in one.time.fields or one.time.spell  # a text may tell of many years
    if not any(
        _one_thing(mine, theirs, length) and (loosely or mine.named or mine.modifiers == theirs.modifiers)
        for mine in one.things
        for theirs in other.things
    ):
        return False
    if _are_of_two(document, one, other):
        return False
    # What both tell of another thing each is not one event.
    if len(one.things) > 1 and len(other.things) > 1:
        return len({thing.head for thing in one.things} & {thing.head for thing in other.things}) > 1
    return True


def _are_of_two(document: Document, one: Happening, other: Happening) -> bool:
    """Whether something is told as somebody's own, and the two sentences name nobody in common: "his term"."""
    if not any(thing.owned for thing in (*one.things, *other.things)):
        return False
    known = document.derive(vocabulary)
    named = []
    for each in (one, other):
        number = document.sentence_of(each.token)
        first, last = document.tokens.sentences[number : number + 2]
        named.append({known.stems[token] for token in range(first, last) if is_name(document, token)} - {NO_STEM})
    return all(named) and named[0].isdisjoint(named[1])


def _one_thing(one: Thing, other: Thing, length: bool) -> bool:
    """Whether two nouns may name one thing; how long an event was is told of it by any article."""
    if one.plural != other.plural or not (other.definite or length):
        return False
    if one.head != other.head:
        return not one.named and not other.named and _may_be_called(one, other)
    if one.named != other.named:
        return False
    return one.named or one.modifiers <= other.modifiers or other.modifiers <= one.modifiers


def _may_be_called(one: Thing, other: Thing) -> bool:
    """Whether a thing may be spoken of by another noun: the trawler, the vessel."""
    if related(one.head, other.head):
        return True
    return any(one.word in listed and other.word in listed for listed in _KINDS)


def _differ(document: Document, one: Time, other: Time) -> bool:
    """Whether two times cannot be those of one event."""
    mine, theirs = one.fields, other.fields
    if one.spell != other.spell or mine.keys().isdisjoint(theirs):
        return False
    if "weekday" in mine and "weekday" in theirs:
        if not {"day", "month", "year"}.isdisjoint((*mine, *theirs)):
            return False
        apart = (mine["weekday"] - theirs["weekday"]) % 7
        if apart in (1, 6) and any(_at_night(document, each) for each in (one, other)):
            # The night of Saturday leads to Sunday; that of Sunday is no part of Saturday.
            later = mine if apart == 1 else theirs
            return later.get("part") == PARTS_OF_DAY["night"]
        return apart != 0 or abs(mine.get("part", 1) - theirs.get("part", 1)) > 1
    if one.length is not None and other.length is not None:
        return not may_hold(one.length, other.length)
    if all(mine.get(name, value) == value for name, value in theirs.items()):
        return False
    return mine.keys() == theirs.keys() or mine.get("year", 0) != theirs.get("year", 0) > 0 < mine.get("year", 0)


def _at_night(document: Document, time: Time) -> bool:
    lowers = document.lowers
    around = chain(lowers[max(0, time.first - 3) : time.first], lowers[time.last : time.last + 2])
    return not _AT_NIGHT.isdisjoint(around)
