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
from paralint.evidence.names.address import turned
from paralint.evidence.names.drift import drifts, likely_drifts
from paralint.evidence.names.flaws import Flaw
from paralint.evidence.names.gazetteer import load
from paralint.evidence.names.genders import given_sex
from paralint.evidence.names.given_names import given_name_flaws
from paralint.evidence.names.introductions import acts, is_person
from paralint.evidence.names.lost_parts import lost_parts_of_names
from paralint.evidence.names.mentions import Mention, Mentions, mentions
from paralint.evidence.names.spellings import fold
from paralint.evidence.quotations.quotations import quotations
from paralint.evidence.words.closed import words
from paralint.evidence.words.titles import FIRST_NAME_TITLES, HEADS, PARTICLES
from paralint.text import lazy
from paralint.text.document import Document
from paralint.text.morphology import is_word, word_classes

_SHORTEST = 4  # letters of a given name
_HONORIFICS = words("san kun chan sama sensei ji bhai didi bai jan bey hanim ssi")
_SEVERAL = 2  # families of a text that shows what persons are called by
_GROWN = 18  # years
_YEARS = words("two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen")
_PATRONYMIC = lazy.pattern(r".*(?:s[oó]n|sson|d[oó]ttir|ovich|evich|ovna|evna|oğlu|oglu|zadeh)$")
_NEVER_BEFORE = frozenset(("the", "a", "an", "in", "at", "near"))
_BEFORE_PERSONS = words("by to for with told asked from against of")
_MAY_GO = frozenset(("von", "zu", "zum", "zur", "af", "de", "du", "des", "dos", "das", "do", "y", "e", "av", "und"))


def other_given(document: Document) -> tuple[Flaw, ...]:
    """Return the flaws other-given and likely-truncated of a document (a layer: see ``Document.derive``)."""
    found = document.derive(mentions)
    layers = (drifts, likely_drifts, given_name_flaws)
    told = {flaw.span.start for layer in layers for flaw in document.derive(layer)}
    sources = (*_translated(found), *_bereft(found), *_halved(found), *_by_given(found), *lost_parts_of_names(found))
    flaws = {flaw.span.start: flaw for flaw in sources if flaw.span.start not in told}
    return tuple(flaws[start] for start in sorted(flaws))


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


def _by_given(found: Mentions) -> Iterator[Flaw]:
    """Akosua said, where the other persons of a text go by their family names."""
    persons: dict[str, dict[tuple[str, ...], Mention]] = defaultdict(dict)
    inside = found.document.derive(quotations).inside
    for mention in found.full:
        if is_person(mention):
            persons[mention.parts[0]].setdefault(mention.parts, mention)
    families: dict[str, set[str]] = defaultdict(set)
    for given, bearers in persons.items():
        for parts in bearers:
            families[parts[-1]].add(given)
    called = {
        part for mention in found.all if len(mention.parts) == 1 and acts(found, mention) for part in mention.parts
    }
    adults = {
        given for given, bearers in persons.items() if not any(_goes_by_given(found, each) for each in bearers.values())
    }
    informal = len(called & adults) > 1
    for given, bearers in persons.items():
        polite = (f"{given}-{title}" for title in _HONORIFICS)
        alone = [each for form in (given, *polite) for each in found.by_part.get(form, ()) if not each.full]
        single = len(bearers) == 1 and given not in families and len(alone) == 1
        if not single or given.isupper() or len(given) < _SHORTEST:
            continue
        (mention,), ((parts, bearer),) = alone, bearers.items()
        if inside[mention.first]:
            continue  # friends call each other by their given names
        if mention.title < mention.first or mention.first < bearer.first:
            continue
        if mention.parts[0] == given and not acts(found, mention):
            continue
        if (
            len(families[parts[-1]]) > 1
            or len(families) < _SEVERAL
            or informal
            or not _is_brought_in(found, bearer)
            or _goes_by_given(found, bearer)
        ):
            continue
        owed = " ".join(parts[1:])
        yield Flaw("bare-given-likely", found.span(mention), mention.parts[0], owed, found.span(bearer), "")


def _is_brought_in(found: Mentions, bearer: Mention) -> bool:
    """Tell whether a full name is a person's beyond doubt: by a given name, a title, an age, or what is said of it."""
    if bearer.role or fold(bearer.parts[0]) in load().given_names or given_sex(fold(bearer.parts[0]))[0]:
        return True
    word, size = found.document.tokens.word, len(found.document.tokens)
    behind = [word(at).lower for at in range(bearer.last, min(bearer.last + 2, size))]
    before = [word(at).lower for at in range(max(0, bearer.first - 2), bearer.first)]
    told = behind[:1] == [","] and len(behind) > 1 and (behind[1] in ("who", "whose") or behind[1].isdecimal())
    return told or (before[:1] in (["she"], ["he"]) and before[1:] in (["is"], ["was"]))


def _goes_by_given(found: Mentions, bearer: Mention) -> bool:
    """Tell whether a person is called by the given name: a child, a ruler, somebody with a patronymic, a saint."""
    tokens = found.document.tokens
    role = bearer.role.rpartition(" ")[2].rstrip(".")
    if role in FIRST_NAME_TITLES or turned(bearer) or _PATRONYMIC.fullmatch(bearer.parts[-1].lower()):
        return True
    age = tokens.word(bearer.last + 1).lower if bearer.last + 1 < len(tokens) else ""
    young = age in _YEARS or (age.isdecimal() and int(age) < _GROWN)
    return young and tokens.word(bearer.last).form == ","
