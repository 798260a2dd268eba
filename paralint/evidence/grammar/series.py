"""Series of three verbs in which the middle one, or the last, has another form than those beside it.

"Broke a window, climbs into the flat and stole", "to hire welders, training others and to build": what commas and "and"
join has one form (Quirk et al. 1985, 13.44 ff.). An -ing form behind a comma may tell a circumstance, so no comma
stands before the "and" here, and both neighbours have one form. The rule is heard in damaged pages only.
"""

from __future__ import annotations

from collections.abc import Iterator

from paralint.evidence.grammar.complements import Slip
from paralint.evidence.grammar.predicates import BE, HAVE, NOUNS, Words, standing
from paralint.evidence.grammar.verb_groups import is_noun
from paralint.evidence.words.places import places_of
from paralint.evidence.words.titles import words
from paralint.text.document import Document
from paralint.text.morphology import verb_forms

_OBJECT = frozenset({"DT", "PRP$", "PRP", "NNS", "NN", "CD", "NNP", "JJ", "IN", "TO", "RP", "RB", "$"})
_QUOTES = frozenset('"“”„«»‘’') | {"''", "``"}
_STOPS = words("who which that whose where when while because if although what how but ; :")
_NO_ITEMS = words("including following according regarding concerning meaning saying adding citing using being having")
_REACH = 12
_TOLD = words("said says told added say")


def slips(document: Document) -> tuple[Slip, ...]:
    """Return the verbs of series that have another form than their neighbours, in reading order."""
    return tuple(_slips(document))


def _slips(document: Document) -> Iterator[Slip]:
    for here, at in standing(document, places_of(document, frozenset({"and", "or"}))):
        if here.words[at - 1] == "," or not here.first + 5 < at < here.last - 2:
            continue
        last = _form(here, at + 1)
        if not last:
            continue
        comma = _comma(here, at)
        if comma < 0:
            continue
        middle = _form(here, comma + 1)
        if not middle or here.words[comma + 1] in _NO_ITEMS:
            continue
        first, place = _first(here, comma)
        if not first or here.words[place] in BE | HAVE:
            continue
        if first == last != middle and _is_firm(first, middle):
            yield Slip("series", comma + 1, comma + 1)
        elif first == middle != last and _is_firm(first, last):
            yield Slip("series", at, at + 1 + (last == "to"))


def _is_firm(form: str, other: str) -> bool:
    """Whether verbs of two forms cannot stand in one series."""
    return {form, other} != {"VB", "to"} and (form, other) != ("VBD", "VBN")


def _form(here: Words, at: int) -> str:
    """Return the form of a verb with an object, a phrase or an end behind it; empty if none stands there."""
    word, tag, following = here.word(at), here.tag(at), here.tag(at + 1)
    if word == "to" and here.tag(at + 1) == "VB":
        return "to"
    if word in BE | HAVE | _TOLD or following not in _OBJECT | {"CC"}:
        return ""
    forms = verb_forms(word)
    if tag == "VBG" and word.endswith("ing"):
        return "VBG"
    if tag == "NNS" and here.word(at - 1) == "," and following in ("IN", "RP", "TO") and "VBZ" in forms:
        return (
            "VBZ" if here.word(at + 1) in ("into", "onto", "through", "to", "up", "out", "off", "away", "over") else ""
        )
    if tag in ("VBZ", "VB", "VBP", "VBD") or (tag in ("NNS", "NN") and following in ("DT", "PRP$") and forms):
        if tag == "NNS":
            return "VBZ" if "VBZ" in forms else ""
        if tag == "NN":
            return "VB" if "VB" in forms and not is_noun(word) else ""
        return "VB" if tag == "VBP" else tag
    if tag == "VBN" and "VBD" in forms:
        return "VBD" if following in ("DT", "PRP$", "PRP", "CD", "NNS") else ""
    return ""


def _comma(here: Words, at: int) -> int:
    """Return the comma that opens the item before a conjunction; -1 if a clause or a mark stands between."""
    for place in range(at - 1, max(here.first, at - _REACH), -1):
        word = here.words[place]
        if word == ",":
            return place
        if word in _STOPS or word in _QUOTES or here.tags[place] in ("WDT", "WP", "MD"):
            return -1
    return -1


def _first(here: Words, comma: int) -> tuple[str, int]:
    """Return the form of the verb before a comma, with only its object between, and its token."""
    for place in range(comma - 1, max(here.first - 1, comma - _REACH), -1):
        word, tag = here.words[place], here.tags[place]
        if word in _STOPS or word in _QUOTES or word == ",":
            return "", 0
        if tag.startswith("VB") or (tag == "NN" and here.tag(place - 1) in ("TO", "MD")):
            before = here.word(here.skip_adverbs(place - 1))
            if before == "to":
                return "to", place
            if here.tag(here.skip_adverbs(place - 1)) == "MD":
                return "VB", place
            if tag == "VBG":
                return "VBG", place
            if tag in ("VBD", "VBZ") or (
                tag == "VBN" and "VBD" in verb_forms(word) and here.tag(place - 1) in (*NOUNS, "PRP")
            ):
                return ("VBD" if tag == "VBN" else tag), place
            return "", 0
    return "", 0
