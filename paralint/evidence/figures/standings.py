"""Places, leads and votes that their figures refute: "third, nine seconds ahead", "carried by 30 votes to 62"."""

from __future__ import annotations

from collections.abc import Iterator

from paralint.evidence.figures.figured import Figured, figured
from paralint.evidence.measures.quantities import Hedge, comparable
from paralint.evidence.measures.units import Measure
from paralint.evidence.restatements.conflicts import Conflict
from paralint.evidence.words.closed import words
from paralint.text import lazy
from paralint.text.document import Document

_LATER = r"(?:second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|last|bottom|runner-up|runners-up)"
_UNIT = (
    r"(?:(?: percentage)? points?| lengths?| shots?| strokes?| places| votes| metres?| goals?| games?| laps?| seats)?"
)
_AHEAD = lazy.pattern(
    rf"\b(?P<place>{_LATER})(?: [a-z][\w'’-]*){{0,7}} , (?:just |only |a )?(?P<lead>#[cdlo]\d+{_UNIT} "
    r"(?:ahead|clear|in front|faster|quicker)(?: (?:of|than) the (?:eventual |new |reigning )?(?:champions?|winners?|"
    r"leaders?|title-holders?))?)(?= [.,;]|$)"
)
_BEHIND = lazy.pattern(
    r"\b(?P<place>top of the (?:[a-z]+ )?(?:table|league|standings|group|leaderboard|pool|division)|in first place|"
    r"(?:came|finished|placed|ranked|home|in) first|won (?:the|his|her) (?:race|stage|final|title|gold|event|rally|"
    r"heat|tournament)"
    rf"|(?:is|are|was|were|in) the lead)(?: [a-z][\w'’-]*){{0,4}} , (?:just |only )?(?P<lead>#[cdlo]\d+{_UNIT} "
    r"(?:behind|adrift|back|slower))(?! (?:the|his|her|their|its) (?:[a-z]+ )?(?:record|schedule|time|best|target|"
    r"pace))"
)
_LEADS = lazy.pattern(
    r"\b(?P<way>leads?|leading|led|trails?(?=[^;.]* to (?:his|her|their|its) )|trailed(?=[^;.]* to (?:his|her|their|"
    r"its) ))"
    r"\b(?:(?! from )[^#,;]){0,50}(?P<one>#(?P<sort>[cp])\d+)(?: points| votes)? to (?:his |her |their |its |the "
    r"[a-z]+ 's |[a-z]+ 's )?(?P<two>#(?P=sort)\d+)"
    r"(?= [.,;)]| in\b| at\b| with\b| after\b| points| votes| seats|$)"
)
_FOLLOWED = lazy.pattern(
    r"\b(?:leads?|leading|led|first|most|top|largest|biggest|highest|won|wins|ahead)\b[^#]{0,60} "
    r"(?P<one>#(?P<sort>[pmc])\d+)(?P<thing>(?: of the)?(?: votes?| seats| points| medals| goals| wins)?)[^#;.]{0,20}"
    r" followed by [^#;.]{1,60} (?P<two>#(?P=sort)\d+)"
)
_COMPARED = lazy.pattern(
    r"(?P<one>#p\d+)(?: [a-z][\w'’-]*){0,5}(?:(?: ,)? (?:up|down|unchanged) [^;]{0,40}?)?(?: ,)?(?: and| but)? "
    r"(?:(?:just|narrowly|well|comfortably|far|slightly|still|now|leaving (?:it|them|him|her)|putting (?:it|them|him|"
    r"her)|a little) )*"
    r"(?P<way>ahead of|in front of|clear of|leading|behind|trailing|below)"
    r" [^#;,.]{1,50}(?: ,)? (?:on|with|at|,|\(|who (?:has|had|have|is on|are on)|which (?:has|had|is on)) "
    r"(?P<two>#[pc]\d+)(?= [.,;)]|$)"
)
_CARRIED = lazy.pattern(
    r"\b(?P<way>passed|carried|approved|adopted|endorsed|ratified|backed|re-elected|elected|won|prevailed|accepted|"
    r"agreed|confirmed|enacted|supported|voted (?:to|for)|voted in favou?r|welcomed)\b(?: "
    r"(?!not\b|against\b|reject|refus|defeat|oppos|lost\b)"
    r"[a-z'’-]+){0,9}? (?:by|on)(?: a)?(?: vote| margin)?(?: of)? (?P<one>#(?P<sort>[cp])\d+)(?: votes?)?(?: in "
    r"favou?r)? (?:to|against) (?P<two>#(?:(?P=sort)|c)\d+)"
)
_VOTED = lazy.pattern(
    r"\bvoted (?:by )?(?P<one>#(?P<sort>c)\d+)(?: votes?)? (?:to|against) (?P<two>#c\d+)\b"
    r"(?:(?! (?:not|against|reject|refus|defeat|oppos|block|lost))[^;.]){0,80}? (?:to [a-z]+|in favou?r)\b"
)
_FOR = r"(?P<for>#c\d+)(?: [a-z]+){0,2} (?:in favou?r|for|voting for|voted for|supporting|supported it|backing)"
_AGAINST = r"(?P<against>#c\d+)(?: [a-z]+){0,2} (?:against|opposed|voting against|opposing)"
_VOTES = (lazy.pattern(rf"{_FOR}\b[^#;]{{0,25}} {_AGAINST}\b"), lazy.pattern(rf"{_AGAINST}\b[^#;]{{0,25}} {_FOR}\b"))
_SIDES = words("ahead clear front faster quicker behind adrift back slower")
_PASSED = words("passed carried approved adopted ratified prevailed endorsed passes")
_LOST = words("rejected defeated lost failed fell fails rejects rejecting")
_HIGHER = words(
    "two-thirds three-fifths supermajority super-majority needed required requires threshold filibuster short thirds "
    "veto override quorum unanimous"
)
_LOW_IS_GOOD = words("golf round par under shot shots strokes seconds time handicap unemployment crime inflation")
_NARROW = words("narrow narrowly slim slender wafer-thin razor-thin tight")
_SIZES = _NARROW | words("landslide crushing thumping emphatic resounding overwhelming overwhelmingly comprehensive")
_MARGIN = lazy.pattern(
    rf"\b(?P<size>{'|'.join(sorted(_SIZES))})\b(?P<words>(?: [a-z][\w'’-]*){{0,5}}(?: ,)?) (?:by|of) "
    r"(?P<margin>#[cp]\d+)(?P<unit> [a-z]+)?(?P<next> [a-z]+)?"
)
_OF_THE_VOTE = lazy.pattern(
    r"(?P<share>#p\d+)(?: of the votes?)?(?: [a-z]+){0,4}? , (?:a|an|his|her|its|their|the) (?P<size>narrow|"
    r"slim|slender|"
    r"wafer-thin|razor-thin|tight|landslide|crushing|overwhelming|thumping|resounding) (?:victory|win|majority|"
    r"margin|lead)\b"
)
_LARGE, _SMALL = 58.0, 51.0  # per cent of a vote that are not won narrowly, or by a landslide
_CONTEST = words("victory win defeat majority margin lead won beat lost loss wins ahead defeated beaten leads")
_WIDEST = {"points": 30.0, "goals": 5.0, "%": 25.0, "runs": 120.0, "lengths": 10.0}  # margins that are not narrow
_NARROWEST = {"points": 2.0, "goals": 1.0, "%": 3.0, "goal": 1.0, "point": 1.0, "votes": 5.0, "vote": 1.0, "run": 1.0}
_MANY = 2.5  # times by which votes for exceed those against that no rule of a larger majority explains


