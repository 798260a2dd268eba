"""Verbs and pronouns in the wrong number or case."""

from __future__ import annotations

from collections.abc import Iterator

from paralint.text.morphology import inflect, lemma
from slips.change import BE, HAVE, Change, Place

OTHER_NUMBER = {"is": "are", "are": "is", "was": "were", "were": "was", "has": "have", "have": "has"}
OTHER_CASE = {"he": "him", "they": "them", "we": "us", "i": "me", "him": "he", "them": "they", "us": "we", "me": "I"}
SUBJECTS = frozenset({"he", "they", "we", "i"})


def changes(place: Place) -> Iterator[Change]:
    """Yield the slips of number and case at a word."""
    word, tag, before, tag_before = place.word(), place.tag(), place.word(-1), place.tag(-1)
    if tag == "VBP" and word not in BE | HAVE and before not in BE | HAVE and tag_before in ("NNS", "PRP"):
        yield place.instead("plural subject + -s", inflect(lemma(word, tag), "VBZ"))
    if word in OTHER_NUMBER and tag_before in ("NN", "NNS", "NNP", "PRP"):
        yield place.instead("be or have in the other number", OTHER_NUMBER[word])
    if tag == "PRP" and word in OTHER_CASE and (word not in SUBJECTS or place.tag(1) in ("VBD", "VBZ", "MD")):
        yield place.instead("pronoun in the other case", OTHER_CASE[word])
