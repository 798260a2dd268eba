"""Damage to quotation marks, each piece named once and at the place where a writer would mend it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from paralint.evidence.quotations import attribution
from paralint.evidence.quotations.customs import foreign, is_stranger, lone_guillemets, spaced
from paralint.evidence.quotations.damage import Damage, Defect
from paralint.evidence.quotations.excerpts import FAR, LAST_WORD, SENTENCE_STOP, SHORT, first_words, up_to
from paralint.evidence.quotations.marks import Family, Mark
from paralint.evidence.quotations.misplaced_marks import halved_attribution, misplaced_marks, mixed_pairs
from paralint.evidence.quotations.pairing import End
from paralint.evidence.quotations.quotations import Quotation, Quotations, quotations
from paralint.evidence.quotations.stops import FEWEST_LETTERS, dangling, outside, without_comma
from paralint.evidence.quotations.strays import of_strays
from paralint.evidence.quotations.unclosed import (
    before_attribution,
    ended_by_another,
    is_fragment,
    joins_paragraphs,
    of_open,
    reopened,
    reopened_sentence,
)
from paralint.evidence.words.vocabulary import STOP_WORDS
from paralint.findings import Edit
from paralint.text.blocks import Block
from paralint.text.document import Document
from paralint.text.lazy import pattern

_LEAD = 60  # code points before a quotation that are searched for what leads to it
_NAME = pattern(r"‘([A-Z][a-z]+)\b")
_FIRST_WORD = pattern(r"[\w’'-]+")
_TURNED = {"“": "”", "”": "“", "‘": "’", "’": "‘"}
_DOUBLE = ('"', "”")
# A single mark that opens behind a colon or a verb of saying, with nothing but words and apostrophes behind it up to
# the end of the quotation around it.
_NESTED = pattern(
    rf"\b(?:{attribution.VERB}(?:\s(?:me|him|her|us|them|you|[A-Z][a-z]+|the\s[a-z]+))?[,:]|like:?)\s(?P<mark>['‘])(?P<word>[A-Z][\w’']*)(?:[^'\"“”‘’`\n]|(?<=\w)['’](?=\w))+$",
    words=attribution.VERBS | {"like"},
)
_SINGLE = pattern(r"\s['‘][A-Z]")
_LED = pattern(r"\w[\"”’]?,\s*$")  # in front of a quotation: it goes on behind an attribution
_NAMED = pattern(r",\s$")  # in front of a quotation: a name and a remark on it perhaps


def quotation_defects(document: Document) -> tuple[Defect, ...]:
    """Return the damage to quotation marks; use it as ``document.derive(quotation_defects)``."""
    found = sorted(_defects(document), key=lambda defect: (defect.span, defect.damage.value))
    told: dict[tuple[int, Damage], Defect] = {(defect.span.start, defect.damage): defect for defect in found}
    return tuple(told.values())


def _defects(document: Document) -> Iterator[Defect]:
    layer = document.derive(quotations)
    names = _lettered_names(document, layer)
    mixed: set[tuple[int, int]] = set()  # marks that are told of here
    for number, defect, places in mixed_pairs(document):
        mixed.update((number, place) for place in places)
        yield defect
    joined: dict[tuple[int, int], bool] = {}
    broken_until: dict[int, int] = {}  # block -> where the outermost quotation without an end stops
    for quotation in layer.found:
        opening = quotation.opening
        block = document.blocks[opening.block]
        if (opening.block, opening.at) in mixed:
            continue
        if opening.family in (Family.GUILLEMET, Family.SINGLE_GUILLEMET):
            if quotation.end is End.MARK and opening.text == "«" and is_stranger(layer, opening):
                yield foreign(block, quotation)
            continue
        if quotation.end is End.MARK:
            yield from _of_closed(document, block, quotation)
        elif quotation.end is End.CONTINUED:
            broken_until[opening.block] = quotation.stop
            # Words quoted inside a sentence of the writer do not go on in the next paragraph.
            if is_fragment(block, opening) and not SENTENCE_STOP.search(block.text, opening.end, len(block.text) - 1):
                yield of_open(block, quotation)
        elif quotation.end is End.NONE and joins_paragraphs(block, layer, quotation, joined):
            broken_until[opening.block] = quotation.opening.end
            yield from reopened_sentence(block, quotation)
        elif broken_until.get(opening.block, -1) <= opening.at and _name(document, opening) not in names:
            if quotation.end is not End.MIXED:
                broken_until[opening.block] = quotation.stop
            again = reopened(block, quotation)
            if again is not None:
                broken_until[opening.block] = quotation.stop + 1  # the second mark is told of
            if halved_attribution(block, opening) is None:
                yield again or of_open(block, quotation)
        if quotation.end is not End.NONE:
            yield from _person_shift(block, quotation)
    yield from of_strays(document, layer, mixed)
    yield from lone_guillemets(document, layer)
    yield from misplaced_marks(document, layer)
    yield from without_comma(document, layer)
    yield from spaced(document, layer)
    yield from outside(document, layer)


def _lettered_names(document: Document, layer: Quotations) -> frozenset[str]:
    """Return names that stand behind ‘ again and again and open no quotation: there it is a letter (‘Ali)."""
    counts = Counter(_NAME.findall(document.text))
    quoted = {_name(document, quotation.opening) for quotation in layer.found if quotation.end is End.MARK}
    return frozenset(
        name for name, count in counts.items() if count > 1 and name not in quoted and name.lower() not in STOP_WORDS
    )


def _name(document: Document, opening: Mark) -> str:
    match = _NAME.match(document.blocks[opening.block].text, opening.at)
    return match[1] if match else ""


def _of_closed(document: Document, block: Block, quotation: Quotation) -> Iterator[Defect]:
    """Yield the damage to a quotation that has both its marks."""
    opening, closing = quotation.opening, quotation.closing
    assert closing is not None
    alone = opening.block == closing.block
    layer = document.derive(quotations)
    if alone and opening.straight != closing.straight:
        yield ended_by_another(block, quotation, closing)
    if opening.text == "``" and is_stranger(layer, opening):
        yield foreign(block, quotation)
    if alone and opening.text in ("„", "‟") and "“" in layer.openings:
        yield ended_by_another(block, quotation._replace(opening=opening._replace(text="“")), closing)
    if alone and quotation.depth == 1 and opening.text == "“":
        yield from _nested_alike(layer, block, quotation, closing)
    if _LED.search(block.text, max(0, opening.at - SHORT), opening.at):
        misplaced = attribution.MISPLACED.match(block.text, opening.end)
        if misplaced:
            yield before_attribution(block, opening, misplaced)
    if alone and quotation.depth == 0:
        if closing.text in _DOUBLE:
            yield from _unclosed_inside(layer, block, opening, closing)
        yield from _unbroken(block, opening, closing)
    if quotation.depth == 0:
        yield from dangling(document, opening, closing)
    for mark in (opening, closing):
        # Swedes and Finns open with ” as well; a text without any “ follows them.
        if mark.wrong_way and (mark.text != "”" or "“" in document.text):
            yield _wrong_way(document, mark, opens=mark is opening)


def _nested_alike(layer: Quotations, block: Block, quotation: Quotation, closing: Mark) -> Iterator[Defect]:
    """A sentence quoted inside a quotation with the marks of that one."""
    opening = quotation.opening
    around = layer.around(max(0, quotation.first - 1))
    sentence = closing.at - opening.end >= FEWEST_LETTERS and block.text[closing.at - 1] in ".,?!"
    if sentence and around is not None and around.closed and around.opening.text == "“":
        shown = up_to(block, opening.at, closing.end, first_words(block, opening.at, closing.at))
        yield Defect(Damage.NESTED, shown, opening.text, "‘", around.opening.span)


def _unclosed_inside(layer: Quotations, block: Block, opening: Mark, closing: Mark) -> Iterator[Defect]:
    """A single mark that opens inside a quotation and is not closed before its end."""
    inside = block.text, opening.end, closing.at
    nested = _SINGLE.search(*inside) and _NESTED.search(*inside)
    if not nested:
        return
    mark = nested.start("mark")
    if not any(other.opening.at == mark for other in layer.beside.get((opening.block, Family.SINGLE), ())):
        yield Defect(Damage.UNCLOSED, block.locate(mark, nested.end("word")), "'", "'")


def _unbroken(block: Block, opening: Mark, closing: Mark) -> Iterator[Defect]:
    """Who speaks, told inside the quotation: its marks are missing around that."""
    text = block.text
    between = attribution.BETWEEN.search(text, opening.end, closing.at)
    told = attribution.INNER_TAG.search(text, *between.span()) if between else None
    if told is None and _NAMED.search(text, max(0, opening.at - 2), opening.at):
        told = attribution.REPORT.match(text, opening.end, closing.at)
    if told and not attribution.BEHIND.match(text, closing.end):  # who speaks tells what somebody said
        clause = block.locate(told.start("clause"), told.end("clause"))
        yield Defect(Damage.UNBROKEN, clause, opening.text, related=opening.span)


def _wrong_way(document: Document, mark: Mark, *, opens: bool) -> Defect:
    """Return the damage at a mark that faces the other way."""
    block = document.blocks[mark.block]
    if opens:
        shown = first_words(block, mark.at, len(block.text))
    else:
        last = LAST_WORD.search(block.text, max(0, mark.at - FAR), mark.at)
        shown = block.locate(last.start() if last else mark.at, mark.end)
    expected = _TURNED.get(mark.text, mark.text)
    edits = (Edit(mark.span, expected),)
    if expected == mark.text:  # a straight mark faces away from its space, so the space goes to its other side
        left, right = (mark.at, mark.end + 1) if opens else (mark.at - 1, mark.end)
        before = " " if opens and not block.text[left - 1].isspace() else ""
        after = "" if opens else " "
        edits = (Edit(block.locate(left, right), before + mark.text + after),)
    return Defect(Damage.REVERSED, shown, mark.text, expected, edits=edits)


def _person_shift(block: Block, quotation: Quotation) -> Iterator[Defect]:
    """Yield "that" before what somebody says in the first person: She said that “I did.”"""
    opening = quotation.opening
    lead = block.text[max(0, opening.at - _LEAD) : opening.at].rstrip()
    if not lead.rstrip(",:").endswith("that"):
        return
    before = attribution.THAT.search(block.text, max(0, opening.at - _LEAD), opening.at)
    first = attribution.FIRST_PERSON.match(block.text, opening.end)
    told = before is not None and lead[-1] in ":," and _is_whole(block.text, quotation)
    if before and told and not first:
        first = _FIRST_WORD.match(block.text, opening.end)
    if before and not first and quotation.closing is not None and quotation.closing.block == opening.block:
        first = attribution.SPOKEN.match(block.text, opening.end, quotation.closing.at)
    if before and first:
        yield Defect(
            Damage.PERSON_SHIFT, block.locate(before.start("that"), first.end(first.lastgroup or 0)), opening.text
        )


def _is_whole(text: str, quotation: Quotation) -> bool:
    """Whether what is quoted is a sentence: it begins with a capital and ends with a stop."""
    closing = quotation.closing
    if closing is None or closing.block != quotation.opening.block:
        return False
    return (
        text[quotation.opening.end].isupper() and text[closing.at - 1] in ".?!" and text.find(" ", 0, closing.at) >= 0
    )
