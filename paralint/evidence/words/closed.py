"""Closed classes of English, and the tags of open ones: sets that many modules ask for, told once."""

from __future__ import annotations

from paralint.evidence.words.titles import words

NOUNS = frozenset({"NN", "NNS", "NNP", "NNPS"})
"""The tags of nouns and names."""
FINITE = frozenset({"MD", "VBZ", "VBP", "VBD"})
"""The tags of verbs that have a subject."""
BE = words("is are was were be been being am 's 're 'm")
HAVE = frozenset({"has", "have", "had", "'ve", "having"})
DO = frozenset({"do", "does", "did"})
SINGULAR = frozenset({"is", "was", "has", "does"})
"""The auxiliaries of one."""
MODALS = words("can could may might must shall should will would")
NOMINATIVE = frozenset({"he", "she", "they", "we", "i"})
OBJECTIVE = frozenset({"him", "them", "me", "us", "her", "it", "you"})
RELATIVE = frozenset({"who", "which", "that"})
ARTICLES = frozenset({"a", "an", "the"})
QUOTES = frozenset('"“”„«»‘’') | {"''", "``"}
"""Quotation marks, as they are written and as taggers write them."""
DEMANDS = words(
    """
    ask asks asked demand demands demanded insist insists insisted propose proposes proposed recommend recommends
    recommended request requests requested require requires required suggest suggests suggested urge urges urged order
    orders ordered essential important vital
    """
)
"""Behind these a clause has a bare verb: "they demand that he go"."""
