"""Figures that what is told beside them leaves no room for, where damage elsewhere makes that a slip.

*About 30 portraits. Only 74 of them survive*; *more than 3,100 started and 3,400 finished*; *fell 2 per cent, its best
day since May*; *$9m, slightly less than half of the $16m*; *independent estimates are lower: 21,000*, where 9,000 was
told before. Sentences are read with their figures marked, one alone and two on end of a paragraph.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from paralint.evidence.figures.figured import Figured, bare
from paralint.evidence.measures.quantities import Hedge, Quantity, comparable
from paralint.evidence.measures.units import Measure
from paralint.evidence.restatements.conflicts import Conflict, without_repeats
from paralint.evidence.words.closed import words
from paralint.findings import Span
from paralint.text import lazy
from paralint.text.document import Document

_HEDGES = (
    r"(?:(?:only|just|about|around|some|nearly|almost|as many as|at least|more than|fewer than|up to|no fewer than|"
    r"roughly) )*"
)
_PART = lazy.pattern(
    rf"(?P<part>#c\d+)(?: [a-z]+)? of (?:them|these|those)\b|\bof (?:which|whom) {_HEDGES}(?P<of>#c\d+)"
    r"|(?P<again>#c\d+) of the (?P<whole>#c\d+)(?! [a-z'’-]+ (?:['’]s?|#c))"
)
# What cannot befall more than were there: the first stage, and the ones behind it.
_STAGES = (
    (
        "started|began|entered|set out|set off|lined up|took part|signed up|registered|enrolled|ran|raced|"
        "took the start|were at the start",
        "finished|completed|reached the finish|made it|crossed the line|arrived|got to the end|went the distance",
    ),
    (
        "applied|have applied|had applied|asked|queued|auditioned|stood|were nominated|volunteered|put their "
        "names down|"
        "sought",
        "accepted|admitted|hired|chosen|selected|picked|taken on|got in|elected|got the job|got a place|"
        "allowed in|let in",
    ),
    (
        "sat|took the (?:test|exam|examination)|sat the (?:test|exam|examination)|were examined|were tested|entered",
        "passed|failed|tested positive|got full marks|got through",
    ),
    ("were invited|was invited|invited|summoned|called up", "came|attended|turned up|showed up|accepted|went|answered"),
    ("were aboard|were on board|aboard|on board|sailed", "rescued|saved|survived|drowned|died|were pulled|swam ashore"),
    (
        "ordered|promised|pledged|bought|requested|asked for|sent|dispatched|commissioned|planned|donated",
        "arrived|delivered|received|been built|crossed|come|been handed over|got through|been completed|in use|"
        "been installed|reached|been paid|come back|been unloaded",
    ),
    ("wrote|sent|posted|received|got", "answered|replied to|returned|opened|read|acknowledged|kept"),
    ("were built|built|made|produced|painted|printed|minted|cast|laid", "survive|remain|sold|left|exist|known|"
                                                                        "extant|standing"),
    ("were born|hatched|were planted|planted|released", "survived|grew up|survive|lived|reached adulthood|"
                                                        "bore fruit|alive"),
    ("were arrested|arrested|detained", "charged|convicted|released|tried|jailed|still held"),
    ("were eligible|registered|entitled to vote|could vote", "voted|cast (?:a|their) (?:vote|ballot)s?|turned out"),
)  # fmt: skip
_AIM = lazy.pattern(
    r"\b(?:is|are|was|were|still) (?:still )?(?:trying|hoping|aiming|struggling) to (?:raise|collect|gather|"
    r"sell|find) "
    r"(?P<aim>#(?P<sort>[cm])\d+)(?P<gap>.*?) (?:had|has|have|had raised|has raised|raised|collected|found) "
    r"(?P<got>#(?P=sort)\d+)"
)
_FORESEEN = (
    r"(?:expected|predicted|hoped|feared|forecast|foreseen|planned|promised|budgeted|wanted|reckoned|counted on|"
    r"anticipated|allowed|announced|envisaged|bargained|estimated)"
)
_MORE = "more|higher|larger|bigger|greater|longer|heavier|better|dearer|above|over"
_LESS = "fewer|less|lower|smaller|shorter|lighter|worse|cheaper|below|under"
_THAN = lazy.pattern(
    rf"\b(?P<way>{_MORE}|{_LESS})(?: than)? (?:the )?(?P<one>#(?P<sort>[cmpld])\d+)(?: [a-z]+)?(?: that| which)?"
    rf"[^#;]{{0,60}}?\b{_FORESEEN}\b[^#;]{{0,40}}?(?: ,| :| –| —| but| and| with| at| yet)[^#;]{{0,40}}? "
    r"(?P<two>#(?:(?P=sort)|c)\d+)"
)
_RISING = words(
    """rose gained climbed jumped surged soared grew added advanced rallied strengthened rise gain climb jumps climbs
    gains rises surge grows increased leapt spiked shot recovered"""
)
_FALLING = words(
    """fell lost dropped declined sank slid tumbled plunged slumped shed weakened slipped dipped shrank decreased
    retreated plummeted falls loses drops slides sinks dived crashed"""
)
_BEST = "best|strongest|brightest|finest|healthiest"
_WORST = "worst|weakest|poorest|bleakest|darkest|dismallest|gloomiest"
_PERIOD = (
    r"(?:day|week|month|quarter|year|session|showing|performance|run|result|close|reading|start|finish|"
    r"january|february|"
    r"march|april|may|june|july|august|september|october|november|december|monday|tuesday|wednesday|thursday|friday|"
    r"season|decade|trading day|return|stretch|spell)"
)
_EXTREME = lazy.pattern(
    rf"(?P<verb>{'|'.join(sorted(_RISING | _FALLING))})(?: by| as much as| about| nearly| almost| more than| "
    rf"another| a further)* "
    rf"(?P<step>#[pmcr]\d+)(?P<gap>[^#;]{{0,50}}?) , (?:its|their|the) (?P<sort>{_BEST}|{_WORST}) (?:[a-z]+ "
    rf")?{_PERIOD}\b"
)
# What is good news when it falls.
_UNWANTED = words(
    """deficit unemployment joblessness inflation crime deaths infections cases debt losses emissions pollution prices
    price costs cost rents rent waiting accidents claims arrears turnover temperature temperatures level rate rates"""
)
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
_ESTIMATE = lazy.pattern(
    r"(?:\b(?:estimates?|figures?|others|critics|police|organisers|organizers|unions?|campaigners|opponents|experts|"
    r"economists|analysts|doctors|residents|witnesses|officials|counts?|reckonings?|surveys?|studies|study|"
    r"polls?|ministry|"
    r"government|council|opposition|charity|charities|groups?|scientists|neighbours|locals|historians|"
    r"auditors|engineers)\b)"
    r"[^#.;]{0,40}?\b(?:is|are|was|were|put|puts|gave|give|gives|came out|reckon|reckons|say it is|say|said|"
    r"think it|quote|"
    r"quoted|offer|offered)(?: [a-z]+){0,4}? (?:a |the |an )?(?:much |far |slightly |somewhat |rather |even |"
    r"considerably |"
    r"still |a little |well )*(?P<way>higher|lower|larger|smaller|bigger|greater)(?: figure| number| count| "
    r"estimate| toll| total| sum| cost| tally)?(?= [,:;(–—]| at\b| with\b)[^#]{0,90}?"
    r"(?P<two>#(?P<sort>[cmpld])\d+)"
)
_GUESSERS = lazy.pattern(
    r"\b(?:estimates?|figures?|others|critics|police|unions?|campaigners|experts|economists|analysts|counts?|"
    r"surveys?|polls?|"
    r"guesses|forecasts|predictions|tallies|tally|sums?|number|toll|bill|cost|price)\b.* (?:is|are|was|were|be)\b"
)
_SHORT = 12  # tokens of a sentence that only compares
_SEATS = lazy.pattern(
    r"\b(?P<only>only|just|a mere|merely|no more than) (?P<part>#c\d+) of (?:the|its) (?P<whole>#c\d+)(?: [a-z]+)? "
    r"(?P<what>seats|votes|deputies|members|mps|senators|councillors|ministers|governors)\b"
)
_AGAINST = lazy.pattern(
    r"(?P<one>#(?P<sort>[cml])\d+)(?P<gap>[^#;:]{0,30}?)(?: ,)? (?:compared with|compared to|comparing with|"
    r"against|up from|"
    r"down from|versus|as against) (?:the |about |some |only |just )*(?P<two>#(?:(?P=sort)|c)\d+)"
)
_OTHER = lazy.pattern(r"\bthe other (?P<rest>#c\d+)\b(?! of\b)")
_FEWER = lazy.pattern(r"\b(?:if|unless|not|n't|never|each|another|others|more|again)\b|n['’]t\b")
_LITTLE_MORE = 1.5  # times of "more than 9,000" that it still means
_TIMES = 200.0  # from which on a figure is on another scale than the one that it is compared with
_AFTERWARDS = (["last"], ["this"], ["in"], ["a"], ["the"], ["."], [","], ["for"], ["at"])
_OF_SCALES = {"thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12, "m": 1e6, "bn": 1e9, "tn": 1e12}
_SCALES = {"less than": (0.5, 1.0), "under": (0.5, 1.0), "nearly": (0.7, 1.0), "almost": (0.7, 1.0),
           "not quite": (0.7, 1.0),
           "below": (0.5, 1.0), "more than": (1.0, 1.6), "over": (1.0, 1.6), "above": (1.0, 1.6)}  # fmt: skip


def out_of_proportion(document: Document) -> tuple[Conflict, ...]:
    """Return the conflicts proportion of a document (a layer: see ``Document.derive``)."""
    sentences = document.derive(bare)
    found: list[Conflict] = []
    for number, sentence in enumerate(sentences):
        before = sentences[number - 1] if number and sentences[number - 1].block >= sentence.block - 1 else None
        for find in (_extremes, _fractions, _only, _scales, _pays, _then_and_now, _mosts, _all_buts):
            found += find(document, sentence)
        for find_two in (_parts, _stages, _aims, _thans, _estimates, _others, _dissents):
            found += find_two(document, before, sentence)
    found += _limits(document, sentences)
    return without_repeats(found)


class _Pair:
    """A sentence, and the one before it in its paragraph, as one text; the marks of the first have a capital letter."""

    def __init__(self, document: Document, before: Figured | None, sentence: Figured) -> None:
        self.document, self.sentence = document, sentence
        near = before is not None and document.sentence_of(before.tokens[0]) + 1 == document.sentence_of(
            sentence.tokens[0]
        )
        self.before = before if near else None
        self.first = self.before.text.replace("#", "@") + " " if self.before else ""
        self.text = self.first + sentence.text

    def figure(self, mark: str) -> Quantity:
        if mark[0] == "@" and self.before is not None:
            return self.before.figure("#" + mark[1:])
        return self.sentence.figure(mark)

    def span(self, start: int, end: int) -> Span:
        cut = len(self.first)
        if start < cut and self.before is not None:
            return self.before.span(self.document, start, min(end, cut - 1))
        return self.sentence.span(self.document, start - cut, end - cut)

    def place(self, mark: str) -> Span:
        each = self.figure(mark)
        return self.document.tokens.span(each.first, each.last)


def _either(pattern: str) -> str:
    """Return an expression that takes the marks of either sentence."""
    return pattern.replace("#", "[#@]")


def _conflict(here: Span, there: Span, reason: str) -> Conflict:
    return Conflict("proportion", here, there, 1.0, reason)


def _of_figure(document: Document, each: Quantity) -> Span:
    return document.tokens.span(each.first, each.last)


_ANY_COUNT = lazy.pattern(r"[#@]c\d+")


def _parts(document: Document, before: Figured | None, sentence: Figured) -> Iterator[Conflict]:
    """Find "about 30 portraits. Only 74 of them survive", "45 letters, of which 82" and "14 of the 12"."""
    if "of" not in sentence.words:
        return
    pair = _Pair(document, before, sentence)
    for match in _PART.finditer(sentence.text):
        part = sentence.figure(match["part"] or match["of"] or match["again"])
        if match["again"]:
            whole = sentence.figure(match["whole"])
            wholes = [whole]
        else:
            end = len(pair.first) + match.start()
            wholes = [pair.figure(each[0]) for each in _ANY_COUNT.finditer(pair.text, 0, end)]
            wholes = [each for each in wholes if not _may_be_year(document, each)]
        if not wholes or part.hedge in (Hedge.MOST, Hedge.UNDER) or part.value <= 1 or not part.exact:
            continue
        whole = max(wholes, key=lambda each: each.high)
        vague = any(each.hedge in (Hedge.OVER, Hedge.LEAST) or not each.exact for each in wholes)
        if part.value > whole.high and not vague and whole.value > 1:
            here = sentence.span(document, match.start(), match.end())
            if match["part"] or match["of"]:
                here = _of_figure(document, part)
            yield _conflict(here, _of_figure(document, whole), "a part is never more than the whole")


def _may_be_year(document: Document, each: Quantity) -> bool:
    return 1000 <= each.value <= 2100 and document.lowers[each.first].isdecimal()


def _stages(document: Document, before: Figured | None, sentence: Figured) -> Iterator[Conflict]:
    """Find "more than 3,100 people sat the test, and about 3,400 passed"."""
    pair = _Pair(document, before, sentence)
    for earlier, later in _STAGES:
        last = _compiled(
            rf"(?P<two>#c\d+)(?! more)(?: of (?:them|the [a-z]+))?(?: (?!of\b|in\b|years?\b|per\b|by\b|"
            rf"to\b)[a-z]+){{0,3}}? "
            rf"(?:{later})\b"
        ).search(sentence.text)
        if last is None:
            continue
        end = len(pair.first) + last.start()
        first = _compiled(
            rf"(?P<one>[#@]c\d+)(?: (?!and\b|but\b|or\b)[a-z]+){{0,3}}? (?:{earlier})\b|\b(?:{earlier}) "
            rf"(?:for )?(?:[a-z]+ )?"
            rf"(?P<two>[#@]c\d+)"
        ).search(pair.text, 0, end)
        if first is None or _FEWER.search(pair.text, first.end(), len(pair.first) + last.end()):
            continue
        one, two = pair.figure(first["one"] or first["two"]), sentence.figure(last["two"])
        if one.first >= two.first or two.value <= one.value or not (one.exact and two.exact) or one.value < 2:
            continue
        if one.hedge in (Hedge.OVER, Hedge.LEAST) and two.value > _LITTLE_MORE * one.value:
            continue
        if one.hedge not in (Hedge.OVER, Hedge.LEAST) and two.low <= one.high:
            continue
        counted = document.lowers[two.last : two.last + 1]
        if counted and counted[0].endswith("s") and one.nouns and {*one.nouns}.isdisjoint(two.nouns):
            continue
        yield _conflict(_of_figure(document, two), _of_figure(document, one), "that is more than there were before")
        return


_ANYBODY = words("people person other them about")


def _aims(document: Document, before: Figured | None, sentence: Figured) -> Iterator[Conflict]:
    """Find "is trying to raise £20,000 for a roof. By Sunday it had £61,000"."""
    pair = _Pair(document, before, sentence)
    if "to" not in sentence.words and (before is None or "to" not in before.words):
        return
    for match in _compiled(_either(_AIM.pattern)).finditer(pair.text):
        aim, got = pair.figure(match["aim"]), pair.figure(match["got"])
        if got.low > aim.high and comparable(aim, got):
            yield _conflict(_of_figure(document, got), _of_figure(document, aim), "that is more than is sought")


def _thans(document: Document, before: Figured | None, sentence: Figured) -> Iterator[Conflict]:
    """Find "smaller than the 900 that they had hoped for, but about 2,200 came"."""
    if sentence.words.isdisjoint(_THAN_WORDS):
        return
    for match in _THAN.finditer(sentence.text):
        one, two = sentence.figure(match["one"]), sentence.figure(match["two"])
        if two.measure is Measure.COUNT and one.measure is not Measure.COUNT and one.digits:
            two = two._replace(value=two.value * one.value / one.digits)
        rising = match["way"] in _MORE.split("|")
        other_things = one.nouns and two.nouns and {*one.nouns}.isdisjoint(two.nouns)
        if one.measure is Measure.COUNT and other_things and not _ANYBODY.intersection((*one.nouns, *two.nouns)):
            continue
        if (two.value < one.value) if rising else (two.value > one.value):
            here = sentence.span(document, match.start("way"), match.end("one"))
            yield _conflict(here, _of_figure(document, two), "the figures say the opposite")


_THAN_WORDS = frozenset((*_MORE.split("|"), *_LESS.split("|")))


def _extremes(document: Document, sentence: Figured) -> Iterator[Conflict]:
    """Find "fell 2.1 percent, its best day since 2012"."""
    if sentence.words.isdisjoint(_RISING | _FALLING):
        return
    for match in _EXTREME.finditer(sentence.text):
        rising, best = match["verb"] in _RISING, match["sort"] in _BEST.split("|")
        if rising == best or not _UNWANTED.isdisjoint(sentence.text[: match.start()].split()[-8:]):
            continue
        here = sentence.span(document, match.start("verb"), match.end("step"))
        there = sentence.span(document, match.start("sort"), match.end())
        yield _conflict(here, there, f"what {'rises' if rising else 'falls'} has no such day")


def _fractions(document: Document, sentence: Figured) -> Iterator[Conflict]:
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
                here = sentence.span(document, match.start("hedge"), match.end("share"))
                yield _conflict(here, _of_figure(document, two), f"it is {100 * one.value / two.value:.0f} per cent")


def _only(document: Document, sentence: Figured) -> Iterator[Conflict]:
    """Find "would command only 64 of the 100 seats"."""
    for match in _SEATS.finditer(sentence.text):
        part, whole = sentence.figure(match["part"]), sentence.figure(match["whole"])
        if 0.5 < part.value / whole.value < 0.9:
            here = sentence.span(document, match.start("part"), match.end("whole"))
            there = sentence.span(document, *match.span("only"))
            yield _conflict(here, there, "that is a majority")


def _scales(document: Document, sentence: Figured) -> Iterator[Conflict]:
    """Find "3.4 billion tonnes, compared with 2.9 million a year before"."""
    for match in _AGAINST.finditer(sentence.text):
        one, two = sentence.figure(match["one"]), sentence.figure(match["two"])
        scales = [_scale(document, each) for each in (one, two)]
        # "compared with 2.9 million last year": the same things.
        unnamed = two.measure is Measure.COUNT and document.lowers[two.last : two.last + 1] in _AFTERWARDS
        alike = unnamed or (comparable(one, two) and one.unit == two.unit)
        if (
            not unnamed
            and one.measure is Measure.COUNT
            and (one.nouns and two.nouns)
            and {*one.nouns}.isdisjoint(two.nouns)
        ):
            continue
        if one.measure is not Measure.COUNT and 1.0 in scales:
            continue
        sizes = [each.digits * scale for each, scale in zip((one, two), scales, strict=True)]
        if not alike or min(sizes) < 1 or max(sizes) < _TIMES * min(sizes):
            continue
        others = [
            _scale(document, each)
            for other in document.derive(bare)
            if other.block == sentence.block
            for each in other.known
            if each not in (one, two)
        ]
        here, there = (one, two) if others.count(scales[1]) > others.count(scales[0]) else (two, one)
        yield _conflict(_of_figure(document, here), _of_figure(document, there), "one of them is on another scale")


def _scale(document: Document, each: Quantity) -> float:
    """Return the scale that a figure is told on: a million, for one."""
    lowers = document.lowers[each.first : each.last]
    return next((scale for word, scale in _OF_SCALES.items() if word in lowers), 1.0)


def _estimates(document: Document, before: Figured | None, sentence: Figured) -> Iterator[Conflict]:
    """Find "9,000 jobs would be lost. Independent estimates are lower: a bank puts the figure at 21,000"."""
    match = None if sentence.words.isdisjoint(_COMPARATIVES) else _ESTIMATE.search(sentence.text)
    way, spot = ("", Span(0, 0)) if match is None else (match["way"], sentence.span(document, *match.span("way")))
    if match is None:  # "Independent estimates are higher. The bank puts the figure at 21,000"
        number = document.sentence_of(sentence.tokens[0])
        first, last = document.tokens.sentences[max(0, number - 1)], document.tokens.sentences[number]
        if first < document.tokens.blocks[sentence.block] or last - first > _SHORT or first == last:
            return
        told = [token for token in range(first, last) if document.lowers[token] in _COMPARATIVES]
        if len(told) != 1 or document.lowers[last - 2] not in _COMPARATIVES or len(sentence.known) != 1:
            return
        if not _GUESSERS.search(" ".join(document.lowers[first:last])) or "than" in document.lowers[first:last]:
            return
        way, spot = document.lowers[told[0]], document.tokens.span(told[0], told[0] + 1)
    two = sentence.figure(match["two"]) if match is not None else sentence.known[0]
    earlier = [each for each in sentence.known if each.last <= two.first and each != two]
    if not earlier:
        for other in reversed(document.derive(bare)):
            if other.block in (sentence.block, sentence.block - 1) and other.tokens[0] < sentence.tokens[0]:
                earlier = [each for each in other.known if comparable(each, two) and each.unit == two.unit]
                if earlier:
                    break
    alike = [each for each in earlier if comparable(each, two) and each.unit == two.unit and each.value != two.value]
    if not alike:
        return
    one = min(alike, key=lambda each: abs(each.value - two.value))
    rising = way in ("higher", "larger", "bigger", "greater")
    if any((each.value < two.value) == rising for each in alike):
        return
    if (one.value < two.value) != rising:
        yield _conflict(spot, _of_figure(document, one), "the figures say the opposite")


_COMPARATIVES = words("higher lower larger smaller bigger greater")


def _others(document: Document, before: Figured | None, sentence: Figured) -> Iterator[Conflict]:
    """Find "three judges heard the case. The other three wrote nothing"."""
    if "other" not in sentence.words:
        return
    pair = _Pair(document, before, sentence)
    for match in _OTHER.finditer(sentence.text):
        rest = sentence.figure(match["rest"])
        end = len(pair.first) + match.start()
        wholes = [pair.figure(each[0]) for each in _ANY_COUNT.finditer(pair.text, 0, end)]
        plain = [each for each in wholes if each.plain and each.value > 1]
        if len(plain) != 1 or len(wholes) != 1 or rest.value < plain[0].value:
            continue
        counted = document.lowers[rest.last : rest.last + 1]
        if counted and counted[0].endswith("s") and rest.nouns and {*rest.nouns}.isdisjoint(plain[0].nouns):
            continue
        if not plain[0].nouns or re.search(r"\b(?:and|others|another)\b", pair.text[:end].split("c")[-1]):
            continue
        here = sentence.span(document, *match.span())
        yield _conflict(here, _of_figure(document, plain[0]), f"only {plain[0].value:g} were told of")


_PAY = lazy.pattern(
    r"(?P<one>#m\d+) (?:a|per|each|every) (?P<time>hour|day|week|month|year)\b(?P<gap>[^;]{0,90}?)\b(?:a|one|"
    r"an) (?P=time)"
    r" (?:'s|’s) (?:pay|salary|wages?|rent|income|earnings|takings|profits?|sales)(?: ,| \(|: ?)?(?: or| "
    r"about| around| some|"
    r" roughly| nearly| almost)* (?P<two>#m\d+)"
)
_NOW = lazy.pattern(
    r"\b(?P<verb>(?:has|have|had) (?:shrunk|fallen|dropped|dwindled|sunk|declined|risen|grown|climbed|swollen|"
    r"increased))\b"
    r"[^#;]{0,60}?(?:#[a-z]\d+[^#;]{0,40}?)??(?P<one>#(?P<sort>[cdlpm])\d+)[^#]{0,40}[;,] (?:and )?(?:(?:a|#d\d+|"
    r"two|three|four|"
    r"five|ten) ?(?:years?|months?|weeks?|decades?)? ?(?:ago|earlier|before)|last year|in (?:19|20)\d\d) [^#;]{0,40}?"
    r"(?P<two>#(?:(?P=sort)|c)\d+)"
)


def _pays(document: Document, sentence: Figured) -> Iterator[Conflict]:
    """Find "who earns 19,400 euros a month, was given a month's pay, about 1,600 euros"."""
    for match in _PAY.finditer(sentence.text):
        one, two = sentence.figure(match["one"]), sentence.figure(match["two"])
        if comparable(one, two) and one.value and two.value and not 0.66 < one.value / two.value < 1.5:
            yield _conflict(_of_figure(document, one), _of_figure(document, two), "both are told of one length of time")


def _then_and_now(document: Document, sentence: Figured) -> Iterator[Conflict]:
    """Find "have shrunk, enough for nine months; two years ago they covered five"."""
    for match in _NOW.finditer(sentence.text):
        one, two = sentence.figure(match["one"]), sentence.figure(match["two"])
        if two.measure is Measure.COUNT and one.measure is not Measure.COUNT and one.digits:
            two = two._replace(measure=one.measure, value=two.value * one.value / one.digits)
        rising = match["verb"].split()[-1] in ("risen", "grown", "climbed", "swollen", "increased")
        turned = one.value < two.value if rising else one.value > two.value
        much = max(one.value, two.value) > _MUCH * min(one.value, two.value)
        if one.measure is two.measure and turned and not much:
            yield _conflict(_of_figure(document, one), _of_figure(document, two), "the figures say the opposite")


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
_LIMIT = (
    r"(?:limit|maximum|minimum|target|goal|quota|threshold|average|norm|record|forecast|budget|capacity|"
    r"ceiling|cap|guideline|"
    r"benchmark|quorum|official rate|legal limit|speed limit|minimum wage|poverty line|asking price)"
)
_BESIDE_LIMIT = lazy.pattern(
    rf"(?P<one>#(?P<sort>[cmlpda])\d+)(?P<gap>[^#;:.]{{0,40}}?) (?:,|–|—|\() (?:well |far |just |slightly |"
    rf"comfortably |way )?"
    rf"(?P<way>above|below|over|under|more than|less than|short of|in excess of|beyond) (?:the|its|their|his|"
    rf"her) (?:[a-z]+ )?(?P<what>{_LIMIT})\b"
    r"(?! of| set at| at)"
)
_TOLD_LIMIT = lazy.pattern(
    rf"\b(?P<what>{_LIMIT})(?: [a-z]+){{0,2}}? (?:of|is|was|at|stands at|stood at|set at|is set at|was set "
    rf"at)(?: only| just| about)? "
    r"(?P<two>#[cmlpda]\d+)"
)


def _mosts(document: Document, sentence: Figured) -> Iterator[Conflict]:
    """Find "nearly all of the 80 houses, 12 of them" and "74 of the 80, a minority"."""
    for pattern in (_MOST, _OF_THE_MOST):
        for match in pattern.finditer(sentence.text):
            part, whole = sentence.figure(match["part"]), sentence.figure(match["all"])
            few = match["most"] in _FEW or "minority" in match["most"]
            ratio = part.value / whole.value if whole.value else 0.5
            if ratio <= 1 and whole.value > _SMALL and (ratio > _HALF_AND_MORE if few else ratio < 1 - _HALF_AND_MORE):
                here = sentence.span(document, *match.span("most"))
                yield _conflict(here, _of_figure(document, part), f"it is {100 * ratio:.0f} per cent")


def _all_buts(document: Document, sentence: Figured) -> Iterator[Conflict]:
    """Find "all but two of the 12 boats, nine in number"."""
    for match in _ALL_BUT.finditer(sentence.text):
        rest, whole, part = (sentence.figure(match[name]) for name in ("rest", "all", "part"))
        if whole.value - rest.value != part.value and rest.value < whole.value and part.value != rest.value:
            yield _conflict(
                _of_figure(document, part), _of_figure(document, whole), f"it is {whole.value - rest.value:g}"
            )


def _dissents(document: Document, before: Figured | None, sentence: Figured) -> Iterator[Conflict]:
    """Find "voted two to one for it. Roe cast one of the two votes against"."""
    if "one" not in sentence.text and "#c" not in sentence.text:
        return
    pair = _Pair(document, before, sentence)
    match = _DISSENT.search(pair.text)
    if match is None:
        return
    one, two, told = (pair.figure(match[name]) for name in ("one", "two", "all"))
    against = not re.search(r"favou?r|for$", match["what"])
    right = min(one.value, two.value) if against else max(one.value, two.value)
    if told.value != right:
        here = pair.span(match.start("all"), match.end("what"))
        yield _conflict(here, pair.place(match["one"]), f"there were {right:g}")


def _limits(document: Document, sentences: tuple[Figured, ...]) -> Iterator[Conflict]:
    """Find "38 kph, well below the limit" of a text whose limit is 30 kph."""
    beside = [(sentence, match) for sentence in sentences for match in _BESIDE_LIMIT.finditer(sentence.text)]
    if not beside:
        return
    limits = [(sentence, match) for sentence in sentences for match in _TOLD_LIMIT.finditer(sentence.text)]
    for sentence, match in beside:
        one = sentence.figure(match["one"])
        told = [
            other.figure(limit["two"])
            for other, limit in limits
            if limit["what"].split()[-1] == match["what"].split()[-1]
        ]
        told = [each for each in told if comparable(each, one) and each.unit == one.unit]
        if len({each.value for each in told}) != 1:
            continue
        rising = match["way"] in ("above", "over", "more than", "in excess of", "beyond")
        if (one.value < told[0].value) if rising else (one.value > told[0].value):
            here = sentence.span(document, *match.span("way"))
            yield _conflict(here, _of_figure(document, told[0]), "the figures say the opposite")


_SMALL = 5  # things of which most and few say little
_HALF_AND_MORE = 0.6
_MUCH = 50  # times by which a figure changes at most
_PATTERNS: dict[str, re.Pattern[str]] = {}


def _compiled(expression: str) -> re.Pattern[str]:
    if expression not in _PATTERNS:
        _PATTERNS[expression] = re.compile(expression)
    return _PATTERNS[expression]
