"""Tenses that do not go with the stretch of time behind the verb, or with the clause in front of it.

"Collects the tolls for 14 years", "is working there since he left school": what goes on until now is told in the
perfect. "Until it closed in 2009, it makes": a moment that is over in front asks for the past behind it (Quirk et al.
1985, 4.18 ff., 14.22). Subjects are read from the front, so the rule is heard in damaged pages only.
"""

from __future__ import annotations

from collections.abc import Iterator

from paralint.evidence.grammar.complements import Slip
from paralint.evidence.grammar.predicates import BE, FINITE, NOMINATIVE, NOUNS, Words
from paralint.evidence.grammar.predications import Predication, predications
from paralint.evidence.words.closed import words
from paralint.evidence.words.nouns import agents
from paralint.text.document import Document
from paralint.text.morphology import verb_forms

_LENGTHS = words("years months weeks decades days hours generations seasons centuries year decade century")
_BOUNDED = words(
    """
    lasts last runs run stays stay continues bans jails holds serves gives leaves closes lends rents allows means takes
    applies extends returns goes remains keeps suspends operates opens visits comes trains needs wants has have is are
    say says think thinks believe hope hopes pay pays lets let guarantee guarantees
    """
)
_STOPS = words("that who which what if when because while although but and or than as how where why , ; :")
_CAUSAL = words("it this that there")
_OPINIONS = words(
    "believe believes think thinks say says remain remains hope hopes fear fears expect expects suggest suggests"
)
_DATED = words(
    """
    set dated described based known said believed thought remembered buried pictured shown seen recorded remains
    published dates lies says writes is are
    """
)
_COMPARED = words("up down higher lower ahead behind more less to")  # "arrivals are down by a third since May"
_ORDINALS = words("four fif six seven eigh nin ten eleven twelf")
_TEMPORAL = words("until when after before once")
_REPORTS = words("says say remains remain shows show means appears appear seems seem is are has have 's does do")


def slips(document: Document) -> tuple[Slip, ...]:
    """Return the verbs whose tense does not go with the time told beside them."""
    return tuple(_slips(document))


def _slips(document: Document) -> Iterator[Slip]:
    for here, read in predications(document):
        group = read.group
        if not group.finite or (group.passive and here.words[group.first] not in ("is", "are")):
            continue
        if _present(here, read):
            if (
                _for_long(here, read)
                or _since(here, read)
                or _in_year(here, read)
                or (read.kind == "main" and _behind_past(here, read) and not _stands_alone(document, here))
            ):
                yield Slip("tense-span", group.first, group.verb)
        elif read.kind == "main" and here.tags[group.verb] == "VBD" and not group.auxiliaries:
            mixed = _behind_present(here, read)
            if mixed:
                yield Slip("tense-span", mixed, mixed)


def _present(here: Words, read: Predication) -> bool:
    group = read.group
    word, tag = here.words[group.first], here.tags[group.first]
    if word in ("is", "are", "am", "'m", "'re"):
        return len(group.auxiliaries) <= 1
    return (
        tag in ("VBZ", "VBP")
        and not group.auxiliaries
        and "VBD" not in verb_forms(word)
        and word not in ("has", "have", "'ve")
    )


def _for_long(here: Words, read: Predication) -> bool:
    """Whether a length with "for" follows what somebody does: "collects the tolls for 14 years"."""
    group = read.group
    head = here.words[read.head]
    if not (head in agents() or here.tags[read.head] in ("NNP", "PRP")) or head in ("it", "they", "you", "we", "i"):
        return False
    if here.words[group.verb] in _BOUNDED or group.passive:
        return False
    for at in range(group.verb + 1, min(group.verb + 12, here.last - 2)):
        word, tag = here.words[at], here.tags[at]
        if word in _STOPS or tag in FINITE or tag in ("VB", "VBN", "MD", "TO"):
            return False
        if word == "for":
            start = at + 1
            while here.word(start) in (
                "more",
                "than",
                "over",
                "nearly",
                "almost",
                "about",
                "some",
                "the",
                "past",
                "last",
                "around",
            ):
                start += 1
            counted = here.tag(start) == "CD" or here.word(start) in ("many", "several", "decades", "years")
            length = here.word(start) in _LENGTHS or here.word(start + 1) in _LENGTHS
            return (
                counted
                and length
                and here.word(start + 1 + (here.word(start) not in _LENGTHS)) in (",", ".", "and", "now")
            )
    return False


