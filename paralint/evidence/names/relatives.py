"""Family names of relatives a letter off: *Rohan Deshpande … his father, Anand Despande*.

Who is brought in as somebody's father or sister may have another family name, but hardly one that is a letter away
from it. The rule that asks is heard in damaged texts alone.
"""

from __future__ import annotations

from collections.abc import Iterator

from paralint.evidence.names.flaws import Flaw
from paralint.evidence.names.gazetteer import load
from paralint.evidence.names.genders import given_sex
from paralint.evidence.names.introductions import is_person
from paralint.evidence.names.mentions import Mention, Mentions
from paralint.evidence.names.spellings import distance, fold, gendered
from paralint.evidence.words.sexes import RELATIVES
from paralint.evidence.words.titles import FAITHS
from paralint.text.morphology import is_word, word_classes

_SHORTEST = 5  # letters of a family name that is a letter away from no other one by chance
_BEFORE = 3  # tokens before a name in which the word for a relative stands


def relatives(found: Mentions) -> Iterator[Flaw]:
    """Yield the flaws near of relatives whose family name is a letter away from that of somebody else."""
    if found.document.by_lower.keys().isdisjoint(RELATIVES):
        return
    families: dict[str, Mention] = {}
    for bearer in found.full:
        if is_person(bearer) or _is_kin(found, bearer):
            families.setdefault(bearer.parts[-1], bearer)
    for form, bearer in families.items():
        if found.counts[form] > 1 or not _is_kin(found, bearer) or is_word(form.lower()) or len(form) < _SHORTEST:
            continue
        near = [other for other in families if other != form and _is_letter_off(form, other)]
        if len(near) == 1:
            place = bearer.last - 1
            span, other = found.document.tokens.span(place, place + 1), found.span(families[near[0]])
            yield Flaw("near", span, form, near[0], other, "")


def plural_families(found: Mentions) -> Iterator[Flaw]:
    """Yield the flaws near of family names with an s that only a possessive or several of a family have.

    *Hristovs operation was put off*: the apostrophe is lost.
    """
    tokens = found.document.tokens
    families = {mention.parts[-1]: mention for mention in reversed(found.full) if is_person(mention)}
    for form in [form for form in found.counts if form.endswith("s") and form[:-1] in families]:
        if (
            is_word(form[:-1].lower())
            or word_classes(form.lower())
            or load().knows(form)
            or form[:-1].lower() in FAITHS
        ):
            continue
        yield from _plural_behind_given(found, form, families[form[:-1]])
        for mention in found.by_part[form]:
            if mention.full or mention.last >= len(tokens) or not mention.first:
                continue
            before, after = tokens.word(mention.first - 1), tokens.word(mention.last)
            classes = word_classes(after.lower)
            owned = "noun" in classes and "verb" not in classes and not after.capital and "function" not in classes
            if owned and before.lower not in ("the", "both", "two", "three", "four", "of") and not before.capital:
                span = found.span(mention)
                yield Flaw("near", span, form, f"{form[:-1]}'s", found.span(families[form[:-1]]), "")


def _plural_behind_given(found: Mentions, form: str, bearer: Mention) -> Iterator[Flaw]:
    """Jolanta Wieczoreks, of Jolanta Wieczorek."""
    for mention in found.by_part[form]:
        if mention.parts == (*bearer.parts[:-1], form) and given_sex(fold(mention.parts[0]))[0]:
            place = mention.last - 1
            span = found.document.tokens.span(place, place + 1)
            yield Flaw("near", span, form, form[:-1], found.span(bearer), "")


def _is_kin(found: Mentions, bearer: Mention) -> bool:
    """Tell whether a word for a relative stands right before a name: his father, Anand Despande."""
    word = found.document.tokens.word
    before = [word(place) for place in range(max(0, bearer.title - _BEFORE), bearer.title)]
    return any(each.lower in RELATIVES for each in before) or bearer.role.rpartition(" ")[2] in RELATIVES


def _is_letter_off(form: str, other: str) -> bool:
    one, two = fold(form), fold(other)
    if one == two or gendered(one, two) or one[0] != two[0] or min(len(one), len(two)) < _SHORTEST:
        return False
    return distance(one, two, 1) == 1 or (len(one) == len(two) and sorted(one) == sorted(two))
