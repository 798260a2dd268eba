"""Adjuncts of time and place: which prepositions a date, a year, a stretch of time, a city does not take.

What stands behind the preposition tells which one it can be, whatever governs it: one dies on 5 May, in May 1998, in
the 1990s, at noon, two years ago and in Riga. Translators bring the preposition of their own tongue.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache

from paralint.data import listed
from paralint.evidence.measures.series import day_of_month, ordinal_figure
from paralint.evidence.words.closed import words
from paralint.evidence.words.titles import MONTHS, WEEKDAYS
from paralint.text.document import Document
from paralint.text.lazy import pattern
from paralint.values import NamedTuple

_MONTHS = MONTHS | words("jan feb aug sept sep oct nov dec jan. feb. aug. sept. sep. oct. nov. dec.")
_CENTURIES = range(1, 22)
_YEAR = pattern(r"(?:1[5-9]|20)[0-9]{2}")
_DECADE = pattern(r"(?:(?:1[5-9]|20)[0-9])?0s|(?:twen|thir|for|fif|six|seven|eigh|nine)ties")
_AGE = pattern("[1-9][0-9]?")
_CLOCK = pattern(r"(?:[01]?[0-9]|2[0-3])[:.][0-5][0-9]")
_SEASONS = words("spring summer autumn winter")
_UNITS = words("second minute hour day night week month year decade century")
_MANY_UNITS = words("seconds minutes hours days nights weeks months years decades centuries")
_PARTS = words("morning afternoon evening night")
_SPANS = _UNITS | WEEKDAYS | _MONTHS | _SEASONS | words("weekend season morning evening afternoon")

_FOREIGN: Mapping[str, Mapping[str, str]] = {
    "date": {"in": "on", "at": "on"},
    "month": {"on": "in", "at": "in"},
    "month and year": {"on": "in", "at": "in"},
    "year": {"at": "in"},
    "decade": {"on": "in", "at": "in"},
    "season": {"at": "in"},
    "season of a year": {"on": "in", "at": "in"},
    "part": {"on": "in", "at": "in"},
    "weekday": {"in": "on", "at": "on"},
    "clock": {"on": "at"},
    "next": {"on": "", "in": "", "at": ""},
    "ago": {"on": "", "in": "", "at": "", "for": "", "during": "", "before": "", "after": ""},
}
"""Which prepositions each kind of time does not take, and which one it takes, if any."""
_NAMED = frozenset({"month", "month and year", "weekday"})
_WRONG = frozenset({"on", "in", "at", "for", "during", "before", "after"})

_ABOUT = words(
    """
    book film movie series work research documentary exhibition report article lecture information data study essay
    chapter view focus look base draw concentrate light comment dwell reflect back depend rely up down
    """
)  # "a film on the 1990s"
_WITH_PARTICLE = words(
    """
    go fire carry move come log sign weigh bring usher phase step call hand turn take give set kick check cave vote
    swear fly draft ship drop settle join chip break book rope pour roll pass press push put hold drag live soldier
    follow
    catch build sink creep
    """
)  # "goes on next month", "weighed in Sunday", "was brought in last autumn"
_LEVELS = words("close stand trade open end finish peak cap value price stick remain be put set estimate")
_NOUNS = frozenset({"NN", "NNS", "NNP", "NNPS", "POS", "CD", "JJ", "HYPH", "VBG"})
_GOES_ON = words("of after before when that - – / :")

_LIVED = words("die marry retire emigrate debut")
_LIVING = words("live reside settle dwell")
_STAYING = _LIVING | words("bear raise die stay hold arrest bury detain shoot wound base work")
_SEATED = words(
    """
    parliament government embassy court ministry talk summit conference hospital office apartment airport hotel
    headquarters school police resident protest
    """
)
_PLAYED = words("win match game final victory defeat debut test tour tournament championship race cup medal goal home")
_AIMING = words(
    """
    fire launch lob hurl throw shoot aim direct point target shout yell rage rail scream laugh look stare sneer lash
    """
)
_AIMED = words(
    """
    missile rocket drone shell bomb projectile weapon shot gun fire salvo barrage volley anger fury rage outrage
    frustration disappointment irritation annoyance surprise dismay alarm horror disgust resentment criticism insult
    barb jibe jab swipe dig broadside blow threat warning accusation look glance attempt strike attack raid
    """
)  # "three rockets at Syria", "their anger at France"
_CLUBS = words(
    """
    aberdeen barcelona birmingham bristol cambridge cardiff dundee edinburgh leeds leicester lincoln liverpool london
    manchester melbourne newcastle nottingham oxford plymouth portsmouth reading sheffield southampton sydney york bath
    dover calais adelaide perth brisbane hobart wellington princeton berkeley austin
    """
)  # where one plays, studies or lands "at"
_ISLANDS = words("malta cyprus cuba jamaica barbados haiti iceland bahrain mauritius bali singapore taiwan grenada")


class Adjunct(NamedTuple):
    """A time or a place behind a preposition that it does not take.

    Attributes:
        preposition: its token.
        last: the last token of the time or place.
        expected: the preposition that it takes; empty if none.
    """

    preposition: int
    last: int
    expected: str


def foreign(document: Document) -> Iterator[Adjunct]:
    """Yield the times and places of a document behind a preposition that they do not take, in order."""
    lowers, tags, bounds = document.lowers, document.tags, document.tokens.sentences
    for number, first in enumerate(bounds[:-1]):
        last = bounds[number + 1]
        for at in range(first, last - 2):
            if tags[at] not in ("IN", "TO", "RP"):
                continue
            found = _time(document, at, first, last) if lowers[at] in _WRONG else None
            if found is None and lowers[at] in ("at", "on", "to", "into"):
                found = _place(document, at, first, last)
            if found is None and lowers[at] == "with":
                found = _age(document, at, first, last)
            if found is not None:
                yield found


def _time(document: Document, at: int, first: int, last: int) -> Adjunct | None:
    kind, end = _kind(document.lowers, document.tags, at + 1, last)
    expected = _FOREIGN.get(kind, {}).get(document.lowers[at])
    if expected is None or (kind in _NAMED and not document.tokens.word(at + 1).capital):
        return None
    if end + 1 < last and (document.tags[end + 1] in _NOUNS or document.lowers[end + 1] in _GOES_ON):
        return None
    before = document.lemma(at - 1) if at > first else ""
    if before in _ABOUT or (before in _WITH_PARTICLE and kind in ("next", "weekday", "ago")):
        return None
    if before == "as" and document.lowers[at] == "at":
        return None  # the debt as at 31 March
    if kind == "part" and end + 1 < last and document.tags[end + 1] == "PRP":
        return None  # "on the afternoon they met"
    if kind == "year" and before in _LEVELS:
        return None  # "the index closed at 1834"
    if kind == "month" and document.lowers[end] == "may" and before:
        return None  # who bears that name
    if (
        kind == "next"
        and document.lowers[at] == "on"
        and ("CD" in document.tags[max(first, at - 3) : at] or document.lowers[at + 1] == "this")
    ):
        return None  # "up £40m on last year", "on this afternoon"
    return Adjunct(at, end, expected)


def _kind(lowers: list[str], tags: list[str], at: int, last: int) -> tuple[str, int]:
    """Return what kind of time begins at a token, and its last token; no kind if it is none."""
    word = lowers[at]
    behind = lowers[at + 1] if at + 1 < last else ""
    if word in _MONTHS:
        if day_of_month(behind):
            return "date", at + 1
        if behind == "the":
            return "", at  # June the 8th
        return ("month and year", at + 1) if _YEAR.fullmatch(behind) else ("month", at)
    if day_of_month(word) and behind in _MONTHS:
        return "date", at + 1
    if _YEAR.fullmatch(word):
        return "year", at
    if word == "the" and (_DECADE.fullmatch(behind) or behind in _PARTS - {"night"}):
        return ("part" if behind in _PARTS else "decade"), at + 1
    if word == "the" and behind in _SEASONS and at + 3 < last and _YEAR.fullmatch(lowers[at + 3]):
        return "season of a year", at + 3
    if word == "the" and ordinal_figure(behind) in _CENTURIES and lowers[at + 2 : at + 3] == ["century"]:
        return "decade", at + 2
    if word in WEEKDAYS:
        return "weekday", at + (behind in _PARTS)
    if word in _SEASONS:
        return "season", at
    if _CLOCK.fullmatch(word):
        return "clock", at
    if (word in ("last", "next") and behind in _SPANS) or (word == "this" and behind in _PARTS and behind != "night"):
        return "next", at + 1
    if (tags[at] == "CD" or word in ("a", "several", "many")) and lowers[at + 2 : at + 3] == ["ago"]:
        return ("ago", at + 2) if behind in _UNITS or behind in _MANY_UNITS else ("", at)
    return "", at


def _age(document: Document, at: int, first: int, last: int) -> Adjunct | None:
    """Return an age that is told as a possession: "he died with 46"."""
    if document.tags[at + 1] != "CD" or not _AGE.fullmatch(document.lowers[at + 1]):
        return None
    lived = any(document.lemma(place) in _LIVED for place in range(max(first, at - 4), at))
    ends = document.lowers[at + 2] in (",", ".", "and", "in")
    return Adjunct(at, at + 1, "at") if lived and ends else None


def _place(document: Document, at: int, first: int, last: int) -> Adjunct | None:
    """Return a city or a country behind a preposition that what happens or stands there does not take."""
    lowers, tags, word = document.lowers, document.tags, document.tokens.word
    place = lowers[at + 1]
    if at == first or not word(at + 1).capital or place not in _places() or place in _CLUBS | _ISLANDS:
        return None
    if at + 2 < last and (tags[at + 2] in _NOUNS or word(at + 2).capital or lowers[at + 2] in ("'s", "-", "–", "/")):
        return None
    before = document.lemma(at - 1)
    verb = before if tags[at - 1][:2] == "VB" else ""
    if lowers[at] == "at":
        aimed = before in _AIMED or any(document.lemma(each) in _AIMING for each in range(max(first, at - 12), at))
        seated = before in _SEATED or (place in _countries() and before not in _PLAYED and not aimed)
        wrong = verb in _STAYING or (tags[at - 1] in ("NN", "NNS") and seated)
    elif lowers[at] == "on":
        wrong = verb in _LIVING or verb == "bear"
    else:
        wrong = verb in _STAYING
    return Adjunct(at, at + 1, "in") if wrong else None


@lru_cache(maxsize=1)
def _places() -> frozenset[str]:
    """Return the cities and countries of one word, in lower case."""
    return _countries() | _listed("cities")


@lru_cache(maxsize=1)
def _countries() -> frozenset[str]:
    return _listed("countries")


def _listed(name: str) -> frozenset[str]:
    return frozenset(line.lower() for line in listed(name) if line.isalpha())
