"""The scanner: prose -> tokens and sentences, with exact offsets, in one pass.

Tokens follow the Penn Treebank as Universal Dependencies' English Web Treebank writes it (contractions and possessives
are cut, abbreviations keep their stop, money and units come apart), with one exception: a hyphenated word is one token.
A contraction of two (``I'd've``) is cut twice; a false one (``will't``) is cut before its apostrophe.

Prose is split at white space, and each distinct chunk is cut and judged only once; the rest is look-up.
Sentences are decided at the chunks that can end one, from the kind of stop, the word behind it and the word before it
(rules in the spirit of Grefenstette & Tapanainen 1994, "What is a word, what is a sentence?").
"""

from __future__ import annotations

import re
from itertools import accumulate, chain, compress, count, pairwise
from operator import add, itemgetter

from paralint.text import lazy
from paralint.text.abbreviations import ABBREVIATIONS, CAPITALISED, STARTERS, UNCAPITALISED, Stop
from paralint.text.blocks import OBJECT
from paralint.text.memo import Memo
from paralint.text.words import ADDRESS, APOSTROPHES, JOINERS
from paralint.values import NamedTuple

_MARKS = f"\u0300-\u036f\ufe0e\ufe0f{JOINERS}"  # they belong to the character before them
_OPENING = frozenset("\"'“‘„‚«‹([{`") | {"``", "''", "‘‘", "‘’", "’’"}
_CLOSING = frozenset("\"'”’“‘»›)]}") | {"''", "’’", "‘’"}
_LEADING = frozenset("-–—•*·")

_WORD = rf"""
    (?: \d+ (?:[.,:/]\d+)* | [^\W_] )  [\w{_MARKS}]*
    (?: (?: [-‐‑&{APOSTROPHES}] | \*+ | (?<=[^\W_]) \. (?-i:(?=[a-z])) | (?<=\d) \. (?=\d) )
        (?: \d+ (?:[.,:/]\d+)* | [^\W_] ) [\w{_MARKS}]*
    )*
"""
_TOKEN = lazy.pattern(
    rf"""
    (?P<address> {ADDRESS} )
  | (?P<dotted>
        (?: (?:[^\W\d_]\.)+ [^\W\d_] (?![\w{_MARKS}{APOSTROPHES}]) | (?:[^\W\d_]\.){{2,}} | Ph\.D | [MB]\.Sc )
        (?: (?<!\.) \. (?!\.) )? (?: [-‐‑] {_WORD} )? )
  | (?P<object> {OBJECT}+ )
  | (?P<elided>
        (?<!\w) ['’‘]
        (?: \d\ds? | tis|twas|twere|twill|em|til|till|cause|cos|bout|round | n['’]? | s|re|ve|ll|d|m|t ) (?!\w) )
  | (?P<emoticon> (?<!\S) [:;=]['^-]?[)(DPp|]+ (?!\w) )
  | (?P<currency> (?-i:[A-Z]{{1,2}}) \$ )
  | (?P<word>
        (?:(?<!\S)\+(?=\d))? {_WORD} (?:\+\+)? | (?<![\w.])\.\d+ | [cC]/o\b | [wW]/(?:o|out)?\b )
  | [.!?]+ | …+\.* | --+ | [–—―]+ | ''|‘‘|’’|``|‘’
  | (?P<run> [$=*_~#<>+|/\\^] ) (?P=run)*
  | . [{_MARKS}]*
    """,
    re.VERBOSE | re.DOTALL | re.IGNORECASE,
)
_ADDRESS_TAIL = ".,;:!?'’‘…]}>*"  # the sentence's, not the address's
_CONTRACTION = lazy.pattern(rf"(?<=\w)(?:n[{APOSTROPHES}]t|[{APOSTROPHES}](?:s|re|ve|ll|d|m|t))$", re.IGNORECASE)
# What looks like a contraction and is none: a clitic written apart, a decade, an abbreviation.
_WHOLE = lazy.pattern(
    rf"(?<!\w)(?:n[{APOSTROPHES}]t|\d{{0,3}}0[{APOSTROPHES}]s|(?:gov|dep|ass|int|ma)[{APOSTROPHES}][tlm])$",
    re.IGNORECASE,
)
_REACH = 6  # characters: the longest match of the two
_UNIT = lazy.pattern(
    r"([+]?\d[\d.,:/]*)([kKmMbB]|bn|mn|tn|mm|cm|km|kg|mg|ml|lbs?|mph|kph|[aApP][mM]|[KMGT]B|[kMG]W|ft|hrs?|mins?)$"
)
_COMPOUND = {"cannot": 3, "gonna": 3, "gotta": 3, "wanna": 3, "gimme": 3, "lemme": 3, "kinda": 4, "outta": 3}
# The common shapes: a word of letters or a figure, perhaps a clitic, a point, quotes or brackets around it.
_PLAIN = lazy.pattern(
    r"""([“"(]?)
    (?: ([^\W\d_]{2,} (?:-[^\W\d_]{2,})* | a | I(?!\.)) ((?:['’](?:s|re|ve|ll|d|m))?) | (\d+(?:,\d+)*(?:\.\d+)?) )
    ([,.;:!?]?) (?: ([”")]) ([,.;:]?) )?
    """,
    re.VERBOSE,
)
_POINTS = {".": Stop.FULL, "!": Stop.MARK, "?": Stop.MARK, **dict.fromkeys(("", ",", ";", ":"), Stop.NONE)}
_CHUNK = lazy.pattern(r"\S+")

