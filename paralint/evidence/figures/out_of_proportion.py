"""Figures that what is told beside them leaves no room for, where damage elsewhere makes that a slip.

*About 30 portraits. Only 74 of them survive*; *more than 3,100 started and 3,400 finished*; *fell 2 per cent, its best
day since May*; *$9m, slightly less than half of the $16m*; *independent estimates are lower: 21,000*, where 9,000 was
told before. Sentences are read with their figures marked, one alone and two on end of a paragraph. What parts and
stages tell stands in ``told_shares`` and ``told_stages``, comparisons stand here.
"""

from __future__ import annotations

from collections.abc import Iterator

from paralint.evidence.figures.adjoining import disproportion, of_figure
from paralint.evidence.figures.figured import Figured, bare
from paralint.evidence.figures.told_shares import all_buts, dissents, fractions, mosts, only, parts
from paralint.evidence.figures.told_stages import aims, stages
from paralint.evidence.figures.told_sums import sums
from paralint.evidence.measures.quantities import Quantity, comparable
from paralint.evidence.measures.units import Measure
from paralint.evidence.restatements.conflicts import Conflict, without_repeats
from paralint.evidence.words.closed import words
from paralint.findings import Span
from paralint.text import lazy
from paralint.text.document import Document

_ANYBODY = words("people person other them about")
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
_AGAINST = lazy.pattern(
    r"(?P<one>#(?P<sort>[cml])\d+)(?P<gap>[^#;:]{0,30}?)(?: ,)? (?:compared with|compared to|comparing with|"
    r"against|up from|"
    r"down from|versus|as against) (?:the |about |some |only |just )*(?P<two>#(?:(?P=sort)|c)\d+)"
)
_TIMES = 200.0  # from which on a figure is on another scale than the one that it is compared with
_AFTERWARDS = (["last"], ["this"], ["in"], ["a"], ["the"], ["."], [","], ["for"], ["at"])
_OF_SCALES = {"thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12, "m": 1e6, "bn": 1e9, "tn": 1e12}
_THAN_WORDS = frozenset((*_MORE.split("|"), *_LESS.split("|")))
_COMPARATIVES = words("higher lower larger smaller bigger greater")
_MUCH = 50  # times by which a figure changes at most
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


def out_of_proportion(document: Document) -> tuple[Conflict, ...]:
    """Return the conflicts proportion of a document (a layer: see ``Document.derive``)."""
    sentences = document.derive(bare)
    found: list[Conflict] = []
    for number, sentence in enumerate(sentences):
        before = sentences[number - 1] if number and sentences[number - 1].block >= sentence.block - 1 else None
        for find in (_extremes, fractions, only, _scales, _pays, _then_and_now, mosts, all_buts, sums):
            found += find(document, sentence)
        for find_two in (parts, stages, aims, _thans, _estimates, dissents):
            found += find_two(document, before, sentence)
    return without_repeats(found)


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
            yield disproportion(here, of_figure(document, two), "the figures say the opposite")


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
        yield disproportion(here, there, f"what {'rises' if rising else 'falls'} has no such day")


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
        yield disproportion(of_figure(document, here), of_figure(document, there), "one of them is on another scale")


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
        yield disproportion(spot, of_figure(document, one), "the figures say the opposite")


def _pays(document: Document, sentence: Figured) -> Iterator[Conflict]:
    """Find "who earns 19,400 euros a month, was given a month's pay, about 1,600 euros"."""
    for match in _PAY.finditer(sentence.text):
        one, two = sentence.figure(match["one"]), sentence.figure(match["two"])
        if comparable(one, two) and one.value and two.value and not 0.66 < one.value / two.value < 1.5:
            yield disproportion(
                of_figure(document, one), of_figure(document, two), "both are told of one length of time"
            )


def _then_and_now(document: Document, sentence: Figured) -> Iterator[Conflict]:
    """Find "have shrunk, enough for nine months; two years ago they covered five"."""
    for match in _NOW.finditer(sentence.text):
        one, two = sentence.figure(match["one"]), sentence.figure(match["two"])
        if two.measure is Measure.COUNT and one.measure is not Measure.COUNT and one.digits and not two.nouns:
            two = two._replace(measure=one.measure, value=two.value * one.value / one.digits)
        rising = match["verb"].split()[-1] in ("risen", "grown", "climbed", "swollen", "increased")
        turned = one.value < two.value if rising else one.value > two.value
        much = max(one.value, two.value) > _MUCH * min(one.value, two.value)
        if one.measure is two.measure and turned and not much:
            yield disproportion(of_figure(document, one), of_figure(document, two), "the figures say the opposite")
