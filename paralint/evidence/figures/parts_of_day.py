"""Times of day against what goes on at them: "at 3.40pm, when most families were asleep", in damaged texts.

``hours.py`` reads the part of the day that stands beside a time. Here it is what people do, or what the sun does, in
the same sentence, or what is told of the same event elsewhere: "the quake struck at 5.10pm … it came before dawn".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from paralint.evidence.figures.figured import Figured, figured
from paralint.evidence.figures.hours import wrong_hours
from paralint.evidence.restatements.conflicts import Conflict, without_repeats
from paralint.findings import Span
from paralint.text import lazy
from paralint.text.document import Document

# What goes on, and the minutes of the day in which it does; a span that ends before it begins goes over midnight.
_DEEDS: tuple[tuple[str, int, int], ...] = (
    (
        r"(?:was|were|is|are|lay|still|fast|sound|most of .{1,20}) (?:still |fast |sound |all |mostly )?asleep|"
        r"(?:was|were) (?:still )?sleeping|(?:was|were|lay) (?:still )?in bed|got (?:him|her|them) out of bed|slept|"
        r"(?:woken|woke|awoke|roused|dragged|shaken) (?:up |from (?:his|her|their) (?:sleep|beds?))",
        1230,
        600,
    ),
    (r"(?:before|until|towards|at|near|by|just before|hours before) (?:dawn|first light|sunrise|daybreak|"
     r"sun-up|cockcrow)", 1260, 540),
    (
        r"as (?:the )?(?:sun rose|day broke|dawn broke|it grew light)|the sun was (?:rising|coming up)",
        150, 600,
    ),
    (r"in the (?:small|early) hours|in the dead of night|in the middle of the night", 1380, 420),
    (r"under (?:the )?cover of (?:darkness|night)|in the dark\b|in darkness|after dark|by (?:moonlight|"
     r"starlight|torchlight|candlelight)", 930, 540),
    (r"in broad daylight|in full daylight|in bright sunshine|under a blazing sun|in the midday heat|in the "
     r"noonday sun", 330, 1290),
    (r"(?:the sun (?:set|went down|was setting|sank)|at (?:dusk|sunset|nightfall)|as (?:night|darkness) fell|"
     r"it grew dark)", 840, 1410),
    (
        r"(?:having|had|eating|ate|over|finished|at|during|before|after|serving|served|cooking|making|sat "
        r"down to|missed)"
        r"(?: their| his| her| my| our)? breakfast",
        240,
        690,
    ),
    (
        r"(?:having|had|eating|ate|over|finished|at|during|serving|served|cooking|sat down to)(?: their| his| "
        r"her| the)? "
        r"lunch(?:time)?\b|during the lunch (?:hour|break)|at lunchtime",
        650,
        930,
    ),
    (
        r"(?:having|had|eating|ate|over|finished|at|during|serving|served|cooking|sat down to)(?: their| his| her)? "
        r"(?:supper|dinner)\b",
        690,
        1430,
    ),
    (r"on (?:their|his|her) way to (?:work|school)|walking to school|the school run|the morning rush(?: "
     r"hour)?|commuters (?:were )?heading to work", 270, 690),
    (r"on (?:their|his|her) way home from (?:work|school)|the evening rush(?: hour)?|after school|commuters "
     r"(?:were )?heading home", 690, 1320),
    (r"(?:pupils|children|students) (?:were|was|sat) (?:still )?in (?:class|lessons|school|the classroom)|"
     r"during (?:lessons|classes|maths|a lesson)|lessons had (?:just )?begun", 420, 1110),
    (r"(?:before|after|as|when) (?:the )?(?:pubs|bars|nightclubs|clubs) (?:were |had )?(?:closed|closing|shut|"
     r"emptied|emptying)", 1230, 420),
    (r"(?:minutes|shortly|just|moments|half an hour) before the day shift (?:was due to (?:leave|end|finish|"
     r"go home)|ended|left|finished)", 780, 1200),
    (r"(?:minutes|shortly|just|moments|half an hour) before the night shift (?:was due to (?:leave|end|finish|"
     r"go home)|ended|left|finished)", 210, 600),
    (r"(?:minutes|shortly|just|moments|half an hour) (?:after|before) the (?:day|early|morning) shift (?:had "
     r")?(?:began|begun|started|was due to (?:start|begin)|came on|arrived)", 240, 660),
    (r"(?:minutes|shortly|just|moments|half an hour) (?:after|before) the (?:night|late) shift (?:had "
     r")?(?:began|begun|started|was due to (?:start|begin)|came on|arrived)", 1080, 60),
    (r"(?:the )?evening (?:show|performance|service|news|bulletin|mass|meal|train|prayers?)", 960, 1439),
    (r"(?:the )?morning (?:show|service|news|bulletin|mass|assembly|milking|prayers?|roll-call)", 180, 760),
    (r"(?:the )?(?:matinee|matinée|afternoon (?:show|performance|tea))", 690, 1110),
    (r"(?:bakers|the milkman|the paper boy|street sweepers|dustmen) (?:was|were|had)", 60, 720),
)  # fmt: skip
_TIME = lazy.pattern(r"#t\d+")
_SLACK = 20  # minutes
_LONGEST = 110  # characters between a time and what goes on at it
_JOINED = lazy.pattern(r",|\b(?:when|as|while|before|after|minutes|shortly|just|during|under|in|at|hours|by)\b")
_STOP = lazy.pattern(
    r"[;:“”\"]|\b(?:but|and then|later|earlier|until|till|from|to|between|next day|since|"
    r"instead|usually|not)\b|#[td]"
)
_EVENT = (
    r"(?:earthquake|quake|tremor|blast|explosion|fire|crash|collapse|avalanche|landslide|shooting|attack|"
    r"storm|flood|raid|"
    r"robbery|theft|burglary|wave|derailment|sinking|accident|collision|eruption|tornado|shock|bomb|fall|"
    r"rockfall|blaze|outage|"
    r"blackout|power cut|cut)"
)
_STRUCK = lazy.pattern(
    rf"\b{_EVENT}\b[^#;]{{0,60}}?\b(?:struck|hit|happened|began|occurred|broke out|went off|started|came|fell|"
    rf"ended|collapsed|"
    r"erupted|exploded)\b[^#;]{0,40}? at (?:about |around |exactly |just after |just before |shortly after |"
    r"shortly before )?"
    rf"(?P<time>#t\d+)|\b(?:collapsed|exploded|erupted|caught fire|derailed|capsized|sank|blew up|crashed|"
    rf"gave way|caved in)\b"
    r"[^#;]{0,30}? at (?:about |around |just after |just before )?(?P<other>#t\d+)"
)
_CAME = lazy.pattern(
    rf"\b(?:[Tt]he|an?|[Tt]his|that) {_EVENT}(?: (?:itself|which|that))? (?:struck|hit|happened|began|"
    rf"occurred|broke out|came|started|was)"
    r"(?: only| just)? (?P<part>[a-z ]{4,30})"
)
_PARTS: tuple[tuple[str, int, int], ...] = (
    ("before dawn|at dawn|before sunrise|before daybreak|before first light", 1320, 540),
    ("in broad daylight|in daylight", 330, 1290), ("at night|in the night|during the night|overnight", 1110, 480),
    ("in the small hours|in the early hours", 1380, 450), ("at lunchtime|at midday|at noon", 660, 900),
    ("in the evening", 930, 1439), ("in the afternoon", 700, 1140), ("in the morning", 0, 760),
    ("after dark", 900, 540),
    ("at dusk|at sunset|at nightfall", 840, 1410), ("at midnight", 1380, 60),
)  # fmt: skip


def parts_of_day(document: Document) -> tuple[Conflict, ...]:
    """Return the conflicts day of a document (a layer: see ``Document.derive``)."""
    sentences = [each for each in document.derive(figured) if "#t" in each.text]
    if not sentences:
        return ()
    told = {each.here for each in document.derive(wrong_hours)}
    found = [conflict for sentence in sentences for conflict in _beside(document, sentence)]
    found += _of_event(document, sentences)
    return without_repeats(each for each in found if each.here not in told)


def _lies_in(time: float, first: int, last: int) -> bool:
    """Whether a time of day lies in a part of it, with some room on either side."""
    first, last = first - _SLACK, last + _SLACK
    return first <= time <= last if first <= last else time >= first or time <= last


def _beside(document: Document, sentence: Figured) -> Iterator[Conflict]:
    """Find "struck at 3.40pm, when most families were asleep"."""
    times = list(_TIME.finditer(sentence.text))
    if len(times) != 1:
        return
    (mark,) = times
    for expression, first, last in _DEEDS:
        match = _compiled(expression).search(sentence.text)
        if match is None:
            continue
        begin, end = sorted((mark.span(), match.span()))
        gap = sentence.text[begin[1] : end[0]]
        if len(gap) > _LONGEST or _STOP.search(gap):
            continue
        if match.start() > mark.end() and not _JOINED.search(gap + match[0]):
            continue
        time = sentence.figure(mark[0])
        if not _lies_in(time.value, first, last):
            here = document.tokens.span(time.first, time.last)
            yield Conflict("day", here, sentence.span(document, *match.span()), 1.0, "that is not the hour for it")
            return


def _of_event(document: Document, sentences: list[Figured]) -> Iterator[Conflict]:
    """Find "the quake struck at 5.10pm" and, elsewhere, "the quake came before dawn"."""
    struck = [(sentence, match) for sentence in sentences for match in [_STRUCK.search(sentence.text)] if match]
    if len(struck) != 1:
        return
    sentence, match = struck[0]
    time = sentence.figure(match["time"] or match["other"])
    for block in document.blocks:
        for came in _CAME.finditer(block.text):
            for expression, first, last in _PARTS:
                part = _compiled(rf"(?:{expression})\b").match(came["part"])
                if part is not None and not _lies_in(time.value, first, last):
                    there: Span = block.locate(came.start("part"), came.start("part") + part.end())
                    here = document.tokens.span(time.first, time.last)
                    yield Conflict("day", here, there, 1.0, "the same is told of another part of the day")


@cache
def _compiled(expression: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{expression})")