def _in_year(here: Words, read: Predication) -> bool:
    """Whether a year that is over follows a present at once, or behind a short phrase: "which opens in 1903"."""
    group = read.group
    if here.words[group.verb] in _DATED or (not group.passive and here.words[group.verb] in BE):
        return False
    at = group.verb + 1
    at += here.tag(at) == "RP"
    if here.tag(at) in ("IN", "TO") and here.tag(at + 1) in ("NNP", "DT"):
        at = here.phrase(at + 1)
    year = here.word(at + 1)
    return here.word(at) == "in" and len(year) == 4 and year.isdigit() and "1400" < year < "2020"


def _since(here: Words, read: Predication) -> bool:
    """Whether "since" with a moment follows a present in the same clause."""
    group = read.group
    if here.words[read.head] in _CAUSAL or here.words[group.verb] in _OPINIONS:
        return False
    if here.words[group.verb] in BE and here.word(group.verb + 1) in _COMPARED:
        return False
    for at in range(group.verb + 1, min(group.verb + 12, here.last - 1)):
        word, tag = here.words[at], here.tags[at]
        if word == "since":
            break
        if word in _STOPS - {"and", "or"} or tag in ("VBD", "VBZ", "VBP", "MD"):
            return False
        if tag in ("JJR", "JJS", "RBS", "RBR") or word in ("first", "only", "second", "third"):
            return False
    else:
        return False
    if here.words[at - 1] in _LENGTHS or any(
        one.endswith("th") for one in here.words[group.verb : at] if one[:-2] in _ORDINALS
    ):
        return False
    following, tag = here.word(at + 1), here.tag(at + 1)
    if tag == "CD":
        return len(following) == 4 and following.isdigit()
    if following in ("then", "last", "yesterday", "childhood") or tag == "NNP":
        return True
    start = at + 1
    verb = start + 1 if following in NOMINATIVE | {"it"} else here.subject_phrase(start)
    if verb > start and here.tag(verb) == "VBD":
        return True
    return tag in ("DT", "PRP$") and here.word(here.phrase(start)) in (".", ",", "of", "in")


def _stands_alone(document: Document, here: Words) -> bool:
    """Whether a sentence is one of several blocks: captions tell in the present what was seen behind what happened."""
    bounds = document.tokens.blocks
    block = document.block_of(here.first)
    return len(document.blocks) > 1 and bounds[block] == here.first and bounds[block + 1] == here.last


def _behind_past(here: Words, read: Predication) -> bool:
    """Whether a clause in the past stands in front of a present: "until it closed in 2009, it makes"."""
    group = read.group
    soon = here.words[here.first : here.first + 3] == ["as", "soon", "as"]
    if not (soon or here.words[here.first] in _TEMPORAL) or read.start < here.first + 4 or group.passive:
        return False
    verb = here.words[group.first]
    front = range(here.first + 1, read.start)
    past = [
        at
        for at in front
        if here.tags[at] == "VBD"
        or (here.tags[at] == "VBN" and "VBD" in verb_forms(here.words[at]) and here.tags[at - 1] in NOUNS)
    ]
    if not past or any(here.tags[at] in ("VBZ", "VBP", "MD") for at in front):
        return False
    if verb in ("is", "are"):
        moment = here.words[here.first] in ("when", "until", "before") and here.tags[group.verb] != "VBN"
        return here.tags[group.verb] == "VBG" or moment
    return verb not in _REPORTS and here.words[read.start - 1] == ","


def _behind_present(here: Words, read: Predication) -> int:
    """Return the present verb of a clause with a conjunction of time in front of a past one; 0 if there is none."""
    if here.words[here.first] not in _TEMPORAL or here.word(read.start - 1) != ",":
        return 0
    front = [at for at in range(here.first + 1, read.start) if here.tags[at] in FINITE]
    if (
        len(front) != 1
        or here.tags[front[0]] not in ("VBZ", "VBP")
        or here.words[front[0]] in BE | {"has", "have", "'s"}
    ):
        return 0
    return front[0] if "VBD" not in verb_forms(here.words[front[0]]) else 0
