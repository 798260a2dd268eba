"""Closed classes of English, and the tags of open ones: sets that many modules ask for, told once."""

from __future__ import annotations


def words(listed: str) -> frozenset[str]:
    """Return the words of a text as a set."""
    return frozenset(listed.split())


NOUNS = frozenset({"NN", "NNS", "NNP", "NNPS"})
"""The tags of nouns and names."""
VERBS = frozenset({"VB", "VBD", "VBG", "VBN", "VBP", "VBZ"})
"""The tags of verbs; modals have their own."""
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
ANYONE = words("everyone everybody nobody anyone anybody someone somebody")
PREPOSITIONS = words(
    """
    about above across after against along amid among amongst around at before behind below beneath beside between
    beyond by despite during for from in including inside into like near of off on onto opposite outside over past per
    since through throughout to toward towards under until upon via with within without
    """
)
"""Words before a noun phrase that make a phrase of place, time or relation of it."""
ARTICLES = frozenset({"a", "an", "the"})
OF_ONE = frozenset({"his", "her"})
"""The possessives that tell the sex of their owner."""
OF_PERSONS = OF_ONE | {"their"}
POSSESSIVES = OF_PERSONS | {"its"}
GENITIVES = frozenset({"'s", "’s", "'", "’"})
"""What makes an owner of a name, as a token of its own."""
QUARTERS = words("north south east west northeast northwest southeast southwest")
"""The points of the compass."""
OF_QUARTERS = frozenset(quarter + "ern" for quarter in QUARTERS)
COMPASS = QUARTERS | OF_QUARTERS
QUOTES = frozenset('"“”„«»‘’') | {"''", "``"}
"""Quotation marks, as they are written and as taggers write them."""
DEMANDS = words(
    """
    ask asks asked asking demand demands demanded demanding insist insists insisted insisting propose proposes proposed
    proposing proposal recommend recommends recommended recommending recommendation request requests requested
    requesting require requires required requiring requirement suggest suggests suggested suggesting urge urges urged
    urging order orders ordered ordering essential important vital necessary imperative crucial
    """
)
"""Behind these a clause has a bare verb: "they demand that he go"."""
LETS = words(
    """
    let lets letting make makes made making help helps helped helping see sees saw seen hear hears heard watch watches
    watched
    """
)
"""Behind these an object has a bare verb: "she let him go"."""
