"""Names that a rewrite has lost, and names that its original does not have.

A name counts as carried over if any form of it is anywhere in the other text: a part of it, its initials, another
romanisation, the adjective of a country. So what is reported is gone, or new.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from itertools import chain

from paralint.evidence.names.gazetteer import load
from paralint.evidence.names.mentions import Mention, mentions
from paralint.evidence.names.spellings import derived, fold, skeleton, variants
from paralint.evidence.originals.carried import Correspondence, Difference
from paralint.evidence.originals.collation import Collation
from paralint.evidence.words.titles import CALENDAR, PARTICLES, ROLES, SUFFIXES, TITLES
from paralint.evidence.words.vocabulary import stem
from paralint.text.document import Document
from paralint.text.morphology import is_word
from paralint.text.words import TokenKind

_NO_NAMES = PARTICLES | SUFFIXES | TITLES | ROLES | CALENDAR


def name_differences(collation: Collation, places: Correspondence) -> Iterator[Difference]:
    """Yield the names that only one of the two texts has, each once."""
    original, rewrite = collation.original, collation.rewrite
    yield from _lost(collation, places, _Forms(rewrite))
    forms = _Forms(original)
    seen: set[tuple[str, ...]] = set()
    added = frozenset(collation.added)
    for mention in rewrite.derive(mentions).all:
        if rewrite.block_of(mention.first) in added or (not mention.full and _opens(rewrite, mention)):
            continue
        unknown = [part for part in mention.parts if _is_telling(part) and not forms.has(part)]
        if not unknown or forms.has_initials_of(mention) or tuple(unknown) in seen:
            continue
        seen.add(tuple(unknown))
        tokens = [
            token for token in range(mention.first, mention.last) if rewrite.tokens.word(token).form in set(unknown)
        ]
        if not tokens:
            continue
        here = rewrite.tokens.span(tokens[0], tokens[-1] + 1)
        there, instead = places.in_original(tokens[0], tokens[-1] + 1)
        other = original.quote(there) if there is not None and instead else ""
        yield Difference("added-name", here, there, rewrite.quote(here), other)


def _lost(collation: Collation, places: Correspondence, forms: _Forms) -> Iterator[Difference]:
    original, rewrite = collation.original, collation.rewrite
    lost = frozenset(collation.lost)
    seen: set[tuple[str, ...]] = set()
    for mention in original.derive(mentions).all:
        if original.block_of(mention.first) in lost or (mention.opening and not mention.full):
            continue
        parts = tuple(part for part in mention.parts if _is_telling(part))
        own = tuple(part for part in parts if not is_word(part.lower())) or parts
        if not own or own in seen or any(map(forms.has, own)) or forms.has_initials_of(mention):
            continue
        seen.add(own)
        tokens = [token for token in range(mention.first, mention.last) if original.tokens.word(token).form in set(own)]
        here, instead = places.in_rewrite(tokens[0], tokens[-1] + 1)
        there = original.tokens.span(mention.first, mention.last)
        yield Difference("lost-name", here, there, original.quote(there), rewrite.quote(here) if instead else "")


def _opens(document: Document, mention: Mention) -> bool:
    """Whether a mention may have its capital from where it stands: at the start of a sentence, behind a quoted one."""
    start = document.tokens.starts[mention.first]
    before = document.text[max(0, start - 8) : start].rstrip("\"'”’“‘« \u00a0")
    return mention.opening or before.endswith((".", "?", "!", "…", ":"))


def _is_telling(part: str) -> bool:
    return len(part) > 1 and part.lower().removesuffix(".") not in _NO_NAMES


class _Forms:
    """The words of a text, for asking whether any form of a name is among them."""

    def __init__(self, document: Document) -> None:
        words = [word for word in document.tokens.types if word.kind is not TokenKind.PUNCTUATION]
        self.folded = {fold(part) for word in words for part in (word.form, *word.form.split("-"))}
        self.stems = {stem(word.lower) for word in words}
        self.by_skeleton: dict[str, list[str]] = {}
        self.by_start: dict[str, list[str]] = {}
        for form in sorted(self.folded):
            self.by_skeleton.setdefault(skeleton(form), []).append(form)
            self.by_start.setdefault(form[:3], []).append(form)
        self.initials = {letters for mention in document.derive(mentions).full for letters in _initials(mention)}

    def has(self, part: str) -> bool:
        """Tell whether a form of ``part`` stands in the text."""
        return all(self._has_one(piece) for piece in part.split("-") if piece) or self._has_one(part)

    def has_initials_of(self, mention: Mention) -> bool:
        """Tell whether the initials of a name stand in the text."""
        return any(len(letters) > 1 and letters in self.folded for letters in _initials(mention))

    def _has_one(self, part: str) -> bool:
        form = fold(part)
        return (
            form in self.folded
            or stem(part.lower()) in self.stems
            or form in self.initials
            or any(derived(form, other) for other in self.by_start.get(form[:3], ()))
            or any(variants(form, other) for other in self.by_skeleton.get(skeleton(form), ()))
            or any(other <= self.folded for other in _compatriots().get(form, ()))
        )


def _initials(mention: Mention) -> tuple[str, str]:
    """Return the initials of a name in lower case, with and without those of its small words."""
    capital = "".join(part[0] for part in mention.parts if part[0].isupper())
    return capital.lower(), "".join(part[0] for part in mention.parts).lower()


@lru_cache(maxsize=1)
def _compatriots() -> dict[str, tuple[frozenset[str], ...]]:
    """Return for each word of a country's name, adjectives and people the sets of words of which one also names it."""
    found: dict[str, list[frozenset[str]]] = {}
    for country in load().countries:
        names = [frozenset(map(fold, name.split())) for name in (country.name, *country.adjectives, *country.people)]
        names += [frozenset([fold("".join(word[0] for word in country.name.split()))])] * (" " in country.name)
        for word in sorted(set(chain.from_iterable(names))):
            found.setdefault(word, []).extend(names)
    return {word: tuple(names) for word, names in found.items()}
