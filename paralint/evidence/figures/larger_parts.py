"""Parts that exceed the whole named before them: "of the 26 laws, 29 had passed", "40 minutes, fifty of them".

``limits.py`` knows the parts that stand right beside their whole; here a clause may stand between the two.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from paralint.evidence.figures.figured import OWNED, Figured, figured
from paralint.evidence.measures.quantities import Hedge, Quantity
from paralint.evidence.restatements.conflicts import Conflict, conflict
from paralint.text import lazy
from paralint.text.document import Document

_DONE = (
    r"(?:had|has|have|was|were|are|is|did|do|does|will|would|can|could|may|said|say|voted|came|come|went|died|survived|"
    r"fell|won|lost|failed|passed|took|got|gave|left|live|lived|work|worked|remain|remained|belong|belonged|stayed|"
    r"knew|"
    r"know|agreed|refused|accepted|rejected|received|showed|tested|need|needed|face|faced|chose|backed|opposed|made|"
    r"held)"
)
_OF_THE = lazy.pattern(
    r"(?:^|[,;:“\"(] )(?:out )?of (?:the|its|their|his|her|these|those|our|my|all|all the) "
    r"(?P<whole>#c\d+)\b[^#;:]*? "
    rf"(?:(?:only|just|as many as|at least|some|about|around|nearly|almost|no fewer than) )*(?P<part>#c\d+)(?= "
    rf"{_DONE}\b| of them| of these|"
    r" (?:[a-z]+ )?(?:have|has|had|were|was|are|is)\b| [a-z]+ed\b| alone| [,.])"
)
_MINUTES = lazy.pattern(
    r"(?P<whole>#d\d+) (?:,|\(|–|—) (?:(?:only|just|all|about|nearly|almost|including|at least) )*(?P<part>#c\d+) of "
    r"(?:them|which|"
    r"these)\b"
)
_WHICH = lazy.pattern(
    r"(?P<whole>#(?P<sort>[mc])\d+) , of which [^#;:]{0,60}?(?:(?P<share>#[rp]\d+) (?:of it )?, (?:or|that is "
    r",) )?(?P<part>#[mc]\d+)"
    r"(?! (?:a|per|each|every)\b)"
)
_IN = lazy.pattern(r"(?P<part>#c\d+) (?:(?:in|out of)(?: every)? (?P<whole>#c\d+)(?= of )|out of every (?P<all>#c\d+))")
_BOTH_SIDES = lazy.pattern(
    rf"\bof {OWNED} (?:first |last |other |next )?(?P<whole>#c\d+)\b[^#;:]*? "
    r"(?P<one>#c\d+) (?:of them )?(?P<x>[a-z]+)\b"
    r"[^#:]*? (?:[;,]|and) (?P<two>#c\d+) (?:of them )?(?P<y>[a-z]+)\b"
)
_SPLIT = lazy.pattern(
    r"(?P<whole>#c\d+)(?: [a-z][\w-]*){1,2} [,:–—(] (?P<one>#c\d+)(?: of (?:them|whom))? (?P<where>in|at|from|on) "
    r"[^#;:,]{1,30}? and (?P<two>#c\d+)(?: of (?:them|whom))? (?P=where)\b"
)
_SHARED = lazy.pattern(
    rf"\bof {OWNED} (?P<whole>#c\d+)\b[^#;:]{{0,40}}? , (?P<one>#c\d+)(?: [a-z]+){{1,4}}? "
    r"(?P<to>to|from|in|by|at|with|on) [^#;:,]{1,40}? and (?P<two>#c\d+) (?P=to)\b"
)
_STILL = lazy.pattern(
    rf"\bof {OWNED} (?P<whole>#c\d+)\b[^#;:]*? (?P<one>#c\d+)\b[^#;:]*? [,;] "
    r"(?P<mid>#c\d+)?"
    r"[^#;:]*? and (?P<two>#c\d+) (?:(?:are|were|is|was) (?:still|missing|left|unaccounted)|remain|remained|have yet)\b"
)
_AGAIN = lazy.pattern(r"(?P<part>#c\d+) of them\b")
_OF_HOW_MANY = frozenset((2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 20, 50, 100, 1000))  # wholes of "nine in ten"
_OPPOSED = [
    (frozenset(one.split()), frozenset(other.split()))
    for one, other in (
        ("accepted agreed consented welcomed backed supported approved", "refused declined rejected opposed objected"),
        ("survived lived recovered escaped", "died perished drowned"), ("passed succeeded qualified", "failed flunked"),
        ("won", "lost"), ("stayed remained returned came", "left fled emigrated quit"),
        ("answered replied", "ignored declined"),
        ("reopened opened open", "closed shut"), ("knew remembered", "forgot"), ("voted", "abstained"),
        ("paid", "owed"), ("sold", "kept"), ("work worked", "broke failed"), ("rose gained", "fell lost"),
    )
]  # fmt: skip


def parts_beyond(document: Document) -> Iterator[Conflict]:
    """Yield the parts that are larger than the whole told before them, in text order of the sentences."""
    for sentence in document.derive(figured):
        if len(sentence.known) < 2 or "of" not in sentence.words:
            continue
        for match in _OF_THE.finditer(sentence.text):
            whole, part = sentence.figure(match["whole"]), sentence.figure(match["part"])
            if _exceeds(part.value, whole.value, part, whole) and whole.nouns:
                yield _refuted(document, sentence, match)
        for match in _MINUTES.finditer(sentence.text):
            whole, part = sentence.figure(match["whole"]), sentence.figure(match["part"])
            if _exceeds(part.value, whole.digits, part, whole):
                yield _refuted(document, sentence, match)
    yield from _beyond_both(document)
    yield from _all_again(document)


def _beyond_both(document: Document) -> Iterator[Conflict]:
    """Find "60m, of which Hull pays half, or 90m", "fourteen in ten of the", and sides that exceed their sum."""
    for sentence in document.derive(figured):
        if "#" in sentence.text and not sentence.words.isdisjoint(("which", "in", "out")):
            yield from _beyond_whole(document, sentence)
        if len(sentence.known) > 2:
            if "of" in sentence.words:
                yield from _opposed_sides(document, sentence)
            yield from _split(document, sentence)


def _beyond_whole(document: Document, sentence: Figured) -> Iterator[Conflict]:
    for pattern in (_WHICH, _IN):
        for match in pattern.finditer(sentence.text):
            whole = sentence.figure(match.groupdict().get("all") or match["whole"])
            part = sentence.figure(match["part"])
            if pattern is _WHICH and whole.measure is not part.measure and part.nouns:
                continue
            known = pattern is _WHICH or whole.value in _OF_HOW_MANY
            if known and _exceeds(part.value, whole.value, part, whole):
                yield _exceeded(document, part, whole)


def _opposed_sides(document: Document, sentence: Figured) -> Iterator[Conflict]:
    """Find "of the 40 guests, 25 accepted and 20 refused"."""
    for match in _BOTH_SIDES.finditer(sentence.text):
        whole, one, two = (sentence.figure(match[name]) for name in ("whole", "one", "two"))
        pair = {match["x"], match["y"]}
        sides = any(len(pair & a) == len(pair & b) == 1 for a, b in _OPPOSED)
        if sides and whole.exact and _exceeds(one.value + two.value, whole.value, one, two):
            yield _exceeded(document, two, whole)


def _split(document: Document, sentence: Figured) -> Iterator[Conflict]:
    """Find "900 people, 500 in Leer and 600 in Emden", "of the 24, nine go to Leer and 17 to Emden"."""
    for pattern in (_SPLIT, _STILL, _SHARED):
        for match in pattern.finditer(sentence.text):
            marks = [mark for name in ("one", "mid", "two") if (mark := match.groupdict().get(name))]
            whole, parts = sentence.figure(match["whole"]), [sentence.figure(mark) for mark in marks]
            plain = all(part.plain and part.value < whole.value for part in parts)
            if plain and whole.hedge is Hedge.NONE and sum(part.value for part in parts) > whole.value:
                yield _exceeded(document, parts[-1], whole)


def _all_again(document: Document) -> Iterator[Conflict]:
    """Find "they say 600 jobs. I would be happy with 600 of them": who means all of them says so."""
    sentences = document.derive(figured)
    for index, sentence in enumerate(sentences):
        for match in _AGAIN.finditer(sentence.text) if "them" in sentence.words else ():
            part = sentence.figure(match["part"])
            told = [each for where in sentences[max(0, index - 1) : index + 1] for each in where.known]
            if document.lowers[part.hedged - 1] in ("all", "both") or part.value <= 1 or part.hedge is not Hedge.NONE:
                continue
            for whole in told[: told.index(part)]:
                near = document.block_of(whole.first) == document.block_of(part.first)
                if not near or (whole.measure, whole.value, whole.hedge) != (part.measure, part.value, part.hedge):
                    continue
                if not whole.nouns or document.sentence_of(part.first) - document.sentence_of(whole.first) > 1:
                    continue
                yield _exceeded(document, part, whole)._replace(subject="all of them are not told by their number")


def _exceeded(document: Document, part: Quantity, whole: Quantity) -> Conflict:
    return conflict(document, "part", part, whole, "a part is never more than the whole")


def _exceeds(part: float, whole: float, one: Quantity, other: Quantity) -> bool:
    """Whether a part is larger than a whole of which there are more than one, and neither is told loosely."""
    return part > whole > 1 and Hedge.ABOUT not in (one.hedge, other.hedge) and one.exact and other.exact


def _refuted(document: Document, sentence: Figured, match: re.Match[str]) -> Conflict:
    return sentence.refuted(document, "part", match["part"], match["whole"], "a part is never more than the whole")
