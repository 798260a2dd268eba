"""Verbs that lost their auxiliary, where nothing else is finite in their clause.

"The new hall being built on the site", "the men been taken away", "nobody going to forget it", "the firm not paid its
staff": the form of the verb asks for a "be", "have" or "do" that is not there. Subjects are read from the front
(``predications``), so the rule is heard in damaged pages only.
"""

from __future__ import annotations

from collections.abc import Iterator

from paralint.evidence.grammar.clause_parts import group_at, is_closed, past_adverbs
from paralint.evidence.grammar.complements import Slip
from paralint.evidence.grammar.predicates import FINITE, NOMINATIVE, NOUNS, Words
from paralint.evidence.grammar.predications import NOT, Predication, openings, predications
from paralint.evidence.grammar.subject_phrases import read_subject
from paralint.evidence.words.closed import words
from paralint.text.document import Document
from paralint.text.morphology import verb_forms, word_classes

_ONE = words("it he she they we i nobody everybody everyone someone somebody")
_STATES = words(
    """
    able unable aware unaware afraid likely unlikely willing unwilling sure eager reluctant responsible capable guilty
    ready due about set supposed happy keen proud worth similar close safe subject liable
    """
)
_BEHIND_STATE = words("to of that for")
_NOT_BEFORE = words(
    "only least even a the one all every to just so very too surprisingly always necessarily long far many much yet"
)
_BARE_STATES = words(
    "going trying looking waiting planning hoping expecting working preparing seeking considering suffering"
)
_EARLY = words("still currently now already also always constantly slowly")
_SUPPOSED = words(
    "thought believed said understood reported supposed scheduled rumoured alleged deemed presumed estimated destined"
)
_CONJUNCTIONS = words("that because although though if whether while when where")
_SHORTEST = 8


def slips(document: Document) -> tuple[Slip, ...]:
    """Return the verbs without the auxiliary that they need, in reading order."""
    found = list(_slips(document))
    told = {slip.last for slip in found}
    for here, start in openings(document):
        found.extend(slip for slip in _state(here, start) if slip.last not in told)
    return tuple(sorted(found, key=lambda slip: slip.first))


def _slips(document: Document) -> Iterator[Slip]:
    for here, read in predications(document):
        if here.words[here.last - 1] != "." and "." not in here.words[here.last - 2 : here.last]:
            continue
        if read.kind != "relative" and _is_denied(here, read):
            yield Slip("lost-auxiliary", read.end, read.group.verb)
        elif (read.kind == "bare" and _is_lost(here, read)) or _is_supposed(here, read):
            yield Slip("lost-auxiliary", read.head, read.group.verb)


def _is_supposed(here: Words, read: Predication) -> bool:
    """Whether a participle with an infinitive stands for a predicate: "4,000 people thought to live there"."""
    group = read.group
    if group.auxiliaries or group.passive or here.words[group.verb] not in _SUPPOSED or read.kind == "relative":
        return False
    return here.word(group.verb + 1) == "to" and here.tag(group.verb + 2) == "VB" and is_closed(here, group.verb + 2)


def _is_lost(here: Words, read: Predication) -> bool:
    """Whether the only verb of a clause is a participle or an -ing form."""
    group = read.group
    verb = here.words[group.verb]
    first = here.words[group.first]
    if here.last - here.first < _SHORTEST or here.words[read.head] in ("that", "there"):
        return False
    if "VB" in verb_forms(verb) or here.word(read.end) in NOT:
        return False
    pronoun = here.words[read.head] in _ONE
    if pronoun:
        return first not in ("be", "'d", "’d") and (
            here.tags[group.verb] in ("VBG", "VBN") or first in ("been", "being")
        )
    if first in ("been", "being"):
        return here.tags[group.verb] in ("VBN", "VBG", "JJ") and group.verb > group.first
    if "VBG" in verb_forms(verb) and here.words[read.start - 1] in _CONJUNCTIONS and read.start > here.first:
        return here.tag(group.verb + 1) in ("DT", "PRP$", "NNS", "IN", "NNP") and here.tags[read.start] in (
            "DT",
            "PRP$",
        )
    if "VBG" in verb_forms(verb):
        early = here.words[group.first - 1] in _EARLY and not word_classes(verb) & {"adjective"}
        return (verb in _BARE_STATES and here.word(group.verb + 1) in ("to", "for", "on", "from")) or early
    plain = "VBN" in verb_forms(verb) and "VBD" not in verb_forms(verb) and here.tags[group.verb] in ("VBN", "VBD")
    return (
        plain and "adjective" not in word_classes(verb) and here.tags[read.start] in ("DT", "PRP$", "NNP", "NNS", "CD")
    )


def _is_denied(here: Words, read: Predication) -> bool:
    """Whether "not" stands between a subject and a verb without auxiliary: "the firm not paid its staff"."""
    group = read.group
    if group.first == read.end or here.words[read.end] != "not" or group.first > read.end + 2:
        return False
    if here.words[group.first - 1] in ("only", "just", "merely", "even", "necessarily", "surprisingly"):
        return False
    if here.tags[read.end - 1] == "CC" or here.words[read.end - 1] in (",", "or", "and"):
        return False
    if here.tags[group.verb] == "VBN" and not is_closed(here, group.verb + 1):
        return False
    return here.words[group.first] not in ("be", "have") and here.tags[group.verb] != "VBG"


def _state(here: Words, start: int) -> Iterator[Slip]:
    """Yield a quality or "not" and a participle without "be": "she unable to pay", "it not known whether"."""
    found = read_subject(here, start)
    if found is None:
        return
    head, end, reduced = found
    if reduced >= 0:
        return
    place = past_adverbs(here, end)
    if here.word(end) in _STATES:
        place = end
    word = here.word(place)
    if (
        here.word(end) == "not"
        and here.words[head] in _ONE | {"there"}
        and here.tag(place) in ("VBN", "VBD", "JJ", "VBG")
    ):
        if (here.word(end + 1) not in _NOT_BEFORE and group_at(here, end) is None) or here.tag(place) in ("VBN", "VBG"):
            yield Slip("lost-auxiliary", head, place)
        return
    if word not in _STATES or here.word(place + 1) not in _BEHIND_STATE:
        return
    if here.tags[head] not in NOUNS and here.words[head] not in NOMINATIVE | {"it"}:
        return
    if is_closed(here, place + 1) and here.words[here.last - 1] == ".":
        asked = any(here.tags[spot] in FINITE for spot in range(here.first, start))
        if not asked or here.words[start - 1] in ("that", "because", "and", "but"):
            yield Slip("lost-auxiliary", head, place)
