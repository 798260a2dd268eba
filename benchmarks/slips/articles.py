"""Articles that are left out."""

from __future__ import annotations

from collections.abc import Iterator

from slips.change import Change, Place


def changes(place: Place) -> Iterator[Change]:
    """Yield the slips of articles at a word."""
    word, tag_before, tag_after = place.word(), place.tag(-1), place.tag(1)
    if word in ("a", "an", "the") and (tag_before in ("IN", "TO") or tag_before.startswith("VB")) and tag_after == "NN":
        yield place.instead("article left out", "")
