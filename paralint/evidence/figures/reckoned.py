"""Figures that a sentence works out from others of its own, and works out wrong.

"34 per cent, up six points from 31", "12 longer than the bridge at Leer, at 400", "has doubled, from 80 to 120", "of
the 40, 28 are repaired, leaving 14", "by 11 votes, 402 to 381". What is hedged has room; what is rounded has a little.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from paralint.evidence.figures.far_reckoned import far_reckonings
from paralint.evidence.figures.figured import MARK, OWNED, Figured, bare
from paralint.evidence.figures.reckoned_times import reckoned_times
from paralint.evidence.measures.quantities import Hedge, Quantity, comparable
from paralint.evidence.measures.units import Measure
from paralint.evidence.restatements.conflicts import Conflict, without_repeats
from paralint.evidence.words.closed import words
from paralint.text import lazy
from paralint.text.document import Document

_KNOWN = r"(?:(?:the|its|their|his|her|a|an|last|this|that|those|these|in|on|at|for|of|any|[a-z][\w-]*(?:'s|’s)?) )"
_UP = words(
    "more higher greater larger bigger longer heavier taller wider deeper dearer costlier older hotter warmer above "
    "later"
)
_DOWN = words("fewer less lower smaller shorter lighter narrower shallower cheaper younger colder cooler below")
_WAY = "|".join(sorted((_UP | _DOWN) - {"later", "above", "below"}))
_POINTS = lazy.pattern(
    r"(?P<one>#(?P<sort>[pcm])\d+)(?: [a-z][\w'’-]*){0,6}?(?: ,| –| —| \(| and)? (?P<way>up|down) (?:by "
    r")?(?P<step>#[pcm]\d+)"
    r"(?P<unit> points?| percentage points?)? (?:from|on) (?:the |a |its |just |only )?(?:[a-z]+ )?(?P<two>#[pcm]\d+)"
)
_THAN = lazy.pattern(
    rf"(?P<one>#(?P<sort>[cmpla])\d+)(?P<gap>[^#;:]{{0,60}}?) (?:,|–|—|\(|is|was|are|were) (?:just |only |some |and )?"
    rf"(?P<step>#(?:(?P=sort)|c)\d+)(?: points)? (?P<way>{_WAY}) than {_KNOWN}{{1,9}}?(?:, )?(?:(?:with|at|which is|"
    rf"which was|of|had|on|(?:whose [a-z]+|who|which) (?:took|won|got|had|has|received|polled|is|was|weighs|"
    rf"measures)) )?"
    r"(?P<two>#(?:(?P=sort)|c)\d+)"
)
_FACTORS = {
    **dict.fromkeys(("doubled", "doubles", "doubling", "double"), 2.0),
    **dict.fromkeys(("halved", "halves", "halving"), 0.5),
    **dict.fromkeys(("tripled", "trebled", "triples", "trebles", "tripling", "trebling"), 3.0),
    **dict.fromkeys(("quadrupled", "quadruples", "quadrupling"), 4.0),
}
_FACTOR = "|".join(sorted(_FACTORS))
_TIMES = lazy.pattern(
    rf"\b(?P<hedge>more than |nearly |almost |about |roughly |all but |over |virtually |close to |not |n't |could |"
    rf"would |will |may |"
    rf"might |would have |will have |has not |partly )?(?P<verb>{_FACTOR})\b(?P<gap>[^#;:]{{0,60}}?) from "
    rf"(?P<one>#[cmpld]\d+)"
    r"[^#;:]{0,30}? to (?P<two>#[cmpld]\d+)"
)
_TIMES_TO = lazy.pattern(
    rf"\b(?P<hedge>more than |nearly |almost |about |roughly |all but |over |virtually |close to |not |n't "
    rf")?(?P<verb>{_FACTOR})\b"
    r"(?P<gap>[^#;:]{0,60}?) to (?P<two>#(?P<sort>[cmpld])\d+)[^#;:]{0,30}? from (?P<one>#(?P=sort)\d+)"
)
_SHARE = lazy.pattern(
    r"(?P<share>#[rp]\d+) of (?:the |its |their |his |her |all |all the |those |these )+(?P<all>#c\d+)(?: "
    r"[a-z][\w'’-]*){1,4} "
    r"(?:, or|\(|– or|— or|, that is ,|, meaning|, some) (?:about |around |some |or )?(?P<part>#c\d+)(?! per\b)"
)
_LEAVING = lazy.pattern(
    r"\bof (?:the|its|their|his|her|these|those) (?P<all>#c\d+)\b(?P<gap>[^;:]{0,160}?) ,? ?(?:leaving|which leaves|"
    r"that leaves) "
    r"(?:only |just |the other |a further |another )*(?P<left>#c\d+)"
)
_LEAVES = lazy.pattern(
    r"^(?:that|this|which|it) (?:leaves|left) (?:only |just |the other |another )*(?P<left>#c\d+)(?! per\b)"
)
_OF_THE = lazy.pattern(rf"^(?:“ )?of {OWNED} (?P<all>#c\d+)\b(?P<gap>[^;:]*)$")
_PARTS = lazy.pattern(
    r"(?P<all>#c\d+)(?: [a-z][\w-]*){1,3} (?:,|:|\(|–|—) (?P<one>#c\d+) (?P<of>of (?:whom|them|which|these) )?(?:are "
    r"|were )?(?P<x>[a-z]+)"
    r"(?: [a-z]+){0,3}? and (?P<two>#c\d+) (?P<of_too>of (?:whom|them|which|these) )?(?:are |were )?(?P<y>[a-z]+)(?= "
    r"[,.;)–—]|$)"
)
_COMPLEMENTS = frozenset(
    map(
        frozenset,
        (
            ("men", "women"), ("boys", "girls"), ("adults", "children"), ("soldiers", "civilians"), ("male", "female"),
            ("sons", "daughters"), ("wins", "defeats"), ("males", "females"), ("wins", "losses"),
            ("passengers", "crew"), ("brothers", "sisters"), ("won", "lost"), ("for", "against"), ("home", "away"),
            ("dead", "alive"),
        ),
    )
)  # fmt: skip
_SERVED = lazy.pattern(
    r"(?P<part>#d\d+) of (?:a|an|his|her|the|its|their) (?:total |full )?(?P<all>#d\d+)(?= (?:[a-z]+ )?(?:sentence|"
    r"term|contract|journey|trip|"
    r"voyage|course|flight|match|game|ban|suspension|race|lease|mandate|mission|visit|tour|career|deal|stay|shift|"
    r"jail|prison))"
)
_MARGIN = lazy.pattern(
    r"\bby (?P<step>#[cp]\d+)(?: (?:votes?|points?|seats?|runs|goals|percentage points|per cent))? ?(?:,|–|—|\(|:) "
    r"(?:with |winning |"
    r"taking )?(?P<one>#(?P<sort>[cp])\d+)(?: votes?| points?| seats?)? (?:to|against|–|-) (?P<two>#(?P=sort)\d+)(?! "
    r"in the)"
)
_LEAST = "lowest|smallest|fewest|worst|slowest|shortest|weakest|cheapest|poorest|least"
_MOST = "highest|largest|biggest|longest|strongest|tallest|heaviest|most"
_EXTREME = lazy.pattern(
    rf"\b(?:the|its|their|his|her) (?P<sort>{_LEAST}|{_MOST})\b[^#;:]{{0,60}} (?P<step>#[cmpld]\d+)(?: points)? "
    rf"(?P<way>{_WAY}) than "
    r"(?:the|its|their|his|her) (?:previous|old|last|earlier|existing|former) (?:[a-z]+ )?(?:best|record|high|"
    r"highest|low|lowest|most|"
    r"longest|shortest|largest|smallest|peak|worst|mark)"
)
_AT_LEAST = frozenset((*_LEAST.split("|"),))
_CLOCKS = lazy.pattern(
    r"(?P<length>#d\d+)[^#;]{0,60}? (?:began|started|left|set off|opened|set out|departed|starting|beginning|starts|"
    r"begins|opens|leaves)\b"
    r"[^#;]{0,25} at (?:about |around )?(?P<one>#t\d+)[^#;]{0,40} (?:ended|finished|arrived|closed|ending|finishing|"
    r"ends|closes|arrives|"
    r"arriving|stopped|came home|reached)\b[^#;]{0,25} at (?:about |around )?(?P<two>#t\d+)"
)
_LENGTH_BEHIND = lazy.pattern(
    r"\b(?:began|started|left|set off|opened|set out|departed)\b[^#;]{0,25} at (?:about |around "
    r")?(?P<one>#t\d+)[^#;]{0,40} (?:ended|"
    r"finished|arrived|closed|stopped|reached)\b[^#;]{0,25} at (?:about |around )?(?P<two>#t\d+)[^#;]{0,8}? (?:, "
    r"after|after|having lasted|"
    r", having lasted|, lasting|,) (?P<length>#d\d+)(?! (?:late|early|earlier|later|before|after|behind))"
)
_DAY = 1440  # minutes
_HALF_HOUR = 31
_SLACK = 0.06
_NOT = words("not n't n’t never if would could should might may unless")


def wrong_reckonings(document: Document) -> tuple[Conflict, ...]:
    """Return what sentences work out wrong of their own figures (a layer: see ``Document.derive``)."""
    sentences = document.derive(bare)
    found: list[Conflict] = []
    for index, sentence in enumerate(sentences):
        if len(sentence.known) >= 2:
            for find, needed, marks in _FINDERS:
                if not needed.isdisjoint(sentence.words) and all(
                    sentence.text.count(mark) >= many for mark, many in marks
                ):
                    found += find(document, sentence)
        if "previous" in sentence.words or "old" in sentence.words:
            found += _extremes(document, sentence)
        if index and not {"leaves", "left"}.isdisjoint(sentence.words):
            found += _left_over(document, sentences[index - 1], sentence)
    found += far_reckonings(document)
    found += reckoned_times(document)
    return without_repeats(found)


def _room(*known: Quantity) -> float:
    """Return what the rounding of figures leaves open in a sum of them."""
    return sum(each.high - each.low for each in known) / 2 + sum(_last_place(each) for each in known) / 2


def _last_place(quantity: Quantity) -> float:
    """Return what one more in the last digit of a figure is worth: 0.1 million of 4.2 million."""
    text = f"{quantity.digits:.6g}"
    place = 10.0 ** -len(text.partition(".")[2]) if "." in text else 0.0
    return place * quantity.value / quantity.digits if quantity.digits else 0.0


def _same_sort(one: Quantity, other: Quantity) -> bool:
    return comparable(one, other) and one.unit == other.unit


def _points(document: Document, sentence: Figured) -> Iterator[Conflict]:
    """Find "34 per cent, up six points from 31 per cent"."""
    for match in _POINTS.finditer(sentence.text):
        one, step, two = (sentence.figure(match[name]) for name in ("one", "step", "two"))
        if one.measure is Measure.PERCENT:
            if not match["unit"] and step.unit != "points":
                continue  # so many per cent of what it was
            if two.measure not in (Measure.PERCENT, Measure.COUNT) or step.measure not in (
                Measure.PERCENT,
                Measure.COUNT,
            ):
                continue
        elif not (_same_sort(one, two) and _same_sort(one, step)) or one.measure is Measure.RATIO:
            continue
        if not (one.plain and step.plain and two.plain) or step.value >= max(one.value, two.value):
            continue
        yield from _difference(document, sentence, match, one, step, two)


def _than(document: Document, sentence: Figured) -> Iterator[Conflict]:
    """Find "420 metres, 60 shorter than the old bridge, at 360 metres"."""
    for match in _THAN.finditer(sentence.text):
        one, step, two = (sentence.figure(match[name]) for name in ("one", "step", "two"))
        if (
            not _NOT.isdisjoint(match["gap"].split())
            or not (one.plain and step.plain and two.plain)
            or step.measure is Measure.PERCENT
        ):
            continue
        if not _same_sort(one, two) or step.value >= max(one.value, two.value):
            continue
        if step.measure is Measure.COUNT and one.measure is not Measure.COUNT and one.digits:
            step = step._replace(value=step.value * one.value / one.digits)
        right = two.value + step.value if match["way"] in _UP else two.value - step.value
        if abs(one.value - right) > _room(one, step, two) + _SLACK * step.value:
            yield from _difference(document, sentence, match, one, step, two)


def _difference(
    document: Document, sentence: Figured, match: re.Match[str], one: Quantity, step: Quantity, two: Quantity
) -> Iterator[Conflict]:
    made = abs(one.value - two.value)
    turned = match["way"] in ("up", "down") or (one.value > two.value) is (match["way"] in _UP)
    if turned and abs(made - step.value) <= _room(one, step, two) + _SLACK * step.value:
        return
    here = sentence.span(document, match.start("step"), match.end("two"))
    there = document.tokens.span(one.first, one.last)
    reason = f"the difference is {made:,g}" if turned else "the figures say the opposite"
    yield Conflict("reckoning", here, there, 1.0, reason)


def _times(document: Document, sentence: Figured) -> Iterator[Conflict]:
    """Find "has doubled in a year, from 80 to 120"."""
    for pattern in (_TIMES, _TIMES_TO):
        for match in pattern.finditer(sentence.text):
            one, two = sentence.figure(match["one"]), sentence.figure(match["two"])
            hedge = (match["hedge"] or "").strip()
            if one.measure is Measure.COUNT and not one.nouns and two.digits:  # "from 80 to 120 cents"
                one = one._replace(measure=two.measure, unit=two.unit, value=one.value * two.value / two.digits)
            if (
                not _same_sort(one, two)
                or not one.value
                or not two.value
                or hedge in _NOT
                or " " in hedge.replace("more than", "").strip()
            ):
                continue
            if not _NOT.isdisjoint(match["gap"].split()) or not {"number", "numbers"}.isdisjoint(
                match["gap"].split()[1:]
            ):
                continue
            factor, ratio = _FACTORS[match["verb"]], two.value / one.value
            low, high = 0.8, 1.28
            if hedge in ("more than", "over"):
                low, high = (0.97, 1.9) if factor > 1 else (0.5, 1.04)
            elif hedge in ("nearly", "almost", "all but", "virtually"):
                low, high = (0.72, 1.03) if factor > 1 else (0.97, 1.4)
            if not low * factor <= ratio <= high * factor:
                here = sentence.span(document, match.start("verb"), max(match.end("one"), match.end("two")))
                there = document.tokens.span(one.first, one.last)
                yield Conflict("reckoning", here, there, 1.0, f"it is {ratio:.2g} times as much")


def _shares(document: Document, sentence: Figured) -> Iterator[Conflict]:
    """Find "a third of the 90 workers, or 45 people,"."""
    for match in _SHARE.finditer(sentence.text):
        share, whole, part = (sentence.figure(match[name]) for name in ("share", "all", "part"))
        size = share.value / 100 if share.measure is Measure.PERCENT else share.value
        if not 0 < size < 1 or share.unit == "points" or share.hedge not in (Hedge.NONE, Hedge.ABOUT):
            continue
        made = part.value / whole.value
        if abs(made - size) > 0.12 * size + 0.012 + 0.6 / whole.value:
            yield _told(document, sentence, match, "part", "all", f"the share is {100 * made:.0f} per cent")


def _leaving(document: Document, sentence: Figured) -> Iterator[Conflict]:
    """Find "of the 40 houses 28 have been repaired, leaving 14"."""
    for match in _LEAVING.finditer(sentence.text):
        if _PART_BEFORE.search(sentence.text, 0, match.start()):
            continue  # "101 of the 222 seats and the Greens 98, which leaves 23"
        yield from _rest(document, sentence, sentence, match, match["left"])


def _left_over(document: Document, before: Figured, sentence: Figured) -> Iterator[Conflict]:
    """Find "Of the 40, 28 have work and six have retired. That leaves 12"."""
    match, left = _OF_THE.search(before.text), _LEAVES.search(sentence.text)
    beside = document.sentence_of(before.tokens[0]) + 1 == document.sentence_of(sentence.tokens[0])
    if match and left and before.block == sentence.block and beside:
        yield from _rest(document, before, sentence, match, left["left"])


_PART_BEFORE = lazy.pattern(r"#c\d+ $")
_AGAIN = lazy.pattern(
    r"\bof (?:whom|which|them|these)\b|\bincluding\b|\bper\b|\b(?:more|fewer|less) than\b|\bat least\b|\babout\b"
)


def _rest(
    document: Document, before: Figured, sentence: Figured, match: re.Match[str], mark: str
) -> Iterator[Conflict]:
    marks = MARK.findall(match["gap"])
    parts, whole, left = [before.figure(each) for each in marks], before.figure(match["all"]), sentence.figure(mark)
    if (
        not parts
        or any(each[1] != "c" for each in marks)
        or not all(each.plain for each in (whole, left, *parts))
        or _AGAIN.search(match["gap"])
    ):
        return
    made = whole.value - sum(each.value for each in parts)
    if made != left.value and made > 0:
        here, there = document.tokens.span(left.first, left.last), document.tokens.span(whole.first, parts[-1].last)
        yield Conflict("reckoning", here, there, 1.0, f"{made:,g} are left")


def _parts(document: Document, sentence: Figured) -> Iterator[Conflict]:
    """Find "240 pupils, 130 of them girls and 120 boys"."""
    for match in _PARTS.finditer(sentence.text):
        whole, one, two = (sentence.figure(match[name]) for name in ("all", "one", "two"))
        complete = frozenset((match["x"], match["y"])) in _COMPLEMENTS
        if not (complete or match["of"] or match["of_too"]) or not (whole.plain and one.plain and two.plain):
            continue
        made = one.value + two.value
        if made > whole.value if not complete else made != whole.value and max(one.value, two.value) <= whole.value:
            yield _told(document, sentence, match, "two", "all", f"the parts make {made:,g}")


def _served(document: Document, sentence: Figured) -> Iterator[Conflict]:
    """Find "has served six years of a four-year sentence"."""
    for match in _SERVED.finditer(sentence.text):
        part, whole = sentence.figure(match["part"]), sentence.figure(match["all"])
        if part.low > whole.high and part.plain and whole.plain:
            yield _told(document, sentence, match, "part", "all", "a part is never more than the whole")


def _margins(document: Document, sentence: Figured) -> Iterator[Conflict]:
    """Find "won by 11 votes, 402 to 381"."""
    for match in _MARGIN.finditer(sentence.text):
        step, one, two = (sentence.figure(match[name]) for name in ("step", "one", "two"))
        if (
            (step.plain and one.plain and two.plain)
            and abs(one.value - two.value) not in (step.value, 0)
            and step.value < max(one.value, two.value)
        ) and abs(abs(one.value - two.value) - step.value) > _room(one, step, two):
            reason = f"the difference is {abs(one.value - two.value):,g}"
            yield _told(document, sentence, match, "step", "one", reason)


def _extremes(document: Document, sentence: Figured) -> Iterator[Conflict]:
    """Find "the lowest of the season and 300 more than the previous record"."""
    for match in _EXTREME.finditer(sentence.text):
        if (match["sort"] in _AT_LEAST) is (match["way"] in _UP):
            here = sentence.span(document, *match.span("sort"))
            there = sentence.span(document, match.start("step"), match.end("way"))
            yield Conflict("reckoning", here, there, 1.0, "one says more, the other less than ever")


def _clocks(document: Document, sentence: Figured) -> Iterator[Conflict]:
    """Find "took three hours, having begun at 9am and ended at 11am"."""
    for pattern in (_CLOCKS, _LENGTH_BEHIND):
        for match in pattern.finditer(sentence.text):
            length, one, two = (sentence.figure(match[name]) for name in ("length", "one", "two"))
            passed = (two.value - one.value) % _DAY
            if length.unit not in ("hour", "minute") or length.hedge is not Hedge.NONE or not length.exact:
                continue
            if abs(passed - length.value * _DAY) > _HALF_HOUR:
                yield _told(document, sentence, match, "length", "one", f"it is {passed / 60:.2g} hours")


def _told(document: Document, sentence: Figured, match: re.Match[str], here: str, there: str, reason: str) -> Conflict:
    return sentence.refuted(document, "reckoning", match[here], match[there], reason)


_FINDERS: tuple[
    tuple[Callable[[Document, Figured], Iterator[Conflict]], frozenset[str], tuple[tuple[str, int], ...]], ...
] = (
    (_points, words("up down"), (("#", 3),)),
    (_than, words("than"), (("#", 3),)),
    (_times, frozenset(_FACTORS), (("#", 2),)),
    (_shares, words("or meaning some that"), (("#c", 2), ("#", 3))),
    (_leaving, words("leaving leaves"), (("#c", 3),)),
    (_parts, words("and"), (("#c", 3),)),
    (_served, words("of"), (("#d", 2),)),
    (_margins, words("by"), (("#", 3),)),
    (_clocks, words("at"), (("#t", 2), ("#d", 1))),
)
"""What is looked for, the words of which a sentence must have one, and how many figures of what sort."""
