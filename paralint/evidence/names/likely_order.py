"""Names whose parts stand in an order that they hardly have: *Coast & Cheviot, Wijngaarden van, Father Pop Anselm*.

A family name may stand first in half of the world, and a firm may be turned round in another one's name. Where a text
is damaged these are what a rewriter has made of names that it took for phrases; the rule that asks is heard there.
"""

from __future__ import annotations

from collections.abc import Iterator

from paralint.evidence.names.flaws import Flaw
from paralint.evidence.names.gazetteer import load
from paralint.evidence.names.genders import NAME_WEIGHT, given_sex
from paralint.evidence.names.introductions import acts, peoples
from paralint.evidence.names.mentions import Mention, Mentions, mentions
from paralint.evidence.names.persons import person_flaws
from paralint.evidence.names.spellings import fold
from paralint.evidence.words.closed import words
from paralint.evidence.words.places import capitalised, word_at
from paralint.evidence.words.titles import FIRST_NAME_TITLES, HEADS, ROLES, TITLES
from paralint.text.document import Document
from paralint.text.morphology import is_word, word_classes
from paralint.text.words import TokenKind

_PARTICLES = words("van von der den ter ten del della di du dos das da la de el al bin ibn zu ni mac mc vander af av y")
_SURE_PARTICLES = _PARTICLES - words(
    "van der den ten y mac af"
)  # that are no words of the language, nor brand behind them
# What stands behind the name of a street, a station or a hospital, and never before it.
_HEADS = words(
    """street avenue road lane station airport hospital stadium prison cathedral theatre theater library embassy
    crescent terrace infirmary racecourse observatory aquarium brewery quay pier boulevard"""
)
_MODALS = words("may might can could will would shall should must did does")


def likely_order(document: Document) -> tuple[Flaw, ...]:
    """Return the flaws likely-scrambled of a document (a layer: see ``Document.derive``)."""
    found = document.derive(mentions)
    told = {flaw.span.start for flaw in document.derive(person_flaws)}
    sources = (*_partners(found), *_particle_behind(found), *_family_first(found), *_head_first(document))
    flaws = {flaw.span.start: flaw for flaw in sources}
    return tuple(flaws[start] for start in sorted(flaws) if start not in told)


def _partners(found: Mentions) -> Iterator[Flaw]:
    """Coast & Cheviot, of Cheviot & Coast."""
    document = found.document
    pairs: dict[tuple[str, str], list[int]] = {}
    for place in (place for number in document.by_lower.get("&", ()) for place in document.places[number]):
        if 0 < place < len(document.tokens) - 1:
            one, other = document.tokens.word(place - 1), document.tokens.word(place + 1)
            if one.capital and other.capital and one.form != other.form:
                pairs.setdefault((one.form, other.form), []).append(place)
    for (left, right), places in pairs.items():
        others = pairs.get((right, left), ())
        if len(places) > 1 or not others or (len(others) == 1 and others[0] > places[0]):
            continue
        span = document.tokens.span(places[0] - 1, places[0] + 2)
        there = document.tokens.span(others[0] - 1, others[0] + 2)
        yield Flaw("likely-scrambled", span, document.quote(span), document.quote(there), there, "")


def _particle_behind(found: Mentions) -> Iterator[Flaw]:
    """Joost Wijngaarden van, who: a particle behind the name that it stands before."""
    document = found.document
    size = len(document.tokens)
    for mention in found.full:
        particles: list[str] = []
        place = mention.last
        while place < size and len(particles) < 2 and document.tokens.word(place).form in _PARTICLES:
            particles.append(document.tokens.word(place).form)
            place += 1
        if not particles or not given_sex(fold(mention.parts[0]))[0]:
            continue
        sure = any(particle in _SURE_PARTICLES for particle in particles) or not load().knows(mention.parts[-1])
        after = document.tokens.word(place) if place < size else None
        ended = (
            after is None
            or after.kind is not TokenKind.WORD
            or (not after.capital and bool(word_classes(after.lower) & {"verb", "function"}))
        )
        if sure and ended and not (particles == ["la"] or particles == ["de"]):
            span = document.tokens.span(mention.first, place)
            owed = " ".join((*mention.parts[:-1], *particles, mention.parts[-1]))
            yield Flaw("likely-scrambled", span, document.quote(span), owed, None, "the particle goes before the name")


