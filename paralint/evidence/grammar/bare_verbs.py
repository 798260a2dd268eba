"""Bare verbs behind the object of a verb of letting or seeing: "let the king use a trowel".

The tagger takes many of them for nouns or adjectives, behind which a preposition would seem to be lost.
"""

from __future__ import annotations

from collections.abc import Sequence

from paralint.evidence.words.closed import LETS, NOUNS, OBJECTIVE, words
from paralint.text.morphology import verb_forms

_HOSTS = LETS | words(
    """
    helping seeing hearing watching feel feels felt feeling notice notices noticed noticing observe observes observed
    observing overhear overhears overheard overhearing bid bids bade bidding
    """
)
_IN_OBJECT = NOUNS | {"JJ", "JJR", "JJS", "CD", "POS", "VBN", "VBG", "HYPH", "DT", "PRP$", "PDT"}
_REACH = 8  # tokens between the two verbs


def is_bare_verb(lowers: Sequence[str], tags: Sequence[str], first: int, at: int) -> bool:
    """Whether a word may be a verb, with an object before it that somebody lets or sees act."""
    if "VB" not in verb_forms(lowers[at]):
        return False
    if at - 1 > first and lowers[at - 1] in OBJECTIVE and lowers[at - 2] in _HOSTS:
        return True
    named = False
    for place in range(at - 1, max(first, at - _REACH) - 1, -1):
        if lowers[place] in _HOSTS:
            return named
        if tags[place] not in _IN_OBJECT:
            return False
        named = named or tags[place] in NOUNS
    return False
