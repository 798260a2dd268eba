"""Places under another name: two English names of one in a document (Kyiv, Kiev), and the name that it has at home."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from itertools import chain

from paralint.data import listed
from paralint.evidence.names.flaws import Flaw
from paralint.evidence.names.mentions import mentions
from paralint.evidence.words.closed import words
from paralint.text.document import Document
from paralint.values import NamedTuple

# Who writes these in a sentence speaks of the names themselves, or of another time.
_NAMING = words(
    """formerly former known called named renamed name names spelling spelt spelled aka alias
    officially colonial ancient historical historic language pronounced transliterated transliteration"""
)
# Behind these a place is meant; a club has the home name of its town.
_PLACING = words("in near outside along around throughout across through into towards")
_MORE_PLACING = words("to from of at on by")
_CLUBS = words("roma milano napoli torino sevilla genova venezia köln bayern hellas castilla")
_NEAR = 6  # words around a name in which it is explained
_MOST = 9  # places of a form that are looked at


class _Place(NamedTuple):
    """What one place is called: its names in lower case, each as it is written, and whether it is that of its home."""

    usual: str
    names: Mapping[str, str]
    home: frozenset[str]


@lru_cache(maxsize=1)
def _by_name() -> Mapping[str, tuple[_Place, ...]]:
    found: dict[str, tuple[_Place, ...]] = {}
    for line in listed("place-variants"):
        forms = line.split(",")
        names = {form.lstrip("!").lower(): form.lstrip("!") for form in forms}
        home = frozenset(form[1:].lower() for form in forms if form.startswith("!"))
        place = _Place(forms[0], names, home)
        for name in names:
            found[name] = (*found.get(name, ()), place)
    return found


def is_one_place(one: str, other: str) -> bool:
    """Tell whether two names are known to be those of one place."""
    return any(other.lower() in place.names for place in _by_name().get(one.lower(), ()))


def place_name_flaws(document: Document) -> tuple[Flaw, ...]:
    """Return the flaws other-name and home-name of a document."""
    known = _by_name()
    here = document.by_lower.keys() & known.keys()
    if not here:
        return ()
    found: list[Flaw] = []
    for place in {place.usual: place for name in sorted(here) for place in known[name]}.values():
        uses = {name: _uses(document, name) for name in place.names if name in here}
        found += _two_names(document, place, {name: places for name, places in uses.items() if places})
    return tuple(sorted(found, key=lambda flaw: flaw.span.start))


def _uses(document: Document, name: str) -> list[int]:
    """Return the places where a name stands with its capital and is no part of a longer name."""
    tokens = document.tokens
    titled = document.derive(mentions).titled
    found = []
    for number in document.by_lower[name]:
        if tokens.types[number].capital:
            for place in document.places[number][:_MOST]:
                after = tokens.word(place + 1) if place + 1 < len(tokens) else None
                before = tokens.word(place - 1) if place else None
                joined = before is not None and before.capital and place - 1 not in tokens.sentences
                if not joined and not (after is not None and after.capital) and document.block_of(place) not in titled:
                    found.append(place)
    return sorted(found)


def _two_names(document: Document, place: _Place, uses: Mapping[str, list[int]]) -> Iterator[Flaw]:
    tokens = document.tokens
    english = {name: places for name, places in uses.items() if name not in place.home}
    if len(english) > 1:
        # Of equals the later one is the changed one.
        minor = min(english, key=lambda name: (len(english[name]), -english[name][0]))
        major = max(english, key=lambda name: (len(english[name]), -english[name][0]))
        other = tokens.span(english[major][0], english[major][0] + 1)
        if not _explained(document, place, chain.from_iterable(english.values())):
            for at in english[minor]:
                span = tokens.span(at, at + 1)
                yield Flaw("other-name", span, document.quote(span), place.names[major], other, "so elsewhere")
    for name in sorted(uses.keys() & place.home):
        for at in () if _explained(document, place, uses[name]) else uses[name]:
            before = tokens.word(at - 1).lower if at else ""
            placed = before in _PLACING or (before in _MORE_PLACING and name not in _CLUBS)
            by_river = before == "the" and tokens.word(at - 2).lower in _PLACING | _MORE_PLACING if at > 1 else False
            if placed or by_river:
                span = tokens.span(at, at + 1)
                yield Flaw("home-name", span, document.quote(span), place.usual, None, "its name in English")


def _explained(document: Document, place: _Place, uses: Iterable[int]) -> bool:
    """Tell whether a place is named in a sentence that speaks of names, or right beside another name of it."""
    tokens = document.tokens
    for at in uses:
        near = range(max(at - _NEAR, 0), min(at + _NEAR + 1, len(tokens)))
        lower = [tokens.word(other).lower for other in near if document.sentence_of(other) == document.sentence_of(at)]
        if not _NAMING.isdisjoint(lower) or sum(word in place.names for word in lower) > 1:
            return True
    return False