_SAID_FORMS = """
    said says asked asks replied wrote tweeted added told shouted cried answered exclaimed insisted joked demanded
    wondered whispered yelled screamed quipped declared
"""
_SAID = frozenset(_SAID_FORMS.split())
_CALENDAR_FORMS = """
    monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september
    october november december est edt cst cdt mst mdt pst pdt gmt bst utc cet et ct pt eastern central pacific mountain
"""
_CALENDAR = frozenset(_CALENDAR_FORMS.split())
# Two letters before a full stop that are a word, and not an abbreviation we do not know.
_SHORT_FORMS = "am as at be by do go he in is it me my no of on or so to up us we"
_SHORT = frozenset(_SHORT_FORMS.split())
_SURNAMES = frozenset(("I", "Will", "May", "An", "So", "You", "Do", "Still", "Near"))  # behind an initial
_NUMBERED = frozenset(("Figure", "Table", "Chapter", "Section", "Part", "Example", "Appendix", "Listing", "Step"))


class Scan(NamedTuple):
    """The tokens of one block.

    Attributes:
        forms: the tokens as they stand.
        starts: offset of each token in the prose, in code points.
        ends: offset behind each token.
        sentences: index of the first token of each sentence; empty when there are no tokens.
    """

    forms: list[str]
    starts: list[int]
    ends: list[int]
    sentences: list[int]


class _Cut(NamedTuple):
    """How one chunk is cut, and what it is to its neighbours.

    Attributes:
        forms: its tokens.
        steps: how far behind its start the next token begins, if one space follows the chunk.
        live: whether the chunk can end a sentence, or holds the end of one.
        stop: how the chunk can end a sentence.
        inner: tokens of the chunk that begin a sentence inside it (``war.The``).
        first: the first form behind opening quotes and brackets, or "" where there is none.
        last: the form before the stop, or "".
        loose: the same chunk with the stop a token of its own, if the word need not be an abbreviation.
    """

    forms: tuple[str, ...]
    steps: tuple[int, ...]
    live: bool
    stop: Stop
    inner: tuple[int, ...]
    first: str
    last: str
    loose: _Cut | None


_FORMS = itemgetter(0)
_STEPS = itemgetter(1)
_LIVE = itemgetter(2)


