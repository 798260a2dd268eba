"""Lists that are shorter or longer than the number told of them: "won twice, in 1998, 2001 and 2003"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from paralint.evidence.restatements.conflicts import Conflict, without_repeats
from paralint.evidence.words.closed import words
from paralint.evidence.words.titles import MONTH_NAMES
from paralint.findings import Span
from paralint.text import lazy
from paralint.text.document import Document

_NUMBERS = {
    "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10, "both": 2,
    "twice": 2, "thrice": 3, "once": 1, "one": 1, "a": 1, "an": 1, "trio": 3, "duo": 2, "pair": 2, "quartet": 4,
    "quintet": 5, "couple": 2,
}  # fmt: skip
WORDS = frozenset(_NUMBERS) - {"a", "an", "one", "once"} | {"child", "son", "daughter", "brother", "sister"}
"""One of these must stand in a document for anything to be found in it."""
_NUMBERS_OF_TIMES = ("twice", "thrice")
_MANY = "two|three|four|five|six|seven|eight|nine|ten"
_MONTH = rf"(?:{MONTH_NAMES})(?:\s(?:of\s)?\d{{4}})?"
_WEEKDAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)days?"
_TIME = rf"(?:(?:in|on|from)\s)?(?:\d{{4}}(?:(?:[-–]|\sto\s|\suntil\s)\d{{2,4}})?|{_MONTH}|{_WEEKDAY})"
_TIMES = rf"(?P<list>{_TIME}(?:,\s{_TIME})*,?\sand\s{_TIME})(?=[.;)]|,(?!\s(?:and|{_TIME})\b)|\sand\b|$)"
_NAME = r"(?:[A-Z][\w'’.-]*[\w](?:\s(?:(?:de|la|van|von|der|al|bin|of|the|el)\s)*[A-Z][\w'’.-]*[\w]){0,3})"
_NAMES = rf"(?P<list>{_NAME}(?:,\s{_NAME})*,?\sand\s{_NAME})"
_THINGS = r"(?:[a-z][\w’'-]*\s){0,2}?(?P<noun>[a-z]+s|children|men|women|people|sportsmen|sportswomen)"
# won twice, in 1998, 2001 and 2003; three titles (2001 and 2004); twice a week, on Mondays and Fridays
_LISTED_TIMES = lazy.pattern(
    rf"(?P<number>(?i:twice|thrice)|(?i:{_MANY})\s(?:times|(?:[a-z-]+\s){{0,3}}?(?:titles|wins|victories|"
    rf"championships|medals|crowns|cups|terms|occasions|triumphs|elections|bids|defeats|spells|stints|visits|years|"
    rf"months|days|seasons)))(?:\s(?:a|every|each)\sweek)?(?:,|:|\s[–—-]|\s\()\s?{_TIMES}"
)
# two sons, Abel, Ben and Carl; four seasons: spring, summer and winter
_LISTED_THINGS = (
    lazy.pattern(
        rf"(?P<number>(?i:both|{_MANY}))\s{_THINGS}(?P<mark>,|:|\s[–—-]|\s\()\s?{_NAMES}(?=[,.;:)]|\s[–—-]|$)"
    ),
    lazy.pattern(
        rf"(?P<number>(?i:both|{_MANY}))\s{_THINGS}(?P<mark>:)\s(?P<list>ITEM(?:,\sITEM)*,?\sand\sITEM)\.(?=\s|"
        rf"$)".replace("ITEM", r"(?:(?!and\b|or\b)[\w’'-]+)(?:\s(?!and\b|or\b|but\b)[\w’'-]+){0,3}")
    ),
)
_REST = 200  # characters in which a list may go on
_GROUPS = words("trio duo quartet quintet couple pair")
_LISTED_GROUP = lazy.pattern(
    rf"(?P<number>(?i:trio|duo|quartet|quintet|couple|pair))(?P<mark>,|:|\s[–—-]|\s\()\s?{_NAMES}(?=[,.;:)]|"
    rf"\s[–—-]|$)"
)
# How each list begins, which is soon told; what holds it is long.
_TIMES_BEGIN = lazy.pattern(r"(?:[\w-]+\s){0,7}?[\w-]+(?:,|:|\s[–—-]|\s\()\s?(?:in|on|from|[A-Z]|\d)")
_THINGS_BEGIN = lazy.pattern(r"\w+\s(?:[\w’'-]+\s){0,2}[a-z]+(?::|(?:,|\s[–—-]|\s\()\s?[A-Z])")
_ONE = lazy.pattern(rf"(?:child|son|daughter|brother|sister),\s{_NAMES}(?=[.;]|,\s(?!and\b))")
_ONES = words("one a an only")
# The victories of one who won twice "came in 1998, 2001 and 2003".
_CAME = lazy.pattern(
    rf"\b(?:his|her|their|its|the|whose)\s(?:[a-z]+\s)?(?:victories|wins|titles|triumphs|successes|crowns|"
    rf"championships)\s"
    rf"(?:came|were|coming|being|all\scame|both\scame)\s(?:in\s)?{_TIMES}"
)
_SPLIT = lazy.pattern(r",\s(?:and\s)?|\sand\s")
_MEASURED = words(
    """
    minutes hours days nights weeks months years decades seconds points goals miles metres meters yards times feet games
    matches rounds sets laps degrees dollars pounds euros innings overs cases occasions seasons ways reasons sessions
    defeats others stages runs tries kilometres quarters periods halves legs wickets games' months'
    """
)
_OPENERS = words("in on at after during over within by before since until under across past last")
_CLOSED = lazy.pattern(r"\.|,\s(?:where|which|whose|who)\b")  # behind which no list goes on
_FULL = frozenset((":",))  # marks behind which nothing is left out


def wrong_lists(document: Document) -> tuple[Conflict, ...]:
    """Return the lists whose number of items is not the one told (a layer: see ``Document.derive``)."""
    return without_repeats(_lists(document))


def _lists(document: Document) -> Iterator[Conflict]:
    tokens = document.tokens
    places = sorted(
        place for lower in WORDS for kind in document.by_lower.get(lower, ()) for place in document.places[kind]
    )
    for place in places:
        number = document.sentence_of(place)
        first, last = tokens.sentences[number], tokens.sentences[number + 1]
        start, end = tokens.starts[place], tokens.ends[last - 1]
        lower = tokens.word(place).lower
        if lower not in _NUMBERS:
            if place > first and tokens.word(place - 1).lower in _ONES:
                match = _ONE.match(document.text, start, end)
                if match and len(_SPLIT.split(match["list"])) > 1:
                    yield _conflict(document, match, tokens.starts[place - 1], tokens.ends[place], 1)
            continue
        for match in _told(document.text, lower, start, end):
            if _is_wrong(document, match, place, first):
                yield _conflict(document, match, start, match.end("number"), _NUMBERS[lower])
        if lower in _NUMBERS_OF_TIMES or (last > place + 1 and tokens.word(place + 1).lower == "times"):
            match = _CAME.search(document.text, tokens.ends[place], end)
            if match is not None and len(_SPLIT.split(match["list"])) != _NUMBERS[lower]:
                yield _conflict(
                    document, match, start, tokens.ends[place + (lower not in _NUMBERS_OF_TIMES)], _NUMBERS[lower]
                )


def _told(text: str, lower: str, start: int, end: int) -> Iterator[re.Match[str]]:
    """Yield the lists that a number may begin, up to the end of its sentence."""
    if lower in _GROUPS:
        patterns = [_LISTED_GROUP]
    else:
        patterns = [_LISTED_TIMES] if _TIMES_BEGIN.match(text, start, end) else []
        patterns += _LISTED_THINGS if _THINGS_BEGIN.match(text, start, end) else ()
    yield from filter(None, [pattern.match(text, start, end) for pattern in patterns])


def _is_wrong(document: Document, match: re.Match[str], place: int, first: int) -> bool:
    many = _NUMBERS[match["number"].split()[0].lower()]
    found = len(_SPLIT.split(match["list"]))
    if found == many or "respectively" in match.string[match.end() : match.end() + 15]:
        return False
    groups = match.groupdict()
    if "mark" not in groups:
        return True
    rest = match.string[match.end() : match.end() + _REST]
    if found < many and (";" in rest or not (groups["mark"] in _FULL or _CLOSED.match(rest))):
        return False  # "five women: Bo of Ayr and Cy of Bude, both nurses; Di of Exe": the list goes on
    if found < many and groups["mark"] not in _FULL:
        return groups.get("noun") not in _MEASURED
    before = {document.tokens.word(token).lower for token in range(max(first, place - 3), place)}
    return groups.get("noun") not in _MEASURED and before.isdisjoint(_OPENERS)


def _conflict(document: Document, match: re.Match[str], start: int, end: int, many: int) -> Conflict:
    found = len(_SPLIT.split(match["list"]))
    there = Span(match.start("list"), match.end("list"))
    return Conflict("list", Span(start, end), there, 1.0, f"{found} are listed, not {many}")
