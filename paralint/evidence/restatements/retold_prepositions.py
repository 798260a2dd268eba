"""Prepositions that are others in the retelling: "under the bridge" for "on the bridge"."""

from __future__ import annotations

from collections.abc import Iterator

from paralint.evidence.restatements.conflicts import Change, Comparison
from paralint.evidence.words.closed import words
from paralint.evidence.words.titles import WEEKDAYS
from paralint.text.document import Document

DETERMINERS = words("a an the this that these those his her its their our my some any another each every both")
REACH = 3  # tokens between a preposition, or another small word, and the word behind it
# What a thing may have before it, in one word and in two; those of one group say nearly the same.
SIMPLE = words(
    "in at on by from off out over under above below into onto through across along against between among behind "
    "before after around during towards toward near beside besides beneath without with until since outside "
    "inside within beyond past opposite amid for about despite throughout"
)
_DOUBLE = {
    ("out", "of"): "out of", ("off", "of"): "off", ("down", "of"): "down", ("in", "front"): "before",
    ("next", "to"): "beside", ("on", "top"): "on", ("up", "to"): "to", ("because", "of"): "because",
    ("away", "from"): "from", ("outside", "of"): "outside", ("inside", "of"): "in",
}  # fmt: skip
_ALIKE = tuple(
    words(group)
    for group in (
        "in at within inside during over throughout into around across", "on in at during over upon",
        "before outside near by at beside opposite",
        "on upon over across onto along in", "from off since", "to toward towards into onto for",
        "through by via across along over in past during around", "with by amid among",
        "under beneath below", "above over on", "behind after past", "between among in amid with",
        "for about on over of to", "against before over on at for", "around about in near",
        "near around by at beside in on",
        "with and in of for from by to on at", "beside with by near along next", "for during in over to of",
        "after following behind since in on at from", "before until by ahead",
        "despite amid in", "outside before near off", "in of to", "at to", "past beyond by", "off near from outside",
        "inside in within behind", "since after from in", "for after",
    )
)  # fmt: skip
_OUT = ({"out of", "from"}, {"out of", "off"})


def prepositions(document: Document, comparison: Comparison) -> Iterator[Change]:
    """Find "under the bridge" for "on the bridge", whatever stands before it."""
    lowers = document.lowers
    for one, other in comparison.words.forward.items():
        if lowers[one] in WEEKDAYS or document.tokens.word(one).lower != document.tokens.word(other).lower:
            continue
        there = _before(document, one, comparison.pair.first.first)
        here = _before(document, other, comparison.pair.second.first)
        if there is None or here is None or there[0] == here[0]:
            continue
        if (
            {there[0], here[0]} in _OUT
            or any(there[0] in group and here[0] in group for group in _ALIKE)
            or not _same_phrase(comparison, one, other)
        ):
            continue
        yield (here[1], here[2]), (there[1], there[2])


def _same_phrase(comparison: Comparison, one: int, other: int) -> bool:
    """Whether what goes on behind two words goes on alike: "a warehouse in Hull" is no "Hull warehouse"."""
    pair, forward = comparison.pair, comparison.words.forward
    while forward.get(one + 1) == other + 1 < pair.second.last:
        one, other = one + 1, other + 1
    return one + 1 not in forward and other + 1 not in comparison.words.backward


def _before(document: Document, token: int, begin: int) -> tuple[str, int, int] | None:
    """Return the preposition before the phrase that a word begins, and its tokens."""
    lowers = document.lowers
    at = token - 1
    while at > begin and token - at <= REACH and lowers[at] in DETERMINERS:
        at -= 1
    if at < begin:
        return None
    if at > begin and (lowers[at - 1], lowers[at]) in _DOUBLE:
        return _DOUBLE[lowers[at - 1], lowers[at]], at - 1, at + 1
    if at > begin + 1 and lowers[at] == "of" and (lowers[at - 2], lowers[at - 1]) in _DOUBLE:
        return _DOUBLE[lowers[at - 2], lowers[at - 1]], at - 2, at + 1
    if lowers[at] in SIMPLE and (at == begin or lowers[at - 1] not in SIMPLE):
        return lowers[at], at, at + 1
    return None


def relative(document: Document, comparison: Comparison) -> Iterator[Change]:
    """Find "the attack on which he died" for "the attack in which he died"."""
    lowers, forward = document.lowers, comparison.words.forward
    for one, other in forward.items():
        one, other = (place + (lowers[place + 1 : place + 2] == [","]) for place in (one, other))
        before, after = lowers[one + 1 : one + 3], lowers[other + 1 : other + 3]
        if len(before) < 2 or len(after) < 2 or before[1] != after[1] or before[1] not in ("which", "whom"):
            continue
        if before[0] != after[0] and {before[0], after[0]} <= SIMPLE | {"of"}:
            yield (other + 1, other + 3), (one + 1, one + 3)
