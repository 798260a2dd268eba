"""Clauses that exclude one another: one thing that is and is not, is done and undone, is over and still to come.

Two clauses are held against each other if they are of one predicate, or of two of which one excludes the other
(``lists/opposites.txt``, made by ``tools/build_opposites.py``, and a word with and without its negative prefix), and if
what they are told of is the same. Nothing else of their sentences needs to be alike. What changes in time is left
alone: two tenses, two dates, two places, or a word in either sentence that turns the tale. What is done once is not
over and still to come.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from itertools import chain

from paralint.data import listed
from paralint.evidence.claims.one_figure import contrary_changes
from paralint.evidence.measures.times import is_date_word
from paralint.evidence.quotations.quotations import quotations
from paralint.evidence.quotations.reporting import REPORTING
from paralint.evidence.restatements.conflicts import Conflict, without_repeats
from paralint.evidence.restatements.statements import (
    NOBODY,
    TIMES,
    Phrase,
    Statement,
    Time,
    is_verb,
    statement,
    told_apart,
)
from paralint.evidence.words.closed import VERBS, words
from paralint.evidence.words.places import tagged
from paralint.evidence.words.vocabulary import NO_STEM, vocabulary
from paralint.text.document import Document
from paralint.text.morphology import lemma
from paralint.text.words import WordType
from paralint.values import NamedTuple

_TURNS = words(
    """
    but however although though later then earlier previously until first initially again once while instead former
    another reluctantly eventually finally whereas unlike if unless whether till others except either nearly almost
    sometimes usually often temporarily briefly why despite now anymore since second next last before other only some
    """
)
_PREFIXES = ("un", "in", "im", "ir", "il", "dis", "non-")
_NEGATORS = words("not n't n’t never no nobody none hardly")
_LIGHT = words(
    """
    be is are was were been being am 's 're have has had do does did will would can could say said says get got make
    made go went gone take took taken want wanted know knew think thought come came give gave given see saw seen need
    needed done
    """
)
_FEW = words("few little hardly scarcely")
_MANY = words("most many all every each both everybody everyone")
_ANOTHER = words("a an another some any one many several more")
_PEOPLE = words("people person persons men man women woman children passengers workers residents soldiers")
_SPEAKERS = words("i you we")
_PLACING = words("in at on across near around outside inside from")
_SETS_APART = words("when nor neither some others who which only once before after longer")
_RETURNS = words(
    """
    but however although though again another second third new former if unless whether would could might planned
    every each annual annually usually often originally until instead last previous previously more other others
    """
)
# What is done once, or once in the time of a text.
_ONCE = words(
    """
    begin start open reopen close end finish expire resign retire marry divorce die publish launch unveil sign elect
    inaugurate complete demolish merge abolish come take go leave release introduce hold sell deliver
    """
)
_NEAR = 2  # paragraphs between two clauses that are parallel
_STOPS = frozenset(".!?")
_CLOSE = 2  # sentences from what is over to what is to come
_SCOPE = 4  # tokens behind a negator in which what it denies stands
_LATEST = 8  # statements with one predicate that a new one is held against
_DATING = words("spring summer autumn winter morning afternoon evening night noon midnight a.m. p.m. am pm")
_CENTURIES = ("18", "19", "20")
_FINAL = "!"
_PREFIXED = "-"


class Side(NamedTuple):
    """The place of a word in the list of opposites.

    Attributes:
        pair: the number of the line.
        sign: on which side of it the word stands.
        verb: whether it stands there as a verb.
        final: whether what is done of this line stays done.
    """

    pair: int
    sign: bool
    verb: bool
    final: bool


class Told(NamedTuple):
    """A statement, on which side of its predicate it stands, and whether that predicate is one word for both sides."""

    it: Statement
    sign: bool
    denial: bool
    final: bool


@cache
def opposites() -> dict[str, list[Side]]:
    """Return for each form where it stands in the list of opposites.

    Raises:
        DataError: if the list cannot be read.
    """
    found: defaultdict[str, list[Side]] = defaultdict(list)
    for number, line in enumerate(listed("opposites")):
        final = line.startswith(_FINAL)
        for sign, side in zip((True, False), line.lstrip(_FINAL).split("|"), strict=True):
            verbs, _, others = side.partition(":")
            for forms, verb in ((verbs, True), (others, False)):
                for form in dict.fromkeys(forms.split()):
                    found[form].append(Side(number, sign, verb, final))
    return dict(found)


def denials(document: Document) -> tuple[Conflict, ...]:
    """Return what is said in one place and denied in another (a layer: see ``Document.derive``)."""
    return tuple(conflict for conflict in document.derive(_clashes) if conflict.slot == "denial")


def opposite_deeds(document: Document) -> tuple[Conflict, ...]:
    """Return what is said of something of which the opposite is said elsewhere (a layer: see ``Document.derive``)."""
    from paralint.evidence.claims.joint_deeds import joint_deeds  # which reads the list of opposites, too

    found = [conflict for conflict in document.derive(_clashes) if conflict.slot == "deed"]
    told = {span for each in found for span in (each.here, each.there)}
    return (*found, *(each for each in joint_deeds(document) if not any(each.here.overlaps(span) for span in told)))


def _clashes(document: Document) -> tuple[Conflict, ...]:
    return without_repeats(chain(_opposed(document), contrary_changes(document)))


def _opposed(document: Document) -> Iterator[Conflict]:
    for told in _by_predicate(document):
        told.sort(key=lambda each: each.it.predicate)
        for index, other in enumerate(told):
            earlier = told[max(0, index - _LATEST) : index]
            one = next((one for one in earlier if one.sign != other.sign and _exclude(document, one, other)), None)
            if one is not None:
                yield _excluded(document, one, other)


def _excluded(document: Document, one: Told, other: Told) -> Conflict:
    here, there = (document.tokens.span(each.it.first, each.it.predicate + 1) for each in (other, one))
    if not one.denial:
        return Conflict("deed", here, there, 1.0, "both can hardly be")
    if other.it.negated:
        here, there = there, here  # a rewriter loses a negation more often than it adds one
    return Conflict("denial", here, there, 1.0, "one of the two denies the other")


def _by_predicate(document: Document) -> Iterator[list[Told]]:
    """Yield the statements of which one may exclude another, those that may do so together."""
    for number, places in _candidates(document).items():
        if len({sign for _, sign, _ in places}) < 2 and not isinstance(number, str):
            continue
        denial = isinstance(number, str) and not number.startswith(_PREFIXED)
        told: list[Told] = []
        for place, sign, final in places:
            found = statement(document, place) if not _governs(document, place) else None
            if found is not None and found.time is not Time.NEVER and (denial or found.subject is not None):
                told.append(Told(found, sign != found.negated, denial, final))
        if len({each.sign for each in told}) == 2:
            yield told


def _governs(document: Document, verb: int) -> bool:
    """Whether a verb is told of another verb, which may be anything: "refused to work"."""
    return document.lowers[verb + 1 : verb + 2] == ["to"] and document.tags[verb + 2 : verb + 3] == ["VB"]


def _candidates(document: Document) -> dict[int | str, list[tuple[int, bool, bool]]]:
    """Return the places of words that may exclude one another, by line of the list or by lemma.

    Each has its token, its side, and whether what it tells stays so.
    """
    found: defaultdict[int | str, list[tuple[int, bool, bool]]] = defaultdict(list)
    lowers, tags = document.by_lower, document.tags
    for lower in opposites().keys() & lowers.keys():
        for side in opposites()[lower]:
            for place in _places(document, lower):
                if (tags[place][0] == "V") == side.verb or (not side.verb and tags[place] in ("VBN", "VBD")):
                    found[side.pair].append((place, side.sign, side.final))
    for lower in lowers:
        for prefix in _PREFIXES if lower.startswith(_PREFIXES) else ():
            base = lower.removeprefix(prefix)
            if base != lower and len(base) > 3 and base in lowers:
                found[_PREFIXED + base] += [(place, False, False) for place in _places(document, lower)]
                found[_PREFIXED + base] += [(place, True, False) for place in _places(document, base)]
    for key, places in _denied(document).items():
        found[key] += [(place, True, False) for place in places]
    return found


def _places(document: Document, lower: str) -> list[int]:
    return [place for kind in document.by_lower[lower] for place in document.places[kind]]


def _denied(document: Document) -> dict[str, list[int]]:
    """Return the places of each verb and adjective that stands behind a negator somewhere, by lemma."""
    bounds = document.tokens.sentences
    keys: set[str] = set()
    for negator in sorted(_NEGATORS & document.by_lower.keys()):
        for place in _places(document, negator):
            for token in range(place + 1, min(bounds[document.sentence_of(place) + 1], place + 1 + _SCOPE)):
                if _is_predicate(document, token):
                    keys.add(_base(document, token))
    found: defaultdict[str, list[int]] = defaultdict(list)
    modals = tagged(document, ("MD",)) if keys else ()
    behind = {place + step for place in modals for step in (1, 2)} & set(range(len(document.tokens)))
    for place in sorted(behind.union(tagged(document, (*VERBS, "JJ")))) if keys else ():
        if _is_predicate(document, place) and (base := _base(document, place)) in keys:
            found[base].append(place)
    return {key: places for key, places in found.items() if len(places) > 1}


def _is_predicate(document: Document, token: int) -> bool:
    lower = document.lowers[token]
    return lower not in _LIGHT and lower.isalpha() and (document.tags[token] == "JJ" or is_verb(document, token))


def _base(document: Document, token: int) -> str:
    """Return the base form of a verb, or an adjective itself, told apart: what is secured may not be secure."""
    if document.tags[token] == "JJ":
        return f"{document.lowers[token]} JJ"
    return lemma(document.lowers[token], "VB" if document.tags[token].startswith("NN") else document.tags[token])


def _exclude(document: Document, one: Told, other: Told) -> bool:
    """Whether two statements of opposite sides are of the same thing at the same time."""
    here, there = other.it, one.it
    numbers = [document.sentence_of(each.predicate) for each in (there, here)]
    inside = document.derive(quotations).inside
    if numbers[0] == numbers[1] or not _same_time(document, one, other):
        return False
    if inside[there.predicate] and inside[here.predicate]:
        return False
    if any(_has(document, number, _TURNS) for number in numbers):
        return False
    if one.denial and _is_parallel(document, there, here):
        return True
    if not _same_parts(document, there, here):
        return False
    few = [_is_one_of(document, each, _FEW) for each in (there, here)]
    many = [_is_one_of(document, each, _MANY) for each in (there, here)]
    if (few[0] and not many[1]) or (few[1] and not many[0]):
        return False
    return _same_circumstances(document, there, here)


def _is_parallel(document: Document, one: Statement, other: Statement) -> bool:
    """Whether two clauses of the narrator have one auxiliary and one object, or none, whoever they are told of."""
    stems = document.derive(vocabulary).stems
    inside = document.derive(quotations).inside
    if any(inside[each.predicate] or each.first == each.predicate for each in (one, other)):
        return False
    if document.lowers[one.first] != document.lowers[other.first]:
        return False
    if abs(document.block_of(one.first) - document.block_of(other.first)) > _NEAR:
        return False
    objects = {stems[each.object.head] if each.object is not None else NO_STEM for each in (one, other)}
    numbers = [document.sentence_of(each.predicate) for each in (one, other)]
    return len(objects) == 1 and not any(_has(document, number, _SETS_APART) for number in numbers)


def _same_parts(document: Document, one: Statement, other: Statement) -> bool:
    """Whether two statements are of the same thing, and of the same who does it if both tell that."""
    beside = document.sentence_of(other.predicate) - document.sentence_of(one.predicate) == 1
    doers, things = zip(one.roles, other.roles, strict=True)
    if None in things or not _same(document, *things, beside):
        return False
    return None in doers or _same(document, *doers, beside)


def _same_time(document: Document, one: Told, other: Told) -> bool:
    """Whether two statements hold at one time; what is told in reported speech is shifted back."""
    times = {one.it.time, other.it.time}
    if times == {Time.MODAL}:
        auxiliaries = {document.lowers[each.it.first] for each in (one, other)}
        return one.denial and len(auxiliaries) == 1
    if times == {Time.PAST} and len({document.lowers[each.it.first] == "had" for each in (one, other)}) > 1:
        return any(_is_reported(document, each.it) for each in (one, other))
    if len(times) == 1 or times == {Time.PRESENT, Time.PERFECT}:
        return True
    if not times.isdisjoint((Time.FUTURE, Time.MODAL)):
        return False
    if one.final and one.it.time is not Time.PRESENT:
        return True
    return any(_is_reported(document, each.it) for each in (one, other))


def _is_reported(document: Document, it: Statement) -> bool:
    begin = document.tokens.sentences[document.sentence_of(it.first)]
    return any(document.lowers[token] in REPORTING for token in range(begin, it.first))


def _is_one_of(document: Document, it: Statement, quantities: frozenset[str]) -> bool:
    """Whether a subject is told as few, or as many."""
    subject = it.subject
    if subject is None:
        return False
    begin = max(document.tokens.sentences[document.sentence_of(it.first)], subject.first - 1)
    return any(document.lowers[token] in quantities for token in range(begin, subject.last))


def _same(document: Document, one: Phrase | None, other: Phrase | None, beside: bool) -> bool:
    """Whether two phrases mean the same; a pronoun means what the sentence before is about."""
    if one is None or other is None:
        return False
    lowers, tags = document.lowers, document.tags
    first, second = lowers[one.head], lowers[other.head]
    if second in ("it", "they", "he", "she", "him", "them", "her"):
        if not beside or _has_name_before(document, other.head):
            return False
        if second in ("it", "they", "them"):
            return first == second or tags[one.head] == ("NN" if second == "it" else "NNS")
        return first == second or tags[one.head] == "NNP"
    if first in _SPEAKERS or second in _SPEAKERS:
        return False
    if first in NOBODY or second in NOBODY:
        return beside and (first in _PEOPLE or second in _PEOPLE)
    stems = document.derive(vocabulary).stems
    if stems[one.head] == NO_STEM or stems[one.head] != stems[other.head] or lowers[other.first] in _ANOTHER:
        return False
    if tags[one.head] != tags[other.head]:
        return False
    known, new = told_apart(document, one), told_apart(document, other)
    return known <= new or new <= known


def _has_name_before(document: Document, pronoun: int) -> bool:
    """Whether a sentence names something before a pronoun that may be meant by it."""
    begin = document.tokens.sentences[document.sentence_of(pronoun)]
    return "NNP" in document.tags[begin:pronoun]


def _same_circumstances(document: Document, one: Statement, other: Statement, dated: bool = True) -> bool:
    """Whether no date, and nothing behind the same preposition, tells two statements apart."""
    dates = [_dates(document, each) for each in (one, other)]
    years = [{date for date in each if date.isdigit()} for each in dates]
    if dated and ((all(dates) and dates[0].isdisjoint(dates[1])) or years[0] != years[1]):
        return False
    if len({_manner(document, each) for each in (one, other)}) > 1:
        return False
    before, after = (_circumstances(document, each) for each in (one, other))
    return all(not before[key].isdisjoint(after[key]) for key in before.keys() & after.keys())


def _circumstances(document: Document, it: Statement) -> dict[str, set[int]]:
    """Return the stems behind each preposition of a clause; all prepositions of place are one."""
    stems = document.derive(vocabulary).stems
    word = document.tokens.word
    found: defaultdict[str, set[int]] = defaultdict(set)
    key = ""
    for token in range(it.object.last if it.object is not None else it.predicate + 1, it.end):
        lower = word(token).lower
        if document.tags[token] in ("IN", "TO"):
            key = "in" if lower in _PLACING else lower if lower != "of" else ""  # what "of" ties belongs to a noun
        elif key and stems[token] != NO_STEM and word(token).lower not in TIMES and not _is_date(word(token)):
            found[key].add(stems[token])
    return found


def _manner(document: Document, it: Statement) -> str:
    """Return the adverb of manner right behind a predicate: "is elected indirectly"."""
    lower = document.lowers[it.predicate + 1] if it.predicate + 1 < it.end else ""
    return lower if lower.endswith("ly") or lower in ("well", "badly", "fast") else ""


def _dates(document: Document, it: Statement) -> frozenset[str]:
    word = document.tokens.word
    number = document.sentence_of(it.predicate)
    sentence = range(document.tokens.sentences[number], document.tokens.sentences[number + 1])
    return frozenset(word(token).lower for token in sentence if _is_date(word(token)))


def _is_date(word: WordType) -> bool:
    """Whether a word tells when, and not for how long."""
    return is_date_word(word) or word.lower in _DATING or (len(word.form) == 4 and word.form[:2] in _CENTURIES)


def _has(document: Document, number: int, listed: frozenset[str]) -> bool:
    """Whether a sentence asks, or has one of some words."""
    sentences, lowers = document.tokens.sentences, document.lowers
    sentence = lowers[sentences[number] : sentences[number + 1]]
    return "?" in sentence or not listed.isdisjoint(sentence)


def turned_times(document: Document) -> Iterator[Conflict]:
    """Yield what is done once and told as done and as still to come: "came into force", "will come into force"."""
    lowers, tags = document.lowers, document.tags
    verbs = [place for place in tagged(document, VERBS) if lemma(lowers[place], tags[place]) in _ONCE]
    told: defaultdict[str, list[Statement]] = defaultdict(list)
    for place in sorted(verbs, key=lambda place: (lowers[place], document.tokens.ids[place])):
        found = statement(document, place)
        # "Barley board abolished" stands over "The board will be abolished".
        if found is not None and found.subject is not None and not found.negated and not _heads(document, place):
            told[_event(document, place)].append(found)
    for event in sorted(told):
        coming = [each for each in told[event] if each.time is Time.FUTURE]
        over = [each for each in told[event] if each.time in (Time.PAST, Time.PERFECT)]
        for one in over:
            other = next((each for each in coming if _is_over(document, one, each)), None)
            if other is not None:
                here, there = (document.tokens.span(each.first, each.predicate + 1) for each in (other, one))
                yield Conflict("phase", here, there, 1.0, "it is still to come here and over there")


def _heads(document: Document, token: int) -> bool:
    """Whether a token stands in a line without a full stop."""
    last = document.tokens.sentences[document.sentence_of(token) + 1]
    return not _STOPS & set(document.lowers[max(0, last - 2) : last])


def _event(document: Document, verb: int) -> str:
    """Return the base form of a verb, of one that says little with the words behind it: "come into force"."""
    base = _base(document, verb)
    return " ".join((base, *document.lowers[verb + 1 : verb + 3])) if base in _LIGHT else base


def _is_over(document: Document, one: Statement, other: Statement) -> bool:
    """Whether what one clause tells as to come, another close by tells as over."""
    first, second = sorted((one, other))
    numbers = [document.sentence_of(each.predicate) for each in (first, second)]
    if not 0 <= numbers[1] - numbers[0] <= _CLOSE or any(_has(document, number, _RETURNS) for number in numbers):
        return False
    return _same_parts(document, first, second) and _same_circumstances(document, first, second, dated=False)
