"""Places: the names of countries, their people and much-named cities, one letter off."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from paralint.data import listed
from paralint.evidence.names.cities import cities
from paralint.evidence.names.drift import drifts
from paralint.evidence.names.flaws import Flaw
from paralint.evidence.names.gazetteer import load
from paralint.evidence.names.mentions import Mentions, mentions
from paralint.evidence.names.spellings import Spellings, derived, fold, variants
from paralint.text.document import Document
from paralint.text.morphology import is_word

_SHORTEST = 6  # letters; a shorter name is a letter away from too many others
_MOST = 2  # places of a form; what is written so again and again is another name
_PREPOSITIONS = frozenset(("in", "at", "near", "from", "to", "of", "outside", "around", "across", "into", "towards"))


def place_flaws(document: Document) -> tuple[Flaw, ...]:
    """Return the misspelt places of a document."""
    found = document.derive(mentions)
    # What the document itself shows to be damaged is reported as that.
    drifting = {flaw.span.start for flaw in document.derive(drifts)}
    flaws = (flaw for flaw in _misspelt(document, found) if flaw.span.start not in drifting)
    return tuple(sorted(flaws, key=lambda flaw: flaw.span.start))


def _misspelt(document: Document, found: Mentions) -> Iterator[Flaw]:
    tokens = document.tokens
    for form, count in found.counts.items():
        owed = _owed(form) if count <= _MOST else ""
        if not owed:
            continue
        for mention in found.by_part[form]:
            place = mention.first + mention.parts.index(form)
            city = owed in cities()
            single = owed in single_names()
            before = tokens.word(place - 1).lower if place else ""
            # A person, or a firm, may be called like it.
            if (city and before not in _PREPOSITIONS) or (mention.full and (city or place > mention.first)):
                continue
            behind = tokens.word(place + 1) if place + 1 < mention.last else None
            if behind and not (is_word(behind.lower) or load().knows(behind.form)):
                continue  # a town of two words: Slovenj Gradec
            span = tokens.span(place, place + 1)
            kind = "a city" if city else "a name that is much in the news" if single else "a country"
            yield Flaw("place", span, form, owed, None, kind)


@lru_cache(maxsize=1 << 14)
def _owed(form: str) -> str:
    """Return the name that a form is one letter away from, if it is no known name or word itself."""
    plain = fold(form)
    if (
        form in single_names()
        or len(plain) < _SHORTEST
        or not form.isalpha()
        or not form.istitle()
        or is_word(form)
        or load().knows(form)
    ):
        return ""
    for ending in ("s", "n", "ns", "an"):
        stem = plain.removesuffix(ending)
        if stem != plain and (load().knows(stem) or is_word(stem)):
            return ""
    near = _spellings().near(plain)
    if any(variants(form, name) or _without_umlaut(plain) == fold(name) for name in near):
        return ""
    fitting = [name for name in near if _slipped(plain, fold(name))]
    return fitting[0] if len(fitting) == 1 else ""


def _without_umlaut(plain: str) -> str:
    """Return a name as it is without its umlauts, if these were written out: Duesseldorf."""
    return plain.replace("ae", "a").replace("oe", "o").replace("ue", "u")


def _slipped(plain: str, owed: str) -> bool:
    """Tell whether letters were lost, doubled or turned; one for another makes another name of a short one."""
    if plain[0] != owed[0] or derived(plain, owed):
        return False
    return len(plain) != len(owed) or sorted(plain) == sorted(owed) or (len(plain) > 6 and plain[:3] == owed[:3])


@lru_cache(maxsize=1)
def single_names() -> frozenset[str]:
    """Return bodies, firms, papers, seas and regions of one word that are much in the news."""
    return frozenset(listed("single-names"))


@lru_cache(maxsize=1)
def _spellings() -> Spellings:
    names = {*cities(), *single_names()}
    for country in load().countries:
        names.update(form for form in (country.name, *country.adjectives, *country.people) if " " not in form)
    return Spellings(name for name in names if len(fold(name)) >= _SHORTEST)
