"""Halves, thirds and majorities that the figures beside them refute: "half of them, 71 per cent", "40 of 100 seats"."""

from __future__ import annotations

from collections.abc import Iterator

from paralint.evidence.figures.figured import Figured, figured
from paralint.evidence.measures.quantities import Hedge
from paralint.evidence.measures.units import Measure
from paralint.evidence.restatements.conflicts import Conflict
from paralint.text import lazy
from paralint.text.document import Document

_SEATS = (
    r"(?P<part>#c\d+) (?:(?:seats|members|mps|deputies|votes|delegates|lawmakers) )?(?:of|out of|in|from) "
    r"(?:the |its |a |all )?(?:total of )?(?P<all>#c\d+)"
)
_HOUSE = lazy.pattern(rf"{_SEATS}(?: [a-z]+)?(?= [a-z,.;)])")
_QUALITY = r"(?:absolute |overall |outright |clear |parliamentary |working |simple |slim |comfortable |small |large )*"
_SHORT = lazy.pattern(
    rf"\b(?:short of|lacks?|lacked|lacking|without|lost (?:its|their|his|her)|losing (?:its|their)|denied|deprived "
    rf"of|has no|had no|have no|"
    rf"(?:failed|failing|fails) to (?:win|secure|gain|get|reach)) (?:an |a |its |their |the )?{_QUALITY}majority\b"
)
_HAVE = lazy.pattern(
    rf"\b(?:has|have|had|holds?|held|commands?|secured?|secures|won|wins|enough for|retains?|retained|kept|keeps?|"
    rf"(?:gives?|gave|giving) (?:it|them|him|her|the [a-z]+)|enjoys?) (?:an |a |its |their |the "
    rf"){_QUALITY}majority\b(?! leader| whip| shareholder| stake| owner)"
)
_OTHERWISE = lazy.pattern(
    r"\b(?:two-thirds|three-fifths|thirds|qualified|super-?majority|allies|ally|coalition|partners?|together|support|"
    r"joined|not|n't|never|"
    r"would|could|if|previous|previously|before|until|last|independents|simple)\b"
)
_OTHER_HURDLE = lazy.pattern(
    r"\b(?:two-thirds|three-fifths|thirds|qualified|super-?majority|allies|coalition|veto|override)\b"
)
_BESIDE = lazy.pattern(
    r"(?P<share>#r\d+) (?:of )?(?:[a-z][\w'’-]* ){0,5}(?:,|\(|–|—) (?:or )?(?P<percent>#p\d+) (?:,|\)|\.|–|—)(?! "
    r"(?:and|or) )"
)
_COUNTED = lazy.pattern(
    r"(?P<share>#r\d+|\bmajority|\bmost) (?:of )?(?:[a-z][\w'’-]* ){0,5}(?:,|\(|–|—) (?:or )?(?P<part>#c\d+) (?:of|"
    r"out of) (?:the |its |their )?(?P<all>#c\d+)\b"
)
_MOST = lazy.pattern(
    r"(?:^|(?<=[,;:] )|(?<=that ))(?P<share>most) (?!of\b)(?:[a-z][\w'’-]* ){1,3}(?:,|\(|–|—) (?:or "
    r")?(?P<percent>#p\d+) (?:,|\)|–|—)"
)
_EXTREMES = lazy.pattern(
    r"\b(?P<low>minimum|lowest|youngest|smallest|shortest|cheapest|least expensive|a low|lower "
    r"limit)\b(?P<one>[^#;.]{0,30}) (?P<low_figure>#[a-z]\d+)"
    r"(?P<gap>[^#;.]{0,30}?) (?:and|to|,)(?: the| a| an| its| their)? (?P<high>maximum|highest|oldest|largest|"
    r"longest|dearest|most expensive|high|upper limit)\b"
    r"(?P<two>[^#;.]{0,30}) (?P<high_figure>#[a-z]\d+)"
)
_TOO_FEW = lazy.pattern(
    r"^(?: [a-z]+){0,4} (?:,|–|—|\() (?:which (?:is|was) |still |just |and )*(?P<few>(?:too (?:few|little|less|small "
    r"a number|small)|not enough|"
    r"fewer than (?:half|are needed)|less than half|(?:just |one |a single |a few |#c\d+ (?:seats |votes )?)?short "
    r"of a "
    r"majority|a minority|in the minority|not a majority|without a majority)\b)(?! (?:for|to (?:change|amend)) the "
    r"constitution)"
)
_ENOUGH = lazy.pattern(
    r"^(?: [a-z]+){0,4} (?:,|–|—|\() (?:which (?:is|was) |just |and )*(?P<few>(?:enough to (?:govern|pass|form|rule|"
    r"force|block|push|"
    r"carry|push through)|enough for a majority|more than half|a majority|an (?:absolute|outright|overall) majority)\b)"
)
_SHARED = frozenset(("most", "majority"))
_SLACK = 0.06  # that hasty rounding explains: two thirds for 62 per cent
_LEAST = 9  # seats of a house


