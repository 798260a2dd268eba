"""Clauses that a conjunction opens and that have no finite verb: "when the crane collapse onto the road".

"When", "because" and "while" open a clause, and a clause with a determiner behind the conjunction has a finite verb
(Quirk et al. 1985, 14.6 ff.). Where none stands up to the next mark, and no word that the tagger takes for a noun could
be one, what the phrase ends in is a verb that has lost its ending, or stands in a form that is not finite.
"""

from __future__ import annotations

from collections.abc import Iterator

from paralint.evidence.grammar.complements import Slip
from paralint.evidence.grammar.predicates import Words, standing
from paralint.evidence.words.closed import FINITE, words
from paralint.evidence.words.places import places_of
from paralint.text.document import Document
from paralint.text.morphology import is_noun, verb_forms

_OPENERS = words("when because while although unless whereas where")
_DETERMINERS = words("the a an his her its their")
_FINITE_FORMS = frozenset({"VBZ", "VBD"})
_ENDS = frozenset({",", ".", ";", ":", "?", "!", "(", ")", "–", "—", "-", "and", "but", "or", "that", "who", "which"})
_BEHIND = frozenset({"IN", "DT", "PRP$", "TO", "RP", "PRP", "CD"})
_LEAST = 3


def slips(document: Document) -> tuple[Slip, ...]:
    """Return the verbs that are not finite where a clause has no other, with the words that open their phrase."""
    return tuple(_slips(document))


def _slips(document: Document) -> Iterator[Slip]:
    for here, at in standing(document, places_of(document, _OPENERS)):
        if here.word(at + 1) not in _DETERMINERS or here.tags[at] not in ("WRB", "IN"):
            continue
        end = next((place for place in range(at + 2, here.last) if here.words[place] in _ENDS), here.last)
        if end - at < _LEAST + 1 or end >= here.last or here.words[end] not in (".", ","):
            continue
        # Behind a comma that closes nothing the clause may go on.
        if here.words[end] == "," and at > here.first and not here.stopped:
            continue
        clause = range(at + 2, end)
        if any(here.tags[place] in FINITE or verb_forms(here.words[place]) & _FINITE_FORMS for place in clause):
            continue
        verb = _verb(here, at + 2, end)
        if verb:
            yield Slip("verbless", verb - 1, verb)


def _verb(here: Words, start: int, end: int) -> int:
    """Return the last word of the phrase behind a conjunction if it can be a verb; 0 if it cannot."""
    for place in range(start + 1, end):
        tag, forms = here.tags[place], verb_forms(here.words[place])
        if here.tags[place - 1] != "NN":
            if tag in ("IN", "TO"):
                return 0
            continue
        ends = (here.tags[place + 1] in _BEHIND and here.words[place + 1] != "of") or (
            place + 1 == end and not is_noun(here.words[place])
        )
        if ends and ("VB" in forms or "VBG" in forms) and tag in ("NN", "VB", "VBG", "NNP"):
            return place
        if tag in ("IN", "TO", "RB", "CD"):
            return 0
    return 0