def scan_prose(prose: str) -> Scan:
    """Return the tokens and sentences of one block of prose.

    The tokens cover exactly the characters that are not white space, in order.
    """
    chunks = prose.split()
    if not chunks:
        return Scan([], [], [], [])
    cuts = list(map(_CUTS.__getitem__, chunks))
    bounds = _boundaries(cuts)
    forms = list(chain.from_iterable(map(_FORMS, cuts)))
    if len(prose) == sum(map(len, chunks)) + len(chunks) - 1:
        starts = list(accumulate(chain.from_iterable(map(_STEPS, cuts)), initial=0))
        starts.pop()
    else:
        starts = []
        for match, cut in zip(_CHUNK.finditer(prose), cuts, strict=True):
            starts += accumulate(cut.steps[:-1], initial=match.start())
    ends = list(map(add, starts, map(len, forms)))
    sentences = [0]
    if bounds:
        counts = list(accumulate(map(len, map(_FORMS, cuts)), initial=0))
        sentences += [counts[chunk] + token for chunk, token in bounds]
    return Scan(forms, starts, ends, sentences)


def _boundaries(cuts: list[_Cut]) -> list[tuple[int, int]]:
    """Return where sentences begin, save the first: number of the chunk and of the token in it.

    Where a word turns out not to be an abbreviation, its cut in ``cuts`` is replaced by the loose one.
    """
    bounds: list[tuple[int, int]] = []
    begin = 0  # chunk that begins the current sentence
    judged = 0  # the chunks before it have been judged
    for index in compress(count(), map(_LIVE, cuts)):
        if index < judged:
            continue
        cut = cuts[index]
        for token in cut.inner:
            bounds.append((index, token))
            begin = index
        if not cut.stop:
            continue
        follower = index + 1
        while follower < len(cuts) and _closes(cuts, begin, follower):
            follower += 1
        if _ends(cuts, begin, index, follower):
            if cut.loose is not None:
                cuts[index] = cut.loose
            if follower < len(cuts):
                bounds.append((follower, 0))
                begin = judged = follower
        elif cut.stop <= Stop.ELLIPSIS:
            judged = follower
        elif cut.stop is Stop.NUMBERED and cut.loose is not None and not _numeral(cuts, follower):
            cuts[index] = cut.loose
    return bounds


def _closes(cuts: list[_Cut], begin: int, index: int) -> bool:
    """Whether the chunk is nothing but closing quotes and brackets, or a note's number, of the sentence before it."""
    forms = cuts[index].forms
    if forms[0] == "[":
        return len(forms) == 3 and forms[1].isdigit() and forms[2] == "]"
    if not all(form in _CLOSING or _stop(form) for form in forms) or forms[0] in "“‘":
        return False
    if forms[0] in ('"', "'", "''") and index + 1 < len(cuts):
        return sum(cut.forms.count(forms[0]) for cut in cuts[begin:index]) % 2 == 1
    return True


def _numeral(cuts: list[_Cut], index: int) -> bool:
    return index < len(cuts) and cuts[index].first[:1].isdigit()


def _ends(cuts: list[_Cut], begin: int, index: int, follower: int) -> bool:
    """Whether the stop of chunk ``index`` ends the sentence that began with chunk ``begin``."""
    cut = cuts[index]
    stop = cut.stop
    if follower >= len(cuts):
        return stop not in (Stop.TITLE, Stop.INNER) and not (index == begin and cut.last[:1].isdigit())
    ahead = follower
    while not cuts[ahead].first:
        ahead += 1
        if ahead >= len(cuts):
            return stop <= Stop.MARK
    first = cuts[ahead].first
    initial = first[0]
    if initial.islower():
        # A full stop behind a short or capitalised word may belong to an abbreviation we do not know.
        known = cut.last.islower() and (len(cut.last) > 2 or cut.last in _SHORT)
        return stop is Stop.FULL and (known or cuts[follower].forms[0] == "[")
    starter = first.lower().replace("’", "'") in STARTERS or (
        len(cuts[ahead].forms) > 1 and first.lower() + cuts[ahead].forms[-1].lower().replace("’", "'") in STARTERS
    )
    if stop is Stop.FULL:
        return not _numbers(cuts, begin, index)
    if stop is Stop.MARK:
        return not (len(cut.forms) > 2 and not starter and _reports(cuts, ahead))
    if stop is Stop.ELLIPSIS:
        return initial.isupper()
    if stop is Stop.INNER:
        return False
    if stop is Stop.TITLE:
        return starter and cut.last.lower() in ("st", "ft", "mt")
    if stop is Stop.HOUR:
        # "At 7 a.m. Putin spoke": an hour right at the beginning cannot be the end.
        return initial.isupper() and first.lower() not in _CALENDAR and index - begin > 2
    if stop is Stop.NUMBERED:
        return not (initial.isdigit() or (len(cut.last) == 1 and first.lower() in _CALENDAR))
    if stop is Stop.INITIAL:
        return starter and first not in _SURNAMES and index > begin
    if stop is Stop.WORDLIKE:
        return starter
    return starter or (cut.last.lower() in ("etc", "al") and initial.isupper())


