"""Points in time as a document names them: weekdays, days, months, years, and the bounds set to them.

Each mention keeps only what it says ("Friday", "November 1", "since 2022"); two mentions disagree only on a part that
both of them name.
"""

from __future__ import annotations

from enum import Enum
from itertools import compress, count

from paralint.evidence.measures.series import day_of_month
from paralint.evidence.measures.units import MONTHS
from paralint.text.document import Document
from paralint.text.words import TokenKind, WordType, by_form
from paralint.values import NamedTuple

WEEKDAYS = {
    name: number
    for number, names in enumerate(
        (
            "monday mon", "tuesday tue tues", "wednesday wed", "thursday thu thur thurs", "friday fri", "saturday sat",
            "sunday sun",
        )
    )
    for name in names.split()
}  # fmt: skip


class Bound(Enum):
    """How an event lies to the time that is named."""

    AT = ""
    BEFORE = "before"
    BY = "by"  # not later than
    AFTER = "after"
    FROM = "as soon as"  # not earlier than
    SINCE = "since"
    UNTIL = "until"


class Moment(NamedTuple):
    """A point in time as it is named.

    Attributes:
        first, last: its tokens; prepositions apart.
        weekday: 0 for Monday.
        month: 1 for January.
        day: of the month.
        year: four digits.
        part: "early", "late", "mid" or "".
        bound: how the event lies to it.
        bounded: the first token of the words that set the bound; ``first`` if there are none.
    """

    first: int
    last: int
    weekday: int | None = None
    month: int | None = None
    day: int | None = None
    year: int | None = None
    part: str = ""
    bound: Bound = Bound.AT
    bounded: int = 0

    @property
    def fields(self) -> dict[str, int]:
        """What the mention says, by name, the weekday first."""
        named = {"weekday": self.weekday, "month": self.month, "day": self.day, "year": self.year}
        return {name: value for name, value in named.items() if value is not None}


_PARTS = {"early": "early", "late": "late", "mid": "mid", "middle": "mid"}
_BOUNDS: dict[tuple[str, ...], Bound] = {
    ("before",): Bound.BEFORE, ("by",): Bound.BY, ("after",): Bound.AFTER, ("since",): Bound.SINCE,
    ("until",): Bound.UNTIL, ("till",): Bound.UNTIL, ("as", "soon", "as"): Bound.FROM,
    ("as", "early", "as"): Bound.FROM,
    ("no", "earlier", "than"): Bound.FROM, ("no", "later", "than"): Bound.BY, ("not", "later", "than"): Bound.BY,
    ("at", "the", "latest"): Bound.BY, ("prior", "to"): Bound.BEFORE, ("earlier", "than"): Bound.BEFORE,
    ("later", "than"): Bound.AFTER, ("from",): Bound.FROM,
}  # fmt: skip
_CUES_BEFORE = """
    in since by of from until till before after during to and early late mid spring summer autumn fall winter for
    through ( ,
"""
_YEAR_CUES = frozenset(_CUES_BEFORE.split())
_WORDS_BEHIND = """
    and or but when after before with as to by for at in on until because that who which while was were is are has have
    had will would it he she they the a an his her their its according under amid following from over where
"""
_BEHIND_YEAR = frozenset(_WORDS_BEHIND.split())
_SHORTEST_WEEKDAY = len("monday")
_MARCHES = frozenset(("march", "mar", "jan", "dec", "sep", "august", "april", "june"))  # other words, if capitalised


def moments(document: Document) -> tuple[Moment, ...]:
    """Return the points in time that a document names, in text order (a layer: see ``Document.derive``)."""
    tokens = document.tokens
    starts: list[int] = []
    for number in compress(count(), map(_NAMES_TIME.__getitem__, tokens.forms)):
        starts += document.places[number]
    found: list[Moment] = []
    last = 0
    for start in sorted(starts):
        if start >= last:
            moment = _moment(document, start)
            if moment is not None:
                found.append(moment)
                last = moment.last
    return tuple(found)


def disagreement(one: Moment, other: Moment) -> str:
    """Return the part of the date on which two mentions disagree, or an empty string."""
    theirs = other.fields
    for name, value in one.fields.items():
        if theirs.get(name, value) != value:
            return name
    return ""


def is_date_word(word: WordType) -> bool:
    """Whether a capitalised word is the name of a weekday or a month."""
    return word.lower.rstrip(".") in MONTHS or word.lower.rstrip(".") in WEEKDAYS


def _names_time(word: WordType) -> bool:
    lower = word.lower.rstrip(".")
    if word.capital:
        return lower in MONTHS or lower in WEEKDAYS
    return word.kind is TokenKind.NUMBER and len(lower) == 4 and lower.isdecimal() and "1500" <= lower <= "2099"


_NAMES_TIME = by_form(_names_time)


def _day(word: WordType) -> int | None:
    return day_of_month(word.lower) or None


