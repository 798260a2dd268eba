"""Short objects behind a phrase that parts them from their verb: "snatched from a recruit a set of keys".

Nothing but an adverb may stand between a verb and a short object; only a long one waits behind a phrase (Quirk et al.
1985, 18.39). Languages with freer order do otherwise. ``word_order`` asks the same of adverbs and dates. The
rule is heard in damaged pages only.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from paralint.data import listed
from paralint.evidence.grammar.complements import Slip, classes
from paralint.evidence.grammar.government import TIMES
from paralint.evidence.grammar.predicates import FINITE, NOUNS, RELATIVE, Words
from paralint.evidence.grammar.predications import Predication, predications
from paralint.evidence.words.closed import words
from paralint.evidence.words.titles import MONTHS, WEEKDAYS
from paralint.text.document import Document

_LINKS = words("since in on at near from with to by under behind inside outside during after before for into")
_DAYS = WEEKDAYS | {"yesterday", "today"}
_OTHER = words("next last same following other whole")
_ENDS = words(". , ; and but on in at to for from with who that which by against about over until after before")
_TOLD = words("announced announce announces showed revealed brought called took made left kept played won")
_NO_SHIFT = words(
    """
    say says said add adds added show shows showed reveal reveals revealed announce announced include includes included
    become became be is was are were mean means meant go went come came live lived remain remained bring brought call
    called name named take took put make made leave left want wanted ask asked keep kept play played win won
    """
)
_MORE = words("snatch snatches snatched grab grabs grabbed grow grows grew grown")
_LONGEST = 6


@lru_cache(maxsize=1)
def _transitive() -> frozenset[str]:
    known = classes()
    return (
        frozenset(listed("transitive-verbs")) | known["v transitive"] | known["v undergone"] | known["v single"] | _MORE
    )


def slips(document: Document) -> tuple[Slip, ...]:
    """Return the verbs whose short object stands behind a phrase, up to its first token."""
    return tuple(_slips(document))


def _slips(document: Document) -> Iterator[Slip]:
    for here, read in predications(document):
        found = _late(here, read)
        if found:
            yield Slip("late-object", read.group.verb, found)


def _late(here: Words, read: Predication) -> int:
    group = read.group
    verb, at = here.words[group.verb], group.verb
    timely = here.word(at + 1) in ("last", "next", "this", "on", "in", "since") and verb in _TOLD
    if group.passive or not group.finite or (verb in _NO_SHIFT and not timely) or verb not in _transitive():
        return 0
    if read.kind == "relative" and here.words[read.start] == "that":
        return 0
    word, following = here.word(at + 1), here.word(at + 2)
    if word in ("every", "each") and here.tag(at + 2) in NOUNS and following in TIMES | _DAYS | {"winter", "summer"}:
        behind, timed = at + 3, True
    elif word in ("last", "next", "this") and following in TIMES | _DAYS | {"spring", "summer", "autumn", "winter"}:
        behind, timed = at + 3, True
        if here.tag(behind) not in ("PRP$", "DT"):
            return 0
    elif timely and following not in _DAYS | MONTHS:
        return 0
    elif word in _LINKS:
        timed = following in _DAYS | MONTHS
        behind = here.phrase(at + 2)
        if behind == at + 2:
            return 0
        while here.word(behind) == "of" and here.phrase(behind + 1) > behind + 1:
            behind = here.phrase(behind + 1)
        if here.tags[behind - 1] not in NOUNS:
            return 0
    else:
        return 0
    # The object begins with an article of its own, or is a bare plural.
    tag, first = here.tag(behind), here.word(behind)
    if tag == "NNS" and here.tags[behind - 1] in ("NN", "NNS"):
        return 0
    if not (
        first in ("a", "an", "the", "his", "her", "its", "their", "two", "three", "four", "several") or tag == "NNS"
    ):
        return 0
    if not timed and word in ("for", "to", "by", "with") and first in ("the",):
        return 0
    if first in ("a", "an") and here.tags[behind - 1] == "NNS" and here.tags[behind - 2] in ("CD", "$"):
        return 0  # a rate: "a levy of 12 euros a hectare"
    end = here.phrase(behind)
    if end == behind or here.tags[end - 1] not in NOUNS or here.words[end - 1] in TIMES | _DAYS:
        return 0
    if here.word(behind + 1) in _OTHER or end - behind > _LONGEST or not _OTHER.isdisjoint(here.words[behind:end]):
        return 0
    goes_on = here.word(end) == "of" and (timed or here.word(here.phrase(end + 1)) in _ENDS)
    if here.word(end) not in _ENDS and not goes_on:
        return 0
    if here.tag(end) in FINITE or here.words[end] in RELATIVE:
        return 0
    # The phrase may be the start of another clause: "after the match the coach said".
    stop = min(here.last, end + 4)
    if any(here.tags[place] in FINITE and here.tags[place - 1] in (*NOUNS, "PRP", ",") for place in range(end, stop)):
        return 0
    return behind
