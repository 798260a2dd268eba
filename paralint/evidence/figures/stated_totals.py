"""Totals that stand beside all their parts: "12 men and nine women, 23 in all", "the other four of the eight"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain

from paralint.evidence.figures.figured import MARK, OWNED, Figured, figured
from paralint.evidence.measures.quantities import Hedge, Quantity, comparable
from paralint.evidence.restatements.conflicts import Conflict
from paralint.evidence.words.closed import words
from paralint.text import lazy
from paralint.text.document import Document

_THING = r"(?: (?!and\b|or\b|of\b|to\b|including\b|with\b)[a-z][\w'’-]*){0,3}"  # what is counted
_ORDINALS = {"second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9}
_ALL = r"(?:in all|in total|altogether|all told|combined)"
_LIST = rf"(?P<parts>#(?P<sort>[cmp])\d+{_THING}(?: , #(?P=sort)\d+{_THING})*(?: ,)? and #(?P=sort)\d+{_THING})"
_TOTAL = lazy.pattern(
    rf"{_LIST}(?: [,–—(:])+ (?:(?:making|for|or|and) )?(?:a total of (?P<of>#(?P=sort)\d+)|"
    rf"(?P<all>#(?P=sort)\d+){_THING} {_ALL})"
)
_TOGETHER = lazy.pattern(
    rf"{_LIST}(?: [a-z,][\w'’-]*){{0,6}}? (?:together|jointly|combined|between them)(?: [a-z][\w'’-]*){{1,4}} "
    rf"(?P<all>#(?P=sort)\d+)"
    r"(?! more| further| other)"
)
_ALL_OF_WHOM = lazy.pattern(
    rf"(?P<parts>#(?P<sort>c)\d+{_THING}(?: , #c\d+{_THING})*(?: ,)? and #c\d+{_THING}) [,–—(] all (?P<all>#c\d+)"
    rf"(?: of (?:them|whom))?"
)
_FOR_BOTH = lazy.pattern(
    r"(?P<parts>#m\d+[^#;]{1,40} and #m\d+)[^#;]{1,40}? (?:, )?(?:or |and )?(?P<all>#m\d+) (?:for both|for the two|"
    r"together|in all|in total|altogether)"
)
_PARTITION = lazy.pattern(
    rf"(?P<all>#c\d+){_THING} (?:,|:|–|—|\() (?P<one>#c\d+) (?:(?:are|were|was) )?(?P<x>[a-z]+) and (?P<two>#c\d+) "
    rf"(?:(?:are|were|was) )?(?P<y>[a-z]+)(?= [.,;)–—])"
)
_COMPLEMENTS = (
    ("men", "women"), ("boys", "girls"), ("adults", "children"), ("soldiers", "civilians"), ("male", "female"),
    ("sons", "daughters"), ("wins", "defeats"), ("males", "females"), ("wins", "losses"), ("passengers", "crew"),
    ("brothers", "sisters"), ("republicans", "democrats"), ("man", "women"), ("men", "woman"), ("boy", "girls"),
    ("boys", "girl"), ("home", "away"), ("full-time", "part-time"), ("officers", "civilians"),
)  # fmt: skip
_TOLL = lazy.pattern(
    r"(?:another (?P<another>#c\d+)|(?P<more>#c\d+) (?:more|further|additional|new|extra))\b[^;]*?"
    r"\b(?:bringing|taking|raising|lifting|pushing|brings|takes|brought|took|raised|raises|increasing)"
    r" (?:the|its|their|his|her|this|that|to)\b[^#;]{0,60}? from (?P<before>#c\d+) to (?P<after>#c\d+)"
)
_PARTS_OF = (
    lazy.pattern(rf"(?P<part>#c\d+) of (?:(?:{OWNED}|all|a total of) )?(?P<all>#c\d+)"),
    lazy.pattern(rf"(?:^|, )(?:out )?of (?:{OWNED} |all )?(?P<all>#c\d+)(?: [a-z][\w'’-]*){{0,4}} ,? ?(?P<part>#c\d+)"),
    lazy.pattern(r"\ball (?P<all>#c\d+) [^#;]*? (?P<part>#c\d+) (?:of them )?(?:have|has|had|are|were|is|was)\b"),
)
_REST = lazy.pattern(r"\bthe (?:other|remaining) (?P<rest>#c\d+)(?! of\b)")
_MARGIN = lazy.pattern(
    r"\bby (?P<one>#c\d+)(?: votes)? (?:to|against) (?P<two>#c\d+)(?: votes)? , (?:with )?an? (?:majority|margin|"
    r"difference|lead) of "
    r"(?P<all>#c\d+)"
)
_BODY = lazy.pattern(
    r"\b(?:team|group|crew|party|staff|panel|squad|delegation|cast|class|jury|choir|orchestra|convoy|fleet|committee|"
    r"board) of "
    rf"(?P<one>#c\d+)(?: [a-z][\w-]*){{1,2}} , (?P<all>#c\d+) {_ALL}"
)
_UNITED = words(
    "parties groups firms companies blocs lists allies partners sides states shareholders brothers sisters families"
)
_ALL_OF_THEM = lazy.pattern(
    rf"\b(?:the|all) (?P<many>#c\d+) (?:{'|'.join(sorted(_UNITED))})"
    r" (?:(?:now|would|will|together|jointly|combined) )*(?:hold|control|have|own|command|won|win|took|take)(?: "
    r"together| jointly| a total of| a combined)? "
    r"(?P<all>#[cp]\d+)"
)
_HELD = lazy.pattern(
    r"(?:\b(?:won|win|wins|hold|holds|held|have|has|had|took|takes|own|owns|owned|with|and|,) )(?P<part>#[cp]\d+)"
    r"(?= of (?:the|its) #c|(?: of the)? (?:seats|votes|shares|members|stakes?)\b| and #| , #| per cent| stake|(?: ,|"
    r" \.| and|$))"
)
_OVERALL = words("all total altogether told overall")
_OF_ALL = lazy.pattern(
    r"\b(?:in all|in total|altogether|all told|a total of|overall)\b(?: ,)?[^#.;]{0,12} (?P<all>#c\d+)"
)
_COUNTED = lazy.pattern(r"\b(?:according to|told|sources?|claimed|claims|count)\b")
_OTHER_TIMES = lazy.pattern(r"\b(?:1[89]|20)\d\d\b|\b(?:last|previous|earlier)\b")
_LEFT = words("remaining other rest remainder others")
_REMAINDER = lazy.pattern(
    r"\b(?:the|its|their) (?:remaining|other) (?P<rest>#p\d+)|\b(?:the|its|their) (?:rest|remainder|others) , (?:or |"
    r"about |some )?(?P<named>#p\d+)"
)
_OF_A_GROUP = lazy.pattern(
    r"\b(?:of|among) (?:the|these|those|its|their|his|her) (?:first |last |other )?(?P<all>#c\d+)\b.*?\ball "
    r"(?P<again>#c\d+)(?= (?:had|have|were|are|was|said|will|would|came|died|survived|went|showed|tested|lived|worked|"
    r"fell|knew|got|took|agreed|voted|left|of them)\b)"
)
_EARLIER = words("previous other earlier past last preceding")
_NTH = lazy.pattern(
    rf"\b(?:the|its|their|his|her|a) (?P<nth>{'|'.join(_ORDINALS)}) (?P<noun>[a-z]{{3,}})\b.*?\bthe "
    rf"(?:{'|'.join(sorted(_EARLIER))}) "
    r"(?P<many>#c\d+)(?! (?:years|months|weeks|days|seasons|decades|hours|minutes)\b)(?= (?P<again>[a-z]+)| [.,;])"
)
_FOR = words(
    "for yes favour favor support supported supporting backed back backing approve approved approving agree agreed"
)
_AGAINST = words("against no opposed oppose opposing disapprove disapproved disagree disagreed rejected reject")
_NEITHER = words("undecided unsure abstained abstain uncertain neutral")
_APART = words(
    """
    year month week last earlier before previous men women among compared democrats republicans young older from up down
    respectively poll's another while whereas although those
    """
)
_ASKED = lazy.pattern(r"\b(?:in|among|of) (?:the )?([a-z]+)")  # whose shares they are
_BEHIND = 5  # words behind a share that say whose it is
_SHARES = 4  # of one whole
_WHOLE = 101.5  # per cent, with what rounding adds


def wrong_totals(document: Document) -> Iterator[Conflict]:
    """Yield the totals and parts that do not add up, in text order of the sentences."""
    sentences = document.derive(figured)
    for sentence in sentences:
        if len(sentence.known) >= 2:
            for find in (_lists, _partitions, _tolls, _margins, _polls):
                yield from find(document, sentence)
    for index, sentence in enumerate(sentences):
        if not _EARLIER.isdisjoint(sentence.words):
            yield from _series(document, sentence)
        if not _OVERALL.isdisjoint(sentence.words):
            yield from _smaller_totals(document, sentences, index)
        if not _LEFT.isdisjoint(sentence.words):
            yield from _remainders(document, sentence)
        if "all" in sentence.words:
            yield from _groups(document, sentence)
        following = sentences[index + 1] if index + 1 < len(sentences) else None
        left = not _LEFT.isdisjoint(sentence.words | (following.words if following else frozenset()))
        if left and ("of" in sentence.words or "all" in sentence.words):
            yield from _rests(document, sentence, following)
        if not _UNITED.isdisjoint(sentence.words):
            yield from _of_all(document, sentences, index)


def _is_total(known: list[Quantity], total: Quantity) -> bool:
    """Whether a total can be the sum of its parts, or cannot be judged."""
    if any(part.hedge not in (Hedge.NONE, Hedge.ABOUT) or not comparable(part, total) for part in known):
        return True
    low, high = sum(part.low for part in known), sum(part.high for part in known)
    slack = 1.0 if total.unit == "%" else 1e-6 * total.value
    return low <= total.high + slack and high >= total.low - slack


def _told(document: Document, sentence: Figured, parts: list[str], total: str) -> Iterator[Conflict]:
    known = [sentence.figure(mark) for mark in parts]
    if len(known) < 2 or _is_total(known, sentence.figure(total)):
        return
    reason = f"the parts make {sum(part.digits if part.unit == '%' else part.value for part in known):,g}"
    yield sentence.refuted(document, "share", total, parts[0], reason)


def _lists(document: Document, sentence: Figured) -> Iterator[Conflict]:
    """Find "12 men and nine women, 23 in all", "hold 19, 9 and 6 seats and together 44"."""
    text = sentence.text
    if len(sentence.known) >= 3:
        for match in _ALL_OF_WHOM.finditer(text):
            for each in _told(document, sentence, MARK.findall(match["parts"]), match["all"]):
                here = sentence.span(document, *match.span("parts"))
                yield Conflict(each.slot, here, each.here, 1.0, each.subject)
        for pattern in (_TOTAL, _TOGETHER, _FOR_BOTH):
            for match in pattern.finditer(text):
                total = match.groupdict().get("of") or match["all"]
                yield from _told(document, sentence, MARK.findall(match["parts"]), total)
    for match in _BODY.finditer(text):
        one, other = sentence.figure(match["one"]), sentence.figure(match["all"])
        if one.low > other.high or one.high < other.low:
            yield sentence.refuted(document, "share", match["all"], match["one"], "one body has two numbers")


def _partitions(document: Document, sentence: Figured) -> Iterator[Conflict]:
    """Find "nine members, five women and six men"."""
    if len(sentence.known) < 3:
        return
    for match in _PARTITION.finditer(sentence.text):
        if any({match["x"], match["y"]} == set(pair) for pair in _COMPLEMENTS):
            for found in _told(document, sentence, [match["one"], match["two"]], match["all"]):
                yield Conflict(found.slot, found.there, found.here, 1.0, found.subject)


def _tolls(document: Document, sentence: Figured) -> Iterator[Conflict]:
    """Find "two more died, bringing the toll from 14 to 19"."""
    for match in _TOLL.finditer(sentence.text) if len(sentence.known) >= 3 else ():
        more = sentence.figure(match["another"] or match["more"])
        before, after = sentence.figure(match["before"]), sentence.figure(match["after"])
        if not _is_total([more, before], after):
            reason = f"{more.value:,g} more than {before.value:,g} is {more.value + before.value:,g}"
            yield sentence.refuted(document, "share", match["after"], match["another"] or match["more"], reason)


def _margins(document: Document, sentence: Figured) -> Iterator[Conflict]:
    """Find "by 61 votes to 38, a majority of 33"."""
    for match in _MARGIN.finditer(sentence.text) if len(sentence.known) >= 3 else ():
        one, two, margin = (sentence.figure(match[name]) for name in ("one", "two", "all"))
        if {one.hedge, two.hedge, margin.hedge} == {Hedge.NONE} and abs(one.value - two.value) != margin.value:
            reason = f"the difference is {abs(one.value - two.value):,g}"
            yield sentence.refuted(document, "share", match["all"], match["one"], reason)


def _polls(document: Document, sentence: Figured) -> Iterator[Conflict]:
    """Find "70 per cent voted for the plan and 45 per cent against"."""
    marks = list(re.finditer(r"#p\d+", sentence.text))
    if not 2 <= len(marks) <= 3 or len(marks) != len(sentence.known):
        return
    ends = [*(match.start() for match in marks[1:]), len(sentence.text)]
    sides, asked = set(), set()
    for match, end in zip(marks, ends, strict=True):
        asked.update(_ASKED.findall(sentence.text, match.end(), end))
        behind = sentence.text[match.end() : end].split()[:_BEHIND]
        side = [
            name for name, listed in (("for", _FOR), ("against", _AGAINST), ("?", _NEITHER)) if listed & set(behind)
        ]
        if len(side) != 1 or sentence.figure(match[0]).unit != "%":
            return
        sides.add(side[0])
    known = [sentence.figure(match[0]) for match in marks]
    if (
        len(asked) > 1
        or len(sides) != len(marks)
        or not {"for", "against"} <= sides
        or not _APART.isdisjoint(sentence.words)
    ):
        return
    if sum(share.low for share in known) > _WHOLE:
        reason = f"the shares make {sum(share.value for share in known):g} per cent"
        yield sentence.refuted(document, "share", marks[-1][0], marks[0][0], reason)


def _smaller_totals(document: Document, sentences: tuple[Figured, ...], index: int) -> Iterator[Conflict]:
    """Find "62 flights were late … In all, 53 flights were affected": a total that is less than one of its parts."""
    sentence = sentences[index]
    if _COUNTED.search(sentence.text):
        return  # others count otherwise
    for match in _OF_ALL.finditer(sentence.text):
        total = sentence.figure(match["all"])
        earlier = [
            each
            for each in sentences[max(0, index - 3) : index]
            if each.block == sentence.block and not _OTHER_TIMES.search(each.text)
        ]
        parts = [each for part in earlier for each in part.known] + list(sentence.known[: int(match["all"][2:])])
        for part in parts:
            same = comparable(part, total) and part.nouns and part.nouns == total.nouns
            if same and part.low > total.high and part.hedge in (Hedge.NONE, Hedge.ABOUT, Hedge.OVER, Hedge.LEAST):
                here, there = (document.tokens.span(each.first, each.last) for each in (total, part))
                yield Conflict("share", here, there, 1.0, f"{part.value:,g} are told before")
                break


def _remainders(document: Document, sentence: Figured) -> Iterator[Conflict]:
    """Find "44 per cent for and 38 per cent against, with the remaining 28 per cent undecided"."""
    for match in _REMAINDER.finditer(sentence.text):
        mark = match["rest"] or match["named"]
        shares = [each for each in sentence.known if each.unit == "%"][:_SHARES]
        known = shares[: shares.index(sentence.figure(mark)) + 1] if sentence.figure(mark) in shares else []
        if len(known) < 2 or any(each.hedge not in (Hedge.NONE, Hedge.ABOUT) for each in known):
            continue
        total = sum(each.digits for each in known)
        if abs(total - 100) > _WHOLE - 100 + len(known) * (known[-1].hedge is not Hedge.NONE) and len(known) > 1:
            first = next(mark for mark in MARK.findall(sentence.text) if sentence.figure(mark) is known[0])
            yield sentence.refuted(document, "share", mark, first, f"the shares make {total:g} per cent")


def _groups(document: Document, sentence: Figured) -> Iterator[Conflict]:
    """Find "of the nine patients two had been inside, but all ten had waited outside"."""
    for match in _OF_A_GROUP.finditer(sentence.text):
        whole, again = (sentence.figure(match[name]) for name in ("all", "again"))
        between = sentence.text[match.end("all") : match.start("again")]
        told = {each.value for each in sentence.figures(between)}
        rest = {whole.value - value for value in told}
        if whole.value != again.value and again.hedge is Hedge.NONE and again.value not in told | rest:
            yield sentence.refuted(
                document, "share", match["again"], match["all"], f"there are {whole.value:,g} of them"
            )


def _rests(document: Document, sentence: Figured, following: Figured | None) -> Iterator[Conflict]:
    """Find "five of the eight survived; the other four drowned", "of the 40, 33 took. The remaining nine withered"."""
    for match in chain.from_iterable(form.finditer(sentence.text) for form in _PARTS_OF):
        whole = sentence.figure(match["all"])
        for where in (sentence, following):
            if where is None or where.block != sentence.block:
                return
            rest = _REST.search(where.text, match.end() if where is sentence else 0)
            between = where.text[match.end() if where is sentence else 0 : rest.start() if rest else None]
            if rest is None and "#" not in between and where is sentence:
                continue
            if rest is None or "#" in between:
                break
            other = where.figure(rest["rest"])
            part = sentence.figure(match["part"])
            plain = {each.hedge for each in (whole, part, other)} == {Hedge.NONE}
            if plain and part.value < whole.value > other.value and part.value + other.value != whole.value:
                tokens = document.tokens
                here = tokens.span(other.first, other.last)
                there = tokens.span(min(part.first, whole.first), max(part.last, whole.last))
                reason = f"{whole.value - part.value:,g} are left"
                yield Conflict("share", here, there, 1.0, reason)
            break


def _series(document: Document, sentence: Figured) -> Iterator[Conflict]:
    """Find "the fourth truce … the longest of the previous four": three came before the fourth."""
    tokens = document.tokens
    number = document.sentence_of(sentence.tokens[0])
    texts = [("", sentence.text)]
    if number and document.block_of(tokens.sentences[number - 1]) == sentence.block:
        before = document.lowers[tokens.sentences[number - 1] : tokens.sentences[number]]
        texts.append((" ".join(before) + " ", sentence.text))
    for before_text, text in texts:
        match = _NTH.search(before_text + text)
        if match is None or match.start("many") < len(before_text):
            continue
        again = match["again"] or ""
        same = (
            not again
            or again.startswith(match["noun"])
            or again in ("lasted", "were", "had", "failed", "was", "all", "ended")
        )
        many = sentence.figure(match["many"])
        if same and many.hedge is Hedge.NONE and many.value == _ORDINALS[match["nth"]]:
            here = tokens.span(many.first, many.last)
            there = tokens.span(sentence.tokens[0], sentence.tokens[0] + 1)
            if not before_text:
                there = sentence.span(document, *match.span("nth"))
            else:
                place = tokens.sentences[number - 1] + before_text.count(" ", 0, match.start("nth"))
                there = tokens.span(place, place + 1)
            yield Conflict("share", here, there, 1.0, f"{many.value - 1:,g} came before the {match['nth']}")
            return


def _of_all(document: Document, sentences: tuple[Figured, ...], index: int) -> Iterator[Conflict]:
    """Find "won 19 of the 63 seats. Its partners hold 9 and 6. The three parties together control 44"."""
    sentence = sentences[index]
    for match in _ALL_OF_THEM.finditer(sentence.text):
        many = sentence.figure(match["many"]).value
        total = sentence.figure(match["all"])
        parts: list[Quantity] = []
        for earlier in sentences[max(0, index - 3) : index]:
            if earlier.block == sentence.block:
                parts += (earlier.figure(each["part"]) for each in _HELD.finditer(earlier.text))
        parts = [part for part in parts if comparable(part, total) and part.hedge is Hedge.NONE]
        if len(parts) == many >= 2 and not _is_total(parts, total):
            reason = f"the parts make {sum(part.digits for part in parts):,g}"
            tokens = document.tokens
            here = tokens.span(total.first, total.last)
            yield Conflict("share", here, tokens.span(parts[0].first, parts[0].last), 1.0, reason)
