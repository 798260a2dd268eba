"""Measures: which preposition stands before an amount, by what has it and what it measures.

What changes does so by an amount, what is sold goes for one, an estimate is put at one, what costs or weighs has no
preposition before it; things are "at" a cost, a rate, a height; a range runs from one amount to another. Each class
of words has its prepositions, whatever the amount is: money, a share, a length, a number of things. Times are left
alone, but for "during", which takes no bare number of them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from paralint.evidence.words.closed import ARTICLES, VERBS, words
from paralint.evidence.words.places import places_of
from paralint.evidence.words.titles import MONTHS, WEEKDAYS
from paralint.text.document import Document
from paralint.text.lazy import pattern
from paralint.values import NamedTuple

MONEY, SHARE, TIME, LENGTH = "money", "share", "time", "length"
WEIGHT, COUNT, NUMBER, YEAR = "weight", "count", "number", "year"

PREPOSITIONS = frozenset({"with", "for", "on", "of", "in", "at", "by", "to", "from", "over", "until", "during", "into"})
_CHANGES = words(
    """
    rise fall drop increase decrease grow climb decline shrink jump slump plunge soar surge slip tumble dip sink
    plummet rocket swell
    contract expand widen narrow edge inch ease weaken strengthen depreciate appreciate slide crash collapse rally
    rebound recover
    dwindle leap balloon spiral nudge skyrocket worsen improve reduce cut lower raise boost lift slash trim hike halve
    shorten lengthen
    extend curb curtail cheapen devalue inflate deflate prune diminish lessen mount creep spike nosedive bounce gain
    lose shed
    """
)
_CHANGED = words(
    """
    up down higher lower bigger smaller longer shorter dearer cheaper heavier lighter wider narrower deeper faster
    slower
    """
)
_SALES = words("sell buy purchase auction rent lease hire acquire snap resell retail")
_SIZES = words("cost weigh measure total exceed number fine owe earn")
_LEADS = words("lag trail outnumber outscore outvote outpace")
_ESTIMATES = words("estimate value assess appraise peg cap price reckon")
_PLACES = words(
    "lie live stand stop camp halt stay begin end work dig drill settle land crash sink withdraw retreat pull move"
)
_SETS = words(
    "cost rate speed pace depth height altitude temperature distance price level angle ratio frequency velocity"
)
_SET_BY = frozenset({"for", "with", "in", "on", "by"})
_FINE_WITH_SET = frozenset(
    {"for price", "in ratio", "for rate", "by rate", "on level", "for distance", "with level", "with rate"}
)
_SHORT = frozenset({"second", "minute", "hour", "fortnight", "while"})

_CURRENCIES = frozenset({"$", "£", "€", "¥", "us$", "a$", "c$", "hk$", "nz$", "₹"})
_MONIES = words(
    """
    pound pounds dollar dollars euro euros penny pence cent cents yen yuan rouble roubles ruble rubles rupee rupees
    peso pesos franc
    francs crown crowns krone kroner krona kronor zloty forint forints lira lire rand real reais baht won naira cedi
    cedis shilling
    shillings dinar dinars dirham dirhams rial riyal riyals hryvnia hryvnias lev leva quid
    """
)
_SCALES = words("million billion trillion hundred thousand hundreds thousands millions billions m bn dozen")
_SHARES = words("third quarter fifth half tenth thirds quarters fifths tenths halves")
_PERCENT = words("percent % pc percentage")
_POINTS = words("points point")
_TIMES = words(
    """
    second seconds minute minutes hour hours day days night nights week weeks month months year years decade decades
    century
    centuries season seasons weekend weekends morning mornings term terms generation generations fortnight
    """
)
_LENGTHS = words(
    """
    metre metres meter meters foot feet mile miles kilometre kilometres kilometer kilometers km yard yards inch inches
    centimetre
    centimetres centimeter centimeters cm mm millimetres millimeters fathoms
    """
)
_WEIGHTS = words(
    """
    tonne tonnes ton tons kilo kilos kilogram kilograms kg pound pounds ounce ounces gram grams stone litre litres
    liter liters gallon
    gallons barrel barrels degree degrees hectare hectares acre acres
    """
)
_MONTHS = MONTHS | words("jan feb aug sept oct nov dec")
_ABOUT = words(
    """
    about nearly almost over around some roughly just only exactly approximately another further under barely well
    more less fewer
    than least up to as much many at estimated an additional extra close
    """
)
_ONE = frozenset({"a", "an", "one", "two", "three"})
_MANY = words("several many some few countless numerous")
_YEAR = pattern(r"(?:1[5-9]|20)[0-9]{2}s?")
_DIGITS = pattern(r"[0-9]")
_BETWEEN = frozenset({"DT", "PRP$", "JJ", "JJR", "NN", "NNS", "NNP", "NNPS", "CD", "POS", "RB", "RP", "$", "VBN"})
_PARTICLES = frozenset({"up", "down", "back", "off", "away", "out"})
_GOES_ON = words("of a an per every each ago later earlier less more fewer")
_REACH = 5  # tokens between a verb and what measures it


class Amount(NamedTuple):
    """An amount.

    Attributes:
        kind: what it measures.
        last: its last token.
    """

    kind: str
    last: int


class Measured(NamedTuple):
    """An amount behind a preposition that it does not take there.

    Attributes:
        first: the token of the word that asks for another.
        preposition: its token.
        last: the last token of the amount.
        expected: the preposition that fits; empty if none does.
    """

    first: int
    preposition: int
    last: int
    expected: str


def amount(document: Document, at: int, last: int) -> Amount | None:
    """Return the amount that begins at a token; None if none does."""
    lowers, tags = document.lowers, document.tags
    start = at
    while at < last and lowers[at] in _ABOUT and at - start < 5 and not (lowers[at] == "an" and at == start):
        at += 1
    if at >= last:
        return None
    if lowers[at] in _CURRENCIES:
        end = at + 1
        while end + 1 < last and (lowers[end + 1] in _SCALES or tags[end + 1] == "CD"):
            end += 1
        return Amount(MONEY, end) if end < last else None
    if lowers[at] in _ONE and at + 1 < last and lowers[at + 1] in _SHARES:
        return Amount(SHARE, at + 1)
    if lowers[at] == "half":
        return Amount(SHARE, at)
    if tags[at] != "CD" and lowers[at] not in _MANY and not _DIGITS.match(lowers[at]):
        return None
    number = at
    while at + 1 < last and (lowers[at + 1] in _SCALES or (tags[at + 1] == "CD" and tags[at] == "CD")):
        at += 1
    unit = lowers[at + 1] if at + 1 < last else ""
    if unit == "per" and at + 2 < last and lowers[at + 2] == "cent":
        return Amount(SHARE, at + 2)
    if unit in _PERCENT or lowers[at].endswith("%"):
        return Amount(SHARE, at + (unit in _PERCENT))
    for kind, units in ((TIME, _TIMES), (LENGTH, _LENGTHS), (MONEY, _MONIES), (WEIGHT, _WEIGHTS), (SHARE, _POINTS)):
        if unit in units:
            return Amount(kind, at + 1)
    if at == number and _YEAR.fullmatch(lowers[at]):
        return Amount(YEAR, at)
    if unit in _MONTHS or (number > start and lowers[number - 1] in _MONTHS):
        return Amount(YEAR, at)
    end = at
    while end + 1 < last and tags[end + 1] in ("JJ", "NN", "VBN") and end - at < 2:
        end += 1
    if end + 1 < last and tags[end + 1] == "NNS":
        return Amount(COUNT, end + 1)
    return Amount(NUMBER, at) if tags[number] == "CD" or at > number else None


def misled(document: Document) -> Iterator[Measured]:
    """Yield the amounts behind a preposition that they do not take, in order."""
    bounds, lowers = document.tokens.sentences, document.lowers
    for at in places_of(document, PREPOSITIONS):
        sentence = document.sentence_of(at)
        first, last = bounds[sentence], bounds[sentence + 1]
        if at + 1 >= last or (at > first and lowers[at - 1] == "up"):
            continue
        found = _framed(document, at, first, last)
        if found is not None:
            yield found


def _framed(document: Document, at: int, first: int, last: int) -> Measured | None:
    """Return what is wrong with an amount behind the preposition at ``at``, by the frame that it stands in."""
    word, after = document.lowers[at], document.lowers[at + 1]
    if word == "during":
        return _during(document, at, first, last)
    found = _range(document, at, last) if word == "from" else _set(document, at, last) if after in ARTICLES else None
    return found or _of_its_class(document, at, first, last)


def _during(document: Document, at: int, first: int, last: int) -> Measured | None:
    """Return "during" before a bare length of time: "waited during 30 minutes", "during months"."""
    lowers, tags = document.lowers, document.tags
    if lowers[at + 1] in _TIMES and tags[at + 1] == "NNS" and (at + 2 >= last or lowers[at + 2] != "of"):
        return Measured(max(first, at - 1), at, at + 1, "for")
    if lowers[at + 1] in ("a", "an") and at + 2 < last and lowers[at + 2] in _SHORT:
        return Measured(max(first, at - 1), at, at + 2, "for")
    found = amount(document, at + 1, last)
    if (
        found is None
        or found.kind not in (TIME, NUMBER)
        or "-" in lowers[found.last]
        or (found.last + 1 < last and lowers[found.last + 1] == "of")
    ):
        return None
    if found.kind == NUMBER and (found.last + 1 >= last or tags[found.last + 1] not in (".", ",")):
        return None
    return Measured(max(first, at - 1), at, found.last, "for")


def _set(document: Document, at: int, last: int) -> Measured | None:
    """Return the preposition before a cost, a rate or a height of so much: "for a cost of £3m"."""
    lowers, tags, noun = document.lowers, document.tags, at + 2
    if lowers[at] not in _SET_BY:
        return None
    while noun < last and tags[noun] in ("JJ", "NN") and lowers[noun] not in _SETS and noun - at < 5:
        noun += 1
    if noun + 2 >= last or lowers[noun] not in _SETS or lowers[noun + 1] != "of":
        return None
    if f"{lowers[at]} {lowers[noun]}" in _FINE_WITH_SET or (lowers[at] == "with" and tags[at - 1] in ("NN", "NNS")):
        return None
    found = amount(document, noun + 2, last)
    if found is None or (found.kind in (COUNT, YEAR) and lowers[noun] != "rate"):
        return None
    return Measured(at, at, noun, "at")


def _range(document: Document, at: int, last: int) -> Measured | None:
    """Return the second bound of a range that begins with "from", if it has not "to": "from £400 on £600"."""
    lowers, tags = document.lowers, document.tags
    found = amount(document, at + 1, last)
    dated = lowers[at + 1].rstrip(".") in _MONTHS or lowers[at + 1] in WEEKDAYS
    end = found.last if found is not None else at + 1 + (at + 2 < last and tags[at + 2] == "CD")
    if (found is None and not dated) or end + 2 >= last:
        return None
    word = lowers[end + 1]
    if word == "by" and (dated or (found is not None and found.kind == YEAR)):
        behind = end + 2 + (lowers[end + 2] == "the")
        if dated or tags[behind] == "CD":
            return Measured(at, end + 1, behind, "to")
    if found is None or found.kind in (TIME, YEAR) or word not in ("on", "by", "at", "in", "for", "with"):
        return None
    second = amount(document, end + 2, last)
    if second is None or second.kind != found.kind or (found.kind in (NUMBER, COUNT) and word not in ("on", "by")):
        return None
    return Measured(at, end + 1, second.last, "to")


def _of_its_class(document: Document, at: int, first: int, last: int) -> Measured | None:
    """Return an amount behind a preposition that what it measures does not take."""
    found = amount(document, at + 1, last)
    if found is None or found.kind in (YEAR, TIME):
        return None
    after = document.lowers[found.last + 1] if found.last + 1 < last else ""
    verb, beside = _verb(document, at, first)
    if verb < 0:
        return None
    for find in _CLASSES:
        expected = find(document, verb, at, found, beside, after)
        if expected is not None:
            return Measured(verb, at, found.last, expected)
    return None


def _verb(document: Document, at: int, first: int) -> tuple[int, bool]:
    """Return the word before a preposition that may have an amount, and whether it stands right there; else -1."""
    tags, lowers = document.tags, document.lowers
    place = at - 1
    if place >= first and lowers[place] in _CHANGED and lowers[place] not in _PARTICLES:
        return place, True
    while place > first and (tags[place] == "RB" or lowers[place] in _PARTICLES) and at - place < 4:
        place -= 1
    if place < first:
        return -1, False
    if tags[place] in VERBS:
        return place, True
    nearest = place
    while place > first and tags[place] in _BETWEEN and at - place <= _REACH and tags[place] not in VERBS:
        place -= 1
    return (place, False) if tags[place] in VERBS and place < nearest else (-1, False)


def _change(document: Document, verb: int, at: int, found: Amount, beside: bool, after: str) -> str | None:
    word, lemma = document.lowers[at], document.lemma(verb)
    moved = lemma == "go" and any(document.lowers[place] in ("up", "down") for place in range(verb, at))
    compared = document.lowers[verb] in _CHANGED and after == "than"
    if not (moved or compared or lemma in _CHANGES) or found.kind == NUMBER or after in _GOES_ON:
        return None
    if found.kind == COUNT and lemma in (
        "lose",
        "gain",
        "cut",
        "recover",
        "extend",
        "raise",
        "lift",
        "crash",
        "collapse",
    ):
        return None
    if not beside and found.kind != SHARE:
        return None
    if (word in ("with", "over", "in") and found.kind == COUNT) or (
        word == "in" and document.lowers[found.last] == "half"
    ):
        return None
    if word == "of" and document.tags[verb] not in ("VBD", "VBN", "RB", "JJR", "RBR"):
        return None  # "reports falls of 60 millimetres"
    if not beside and lemma in ("lose", "gain", "recover", "raise", "shed", "lift"):
        return None
    return "by" if word in ("with", "for", "on", "in", "of") else None


def _sale(document: Document, verb: int, at: int, found: Amount, beside: bool, after: str) -> str | None:
    word = document.lowers[at]
    if document.lemma(verb) not in _SALES or word not in ("in", "with", "on", "of", "by", "into"):
        return None
    if found.last + 1 < len(document.tags) and document.tags[found.last + 1] in ("NN", "NNP", "NNS", "NNPS", "JJ"):
        return None  # "to buy it in a £5m deal"
    if found.kind == MONEY or (
        found.kind == NUMBER and word in ("in", "on") and beside and "," in document.lowers[found.last]
    ):
        return "for"
    return None


def _size(document: Document, verb: int, at: int, found: Amount, beside: bool, after: str) -> str | None:
    word, lemma = document.lowers[at], document.lemma(verb)
    if lemma == "fine" and found.kind == MONEY and word in ("for", "with", "by", "to", "on", "at", "of"):
        return ""  # "fined the firm for £900"
    if lemma == "charge" and beside and found.kind == MONEY and word in ("with", "on", "of"):
        return ""
    if lemma not in _SIZES or found.kind in (NUMBER, COUNT) or not beside:
        return None
    if lemma in ("fine", "owe", "earn") and (found.kind != MONEY or word in ("over", "from", "for", "by", "at")):
        return None
    return "" if word in ("for", "of", "with", "to", "on", "in") else None


def _lead(document: Document, verb: int, at: int, found: Amount, beside: bool, after: str) -> str | None:
    if document.lemma(verb) not in _LEADS or found.kind not in (COUNT, SHARE):
        return None
    return "by" if document.lowers[at] in ("with", "for", "on", "of", "in") else None


def _estimate(document: Document, verb: int, at: int, found: Amount, beside: bool, after: str) -> str | None:
    if document.lemma(verb) not in _ESTIMATES or found.kind not in (MONEY, SHARE, WEIGHT, LENGTH):
        return None
    return "at" if document.lowers[at] in ("on", "in", "with", "into") else None


_CLASSES: tuple[Callable[[Document, int, int, Amount, bool, str], str | None], ...] = (
    _change,
    _sale,
    _size,
    _lead,
    _estimate,
)


def distances(document: Document) -> Iterator[Measured]:
    """Yield the distances that are told with "of", in order: "15 kilometres of the town"."""
    lowers, tags, bounds = document.lowers, document.tags, document.tokens.sentences
    for at in places_of(document, frozenset({"of"})):
        sentence = document.sentence_of(at)
        first, last = bounds[sentence], bounds[sentence + 1]
        if at - 3 < first or at + 1 >= last or lowers[at - 1] not in _LENGTHS or tags[at - 2] != "CD":
            continue
        if not (lowers[at + 1] == "the" or tags[at + 1] == "NNP"):
            continue
        before = [document.lemma(place) for place in range(max(first, at - 9), at - 2) if tags[place] in VERBS]
        near = lowers[max(first, at - 6) : at - 2]
        if before and before[-1] in _PLACES and "within" not in near and "to" not in near[-2:]:
            yield Measured(at - 2, at, at + 1, "from")
