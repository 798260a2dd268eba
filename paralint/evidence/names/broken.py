"""Names with a blank or a comma inside a part, or between two parts, that stands there nowhere else."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from itertools import pairwise

from paralint.evidence.names.flaws import Flaw
from paralint.evidence.names.forms import PLACING, Forms
from paralint.evidence.names.gazetteer import load
from paralint.evidence.names.introductions import is_person
from paralint.evidence.names.mentions import Mention
from paralint.evidence.names.spellings import fold
from paralint.evidence.words.titles import PARTICLES
from paralint.text.morphology import is_word, word_classes
from paralint.text.words import WordType

_LISTING = frozenset(",;(")


def split(names: Forms) -> Iterator[Flaw]:
    """Two neighbouring tokens that are one part of a name elsewhere."""
    document, tokens = names.document, names.document.tokens
    whole = {fold(form): form for form in names.counts if len(form) > 5 and form[1:].islower()}
    ordered = sorted(whole)
    for form in names.counts:
        start = fold(form)
        nearest = bisect_right(ordered, start)
        if nearest == len(ordered) or not ordered[nearest].startswith(start) or form.lower() in PARTICLES:
            continue
        for mention in names.mentions.by_part[form]:
            place = mention.first + mention.parts.index(form)
            if place + 1 >= len(tokens) or document.text[tokens.ends[place] : tokens.starts[place + 1]] != " ":
                continue
            word = tokens.word(place + 1)
            rest = fold(word.form)  # nothing is left of a dash
            major = whole.get(start + rest) if rest else None
            if major is None or not _broken(names, form, word, len(document.places[tokens.ids[place + 1]]), major):
                continue
            span = tokens.span(place, place + 2)
            yield Flaw("split", span, document.quote(span), major, next(names.places(major)), "one word elsewhere")


def parted(names: Forms) -> Iterator[Flaw]:
    """Hamid, Jubran, who is 23: a comma between the parts of a person's name."""
    tokens = names.document.tokens
    bearers: dict[tuple[str, ...], Mention] = {
        mention.parts: mention for mention in names.mentions.full if len(mention.parts) == 2
    }
    for left, right in pairwise(names.mentions.all):
        bearer = bearers.get((*left.parts, *right.parts))
        if bearer is None or not is_person(bearer) or right.title != left.last + 1 or right.last >= len(tokens):
            continue
        apart = tokens.word(left.last).form == "," and (tokens.word(right.last).form == "," or left.opening)
        before = tokens.word(left.first - 1).lower if left.first else ""
        if apart and before not in PLACING and before not in _LISTING:
            span, other = tokens.span(left.first, right.last), names.mentions.span(bearer)
            whole = " ".join(bearer.parts)
            yield Flaw("split", span, names.document.quote(span), whole, other, "without a comma elsewhere")


def _broken(names: Forms, first: str, second: WordType, uses: int, whole: str) -> bool:
    """Tell whether two tokens are pieces of a word that stands whole elsewhere, not words of their own."""
    if uses == 1 and second.form.islower() and len(second.form) > 2 and not word_classes(second.lower):
        return True
    if is_word(first) or names.counts[first] > 1:
        return False
    if not word_classes(second.lower) and uses == 1:
        return True
    # The second piece may happen to be a word (Wido do) if the first is known from nowhere.
    return names.counts[whole] > 1 and not is_word(whole) and not load().knows(first)
