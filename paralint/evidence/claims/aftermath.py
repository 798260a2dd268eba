"""What is spoken of as known, though only its opposite was told: "He was convicted … The acquittal means that …".

A definite noun of an event takes the event for granted (presupposition: Strawson 1950, "On referring"). If no word for
that event stands before it, and a word for the opposite event stands close before it, one of the two is wrong.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator

from paralint.evidence.figures.changes import FALLING, RISING
from paralint.evidence.quotations.quotations import quotations
from paralint.evidence.restatements.conflicts import Conflict, without_repeats
from paralint.evidence.words.closed import words
from paralint.evidence.words.places import places_of
from paralint.text.document import Document
from paralint.values import NamedTuple


class Event(NamedTuple):
    """An event.

    Attributes:
        nouns: what it is called when it is spoken of as known.
        words: all words that tell it, in other words too.
    """

    nouns: frozenset[str]
    words: frozenset[str]


def _event(nouns: str, others: str) -> Event:
    return Event(words(nouns), words(nouns) | words(others))


_RISE = _event(
    "rise increase gain gains jump surge rally climb",
    "up higher more above raised raise raising stronger doubled tripled trebled record boost boosted best rallied "
    "rallying hike add added adding expanded recovery recovered rebound rebounded leap leapt peak peaked outperformed",
)
_FALL = _event(
    "drop fall decline slump plunge slide decrease",
    "down lower less below fewer weak weaker cut cuts cutting lost lose losing loss losses slowed slowdown crash "
    "crashed halved worst reduced reduction worse shed shedding dip dipped collapse collapsed collapsing dive dived "
    "tumbles hit poor disappointing short fears sell-off downturn trimmed slipped slip slipping ease eased knocked "
    "wiped off under low shortfall rout correction recession dropping plunging weakened weakening weakness",
)
_PAIRS = (
    (Event(_RISE.nouns, _RISE.words | RISING), Event(_FALL.nouns, _FALL.words | FALLING)),
    (
        _event("acquittal acquittals", "acquit acquits acquitted acquitting cleared clearing innocent exonerated"),
        _event("conviction convictions", "convict convicts convicted convicting guilty"),
    ),
    (
        _event("victory win triumph", "won wins winning beat beats beaten beating defeated defeating triumphed "
               "victories overcame champion champions title winner winners success thrashed"),
        _event("defeat loss", "lost lose loses losing lost defeated beaten losses defeats beat crashed thrashed down "
               "fell out slumped failed failure lost"),
    ),
    (
        _event("approval acceptance", "approve approves approved approving accept accepts accepted accepting passed "
               "pass endorsed endorse backed agreed ratified backing agree yes cleared favour favor authorised"),
        _event("rejection refusal", "reject rejects rejected rejecting refuse refuses refused refusing declined turned "
               "vetoed veto denied blocked opposed against dismissed no not spurned rebuffed"),
    ),
    (
        _event("arrest arrests detention", "arrested arrest detained detain seized held custody captured jailed"),
        _event("release", "released freed free releasing releases bail let"),
    ),
    (
        _event("departure exit", "leave leaves leaving left departed depart departs departing quit quits quitting "
               "resign exit resigned resignation stepped sacked step go goes went gone going retire retired moved"),
        _event("arrival", "arrive arrives arrived arriving came come comes landed joined joining join signed"),
    ),
    (
        _event("closure shutdown", "close closes closed closing shut shuts shutting shutdown closures suspended axed"),
        _event("reopening opening", "open opens opened reopen reopened reopens reopening opening inaugurated unveiled"),
    ),
    (
        _event("denial denials", "deny denies denied denying rejected dismissed refuted insisted not no never"),
        _event("admission confession", "admit admits admitted admitting confess confessed acknowledged conceded"),
    ),
    (
        _event("improvement", "improve improves improved improving better upturn recovery gain progress up rose best"),
        _event("deterioration", "deteriorate deteriorated deteriorating worsen worsened worse worsening decline fell"),
    ),
    (
        _event("promotion", "promote promoted promotes up rise elevated appointed"),
        _event("demotion relegation", "demoted relegated relegation down demote bottom drop dropped"),
    ),
)  # fmt: skip
_DEFINITE = frozenset(("the", "that", "this", "these", "those"))
# What stands behind a noun that refers back; "of", "in", "by" would tell the event afresh.
_BEHIND = words("""
    to was is came comes followed on , . ; had has reflects will would means meant marked marks were are after
    mean leave surprised left leaves ends ended could may might shows showed should
    """)
_IN_A_SEASON = frozenset(("in", "during", "by", "until", "since", "for"))  # the fall of the year
_SCALES = _RISE.nouns | _FALL.nouns

_PROMISES = frozenset(("promise", "pledge", "vow", "commitment", "guarantee", "assurance", "undertaking"))
_PROMISING = _PROMISES | words("""
    promised pledged vowed committed guaranteed assured undertook promises pledges vows will would shall 'll promising
    pledging commit agreed sworn oath going won't must offered insisted word assurances guarantees commitments
    """)
_WEAK = frozenset(("might", "may", "could"))


def unheard_of_events(document: Document) -> tuple[Conflict, ...]:
    """Return the events taken for known of which only the opposite was told (a layer: see ``Document.derive``)."""
    found: list[Conflict] = []
    for one, other in _PAIRS:
        for event, opposite in ((one, other), (other, one)):
            for place in places_of(document, event.nouns):
                if not document.tokens.word(place).upper:
                    found += _unheard(document, place, event, opposite)
    for place in places_of(document, _PROMISES):
        found += _promised(document, place)
    return without_repeats(found)


def _unheard(document: Document, place: int, event: Event, opposite: Event) -> Iterator[Conflict]:
    word = document.tokens.word
    if place < 2 or place + 1 >= len(document.tokens) or document.derive(quotations).inside[place]:
        return
    if word(place - 1).lower not in _DEFINITE or word(place + 1).lower not in _BEHIND:
        return
    if word(place).lower == "fall" and (word(place - 1).lower == "this" or word(place - 2).lower in _IN_A_SEASON):
        return
    if word(place + 1).lower in ("to", "on") and document.tokens.word(min(place + 2, len(document.tokens) - 1)).capital:
        return  # "the defeat to Hull" says itself which one
    number = document.sentence_of(place)
    sentences = document.tokens.sentences
    if event.nouns & _SCALES:
        # Prices go up and down in one text: what counts is the last change that was told.
        begin = heard = max(sentences[max(0, number - 1)], document.tokens.blocks[document.block_of(place)])
        before = max(sentences[max(0, number - 3)], document.tokens.blocks[document.block_of(place)])
        if _last(document, event.words & (RISING | FALLING), before, begin) is not None:
            return
    else:
        begin = heard = 0
    against = _last(document, opposite.words - event.words, begin, place - 1)
    if against is None or _last(document, event.words, heard, place - 1) is not None:
        return
    if _last(document, event.words, place + 1, sentences[number + 1]) is not None:
        return
    yield _conflict(document, place, against, f"no {word(place).lower} was told of before")


def _promised(document: Document, place: int) -> Iterator[Conflict]:
    """Yield "That promise" behind a sentence that says no more than that somebody might."""
    word = document.tokens.word
    sentences = document.tokens.sentences
    number = document.sentence_of(place)
    if place != sentences[number] + 1 or word(place - 1).lower not in ("that", "this", "the") or number == 0:
        return
    begin = sentences[number - 1]
    if document.block_of(begin) != document.block_of(place) or word(place + 1).lower in ("of", "to", "that"):
        return
    weak = _last(document, _WEAK, begin, place - 1)
    first = document.tokens.blocks[document.block_of(place)]
    if weak is not None and _last(document, _PROMISING, first, place - 1) is None:
        yield _conflict(document, place, weak, f"who '{word(weak).lower}' do something makes no {word(place).lower}")


def _last(document: Document, words: frozenset[str], begin: int, end: int) -> int | None:
    """Return the last token between two with one of these words."""
    if end - begin < 400:
        word = document.tokens.word
        return next((token for token in range(end - 1, begin - 1, -1) if word(token).lower in words), None)
    found = -1
    for lower in words:
        for kind in document.by_lower.get(lower, ()):
            places = document.places[kind]
            index = bisect_left(places, end) - 1
            if index >= 0 and places[index] >= begin:
                found = max(found, places[index])
    return found if found >= 0 else None


def _conflict(document: Document, place: int, against: int, reason: str) -> Conflict:
    """Report what was told, not what refers back to it: verbs and adverbs are exchanged more often than nouns."""
    tokens = document.tokens
    return Conflict("aftermath", tokens.span(against, against + 1), tokens.span(place - 1, place + 1), 1.0, reason)
