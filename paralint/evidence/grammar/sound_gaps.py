"""Gaps in which no small word is lost though a model expects one, and small words that belong to a verb.

An aside before the subject, "in a statement its president said"; a measure or a time with an article, "lives a mile and
a half away", "took a week the last time"; a clause without its verb, "he took half and the state the rest".
"""

from __future__ import annotations

from paralint.evidence.grammar.bare_verbs import is_bare_verb
from paralint.evidence.grammar.complements import is_of
from paralint.evidence.grammar.gaps import Gap, behind, later
from paralint.evidence.grammar.government import TIMES
from paralint.evidence.words.closed import FINITE, NOUNS, VERBS, words
from paralint.text.morphology import lemma, verb_forms

_NO_OBJECT = ("v bare-never", "v somewhere")  # "let him live a small house"
_STARTS = words("in at for on after before by during from until since") | {"with"}
_BREAKS = words(', ; : — – ( “ " and but or that so because when if while though as')
_ASIDES = words(
    """
    statement report letter speech interview email e-mail message post tweet address note memo submission ruling
    judgment judgement affidavit video broadcast article filing petition reply response testimony verdict
    moment meantime meanwhile interim past present future beginning contrast turn return addition fact particular
    general short sum reality practice theory principle public private effect essence hindsight retrospect
    """
)
_LED = frozenset({"DT", "PRP$", "JJ", "JJS", "NN", "CD", "VBN"})
_LENGTHS = words(
    """
    metre metres meter meters kilometre kilometres kilometer kilometers km mile miles foot feet yard yards inch inches
    fathom fathoms league leagues furlong furlongs block blocks lot bit deal distance way fraction hair
    """
)
_WHICH_TIME = words(
    """
    last first second third next previous following other same whole entire very final only previous each every this
    that one another past coming
    """
)
_TURNS = words("after before earlier later previously afterwards")
_SPAN_PARTS = words("end ends beginning start middle rest part parts half most course third quarter eve run length")
_REST = words("rest other others remainder balance latter former first second third second-largest half none")
_JOINING = words("and but ; ,")
_IN_PHRASE = NOUNS | {"DT", "PRP$", "JJ", "JJR", "JJS", "CD", "POS", "VBN", "HYPH"}
_FOCUSING = words("only just merely even simply mainly chiefly mostly solely also")
_REACH = 7
_TAKING_TO = words(
    """
    see take come keep stick object turn listen refer belong attend respond reply talk speak relate resort react adapt
    adhere adjust agree aspire amount appeal apply allude accede attest boil bow cater cling commit concede confess
    conform consent contribute correspond dedicate default defer devote drink equate fall flock get go grow hark hasten
    head hold jump kneel lead lie link look mount move open own pander pertain point pray proceed react readjust
    return revert rise run sing stand stoop submit subscribe succumb surrender swear swim swing switch tend
    testify travel trust walk wake warm write yield add bring
    """
)
"""Verbs that have "to" for their own: "see to a leak"."""


def is_sound(gap: Gap, expected: str) -> bool:
    """Whether nothing is lost in a gap."""
    if is_bare_verb(gap.words, gap.tags, 0, gap.at - 1):
        return expected == "of" or not any(is_of(kind, gap.words[gap.at - 1]) for kind in _NO_OBJECT)
    return (
        _is_aside(gap)
        or _is_extent(gap)
        or _is_time(gap, expected)
        or _is_gapped(gap)
        or _is_focused(gap)
        or _is_predicate(gap, expected)
    )


def has_its_to(gap: Gap) -> bool:
    """Whether "to" belongs to the verb before it."""
    tag = gap.tags[gap.at - 1]
    return tag in VERBS and lemma(gap.words[gap.at - 1], tag) in _TAKING_TO


def is_open(gap: Gap, expected: str) -> bool:
    """Whether a preposition stands before a genitive without its noun, or nothing is known of what would be better."""
    end = behind(gap)[1]
    alone = any(word in ("'s", "’s", "'", "’") for word in gap.words[end : end + 1])
    return alone or expected == "*"


def _is_aside(gap: Gap) -> bool:
    """Whether a phrase ends before a gap that stands ahead of a subject: "in the end the king was brought in"."""
    _, _, lowers, tags, at = gap
    noun, place = lowers[at - 1], at - 2
    while place >= 0 and tags[place] in _LED and place > at - 5:
        place -= 1
    if place < 0 or lowers[place] not in _STARTS or (place and lowers[place - 1] not in _BREAKS):
        return False
    first = lowers[place]
    if not any(tag in FINITE for tag in tags[at:]):
        return False
    return noun in _ASIDES or (first == "in" and noun == "end") or (noun == "time" and first in ("at", "for", "by"))


def _is_extent(gap: Gap) -> bool:
    """Whether a measure tells how far: "lives a mile and a half from it"."""
    head = behind(gap)[0]
    return gap.tags[gap.at - 1] in VERBS and head >= 0 and gap.words[head] in _LENGTHS


def _is_time(gap: Gap, expected: str) -> bool:
    """Whether a time needs no preposition: "took a week the last time", "left the day after"."""
    _, _, lowers, tags, at = gap
    head, end = behind(gap)
    if head < 0 or lowers[head] not in TIMES or tags[at] != "DT":
        return False
    if expected == "of" and tags[at - 1] in NOUNS and lowers[at - 1] in _SPAN_PARTS:
        return False
    told = not _WHICH_TIME.isdisjoint(lowers[at:head])
    return told or (end < len(lowers) and lowers[end] in _TURNS)


def _is_gapped(gap: Gap) -> bool:
    """Whether a clause leaves out the verb of the one before: "he paid half and the Welsh government the rest"."""
    _, _, lowers, tags, at = gap
    start = at - 1
    if tags[start] not in NOUNS:
        return False
    while start > 0 and tags[start - 1] in _IN_PHRASE and start > at - _REACH:
        start -= 1
    if start < 1 or lowers[start - 1] not in _JOINING or not any(tag in FINITE for tag in tags[: start - 1]):
        return False
    head = behind(gap)[0]
    rest = head >= 0 and tags[at] == "DT" and lowers[head] in _REST
    return rest or (tags[at - 1] == "NNP" and tags[at] == "DT" and not later(gap))


def _is_focused(gap: Gap) -> bool:
    """Whether an adverb stands before the second of two objects: "offer it only the oven"."""
    _, _, lowers, tags, at = gap
    return lowers[at - 1] in _FOCUSING and at > 1 and tags[at - 2] in ("PRP", *NOUNS)


def _is_predicate(gap: Gap, expected: str) -> bool:
    """Whether what is read as a plural is the verb of the clause: "the judge thanks the clerk"."""
    _, _, lowers, tags, at = gap
    if expected == "of" or tags[at - 1] not in ("NNS", "NN") or tags[at] not in ("DT", "PRP$") or at < 2:
        return False
    if tags[at - 2] not in ("NN", "NNP") or "VBZ" not in verb_forms(lowers[at - 1]):
        return False
    start = next((place for place in range(at - 1, -1, -1) if lowers[place] in _BREAKS), -1)
    return not later(gap) and FINITE.isdisjoint(tags[start + 1 : at])