def _family_first(found: Mentions) -> Iterator[Flaw]:
    """Pillai-Hughes Chandran, who is Pillai-Hughes further down; Father Pop Anselm."""
    others = [mention for mention in found.full if _is_straight(mention)]
    for mention in found.full:
        if len(mention.parts) != 2 or not _is_turned(mention):
            continue
        family, given = mention.parts
        alone = [each for each in found.by_part[family] if each.parts == (family,) and each.first > mention.first]
        titled = [each for each in alone if each.title < each.first]
        ranked = (
            bool(mention.role)
            and found.document.tokens.word(mention.first - 1).capital
            and (
                mention.role.rpartition(" ")[2].rstrip(".") in TITLES
                and word_at(found.document, mention.first - 1) in TITLES
            )
        )
        formal = given_sex(fold(given))[1] == NAME_WEIGHT and fold(given) in load().given_names
        does = any(acts(found, each) or _may_act(found, each) for each in alone)
        does = does and ("-" in family or formal)
        saintly = mention.role.rpartition(" ")[2] in FIRST_NAME_TITLES and is_word(family.lower())
        if any(each.parts == (given, family) or each.parts == (given,) for each in found.by_part[given]):
            continue
        titled = titled if formal else []
        if not (titled or does or (ranked and (formal or saintly) and not load().people(fold(given)))):
            continue
        if not others and not titled:
            continue
        span = found.span(mention)
        yield Flaw("likely-scrambled", span, found.document.quote(span), f"{given} {family}", None, "")


def _may_act(found: Mentions, mention: Mention) -> bool:
    return mention.opening and word_at(found.document, mention.last) in _MODALS


def _is_turned(mention: Mention) -> bool:
    """Tell whether a name of two parts has a given name behind, and none before."""
    family, given = mention.parts
    halves = family.split("-")
    if mention.acronym or not all(part.istitle() for part in (*halves, given)):
        return False
    if fold(family) in peoples() or fold(given) in peoples() or {family.lower(), given.lower()} & (HEADS | ROLES):
        return False
    if any(given_sex(fold(half))[0] for half in halves[:1]) and len(halves) == 1:
        return False
    return bool(given_sex(fold(given))[0]) and not is_word(given.lower()) and fold(family) not in load().given_names


def _is_straight(mention: Mention) -> bool:
    given, family = mention.parts[0], mention.parts[-1]
    return bool(given_sex(fold(given))[0]) and family.istitle() and not given_sex(fold(family))[0]


def _head_first(document: Document) -> Iterator[Flaw]:
    """Street Downing, Station Paddington: what the name is of before the name itself."""
    tokens = document.tokens
    for head in sorted(document.by_lower.keys() & _HEADS):
        for place in capitalised(document, head):
            if place + 1 >= len(tokens) or (place and tokens.word(place - 1).capital):
                continue
            if tokens.sentences[document.sentence_of(place)] == place:
                continue
            name = tokens.word(place + 1)
            behind = tokens.word(place + 2) if place + 2 < len(tokens) else None
            if not name.capital or name.upper or not name.form.isalpha() or name.lower in HEADS:
                continue
            if behind is not None and (behind.capital or behind.form in ("&", "-", "'s", "’s")):
                continue
            if is_word(name.lower) and "noun" in word_classes(name.lower):
                continue
            if document.block_of(place) in document.derive(mentions).titled:
                continue
            span = tokens.span(place, place + 2)
            owed = f"{name.form} {tokens.word(place).form}"
            yield Flaw("likely-scrambled", span, document.quote(span), owed, None, "the name goes first")
