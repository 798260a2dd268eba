"""Parts, majorities and fractions that the figures beside them are not."""

from __future__ import annotations

import re
from collections.abc import Iterator

from paralint.evidence.figures.adjoining import ANY_COUNT, Pair, disproportion, of_figure
from paralint.evidence.figures.figured import Figured
from paralint.evidence.measures.quantities import Hedge, Quantity, comparable
from paralint.evidence.measures.units import Measure
from paralint.evidence.restatements.conflicts import Conflict
from paralint.evidence.words.closed import words
from paralint.text import lazy
from paralint.text.document import Document

_HEDGES = (
    r"(?:(?:only|just|about|around|some|nearly|almost|as many as|at least|more than|fewer than|up to|no fewer than|"
    r"roughly) )*"
)
_PART = lazy.pattern(
    rf"(?<!\d in )(?<!\ball )(?P<part>#c\d+)(?: [a-z]+)? of (?:them|these|those)\b(?: (?P<what>[a-z]+))?"
    rf"|\bof (?:which|whom) {_HEDGES}(?P<of>#c\d+)"
    r"|(?P<again>#c\d+) of (?:the |its |their |his |her )?(?:last |past |first |final )?(?P<whole>#[cd]\d+)"
    r"(?! [a-z'’-]+ (?:['’]s?|#c))"
)
_TIMES = words("cases occasions times instances incidents events")
_FRACTIONS = lazy.pattern(
    r"(?P<one>#(?P<sort>[cmld])\d+)(?P<gap>[^#;:]{0,40}?) (?:,|–|—|\(|is|was|or|are|were) (?P<hedge>(?:only |"
    r"just |slightly |"
    r"a little |a bit |well |far |rather |somewhat |barely |comfortably )*(?:less than|more than|under|over|"
    r"nearly|almost|not "
    r"quite|about|around|roughly|exactly|above|below)?) ?(?P<share>#r\d+) of (?:the|its|their|his|her|a|an|"
    r"that|this|what|all)\b"
    r"[^#;:]{0,40}? (?P<two>#(?P=sort)\d+)"
)
_OF_THE = lazy.pattern(
    r"(?:(?P<one>#c\d+) of (?:the|its|their|his|her|all) (?P<two>#c\d+)|\bof (?:the|its|their|his|her|all) "
    r"(?P<whole>#c\d+)"
    r"(?: [a-z]+){0,2} (?P<part>#c\d+))(?: [a-z]+){0,2} (?:,|–|—|\() (?P<hedge>(?:only |just |slightly |a "
    r"little |well |"
    r"far |barely )*(?:less than|more than|under|over|nearly|almost|not quite|about|around|roughly|exactly)?) "
    r"?(?P<share>#r\d+)\b"
)
_SEATS = lazy.pattern(
    r"\b(?P<only>only|just|a mere|merely|no more than) (?P<part>#c\d+) of (?:the|its) (?P<whole>#c\d+)(?: [a-z]+)? "
    r"(?P<what>seats|votes|deputies|members|mps|senators|councillors|ministers|governors)\b"
)
_SCALES = {"less than": (0.5, 1.0), "under": (0.5, 1.0), "nearly": (0.7, 1.0), "almost": (0.7, 1.0),
           "not quite": (0.7, 1.0),
           "below": (0.5, 1.0), "more than": (1.0, 1.6), "over": (1.0, 1.6), "above": (1.0, 1.6)}  # fmt: skip
