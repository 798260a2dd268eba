"""Verbs that lack the object that they need, and verbs that have an object or a passive and can have neither.

"The prize has awarded", "the ministry informed on Monday", "the talks were collapsed", "arrived the hotel": whether a
verb takes an object is a matter of the verb (Quirk et al. 1985, 16.18 ff.), and active and passive are confused by
those who put one verb for another. The verbs stand in ``complements.txt``.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from paralint.evidence.grammar.complements import Slip, classes, is_infinitive, is_of, is_passive, opens_clause
from paralint.evidence.grammar.government import TIMES
from paralint.evidence.grammar.predicates import BE, FINITE, HAVE, NOMINATIVE, NOUNS, RELATIVE, Words, standing
from paralint.evidence.words.closed import words
from paralint.evidence.words.nouns import agents
from paralint.evidence.words.places import places_of
from paralint.text.document import Document
from paralint.text.morphology import verb_forms, word_classes
from paralint.values import NamedTuple

_ENDS = frozenset({".", ";", "!"})
_ADJUNCT = words("in on at by during after before since near until under to for with from into of")
_NO_ADJUNCT = frozenset({"order", "least", "most"})  # "in order to", "discharged at least two"
_SHIFTED = frozenset({"DT", "PRP$", "CD", "JJ", "NN", "NNS", "NNP", "VBG", "PRP"})
_DAYS = words(
    """
    monday tuesday wednesday thursday friday saturday sunday yesterday mon tue tues wed thu thurs fri sat sun mon. tue.
    tues. wed. thu. thurs. fri. sat. sun.
    """
)
# With these verbs "by" may tell a way, a measure or a place.
_MOTION = words(
    """
    be been
    go gone come came pass passed walk walked stand stood stop stopped drop dropped sit sat live lived stay stayed
    drive driven run fly flown win won lose lost get gotten stick stuck swear sworn abide abided increase increased
    rise risen fall fallen grow grown begin begun start started end ended learn learned profit gain benefit die died
    play played work worked judge
    """
)
_STATES = words("fallen departed retired escaped risen")
# "Is vanished", "are collapsed" may tell a state.
_MAY_BE_STATE = words(
    """
    flourished matured collapsed migrated evaporated awakened deteriorated expired withered vanished
    """
)
_MEASURES = TIMES | words(
    """
    walk drive ride hop stroll throw carte
    amount number total average vote votes run runs goal goals seat seats lot bit mile miles metre metres meter meters
    kilometre kilometres kilometer kilometers km yard yards foot feet inch inches block blocks percent points times way
    place places top
    """
)
_STRANDED = frozenset({".", ",", ";", "by", "and", "in", "within", "when", "as"})
_PASSIVE = frozenset({"is", "are", "was", "were", "been", "be"})
_ASKING = words("when what where how who whom as than after before once if while since until though although")
_DYING = frozenset({"die", "dies", "died", "dying"})
_NO_OBJECT = words("all both that this each half those these another any no every it he she they we i")
_BEFORE_VERB = NOUNS | {"PRP", "MD", "TO", "WDT", "WP", "VBP", "VBZ", "VBD", "IN"}


def slips(document: Document) -> tuple[Slip, ...]:
    """Return the verbs whose object is missing, or one too many, in reading order.

    Their kinds are ``listener`` (who is told is missing), ``no-object`` and ``intransitive``.
    """
    return tuple(_slips(document))


class _Verbs(NamedTuple):
    """The forms of verbs that have no object, that tell somebody, that need an object, that have only one; of all."""

    without: frozenset[str]
    telling: frozenset[str]
    needing: frozenset[str]
    one_object: frozenset[str]
    all: frozenset[str]


@lru_cache(maxsize=1)
def _verbs() -> _Verbs:
    known = classes()
    without, needing = known["v no-object"] | known["v no-noun"], known["v object"] | known["v making"]
    kinds = without, known["v listener"] | {"told"}, needing, known["v one-object"]
    return _Verbs(*kinds, frozenset().union(*kinds))


def _slips(document: Document) -> Iterator[Slip]:
    without, telling, needing, one_object, listed = _verbs()
    before_by = [place - 1 for place in places_of(document, frozenset({"by"}))]
    for here, at in standing(document, sorted({*places_of(document, listed), *before_by})):
        if not here.first < at < here.last - 1:
            continue
        word = here.words[at]
        if word in one_object and _has_object_in_passive(here, at):
            yield Slip("intransitive", here.skip_adverbs(at - 1), at + 1)
        elif word in without:
            yield from _intransitive(here, at)
        elif word in telling:
            if here.tags[at].startswith("VB") and not is_passive(here, at):
                yield from _untold(here, at)
        elif word in needing:
            if (
                here.tags[at].startswith("VB")
                and here.tag(at - 1) != "POS"
                and not is_passive(here, at)
                and not _heads_a_story(document, here, at)
                and _lacks_object(here, at)
            ):
                yield Slip("no-object", here.active(at) or at, at)
        elif here.words[at + 1] == "by" and here.tags[at].startswith("VB"):
            done = word in one_object and _is_done_by(here, at)
            if done or _is_acted_on(here, at):
                yield Slip("no-object", here.active(at) or at, at)


def _heads_a_story(document: Document, here: Words, at: int) -> bool:
    """Whether a participle stands in a headline, which leaves its auxiliary out: "Dublin Man Jailed in May"."""
    if not here.words[here.last - 1][-1:].isalnum() or "VBN" not in verb_forms(here.words[at]):
        return False
    return here.active(at) in (None, at) and (here.first == 0 or document.tokens.word(at).capital)


def _untold(here: Words, at: int) -> Iterator[Slip]:
    following, behind = here.words[at + 1], here.word(at + 2)
    if here.words[at] == "told":
        if following == "." and _tells(here, at) and here.word(here.subject(here.active(at) or at) - 1) != "as":
            yield Slip("listener", at, at)
    elif following == "that":
        if opens_clause(here, at + 2) and _tells(here, at):
            yield Slip("listener", at, at + 1)
    elif following == "on" and behind in _DAYS and here.word(at + 3) == "that":
        if opens_clause(here, at + 4) and _tells(here, at):
            yield Slip("listener", at, at + 1)
    elif (following in _ENDS or following in _DAYS or (following == "on" and behind in _DAYS)) and _tells(here, at):
        yield Slip("listener", at, at if following in _ENDS else at + 1)


def _tells(here: Words, at: int) -> bool:
    """Whether a verb of telling is active, and has its subject in front of it."""
    before = here.skip_adverbs(at - 1)
    if before < here.first or here.tags[at] not in ("VBD", "VBN", "VBZ", "VBP"):
        return False
    word, tag = here.words[before], here.tags[before]
    if word in HAVE:
        return not here.lost_object(before)
    if word in NOMINATIVE:
        return not here.lost_object(before + 1)
    start = here.subject(before + 1)
    opens = start == here.first or here.words[start - 1] in (",", "that", "and", "but", "as", "”", '"', "''")
    claims = start == here.first and "that" in (here.words[at + 1], here.word(at + 3))
    teller = tag in ("NNP", "NNPS") or (tag in ("NN", "NNS") and (word in agents() or claims))
    if here.tags[at] == "VBN" or not teller:
        return False
    if here.tags[at] == "VBD" and here.active(at) is None and here.words[at + 1] != "that" and not opens:
        return False  # "the men informed on Monday"
    return not here.lost_object(before + 1)


def _lacks_object(here: Words, at: int) -> bool:
    word, following = here.words[at], here.words[at + 1]
    objects = is_of("v object", word)
    if (following == "with" and word.startswith("identif")) or (following == "on" and word.startswith("infring")):
        return False
    if objects and following in ("yet", "again", "soon", "today", "yesterday", "tomorrow", "tonight"):
        return here.word(at + 2) in (".", ",", ";", "in", "at", "by", "because", "when") and here.lacks_object(at)
    if objects and following in ("next", "last", "this") and here.word(at + 2) in TIMES:
        return here.tag(at + 3) != "POS" and here.lacks_object(at)  # "hosts next year's summit"
    if objects and following in ("because", "when", "while", "although"):
        return here.lacks_object(at)
    if is_infinitive(here, at + 1):
        return objects and not is_of("v infinitive", word) and here.lacks_object(at)
    if following in _ADJUNCT:
        behind = here.phrase(at + 2)
        if (
            behind == at + 2
            or here.words[at + 2] in _NO_ADJUNCT
            or here.tag(behind) in _SHIFTED
            or here.word(behind) in ("that", "what", "how")
        ):
            return False  # "attracted from abroad many": the object follows
    elif following not in _ENDS or here.word(here.subject(here.active(at) or at) - 1) == ",":
        return False  # ", doctors have discovered."
    if not objects:
        number = here.word(at + 2)
        year = following in ("in", "by") and len(number) == 4 and number.isdigit()
        maker = following == "by" and here.tag(at + 2) == "NNP"
        group = here.active(at)
        day = following == "on" and here.word(at + 2) in _DAYS and here.word(at + 3) in (".", ",")
        told = day and group is not None and here.words[here.subject(group)] == "which"
        if not (year or maker or told) or group is None or here.words[here.subject(group)] in NOMINATIVE | {"who"}:
            return False
    return here.lacks_object(at)


def _has_object_in_passive(here: Words, at: int) -> bool:
    """Whether a passive has an object: "the storm was destroyed the village"."""
    auxiliary = here.skip_adverbs(at - 1)
    if here.tags[at] not in ("VBN", "VBD") or here.word(auxiliary) not in _PASSIVE:
        return False
    start = at + 1
    tag = here.tag(start)
    if tag == "PRP":
        return here.words[start] in ("him", "them", "me", "us") and here.tag(start + 1) in ("IN", ".", ",", "CC", "RB")
    if tag not in ("DT", "PRP$", "CD") or here.words[start] in _NO_OBJECT:
        return False
    end = here.phrase(start)
    phrase = here.words[start:end]
    if end - start < 2 or here.tags[end - 1] not in ("NN", "NNS", "NNP") or not _MEASURES.isdisjoint(phrase):
        return False
    # A clause may begin: "when it was destroyed the town was rich".
    if here.has_finite(end, min(here.last, end + 6)):
        return False
    subject = here.skip_adverbs(auxiliary - 1)
    if subject < here.first or here.tags[subject] not in (*NOUNS, "PRP", "WDT", "WP", "MD", "VBZ", "VBD", "VBP"):
        return False
    before = here.words[max(here.first, subject - 8) : subject + 1]
    return here.stopped and _ASKING.isdisjoint(before) and here.tag(end) != "POS"


def _is_done_by(here: Words, at: int) -> bool:
    """Whether a verb that needs an object has "by" and one who does it: "which attends by 40,000 people"."""
    start = at + 2
    end = here.phrase(start)
    if end == start or here.tags[start] in ("NN", "PRP", "PRP$", "VBG") or here.words[at].startswith("increas"):
        return False
    phrase = here.words[start:end]
    one = here.tags[end - 1] in ("NN", "NNS", "NNP") and here.tag(end) not in ("VBG", "POS", "CD")
    if here.word(end) == "of" and here.tags[end - 1] == "NN" and here.words[end - 1] not in agents():
        return False  # "operated by the light of a lamp"
    return one and _MEASURES.isdisjoint(phrase) and _DAYS.isdisjoint(phrase) and here.lacks_object(at)


def _is_acted_on(here: Words, at: int) -> bool:
    """Whether one who acts follows an active verb and "by": "the road will close by the police"."""
    before = here.skip_adverbs(at - 1)
    if here.words[at] in _MOTION or before < here.first:
        return False
    if here.tags[before] != "MD" and here.words[before] not in HAVE:
        return False
    start = at + 2
    end = here.phrase(start)
    if end == start or here.tags[start] in ("NN", "PRP", "PRP$", "VBG") or here.tag(end) in ("VBG", "POS"):
        return False
    acts = here.words[end - 1] in agents() or here.words[end - 1] in ("authorities", "people", "police")
    return acts and TIMES.isdisjoint(here.words[start:end]) and here.lacks_object(at)


def _intransitive(here: Words, at: int) -> Iterator[Slip]:
    word, tag = here.words[at], here.tags[at]
    if not tag.startswith("VB") and (tag != "JJ" or not word.endswith("ed") or "adjective" in word_classes(word)):
        return
    if is_of("v no-object", word) and _has_passive(here, at):
        yield Slip("intransitive", here.skip_adverbs(at - 1), at)
    elif is_of("v no-noun", word) and tag != "JJ" and _has_object(here, at):
        yield Slip("intransitive", at, at + 1)


def _has_passive(here: Words, at: int) -> bool:
    word = here.words[at]
    auxiliary = here.skip_adverbs(at - 1)
    if "VBN" not in verb_forms(word) or auxiliary < here.first or here.words[auxiliary] not in BE or word in _STATES:
        return False
    if here.word(at + 1) in ("to", "with", "at", "on", "for") and here.word(at + 2) in _STRANDED:
        return False  # "they will be responded to."
    be = here.words[auxiliary]
    if be in ("'s", "be", "being"):  # "'s happened" is "has happened"
        return be == "be" and here.tag(auxiliary - 1) in ("TO", "MD")
    if be in ("is", "are") and word in _MAY_BE_STATE:
        return False
    if here.words[at - 1] in ("there", "here"):
        return False  # "those who were there responded"
    subject = here.skip_adverbs(auxiliary - 1)
    if subject < here.first or here.tags[subject] in FINITE or here.words[here.last - 1] == "?":
        return False
    # "What it was happened", "the man he thought he was died": two clauses meet.
    return not any(
        here.words[place] in ("what", "where", "who", "whatever") or here.words[place] in NOMINATIVE
        for place in range(max(here.first, auxiliary - 6), subject)
    )


def _has_object(here: Words, at: int) -> bool:
    start = at + 1
    if here.tag(start) not in ("DT", "PRP$", "CD", "PRP") or here.words[start] in _NO_OBJECT:
        return False
    if here.tag(start) == "CD" and here.tag(start + 1) not in ("NNS", "JJ"):
        return False
    if here.words[at] in _DYING and "death" in here.words[start : start + 6]:
        return False  # "died a slow death"
    if here.words[at].startswith(("ris", "rose")) and here.words[start] not in ("the", "its", "their", "his", "her"):
        return False  # "rose five cents", "rose a further 3 per cent"
    end = here.phrase(start)
    phrase = here.words[start:end]
    if end == start or not _MEASURES.isdisjoint(phrase) or not RELATIVE.isdisjoint(phrase) or "more" in phrase:
        return False
    if here.words[start] in ("a", "an") and (end == start + 1 or here.words[end - 1] in agents()):
        return False  # "arrived a little late"; "arrived a stranger", "left a hero"
    # What follows may be the subject of a clause: "when he disappeared the men left", "in May died the king".
    if here.has_finite(end, min(here.last, end + 6)):
        return False
    before = here.skip_adverbs(at - 1)
    return before >= here.first and here.tags[before] in _BEFORE_VERB
