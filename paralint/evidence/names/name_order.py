"""The order of a name: the family name before the given one, in a text that puts it behind."""

from __future__ import annotations

from collections.abc import Iterator

from paralint.evidence.names.flaws import Flaw
from paralint.evidence.names.gazetteer import load
from paralint.evidence.names.genders import given_sex
from paralint.evidence.names.introductions import acts, peoples
from paralint.evidence.names.mentions import Mention, Mentions
from paralint.evidence.names.spellings import fold
from paralint.evidence.words.closed import words
from paralint.evidence.words.titles import HEADS, ROLES
from paralint.text.morphology import is_word

_SHORTEST = 4  # letters of a family name; shorter ones are borne where they stand first
# Ranks, behind which a given name never stands before a family name that is no given one.
_RANKS = words(
    """general lieutenant colonel major captain corporal sergeant commander admiral commodore marshal brigadier private
    constable inspector superintendent officer sheriff detective judge justice professor doctor dr dr. prof prof. gen
    gen. col col. maj maj. capt capt. lt lt. sgt sgt. minister president senator governor mayor"""
)


def misordered(found: Mentions) -> Iterator[Flaw]:
    """Yield the flaws scrambled of names with the family name first: Its leader, *Hribar Tomaž*. Hribar said so."""
    turned = [mention for mention in found.full if _family_first(mention)]
    # Whole peoples put the family name first; a text about them has more than one.
    others = (mention for mention in found.full if mention.parts != turned[0].parts) if turned else ()
    if len({mention.parts for mention in turned}) != 1 or not any(map(_given_first, others)):
        return
    for mention in turned:
        family, given = mention.parts
        alone = found.by_part[family]
        bare = [other for other in alone if other.parts == (family,)]
        if any(other.parts not in (mention.parts, (given, family), (family,)) for other in alone):
            continue
        if any(other.parts == (given,) for other in found.by_part[given]):
            continue
        ranked = bool(set(mention.role.split()) & _RANKS) and fold(given) in load().formal
        if any(acts(found, other) for other in bare) or (ranked and not bare):
            span = found.span(mention)
            yield Flaw("scrambled", span, found.document.quote(span), f"{given} {family}", None, "")


def _family_first(mention: Mention) -> bool:
    if len(mention.parts) != 2 or mention.acronym:
        return False
    family, given = mention.parts
    if len(family) < _SHORTEST or not (family.istitle() and given.istitle()):
        return False
    if given.lower() in HEADS | ROLES or family.lower() in HEADS | ROLES or is_word(given.lower()):
        return False
    if fold(family) in peoples() or fold(given) in peoples() or given_sex(fold(family))[0]:
        return False
    return bool(given_sex(fold(given))[0]) and not is_word(family.lower()) and not load().people(fold(given))


def _given_first(mention: Mention) -> bool:
    given, family = mention.parts[0], mention.parts[-1]
    return bool(given_sex(fold(given))[0]) and not is_word(family.lower()) and family.istitle()
