"""Prepositions and "to" that are left out, or others than they were."""

from __future__ import annotations

from collections.abc import Iterator

from slips.change import Change, Place

PREPOSITIONS = ("in", "on", "at", "of", "to", "for", "with", "from", "by", "about")


def changes(place: Place) -> Iterator[Change]:
    """Yield the slips of small words at a word."""
    word, tag, tag_before, tag_after = place.word(), place.tag(), place.tag(-1), place.tag(1)
    if word == "to" and tag_after == "VB":
        yield place.instead("to left out", "")
    if tag == "IN" and word in PREPOSITIONS and (tag_before in ("NN", "NNS", "JJ") or tag_before.startswith("VB")):
        yield place.instead("preposition left out", "")
        other = place.draw.choice([other for other in PREPOSITIONS if other != word])
        yield place.instead("another preposition", other)
