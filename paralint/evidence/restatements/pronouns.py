"""Conflicting pronouns: "with his lawyer", told again as "with her lawyer"."""

from __future__ import annotations

from collections.abc import Iterator

from paralint.evidence.restatements.conflicts import Comparison, Conflict, comparisons, without_repeats
from paralint.evidence.restatements.restatements import Passage
from paralint.evidence.words.vocabulary import NO_STEM, vocabulary
from paralint.text.document import Document

_MALE = frozenset(("he", "him", "his", "himself"))
_FEMALE = frozenset(("she", "her", "hers", "herself"))


def pronouns(document: Document) -> tuple[Conflict, ...]:
    """Return the pronouns that change their gender when a passage is told again (a layer: see ``Document.derive``)."""
    lowers = document.by_lower
    if _MALE.isdisjoint(lowers) or _FEMALE.isdisjoint(lowers):
        return ()
    return without_repeats(
        conflict for comparison in document.derive(comparisons) for conflict in _turned(document, comparison)
    )


def _turned(document: Document, comparison: Comparison) -> Iterator[Conflict]:
    """Compare the pronouns before one and the same word, where neither passage has both genders."""
    first, second = comparison.pair.first, comparison.pair.second
    genders = [_genders(document, passage) for passage in (first, second)]
    if len(genders[0]) != 1 or len(genders[1]) != 1 or genders[0] == genders[1]:
        return
    stems = document.derive(vocabulary).stems
    for token in range(second[0], second[1] - 1):
        if not _gender(document, token) or stems[token + 1] == NO_STEM:
            continue
        original = comparison.words.backward.get(token + 1)
        if original is not None and original > first[0] and _gender(document, original - 1):
            tokens = document.tokens
            here, there = tokens.span(token, token + 1), tokens.span(original - 1, original + 1)
            yield Conflict("gender", here, there, comparison.pair.score, document.quote(there))


def _genders(document: Document, passage: Passage) -> set[str]:
    return {gender for token in range(*passage) if (gender := _gender(document, token))}


def _gender(document: Document, token: int) -> str:
    lower = document.tokens.word(token).lower
    return "m" if lower in _MALE else "f" if lower in _FEMALE else ""