def wrong_standings(document: Document) -> Iterator[Conflict]:
    """Yield the places, leads, votes and margins that the figures of their sentence refute."""
    for sentence in document.derive(figured):
        for find, needed in ((_places, _SIDES), (_margins, _SIZES), (_shares, _SIZES)):
            if not needed.isdisjoint(sentence.words):
                yield from find(document, sentence)
        if len(sentence.known) >= 2:
            for find in (_leads, _votes):
                yield from find(document, sentence)


def _places(document: Document, sentence: Figured) -> Iterator[Conflict]:
    """Find "third, nine seconds ahead." and "top of the table, three points behind Hull"."""
    for pattern, reason in ((_AHEAD, "who came later is not ahead"), (_BEHIND, "who came first is not behind")):
        for match in pattern.finditer(sentence.text):
            here = sentence.span(document, match.start("lead"), match.end("lead"))
            yield Conflict("result", here, sentence.span(document, *match.span("place")), 1.0, reason)


def _margins(document: Document, sentence: Figured) -> Iterator[Conflict]:
    """Find "a narrow victory by 60 points" and "a landslide by two votes"."""
    for match in _MARGIN.finditer(sentence.text):
        margin = sentence.figure(match["margin"])
        if _CONTEST.isdisjoint(match["words"].split()) and not match["size"].endswith("ly"):
            continue
        behind = [(match[name] or "").strip() for name in ("unit", "next")]
        unit = "%" if margin.unit == "%" else "points" if margin.unit == "points" else behind[0]
        if unit in ("percentage", "clear"):
            unit = behind[1]
        narrow = match["size"] in _NARROW
        if narrow and unit == "%" and margin.value > 50:
            continue  # "a narrow majority of 51%": the share, not how far it is ahead
        limit = (_WIDEST if narrow else _NARROWEST).get(unit)
        if (
            limit is not None
            and margin.hedge is Hedge.NONE
            and (margin.value >= limit if narrow else margin.value <= limit)
        ):
            here = sentence.span(document, *match.span("size"))
            there = sentence.span(document, match.start("margin"), match.end("margin"))
            yield Conflict("result", here, there, 1.0, "the margin says the opposite")


