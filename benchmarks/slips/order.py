"""Words in another order than English has."""

from __future__ import annotations

from collections.abc import Iterator

from paralint.evidence.words.closed import words
from slips.change import BE, HAVE, Change, Place

WH = frozenset({"how", "what", "when", "where", "why", "which", "whether", "who"})
LINKS = frozenset({"because", "when", "after", "before", "if", "although", "while"})
ABOUT = frozenset({"about", "nearly", "almost", "around", "only", "roughly", "over"})
AUXILIARY = BE | HAVE | {"would", "will", "could", "can", "should", "must", "may", "might", "did", "does", "do"}
CONTENT = ("NN", "NNS", "VBD", "VBZ", "VBN", "VB", "VBG", "JJ", "RB", "IN", "DT", "PRP", "MD", "CD", "TO", "PRP$")
COMES = words(
    """
    appeared happened emerged arrived existed occurred arose remained began came followed appears remains exists
    """
)
STOPS = frozenset({".", ",", ";"})
RANDOMLY = 0.03


def changes(place: Place) -> Iterator[Change]:
    """Yield the slips of order at a word."""
    yield from _verbs_and_subjects(place)
    yield from _verbs_and_objects(place)
    yield from _phrases(place)
    if (
        place.draw.random() < RANDOMLY
        and place.tag() in CONTENT
        and place.tag(1) in CONTENT
        and place.tag()[:2] != place.tag(1)[:2]
        and {place.tag()[:2], place.tag(1)[:2]} not in ({"RB", "VB"}, {"RB", "IN"})
    ):
        yield _order(place, "two neighbours swapped", 0, 2, 1, 0)


def _order(place: Place, kind: str, start: int, stop: int, *order: int) -> Change:
    """Return the change that puts the tokens from ``start`` to ``stop`` in another order, told by offsets."""
    return _put(place, kind, start, stop, " ".join(_form(place, at) for at in order))


def _put(place: Place, kind: str, start: int, stop: int, new: str) -> Change:
    return Change(kind, place.at + start, place.at + stop, new)


def _form(place: Place, offset: int) -> str:
    return place.text.tokens.word(place.at + offset).form


def _verbs_and_subjects(place: Place) -> Iterator[Change]:
    word, tag, before = place.word(), place.tag(), place.word(-1)
    if tag == "PRP" and place.word(1) in AUXILIARY:
        if (before in WH and place.word(-2) not in STOPS) or place.word(-2) == "how":
            yield _order(place, "question inside a sentence", 0, 2, 1, 0)
        elif before in LINKS | {"that"}:
            yield _order(place, "auxiliary before subject of a clause", 0, 2, 1, 0)
        elif before == ",":
            yield _order(place, "auxiliary before subject behind comma", 0, 2, 1, 0)
    if (
        tag == "PRP"
        and before in LINKS | {"that"}
        and place.tag(1) in ("VBD", "VBZ")
        and place.word(1) not in AUXILIARY
    ):
        yield _order(place, "verb before pronoun of a clause", 0, 2, 1, 0)
    if word in COMES and place.tag(-1) == "NN" and place.tag(-2) == "DT" and place.tag(1) in ("IN", "TO"):
        thing = f"{_form(place, -2).lower()} {_form(place, -1)}"
        yield _put(place, "it + verb + subject", -2, 1, f"it {word} {thing}")
        yield _put(place, "verb before its subject", -2, 1, f"{word} {thing}")
    if word == "not" and before in AUXILIARY and place.tag(1).startswith("VB"):
        yield _order(place, "not before auxiliary", -1, 1, 0, -1)
        yield _order(place, "not behind verb", 0, 2, 1, 0)
    if word in ("have", "been", "be") and before in AUXILIARY and place.tag(1) in ("VBN", "VBG"):
        yield _order(place, "auxiliaries exchanged", -1, 1, 0, -1)
        yield _order(place, "participle before auxiliary", 0, 2, 1, 0)


