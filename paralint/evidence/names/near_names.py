"""Names a letter or two apart from another one of the document, with nothing else that says they are one.

*Ustka* and *Utska*, *Thornley Moss* and *Thornly Moss*: of places, ships and firms nothing tells as much as the title
or the given name of a person does. In a damaged text likeness alone is enough if one of the two stands once, is no
word, and is no name that exists; the rule that asks for it is heard there alone.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from functools import lru_cache

from paralint.evidence.names.bare_families import bare_families
from paralint.evidence.names.cities import towns
from paralint.evidence.names.drift import drifts, likely_drifts
from paralint.evidence.names.flaws import Flaw
from paralint.evidence.names.gazetteer import load
from paralint.evidence.names.introductions import is_person, peoples
from paralint.evidence.names.mentions import Mention, Mentions, mentions
from paralint.evidence.names.one_name import spelt_otherwise
from paralint.evidence.names.places import place_flaws, single_names
from paralint.evidence.names.relatives import plural_families, relatives
from paralint.evidence.names.spellings import Spellings, derived, distance, fold, gendered, skeleton
from paralint.evidence.words.closed import words
from paralint.evidence.words.titles import CALENDAR, HEADS
from paralint.text.document import Document
from paralint.text.morphology import is_word

_SHORTEST = 5  # letters of a name that is a letter away from no other one by chance
_LONG = 8  # letters of a name that may be two letters away
_PLACING = words("in at near from to outside around across into towards of through between reached left entered via")
_GRAY = {"grey": "gray"}
_PREFIXES = {"Mac": ("Mc", "Mac"), "Mc": ("Mc", "Mac"), "O": ("O'", "O’"), "Ó": ("O'", "O’"), "Fitz": ("Fitz",)}
_CROWD = 8  # forms under one key: a family of names


def near_names(document: Document) -> tuple[Flaw, ...]:
    """Return the flaws near of a document (a layer: see ``Document.derive``)."""
    found = document.derive(mentions)
    layers = (drifts, likely_drifts, bare_families, place_flaws)
    told = {flaw.span.start: flaw for layer in layers for flaw in document.derive(layer)}
    pairs = {(flaw.major, flaw.form) for flaw in told.values()}
    flaws = {
        flaw.span.start: flaw
        for flaw in (
            *spelt_otherwise(found),
            *_near(found),
            *_towns(found),
            *_halves(found),
            *_prefixed(found),
            *relatives(found),
            *plural_families(found),
        )
        if flaw.span.start not in told and (flaw.form, flaw.major) not in pairs
    }
    return tuple(flaws[start] for start in sorted(flaws))


def _towns(found: Mentions) -> Iterator[Flaw]:
    """Yield the towns that are a letter off: in Harogate."""
    word = found.document.tokens.word
    for form in found.counts:
        owed = _town(form)
        for mention in found.by_part[form] if owed else ():
            if not mention.full and mention.first and word(mention.first - 1).lower in _PLACING:
                yield Flaw("near", found.span(mention), form, owed, None, "")


@lru_cache(maxsize=1 << 13)
def _town(form: str) -> str:
    """Return the town of which a form that is known nowhere has lost, doubled or turned a letter."""
    plain = fold(form)
    if len(plain) < _SHORTEST + 1 or not form.istitle() or not form.isalpha() or is_word(form) or load().knows(form):
        return ""
    near = _spellings().near(plain)
    town = near[0] if len(near) == 1 else ""
    if plain.replace("aa", "a") == fold(town):
        return ""  # Aalesund is Ålesund, as who has no å writes it
    lost = town and len(fold(town)) != len(plain) and plain[-1] == fold(town)[-1]
    return town if lost or sorted(plain) == sorted(fold(town)) else ""


@lru_cache(maxsize=1)
def _spellings() -> Spellings:
    return Spellings(town for town in towns() if len(town) > _SHORTEST and town.isalpha())


def _halves(found: Mentions) -> Iterator[Flaw]:
    """Yield the names of two words of which one is a letter off, though it is a word: Gray Hero, of Gray Heron."""
    beside: dict[tuple[int, str], dict[str, Mention]] = defaultdict(dict)
    for mention in found.full:
        if len(mention.parts) == 2:
            for index, part in enumerate(mention.parts):
                other = mention.parts[1 - index].lower()
                beside[index, _GRAY.get(other, other)].setdefault(part, mention)
    for (index, _), forms in beside.items():
        if len(forms) != 2:
            continue
        minor, major = sorted(forms, key=lambda form: (found.counts[form], -forms[form].first))
        one, other = fold(minor), fold(major)
        if found.counts[minor] > 1 or found.counts[major] < 2 or not (is_word(minor) and is_word(major)):
            continue
        if min(len(one), len(other)) < _SHORTEST - 1 or distance(one, other, 1) > 1 or one[0] != other[0]:
            continue
        if (
            minor.lower() == major.lower()  # HARBOR, of a dateline
            or {one, other} & {one + "s", other + "s"}
            or {one, other} & peoples()
            or {minor.lower(), major.lower()} & HEADS
        ):
            continue
        place = forms[minor].first + index
        span = found.document.tokens.span(place, place + 1)
        yield Flaw("near", span, minor, major, found.span(forms[major]), "")


def _prefixed(found: Mentions) -> Iterator[Flaw]:
    """Yield the Irish and Scottish names with their prefix set apart: Mac Ilhatton, of Bronagh McIlhatton."""
    for prefix in [form for form in found.counts if form in _PREFIXES]:
        for mention in found.by_part[prefix]:
            if len(mention.parts) != 2 or mention.parts[0] != prefix:
                continue
            owed = next((f"{other}{mention.parts[1]}" for other in _PREFIXES[prefix]
                         if f"{other}{mention.parts[1]}" in found.counts), "")  # fmt: skip
            if owed:
                yield Flaw(
                    "near", found.span(mention), " ".join(mention.parts), owed, found.span(found.by_part[owed][0]), ""
                )


def _cuts(plain: str) -> set[str]:
    return {plain, *(plain[:cut] + plain[cut + 1 :] for cut in range(len(plain)))}


def _near(found: Mentions) -> Iterator[Flaw]:
    forms = [form for form in found.counts if _is_comparable(form)]
    keyed: dict[str, list[str]] = defaultdict(list)
    for form in forms:
        for key in _keys(form):
            keyed[key].append(form)
    for form in forms:
        if found.counts[form] > 1 or is_word(form) or is_word(form.lower()):
            continue
        near = {
            other: None
            for key in _keys(form)
            if len(keyed[key]) <= _CROWD
            for other in keyed[key]
            if other != form and _alike(fold(form), fold(other))
        }
        mention = found.by_part[form][0]
        majors = [other for other in near if _is_major(found, form, other) and _may_be_one(found, mention, form, other)]
        if len(majors) == 1:
            place, there = mention.first + mention.parts.index(form), found.by_part[majors[0]][0]
            span = found.document.tokens.span(place, place + 1)
            yield Flaw("near", span, form, majors[0], found.span(there), "")


def _is_comparable(form: str) -> bool:
    plain = fold(form)
    if form.lower() in HEADS or form in single_names():
        return False
    return (
        len(plain) >= _SHORTEST - 1
        and form[0].isupper()
        and form.isalpha()
        and not form.isupper()
        and plain not in peoples() | CALENDAR
    )


def _keys(form: str) -> set[str]:
    plain = fold(form)
    return {*_cuts(plain), f"{skeleton(form)}~"}


def _alike(one: str, other: str) -> bool:
    """Tell whether two folded names are one with a slip: no plural, no derivation, no form of the other sex."""
    if one == other or derived(one, other) or gendered(one, other) or {one + "s", other + "s"} & {one, other}:
        return False
    short = min(len(one), len(other))
    if len(one) == len(other) and one[:-1] == other[:-1] and {one[-1], other[-1]} <= set("aoei"):
        return False  # Cordero, Cordera: two names of one language
    if sorted(one) == sorted(other):
        return distance(one, other, 1) == 1
    if one[0] != other[0] or short < _SHORTEST:
        return False
    limit = 2 if short >= _LONG else 1
    return distance(one, other, limit) <= limit


def _is_major(found: Mentions, form: str, other: str) -> bool:
    """Tell whether of two names alike the other one is right: it stands oftener, exists, or stands before."""
    if found.counts[other] > 1:
        return not load().knows(form) or (not load().knows(other) and len(form) > _SHORTEST)
    if load().knows(form):
        return False
    return load().knows(other) or found.by_part[other][0].first < found.by_part[form][0].first


def _may_be_one(found: Mentions, mention: Mention, form: str, other: str) -> bool:
    """Tell whether what stands beside two names lets them be one: no two persons of different given names."""
    theirs = [each for each in found.by_part[other] if each.full]
    if not mention.full:
        return not (theirs and mention.title < mention.first and not any(map(is_person, theirs)))
    beside = {part for part in mention.parts if part != form}
    if any(beside & set(each.parts) for each in theirs):
        return True
    return not is_person(mention) and not any(map(is_person, theirs))
