"""Attributes in "-ing" of what undergoes an act: "the car, driving by a student, hit a tree", "goods importing from".

What follows its noun tells in "-ing" what it does, in the participle what is done to it (Quirk et al. 1985, 17.28 f.).
A verb that needs an object has none here, or has "by" and one who acts behind it. The rule is heard in damaged pages
only.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from paralint.evidence.grammar.agentless import acts
from paralint.evidence.grammar.complements import Slip, classes, is_of
from paralint.evidence.grammar.government import TIMES
from paralint.evidence.grammar.predicates import FINITE, NOUNS, Words, standing
from paralint.evidence.grammar.voice import is_thing
from paralint.evidence.words.closed import words
from paralint.evidence.words.nouns import agents
from paralint.evidence.words.places import places_of
from paralint.text.document import Document
from paralint.text.morphology import is_noun, verb_forms, word_classes

_LINKS = words("in at with from on as under near between during to")
_GOING = words(
    """
    dating selling moving leading running opening closing starting beginning ending changing turning operating
    performing investigating reporting writing reading teaching playing winning losing flying sailing racing training
    drinking eating smoking cooking painting singing voting fighting practising studying working living acting trading
    counting passing joining leaving paying watching listening waiting returning helping visiting attending signing
    applying bidding building farming fishing hunting exploring searching sitting standing hiding resting
    posing
    benefiting profiting increasing decreasing declining rising falling growing improving spreading breaking developing
    recovering drawing following including concerning regarding measuring weighing costing ranging featuring covering
    """
)
_SETS = frozenset({"setting", "fixing"})
_NOUNS_IN_ING = words(
    """
    shooting bombing killing hearing meeting ruling finding landing sighting offering filing lending spending hacking
    pricing funding recording reporting briefing warning mining logging poaching dumping smuggling breeding lobbying
    policing crossing posting testing monitoring marketing planning processing packaging engineering manufacturing
    making gathering setting screening sampling scheduling scanning shipping storing sorting cataloguing editing
    auditing vetting vaccinating teaching tutoring nursing
    """
) - {"setting", "shipping"}
_NO_AGENT = TIMES | words("hand means way chance accident law nature far then now more half percent cent %")


def slips(document: Document) -> tuple[Slip, ...]:
    """Return the attributes in "-ing" of what undergoes an act, in reading order."""
    return tuple(_slips(document))


@lru_cache(maxsize=1)
def _verbs() -> tuple[frozenset[str], frozenset[str]]:
    """Return the forms in "-ing" of verbs that need an object, and of all that have one object."""
    known = classes()
    firm = known["v undergone"] | known["v acted"] | known["v object"] | known["v suffered"] | known["v agentive"]
    every = firm | known["v single"] | known["v one-object"]
    ending = frozenset(word for word in every if word.endswith("ing"))
    return frozenset(firm & ending) - _GOING - known["v labile"], ending | _SETS


def _slips(document: Document) -> Iterator[Slip]:
    firm, every = _verbs()
    for here, at in standing(document, places_of(document, every)):
        misread = here.tags[at] == "NN" and here.words[at] in _SETS and here.word(at + 1) == "by"
        if (
            not (here.tags[at] == "VBG" or misread)
            or not here.first < at < here.last - 3
            or here.words[here.last - 1] == "?"
        ):
            continue
        comma = here.words[at - 1] == ","
        head = at - 1 - comma
        if here.tags[head] not in NOUNS or not (_is_whole(here, head, at, comma) or _is_object(here, head, at)):
            continue
        following = here.words[at + 1 + (here.words[at + 1] == "only")]
        if following == "by":
            if _is_agent(here, at + 2):
                yield Slip("undergone-attribute", at, at + 1)
        elif here.words[at] in firm and following in _LINKS and _undergoes(here, head, at, following):
            yield Slip("undergone-attribute", at, at + 1)


def _is_whole(here: Words, head: int, at: int, comma: bool) -> bool:
    """Whether a phrase ends at ``head``, and behind the attribute its verb follows."""
    if not comma and here.tags[head - 1] in ("VBD", "VBZ", "VBP", "VB", "VBN", "IN", "TO", "VBG"):
        return False
    if comma:
        close = next((place for place in range(at, min(here.last, at + 14)) if here.words[place] == ","), -1)
        return close > 0 and (
            here.tag(close + 1) in FINITE or here.word(close + 1) in ("is", "was", "has", "were", "are")
        )
    start = here.first
    if here.subject_phrase(start) != at:
        return False
    place = at + 1
    while place < min(here.last, at + 9) and here.tags[place] not in FINITE:
        if here.words[place] in (",", "that", "and", "which", "who"):
            return False
        place += 1
    return place < here.last and here.tags[place] in FINITE


def _is_object(here: Words, head: int, at: int) -> bool:
    """Whether a thing with its determiner ends at ``head``, anywhere in its sentence, and needs one who acts."""
    if head != at - 1 or here.tags[head] not in ("NN", "NNS") or here.words[at] in _NOUNS_IN_ING:
        return False
    start = head
    while start > here.first and here.tags[start - 1] in ("JJ", "NN", "CD", "VBN", "NNP", "POS"):
        start -= 1
    opens = here.tag(start - 1)
    # "A request for comment sending to": a bare noun behind "for" and a noun with its determiner.
    bare = opens == "IN" and here.words[start - 1] in ("for", "of") and here.tag(start - 2) in ("NN", "NNS")
    told = opens in ("DT", "PRP$") or here.tags[start] in ("CD", "DT") or bare
    by = here.words[at + 1] == "by"
    return told and not acts(here, head, here.words[at]) and (by or here.words[at] in _verbs()[0])


def _is_agent(here: Words, start: int) -> bool:
    """Whether one who acts begins at ``start``."""
    end = here.phrase(start)
    if end == start or here.tags[start] in ("VBG", "PRP", "NN") or here.tags[end - 1] not in NOUNS:
        return False
    phrase = here.words[start:end]
    counted = here.tags[start] == "CD" and phrase[-1] not in agents()
    return not counted and _NO_AGENT.isdisjoint(phrase)


def _undergoes(here: Words, head: int, at: int, following: str) -> bool:
    word = here.words[at]
    if following == "to" and here.tag(at + 2) == "VB":
        return False
    if here.phrase(at + 2) == at + 2 and here.tag(at + 2) not in ("NN", "NNS", "JJ"):
        return False
    if "noun" in word_classes(word) and is_noun(word):
        return False
    if is_of("v person-first", f"{word}:{following}"):
        return True
    if is_of("v suffered", word) and here.words[head] in agents():
        return "VBG" in verb_forms(word)
    return is_thing(here, head, word)
