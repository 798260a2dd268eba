"""Main clauses that a comma alone joins: "the vote was close, the difference was only 112 ballots".

English wants a conjunction, a semicolon or a full stop between main clauses (Quirk et al. 1985, 13.2, app. III).
Clauses are read from the front (``predications``); those that tell who says what stands before, and those with a
subordinator on either side, are joined well. The rule is heard in damaged pages only.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from paralint.evidence.grammar.clause_parts import group_at
from paralint.evidence.grammar.complements import Slip, is_of
from paralint.evidence.grammar.predicates import FINITE, Words
from paralint.evidence.grammar.predications import Predication, main_clauses
from paralint.evidence.grammar.subject_phrases import read_subject
from paralint.evidence.words.closed import QUOTES, words
from paralint.text.document import Document

_SUBORDINATORS = words(
    """
    if when because although though while as since unless until before after whether that who which whose where what how
    once whatever so neither either such more less not n't no nor lest than why
    """
)
_ADVERBS = words("however therefore then thus consequently nevertheless otherwise moreover furthermore instead")
_THINKS = words(
    """
    said says say think thinks thought believe believes believed seems seem appears hope hopes fear fears feel feels
    know knows knew mean means guess suppose insists insisted argues argued warns warned adds added claims claimed
    reports reported noted notes announced announces stressed stresses stated states confirmed confirms told tells
    wrote writes explains explained suggests suggested shows showed predicts predicted
    """
)


def slips(document: Document) -> tuple[Slip, ...]:
    """Return the commas that join two main clauses, up to the verb behind them."""
    return tuple(_slips(document))


def _slips(document: Document) -> Iterator[Slip]:
    for here, read in main_clauses(document):
        found = _splice(here, read)
        if found is not None:
            yield found


def _splice(here: Words, read: Predication) -> Slip | None:
    if here.words[here.last - 1] != "." or not QUOTES.isdisjoint(here.words[here.first : here.last]):
        return None
    if (
        here.words[here.first] in _SUBORDINATORS
        or here.words[here.first : here.first + 3] == ["by", "the", "time"]
        or here.words[read.group.verb] in _THINKS
    ):
        return None
    commas = [at for at in range(read.group.verb + 1, here.last) if here.words[at] == ","]
    if len(commas) != 1:
        return None
    comma = commas[0]
    if here.word(start := comma + 1) == "another" or here.words[read.start] in ("one", "some"):
        return None
    if not _SUBORDINATORS.isdisjoint(here.words[read.start : comma]) or here.words[comma - 1] in ("and", "or"):
        return None
    adverb = here.word(start) in _ADVERBS
    if here.word(start) in ("this", "that", "these") and here.tag(start + 1) in FINITE:
        verb, group = start + 1, group_at(here, start + 1)
    else:
        start += adverb
        if not adverb and here.tag(start) not in ("DT", "PRP$", "PRP", "NNP", "NNS", "EX", "CD", "NN"):
            return None
        subject = read_subject(here, start)
        if subject is None or here.words[start] in ("who", "which", "one", "some", "many", "most", "all", "both"):
            return None
        verb = subject[1]
        inner = here.tags[start:verb]
        if any(one in ("NN", "NNS") and other in ("NNP", "PRP", "DT") for one, other in pairwise(inner)):
            return None  # "a step the firm took"
        group = group_at(here, verb)
    if any(here.words[at] in _SUBORDINATORS for at in range(start + 1, min(verb, here.last))):
        return None
    if group is None or not group.finite or group.first > verb + 2:
        return None
    main = here.words[group.verb]
    if main in _THINKS or (is_of("v clause", main) and here.word(group.verb + 1) in (".", "on", "in", "at")):
        return None
    if here.tags[group.first] not in FINITE and not group.auxiliaries:
        return None
    if group.verb + 2 >= here.last and not group.auxiliaries:
        return None
    return Slip("splice", comma, group.first)
