"""Countries with names alike, one in the other's place: the *Australian* company, whose office is in Innsbruck.

A text about one country names it again and again, its people and its cities. Another country of nearly its name that
stands once, with no city of its own, is mostly that one. Of neighbours, who are in the news together, it is told only
where a city of the right one stands in the same sentence. The rule that asks is heard in damaged texts alone.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from paralint.evidence.names.cities import cities_of_countries
from paralint.evidence.names.flaws import Flaw
from paralint.evidence.names.gazetteer import load
from paralint.evidence.names.mentions import mentions
from paralint.evidence.words.places import capitalised, word_at
from paralint.text.document import Document
from paralint.values import NamedTuple

# Countries that are taken for one another: a group a line. Those that have a border in common, or much to do with each
# other, stand behind a "+".
_CONFUSED = tuple(
    (row.lstrip("+").split(), row.startswith("+"))
    for row in (
        "Austria Australia", "Slovakia Slovenia", "Sweden Switzerland", "+Niger Nigeria Algeria", "+Iran Iraq",
        "Mali Malawi Malta", "+Latvia Lithuania", "+Paraguay Uruguay", "Zambia Gambia", "+Zambia Zimbabwe",
        "Mauritius Mauritania", "Ireland Iceland", "India Indonesia", "Libya Liberia", "Libya Lebanon",
        "Lebanon Liberia", "Ghana Guyana", "Ghana Guinea", "Guinea Guyana", "Gabon Gambia", "Ghana Gambia",
        "Denmark Netherlands", "Bahrain Bahamas", "Bahrain Barbados", "Bahamas Barbados", "Bolivia Bulgaria",
        "Colombia Cambodia", "Serbia Syria", "Belgium Belize", "Belgium Belarus", "Belgium Bulgaria",
        "Moldova Montenegro", "Moldova Mongolia", "Mongolia Montenegro", "Estonia Ethiopia", "+Ethiopia Eritrea",
        "Somalia Samoa", "Somalia Sudan", "Burundi Botswana", "Benin Belize", "Senegal Singapore", "+Rwanda Uganda",
        "Togo Tonga", "Tunisia Turkey", "Tunisia Tanzania", "Poland Portugal", "Poland Finland", "+Norway Sweden",
        "Kuwait Qatar", "Panama Paraguay", "Kazakhstan Pakistan", "+Kazakhstan Kyrgyzstan", "+Tajikistan Kyrgyzstan",
        "+Uzbekistan Tajikistan", "+Uzbekistan Turkmenistan", "Hungary Bulgaria", "Romania Armenia", "Haiti Tahiti",
        "Jamaica Jordan", "Chile China", "Chad Chile", "Kenya Guinea", "Malaysia Malawi", "Mali Moldova",
        "Namibia Gambia", "Namibia Zambia", "Nicaragua Nigeria", "Peru Poland", "Vietnam Venezuela", "Laos Lagos",
        "Thailand Taiwan", "Morocco Monaco", "Georgia Germany", "Israel Ireland", "Jordan Japan",
    )
)  # fmt: skip
# Of these one is hardly ever in the news of the other.
_LIKEST = tuple(
    frozenset(pair.split())
    for pair in (
        "Austria Australia", "Slovakia Slovenia", "Sweden Switzerland", "Mauritius Mauritania", "Ireland Iceland",
        "Zambia Gambia", "Mali Malawi", "Colombia Cambodia", "Guyana Ghana", "Liberia Libya", "Paraguay Uruguay",
    )
)  # fmt: skip
_FAR = 200  # tokens within which a town of the right one stands
_JOINING = frozenset(("and", "or", ",", "as", "than", "unlike", "between", "&", "/"))


class _Land(NamedTuple):
    """A country: its words in lower case, and its places."""

    name: str
    adjective: str
    forms: tuple[str, ...]
    places: tuple[str, ...]


@lru_cache(maxsize=1)
def _lands() -> Mapping[str, _Land]:
    places = cities_of_countries()
    found = {}
    for country in load().countries:
        if country.name in places and country.adjectives:
            adjective = country.adjective
            forms = dict.fromkeys(form.lower() for form in (country.name, *country.adjectives, *country.people))
            found[country.name] = _Land(country.name, adjective, tuple(forms), places[country.name])
    return found


def confused_countries(document: Document) -> tuple[Flaw, ...]:
    """Return the flaws confused of a document (a layer: see ``Document.derive``)."""
    here = document.by_lower.keys()
    found: dict[int, Flaw] = {}
    for names, neighbours in _CONFUSED:
        lands = [_lands()[name] for name in names if name in _lands()]
        uses = {land.name: _uses(document, land) for land in lands if not here.isdisjoint(land.forms)}
        for land in lands:
            if len(uses.get(land.name, ())) != 1:
                continue
            (place,) = uses[land.name]
            for right in lands:
                if right.name != land.name and _is_meant(document, place, land, right, uses, neighbours):
                    flaw = _flaw(document, place, land, right)
                    found.setdefault(place, flaw)
    return tuple(found[place] for place in sorted(found))


def _uses(document: Document, land: _Land) -> list[int]:
    return sorted(place for form in land.forms if " " not in form for place in capitalised(document, form))


def _places(document: Document, land: _Land) -> list[int]:
    """Return where places of a country stand."""
    found: list[int] = []
    for name in land.places:
        first, *rest = name.lower().split()
        found += [
            place
            for place in capitalised(document, first)
            if all(word_at(document, place + 1 + at) == word for at, word in enumerate(rest))
        ]
    return found


def _is_meant(
    document: Document, place: int, land: _Land, right: _Land, uses: Mapping[str, list[int]], neighbours: bool
) -> bool:
    """Tell whether a country that stands once is another one of nearly its name."""
    if _places(document, land) or document.block_of(place) in document.derive(mentions).titled:
        return False
    named, places = uses.get(right.name, []), _places(document, right)
    sentence = document.sentence_of(place)
    if any(document.sentence_of(each) == sentence for each in named):
        return False  # the two stand beside each other
    if word_at(document, place - 1) in _JOINING or word_at(document, place + 1) in _JOINING - {",", "as"}:
        return False
    if neighbours:
        near = any(document.sentence_of(each) == sentence for each in places)
        return near and bool(named)
    if {land.name, right.name} in _LIKEST:
        return any(abs(each - place) < _FAR for each in (*named, *places)) and bool(places)
    return len(named) > 1 and bool(places)


def _flaw(document: Document, place: int, land: _Land, right: _Land) -> Flaw:
    span = document.tokens.span(place, place + 1)
    form = document.quote(span)
    owed = right.name if form == land.name else right.adjective
    there = (*_uses(document, right), *_places(document, right))[0]
    return Flaw("confused", span, form, owed, document.tokens.span(there, there + 1), f"the text is about {right.name}")