def _numbers(cuts: list[_Cut], begin: int, index: int) -> bool:
    """Whether the stop only belongs to the number of an item, a section or a figure."""
    cut = cuts[index]
    if len(cut.forms) != 2 or len(cut.last) > 3 or not cut.last.replace(".", "").isdigit():
        return False
    return index == begin or (index == begin + 1 and cuts[begin].first in _NUMBERED)


def _reports(cuts: list[_Cut], index: int) -> bool:
    """Whether a reporting tag follows a quotation: up to three capitalised words and a verb of saying."""
    for cut in cuts[index : index + 4]:
        word = cut.forms[0]
        if word in _SAID:
            return True
        if not word[0].isupper() or len(cut.forms) > 1:
            return False
    return False


def _cut(chunk: str) -> _Cut:
    """Cut a chunk and judge it. What is plain is cut without the long way, to the same result."""
    if chunk.isalpha():
        if chunk.lower() not in _COMPOUND:
            return _Cut((chunk,), (len(chunk) + 1,), False, Stop.NONE, (), chunk, "", None)
    else:
        plain = _PLAIN.fullmatch(chunk)
        if plain is not None:
            _, word, clitic, figure, point, close, tail = parts = plain.groups()
            core: str = word or figure
            lower = core.lower()
            if lower not in _COMPOUND and not (point == "." and lower.rpartition("-")[2] in ABBREVIATIONS):
                forms = tuple([form for form in parts if form])
                stop = _POINTS[tail or point]
                last = "" if not stop else close if tail else clitic or core
                return _Cut(forms, _steps(forms), stop > 0, stop, (), core, last, None)
    return _dissect(chunk)


def _dissect(chunk: str) -> _Cut:
    """Cut a chunk of any shape."""
    spans: list[tuple[int, int]] = []
    stops: dict[int, Stop] = {}  # start of an abbreviation -> what its full stop says
    place = 0
    while place < len(chunk):
        match = _TOKEN.match(chunk, place)
        assert match is not None  # the last alternative takes any character
        end = match.end()
        kind = match.lastgroup
        if kind == "address":
            end = place + len(chunk[place:end].rstrip(_ADDRESS_TAIL))
            if chunk.endswith(")", place, end) and chunk.count(")", place, end) > chunk.count("(", place, end):
                end -= 1
            if end <= place + 1:
                end = match.end()
            spans.append((place, end))
        elif kind == "dotted":
            if chunk[end - 1] == ".":
                lower = chunk[place : end - 1].lower()
                stops[place] = ABBREVIATIONS.get(lower, Stop.FINAL)
            spans.append((place, end))
        elif kind == "word":
            abbreviation = _abbreviation(chunk, place, end)
            if abbreviation:
                end += 1
                stops[place] = abbreviation
                spans.append((place, end))
            else:
                spans += _divide(chunk, place, end)
        else:
            spans.append((place, end))
        place = end
    return _judge(chunk, spans, stops)


