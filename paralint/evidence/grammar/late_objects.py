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
_OBJECT_OPENERS = words("a an the his her its their two three four several")
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
    """Return the token at which the object of a verb begins behind a phrase; 0 if none does for certain."""
    group = read.group
    verb, at = here.words[group.verb], group.verb
    timely = here.word(at + 1) in ("last", "next", "this", "on", "in", "since") and verb in _TOLD
    if group.passive or not group.finite or (verb in _NO_SHIFT and not timely) or verb not in _transitive():
        return 0
    if read.kind == "relative" and here.words[read.start] == "that":
        return 0
    behind, timed = _shifted(here, at + 1, timely=timely)
    if not behind or not _opens_object(here, behind, here.word(at + 1), timed=timed):
        return 0
    end = here.phrase(behind)
    return behind if end > behind and _is_object(here, behind, end, timed=timed) else 0


def _shifted(here: Words, first: int, *, timely: bool) -> tuple[int, bool]:
    """Return the token behind a phrase between a verb and its object, and whether it tells a time; 0 if none stands."""
    word, following = here.word(first), here.word(first + 1)
    if word in ("every", "each") and here.tag(first + 1) in NOUNS and following in TIMES | _DAYS | {"winter", "summer"}:
        return first + 2, True
    if word in ("last", "next", "this") and following in TIMES | _DAYS | {"spring", "summer", "autumn", "winter"}:
        return (first + 2 if here.tag(first + 2) in ("PRP$", "DT") else 0), True
    timed = following in _DAYS | MONTHS
    if (timely and not timed) or word not in _LINKS:
        return 0, False
    behind = here.phrase(first + 1)
    if behind == first + 1:
        return 0, False
    while here.word(behind) == "of" and here.phrase(behind + 1) > behind + 1:
        behind = here.phrase(behind + 1)
    return (behind if here.tags[behind - 1] in NOUNS else 0), timed


def _opens_object(here: Words, behind: int, link: str, *, timed: bool) -> bool:
    """Tell whether an object begins at a token: with an article of its own, or as a bare plural."""
    tag, first = here.tag(behind), here.word(behind)
    if tag == "NNS" and here.tags[behind - 1] in ("NN", "NNS"):
        return False
    if tag != "NNS" and first not in _OBJECT_OPENERS:
        return False
    if not timed and link in ("for", "to", "by", "with") and first == "the":
        return False
    # A rate: "a levy of 12 euros a hectare".
    rate = here.tags[behind - 1] == "NNS" and here.tags[behind - 2] in ("CD", "$")
    return not (first in ("a", "an") and rate)


def _is_object(here: Words, behind: int, end: int, *, timed: bool) -> bool:
    """Tell whether a noun phrase is an object that ends its clause, and neither tells a time nor begins a clause."""
    if here.tags[end - 1] not in NOUNS or here.words[end - 1] in TIMES | _DAYS:
        return False
    if here.word(behind + 1) in _OTHER or end - behind > _LONGEST or not _OTHER.isdisjoint(here.words[behind:end]):
        return False
    goes_on = here.word(end) == "of" and (timed or here.word(here.phrase(end + 1)) in _ENDS)
    if here.word(end) not in _ENDS and not goes_on:
        return False
    if here.tag(end) in FINITE or here.words[end] in RELATIVE:
        return False
    # The phrase may be the start of another clause: "after the match the coach said".
    stop = min(here.last, end + 4)
    return not any(
        here.tags[place] in FINITE and here.tags[place - 1] in (*NOUNS, "PRP", ",") for place in range(end, stop)
    )