_MOST = lazy.pattern(
    r"\b(?P<most>most|nearly all|almost all|the (?:vast |great |overwhelming )?majority|the bulk|few|hardly "
    r"any|only a few|a handful|"
    r"a (?:small |tiny )?minority|very few) of (?:the|its|their|his|her|our) (?P<all>#c\d+)(?: [a-z-]+){0,3} "
    r"?(?:,|\(|–|—|:) (?:or |some "
    r"|about |around |just |only |in all )*(?P<part>#c\d+)(?: of them| in all|(?= [,.)–—]| (?:were|was|have|"
    r"had|are|voted|came|left)))"
)
_OF_THE_MOST = lazy.pattern(
    r"(?P<part>#c\d+) of (?:the|its|their|his|her|our|all) (?P<all>#c\d+)(?: [a-z-]+){0,3} ?(?:,|\(|–|—) "
    r"(?P<most>most of them|a majority|"
    r"a large majority|nearly all of them|almost all of them|a minority|only a few|a small minority|hardly any)\b"
)
_FEW = ("few", "hardly any", "only a few", "a handful", "very few")
_ALL_BUT = lazy.pattern(
    r"\ball but (?P<rest>#c\d+) of (?:the|its|their|his|her) (?P<all>#c\d+)(?: [a-z-]+){0,3} ?(?:,|\(|–|—) "
    r"(?:or |some |about )?"
    r"(?P<part>#c\d+)(?= [a-z,.)–—])"
)
_DISSENT = lazy.pattern(
    r"(?P<one>[#@]c\d+)(?: votes)?(?: to| against|–|-) (?P<two>[#@]c\d+)\b(?P<gap>.{0,220}?)(?:\bone|"
    r"[#@]c\d+) of (?:the|its) (?P<all>[#@]c\d+) "
    r"(?P<what>(?:votes|members|judges|directors|governors|ministers|councillors)? ?(?:cast |who (?:voted|"
    r"were|spoke) |voting )?(?:against|opposed|dissenting|"
    r"in favou?r|for))\b"
)
_SMALL = 5  # things of which most and few say little
_SCALE = 50.0  # times by which a fraction is wrong where the whole is on another scale
_MUCH = 2.5  # times as many as were told of before are others
_HALF_AND_MORE = 0.6


def parts(document: Document, before: Figured | None, sentence: Figured) -> Iterator[Conflict]:
    """Find "about 30 portraits. Only 74 of them survive", "45 letters, of which 82", "14 of the 12" and "six of the
    last five years"."""
    if "of" not in sentence.words:
        return
    pair = Pair(document, before, sentence)
    for match in _PART.finditer(sentence.text):
        part = sentence.figure(match["part"] or match["of"] or match["again"])
        if match["again"]:
            wholes, beyond = [sentence.figure(match["whole"])], float("inf")
        else:
            end = len(pair.first) + match.start()
            wholes = [pair.figure(each[0]) for each in ANY_COUNT.finditer(pair.text, 0, end)]
            wholes = [each for each in wholes if not _may_be_year(document, each) and not _is_age(document, each)]
            if match["what"] in _TIMES:
                wholes = [each for each in wholes if document.lowers[each.last] in _TIMES]
            wholes, beyond = [each for each in wholes if each.value >= _SMALL - 1], _MUCH
        if not wholes or part.hedge in (Hedge.MOST, Hedge.UNDER) or part.value <= 1 or not part.exact:
            continue
        whole = max(wholes, key=lambda each: each.high)
        size = whole.digits if whole.measure is Measure.DURATION else whole.high
        vague = any(each.hedge in (Hedge.OVER, Hedge.LEAST) or not each.exact for each in wholes)
        if size < part.value <= beyond * size and not vague and size > 1:
            here = sentence.span(document, match.start(), match.end())
            if match["part"] or match["of"]:
                here = of_figure(document, part)
            yield disproportion(here, of_figure(document, whole), "a part is never more than the whole")


def _may_be_year(document: Document, each: Quantity) -> bool:
    return 1000 <= each.value <= 2100 and document.lowers[each.first].isdecimal()


def _is_age(document: Document, each: Quantity) -> bool:
    """Whether a number stands between commas: "Quist, 71, who milks 90 of them"."""
    return document.lowers[each.first - 1 : each.first] == [","] == document.lowers[each.last : each.last + 1]