def _abbreviation(chunk: str, start: int, end: int) -> Stop:
    """Return what the full stop behind a word says if it belongs to the word, else ``NONE``."""
    if not chunk.startswith(".", end) or chunk.startswith("..", end):
        return Stop.NONE
    word = chunk[start:end]
    if len(word) == 1:
        if word.isupper():
            return Stop.INITIAL
        return Stop.INNER if word in "cv" else Stop.NUMBERED if word.islower() and word not in "aiu" else Stop.NONE
    word = word.rpartition("-")[2]  # R-Tex., mid-Oct.
    lower = word.lower()
    stop = ABBREVIATIONS.get(lower, Stop.NONE)
    if lower in (UNCAPITALISED if word[:1].isupper() else CAPITALISED):
        return Stop.NONE
    return stop


def _divide(chunk: str, start: int, end: int) -> list[tuple[int, int]]:
    """Cut a word where Penn does: contractions, possessives, units behind a number."""
    word = chunk[start:end]
    split = _COMPOUND.get(word.lower())
    if split is not None:
        return [(start, start + split), (start + split, end)]
    unit = _UNIT.match(word)
    if unit is not None:
        return [(start, start + unit.end(1)), (start + unit.end(1), end)]
    cuts = [end]
    while not _WHOLE.search(chunk, max(start, cuts[-1] - _REACH), cuts[-1]):
        match = _CONTRACTION.search(chunk, max(start, cuts[-1] - _REACH), cuts[-1])
        if match is None or match.start() <= start:
            break
        cuts.append(match.start())
    cuts.append(start)
    cuts.reverse()
    return list(pairwise(cuts))


def _judge(chunk: str, spans: list[tuple[int, int]], stops: dict[int, Stop]) -> _Cut:
    """Say how the chunk opens and closes, once its tokens are known."""
    forms = tuple([chunk[start:end] for start, end in spans])
    first = next((form for form in forms if form not in _OPENING and form not in _LEADING), "")
    at = len(forms) - 1
    while at > 2 and forms[at] == "]" and forms[at - 1].isdigit() and forms[at - 2] == "[":
        at -= 3
    if at > 1 and forms[at].isdigit() and forms[at - 1] == "." and forms[at - 2].isalpha():
        at -= 1
    while at > 0 and forms[at] in _CLOSING:
        at -= 1
    last = forms[at]
    stop = stops.get(spans[at][0], Stop.NONE)
    loose = None
    if stop:
        last = last[:-1]
        if stop >= Stop.NUMBERED:
            start, end = spans[at]
            apart = [*spans[:at], (start, end - 1), (end - 1, end), *spans[at + 1 :]]
            loose = _judge(chunk, apart, {place: kind for place, kind in stops.items() if place != start})
    else:
        stop = _stop(last)
        if stop:
            last = forms[at - 1] if at else ""
    inner = tuple([index for index in range(2, len(forms)) if _glued(forms, index)])
    return _Cut(forms, _steps(forms), bool(stop or inner), stop, inner, first, last if stop else "", loose)


def _glued(forms: tuple[str, ...], index: int) -> bool:
    """Whether token ``index`` begins a sentence that lacks the space before it: ``war.The``, ``war.”The``."""
    form = forms[index]
    if not (len(form) > 1 and form.isalpha() and form[0].isupper()):
        return False
    at = index - 1
    while at > 1 and forms[at] in _CLOSING:
        at -= 1
    before = forms[at - 1]
    return _stop(forms[at]) in (Stop.FULL, Stop.MARK) and (before.isdigit() or (len(before) > 1 and before.islower()))


def _steps(forms: tuple[str, ...]) -> tuple[int, ...]:
    steps = [*map(len, forms)]
    steps[-1] += 1
    return tuple(steps)


def _stop(form: str) -> Stop:
    if form == ".":
        return Stop.FULL
    if form[0] not in ".…!?" or form[-1].isdigit():
        return Stop.NONE
    return Stop.MARK if "!" in form or "?" in form else Stop.ELLIPSIS


_CUTS = Memo(_cut, 1 << 15)
