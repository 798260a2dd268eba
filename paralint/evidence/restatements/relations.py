"""Conflicting relations: small words that turn a fact round while every name and noun of it stays.

"Hours after the tariff" / "hours before the tariff"; "lands from a ship" / "lands on a ship"; "in the Brest region" /
"in Brest"; "a soldier in a trench" / "a soldier who has been in a trench".
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator

from paralint.evidence.restatements.conflicts import Comparison, Conflict, comparisons, content_between, without_repeats
from paralint.evidence.restatements.restatements import Passage
from paralint.evidence.words.titles import CALENDAR
from paralint.evidence.words.vocabulary import NO_STEM, vocabulary
from paralint.text.document import Document
from paralint.text.morphology import verb_forms
from paralint.text.words import TokenKind
from paralint.values import NamedTuple

_RELATIONS: dict[tuple[str, ...], str] = {
    ("before",): "before", ("ahead", "of"): "before", ("prior", "to"): "before", ("eve", "of"): "before",
    ("in", "advance", "of"): "before", ("after",): "after", ("following",): "after", ("subsequent", "to"): "after",
    ("in", "the", "wake"): "after", ("during",): "during",
    ("with",): "with", ("without",): "without", ("with", "no"): "without",
    ("inside",): "inside", ("within",): "inside", ("in",): "in", ("into",): "to", ("outside",): "outside",
    ("far", "from"): "far", ("away", "from"): "far", ("far", "away", "from"): "far",
    ("near",): "near", ("close", "to"): "near", ("outside", "of"): "outside",
    ("above",): "above", ("over",): "above", ("below",): "below", ("under",): "below", ("beneath",): "below",
    ("out", "of"): "out", ("from",): "from", ("to",): "to", ("on",): "on", ("onto",): "on",
    ("closer", "to"): "nearer", ("nearer", "to"): "nearer", ("nearer",): "nearer", ("further", "from"): "far",
    ("farther", "from"): "far", ("back", "from"): "far", ("further", "away", "from"): "far",
    ("in", "front", "of"): "front", ("behind",): "behind", ("underneath",): "below", ("on", "top", "of"): "above",
    ("instead", "of"): "instead", ("rather", "than"): "instead", ("as", "well", "as"): "with",
    ("along", "with"): "with", ("together", "with"): "with", ("except",): "except", ("except", "for"): "except",
    ("apart", "from"): "except", ("excluding",): "except", ("including",): "including",
    ("in", "spite", "of"): "despite", ("notwithstanding",): "despite", ("owing", "to"): "because",
    ("on", "account", "of"): "because", ("as", "a", "result", "of"): "because", ("earlier", "than"): "before",
    ("later", "than"): "after", ("upstream", "of"): "upstream", ("downstream", "of"): "downstream",
    ("start", "of"): "start", ("beginning", "of"): "start", ("end", "of"): "end", ("close", "of"): "end",
    ("for",): "for", ("against",): "against",
    ("until",): "until", ("since",): "since",
    ("because", "of"): "because", ("due", "to"): "because", ("thanks", "to"): "because", ("despite",): "despite",
}  # fmt: skip
_EXCLUSIVE = {
    frozenset(pair): slot
    for slot, pairs in {
        "order": ("before after", "until since", "start end", "before during", "after during", "before behind"),
        "cause": ("because despite",),
        "direction": (
            "from to",
            "from on",
            "from for",
            "to out",
            "to far",
            "nearer far",
            "nearer from",
            "front behind",
            "instead with",
            "except including",
            "upstream downstream",
            "above below",
            "with without",
            "for against",
        ),
        "place": ("inside outside", "in outside", "in near", "near far", "in far"),
    }.items()
    for pair in map(str.split, pairs)
}
_REGION_NOUNS = "region province district oblast county area state valley governorate prefecture suburb"
_REGIONS = frozenset(_REGION_NOUNS.split())
_CLAUSAL = frozenset(("before", "after", "during", "because", "despite"))  # their phrase may stand anywhere
_BEHIND_PARTICLES = frozenset(
    ("and", "when", "while", "as", "by", "from", "to", "in", "at", "or", "but", "again", "too")
)
_DATING = frozenset(("date", "dates", "dated", "dating"))  # from or to: they say the same
_LOOSE = 0.55  # least score where nothing before, and not the first word behind a relation, is the same
_NEAR = 8  # tokens on each side of a relation in which its content words are looked for
_LONGEST = 3  # words of a relation
_REACH = 3  # content words on each side of a relation that may have to match


class Relation(NamedTuple):
    """One relating word: its tokens, its kind, and the content words around it, the nearest first."""

    first: int
    last: int
    kind: str
    left: tuple[int, ...]
    right: tuple[int, ...]


def relations(document: Document) -> tuple[Conflict, ...]:
    """Return the conflicts of relations (a layer: see ``Document.derive``)."""
    return without_repeats(
        conflict
        for comparison in document.derive(comparisons)
        for find in (_turned, _regions, _past, _particles)
        for conflict in find(document, comparison)
    )


def _turned(document: Document, comparison: Comparison) -> Iterator[Conflict]:
    before = _relations(document, comparison.pair.first)
    for other in _relations(document, comparison.pair.second):
        fitting = [one for one in before if _same_ends(comparison, one, other)]
        if any(one.kind == other.kind for one in fitting):
            continue
        for one in fitting:
            slot = _EXCLUSIVE.get(frozenset((one.kind, other.kind)))
            if slot is None or (slot == "place" and not _is_place(document, one, other)):
                continue
            if slot == "direction" and other.left and document.tokens.word(other.left[0]).lower in _DATING:
                continue
            if slot == "direction" and document.lowers[other.last] in CALENDAR:
                continue  # which open on Monday, which open from Monday
            yield Conflict(
                slot,
                document.tokens.span(_begin(other), other.right[0] + 1),
                document.tokens.span(_begin(one), one.right[0] + 1),
                comparison.pair.score,
                content_between(document, other.right[0], other.right[0] + 1),
            )
            break


def _begin(relation: Relation) -> int:
    """Return the first token to show of a relation: the word before it, if it stands close."""
    return relation.left[0] if relation.left and relation.first - relation.left[0] <= 2 else relation.first


def _is_place(document: Document, one: Relation, other: Relation) -> bool:
    """Whether it is a name that something is in or near; far and near exclude each other of anything."""
    return "far" in (one.kind, other.kind) or document.tokens.word(other.right[0]).capital


def _relation_places(document: Document) -> list[int]:
    """Return the tokens that can open a relation, ascending (a layer)."""
    return sorted(
        token
        for opener in sorted({words[0] for words in _RELATIONS})
        for kind in document.by_lower.get(opener, ())
        for token in document.places[kind]
    )


def _relations(document: Document, passage: Passage) -> list[Relation]:
    word = document.tokens.word
    stems = document.derive(vocabulary).stems
    places = document.derive(_relation_places)
    found = []
    for token in places[bisect_left(places, passage.first) : bisect_left(places, passage.last)]:
        lowers = [word(index).lower for index in range(token, min(token + _LONGEST, passage.last))]
        sizes = range(len(lowers), 0, -1)
        kind, last = next(
            (
                (longest, token + size)
                for size in sizes
                if (longest := _RELATIONS.get(tuple(lowers[:size]))) is not None
            ),
            (None, token),
        )
        if kind is None:
            continue
        sentence = document.sentence_of(token)
        begin, end = document.tokens.sentences[sentence], document.tokens.sentences[sentence + 1]
        left = _content(stems, range(token - 1, max(begin, token - _NEAR) - 1, -1))
        right = _content(stems, range(last, min(end, last + _NEAR)))
        if not right or right[0] - last > 3 or not _whole(document, token, right[0]):
            continue
        if word(last).lower in ("which", "whom"):  # "…, from which": what it belongs to may stand anywhere
            found.append(Relation(token, last, kind, (), right))
        elif kind in _CLAUSAL or (left and token - left[0] <= 2 and _whole(document, left[0], token)):
            found.append(Relation(token, last, kind, left, right))
    return found


def _content(stems: list[int], tokens: range) -> tuple[int, ...]:
    return tuple(token for token in tokens if stems[token] != NO_STEM)[:_REACH]


def _whole(document: Document, first: int, last: int) -> bool:
    """Whether no punctuation stands between two tokens."""
    word = document.tokens.word
    return all(word(token).kind is not TokenKind.PUNCTUATION for token in range(first, last))


def _same_ends(comparison: Comparison, one: Relation, other: Relation) -> bool:
    """Whether two relations tie the same words together: the nearest on the left, one of the nearest on the right."""
    forward = comparison.words.forward
    clausal = comparison.beside and one.kind in _CLAUSAL and other.kind in _CLAUSAL
    clausal = clausal or (comparison.beside and not one.left and not other.left)
    if not clausal and not (one.left and other.left and forward.get(one.left[0]) == other.left[0]):
        return False
    if forward.get(one.right[0]) == other.right[0]:
        return True
    if clausal and comparison.pair.score < _LOOSE:
        return False
    loose = one.right[0] not in forward and other.right[0] not in comparison.words.backward
    return loose and len(one.right) > 1 and forward.get(one.right[1]) in other.right[1:2]


def _regions(document: Document, comparison: Comparison) -> Iterator[Conflict]:
    """Find a region that has become the town of the same name, or the other way round."""
    word = document.tokens.word
    for one, other in sorted(comparison.words.forward.items()):
        if not (word(one).capital and word(other).capital and word(one).lower == word(other).lower):
            continue
        regions = [_region_behind(document, token) for token in (one, other)]
        if (regions[0] is None) == (regions[1] is None):
            continue
        if not all(_in_before(document, token) for token in (one, other)):
            continue
        spans = [
            document.tokens.span(_in_before(document, token) - 1, (region or token) + 1)
            for token, region in zip((one, other), regions, strict=True)
        ]
        yield Conflict("place", spans[1], spans[0], comparison.pair.score, word(one).form)


def _particles(document: Document, comparison: Comparison) -> Iterator[Conflict]:
    """Find what goes up in one passage and down in the other: "prices go up", "prices move down"."""
    stems = document.derive(vocabulary).stems
    word = document.tokens.word
    found: list[dict[int, int]] = []  # the token of who moves, and its particle
    for passage in (comparison.pair.first, comparison.pair.second):
        moves: dict[int, int] = {}
        for token in range(passage.first + 2, passage.last):
            if word(token).lower in ("up", "down") and _is_adverb(document, token):
                mover = next(
                    (each for each in range(token - 2, passage.first - 1, -1) if stems[each] != NO_STEM), None
                )  # fmt: skip
                if mover is not None and token - mover <= 3 and _whole(document, mover, token):
                    moves[mover] = token
        found.append(moves)
    for one, there in found[0].items():
        here = found[1].get(comparison.words.forward.get(one, -1))
        if here is not None and word(here).lower != word(there).lower:
            spans = document.tokens.span(here - 1, here + 1), document.tokens.span(there - 1, there + 1)
            yield Conflict("direction", *spans, comparison.pair.score, word(one).form)


def _is_adverb(document: Document, token: int) -> bool:
    """Whether a particle stands behind a verb and before no noun: who walks up a street may walk down it."""
    word = document.tokens.word
    behind = word(token + 1) if token + 1 < len(document.tokens) else None
    return bool(verb_forms(word(token - 1).lower)) and (
        behind is None or behind.kind is TokenKind.PUNCTUATION or behind.lower in _BEHIND_PARTICLES
    )


def _region_behind(document: Document, token: int) -> int | None:
    end = min(token + 2, len(document.tokens))
    return next((index for index in range(token + 1, end) if document.tokens.word(index).lower in _REGIONS), None)


def _in_before(document: Document, token: int) -> int:
    """Return the token behind "in" or "in the" before a name, or 0."""
    word = document.tokens.word
    if token >= 1 and word(token - 1).lower == "in":
        return token
    return token - 1 if token >= 2 and word(token - 1).lower == "the" and word(token - 2).lower == "in" else 0


def _past(document: Document, comparison: Comparison) -> Iterator[Conflict]:
    """Find a state that has become a past one: "a soldier in a trench", "a soldier who has been in a trench"."""
    word = document.tokens.word
    first, last = comparison.pair.second
    for token in range(first, last - 4):
        if word(token).lower not in ("who", "that", "which") or word(token + 1).lower not in ("has", "have", "had"):
            continue
        if word(token + 2).lower != "been" or word(token + 3).lower not in ("in", "at", "on", "near", "inside"):
            continue
        noun = token - 2 if word(token - 1).form == "," else token - 1
        original = comparison.words.backward.get(noun)
        place = next(
            (index for index in range(token + 4, min(last, token + 8)) if index in comparison.words.backward), None
        )
        if original is None or place is None or word(original + 1).lower != word(token + 3).lower:
            continue
        there = comparison.words.backward[place]
        if original < there <= original + 5:
            yield Conflict(
                "state",
                document.tokens.span(noun, place + 1),
                document.tokens.span(original, there + 1),
                comparison.pair.score,
                word(noun).form,
            )
