"""What is over, and is told to come: "was turned down in London next November", "at an auction next week she paid".

The verb nearest to a time that is to come must leave room for it: a past tense does if it tells of a plan, a word or a
thought, and not if it tells what was done. Heard in damaged texts alone.
"""

from __future__ import annotations

from collections.abc import Iterator

from paralint.evidence.quotations.quotations import quotations
from paralint.evidence.restatements.conflicts import Conflict
from paralint.evidence.words.closed import words
from paralint.evidence.words.places import places_of
from paralint.evidence.words.titles import MONTHS, WEEKDAYS
from paralint.text.document import Document
from paralint.text.words import TokenKind

_TIMES = words("week month year spring summer autumn fall winter weekend season") | WEEKDAYS | MONTHS
_NOT_BEFORE = words(
    "the of for until till to from by before after in during over into on at and or than this that as since through "
    "beyond past around about very 's ’s"
)
# Verbs whose past tense leaves room for what is to come.
_PLANNING = words(
    """
    said announced called agreed promised decided planned scheduled invited booked postponed delayed moved put set
    pushed extended adjourned rescheduled asked wanted hoped due expected forecast predicted told warned proposed
    wished believed thought knew feared reckoned slated offered vowed pledged estimated ordered looked seemed
    fixed timed tipped meant came ran fell went landed arrived took continued happened appeared followed learned
    was were had did signed named chosen picked selected pencilled penciled reserved advertised billed required
    allowed granted given needed brought left opened made held confirmed cleared
    """
)
_STOPS = words("to who that which when if where while as")
_FINITE = ("VBD", "VBZ", "VBP", "VB", "VBG", "MD", "VBN")
_REACH = 12  # tokens between a verb and the time
_OPENING = 8  # tokens of a phrase that a sentence opens with
_PARTICIPLE = 3  # tokens from an auxiliary to its participle


def out_of_time(document: Document) -> Iterator[Conflict]:
    """Yield the times to come of what is over."""
    tokens, lowers = document.tokens, document.lowers
    inside = document.derive(quotations).inside
    for token in places_of(document, frozenset(("next", "tomorrow"))):
        number = document.sentence_of(token)
        begin, end = tokens.sentences[number], tokens.sentences[number + 1]
        last = token + 1 + (lowers[token] == "next")
        if last > end or inside[token] or lowers[last : last + 1] in (["'s"], ["’s"]):
            continue
        if lowers[token] == "next" and lowers[token + 1] not in _TIMES:
            continue
        if token > begin and lowers[token - 1] in _NOT_BEFORE:
            continue
        verb = _verb(document, token, last, begin, end)
        if verb is not None and _is_over(document, verb, begin):
            here, there = tokens.span(token, last), tokens.span(verb, verb + 1)
            yield Conflict("odds", here, there, 1.0, "what is over is not to come")


def _verb(document: Document, token: int, last: int, begin: int, end: int) -> int | None:
    """Return the verb nearest before a time, or behind it where the sentence opens with the phrase of the time."""
    before = _nearest(document, range(token - 1, max(begin, token - _REACH) - 1, -1))
    if before is not None or token - begin > _OPENING:
        return before
    tags, lowers = document.tags, document.lowers
    if any(tags[each] in _FINITE or lowers[each] in _STOPS for each in range(begin, token)):
        return None
    return _nearest(document, range(last, min(end, last + _REACH)))


def _nearest(document: Document, places: range) -> int | None:
    tags, lowers, word = document.tags, document.lowers, document.tokens.word
    for place in places:
        if lowers[place] in _STOPS or (word(place).kind is TokenKind.PUNCTUATION and lowers[place] != ","):
            return None
        if tags[place] in ("VBN", "VBG") and tags[place + 1 : place + 2] in (["NN"], ["NNS"]):
            continue  # liquefied gas
        if tags[place] in _FINITE:
            return place
    return None


def _is_over(document: Document, verb: int, begin: int) -> bool:
    tags, lowers = document.tags, document.lowers
    if lowers[verb] in _PLANNING:
        return False
    if tags[verb] != "VBN":
        return tags[verb] == "VBD"
    before = lowers[max(begin, verb - _PARTICIPLE) : verb]
    return ("was" in before or "were" in before) and not {"be", "to", "been", "will", "being"} & {*before}
