"""Places that lie in two opposite quarters: "in the southwest of Kosovo" here, "in southeastern Kosovo" there."""

from __future__ import annotations

from collections.abc import Iterator

from paralint.evidence.restatements.conflicts import Conflict
from paralint.evidence.words.closed import COMPASS, words
from paralint.evidence.words.places import blocks_with
from paralint.findings import Span
from paralint.text import lazy
from paralint.text.document import Document

_SPELLINGS = COMPASS | words(
    """
    north-east north-west south-east south-west north-eastern north-western south-eastern south-western
    """
)
_QUARTER = r"(?P<quarter>(?:north|south)(?:[- ]?(?:east|west))?(?:ern)?|(?:east|west)(?:ern)?)"
_NAME = r"[A-Z][\w’'-]+(?:\s(?:de\s|of\s|al-|la\s)?[A-Z][\w’'-]+){0,3}"
_KIND = (
    r"(?:city|town|port|village|province|island|region|state|district|suburb|county|governorate|resort|department|"
    r"town-?ship|"
    r"capital|base|camp|oasis|valley|market\stown|fishing\sport|port\scity|border\stown)"
)
_CASES = (
    # the southern port of Adra
    lazy.pattern(rf"\b[Tt]he\s{_QUARTER}\s(?:[a-z]+\s)?{_KIND}\sof\s(?P<place>{_NAME})(?P<all>)"),
    # Adra, in the south of Spain; Adra, in southern Spain; Adra in the southwest of Spain
    lazy.pattern(
        rf"(?P<place>{_NAME}),?\s(?:which\s)?(?:is\s|lies\s|was\s|are\s|a\s(?:[a-z]+\s){{1,3}})?(?:in|"
        rf"on)\s(?:the\s)?(?:far\s)?{_QUARTER}\s"
        rf"(?:(?:corner|coast|part|tip|edge|shore)\s)?(?:of\s)?(?:the\s)?(?P<all>{_NAME})"
    ),
    # Adra, 40 miles south of Berja
    lazy.pattern(
        rf"(?P<place>{_NAME}),?\s(?:which\s)?(?:is\s|lies\s|was\s|a\s(?:[a-z]+\s){{1,3}})?(?:about\s|some\s|around\s|"
        rf"just\s|nearly\s)?"
        rf"(?:\d+\s(?:miles|km|kilometers|kilometres)\s(?:\(\d+\s(?:miles|km|kilometers|"
        rf"kilometres)\)\s)?)?(?:to\sthe\s)?{_QUARTER}\sof\s(?P<all>{_NAME})"
    ),
)  # fmt: skip


def two_quarters(document: Document) -> Iterator[Conflict]:
    """Yield the quarters of a country, or of another place, that are opposite to those told of a place before."""
    lowers = document.by_lower
    if sum(len(lowers[lower]) for lower in _SPELLINGS & lowers.keys()) < 2:
        return
    told: dict[tuple[str, str], list[tuple[str, Span]]] = {}
    for _, block in blocks_with(document, _SPELLINGS):
        for case in _CASES:
            for match in case.finditer(block.text):
                span = block.locate(*match.span("quarter"))
                told.setdefault((match["place"], match["all"]), []).append((_plain(match["quarter"].lower()), span))
    for (place, _), known in told.items():
        first, there = known[0]
        for quarter, here in known[1:]:
            if _opposite(first, quarter) and here != there:
                yield Conflict("container", here, there, 1.0, place)


def _plain(quarter: str) -> str:
    """Return "southeast" for "south-eastern"."""
    return quarter.replace("-", "").replace(" ", "").removesuffix("ern")


def _opposite(one: str, other: str) -> bool:
    """Whether two quarters exclude one another: southeast and southwest, north and south; not south and southwest."""
    pairs = (("north", "south"), ("east", "west"))
    return any((a in one and b in other) or (b in one and a in other) for a, b in pairs)
