"""Verbs with their object in the frame of another verb: with a preposition too many, or without the one that it needs.

"Requested for help", "trapped to the members", "apologised the residents", "explained the children the rules": which
frame a verb has is a matter of the verb (Quirk et al. 1985, 16.20 ff. and 16.55 ff.), and a neighbour in meaning, the
noun of the same form or the verb of another language has another one. The verbs stand in ``complements.txt``.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from paralint.evidence.grammar.complements import Slip, classes, is_of
from paralint.evidence.grammar.government import TIMES
from paralint.evidence.grammar.predicates import BE, DO, HAVE, NOUNS, Words, standing
from paralint.evidence.words.closed import words
from paralint.evidence.words.nouns import agents
from paralint.evidence.words.places import places_of
from paralint.evidence.words.titles import MONTHS
from paralint.text.document import Document
from paralint.text.morphology import verb_forms, word_classes

_DAYS = words("monday tuesday wednesday thursday friday saturday sunday yesterday today tomorrow")
_EXTENTS = words("time times way first last next same lot bit deal miles metres cent percent")
_MEASURES = TIMES | _DAYS | MONTHS | _EXTENTS
_OBJECT = frozenset({"DT", "PRP$", "PRP", "NNP", "NN", "NNS", "CD", "JJ", "JJR", "$"})
# What tells a way, a place or an extent and no object.
_ADJUNCTS = words(
    """
    length detail depth full part person private public fear need case course fact hand home place favour favor order
    point addition brief general particular principle secret silence vain fun free good example instance sale reason
    most least once all present length extent degree death end beginning start moment background front future past
    present meantime heart rest name point ground side scene turn turns top bottom middle edge
    conference university school college agreement agreements contract contracts deal deals talks force effect
    partnership negotiations law arrangement settlement alliance relationship mind
    """
)
_ASKS = frozenset({"VB", "VBD", "VBZ", "VBP", "VBN", "VBG", "JJ", "RB", "MD"})
_ENDS = words("and but , . ; who which because when while that")
_QUOTES = frozenset({"“", "”", '"', "''", "’"})
_NO_OBJECTS = words("that this all both each another it he she they")
_UNDETERMINED = frozenset({"NNS", "JJ", "CD"})
_LISTED = words("lists times rooms areas periods games posts skills devices")
_BARE_OBJECT = _UNDETERMINED | {"DT", "PRP$", "PRP"}
_BEHIND_OBJECT = frozenset({".", ",", "IN", "CC", "TO", ":", "WDT", "WP"})
_ENTERED = words(
    """
    evidence force agreement agreements contract contracts talks negotiations debate law partnership partnerships
    alliance discussions deal deals arrangement arrangements dialogue treaty pact marriage competition record records
    """
)  # are entered into
_CONCENTRATED = words(
    "mind minds effort efforts fire force forces attention power powers resources troops wealth energy energies"
)
_PERSONS = words("him her them us me you")


def _is_attribute(here: Words, at: int) -> bool:
    """Whether a verb in -ing stands before what it describes, or one that has objects of its own: "waiting lists"."""
    return here.words[at].startswith("knock") or here.words[at + 1] in _LISTED


@lru_cache(maxsize=1)
def _verbs() -> frozenset[str]:
    """Return the forms of the verbs that need a preposition, may have a needless one, or have the thing first."""
    needless = (pair.partition(":")[0] for pair in classes()["v needless"])
    return classes()["v needing"].union(classes()["v thing-first"], needless)


def slips(document: Document) -> tuple[Slip, ...]:
    """Return the verbs in a wrong frame, in reading order: ``needless``, ``needing`` and ``two-objects``."""
    return tuple(_slips(document))


def _slips(document: Document) -> Iterator[Slip]:
    for here, at in standing(document, places_of(document, _verbs())):
        if not here.first < at < here.last - 2 or not _is_active(here, at):
            continue
        word = here.words[at]
        if is_of("v needless", f"{word}:{here.words[at + 1]}") and _has_object(here, at + 2):
            yield Slip("needless", at, at + 1)
        elif is_of("v needing", word) and _has_bare_object(here, at):
            yield Slip("needing", at, at + 1)
        elif is_of("v thing-first", word) and _has_person(here, at):
            yield Slip("two-objects", at, at + 1)


def _is_active(here: Words, at: int) -> bool:
    """Whether a token is a verb, no passive, no participle behind a noun, and has its object not in front of it."""
    word, tag = here.words[at], here.tags[at]
    before = here.skip_adverbs(at - 1)
    if before < here.first:
        return False
    ahead, ahead_tag = here.words[before], here.tags[before]
    if tag == "VB":
        # "the right to contact with them": a noun behind a preposition.
        governor = here.word(before - 1)
        doing = is_of("n infinitive", governor) and here.tag(at + 2) in ("DT", "PRP$")
        asked = here.tag(before - 1) in _ASKS or doing
        asked = ahead == "to" and asked and not (governor.endswith("ing") and "noun" in word_classes(word))
        return asked or ((ahead_tag == "MD" or ahead in DO) and not here.lost_object(before))
    if tag == "VBG":
        return ahead in BE or ahead in ("by", "of", "without", "after", "before")
    if tag == "VBN" and ahead in HAVE:
        return not here.lost_object(before)
    if tag == "VBN" and "VBD" in verb_forms(word) and not any(here.others(at)):
        tag = "VBD"
    if tag not in ("VBD", "VBZ", "VBP") and not (tag == "NNS" and "VBZ" in verb_forms(word) and ahead == "it"):
        return False
    if ahead_tag == "CC":
        return tag == "VBZ" or (tag == "VBD" and BE.isdisjoint(here.words[here.first : at]))
    if ahead_tag not in (*NOUNS, "PRP", "WDT", "WP", ","):
        return False
    if tag == "VBD" and ahead_tag in ("NN", "NNS") and "VBN" in verb_forms(word) and any(here.others(at)):
        return here.active(at) is not None
    return ahead_tag == "," or not here.lost_object(before + 1)


def _has_object(here: Words, start: int) -> bool:
    """Whether the object of the verb begins at ``start``: no time, place, infinitive or -ing form."""
    word, tag = here.word(start), here.tag(start)
    if here.word(start - 1) == "at" and tag == "CD":
        return False
    if tag not in _OBJECT or word in _ADJUNCTS | _MEASURES or word in ("that", "what", "which"):
        return False
    if here.word(start - 1) == "to" and "VB" in verb_forms(word) and tag not in ("NNP", "DT", "PRP$", "PRP"):
        return False  # "asked to work"
    end = here.phrase(start)
    phrase = here.words[start:end]
    if here.word(start - 2).startswith("enter") and phrase and phrase[-1] in _ENTERED:
        return False
    if end == start or not _MEASURES.isdisjoint(phrase) or phrase[-1] in _ADJUNCTS:
        return False
    return not (len(phrase[-1]) == 4 and phrase[-1].isdigit()) and here.word(end) not in ("to", "ago", "-")


def _has_bare_object(here: Words, at: int) -> bool:
    """Whether a noun phrase stands behind a verb that needs a preposition: "apologised the residents"."""
    start = at + 1
    tag, word = here.tag(start), here.word(start)
    if tag not in _BARE_OBJECT or word in _NO_OBJECTS:
        return False
    end = here.phrase(start)
    if end == start or not _MEASURES.isdisjoint(here.words[start:end]) or here.words[end - 1] in _ADJUNCTS:
        return False
    if here.words[at].startswith("concentrat") and here.words[end - 1] in _CONCENTRATED:
        return False
    # "He hopes the town is safe": the subject of a clause; "laughed the girl": one who speaks.
    stop = next((place for place in range(end, here.last) if here.words[place] in _ENDS), here.last)
    if here.has_finite(end, stop) or here.words[at - 1] in _QUOTES:
        return False
    if tag in _UNDETERMINED and (here.tag(end) not in _BEHIND_OBJECT or _is_attribute(here, at)):
        return False
    return here.tags[end - 1] in NOUNS or word in _PERSONS


def _has_person(here: Words, at: int) -> bool:
    """Whether a person and then a thing stand behind a verb that takes the person with "to"."""
    start = at + 1
    word = here.word(start)
    if word in _PERSONS:
        end = start + 1
        if word == "her" and here.tag(end) in (*NOUNS, "JJ", "CD"):
            return False
        return here.word(end) in ("that", "how", "why", "what", "the", "a", "an") and "noun" in word_classes(
            here.word(end + 1)
        ) | ({"noun"} if here.word(end) in ("that", "how", "why", "what") else set())
    if here.tag(start) not in ("DT", "PRP$"):
        return False
    end = here.phrase(start)
    if end == start or here.words[end - 1] not in agents():
        return False
    if here.word(end) in ("how", "why", "that") and here.words[at].startswith(("expla", "descr", "sugg", "demonstr")):
        return here.words[at] != "explains" or here.word(end) != "that"
    if here.tag(end) not in ("DT", "PRP$"):
        return False
    behind = here.phrase(end)
    thing = behind > end and here.tags[behind - 1] in ("NN", "NNS") and _MEASURES.isdisjoint(here.words[end:behind])
    return thing and not here.has_finite(behind, min(here.last, behind + 3))
