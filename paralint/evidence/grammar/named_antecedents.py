"""Relative words behind the names of persons: "Ana Ruiz, which heads the firm".

A person takes "who" (Quirk et al. 1985, 17.14). Whether a name is a person's is what the cast of the document knows.
"""

from __future__ import annotations

from paralint.evidence.grammar.complements import Slip
from paralint.evidence.grammar.predicates import FINITE
from paralint.evidence.names.cast import cast
from paralint.evidence.names.genders import given_sex
from paralint.evidence.names.mentions import mentions
from paralint.evidence.names.spellings import fold
from paralint.evidence.words.closed import words
from paralint.evidence.words.nouns import persons
from paralint.text.document import Document
from paralint.text.morphology import is_word

# Behind these prepositions a name may belong to the thing that "which" stands for.
_BELONGS = words("of for by from with in at on to about like as and or than")
# What has happened may surprise: "they met Ana Ruiz, which surprised nobody".
_OF_A_CLAUSE = words(
    """
    is includes included contains specializes specialises employs operates means meant makes made leads led causes
    caused allows allowed gives gave surprised angered pleased shocked helped
    helps leaves left brings brought suggests suggested shows showed explains explained prompted would could might may
    can will should must does did
    """
)

_PHRASE = frozenset(("NN", "NNP", "JJ", "POS", "PRP$", "DT"))
_FIRMS = words(
    """
    airline bank brand brewery carrier charity chain club company consultancy distillery firm foundation group hospital
    hotel label laboratory magazine maker manufacturer museum newspaper operator orchestra outfit party producer
    publisher restaurant retailer school ship shop startup store studio supplier team theatre union university vessel
    winery yard contractor developer agency
    """
)  # with whose kind a name is told


def slips(document: Document) -> tuple[Slip, ...]:
    """Return each "which" behind the full name of a person, with its verb, in reading order."""
    places = [
        place
        for kind in document.by_lower.get("which", ())
        for place in document.places[kind]
        if place + 1 < len(document.tags) and document.tags[place + 1] in FINITE
    ]
    if not places:
        return ()
    persons = {candidate.token for candidate in document.derive(cast).candidates if candidate.full}
    ends = {mention.last: mention for mention in document.derive(mentions).full if mention.first in persons}
    found = []
    for place in sorted(places):
        behind = place - (document.lowers[place - 1] == ",")
        mention = ends.get(behind)
        if mention is None:
            continue
        # What a sentence begins with is its subject: no clause stands before "which" that it could mean.
        opens = mention.title == document.tokens.sentences[document.sentence_of(place)]
        if document.lowers[place + 1] in _OF_A_CLAUSE and not opens:
            continue
        if not given_sex(fold(mention.parts[0]))[1] or is_word(mention.parts[-1].lower()):
            continue  # a firm: "Crystal Cruises, which"
        before = mention.title - 1
        if before >= 0 and document.lowers[before] == "the":
            continue  # a ship
        if before >= 1 and document.lowers[before] == "," and document.lowers[before - 1] in _FIRMS:
            continue  # "the airline, Alas Chiquitas, which"
        if before >= 0 and document.lowers[before] in _FIRMS:
            continue  # "the Danish company Vestas Berg, which"
        while before >= 0 and document.tags[before] in ("NN", "NNP"):
            before -= 1
        if before > 0 and document.lowers[before] == "," and _is_thing(document, before - 1):
            continue  # "the airline, Alas del Orinoco, which has"
        if before > 0 and document.lowers[before] == ",":
            while before > 0 and document.tags[before - 1] in _PHRASE:
                before -= 1
            before -= 1  # "a diary kept by Strake's servant, Josiah Budd, which"
        if before < 0 or document.lowers[before] not in _BELONGS:
            found.append(Slip("which-for-name", place, place + 1))
    return tuple(found)


def _is_thing(document: Document, at: int) -> bool:
    """Whether a noun that names no person ends at ``at``: what a name behind it belongs to."""
    return document.tags[at] in ("NN", "NNS") and document.lowers[at] not in persons()