def wrong_majorities(document: Document) -> Iterator[Conflict]:
    """Yield the fractions, majorities and extremes that the figures beside them refute."""
    for sentence in document.derive(figured):
        if "of" in sentence.words and len(sentence.known) >= 2:
            yield from _too_few(document, sentence)
        if "majority" in sentence.text:
            yield from _seats(document, sentence)
        if "#r" in sentence.text or not _SHARED.isdisjoint(sentence.words):
            yield from _shares(document, sentence)
        if len(sentence.known) >= 2:
            yield from _extremes(document, sentence)


def _seats(document: Document, sentence: Figured) -> Iterator[Conflict]:
    """Find "with 51 of the 100 seats the party is short of a majority"."""
    houses = list(_HOUSE.finditer(sentence.text))
    if len(houses) != 1 or _OTHERWISE.search(sentence.text):
        return
    part, whole = (sentence.figure(houses[0][name]) for name in ("part", "all"))
    if whole.value < _LEAST or part.value > whole.value or {part.hedge, whole.hedge} != {Hedge.NONE}:
        return
    for pattern, wrong in ((_SHORT, 2 * part.value > whole.value + 1), (_HAVE, 2 * part.value <= whole.value)):
        match = pattern.search(sentence.text) if wrong else None
        if match is not None:
            here = sentence.span(document, *match.span())
            there = document.tokens.span(part.first, whole.last)
            half = "more" if 2 * part.value > whole.value else "not more"
            yield Conflict("part", here, there, 1.0, f"{part.value:,g} of {whole.value:,g} is {half} than a half")


def _too_few(document: Document, sentence: Figured) -> Iterator[Conflict]:
    """Find "they hold 151 of the 276 seats, too few to pass anything"."""
    for house in _HOUSE.finditer(sentence.text):
        part, whole = (sentence.figure(house[name]) for name in ("part", "all"))
        if whole.value < _LEAST or part.value > whole.value or {part.hedge, whole.hedge} != {Hedge.NONE}:
            continue
        for pattern, wrong in ((_TOO_FEW, 2 * part.value > whole.value + 1), (_ENOUGH, 2 * part.value < whole.value)):
            match = pattern.search(sentence.text[house.end("all") :]) if wrong else None
            if match is not None and not _OTHER_HURDLE.search(sentence.text):
                there = sentence.span(document, *(house.end("all") + place for place in match.span("few")))
                here = document.tokens.span(part.first, whole.last)
                half = "more" if 2 * part.value > whole.value else "not more"
                yield Conflict("part", here, there, 1.0, f"{part.value:,g} of {whole.value:,g} is {half} than a half")


def _shares(document: Document, sentence: Figured) -> Iterator[Conflict]:
    """Find "about half of the voters, 71 per cent," and "a third of the boats, 45 of 60,"."""
    for pattern in (_BESIDE, _COUNTED, _MOST):
        for match in pattern.finditer(sentence.text):
            groups = match.groupdict()
            if groups.get("percent"):
                percent = sentence.figure(match["percent"])
                low, high = percent.low / 100, percent.high / 100
            else:
                part, whole = sentence.figure(match["part"]), sentence.figure(match["all"])
                if not 0 < part.low <= whole.high:
                    continue
                low, high = part.low / whole.high, part.high / whole.low
                percent = part
            there = sentence.span(document, *match.span("share"))
            if not match["share"].startswith("#"):
                wrong, least, most = high < 0.5, 0.5, 1.0
            else:
                share = sentence.figure(match["share"])
                if share.measure is not Measure.RATIO or not 0 < share.value < 1:
                    continue
                least, most = _bounds(share.value, share.hedge)
                wrong = high < least or low > most
            if wrong and percent.unit != "points":
                here = document.tokens.span(percent.first, percent.last)
                yield Conflict("part", here, there, 1.0, "the figure is another share")


def _bounds(share: float, hedge: Hedge) -> tuple[float, float]:
    """Return between what shares a fraction may stand, as it is hedged."""
    if hedge in (Hedge.OVER, Hedge.LEAST):
        return share - _SLACK / 6, share + 4 * _SLACK
    if hedge in (Hedge.UNDER, Hedge.MOST):
        return 0.0, share + _SLACK / 6
    if hedge is Hedge.NEARLY:
        return share - 2 * _SLACK, share + _SLACK / 2
    return share - _SLACK - 0.02, share + _SLACK + 0.02


def _extremes(document: Document, sentence: Figured) -> Iterator[Conflict]:
    """Find "the minimum is £8 and the maximum £6"."""
    for match in _EXTREMES.finditer(sentence.text):
        low, high = sentence.figure(match["low_figure"]), sentence.figure(match["high_figure"])
        if low.measure is high.measure and low.unit == high.unit and low.low > high.high:
            reason = f"the {match['high']} is below the {match['low']}"
            yield sentence.refuted(document, "part", match["high_figure"], match["low_figure"], reason)
