"""Figures that a sentence compares in words: "142, more than the 275 of last year", "only 54; the target is 29".

The text of a sentence is read with its figures marked, but without their hedges, for "more than" may compare.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from paralint.evidence.figures.figured import Figured, bare
from paralint.evidence.measures.quantities import Hedge, Quantity
from paralint.evidence.measures.units import Measure
from paralint.evidence.restatements.conflicts import Conflict, without_repeats
from paralint.evidence.words.closed import words
from paralint.text import lazy
from paralint.text.document import Document

_UP = (
    "more higher greater larger bigger longer heavier taller wider deeper dearer costlier older hotter warmer stronger "
    "busier richer"
)
_DOWN = "fewer less lower smaller shorter lighter narrower shallower cheaper younger colder cooler weaker"
_ABOVE = (
    "above exceeds exceed exceeded exceeding surpasses surpass surpassed surpassing tops topped topping outstrips "
    "outstripping outstripped outnumbers outnumbered"
)
_BELOW = "below under beneath undershoots undershot undercutting undercut"
_LIMIT = (
    r"(?:limit|maximum|ceiling|cap|threshold|target|goal|quota|standard|average|mean|norm|minimum|benchmark|median|"
    r"record|"
    r"forecast|estimate|requirement|guideline|budget|capacity|quorum|total|figure|level|rate|price|value|estimates|"
    r"expectations|limits|number|count|sum|cost|toll)"
)
_KNOWN = r"(?:the|its|their|his|her|a|an|last|this|that|those|these|[a-z][\w-]* (?:'s|’s)|[a-z]+s (?:'|’))"
_ADVERB = (
    r"(?:(?:now|still|already|also|far|much|well|slightly|even|just|a little|a bit|considerably|significantly|markedly|"
    r"some way|way|substantially|comfortably|narrowly|marginally|clearly|a good deal|a lot|only just|sharply) )*"
)
_BE = r"(?:is|are|was|were|be|been|being|,|–|—|\(|,? but|,? and|,? or|and therefore|and so)"
_WAYS = "|".join((*_UP.split(), *_DOWN.split()))
_OVER = "|".join((*_ABOVE.split(), *_BELOW.split(), "short of", "shy of", "in excess of"))
_WHICH = (
    r"(?:which|that|who) (?:is|was|has|had|stands at|stood at|comes? to|came to|totals?|totalled|amounts? to|"
    r"amounted to|"
    r"runs? to|ran to|costs?|paid|got|weighs?|measures?|took|won)"
)
_SAME = r"#(?P<sort>[cmpldat])\d+"
_THAN = lazy.pattern(
    rf"(?P<one>{_SAME})(?P<gap>[^#;:.]{{0,110}}?) {_BE} {_ADVERB}(?P<way>{_WAYS}) than "
    rf"(?P<known>{_KNOWN}(?: (?:[a-z][\w'’-]*|['’]s)){{0,7}}?)(?: ,)?(?: {_WHICH})? (?P<two>#(?:(?P=sort)|c)\d+)"
)
_BEYOND = lazy.pattern(
    rf"(?P<one>{_SAME})(?P<gap>[^#;:.]{{0,60}}?) {_BE} {_ADVERB}(?P<way>{_OVER}) "
    rf"(?P<known>{_KNOWN}(?: (?:[a-z][\w'’-]*|['’]s)){{0,4}}? {_LIMIT}(?: (?:[a-z][\w'’-]*|['’]s)){{0,3}}? (?:of|"
    rf"at)(?: just| only)?) "
    r"(?P<two>#(?:(?P=sort)|c)\d+)"
)
_ONLY = lazy.pattern(
    rf"\b(?:only|just|barely|a mere|merely|hardly) (?P<one>{_SAME})\b[^#:.]{{0,60}}(?:#d\d+)?[^#:.]{{0,20}}? "
    r"(?:;|,|,? (?:while|when|whereas|although|though|but|and)) (?:and |but |while |whereas )?"
    r"(?:the|its|their|a|an) (?:[a-z][\w-]* ){0,3}?(?:standard|target|goal|minimum|quota|norm|requirement|average|mean|"
    r"benchmark|threshold|guideline|median|record|quorum|forecast)(?: (?:[a-z][\w'’-]*|['’]s)){0,4}? "
    r"(?:is|was|being|of|stands at|stood at|were|requires?|demands?)(?: set at| still| at least| about| that of)? "
    r"(?P<two>#(?P=sort)\d+)(?! (?:points?|lower|less|below|fewer))"
)
_NOT = lazy.pattern(
    r"\b(?:not|n't|n’t|never|no|neither|nor|without|if|unless|should|would|could|whether|until|or)\b|n['’]t"
)
_BEFORE = 24  # characters before a figure in which it is denied or doubted
_TIMES = {
    "twice": 2.0, "double": 2.0, "triple": 3.0, "treble": 3.0, "quadruple": 4.0, "half": 0.5, "a third": 1 / 3,
    "a quarter": 0.25, "a fifth": 0.2, "a tenth": 0.1, "two thirds": 2 / 3, "two-thirds": 2 / 3,
    "three quarters": 0.75, "three-quarters": 0.75, "doubling": 2.0, "tripling": 3.0, "trebling": 3.0,
}  # fmt: skip
_OFTEN = "|".join(sorted(_TIMES, key=len, reverse=True))
_HEDGED = (
    r"(?:(?:about|around|roughly|nearly|almost|more than|over|well over|less than|under|at least|some|just|only|fully|"
    r"exactly|up to|close to|approximately) )*"
)
_MULTIPLE = lazy.pattern(
    rf"(?P<one>#(?P<sort>[cmlpd])\d+)(?P<gap>[^#;:.]{{0,60}}?) (?:,|–|—|\(|is|was|are|were|or) {_HEDGED}"
    rf"(?:(?P<times>#[cr]\d+)(?: times)?|(?P<often>{_OFTEN}))(?: as (?:much|many|large|long|high|big|tall|wide|"
    rf"deep|heavy|"
    rf"old|fast|dear|expensive) as)?"
    rf"(?: of)? (?P<known>{_KNOWN}(?: (?:[a-z][\w'’-]*|['’]s)){{0,6}}?)(?: ,)?(?: {_WHICH})?(?: of| at)?"
    rf"(?: about| around| some)? "
    r"(?P<two>#(?:(?P=sort)|c)\d+)"
)
_LEAST, _MOST = 0.78, 1.3  # between these shares of a multiple the figures may lie
_SHORT = 45  # characters from a figure to the word that compares it, up to which all of it is reported
_FIRST = words(
    "than exceeds exceed exceeded exceeding surpasses surpassed above below under times twice double triple half "
    "only just barely merely short third quarter doubling tripling fifth treble mere hardly topped topping tops"
)
_RISING = frozenset((*_UP.split(), *_ABOVE.split(), "in excess of"))
_LOW_IS_MORE = words("minus negative below ranked ranking rank th")


def wrong_comparisons(document: Document) -> tuple[Conflict, ...]:
    """Return the comparisons that their two figures refute (a layer: see ``Document.derive``)."""
    return without_repeats(
        conflict
        for sentence in document.derive(bare)
        if len(sentence.known) > 1 and not _FIRST.isdisjoint(sentence.words)
        for conflict in _compared(document, sentence)
    )


def compared_multiples(document: Document) -> Iterator[Conflict]:
    """Yield multiples that the two figures they compare refute by far, wherever these stand in the sentence."""
    for sentence in document.derive(bare):
        if len(sentence.known) < 2 or ("#r" not in sentence.text and _FIRST.isdisjoint(sentence.words)):
            continue
        for match in _MULTIPLE.finditer(sentence.text):
            yield from _multiple(document, sentence, match)


def _compared(document: Document, sentence: Figured) -> Iterator[Conflict]:
    for pattern in (_THAN, _BEYOND):
        for match in pattern.finditer(sentence.text):
            one, two = _pair(document, sentence, match["one"], match["two"])
            begin = match.start("one")
            if _NOT.search(sentence.text, max(0, begin - _BEFORE), begin):
                continue
            if two is None or _NOT.search(match["gap"]) or not _LOW_IS_MORE.isdisjoint(match["gap"].split()):
                continue
            rising = match["way"] in _RISING
            if one.value < two.value and one.high < two.low if rising else one.value > two.value and one.low > two.high:
                whole = sentence.span(document, match.start("one"), match.end("way"))
                alone = document.tokens.span(one.first, one.last)
                there, reason = document.tokens.span(two.first, two.last), _reason(document, one, two)
                here = whole if len(document.quote(whole)) <= _SHORT else alone
                yield Conflict("comparison", here, there, 1.0, reason)
    for match in _ONLY.finditer(sentence.text):
        one, two = _pair(document, sentence, match["one"], match["two"])
        if two is not None and one.low > two.high:
            reason = f"{_reason(document, one, two)}, and yet it is told as little"
            yield sentence.refuted(document, "comparison", match["two"], match["one"], reason)


def _pair(document: Document, sentence: Figured, mark: str, other: str) -> tuple[Quantity, Quantity | None]:
    """Return two figures of one sort; the second may lack the unit of the first: "90 tonnes … last year's 360"."""
    one, two = sentence.figure(mark), sentence.figure(other)
    if one.measure is two.measure:
        alike = one.unit == two.unit or one.measure not in (Measure.MONEY, Measure.PERCENT)
        if (
            one.measure is Measure.COUNT
            and one.nouns
            and two.nouns
            and "of" not in document.lowers[two.last : two.last + 1]
        ):
            alike = not {*one.nouns}.isdisjoint(two.nouns)
        return one, two if alike else None
    if two.measure is not Measure.COUNT or two.nouns or not one.digits or one.hedge is Hedge.MOST:
        return one, None
    size = one.value / one.digits
    return one, two._replace(value=two.value * size, low=two.low * size, high=two.high * size)


def _reason(document: Document, one: Quantity, two: Quantity) -> str:
    figures = [document.quote(document.tokens.span(each.first, each.last)) for each in (one, two)]
    return f"{figures[0]} is {'more' if one.value > two.value else 'less'} than {figures[1]}"


def _multiple(document: Document, sentence: Figured, match: re.Match[str]) -> Iterator[Conflict]:
    one, two = _pair(document, sentence, match["one"], match["two"])
    if two is None or not two.value or not one.value:
        return
    times = sentence.figure(match["times"]) if match["times"] else None
    if times is not None and times.measure is Measure.COUNT and "times" not in match[0]:
        return
    factor = times.value if times is not None else _TIMES[match["often"]]
    ratio = one.value / two.value
    if (
        _NOT.search(match["gap"])
        or _LEAST * factor <= ratio <= _MOST * factor
        or _LEAST * factor <= ratio - 1 <= _MOST * factor
    ):
        return
    here = sentence.span(document, match.start("one"), match.end("two"))
    tokens = document.tokens
    reason = _reason(document, one, two) if (ratio < 1) is (factor > 1) else f"it is {ratio:.2g} times as much"
    yield Conflict("share", here, tokens.span(two.first, two.last), 1.0, reason)
