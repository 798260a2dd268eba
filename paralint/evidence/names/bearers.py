"""Whether a name is borne by a person, and not by a place or a body."""

from __future__ import annotations

from paralint.evidence.names.cities import cities
from paralint.evidence.names.gazetteer import folded_countries, load
from paralint.evidence.names.mentions import Mention
from paralint.evidence.names.spellings import fold
from paralint.evidence.words.closed import words
from paralint.evidence.words.titles import HEADS, ROLES
from paralint.text.document import Document
from paralint.text.morphology import is_word

SAID = frozenset(("said", "says", "added", "adds", "told", "tells", "asked", "asks", "replied", "replies", "explains"))
OF_MAPS = frozenset(("New", "North", "South", "East", "West", "San", "Los", "Santa", "Southern", "Northern", "Royal"))
_OF_PERSONS = frozenset((",", "(", "who"))
_OF_PLACE = frozenset(("in", "at", "from", "near", "into", "across", "around", "outside", "the", "of"))
# What stands before its name and is no person: the broker Kessler Roth is one, the brokerage is not.
_BODIES = words(
    """
    brokerage bank firm company consultancy charity lender retailer agency group publisher label magazine newspaper
    hotel restaurant ship yacht ferry trawler club airline union institute foundation startup start-up maker brand chain
    supermarket brewery distillery winery think-tank tank quartet trio duo band choir orchestra team developer insurer
    carmaker shipyard studio gallery museum school college university village town city island river lake mount
    """
)


def may_be_person(document: Document, mention: Mention) -> bool:
    """Whether a name of several parts may be a person's: a title, a given name, or no word of the language in it."""
    last = mention.parts[-1].lower()
    korean = len(mention.parts) == 2 and mention.parts[1].partition("-")[2].islower()  # Park Ji-woo is no park
    if last in ROLES or (any(part.lower() in HEADS for part in mention.parts) and not korean):
        return False
    if fold(" ".join(mention.parts)) in folded_countries():
        return False
    if not mention.role and mention.first and document.tokens.word(mention.first - 1).lower == "the":
        return False
    if mention.role or fold(mention.parts[0]) in load().given_names:
        return True
    if is_word(last) or any(part.isupper() for part in mention.parts):
        return False
    if _acts_as_person(document, mention, SAID):
        return True
    before = document.tokens.word(mention.first - 1).lower if mention.first else ""
    return before not in _OF_PLACE and before not in _BODIES


def is_place(document: Document, mention: Mention) -> bool:
    """Whether a name stands where places do: "in New York", "near San Marino"."""
    before = document.tokens.word(mention.first - 1).lower if mention.first else ""
    return before in ("in", "at", "near", "into", "across", "the") or mention.parts[0] in OF_MAPS


def stands_as_place(document: Document, mention: Mention) -> bool:
    """Whether a single name is that of a town or country, or stands as theirs do: "in Dexter", "of Uganda, who"."""
    before = document.tokens.word(mention.first - 1).lower if mention.first else ""
    return before in _OF_PLACE or mention.parts[0] in cities() or fold(mention.parts[0]) in folded_countries()


def acts_alone(document: Document, mention: Mention) -> bool:
    """Whether a single name, not known in full, is a person's; companies and countries say things, too."""
    if mention.role:
        return True
    if mention.acronym or mention.last >= len(document.tokens) or stands_as_place(document, mention):
        return False
    return document.tokens.word(mention.last).lower in _OF_PERSONS and _acts_as_person(document, mention, frozenset())


def _acts_as_person(document: Document, mention: Mention, verbs: frozenset[str]) -> bool:
    """Whether what stands behind a name is said of persons: "Roe, who", "Roe, 52,", "Roe said"."""
    word = document.tokens.word
    end = document.tokens.sentences[document.sentence_of(mention.first) + 1]
    behind = [word(token).lower for token in range(mention.last, min(mention.last + 2, end))]
    if not behind:
        return False
    if behind[0] in (",", "(") and len(behind) > 1:
        return behind[1] == "who" or (behind[1].isdecimal() and len(behind[1]) == 2)
    before = word(mention.first - 1).lower if mention.first else ""
    return behind[0] == "who" or ((behind[0] in verbs or before in verbs) and before not in ("the", "a"))