def _year(word: WordType) -> int | None:
    lower = word.lower
    return int(lower) if len(lower) == 4 and lower.isdecimal() and "1500" <= lower <= "2099" else None


def _moment(document: Document, start: int) -> Moment | None:
    """Return the moment that a weekday, a month or a year tells with the words around it; None if it is none."""
    sentence = document.sentence_of(start)
    begin, end = document.tokens.sentences[sentence : sentence + 2]
    name = document.tokens.word(start).lower.rstrip(".")
    if name in WEEKDAYS:
        if not _is_weekday(document, start, end):
            return None
        date = _date_behind(document, start + 1, end)
        if date is not None:
            return date._replace(first=start, weekday=WEEKDAYS[name], bounded=min(date.bounded, start))
        read: Moment | None = Moment(start, start + 1, WEEKDAYS[name])
    else:
        read = _of_month(document, start, begin, end) if name in MONTHS else _of_year(document, start, begin, end)
    if read is None:
        return None
    edge = read.first
    before = document.tokens.word(edge - 1).lower.removesuffix("-") if edge > begin else ""
    part = _PARTS.get(before, "")
    if before in _PARTS:
        edge -= 1
    bound, bounded = _bound(document, edge, begin)
    return read._replace(first=edge, part=part, bound=bound, bounded=bounded)


def _is_weekday(document: Document, start: int, end: int) -> bool:
    """Whether the name of a weekday is one: "sun" and "sat" are only where a stop or a comma follows."""
    word, name = document.tokens.word, document.tokens.word(start).lower.rstrip(".")
    stopped = start + 1 < end and word(start + 1).lower in (",", ".")
    return len(name) >= _SHORTEST_WEEKDAY or stopped or name in ("mon", "tues", "wed")


def _date_behind(document: Document, last: int, end: int) -> Moment | None:
    """Return the date with a month that follows a weekday."""
    word = document.tokens.word
    follower = last + 1 if last < end and word(last).lower == "," else last
    if follower < end and word(follower).capital and word(follower).lower.rstrip(".") in MONTHS:
        date = _moment(document, follower)
        return date if date is not None and date.month is not None else None
    return None


def _of_month(document: Document, start: int, begin: int, end: int) -> Moment | None:
    """Read a month with its day and year: "May 5, 1998", "the 5th of May"."""
    word = document.tokens.word
    name = word(start).lower.rstrip(".")
    before = word(start - 1).lower if start > begin else ""
    first, last = start, start + 1
    day = year = None
    if name == "may" and not (_month_context(before) or any(map(_day, _beside(document, start, begin, end)))):
        return None
    if name in _MARCHES and start == begin and last < end and not _date_goes_on(word(last)):
        return None
    if start > begin and (day := _day(word(start - 1))) is not None:
        first -= 1
    elif start > begin + 1 and before == "of" and (day := _day(word(start - 2))) is not None:
        first -= 2
    elif last < end and (day := _day(word(last))) is not None:
        last += 1
        if last < end and word(last).lower in ("th", "st", "nd", "rd"):
            last += 1
    follower = last + 1 if last < end and word(last).lower == "," else last
    if follower < end and (year := _year(word(follower))) is not None:
        last = follower + 1
    return Moment(first, last, month=MONTHS[name], day=day, year=year)


def _of_year(document: Document, start: int, begin: int, end: int) -> Moment | None:
    """Read a year that stands alone: "in 1913", but not "in 1913 cases" and "in 1913 litres"."""
    word, last = document.tokens.word, start + 1
    before = word(start - 1).lower if start > begin else ""
    if before not in _YEAR_CUES:
        return None
    behind = word(last) if last < end and word(last).kind is TokenKind.WORD else None
    if behind is not None and not _after_year(behind) and (before != "in" or behind.lower.endswith("s")):
        return None
    return Moment(start, last, year=_year(word(start)))


def _beside(document: Document, token: int, begin: int, end: int) -> list[WordType]:
    return [document.tokens.word(place) for place in (token - 1, token + 1) if begin <= place < end]


def _date_goes_on(word: WordType) -> bool:
    return _day(word) is not None or _year(word) is not None or word.lower in (",", "of")


def _month_context(before: str) -> bool:
    return before in _YEAR_CUES or before in ("last", "next", "this")


def _after_year(word: WordType) -> bool:
    return word.capital or word.lower in _BEHIND_YEAR


def _bound(document: Document, first: int, begin: int) -> tuple[Bound, int]:
    tokens = document.tokens
    stop = first
    if stop > begin and tokens.word(stop - 1).lower == "the":
        stop -= 1
    for length in (3, 2, 1):
        if stop - length >= begin:
            words = tuple(tokens.word(index).lower for index in range(stop - length, stop))
            if words in _BOUNDS:
                return _BOUNDS[words], stop - length
    return Bound.AT, first
