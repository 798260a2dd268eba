"""Given names in another language, and family names without their particle, where the family name tells whose they are.

*Simon Vlahov* and *Šimun Vlahov*, *Der Aa* and Joris van der Aa: a person has one given name and keeps the particle.
Two people of one family may bear Ana and Anna, and papers drop a *von*, so the rules that ask are heard in damaged
texts alone.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import lru_cache

from paralint.data import listed
from paralint.evidence.names.drift import drifts, likely_drifts
from paralint.evidence.names.flaws import Flaw
from paralint.evidence.names.given_names import given_name_flaws
from paralint.evidence.names.mentions import Mention, Mentions, mentions
from paralint.evidence.names.spellings import fold
from paralint.evidence.words.titles import HEADS, PARTICLES
from paralint.text.document import Document
from paralint.text.morphology import is_word

_MAY_GO = frozenset(("von", "zu", "zum", "zur", "af", "de", "du", "des", "dos", "das", "do", "y", "e", "av", "und"))


def other_given(document: Document) -> tuple[Flaw, ...]:
    """Return the flaws other-given and likely-truncated of a document (a layer: see ``Document.derive``)."""
    found = document.derive(mentions)
    layers = (drifts, likely_drifts, given_name_flaws)
    told = {flaw.span.start for layer in layers for flaw in document.derive(layer)}
    flaws = [flaw for flaw in (*_translated(found), *_bereft(found)) if flaw.span.start not in told]
    return tuple(sorted(flaws, key=lambda flaw: flaw.span.start))


@lru_cache(maxsize=1)
def _groups() -> Mapping[str, frozenset[int]]:
    """The groups of one name in several languages, by the folded forms."""
    found: dict[str, set[int]] = defaultdict(set)
    for number, line in enumerate(listed("name-translations")):
        for name in line.split():
            found[fold(name)].add(number)
    return {name: frozenset(numbers) for name, numbers in found.items()}


@lru_cache(maxsize=1)
def _english() -> frozenset[str]:
    """The names that English has."""
    return frozenset(line.split()[0] for line in listed("name-translations"))


def _translated(found: Mentions) -> Iterator[Flaw]:
    """Simon Vlahov, where the same family has a Šimun."""
    families: dict[tuple[str, ...], dict[str, list[Mention]]] = defaultdict(dict)
    for mention in found.full:
        families[mention.parts[1:]].setdefault(mention.parts[0], []).append(mention)
    none: frozenset[int] = frozenset()
    for family, bearers in families.items():
        if len(bearers) != 2 or family[-1].lower() in HEADS:
            continue
        one, other = bearers
        if fold(one) == fold(other) or not _groups().get(fold(one), none) & _groups().get(fold(other), none):
            continue
        # The given name that is told oftener is right; of equals the one that is not English.
        ranks = {name: (found.counts[name], name not in _english(), -bearers[name][0].first) for name in bearers}
        minor = min(ranks, key=lambda name: ranks[name])
        major = other if minor == one else one
        if len(bearers[minor]) == 1:
            here, there = bearers[minor][0], bearers[major][0]
            span = found.document.tokens.span(here.first, here.first + 1)
            yield Flaw("other-given", span, minor, major, found.span(there), "")


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
