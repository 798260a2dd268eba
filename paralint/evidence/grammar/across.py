"""What a verb hangs on across a phrase: "could in theory have refused", "had in fact been asked"."""

from __future__ import annotations

from collections.abc import Sequence

from paralint.evidence.words.closed import BE, DO, HAVE, MODALS

_GOVERNORS = MODALS | DO | HAVE | BE | {"to", "ca", "wo", "'d", "'ll"}
_WITHIN = frozenset({"IN", "RB", "JJ", "NN", "NNS", "NNP", "NNPS", "DT", "PRP$", "CD", ",", "RBR", "JJS", "POS"})
_BEGINS = frozenset({"IN", ","})
_ADVERBS = frozenset({"RB", "RBR"})
_FARTHEST = 7  # tokens
NOTHING = ""


def governor_across(words: Sequence[str], tags: Sequence[str], first: int, verb: int) -> str:
    """Return the auxiliary that stands before an adverbial phrase and a verb, or nothing."""
    for at in range(verb - 2, max(first - 1, verb - _FARTHEST), -1):
        if words[at] in _GOVERNORS:
            behind = at + 1
            while behind < verb and tags[behind] in _ADVERBS:
                behind += 1
            return words[at] if behind < verb and tags[behind] in _BEGINS else NOTHING
        if tags[at] not in _WITHIN:
            return NOTHING
    return NOTHING