def _shares(document: Document, sentence: Figured) -> Iterator[Conflict]:
    """Find "won 61 per cent of the vote, a narrow victory"."""
    if not words("vote votes").isdisjoint(sentence.words):
        for match in _OF_THE_VOTE.finditer(sentence.text):
            share, narrow = sentence.figure(match["share"]), match["size"] in _NARROW
            if share.unit == "%" and (share.low >= _LARGE if narrow else share.high <= _SMALL and share.value > 50):
                here, there = (
                    sentence.span(document, *match.span("size")),
                    sentence.span(document, *match.span("share")),
                )
                yield Conflict("result", here, there, 1.0, "the share says the opposite")


def _leads(document: Document, sentence: Figured) -> Iterator[Conflict]:
    """Find "leads by 43 to 47", "31 per cent, followed by Poe with 38", "19 per cent, ahead of Poe on 22"."""
    if not _LOW_IS_GOOD.isdisjoint(sentence.words):
        return
    for pattern in (_LEADS, _FOLLOWED, _COMPARED):
        for match in pattern.finditer(sentence.text):
            one, two = sentence.figure(match["one"]), sentence.figure(match["two"])
            way = match.groupdict().get("way") or "leads"
            if pattern is _COMPARED and two.measure is Measure.COUNT and not two.nouns:
                two = two._replace(measure=one.measure, unit=one.unit)  # "at 19 per cent, ahead of the Greens, on 27"
            if not comparable(one, two) or one.unit != two.unit or {one.hedge, two.hedge} - {Hedge.NONE, Hedge.ABOUT}:
                continue
            if pattern is _FOLLOWED and match["sort"] == "c" and one.nouns[-1:] != two.nouns[-1:]:
                continue
            first = not way.startswith(("trail", "behind", "below"))
            if one.high < two.low if first else one.low > two.high:
                reason = "the figures say the opposite"
                if pattern is not _COMPARED:
                    yield sentence.refuted(document, "result", match["two"], match["one"], reason)
                    continue
                here = sentence.span(document, match.start("way"), match.end("two"))
                yield Conflict("result", here, document.tokens.span(one.first, one.last), 1.0, reason)


def _votes(document: Document, sentence: Figured) -> Iterator[Conflict]:
    """Find "carried by 30 votes to 62" and "passed with 40 votes in favour and 55 against"."""
    if not _HIGHER.isdisjoint(sentence.words):
        return
    for match in (*_CARRIED.finditer(sentence.text), *_VOTED.finditer(sentence.text)):
        one, two = sentence.figure(match["one"]), sentence.figure(match["two"])
        if one.value < two.value and {one.hedge, two.hedge} == {Hedge.NONE} and two.last - two.first == 1:
            reason = "what is carried has more votes for it than against it"
            yield sentence.refuted(document, "result", match["one"], match["two"], reason)
    passed, lost = (not side.isdisjoint(sentence.words) for side in (_PASSED, _LOST))
    for pattern in _VOTES if passed != lost else ():
        for match in pattern.finditer(sentence.text):
            ayes, noes = sentence.figure(match["for"]), sentence.figure(match["against"])
            if ayes.value < noes.value if passed else ayes.value > _MANY * noes.value:
                reason = "what is carried has more votes for it than against it"
                yield sentence.refuted(document, "result", match["for"], match["against"], reason)
