"""What does not change from one place of a document to another: a town's country, a person's side and party."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise

from paralint.evidence.names.gazetteer import load
from paralint.evidence.names.mentions import Mention, Mentions, mentions
from paralint.evidence.names.spellings import fold
from paralint.evidence.restatements.conflicts import Conflict, conflict, without_repeats
from paralint.evidence.words.closed import words
from paralint.text.document import Document

_SIDES = {"left": "left", "right": "right"}
_BETWEEN = 2  # paragraphs between two captions of one picture
_PARTS = words("region province city town state district port village island department county capital")
_IN_PLACE = frozenset(("in", "near", "from", "of", "at", "outside", "to"))
_STATES = frozenset(
    ("Georgia", "England", "Scotland", "Wales", "Britain", "America", "Europe", "Africa", "Asia")
)  # two places, or parts of another
_PARTIES = {
    "democrat": "Democrat", "democratic": "Democrat", "republican": "Republican", "tory": "Conservative",
    "conservative": "Conservative", "labour": "Labour", "communist": "Communist", "socialist": "Socialist",
    "liberal": "Liberal", "green": "Green", "labor": "Labor",
}  # fmt: skip
_OFFICES = words("""
    gov governor sen senator rep representative congressman congresswoman mayor mp mp's peer minister chairman leader
    candidate nominee councillor councilman councilwoman president premier chancellor assemblyman lawmaker spokesman
    spokeswoman assemblywoman delegate
    """)


_HEADS = words(
    "president chairman chairwoman chair chief head director secretary leader spokesman spokeswoman treasurer"
)
# Bodies of different kinds, of which nobody calls one by the other's noun.
_BODIES = {
    noun: kind
    for kind, listed in {
        "firm": "company firm business corporation bank airline brewery manufacturer retailer",
        "union": "union local guild", "school": "university college school academy",
        "team": "club team federation league", "town": "city town village county council",
        "church": "church diocese parish",
        "party": "party", "hospital": "hospital clinic", "museum": "museum gallery", "court": "court",
    }.items()
    for noun in listed.split()
}  # fmt: skip


def two_containers(document: Document) -> tuple[Conflict, ...]:
    """Return places that lie in two countries: "Oulu, Finland", "Oulu, Estonia" (a layer: see ``Document.derive``)."""
    from paralint.evidence.claims.compass import two_quarters  # few texts tell of two quarters

    return without_repeats((*_containers(document), *two_quarters(document)))


def two_positions(document: Document) -> tuple[Conflict, ...]:
    """Return persons who stand left and right in two captions of one picture (a layer: see ``Document.derive``)."""
    return without_repeats(_positions(document))


def two_parties(document: Document) -> tuple[Conflict, ...]:
    """Return persons who belong to two parties (a layer: see ``Document.derive``)."""
    return without_repeats(_parties(document))


def two_bodies(document: Document) -> tuple[Conflict, ...]:
    """Return persons who hold one office in two bodies: "the local's president", "president of the firm" (a layer)."""
    if document.by_lower.keys().isdisjoint(_HEADS):
        return ()
    return without_repeats(_bodies(document))


@lru_cache(maxsize=1)
def _countries() -> frozenset[str]:
    return frozenset(country.name for country in load().countries)


def _containers(document: Document) -> Iterator[Conflict]:
    word = document.tokens.word
    known: dict[tuple[str, ...], list[tuple[str, Mention]]] = {}
    layer = document.derive(mentions)
    for place, container in pairwise(layer.all):
        if container.first != place.last + 1 or word(place.last).form != "," or not place.first:
            continue
        if word(place.first - 1).lower not in _IN_PLACE or " ".join(place.parts) in _countries():
            continue
        if word(place.first - 2).lower in _OFFICES and word(place.first - 1).lower == "of":
            continue  # the mayor of Oulu, Ida Roe
        if container.last < len(document.tokens) and word(container.last).form not in ",.;)":
            continue
        behind = container.last + 1
        if behind < len(document.tokens) and word(behind - 1).form == "," and word(behind).capital:
            continue  # a list of places, or a longer address
        known.setdefault(place.parts, []).append((" ".join(container.parts), container))
    for place, country in _of_countries(document, layer):
        if place.parts in known:
            known[place.parts].append(country)
    for parts, uses in known.items():
        uses.sort(key=lambda use: use[1].first)
        names = {name for name, _ in uses}
        if len(names) != 2 or names.isdisjoint(_countries()) or not names.isdisjoint(_STATES):
            continue
        if any(name not in _countries() and _may_be_person(layer, each) for name, each in uses):
            continue
        first, there = uses[0]
        other, here = next(use for use in uses if use[0] != first)
        if sum(name == other for name, _ in uses) > sum(name == first for name, _ in uses):
            here, there = there, here
        yield conflict(document, "container", here, there, " ".join(parts))


def _of_countries(document: Document, layer: Mentions) -> Iterator[tuple[Mention, tuple[str, Mention]]]:
    """Yield the places of "the Peruvian region of Puno", each with the country of the adjective and its mention."""
    word = document.tokens.word
    for adjective, place in pairwise(layer.all):
        noun = adjective.last
        if place.first != noun + 2 or word(noun + 1).lower != "of" or word(noun).lower not in _PARTS:
            continue
        for country in load().countries:
            if country.sovereign and " ".join(adjective.parts) in country.adjectives:
                yield place, (country.name, adjective)


def _may_be_person(layer: Mentions, name: Mention) -> bool:
    return (
        bool(name.role)
        or fold(name.parts[0]) in load().given_names
        or (not name.full and any(each.full for each in layer.by_part[name.parts[-1]]))
    )


def _positions(document: Document) -> Iterator[Conflict]:
    word = document.tokens.word
    seen: dict[str, tuple[str, int, Mention]] = {}
    size = len(document.tokens)
    for name in document.derive(mentions).all:
        mark = name.last
        if mark + 2 > size - 1 or word(mark).form not in ",(" or word(mark + 1).lower not in _SIDES:
            continue
        if word(mark + 2).form not in ",).;" and word(mark + 2).lower != "and":
            continue
        side = word(mark + 1).lower
        key = fold(name.parts[-1])
        block = document.block_of(name.first)
        if key in seen and seen[key][0] != side and 0 < block - seen[key][1] <= _BETWEEN:
            here, there = (document.tokens.span(each, each + 1) for each in (mark + 1, seen[key][2].last + 1))
            yield Conflict("position", here, there, 1.0, document.quote(document.tokens.span(name.first, name.last)))
        seen[key] = (side, block, name)


def _parties(document: Document) -> Iterator[Conflict]:
    if sum(lower in document.by_lower for lower in _PARTIES) < 2:
        return
    kinds = [kind for lower in _PARTIES for kind in document.by_lower.get(lower, ())]
    places = sorted(place for kind in kinds for place in document.places[kind])
    found = document.derive(mentions).all
    seen: dict[str, tuple[str, int]] = {}
    for name in (name for place in places for name in _around(found, place)):
        place = _party(document, name)
        if place is None:
            continue
        key = fold(name.parts[-1])
        party = _PARTIES[document.tokens.word(place).lower]
        first, there = seen.setdefault(key, (party, place))
        if first != party:
            here = document.tokens.span(place, place + 1)
            yield Conflict("party", here, document.tokens.span(there, there + 1), 1.0, name.parts[-1])


def _around(found: tuple[Mention, ...], place: int) -> tuple[Mention, ...]:
    """Return the mentions that stand beside a word."""
    index = bisect_left(found, place, key=lambda name: name.first)
    return found[max(0, index - 1) : index + 2]


def _party(document: Document, name: Mention) -> int | None:
    """Return the token of the party that a person is said to be of: "Republican senator Roe", "Roe, a Democrat"."""
    word = document.tokens.word
    size = len(document.tokens)
    begin = document.tokens.sentences[document.sentence_of(name.first)]
    for token in range(name.first - 1, max(begin - 1, name.first - 4), -1):
        lower = word(token).lower.rstrip(".")
        if lower in _PARTIES and token < name.first - 1 and word(token).capital:
            return token if word(token - 1).lower not in ("former", "ex", "anti", "then") else None
        if lower not in _OFFICES:
            break
    if name.last + 2 < size and word(name.last).form == "," and word(name.last + 1).lower in ("a", "the"):
        token = name.last + 2
        ends = token + 1 >= size or word(token + 1).form in ",.;)" or word(token + 1).lower in ("from", "who", "and")
        if word(token).lower in _PARTIES and word(token).capital and ends:
            return token
    return None


def _bodies(document: Document) -> Iterator[Conflict]:
    """Find "Roe, the local's president" and "Roe, president of the company"."""
    word = document.tokens.word
    size = len(document.tokens)
    seen: dict[tuple[str, str], tuple[str, int, int]] = {}
    for name in document.derive(mentions).all:
        first = name.last + 1
        if first + 2 >= size or word(name.last).form != ",":
            continue
        if word(first).lower in ("the", "a", "its", "their"):
            first += 1
        found = _office_of(document, first, min(size, first + 4))
        if found is None:
            continue
        office, noun, last = found
        key = fold(name.parts[-1]), word(office).lower
        kind = _BODIES[word(noun).lower]
        begin = min(office, noun)
        known, there, end = seen.setdefault(key, (kind, begin, last))
        if known != kind:
            spans = document.tokens.span(begin, last), document.tokens.span(there, end)
            yield Conflict("body", spans[0], spans[1], 1.0, name.parts[-1])


def _office_of(document: Document, first: int, last: int) -> tuple[int, int, int] | None:
    """Return the tokens of an office and of the noun for its body, and the token behind: "local's president"."""
    word = document.tokens.word
    if word(first).lower in _BODIES and first + 2 < last and word(first + 1).lower in ("'s", "’s"):
        return (first + 2, first, first + 3) if word(first + 2).lower in _HEADS else None
    if word(first).lower in _HEADS and first + 3 < last + 1 and word(first + 1).lower == "of":
        noun = first + 3 if word(first + 2).lower in ("the", "a", "his", "her", "their") else first + 2
        if noun < len(document.tokens) and word(noun).lower in _BODIES:
            return first, noun, noun + 1
    return None
