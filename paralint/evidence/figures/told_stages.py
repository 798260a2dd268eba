"""More at a later stage than there were at an earlier one, and more than is still sought.

*More than 3,100 started and 3,400 finished*; *is trying to raise £20,000. By Sunday it had £61,000*.
"""

from __future__ import annotations

from collections.abc import Iterator

from paralint.evidence.figures.adjoining import Pair, disproportion, of_figure
from paralint.evidence.figures.figured import Figured
from paralint.evidence.measures.quantities import Hedge, comparable
from paralint.evidence.restatements.conflicts import Conflict
from paralint.text import lazy
from paralint.text.document import Document

# What cannot befall more than were there: the first stage, and the ones behind it.
_EARLIER_AND_LATER = (
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
    r"(?P<aim>[#@](?P<sort>[cm])\d+)(?P<gap>.*?) (?:had|has|have|had raised|has raised|raised|collected|found) "
    r"(?P<got>[#@](?P=sort)\d+)"
)
_FEWER = lazy.pattern(r"\b(?:if|unless|not|n't|never|each|another|others|more|again)\b|n['’]t\b")
_LITTLE_MORE = 1.5  # times of "more than 9,000" that it still means
_STAGES = tuple(
    (
        lazy.pattern(
            rf"(?P<one>[#@]c\d+)(?: (?!and\b|but\b|or\b)[a-z]+){{0,3}}? (?:{earlier})\b|\b(?:{earlier}) "
            rf"(?:for )?(?:[a-z]+ )?"
            rf"(?P<two>[#@]c\d+)"
        ),
        lazy.pattern(
            rf"(?P<two>#c\d+)(?! more)(?: of (?:them|the [a-z]+))?(?: (?!of\b|in\b|years?\b|per\b|by\b|"
            rf"to\b)[a-z]+){{0,3}}? "
            rf"(?:{later})\b"
        ),
    )
    for earlier, later in _EARLIER_AND_LATER
)


def stages(document: Document, before: Figured | None, sentence: Figured) -> Iterator[Conflict]:
    """Find "more than 3,100 people sat the test, and about 3,400 passed"."""
    pair = Pair(document, before, sentence)
    for earlier, later in _STAGES:
        last = later.search(sentence.text)
        if last is None:
            continue
        end = len(pair.first) + last.start()
        first = earlier.search(pair.text, 0, end)
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
        yield disproportion(of_figure(document, two), of_figure(document, one), "that is more than there were before")
        return


def aims(document: Document, before: Figured | None, sentence: Figured) -> Iterator[Conflict]:
    """Find "is trying to raise £20,000 for a roof. By Sunday it had £61,000"."""
    pair = Pair(document, before, sentence)
    if "to" not in sentence.words and (before is None or "to" not in before.words):
        return
    for match in _AIM.finditer(pair.text):
        aim, got = pair.figure(match["aim"]), pair.figure(match["got"])
        if got.low > aim.high and comparable(aim, got):
            yield disproportion(of_figure(document, got), of_figure(document, aim), "that is more than is sought")
