"""Changes whose word or size the figures beside it refute, wherever the sentence puts them, in damaged texts.

"1,400 homes had no power on Sunday night, up from 6,100", "31,000, compared with 27,300 last year, a decrease", "11 per
cent in 2017 and nine per cent last year, a rise of two points", "from 96 to 288 euros, four times the price of Friday",
"an average of 2,100; this season it is 6,800, a third of that", "9,000 tons a year … will halve that to 27,000".
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from re import Match

from paralint.evidence.figures.figured import Figured, figured
from paralint.evidence.measures.quantities import Quantity
from paralint.evidence.measures.units import Measure
from paralint.evidence.restatements.conflicts import Conflict, without_repeats
from paralint.evidence.words.closed import words
from paralint.text import lazy
from paralint.text.document import Document

_WORD = r"(?:[a-z$£€'’-][\w'’.-]*|%|(?:19|20)\d\d)"
_SORT = r"[cplm]"
_TIMES = (
    r"(?:(?:about|nearly|almost|roughly|more than|over|just under|just over|some|around) )*"
    r"(?:(?P<word>half|twice|double|treble|triple)|a (?P<part>third|quarter|fifth|tenth)|(?P<times>#r\d+))"
)
_FACTORS = {
    "half": 1 / 2, "twice": 2.0, "double": 2.0, "treble": 3.0, "triple": 3.0, "third": 1 / 3, "quarter": 1 / 4,
    "fifth": 1 / 5, "tenth": 1 / 10,
}  # fmt: skip
_UP = words("up rise increase jump gain")
_DIRECTIONS = words("up down")
_CHANGES = words("rise fall increase decrease drop jump gain loss decline")
_CHANGE = rf"an? (?:{_WORD} )?(?P<way>{'|'.join(sorted(_CHANGES))})\b"
_LATER = (
    lazy.pattern(  # "…, up from", "…, down $3 from Tuesday's"
        rf"(?P<now>#(?P<sort>{_SORT})\d+)(?: {_WORD}){{0,14}} ,? ?(?P<way>up|down)(?: #(?P=sort)\d+)? "
        rf"from (?:{_WORD} ){{0,4}}(?P<then>#(?:(?P=sort)|c)\d+)",
        words=_DIRECTIONS,
    ),
    lazy.pattern(  # "…, compared with …, a decrease"
        rf"(?P<now>#(?P<sort>{_SORT})\d+)(?: {_WORD}){{0,12}} , (?:compared with|against) (?:{_WORD} ){{0,2}}"
        rf"(?P<then>#(?P=sort)\d+)(?: {_WORD}){{0,12}} , {_CHANGE}",
        words=_CHANGES,
    ),
)
_BY = lazy.pattern(  # "… in 2017 and … last year, a rise of two points"
    rf"(?P<then>#(?P<sort>{_SORT})\d+)(?: {_WORD}){{0,12}} (?:and|to|,) (?:{_WORD} ){{0,3}}(?P<now>#(?P=sort)\d+)"
    rf"(?: {_WORD}){{0,8}} , {_CHANGE} of (?P<by>#[a-z]\d+)",
    words=_CHANGES,
)
_MULTIPLIED = (
    lazy.pattern(  # "from 96 euros to 288 euros …, four times the level"
        rf"from (?P<then>#(?P<sort>{_SORT})\d+)(?: {_WORD}){{0,3}} to (?P<now>#(?P=sort)\d+)(?: {_WORD}){{0,8}} , "
        rf"{_TIMES} (?:the|that|its|what)\b"
    ),
    lazy.pattern(  # "… of 2,100; this season it is 6,800, about a third of that"
        rf"(?P<then>#(?P<sort>{_SORT})\d+)(?: {_WORD}| ;| ,){{0,8}} (?P<now>#(?P=sort)\d+) , {_TIMES} (?:of )?that\b"
    ),
)
_MADE = lazy.pattern(  # "will halve the capacity to 27,000 tons"
    rf"\b(?P<way>halv|doubl|trebl|tripl|quadrupl)\w* (?:{_WORD} ){{0,7}}?to (?P<now>#{_SORT}\d+)"
)
_THAN = lazy.pattern(  # "That is more than the fare of 168"
    r"\b(?:that|it|this|which) (?:is|was|would be) (?:still |far |much |well )?"
    r"(?P<way>more|less|higher|lower|above|below) (?:than )?(?:the|its|their|his|her|last) "
    rf"(?:{_WORD} ){{1,6}}(?:of )?(?P<now>#{_SORT}\d+)"
)
_RISING = words("doubl trebl tripl quadrupl less lower below")
"""Ways in which the first figure of what is told is less than the second."""
_BEFORE = 2  # sentences before a statement in which what it changes may be told
_MOST = 20  # times by which two figures of one thing differ
_SIGNED = words("minus negative ranked ranking below zero place rank")
_EXACTLY = 0.051  # of what a difference of two rounded figures may be off
_SLACK = 0.15


def worded_changes(document: Document) -> tuple[Conflict, ...]:
    """Return the conflicts worded-change of a document (a layer: see ``Document.derive``)."""
    sentences = document.derive(figured)
    found: list[Conflict] = []
    for index, sentence in enumerate(sentences):
        if len(sentence.known) > 1:
            found += _refuted(document, sentence)
        if not _SIGNED.isdisjoint(sentence.words):
            continue
        for pattern in (_MADE, _THAN):
            for match in pattern.finditer(sentence.text):
                found += _of_what_is_told(document, sentences[max(0, index - _BEFORE) : index + 1], match)
    return without_repeats(found)


def _of_what_is_told(document: Document, told: Sequence[Figured], match: Match[str]) -> Iterator[Conflict]:
    """Find "9,000 tons … will halve the capacity to 27,000", "pay 145 kroner … That is more than the fare of 168"."""
    *_, sentence = told
    now = sentence.figure(match["now"])
    known = [each for part in told if part.block == sentence.block for each in part.known if each.first < now.first]
    then = next((each for each in reversed(known) if _are_alike(each, now)), None)
    if (
        then is None
        or not 1 / _MOST < now.value / then.value < _MOST
        or (now.high >= then.low and then.high >= now.low)
    ):
        return
    rises = now.value > then.value
    if rises != (match["way"] in _RISING):
        first, last = (document.quote(document.tokens.span(each.first, each.last)) for each in (then, now))
        reason = f"{last} is {'more' if rises else 'less'} than {first}"
        here = sentence.span(document, *match.span())
        yield Conflict("change", here, document.tokens.span(then.first, then.last), 1.0, reason)


def _refuted(document: Document, sentence: Figured) -> Iterator[Conflict]:
    if not _SIGNED.isdisjoint(sentence.words):
        return
    for pattern in (*_LATER, _BY):
        for match in pattern.finditer(sentence.text):
            then, now = sentence.figure(match["then"]), sentence.figure(match["now"])
            if not _are_alike(then, now) or (now.high >= then.low and then.high >= now.low):
                continue
            if pattern is _BY and abs(abs(now.digits - then.digits) - sentence.figure(match["by"]).digits) > _EXACTLY:
                continue  # the difference of something else
            if (now.value > then.value) != (match["way"] in _UP):
                yield _conflict(document, sentence, match, "rises" if now.value > then.value else "falls")
    told = not _FACTORS.keys().isdisjoint(sentence.words) or "#r" in sentence.text
    for pattern in _MULTIPLIED if told else ():
        for match in pattern.finditer(sentence.text):
            then, now = sentence.figure(match["then"]), sentence.figure(match["now"])
            factor = sentence.figure(match["times"]).value if match["times"] else 0.0
            factor = factor or _FACTORS[match["word"] or match["part"]]
            if _are_alike(then, now) and factor > 0 and abs(now.value / then.value / factor - 1) > _SLACK:
                yield _conflict(document, sentence, match, f"is {now.value / then.value:.2g} times as much")


def _are_alike(then: Quantity, now: Quantity) -> bool:
    """Whether two figures are of one measure, and neither is nothing."""
    if then.measure is Measure.COUNT and not then.nouns and now.measure is Measure.MONEY:
        then = then._replace(measure=now.measure, unit=now.unit)  # 78 million euros, up from 61 million
    same = then.measure is now.measure and (then.unit == now.unit or now.measure is not Measure.MONEY)
    return same and then.value > 0 and now.value > 0


def _conflict(document: Document, sentence: Figured, match: Match[str], what: str) -> Conflict:
    """Return the conflict of a word of change, and what follows it, with the first figure before it."""
    then, now = sentence.figure(match["then"]), sentence.figure(match["now"])
    tokens = document.tokens
    first, last = (document.quote(tokens.span(each.first, each.last)) for each in (then, now))
    told = min(match.start(name) for name in ("way", "word", "part", "times") if match.groupdict().get(name))
    other = min(then, now)
    return Conflict(
        "change",
        sentence.span(document, told, match.end()),
        tokens.span(other.first, other.last),
        1.0,
        f"what goes from {first} to {last} {what}",
    )