def fractions(document: Document, sentence: Figured) -> Iterator[Conflict]:
    """Find "$9m, slightly less than half of the $16m" and "40 of the 90, more than half"."""
    if "#r" not in sentence.text:
        return
    for pattern in (_FRACTIONS, _OF_THE):
        for match in pattern.finditer(sentence.text):
            groups = match.groupdict()
            one = sentence.figure(groups["one"] or groups["part"])
            two = sentence.figure(groups["two"] or groups["whole"])
            share = sentence.figure(match["share"])
            if not (comparable(one, two) and one.unit == two.unit) or not 0 < share.value < 1 or two.value <= 0:
                continue
            if two.value <= one.value or (one.measure is Measure.COUNT and two.value < 8):
                continue
            ratio = one.value / two.value / share.value
            hedge = match["hedge"].strip()
            low, high = next((room for name, room in _SCALES.items() if hedge.endswith(name)), (0.8, 1.25))
            if any(each in hedge for each in ("well", "far", "only")):
                low, high = (0.0, high) if high <= 1 else (low, 9.0)
            if not low * 0.985 <= ratio <= high * 1.015:
                here, there = (
                    sentence.span(document, match.start("hedge"), match.end("share")),
                    of_figure(document, two),
                )
                if not 1 / _SCALE < ratio < _SCALE:
                    here, there = there, here
                yield disproportion(here, there, f"it is {100 * one.value / two.value:.2g} per cent")


def only(document: Document, sentence: Figured) -> Iterator[Conflict]:
    """Find "would command only 64 of the 100 seats"."""
    for match in _SEATS.finditer(sentence.text):
        part, whole = sentence.figure(match["part"]), sentence.figure(match["whole"])
        if 0.5 < part.value / whole.value < 0.9:
            here = sentence.span(document, match.start("part"), match.end("whole"))
            there = sentence.span(document, *match.span("only"))
            yield disproportion(here, there, "that is a majority")


def mosts(document: Document, sentence: Figured) -> Iterator[Conflict]:
    """Find "nearly all of the 80 houses, 12 of them" and "74 of the 80, a minority"."""
    for pattern in (_MOST, _OF_THE_MOST):
        for match in pattern.finditer(sentence.text):
            part, whole = sentence.figure(match["part"]), sentence.figure(match["all"])
            few = match["most"] in _FEW or "minority" in match["most"]
            ratio = part.value / whole.value if whole.value else 0.5
            if ratio <= 1 and whole.value > _SMALL and (ratio > _HALF_AND_MORE if few else ratio < 1 - _HALF_AND_MORE):
                here = sentence.span(document, *match.span("most"))
                yield disproportion(here, of_figure(document, part), f"it is {100 * ratio:.0f} per cent")


def all_buts(document: Document, sentence: Figured) -> Iterator[Conflict]:
    """Find "all but two of the 12 boats, nine in number"."""
    for match in _ALL_BUT.finditer(sentence.text):
        rest, whole, part = (sentence.figure(match[name]) for name in ("rest", "all", "part"))
        if whole.value - rest.value != part.value and rest.value < whole.value and part.value != rest.value:
            yield disproportion(
                of_figure(document, part), of_figure(document, whole), f"it is {whole.value - rest.value:g}"
            )


def dissents(document: Document, before: Figured | None, sentence: Figured) -> Iterator[Conflict]:
    """Find "voted two to one for it. Roe cast one of the two votes against"."""
    if "one" not in sentence.text and "#c" not in sentence.text:
        return
    pair = Pair(document, before, sentence)
    match = _DISSENT.search(pair.text)
    if match is None:
        return
    one, two, told = (pair.figure(match[name]) for name in ("one", "two", "all"))
    against = not re.search(r"favou?r|for$", match["what"])
    right = min(one.value, two.value) if against else max(one.value, two.value)
    if told.value != right:
        here = pair.span(match.start("all"), match.end("what"))
        yield disproportion(here, pair.place(match["one"]), f"there were {right:g}")
