"""Family names without their particle, and halves of double names, that only damage of the rest makes doubtful.

*Der Aa* of Joris van der Aa, *Hale* of Philippa Okonjo-Hale: papers drop a *von*, and some people half of a name, so
the rule that asks is heard in damaged texts alone.
"""

from __future__ import annotations

from collections.abc import Iterator

from paralint.evidence.names.drift import drifts, likely_drifts
from paralint.evidence.names.flaws import Flaw
from paralint.evidence.names.given_names import given_name_flaws
from paralint.evidence.names.introductions import acts, is_person
from paralint.evidence.names.lost_parts import lost_parts_of_names
from paralint.evidence.names.mentions import Mention, Mentions, mentions
from paralint.evidence.words.closed import words
from paralint.evidence.words.titles import PARTICLES
from paralint.text.document import Document
from paralint.text.morphology import is_word, word_classes

_NEVER_BEFORE = frozenset(("the", "a", "an", "in", "at", "near"))
_BEFORE_PERSONS = words("by to for with told asked from against of")
_MAY_GO = frozenset(("von", "zu", "zum", "zur", "af", "de", "du", "des", "dos", "das", "do", "y", "e", "av", "und"))


def likely_truncated(document: Document) -> tuple[Flaw, ...]:
    """Return the flaws likely-truncated of a document (a layer: see ``Document.derive``)."""
    found = document.derive(mentions)
    layers = (drifts, likely_drifts, given_name_flaws)
    told = {flaw.span.start for layer in layers for flaw in document.derive(layer)}
    sources = (*_bereft(found), *_halved(found), *lost_parts_of_names(found))
    flaws = {flaw.span.start: flaw for flaw in sources if flaw.span.start not in told}
    return tuple(flaws[start] for start in sorted(flaws))


def _bereft(found: Mentions) -> Iterator[Flaw]:
    """Der Aa, or Aa alone, of Joris van der Aa."""
    owned: dict[str, tuple[str, ...]] = {}
    where: dict[str, Mention] = {}
    for mention in found.full:
        size = len(mention.parts)
        first = next((at for at in range(1, size - 1) if mention.parts[at].lower() in PARTICLES), 0)
        if first and all(part.lower() in PARTICLES for part in mention.parts[first:-1]):
            owned.setdefault(mention.parts[-1], tuple(part.lower() for part in mention.parts[first:-1]))
            where.setdefault(mention.parts[-1], mention)
    for family, particles in owned.items():
        alone = [each for each in found.by_part[family] if _is_bare(each)]
        whole = [each for each in alone if tuple(part.lower() for part in each.parts[:-1]) == particles]
        lost = [each for each in alone if len(each.parts) <= len(particles) and not _led(found, each)]
        whole += [each for each in alone if _led(found, each)]
        if len(lost) != 1 or is_word(family.lower()) or (not whole and particles[0] in _MAY_GO):
            continue
        mention = lost[0]
        if where[family].first > mention.first:
            continue
        span, major = found.span(mention), " ".join((*particles, family))
        yield Flaw("likely-truncated", span, found.document.quote(span), major, found.span(where[family]), "")


def _led(found: Mentions, mention: Mention) -> bool:
    """Tell whether a particle stands right before a name."""
    return mention.first > 0 and found.document.tokens.word(mention.first - 1).lower in PARTICLES


def _is_bare(mention: Mention) -> bool:
    return all(part.lower() in PARTICLES for part in mention.parts[:-1])


def _halved(found: Mentions) -> Iterator[Flaw]:
    """Hale said, of Philippa Okonjo-Hale: half of a double name, where nobody else is called so."""
    for bearer in found.full:
        halves = bearer.parts[-1].split("-")
        if len(halves) != 2 or not all(len(half) > 1 and half.istitle() for half in halves) or not is_person(bearer):
            continue
        for half in halves:
            alone = found.by_part.get(half, ())
            if len(alone) != 1 or alone[0].full or alone[0].first < bearer.first or not _is_meant(found, alone[0]):
                continue
            place = bearer.last - 1
            there = found.document.tokens.span(place, place + 1)
            yield Flaw("likely-truncated", found.span(alone[0]), half, bearer.parts[-1], there, "")


def _is_meant(found: Mentions, mention: Mention) -> bool:
    """Tell whether one person is meant at a place: who does something, or to whom something is done."""
    tokens = found.document.tokens
    before = tokens.word(mention.first - 1).lower if mention.first else ""
    after = tokens.word(mention.last) if mention.last < len(tokens) else None
    if before in _NEVER_BEFORE or after is None or after.capital or after.lower in ("'s", "’s", "and", "&", "-"):
        return acts(found, mention)
    if acts(found, mention):
        return True
    classes = word_classes(after.lower)
    does = "verb" in classes and not after.lower.endswith("ing")
    return (mention.opening and does) or (before in _BEFORE_PERSONS and "noun" not in classes)
