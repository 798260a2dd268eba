"""Opposite deeds of one who is named among others: "Roe and Poe rejected the offer … Poe, who accepted the offer".

``opposed.py`` reads the statements of whole clauses; here a name, a verb of the list of opposites and the noun behind
it are enough, wherever in its sentence the name stands before the verb.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from paralint.evidence.claims.opposed import opposites
from paralint.evidence.names.mentions import Mention, mentions
from paralint.evidence.quotations.quotations import quotations
from paralint.evidence.restatements.conflicts import Conflict
from paralint.evidence.words.closed import words
from paralint.evidence.words.vocabulary import stem
from paralint.text.document import Document
from paralint.values import NamedTuple

_DETERMINERS = words("the its their his her that this these those")
_RELATIVES = words("which who")
_SKIPPED = words(", which who also both all has have had already")
_TURNS = words(
    """
    but however although though later then earlier previously until first initially again once while instead former
    finally whereas if unless whether till not n't n’t never no would could might may should before after
    reluctantly eventually originally part partly since when nobody none asked urged called
    """
)
_JOINTS = words("and , the small large of ’ '")  # between the names that do something together
_ADJECTIVES = 2  # between a determiner and its noun
_VERBS = frozenset(("VBD", "VBZ", "VBP", "VBN"))


class _Deed(NamedTuple):
    """What a named one does: the verb, its place, and on which side of its pair it stands."""

    verb: int
    noun: int
    sign: bool


def joint_deeds(document: Document) -> Iterator[Conflict]:
    """Yield the deeds of which somebody who is named has done the opposite elsewhere."""
    known = opposites()
    if document.by_lower.keys().isdisjoint(known):
        return
    done: defaultdict[tuple[tuple[str, ...], str, int], list[_Deed]] = defaultdict(list)
    tokens, inside = document.tokens, document.derive(quotations).inside
    for lower in sorted(document.by_lower.keys() & known.keys()):
        sides = [side for side in known[lower] if side.verb]
        for place in (
            sorted(each for kind in document.by_lower[lower] for each in document.places[kind]) if sides else ()
        ):
            noun = _object(document, place)
            if noun is None or inside[place] or document.tags[place] not in _VERBS:
                continue
            for name in _subjects(document, place):
                for side in sides:
                    done[name.parts, stem(document.lowers[noun]), side.pair].append(_Deed(place, noun, side.sign))
    for deeds in done.values():
        one = deeds[0]
        other = next((each for each in deeds if each.sign != one.sign), None)
        if other is not None and document.sentence_of(one.verb) != document.sentence_of(other.verb):
            first, last = sorted((one, other))
            here, there = (tokens.span(each.verb, each.noun + 1) for each in (first, last))
            yield Conflict("deed", here, there, 1.0, "who did the one did not do the other")


def _object(document: Document, verb: int) -> int | None:
    """Return the noun right behind a verb and its determiner."""
    lowers, tags = document.lowers, document.tags
    end = document.tokens.sentences[document.sentence_of(verb) + 1]
    if verb + 2 >= end or lowers[verb + 1] not in _DETERMINERS:
        return None
    for token in range(verb + 2, min(end, verb + 3 + _ADJECTIVES)):
        if tags[token] in ("NN", "NNS"):
            behind = tags[token + 1] if token + 1 < end else ""
            return token if behind not in ("NN", "NNS") else None
        if tags[token] not in ("JJ", "VBN", "CD"):
            return None
    return None


def _subjects(document: Document, verb: int) -> list[Mention]:
    """Return those who are named right before a verb: the last, and those that an "and" joins to it."""
    number = document.sentence_of(verb)
    begin, end = document.tokens.sentences[number : number + 2]
    lowers = document.lowers
    if not _TURNS.isdisjoint(lowers[begin:end]):
        return []
    named = [each for each in document.derive(mentions).all if begin <= each.first and each.last <= verb]
    if not named or any(lowers[token] not in _SKIPPED for token in range(named[-1].last, verb)):
        return []
    found = [named[-1]]
    if lowers[verb - 1] in _RELATIVES:
        return found
    for one, other in zip(reversed(named[:-1]), reversed(named), strict=False):
        if not _JOINTS.issuperset(lowers[one.last : other.first]):
            break
        found.append(one)
    return found
