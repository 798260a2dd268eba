"""Names a few letters off another name of the document.

Likeness is not enough: two spellings stand beside the same other part of a name, or one of them is never introduced
while the other is. Candidates come from blocking keys (the other parts, the consonant skeleton with one letter left
out, the first part), so the cost grows with the number of distinct forms, not with its square.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations

from paralint.evidence.names.flaws import Flaw
from paralint.evidence.names.forms import CROWD, Forms, judge
from paralint.evidence.names.gazetteer import folded_countries, load
from paralint.evidence.names.introductions import peoples
from paralint.evidence.names.spellings import (
    derived,
    distance,
    fold,
    gendered,
    likeness,
    near_keys,
    shared_start,
    sound,
)
from paralint.evidence.quotations.reporting import REPORTING
from paralint.text import lazy
from paralint.text.morphology import is_word

_PREFIX = lazy.pattern(r"(?i:al|el)-")
_PLACING = frozenset(("in", "at", "near", "outside", "of"))
_ALONE = 5  # letters of names that always stand alone and are held against one another
_LONG = 8  # letters of a name that is hardly ever like another one by chance
_TOLD_APART = 5  # letters from which on two known names are hardly ever a letter apart in one document
_LISTING = frozenset(",;(")
# Parts of the earth; the lands that are countries are in the gazetteer.
_LANDS = frozenset({"africa", "african", "america", "american", "caucasus", "caucasian", "afrikaan", "afrikaner"})


def garbled(names: Forms) -> Iterator[Flaw]:
    """Forms that are near another form of the document and stand where that one is owed."""
    judged: set[tuple[str, str]] = set()
    for (index, _, rest), forms in names.slots.items():
        if not 1 < len(forms) <= CROWD:
            continue
        for left, right in combinations([form for form in forms if not _has_digit(form)], 2):  # GPT-4o is no GPT-4
            judged.add((left, right))
            if rest == ("St.",) or _are_lands(left, right) or _are_cited(rest, left, right):
                continue
            if _same_slot(names, left, right, index):
                yield from judge(names, left, right, f"beside the same '{' '.join(rest)}'")
    for left, right in _near(names):
        if (left, right) in judged or (right, left) in judged or _are_lands(left, right):
            continue
        judged.add((left, right))
        yield from _unintroduced(names, left, right)


def _has_digit(form: str) -> bool:
    return not form.isalpha() and any(map(str.isdigit, form))


def _are_cited(rest: tuple[str, ...], left: str, right: str) -> bool:
    """Tell whether two families stand behind the same initial, as in a list of authors: J. Huang, J. Zhuang."""
    return all(len(part) == 2 and part[1] == "." for part in rest) and load().knows(left) and load().knows(right)


def _are_lands(left: str, right: str) -> bool:
    """Tell whether two forms name two lands or their peoples, however alike: South Africa and South America."""
    return all(
        not _LANDS.isdisjoint((plain, plain.removesuffix("s")))
        or not peoples().isdisjoint((plain, plain.removesuffix("s")))
        for plain in (fold(left), fold(right))
    )


def _near(names: Forms) -> Iterator[tuple[str, str]]:
    """Pairs of forms whose skeletons are one letter apart at most, or that begin and end alike."""
    buckets: dict[str, list[str]] = defaultdict(list)
    for form in names.counts:
        if len(form) < 4 or (is_word(form) and form not in names.companions) or form.isupper() or _has_digit(form):
            continue
        for key in near_keys(form):
            buckets[key].append(form)
    for forms in buckets.values():
        if len(forms) <= CROWD:
            yield from combinations(forms, 2)


def _same_slot(names: Forms, left: str, right: str, index: int) -> bool:
    """Tell whether two forms beside the same other parts are one name damaged."""
    first, second = fold(left), fold(right)
    if first == second or min(len(first), len(second)) < 3:
        return False
    if is_word(left) and is_word(right):
        # Two words make two names (Main Street, Mill Street), but for a letter in a name that is told again and again.
        rarer, usual = sorted((names.counts[left], names.counts[right]))
        return rarer == 1 and usual > 1 and len(first) == len(second) > 4 and distance(first, second, 1) == 1
    if sound(left) == sound(right):
        return True
    if gendered(first, second):
        return False
    if derived(first, second) and not (index and _one_family(names, left, right)):
        return False
    if first[0] != second[0] and distance(first, second, 1) > 1:
        return False
    if "-" in left or "-" in right:
        # Brothers and namesakes share syllables (Kwok-hing, Kwok-kin), so only one letter may differ.
        return left.count("-") == right.count("-") and len(first) > 6 and distance(first, second, 1) == 1
    if sorted(first) == sorted(second) and distance(first, second, 1) == 1 and len(first) > 3:
        return True
    if index == 0:
        return likeness(first, second) >= 0.8 and not first.startswith(second) and not second.startswith(first)
    return first.startswith(second) or second.startswith(first) or likeness(first, second) >= 0.7


def _one_family(names: Forms, left: str, right: str) -> bool:
    """Tell whether two family names behind one given name differ by a letter that makes no other word of a name.

    An ending makes a people of a country (Sri Lanka, Sri Lankan), but no second family of O'Hanlon.
    """
    return (
        names.persons.issuperset((left, right))
        and not is_word(left)
        and not is_word(right)
        and distance(fold(left), fold(right), 1) == 1
        and ((longer := max(fold(left), fold(right), key=len))[-1] not in "ns" or longer[-1] == longer[-2])
    )


def _unintroduced(names: Forms, left: str, right: str) -> Iterator[Flaw]:
    """Judge two near forms of which one is introduced (has other parts beside it) and the other never is."""
    first, second = fold(left), fold(right)
    if (left in names.companions and right in names.companions) or {first[-3:], second[-3:]} == {"man", "men"}:
        return
    # A people may be spelt in two ways (Belarusian, Belarussian), but is no person: the Scot, Scott.
    if not {first, second}.isdisjoint(peoples()) and not names.persons.isdisjoint((left, right)):
        return
    if any(
        one in folded_countries() and other in load().given_names for one, other in ((first, second), (second, first))
    ):
        return  # Ghana, and a girl called Hana
    if first != second and sound(left) == sound(right):
        # A word of the language that nobody bears is another name: the exchange Liffe, New York Life.
        if not any(is_word(form) and form not in names.persons for form in (left, right)):
            yield from judge(names, left, right, "the same sound")
        return
    if first == second or derived(first, second) or gendered(first, second):
        return
    if left not in names.companions and right not in names.companions:
        yield from _both_alone(names, left, right)
    if (left in names.companions) == (right in names.companions):
        return
    bare, full = (right, left) if left in names.companions else (left, right)
    if load().knows(bare) and fold(bare).startswith(fold(full)):
        return  # Donetsk is known, and the Donets flows there
    # A name of its own (Clarke) is no damage of another name (Clark), unless it stands once, as another of a person's.
    if is_word(bare) or (load().knows(bare) and (is_word(full) or load().knows(full))):
        if _once(names, bare, full):
            yield from judge(names, bare, full, "never introduced by a fuller name of its own", bare)
        return
    if is_word(full) and full not in names.persons:
        return
    if _PREFIX.match(bare) and _PREFIX.match(full):
        first, second = fold(bare.partition("-")[2]), fold(full.partition("-")[2])
    length = min(len(first), len(second))
    limit = 1 if length < 6 or load().knows(bare) else 2
    if length == 5 and names.counts[full] > 2 and names.counts[bare] == 1 and likeness(first, second) >= 0.8:
        limit = 1 if load().knows(bare) else 2
    anagram = sorted(first) == sorted(second)
    if length >= 5 and first[0] == second[0] and (distance(first, second, limit) <= limit or anagram):
        known = load().knows(bare) and names.counts[full] <= names.counts[bare] and not is_word(full)
        country = fold(bare) in peoples()
        if country and all(mention.last - mention.first > 1 for mention in names.mentions.by_part[full]):
            return  # Slovenj Gradec is a town, and no damaged Slovenia
        if names.counts[bare] > names.counts[full] or known or country:
            yield from judge(names, bare, full, "the name is not written so again", full)
        else:
            yield from judge(names, bare, full, "never introduced by a fuller name of its own", bare)


def _once(names: Forms, bare: str, full: str) -> bool:
    """Tell whether a known name stands once, outside a list, and is one letter from the family name of a person."""
    one, other = fold(bare), fold(full)
    if (
        names.counts[bare] > 1
        or not (full in names.persons or (full in names.givens and _speaks(names, bare)))
        or is_word(bare)
        or is_word(full)
        or min(len(one), len(other)) < _TOLD_APART
        or one[0] != other[0]
        or distance(one, other, 1) > 1
        or not peoples().isdisjoint((one, other))
    ):
        return False
    (mention,) = names.mentions.by_part[bare]
    word, end = names.document.tokens.word, len(names.document.tokens)
    listed = mention.first and word(mention.first - 1).form in _LISTING and mention.last < end
    return not (listed and word(mention.last).form in _LISTING)


def _speaks(names: Forms, form: str) -> bool:
    (mention,) = names.mentions.by_part[form]
    tokens = names.document.tokens
    return mention.last < len(tokens) and tokens.word(mention.last).lower in REPORTING


def _both_alone(names: Forms, left: str, right: str) -> Iterator[Flaw]:
    """Judge two near forms that always stand alone: Kepler, which is known, and Keplar; Voskbank and Foskbank."""
    first, second = fold(left), fold(right)
    short = min(len(first), len(second))
    if short < _ALONE or first[:1] != second[:1] or is_word(left) or is_word(right):
        return
    known = [form for form in (left, right) if load().knows(form)]
    minor = min((left, right), key=lambda form: (names.counts[form], form in known, -names.first_place(form)))
    if names.counts[minor] > 1 or minor in known:
        return
    major = right if minor == left else left
    near = distance(first, second, 1) == 1
    # What is told again and again, or stands where only a place does, may be shorter.
    titled = minor.istitle() and minor.isalpha()
    sure = names.counts[major] > 1 and titled and (short > _ALONE or sorted(first) == sorted(second))
    placed = titled and all(_placed(names, form) for form in (minor, major))
    if known:
        turned = sorted(first) == sorted(second) and titled
        inner = near and (len(first) == len(second) or _lost_letter(first, second))
        inner = inner and (short > _ALONE or placed or turned)
        inner = inner and (placed or first[:2] == second[:2])
        reason = "that name is known, and this one is not"
    else:
        # Of names that are known nowhere two are hardly ever so alike, compounds apart: Wikipedia, Wikimedia.
        alike = short >= _LONG and first[:2] == second[:2] and first[-3:] == second[-3:]
        inner = (alike and distance(first, second, 2) <= 2) or (near and (sure or placed))
        inner = inner and not _are_compounds(first, second)
        reason = "neither is known, and no other name is so like it"
    if inner:
        here, there = (next(names.places(form)) for form in (minor, major))
        yield Flaw("garbled", here, minor, major, there, reason)


def _are_compounds(first: str, second: str) -> bool:
    """Tell whether one of two forms ends with a word behind what they share."""
    same = shared_start(first, second)
    return any(is_word(form[cut:]) for form in (first, second) for cut in range(same + 1) if len(form) - cut > 4)


def _placed(names: Forms, form: str) -> bool:
    """Tell whether a form stands somewhere where only a place does: *in* Tarbrae, *the town of* Tarbrae."""
    word = names.document.tokens.word
    return any(
        mention.first and not mention.full and word(mention.first - 1).lower in _PLACING
        for mention in names.mentions.by_part[form]
    )


def _lost_letter(first: str, second: str) -> bool:
    """Tell whether one of two forms lacks a consonant or one of two like letters, but at its end: Teheran is Tehran."""
    longer, shorter = sorted((first, second), key=len, reverse=True)
    same = shared_start(longer, shorter)
    return same < len(shorter) - 1 and (longer[same] == longer[same - 1] or longer[same] not in "aeiouyh")
