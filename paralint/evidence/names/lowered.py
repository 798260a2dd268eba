"""Parts of names that are written without their capital: *biden-Putin*, *Okoro-bello*."""

from __future__ import annotations

from collections.abc import Iterator

from paralint.evidence.names.flaws import Flaw
from paralint.evidence.names.forms import PLACING, Forms
from paralint.evidence.names.gazetteer import load
from paralint.evidence.names.spellings import fold
from paralint.evidence.words.titles import PARTICLES
from paralint.findings import Span
from paralint.text.document import Document
from paralint.text.morphology import is_word, word_classes
from paralint.text.words import WordType

_ENDS = frozenset(".,;:!?")


def lowered(names: Forms) -> Iterator[Flaw]:
    """A part of a name written without its capital, whole or inside a compound (biden-Putin)."""
    document, tokens = names.document, names.document.tokens
    capital: dict[str, str] = {}
    for form, count in names.counts.items():
        if count > 0 and len(form) > 3 and form[0].isupper() and not form.isupper() and not is_word(form):
            capital.setdefault(form.lower(), form)
    if not capital:
        return
    for lower in sorted(form for form in document.by_lower if form in capital or "-" in form):
        parts = [part for part in lower.split("-") if part in capital and part not in PARTICLES]
        for number in document.by_lower[lower] if parts else ():
            form = tokens.types[number].form
            for part in parts if form[0].islower() else ():
                if part in form:
                    yield from _lowered_part(names, number, part, capital[part])


def half_lowered(names: Forms) -> Iterator[Flaw]:
    """Okoro-bello beside Okoro-Bello: one part of a double name without its capital."""
    document, tokens = names.document, names.document.tokens
    doubles = {form.lower(): form for form in names.counts if form.count("-") == 1 and _is_double(form)}
    for lower in sorted(document.by_lower.keys() & doubles.keys()):
        major = doubles[lower]
        for number in document.by_lower[lower]:
            form = tokens.types[number].form
            if form.isupper() or sum(piece[:1].isupper() for piece in form.split("-")) != 1:
                continue
            if len(document.places[number]) > names.counts[major]:
                continue
            at = form.index("-") + 1 if form[0].isupper() else 0
            part, owed = (text[at:] if at else text.partition("-")[0] for text in (form, major))
            for place in document.places[number]:
                span = _span(tokens.starts[place] + at, part)
                yield Flaw("lowered", span, part, owed, next(names.places(major)), "a capital elsewhere")


def _is_double(form: str) -> bool:
    """Tell whether both parts of a form are written like names, and the first is no word."""
    first, _, second = form.partition("-")
    return len(first) > 2 and first.istitle() and second.istitle() and not is_word(first)


def _names_somebody(word: WordType) -> bool:
    return word.form.istitle() and not is_word(word.form) and fold(word.form) in load().given_names


def _bare_place(document: Document, place: int) -> bool:
    """Tell whether a word ends a phrase behind a preposition, without an article: off *zamboanga*."""
    if not place or document.tokens.word(place - 1).lower not in PLACING:
        return False
    after = document.tokens.word(place + 1) if place + 1 < len(document.tokens) else None
    return after is None or after.form in _ENDS or "function" in word_classes(after.lower)


def _same_company(names: Forms, place: int, major: str) -> bool:
    """Tell whether a word stands before the same content word as elsewhere with its capital: a breton harp."""
    tokens = names.document.tokens
    follower = tokens.word(place + 1).lower if place + 1 < len(tokens) else ""
    if len(follower) < 4 or "function" in word_classes(follower):
        return False
    return any(
        tokens.word(mention.last).lower == follower and not tokens.word(mention.last).capital
        for mention in names.mentions.by_part[major]
        if mention.last < len(tokens) and mention.parts[-1] == major
    )


def _lowered_part(names: Forms, number: int, part: str, major: str) -> Iterator[Flaw]:
    document, tokens = names.document, names.document.tokens
    form = tokens.types[number].form
    places = document.places[number]
    if part != form:
        if names.counts[major] < 2 or not any(piece[:1].isupper() for piece in form.split("-")):
            return
    elif len(places) * 2 > names.counts[major] or major not in names.companions:
        # Not seen often enough, the capital is owed only where the word follows a given name.
        alone = len(places) == 1 and _bare_place(document, places[0])
        places = [
            place
            for place in places
            if alone or (place and _names_somebody(tokens.word(place - 1))) or _same_company(names, place, major)
        ]
    offset = form.index(part)
    for place in places:
        span = _span(tokens.starts[place] + offset, part)
        yield Flaw("lowered", span, part, major, next(names.places(major)), "a capital elsewhere")


def _span(start: int, part: str) -> Span:
    return Span(start, start + len(part))
