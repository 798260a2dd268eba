"""Verbs and pronouns in the wrong number or case."""

from __future__ import annotations

from collections.abc import Iterator

from paralint.text.morphology import inflect, lemma
from slips.change import BE, HAVE, Change, Place

OTHER_NUMBER = {"is": "are", "are": "is", "was": "were", "were": "was", "has": "have", "have": "has"}
OTHER_DO = {"do": "does", "does": "do"}
WHERE = {"EX": "there", "WDT": "relative", "WP": "relative", "RB": "adverb", ",": "comma", "CC": "conjunction"}
OTHER_CASE = {"he": "him", "they": "them", "we": "us", "i": "me", "him": "he", "them": "they", "us": "we", "me": "I"}
SUBJECTS = frozenset({"he", "they", "we", "i"})


def changes(place: Place) -> Iterator[Change]:
    """Yield the slips of number and case at a word."""
    word, tag, before, tag_before = place.word(), place.tag(), place.word(-1), place.tag(-1)
    if tag == "VBP" and word not in BE | HAVE and before not in BE | HAVE and tag_before in ("NNS", "PRP"):
        yield place.instead("plural subject + -s", inflect(lemma(word, tag), "VBZ"))
    if word in OTHER_NUMBER and tag_before in ("NN", "NNS", "NNP", "PRP"):
        yield place.instead("be or have in the other number", OTHER_NUMBER[word])
    if word in OTHER_DO and tag in ("VBP", "VBZ"):
        yield place.instead("do in the other number", OTHER_DO[word])
    if word in OTHER_NUMBER and tag in ("VBZ", "VBP", "VBD"):
        if tag_before in WHERE:
            yield place.instead(f"{WHERE[tag_before]} + be or have in the other number", OTHER_NUMBER[word])
        elif place.tag(1) in ("DT", "PRP$", "PRP") and tag_before in ("WRB", "IN", "JJ", "RP"):
            yield place.instead("be or have before its subject in the other number", OTHER_NUMBER[word])
    if tag in ("VBZ", "VBP") and word not in BE | HAVE and word not in OTHER_DO and tag_before in ("WDT", "WP", "RB"):
        other = lemma(word, tag) if tag == "VBZ" else inflect(lemma(word, tag), "VBZ")
        yield place.instead("verb behind a relative or adverb in the other number", other)
    if tag == "VBZ" and word not in BE | HAVE and "'" not in word and tag_before in WHERE:
        yield place.instead(f"{WHERE[tag_before]} + bare verb", lemma(word, tag))
        yield place.instead(f"{WHERE[tag_before]} + participle", inflect(lemma(word, tag), "VBG"))
    if tag == "PRP" and word in OTHER_CASE and (word not in SUBJECTS or place.tag(1) in ("VBD", "VBZ", "MD")):
        yield place.instead("pronoun in the other case", OTHER_CASE[word])
