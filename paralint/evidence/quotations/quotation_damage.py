"""Damage to quotation marks, each piece named once and at the place where a writer would mend it."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict, deque
from collections.abc import Iterator
from itertools import islice

from paralint.evidence.quotations import attribution
from paralint.evidence.quotations.damage import Damage, Defect
from paralint.evidence.quotations.marks import Family, Mark
from paralint.evidence.quotations.misplaced_marks import halved_attribution, misplaced_marks, mixed_pairs, reopened
from paralint.evidence.quotations.pairing import End
from paralint.evidence.quotations.quotations import Quotation, Quotations, quotations
from paralint.evidence.words.vocabulary import STOP_WORDS
from paralint.findings import Edit, Span
from paralint.text.blocks import Block, BlockKind
from paralint.text.document import Document
from paralint.text.lazy import pattern

_WORDS = pattern(r"(?:\S+\s+){0,2}\S+")
_LEAD = 60  # code points before a quotation that are searched for what leads to it
_FAR = 200  # code points on either side of a mark that are searched for two or three words
_STRAYS = 50  # stray marks of a paragraph up to which each is told from what stands before them all
_NAME = pattern(r"‘([A-Z][a-z]+)\b")
_SENTENCE_STOP = pattern(r"[.?!…](?=\s|$)")
_SENTENCE_START = pattern(r"(?<=[.?!…])[\"”’'\])]*\s+|^")
_FIRST_WORD = pattern(r"[\w’'-]+")
_TAIL = pattern(r"[\s.,;:!?…\"”’']+$")
_REOPENED = pattern(r"[.!?…]\s+[\"“‘][^\W_a-z]$")
_CLAUSE = pattern(r"(?<=[\w’'],\s)[^,]{8,60}$|(?:\S+\s+){0,3}\S+$")
_LAST_WORD = pattern(r"\S+\s*$")
_NOTHING = pattern(r"\s*")
_LAST_WORDS = pattern(r"(?:\S+\s+)?\S+$")
# A single mark that opens, with nothing but words and apostrophes behind it.
_SINGLE_OPENED = pattern(
    r"(?:(?<=[\s(\[—–])|^)'(?=[^\W\d])(?!(?:em|til|cause|bout|twas|tis|n)\b)(?:[^'\"“”‘’`\n]|(?<=\w)['’](?=\w)){2,80}$"
)
_DOUBLE = ('"', "”")
# The same behind a colon or a verb of saying, up to the end of the quotation around it.
_NESTED = pattern(
    rf"\b(?:{attribution.VERB}(?:\s(?:me|him|her|us|them|you|[A-Z][a-z]+|the\s[a-z]+))?[,:]|like:?)\s(?P<mark>['‘])(?P<word>[A-Z][\w’']*)(?:[^'\"“”‘’`\n]|(?<=\w)['’](?=\w))+$",
    words=attribution.VERBS | {"like"},
)
_SINGLE = pattern(r"\s['‘][A-Z]")
_LED = pattern(r"\w[\"”’]?,\s*$")  # in front of a quotation: it goes on behind an attribution
_NAMED = pattern(r",\s$")  # in front of a quotation: a name and a remark on it perhaps
_LEAST_INSIDE = 4  # quoted sentences with the stop inside their marks for each that has it outside: a custom
_STRANGERS = 3  # quotations with marks that a text has otherwise
_CARRIED = 3  # paragraphs from a mark that was left at the end of a line to the one that closes
_SHORT = 86  # code points: a span up to this length is shown whole
_FEWEST_LETTERS = 12  # of a quoted sentence: what is shorter is a word that is spoken of
_GUILLEMET = pattern("[«»]")
_LINE = 80  # code points: a quotation without an end is shown up to where it should end, if that is not further
_TOLD_LINE = 97  # the same where an attribution tells where it should end


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
            if quotation.end is End.MARK and opening.text == "«" and _is_stranger(layer, opening):
                yield _foreign(block, quotation)
            continue
        if quotation.end is End.MARK:
            yield from _of_closed(document, block, quotation)
        elif quotation.end is End.CONTINUED:
            broken_until[opening.block] = quotation.stop
            # Words quoted inside a sentence of the writer do not go on in the next paragraph.
            if _is_fragment(block, opening) and not _SENTENCE_STOP.search(block.text, opening.end, len(block.text) - 1):
                yield _of_open(block, quotation)
        elif quotation.end is End.NONE and _joined(block, layer, quotation, joined):
            broken_until[opening.block] = quotation.opening.end
            yield from _reopened_sentence(block, quotation)
        elif broken_until.get(opening.block, -1) <= opening.at and _name(document, opening) not in names:
            if quotation.end is not End.MIXED:
                broken_until[opening.block] = quotation.stop
            again = reopened(block, quotation)
            if again is not None:
                broken_until[opening.block] = quotation.stop + 1  # the second mark is told of
            if halved_attribution(block, opening) is None:
                yield again or _of_open(block, quotation)
        if quotation.end is not End.NONE:
            yield from _person_shift(block, quotation)
    yield from _of_strays(document, layer, mixed)
    yield from _lone_guillemets(document, layer)
    yield from misplaced_marks(document, layer)
    yield from _at_attribution(document, layer)
    yield from _spaced(document, layer)
    yield from _outside(document, layer)


def _is_stranger(layer: Quotations, opening: Mark) -> bool:
    """Tell whether a text hardly ever has the marks of a quotation, and others again and again."""
    marks = layer.openings
    return marks[opening.text] < _STRANGERS <= max(marks["“"], marks['"'])


def _lone_guillemets(document: Document, layer: Quotations) -> Iterator[Defect]:
    """Yield the marks of another language that stand alone in a text that has English ones: “It rains,” she said.»"""
    if "»" not in document.text and "«" not in document.text:
        return
    marks = layer.openings
    if max(marks["“"], marks['"']) < _STRANGERS:
        return
    for block in document.blocks:
        found = [match.start() for match in _GUILLEMET.finditer(block.text)]
        if len(found) == 1:
            last = _last_words(block.text, 0, found[0])
            closes = block.text[found[0]] == "»"
            span = block.locate(last.start() if last and closes else found[0], found[0] + 1)
            edits = (Edit(block.locate(found[0], found[0] + 1), ""),)
            yield Defect(Damage.UNOPENED if closes else Damage.UNCLOSED, span, block.text[found[0]], "“", edits=edits)


def _foreign(block: Block, quotation: Quotation) -> Defect:
    """Return the damage where the marks of another language stand around a quotation."""
    opening, closing = quotation.opening, quotation.closing
    assert closing is not None
    end = closing.end if closing.block == opening.block else len(block.text)
    return Defect(Damage.MIXED, _up_to(block, opening.at, end, _words(block, opening.at, end)), "“", "”")


def _joined(block: Block, layer: Quotations, quotation: Quotation, known: dict[tuple[int, int], bool]) -> bool:
    """Whether the paragraphs of one quotation have been joined: each opens anew behind a full stop, the last closes.

    Args:
        known: what was found of quotations that others went on to, fragments or not, by the places of their marks.
    """
    if _is_fragment(block, quotation.opening):
        return False
    same = layer.beside[quotation.opening.block, quotation.opening.family]
    number = bisect_left(same, quotation.opening.at, key=lambda other: other.opening.at)
    passed: list[tuple[int, int]] = []
    joined = False
    for other in islice(same, number + 1, None):
        passed.append((quotation.opening.block, quotation.opening.at))
        if passed[-1] in known:
            joined = known[passed[-1]]
            break
        inside = quotation.opening.end, other.opening.at
        if not _REOPENED.search(
            block.text, max(inside[0], inside[1] - _FAR), other.opening.end + 1
        ) or attribution.TAG.search(block.text, *inside):
            break  # the writer's own words stand between them, so a closing mark is missing
        if other.end is not End.NONE:
            joined = other.end in (End.MARK, End.CONTINUED)
            break
        quotation = other
    known.update(dict.fromkeys(passed, joined))
    return joined


def _reopened_sentence(block: Block, quotation: Quotation) -> Iterator[Defect]:
    """Yield the mark that opens a quotation again at the start of a sentence inside it: Who asked? “I did"""
    end = _without_blanks(block.text, quotation.stop)
    before = _last_words(block.text, quotation.opening.end, end)
    behind = _WORDS.match(block.text, quotation.stop)
    if before is not None and behind is not None:
        shown = block.locate(before.start(), behind.end())
        yield Defect(Damage.REOPENED, shown, quotation.opening.text, related=quotation.opening.span)


def _is_fragment(block: Block, opening: Mark) -> bool:
    """Whether what is quoted begins inside a sentence of the writer."""
    return opening.at > 0 and block.text[opening.end : opening.end + 1].islower()


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


def _words(block: Block, start: int, stop: int) -> Span:
    """Return the span of the first three words from ``start``, closing punctuation left out."""
    stop = min(stop, start + _FAR)
    match = _WORDS.match(block.text, start, stop)
    return block.locate(start, _trimmed(block.text, start, match.end() if match else stop))


def _trimmed(text: str, start: int, stop: int) -> int:
    tail = _TAIL.search(text, start + 1, stop)
    return tail.start() if tail else stop


def _last_words(text: str, start: int, stop: int) -> re.Match[str] | None:
    """Return the last two words before ``stop``."""
    return _LAST_WORDS.search(text, max(start, stop - _FAR), stop)


def _without_blanks(text: str, stop: int) -> int:
    """Return where what stands before ``stop`` ends without its blanks."""
    while stop and text[stop - 1].isspace():
        stop -= 1
    return stop


def _behind_blanks(text: str, start: int) -> int:
    blanks = _NOTHING.match(text, start)
    assert blanks is not None
    return blanks.end()


def _insert(block: Block, at: int, mark: str) -> tuple[Edit, ...]:
    return (Edit(block.locate(at, at), mark),)


def _of_open(block: Block, quotation: Quotation) -> Defect:
    opening = quotation.opening
    text = block.text
    closing = opening.closing
    if quotation.end is End.MIXED:
        assert quotation.closing is not None
        return _mixed(block, quotation, quotation.closing)
    tag = attribution.TAG.search(text, opening.end, quotation.stop)
    if quotation.end is End.SWITCHED and tag is None:
        shown = _words(block, opening.at, max(quotation.stop, opening.end))
        return Defect(Damage.MIXED, shown, opening.text, closing)
    if text[opening.end : quotation.stop].strip() == "" and quotation.stop < len(text):
        doubled = block.locate(opening.at, quotation.stop + 1)
        first = Edit(block.locate(opening.at, quotation.stop), "")
        return Defect(Damage.DOUBLED, doubled, opening.text, edits=(first,))
    misplaced = attribution.MISPLACED.match(text, opening.end, quotation.stop)
    if misplaced:
        return _before_attribution(block, opening, misplaced)
    fragment = _is_fragment(block, opening)
    narrator = None if fragment else attribution.SENTENCE.search(text, opening.end, quotation.stop)
    if narrator is not None and (tag is None or narrator.start() < tag.start()):
        swallowed = block.locate(*narrator.span())
        edits = _insert(block, _without_blanks(text, narrator.start()), closing)
        return Defect(Damage.SWALLOWED, swallowed, opening.text, closing, opening.span, edits)
    return _unclosed(block, quotation, tag, fragment=fragment)


def _unclosed(block: Block, quotation: Quotation, tag: re.Match[str] | None, *, fragment: bool) -> Defect:
    """A quotation whose second mark is lost: before who speaks, behind a fragment, or at the end of the block."""
    text, opening, closing = block.text, quotation.opening, quotation.opening.closing
    shown = _words(block, opening.at, max(quotation.stop, opening.end))
    end = _owed_end(text, quotation, tag, fragment=fragment)
    if end is None:
        return Defect(Damage.UNCLOSED, shown, opening.text, closing)
    if tag is not None:
        shown = _up_to(block, opening.at, end, _at_tag(block, opening, tag), _TOLD_LINE)
    elif not fragment:  # else it is a guess where it should end
        shown = _up_to(block, opening.at, end, shown, _LINE)
    elif quotation.stop == len(text) == end:
        shown = _up_to(block, opening.at, end, shown)  # nothing stands behind it
    return Defect(Damage.UNCLOSED, shown, opening.text, closing, edits=_insert(block, end, closing))


def _owed_end(text: str, quotation: Quotation, tag: re.Match[str] | None, *, fragment: bool) -> int | None:
    """Return where the lost mark belongs, white space left out; None if that cannot be said."""
    stop, ends = quotation.stop, quotation.stop == len(text)
    if tag is not None:
        end = tag.start() + 1
    elif fragment:
        sentence = _SENTENCE_STOP.search(text, quotation.opening.end, stop)
        if sentence is None and not ends:
            return None
        end = sentence.end() if sentence else stop
    elif quotation.depth == 0 and stop < len(text):
        return None
    else:
        end = stop
    return _without_blanks(text, end)


def _at_tag(block: Block, opening: Mark, tag: re.Match[str]) -> Span:
    """Return the place of an attribution with the words before it, between which a mark is owed."""
    last = _last_words(block.text, opening.end, tag.start())
    return block.locate(last.start() if last else tag.start(), tag.end())


def _up_to(block: Block, start: int, end: int, otherwise: Span, most: int = _LINE) -> Span:
    """Return the place from ``start`` to ``end``, where the mark is owed, if it fits a line."""
    return block.locate(start, end) if end - start <= most else otherwise


def _mixed(block: Block, quotation: Quotation, closing: Mark) -> Defect:
    opening = quotation.opening
    expected = opening.closing
    if closing.block != opening.block:  # the quotation goes over several paragraphs
        shown = closing.span
    elif closing.end - opening.at <= _SHORT:
        shown = block.locate(opening.at, closing.end)
    else:
        last = _last_words(block.text, opening.end, closing.at)
        shown = block.locate(last.start() if last else closing.at, closing.end)
    edits = (Edit(closing.span, expected),)
    return Defect(Damage.MIXED, shown, opening.text, expected, opening.span, edits)


def _before_attribution(block: Block, opening: Mark, clause: re.Match[str]) -> Defect:
    edits = (Edit(opening.span, ""), *_insert(block, clause.end(), opening.text))
    return Defect(
        Damage.MISPLACED, block.locate(opening.at, clause.end("clause")), opening.text, opening.text, edits=edits
    )


def _of_closed(document: Document, block: Block, quotation: Quotation) -> Iterator[Defect]:
    opening, closing = quotation.opening, quotation.closing
    assert closing is not None
    alone = opening.block == closing.block
    layer = document.derive(quotations)
    if alone and opening.straight != closing.straight:
        yield _mixed(block, quotation, closing)
    if opening.text == "``" and _is_stranger(layer, opening):
        yield _foreign(block, quotation)
    if alone and opening.text in ("„", "‟") and "“" in layer.openings:
        yield _mixed(block, quotation._replace(opening=opening._replace(text="“")), closing)
    if alone and quotation.depth == 1 and opening.text == "“":
        yield from _nested_alike(layer, block, quotation, closing)
    if _LED.search(block.text, max(0, opening.at - _SHORT), opening.at):
        misplaced = attribution.MISPLACED.match(block.text, opening.end)
        if misplaced:
            yield _before_attribution(block, opening, misplaced)
    if alone and quotation.depth == 0:
        if closing.text in _DOUBLE:
            yield from _unclosed_inside(layer, block, opening, closing)
        yield from _unbroken(block, opening, closing)
    if quotation.depth == 0:
        yield from _dangling(document, opening, closing)
    for mark in (opening, closing):
        # Swedes and Finns open with ” as well; a text without any “ follows them.
        if mark.wrong_way and (mark.text != "”" or "“" in document.text):
            yield _wrong_way(document, mark, opens=mark is opening)


def _nested_alike(layer: Quotations, block: Block, quotation: Quotation, closing: Mark) -> Iterator[Defect]:
    """A sentence quoted inside a quotation with the marks of that one."""
    opening = quotation.opening
    around = layer.around(max(0, quotation.first - 1))
    sentence = closing.at - opening.end >= _FEWEST_LETTERS and block.text[closing.at - 1] in ".,?!"
    if sentence and around is not None and around.closed and around.opening.text == "“":
        shown = _up_to(block, opening.at, closing.end, _words(block, opening.at, closing.at))
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


def _dangling(document: Document, opening: Mark, closing: Mark) -> Iterator[Defect]:
    """A quotation that ends its paragraph with a comma, and nobody goes on."""
    home = document.blocks[closing.block]
    ends = home.text.endswith(",", 0, closing.at) and _NOTHING.fullmatch(home.text, closing.end)
    if not ends or home.kind is not BlockKind.PARAGRAPH or closing.at - opening.end <= 1:
        return
    if _goes_on(document, closing.block):
        return
    last = _last_words(home.text, 0, closing.at)
    start = last.start() if last else closing.at - 1
    if closing.block == opening.block:
        start = max(start, opening.at)
    stop = Edit(home.locate(closing.at - 1, closing.at), ".")
    yield Defect(Damage.DANGLING, home.locate(start, closing.end), closing.text, edits=(stop,))


def _spaced(document: Document, layer: Quotations) -> Iterator[Defect]:
    """Yield the marks with a space on their inner side, in a text that has none there otherwise: “ It rained.”"""
    found = []
    for quotation in layer.found:
        text = document.blocks[quotation.opening.block].text
        for mark in (quotation.opening, quotation.closing):
            if mark is None or mark.text not in ("“", "”") or mark.block != quotation.opening.block or mark.wrong_way:
                continue
            inner = text[mark.end : mark.end + 1] if mark is quotation.opening else text[mark.at - 1 : mark.at]
            left_out = (
                text[mark.end + 1 : mark.end + 3] if mark is quotation.opening else text[mark.at - 3 : mark.at - 1]
            )
            if inner == " " and left_out != "..":  # “ ... I was paid”
                found.append(mark)
    if not found or len(found) * _STRANGERS > len(layer.found):
        return
    for mark in found:
        block = document.blocks[mark.block]
        opens = mark.text == "“"
        if opens:
            words = _WORDS.match(block.text, mark.at)
            shown = block.locate(mark.at, words.end() if words else mark.end)
        else:
            last = _last_words(block.text, 0, mark.at - 1)
            shown = block.locate(last.start() if last else mark.at, mark.end)
        space = block.locate(mark.end, mark.end + 1) if opens else block.locate(mark.at - 1, mark.at)
        yield Defect(Damage.SPACED, shown, mark.text, edits=(Edit(space, ""),))


def _at_attribution(document: Document, layer: Quotations) -> Iterator[Defect]:
    """Yield the quoted sentences that lead to their attribution without a comma: “Nobody came” she said."""
    for quotation in layer.found:
        opening, closing = quotation.opening, quotation.closing
        if quotation.end is not End.MARK or closing is None or closing.block != opening.block:
            continue
        text = document.blocks[opening.block].text
        stop = text[closing.at - 1]
        spaced = text[closing.end : closing.end + 1].isspace()
        if not spaced or not (stop.isalnum() or stop == ".") or not _is_sentence(text, opening):
            continue
        clause = attribution.BEHIND.match(text, closing.end)
        if (
            clause is not None
            and (stop != "." or clause[0].lstrip()[0].islower())
            and attribution.ENDS.match(text, clause.end())
        ):
            block = document.blocks[opening.block]
            last = _last_words(text, opening.end, closing.at)
            start = last.start() if last else closing.at
            edits = (Edit(block.locate(closing.at - (stop == "."), closing.at), ","),)
            yield Defect(Damage.NO_COMMA, block.locate(start, clause.end()), closing.text, edits=edits)


def _is_sentence(text: str, opening: Mark) -> bool:
    """Whether what is quoted is a sentence of its own: it begins one, with a capital."""
    begins = not opening.at or _SENTENCE_START.search(text, max(0, opening.at - 8), opening.at) is not None
    return begins and text[opening.end : opening.end + 1].isupper()


def _outside(document: Document, layer: Quotations) -> Iterator[Defect]:
    """Yield quoted sentences with their stop behind the closing mark, where the text has it before that mark."""
    inside = 0
    outside: list[Quotation] = []
    for quotation in layer.found:
        opening, closing = quotation.opening, quotation.closing
        if quotation.depth or quotation.end is not End.MARK or closing is None or closing.block != opening.block:
            continue
        text = document.blocks[opening.block].text
        if not _is_sentence(text, opening) or closing.at - opening.end < _FEWEST_LETTERS:
            continue
        if text[closing.at - 1] in ".,":
            inside += 1
        elif text[closing.at - 1].isalnum() and (
            text[closing.end : closing.end + 1] == "."
            or (text[closing.end : closing.end + 1] == "," and attribution.BEHIND.match(text, closing.end + 1))
        ):
            outside.append(quotation)
    if inside < _LEAST_INSIDE * len(outside):
        return
    strays = {mark.block: mark.at for mark in layer.strays}
    for quotation in outside:
        closing = quotation.closing
        assert closing is not None
        if strays.get(closing.block, -1) > closing.end + 2:
            continue  # the mark behind the attribution has been moved there, and is told of
        block = document.blocks[closing.block]
        stop = block.text[closing.end]
        last = _last_words(block.text, quotation.opening.end, closing.at)
        edits = (Edit(block.locate(closing.at, closing.end + 1), stop + closing.text),)
        span = block.locate(last.start() if last else closing.at, closing.end + 1)
        yield Defect(Damage.OUTSIDE, span, stop, stop + closing.text, edits=edits)


def _goes_on(document: Document, number: int) -> bool:
    following = document.blocks[number + 1].text if number + 1 < len(document.blocks) else ""
    return following[:1].islower()


_TURNED = {"“": "”", "”": "“", "‘": "’", "’": "‘"}


def _wrong_way(document: Document, mark: Mark, *, opens: bool) -> Defect:
    block = document.blocks[mark.block]
    if opens:
        shown = _words(block, mark.at, len(block.text))
    else:
        last = _LAST_WORD.search(block.text, max(0, mark.at - _FAR), mark.at)
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


def _of_strays(document: Document, layer: Quotations, mixed: set[tuple[int, int]]) -> Iterator[Defect]:
    """Yield the damage at marks that close nothing, but for those that are told of elsewhere."""
    if not layer.strays:
        return
    closings: defaultdict[tuple[int, Family], list[Mark]] = defaultdict(list)
    for quotation in layer.found:
        if quotation.closing is not None:
            closings[quotation.closing.block, quotation.opening.family].append(quotation.closing)
    for found in closings.values():
        found.sort(key=lambda closing: closing.end)
    last: deque[Mark] = deque(maxlen=_STRAYS)
    moved: Mark | None = None
    for mark in layer.strays:
        if moved is not None and moved.block < mark.block <= moved.block + _CARRIED:
            moved = None  # it closes what the mark at the end of the line before should have opened
            continue
        moved = mark if _ends_its_line(document, mark) else None
        if (mark.block, mark.at) in mixed:
            continue
        same = closings[mark.block, mark.family]
        number = bisect_right(same, mark.at, key=lambda closing: closing.end)
        many = len(last) == _STRAYS and last[0].block == mark.block
        yield _of_stray(document, mark, same[number - 1] if number else None, last[0].end if many else 0)
        last.append(mark)


def _ends_its_line(document: Document, mark: Mark) -> bool:
    """Whether a straight mark stands behind the stop that ends a paragraph: it may belong to the next one."""
    text = document.blocks[mark.block].text.rstrip()
    return mark.straight and mark.end == len(text) and text[mark.at - 1 : mark.at] in (".", "!", "?")


def _of_stray(document: Document, mark: Mark, before: Mark | None, start: int) -> Defect:
    """Return the damage at a mark that closes nothing.

    Args:
        before: the mark of its family that closes the last quotation before it.
        start: from where on the text is searched, unless a quotation ends behind it.
    """
    block = document.blocks[mark.block]
    text = block.text
    beside = _without_blanks(text, mark.at)
    if before is not None and before.end == beside:
        word = _LAST_WORD.search(text, max(0, before.at - _FAR), before.at)
        return Defect(
            Damage.DOUBLED,
            block.locate(word.start() if word and not text[before.at - 1].isspace() else before.at, mark.end),
            mark.text,
            edits=(Edit(block.locate(beside, mark.end), ""),),
        )
    start = max(start, before.end) if before is not None else start
    single = _SINGLE_OPENED.search(text, start, mark.at) if mark.family is Family.DOUBLE else None
    if single:
        span = block.locate(single.start(), mark.end)
        return Defect(Damage.MIXED, span, "'", "'", edits=(Edit(mark.span, "'"),))
    place = start
    attributed = before is not None and attribution.BEHIND.match(text, start) is not None
    for match in _SENTENCE_START.finditer(text, start, mark.at):
        if match.end() < beside:
            place = match.end()
            if attributed and place > start:
                break  # behind "“…,” said Roe." the speaker goes on
    shown = place
    for match in attribution.INTRODUCTION.finditer(text, start, mark.at):
        place, shown = match.end(), match.start()
    place = _behind_blanks(text, place)
    shown = _behind_blanks(text, max(shown, place) if shown < start else shown)
    if mark.end - shown <= _LINE:
        span = block.locate(shown, mark.end)
    elif attribution.REPORTED.search(text, place, mark.at) or attribution.TOLD.search(text, place, mark.at):
        last_clause = _CLAUSE.search(text, place, mark.at)  # the writer begins the sentence, and the speaker ends it
        span = block.locate(last_clause.start() if last_clause else mark.at, mark.end)
    else:
        span = Span(block.locate(shown, shown).start, _words(block, place, mark.at).end)
    return Defect(Damage.UNOPENED, span, mark.text, mark.opening, mark.span, _insert(block, place, mark.opening))
