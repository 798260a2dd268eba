"""Events that are over in one place and still to come in another: "hours after the call", "the call is scheduled"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain

from paralint.evidence.claims.opposed import turned_times
from paralint.evidence.restatements.conflicts import Conflict, without_repeats
from paralint.evidence.words.closed import words
from paralint.evidence.words.places import blocks_with
from paralint.text import lazy
from paralint.text.document import Document

_EVENTS = words(
    """
    call meeting summit vote election hearing ceremony referendum final trial launch wedding funeral conference debate
    inauguration concert march rally interview visit talks ballot match game race fight bout auction sale merger
    takeover
    strike handover premiere festival tournament parade briefing speech address operation surgery transplant execution
    deployment landing flight voyage retrial appeal sentencing inquest demolition opening congress convention session
    runoff run-off by-election
    """
)
_BEHIND = words("after since")
_EVENT = "|".join(sorted(_EVENTS, key=len, reverse=True))
_WHAT = rf"(?:[a-z]+\s){{0,2}}?(?P<event>{_EVENT})"
_COMING = lazy.pattern(
    rf"\b(?:the|this|that)\s{_WHAT}(?:,\swhich|,)?\s(?:is|are)\s(?:now\s|still\s|tentatively\s|currently\s)?"
    r"(?:scheduled|due|set|expected|planned|slated|to\sbe\sheld|to\stake\splace|to\sbegin|to\sstart|yet\sto)\b"
    rf"|\b(?:the|this|that)\s(?:[a-z]+\s){{0,2}}?(?P<later>{_EVENT})\s(?:will\s(?:be\sheld|take\splace|begin|start|"
    rf"go\sahead)|takes\splace|begins|starts)\b",
    re.IGNORECASE,
)
_OVER = lazy.pattern(
    r"\b(?P<lead>(?:(?:minutes|hours|days|weeks|months|shortly|soon|immediately|just|a\s(?:day|week|month)|an\shour|"
    r"the\s(?:day|morning|night))\safter|since))"
    rf"\s(?:the|that|this)\s{_WHAT}(?=[,.;]|\s(?:on|in|at|with|between|ended|was|had|and|he|she|they|a|the)\b)",
    re.IGNORECASE,
)
_FUTURE = lazy.pattern(
    r"\b(?:will|would|shall|to\sbe|may|might|can|could|should|if|plans?|expects?|expected|due|scheduled|is\sto|"
    r"are\sto|set\sto|going\sto|"
    r"next|last|previous|earlier|first|second|third|another|every|each|usually|always|until|not)\b|n['’]t\b|['’]ll\b",
    re.IGNORECASE,
)
_MANY = lazy.pattern(
    rf"\b(?:another|previous|last|next|second|third|first|earlier|new|follow-up|both|two|three|further|fresh|"
    rf"separate|subsequent|annual|return|"
    rf"each|every|such)\s(?:[a-z]+\s)?(?:{_EVENT})s?\b",
    re.IGNORECASE,
)
_SAID = lazy.pattern(r"\b(?:said|told|announced|warned|declared|confirmed|reported|added|insisted|promised)\b")
_SENTENCE = lazy.pattern(r"(?<=[.!?])[\"”’]?\s+(?=[A-Z\"“])")


def turned_phases(document: Document) -> tuple[Conflict, ...]:
    """Return the events that are told as over and as still to come (a layer: see ``Document.derive``)."""
    return without_repeats(chain(_phases(document), turned_times(document)))


def _phases(document: Document) -> Iterator[Conflict]:
    over = [
        (number, match)
        for number, block in blocks_with(document, _BEHIND)
        for match in _OVER.finditer(block.text)
        if not _FUTURE.search(_sentence(block.text, match))
    ]
    if not over or any(_MANY.search(block.text) for block in document.blocks):
        return
    for number, match in over:
        for other, block in enumerate(document.blocks):
            coming = next((each for each in _COMING.finditer(block.text) if _event(each) == _event(match)), None)
            if coming is not None and not _quoted(block.text, coming.start()):
                here = document.blocks[number].locate(match.start(), match.end())
                there = document.blocks[other].locate(coming.start(), coming.end())
                yield Conflict("phase", here, there, 1.0, "it is over here and still to come there")
                break


def _event(match: re.Match[str]) -> str:
    found = match.groupdict()
    event: str = found.get("event") or found["later"]
    return event.lower()


def _sentence(text: str, match: re.Match[str]) -> str:
    """Return the sentence around a match."""
    edges = [each.end() for each in _SENTENCE.finditer(text)]
    begin = max((edge for edge in edges if edge <= match.start()), default=0)
    end = min((edge for edge in edges if edge >= match.end()), default=len(text))
    said = _SAID.search(text, match.end(), end)  # what was said to come does not matter
    return text[begin : said.start() if said else end]


def _quoted(text: str, place: int) -> bool:
    """Whether a place of a paragraph stands in a quotation."""
    return text.count("“", 0, place) > text.count("”", 0, place) or text.count('"', 0, place) % 2 == 1
