"""Events that a document tells with their times, and what each is told of."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import lru_cache
from itertools import chain

from paralint.data import listed
from paralint.evidence.measures.quantities import Hedge, Quantity, quantities
from paralint.evidence.measures.times import Bound, is_date_word, moments
from paralint.evidence.measures.units import Measure
from paralint.evidence.words.closed import NOUNS, POSSESSIVES, words
from paralint.evidence.words.vocabulary import NO_STEM, vocabulary
from paralint.text.document import Document
from paralint.text.morphology import lemma
from paralint.values import NamedTuple

_REACH = 14  # tokens between a time and the verb that it stands with
_BEHIND = 12  # … where it stands before the verb
_STOPS = frozenset(';:—–"“”()[]')
_AUXILIARIES = words("is are was were be been being am has have had having do does did 's 're 've will would shall")
_LIGHT = words(
    "on in at the of late early last this about around by just shortly before after during and a from next since for "
    "dawn dusk noon midday midnight local time , night morning afternoon evening sunrise sunset nightfall"
)
_RELATIVES = words("who which that whose")
_UNREAL = words(
    """
    not never n't would could may might should if unless due scheduled expected planned originally initially again
    another second third fourth almost nearly supposed hoped wanted other others further more also first last each
    every earlier previous previously usually often yet instead or either both until plans plan hopes intends meant
    """
)
_FUTURE = words("will 'll shall")
PARTS_OF_DAY = {
    "morning": 0, "dawn": 0, "daybreak": 0, "sunrise": 0, "lunchtime": 1, "noon": 1, "midday": 1, "afternoon": 1,
    "evening": 2, "dusk": 2, "sunset": 2, "nightfall": 2, "night": 2,
}  # fmt: skip
# Who does so many things on so many days that doing it twice tells nothing.
_MANY_DEEDS = words(
    """
    police officer officers official officials authority authorities people man men woman women troop troops
    soldier soldiers force forces group member members
    one two three many some all it he she they who which this that we you i
    share shares price prices market markets index stock stocks person child children boy girl prosecutor prosecutors
    army military hour hours minute minutes second seconds decade decades year years month months day days week weeks
    time times thing things others rest part most number
    """
)
_OF_A_PHRASE = ("NN", "NNS", "NNP", "NNPS", "JJ", "JJR", "JJS", "CD", "DT", "PRP$", "POS", "VBN", "VBG", "HYPH", "WP$")
_INDEFINITE = words("a an another some any second third other two three four five six seven eight nine ten several")
_AT = words("at from about around by until before after")
_OCCUR = words("occur happen take hold strike hit come set schedule fix slate be plan")
_OPENERS = words("since when before after as while although though once")
_MARKS = words(", ( - – [")
_INSERTED = words("who which whose a an the one")
_AFTER_A_CLAUSE = 5  # tokens between a comma and the verb whose subject stands before it
_OPENS = 3  # tokens before a time that opens its sentence
_PHRASE = 8  # tokens of a noun phrase
_LAST = words("last take run continue")
_LENGTH = "length"
SECONDS_OF_DAY = 86400
_SPELL = frozenset((Bound.SINCE,))
_POINT = frozenset((Bound.AT, Bound.FROM))


class Thing(NamedTuple):
    """What an event is told of.

    Attributes:
        head: the stem of its noun.
        word: its noun, lower-cased.
        modifiers: the stems of the words before it.
        named: whether the noun is a name.
        definite: whether it is known already: not "a", "another", "two", "a longer".
        plural: whether it is more than one.
        owned: whether a pronoun says whose it is.
    """

    head: str
    word: str
    modifiers: frozenset[str]
    named: bool
    definite: bool
    plural: bool
    owned: bool


class Time(NamedTuple):
    """A time of an event.

    Attributes:
        first, last: its tokens, the words that set a bound included.
        fields: what it says, by name: weekday, day, month, year, clock, part of the day.
        spell: whether what is told has gone on since then.
        length: for how long it went on, if that is what is told.
    """

    first: int
    last: int
    fields: Mapping[str, int]
    spell: bool
    length: Quantity | None = None


class Happening(NamedTuple):
    """An event and its time.

    Attributes:
        token: the word that tells it.
        things: what it is told of, the subject first.
        time: when it was.
        future: whether it is still to come.
    """

    token: int
    things: tuple[Thing, ...]
    time: Time
    future: bool


@lru_cache(maxsize=1)
def _senses() -> tuple[Mapping[str, frozenset[str]], Mapping[str, frozenset[str]]]:
    """Return the senses of verbs and of nouns, each named by its first verb.

    Raises:
        DataError: if the list cannot be read.
    """
    sides: tuple[defaultdict[str, set[str]], defaultdict[str, set[str]]] = (defaultdict(set), defaultdict(set))
    for line in listed("event-senses"):
        for side, members in zip(sides, line.split("|"), strict=True):
            for word in members.split():
                side[word].add(line.split(maxsplit=1)[0])
    verbs, nouns = ({word: frozenset(found) for word, found in side.items()} for side in sides)
    return verbs, nouns


def stated_times(document: Document) -> Iterator[Time]:
    """Yield the times of a document that are those of an event or the beginning of what lasts."""
    lowers = document.lowers
    for moment in document.derive(moments):
        if moment.bound not in _SPELL and moment.bound not in _POINT:
            continue
        fields = moment.fields
        if fields.keys() == {"year"} and lowers[moment.first - 1] in _MARKS:
            continue  # of a book
        beside = (*lowers[moment.last : moment.last + 1], *lowers[max(0, moment.first - 3) : moment.first])
        part = next((PARTS_OF_DAY[lower] for lower in beside if lower in PARTS_OF_DAY), None)
        if part is not None and "weekday" in fields:
            fields["part"] = part
        yield Time(min(moment.first, moment.bounded), moment.last, fields, moment.bound in _SPELL)
    for quantity in document.derive(quantities):
        if quantity.measure is Measure.CLOCK and lowers[quantity.hedged - 1] in _AT:
            yield Time(quantity.first, quantity.last, {"clock": int(quantity.value)}, False)
        elif quantity.measure is Measure.DURATION and quantity.exact and quantity.hedge is Hedge.NONE:
            yield Time(
                quantity.first, quantity.last, {"length": round(quantity.value * SECONDS_OF_DAY)}, False, quantity
            )


def happenings(document: Document, time: Time) -> Iterator[tuple[str, Happening]]:
    """Yield what is told to have happened at a time, with its sense."""
    sentence = document.sentence_of(time.first)
    begin, end = document.tokens.sentences[sentence : sentence + 2]
    lowers, tags = document.lowers, document.tags
    kind = "since" if time.spell else ""
    if time.length is not None:
        event, kind = _lasting(document, time, begin, end)
    else:
        event = _noun_behind(document, time, end) or _verb_before(document, time, begin)
        if event is None and time.first - begin <= _OPENS:
            event = _verb_behind(document, time, end)
    if event is None or (tags[event] == "VBG" and lowers[event - 1] not in _AUXILIARIES):
        return
    of_many = tags[event] in NOUNS and lowers[event + 1] == "of" and time.length is None
    if of_many and time.fields.keys().isdisjoint(("day", "weekday")):
        return  # "the election of 1932", "the end of March": which one it is
    first, last = _clause(document, event, begin, end)
    around = frozenset(chain(lowers[first : max(first, time.first)], lowers[time.last : last]))
    is_verb = tags[event][0] == "V"
    if not _UNREAL.isdisjoint(around if is_verb else lowers[max(first, event - _PHRASE) : event]):
        return
    things = tuple(_things(document, event, first, last, end))
    senses = _senses_of(document, event, end)
    if is_verb and lemma(lowers[event], tags[event]) in _OCCUR and things:
        senses |= _senses()[1].get(things[0].word, frozenset())
    if kind == _LENGTH:
        senses = frozenset(("",))
    elif kind and not senses and is_verb:
        senses = frozenset((lemma(lowers[event], tags[event]),))
    future = not _FUTURE.isdisjoint(around) or (event > begin and lowers[event - 1] in ("to", "be"))
    for sense in senses:
        yield f"{kind} {sense}", Happening(event, things, time, future and kind != _LENGTH)


def _lasting(document: Document, time: Time, begin: int, end: int) -> tuple[int | None, str]:
    """Return what went on for a length of time, and how it is told.

    "The 11-day strike", "a strike of 11 days" and "lasted 11 days" tell how long an event was, "has led it for 11
    years" how long a deed.
    """
    lowers, tags = document.lowers, document.tags
    before = lowers[time.first - 1] if time.first > begin else ""
    if "-" in lowers[time.first]:
        if time.last < end and tags[time.last] in ("NN", "JJ"):
            head = _head(document, time.last, min(end, time.last + _PHRASE))
            return (head, _LENGTH) if tags[head] == "NN" else (None, "")
        return None, ""
    if before == "of" and time.first - 1 > begin and tags[time.first - 2] == "NN":
        return time.first - 2, _LENGTH
    event = _verb_before(document, time, begin)
    if event is None or tags[event][0] != "V":
        return None, ""
    if lemma(lowers[event], tags[event]) in _LAST and event + 1 >= time.first - (before == "for"):
        return event, _LENGTH
    return (event, "for") if before == "for" else (None, "")


def _senses_of(document: Document, token: int, end: int) -> frozenset[str]:
    """Return the senses of a verb, with the words behind it that belong to it, or of a noun."""
    lowers, tags = document.lowers, document.tags
    verbs, nouns = _senses()
    tag = tags[token]
    if tag[0] != "V":
        return nouns.get(lowers[token], frozenset())
    key = lemma(lowers[token], tag)
    for length in (3, 2, 1):
        joined = "_".join((key, *lowers[token + 1 : min(end, token + 1 + length)]))
        if joined in verbs:
            return verbs[joined]
    return verbs.get(key, frozenset())


def _noun_behind(document: Document, time: Time, end: int) -> int | None:
    """Return the noun of "Tuesday's ruling"."""
    lowers, tags = document.lowers, document.tags
    if time.last < end and lowers[time.last] in ("'s", "’s"):
        for token in range(time.last + 1, min(time.last + 4, end)):
            if lowers[token] in _senses()[1] and tags[token] in NOUNS:
                return token
    return None


def _verb_before(document: Document, time: Time, begin: int) -> int | None:
    """Return the verb, or the noun of an event, that a time stands behind."""
    lowers, tags = document.lowers, document.tags
    token = time.first - 1
    while token >= begin and lowers[token] in _LIGHT:
        token -= 1
    touching = True
    for place in range(token, max(begin, token - _REACH) - 1, -1):
        lower = lowers[place]
        if lower in _STOPS:
            return None
        if tags[place][0] == "V" and lower not in _AUXILIARIES:
            return place
        if touching and tags[place] in NOUNS and lower in _senses()[1]:
            before = range(max(begin, place - _REACH), place)
            if lowers[place + 1] == "of" or not any(tags[each][0] == "V" for each in before):
                return place
        touching = False
    return None


def _verb_behind(document: Document, time: Time, end: int) -> int | None:
    """Return the verb of a clause that begins with a time."""
    lowers, tags = document.lowers, document.tags
    for place in range(time.last, min(end, time.last + _BEHIND)):
        lower = lowers[place]
        if lower in _STOPS or lower in _RELATIVES:
            return None
        if tags[place] in ("VBD", "VBN", "VB", "VBZ", "VBP") and lower not in _AUXILIARIES:
            return place
    return None


def _clause(document: Document, event: int, begin: int, end: int) -> tuple[int, int]:
    """Return the tokens of the clause around a verb: no further than the verbs before and behind it."""
    lowers, tags = document.lowers, document.tags
    first = event
    while first > begin and lowers[first - 1] not in _STOPS:
        if tags[first - 1] in ("VBD", "VBZ", "VBP", "MD") and lowers[first - 1] not in _AUXILIARIES:
            break
        first -= 1
    last = event + 1
    while last < end and lowers[last] not in _STOPS and lowers[last] not in _RELATIVES:
        if tags[last] in ("VBD", "VBZ", "VBP", "MD"):
            break
        last += 1
    return first, last


def _things(document: Document, event: int, first: int, last: int, end: int) -> Iterator[Thing]:
    """Yield what an event is told of: its subject, then its object; of a noun the noun and whose event it is."""
    lowers, tags = document.lowers, document.tags
    if tags[event][0] != "V":
        yield from _thing(document, event, first)
        owner = next((place for place in range(event - 1, first, -1) if lowers[place] in ("'s", "’s")), 0)
        if owner:
            yield from _thing(document, owner - 1, first)
        return
    subject = _subject(document, event, first, end)
    if subject is not None:
        yield from _thing(document, subject, first if subject < event else event)
    for place in range(event + 1, last):
        if tags[place] in NOUNS:
            yield from _thing(document, _head(document, place, last), event + 1)
            return
        if tags[place] in ("IN", "TO", "PRP") or lowers[place] == ",":
            return


def _subject(document: Document, event: int, first: int, end: int) -> int | None:
    """Return the head of the subject of a verb; that of the main clause for "Built in 1963, the bridge …"."""
    lowers, tags = document.lowers, document.tags
    token = event - 1
    while token >= first and (lowers[token] in _AUXILIARIES or tags[token] in ("RB", "MD", "TO")):
        token -= 1
    if token >= first and lowers[token] in _RELATIVES:
        token -= 1
    elif lowers[token] == "," and token > event - _AFTER_A_CLAUSE:
        first = document.tokens.sentences[document.sentence_of(event)]
        comma = next((place for place in range(token - 1, first, -1) if lowers[place] == ","), None)
        if comma is not None and not _INSERTED.isdisjoint(lowers[comma + 1 : comma + 3]):
            token = comma  # "the ship, from which 14 are missing, had …"
    for place in range(token, first - 1, -1):
        if tags[place] in NOUNS and not is_date_word(document.tokens.word(place)):
            return place
        if tags[place] in ("PRP", "VBG") or (tags[place] == "IN" and place < token):
            break
    if (first <= token and lowers[first] not in _OPENERS) or "," not in lowers[event:end]:
        return None
    comma = lowers.index(",", event, end)
    for place in range(comma + 1, min(end, comma + _PHRASE)):
        if tags[place] in NOUNS and (place + 1 == end or tags[place + 1] not in NOUNS):
            return place
        if tags[place] not in _OF_A_PHRASE:
            break
    return None


def _head(document: Document, noun: int, last: int) -> int:
    """Return the last noun of a phrase that has begun: "shirts" of "the club's old shirts"."""
    tags = document.tags
    head = noun
    while noun + 1 < last and tags[noun + 1] in _OF_A_PHRASE and tags[noun + 1] not in ("DT", "PRP$", "CD"):
        noun += 1
        if tags[noun] in NOUNS and not is_date_word(document.tokens.word(noun)):
            head = noun
    return head


def _thing(document: Document, noun: int, first: int) -> Iterator[Thing]:
    """Yield what a noun names, unless it is one of many; its phrase begins at ``first`` at the earliest."""
    lowers, tags = document.lowers, document.tags
    known = document.derive(vocabulary)
    key = known.stems[noun]
    if key == NO_STEM or lowers[noun] in _MANY_DEEDS:
        return
    if tags[noun + 1 : noun + 2] == ["CD"] and lowers[noun + 1].isdecimal():
        return  # one of many: Resolution 211
    begin = noun
    while begin > first and tags[begin - 1] in _OF_A_PHRASE:
        begin -= 1
    named = document.tokens.word(noun).capital
    owned = not POSSESSIVES.isdisjoint(lowers[begin:noun])
    definite = _INDEFINITE.isdisjoint(lowers[begin:noun]) and (named or begin < noun)
    definite = definite and "JJR" not in tags[begin:noun]  # a longer one is another one
    modifiers = frozenset(
        known.names[known.stems[place]]
        for place in range(begin, noun)
        if tags[place] != "CD" and not lowers[place][0].isdecimal() and known.stems[place] != NO_STEM
    )
    if begin < noun and "-" in lowers[begin] and tags[begin] in ("JJ", "NN", "CD"):
        modifiers -= {known.names[known.stems[begin]]}  # the length of time of "three-week truce"
    yield Thing(known.names[key], lowers[noun], modifiers, named, definite, tags[noun] in ("NNS", "NNPS"), owned)
