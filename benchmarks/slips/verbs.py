"""Verbs in a form that does not go with their auxiliary, subject or preposition."""

from __future__ import annotations

from collections.abc import Iterator

from paralint.text.morphology import inflect, lemma
from slips.change import BE, HAVE, Change, Place


def changes(place: Place) -> Iterator[Change]:
    """Yield the slips of verbs at a word."""
    word, tag, before, tag_before = place.word(), place.tag(), place.word(-1), place.tag(-1)
    if tag.startswith("VB") and word not in BE | HAVE:
        base = lemma(word, tag)
        if before in HAVE and tag == "VBN":
            yield place.instead("have + bare verb", base)
        elif before in BE and tag in ("VBN", "VBG"):
            yield place.instead("be + bare verb", base)
            yield place.instead("be + the other participle", inflect(base, "VBG" if tag == "VBN" else "VBN"))
        elif tag == "VB" and tag_before in ("MD", "TO"):
            form = place.draw.choice(("VBD", "VBZ", "VBG"))
            yield place.instead(f"{'to' if tag_before == 'TO' else 'modal'} + inflected verb", inflect(base, form))
        elif tag == "VBG" and tag_before == "IN":
            yield place.instead("preposition + bare verb", base)
        elif tag in ("VBD", "VBZ") and tag_before in ("NN", "NNP", "PRP"):
            yield place.instead("subject + bare verb", base)
            yield place.instead("subject + participle", inflect(base, place.draw.choice(("VBN", "VBG"))))
    if word in BE | HAVE and place.tag(1) in ("VBN", "VBG", "JJ", "DT"):
        yield place.instead("auxiliary left out", "")