def _verbs_and_objects(place: Place) -> Iterator[Change]:
    word, tag, before = place.word(), place.tag(), place.word(-1)
    verb = tag in ("VBD", "VBZ", "VBP") and word not in AUXILIARY
    if verb and place.tag(-1) == "RB" and place.tag(1) in ("DT", "PRP$", "PRP", "NNS") and before != "not":
        yield _order(place, "adverb between verb and object", -1, 1, 0, -1)
    if tag == "VB" and place.tag(-1) == "RB" and place.tag(1) in ("DT", "PRP$") and before not in ("not", "n't"):
        yield _order(place, "adverb between verb and object", -1, 1, 0, -1)
    if tag.startswith("VB") and place.tag(1) == "PRP" and place.tag(2) == "RP":
        yield _order(place, "particle before pronoun", 1, 3, 2, 1)
    if (
        tag.startswith("VB")
        and place.tag(1) == "PRP$"
        and place.tag(2) in ("NN", "NNS")
        and place.tag(3) == "IN"
        and place.tag(4) == "PRP"
    ):
        yield _order(place, "person before its thing", 1, 5, 4, 1, 2)
    behind = next((at for at in (3, 4) if place.word(at) in STOPS and place.tag(at - 1) in ("NN", "NNS")), 0)
    determined = place.tag(1) in ("DT", "PRP$")
    if verb and behind and determined and before in ("who", "which", "that") and place.tag(-1) in ("WP", "WDT"):
        yield _order(place, "verb at the end of a relative clause", 0, behind, *range(1, behind), 0)
    if verb and behind and determined and place.tag(-1) == "PRP" and place.word(-2) in LINKS:
        yield _order(place, "verb at the end of a clause", 0, behind, *range(1, behind), 0)
    if tag == "VB" and before == "to" and behind and determined:
        yield _order(place, "object before infinitive", -1, behind, *range(1, behind), -1, 0)
    if (
        tag == "PRP"
        and word in ("him", "them", "us", "me", "it")
        and place.tag(-1) in ("VBD", "VBZ")
        and before not in AUXILIARY
        and place.tag(1) in ("IN", "TO", ".", "DT", "RB")
    ):
        yield _order(place, "object pronoun before verb", -1, 1, 0, -1)


def _phrases(place: Place) -> Iterator[Change]:
    word, tag, before = place.word(), place.tag(), place.word(-1)
    noun_ends = place.tag(2) not in ("NN", "NNS", "NNP", "POS", "VBG", "CD", "HYPH")
    if tag == "JJ" and place.tag(-1) in ("DT", "PRP$", "IN") and place.tag(1) in ("NN", "NNS") and noun_ends:
        yield _order(place, "adjective behind noun", 0, 2, 1, 0)
    if tag == "NN" and place.tag(-1) == "DT" and place.tag(1) in ("NN", "NNS") and noun_ends:
        yield _order(place, "nouns of a compound exchanged", 0, 2, 1, 0)
    if word == "enough" and place.tag(-1) in ("JJ", "RB"):
        yield _order(place, "enough before adjective", -1, 1, 0, -1)
    if word in ABOUT and place.tag(1) == "CD" and place.tag(-1) in ("IN", "TO"):
        yield _order(place, "about before preposition", -1, 1, 0, -1)
    if word in ABOUT and place.tag(1) == "CD":
        yield _order(place, "about behind number", 0, 2, 1, 0)
    if word in ("all", "both", "half", "such", "quite") and place.word(1) in ("the", "a", "an", "his", "their", "its"):
        yield _order(place, "determiners exchanged", 0, 2, 1, 0)
    if (
        word in ("very", "too", "so", "more", "most", "less")
        and place.tag(1) == "JJ"
        and place.tag(2) not in ("JJ", "CC")
    ):
        yield _order(place, "degree behind adjective", 0, 2, 1, 0)
    if (
        tag in ("IN", "TO")
        and place.tag(1) == "DT"
        and place.tag(2) in ("NN", "NNS")
        and place.tag(3) in (".", ",", "IN")
    ) and place.tag(-1) in ("VBD", "VBN", "NN", "NNS", "VB"):
        yield _order(place, "preposition behind its noun", 0, 3, 1, 2, 0)
    if (
        tag == "POS"
        and place.tag(-1) in ("NN", "NNP")
        and place.tag(1) in ("NN", "NNS")
        and place.tag(-2) in ("IN", "DT")
    ):
        yield _put(place, "owner behind what is owned", -1, 2, f"{_form(place, 1)} {_form(place, -1)}{_form(place, 0)}")
    if tag == "CD" and before in ("first", "last", "next", "past", "other", "some"):
        yield _order(place, "number before its ordinal or other", -1, 1, 0, -1)
    if tag == "IN" and place.tag(1) in ("WDT", "WP") and place.tag(-1) in ("NN", "NNS"):
        yield _order(place, "preposition behind its relative word", 0, 2, 1, 0)
