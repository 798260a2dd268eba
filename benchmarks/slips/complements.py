"""Complements of another form than their verb, noun or adjective takes, and prepositions before a plain object."""

from __future__ import annotations

from collections.abc import Iterator

from paralint.text.morphology import inflect, lemma
from slips.change import BE, HAVE, Change, Place

PREPOSITIONS = ("about", "of", "on", "for", "to", "with")
NO_GOVERNORS = BE | HAVE | {"going", "used", "ought", "'s"}


def changes(place: Place) -> Iterator[Change]:
    """Yield the slips of complements behind a word."""
    word, tag, after = place.word(), place.tag(), place.tag(1)
    if word in NO_GOVERNORS or place.at + 2 >= len(place.text.tags):
        return
    if tag.startswith("VB"):
        yield from _behind_a_verb(place)
    kind = "verb" if tag.startswith("VB") else "adjective" if tag == "JJ" else "noun" if tag in ("NN", "NNS") else ""
    if kind and place.word(1) == "to" and place.tag(2) == "VB":
        gerund = inflect(place.word(2), "VBG")
        yield Change(f"{kind} + -ing form for infinitive", place.at + 1, place.at + 3, gerund)
        if kind != "verb":
            of = place.draw.choice(("of", "for", "in"))
            yield Change(f"{kind} + of + -ing form for infinitive", place.at + 1, place.at + 3, f"{of} {gerund}")
    if kind and after == "IN" and place.tag(2) == "VBG" and place.word(1) not in ("by", "while", "after", "before"):
        bare = lemma(place.word(2), "VBG")
        yield Change(f"{kind} + infinitive for preposition + -ing form", place.at + 1, place.at + 3, f"to {bare}")


def _behind_a_verb(place: Place) -> Iterator[Change]:
    """Yield the slips of what is the object of a verb, or stands behind it."""
    second, third = place.tag(1), place.tag(2)
    if second == "VBG" and place.tag() != "VBG":
        bare = lemma(place.word(1), "VBG")
        yield Change("verb + infinitive for -ing form", place.at + 1, place.at + 2, f"to {bare}")
    if second in ("DT", "PRP$"):
        preposition = place.draw.choice(PREPOSITIONS)
        yield Change("preposition before an object", place.at + 1, place.at + 2, f"{preposition} {place.word(1)}")
    if second == "PRP" and third == "TO":
        yield Change("person left out before infinitive", place.at + 1, place.at + 2, "")
        bare = inflect(lemma(place.word(3), "VB"), "VBG") if place.at + 3 < len(place.text.tags) else ""
        if bare:
            yield Change("person + -ing form for infinitive", place.at + 2, place.at + 4, bare)
    if second == "PRP" and third == "VB":
        yield Change("to before a bare infinitive", place.at + 2, place.at + 3, f"to {place.word(2)}")
