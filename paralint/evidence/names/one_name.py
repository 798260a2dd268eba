"""Two spellings that are one name in a damaged text, whatever else is called so: *Carlyle*, of Carlisle.

Sound news has a Hertford beside a Hereford, and a Halverson beside a Halvorsen. Where a text is damaged, a name that
stands once and sounds like one that stands elsewhere, before or behind the same words, is that one, and so is one in
two pieces that sounds like it as a whole. The rule that asks is heard there alone, so all names are held against all.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache, reduce
from itertools import pairwise
from operator import or_

from paralint.evidence.names.flaws import Flaw
from paralint.evidence.names.forms import CROWD
from paralint.evidence.names.gazetteer import load
from paralint.evidence.names.genders import given_sex
from paralint.evidence.names.introductions import acts, is_person, peoples
from paralint.evidence.names.mentions import Mention, Mentions
from paralint.evidence.names.place_names import is_one_place
from paralint.evidence.names.spellings import (
    derived,
    distance,
    doubled,
    fold,
    gendered,
    likeness,
    near_keys,
    skeleton,
    sound,
)
from paralint.evidence.names.usage import american
from paralint.evidence.words.closed import COMPASS, words
from paralint.evidence.words.titles import CALENDAR, HEADS, PARTICLES, ROLES, TITLES
from paralint.text.morphology import is_word, lemma, word_classes
from paralint.values import NamedTuple

_SHORTEST = 4  # letters of a name that is compared
_SURE = 6  # letters from which on one letter says little against two names being one
_LONG = 7  # letters of names that may be two letters apart
_LIKE = 0.7  # least likeness of two names that stand between the same words
_FOREIGN = 1 - _LIKE  # share of the letters of two such names that the other may lack
_NEAR, _ALIKE, _SAME = 1, 2, 3  # how alike two spellings are
_PLACING = words("in at near from to outside around across into through between of towards off")
_SMALL = words("the a an of in at on , ' ’ 's ’s and near to from called named")
_REACH = 3  # tokens before a name among which the noun stands that says what it is
_MANY = 1000  # forms from which on they are compared by what they share, not each with each: no article has as many
_ENDINGS = words("o a e i y s n an ian en er es us os in ina")


class _Use(NamedTuple):
    """A form of a name at one of its places: its first and last token, and the name that it is part of."""

    form: str
    first: int
    last: int
    mention: Mention


def spelt_otherwise(found: Mentions) -> Iterator[Flaw]:
    """Yield the flaws near of names that stand once, and are another name of the document in another spelling."""
    uses = _uses(found)
    forms = [form for form in uses if _may_be_compared(form)]
    # What is asked of every pair of forms.
    asked = [(form, len(form), " " in form, fold(form)[0], _letters(fold(form)), len(fold(form))) for form in forms]
    near = _by_key(forms) if len(forms) > _MANY else None
    for at, (left, length, piece, first, letters, size) in enumerate(asked, 1):
        others = asked[at:] if near is None else [asked[other] for other in _nearest(near, left, at)]
        for right, other_length, other_piece, other_first, other_letters, other_size in others:
            if not -_REACH <= length - other_length <= _REACH or (piece and other_piece):
                continue
            # Names that begin otherwise have to share their letters, as ``likeness`` counts them.
            foreign = first != other_first and (letters ^ other_letters).bit_count()
            if foreign > _FOREIGN * (size + other_size):
                continue
            level = _level(left, right)
            if level:
                yield from _told(found, uses, left, right, level)


def _by_key(forms: Sequence[str]) -> Mapping[str, list[int]]:
    """Return the numbers of forms by what they share with those that are near them."""
    numbers: defaultdict[str, list[int]] = defaultdict(list)
    for number, form in enumerate(forms):
        for key in near_keys(form):
            numbers[key].append(number)
    return numbers


def _nearest(numbers: Mapping[str, list[int]], form: str, at: int) -> list[int]:
    """Return the numbers from ``at`` on of the forms that are near one, in order, none under a key of a crowd."""
    groups = [group for key in near_keys(form) if len(group := numbers[key]) <= CROWD]
    return sorted({number for group in groups for number in group if number >= at})


@lru_cache(maxsize=1 << 13)
def _letters(plain: str) -> int:
    """Return the letters of a folded form as a set of bits."""
    return reduce(or_, [1 << ord(letter) for letter in plain], 0)


def _uses(found: Mentions) -> dict[str, list[_Use]]:
    """Return the places of the parts of all names, and of names of two parts as a whole."""
    uses: dict[str, list[_Use]] = {}
    for mention in found.all:
        places = [at for at in range(mention.first, mention.last) if found.document.tokens.word(at).capital]
        if len(places) != len(mention.parts):
            continue
        for place, part in zip(places, mention.parts, strict=True):
            uses.setdefault(part, []).append(_Use(part, place, place + 1, mention))
        for at in range(len(places) - 1):
            whole = " ".join(mention.parts[at : at + 2])
            if places[at + 1] == places[at] + 1:
                uses.setdefault(whole, []).append(_Use(whole, places[at], places[at] + 2, mention))
    return uses


@lru_cache(maxsize=1 << 13)
def _may_be_compared(form: str) -> bool:
    plain = fold(form)
    lower = form.lower()
    if "-" in form and any(fold(half) in _countries() or half.isupper() for half in form.split("-")):
        return False  # Israel-Palestine
    if len(plain) < _SHORTEST or form.isupper() or any(letter.isdigit() for letter in form):
        return False
    if any(one.islower() and other.isupper() for one, other in pairwise(form)) and "-" not in form and " " not in form:
        return False  # a brand: RipGuard
    return lower.removesuffix("s") not in CALENDAR and lower not in COMPASS | HEADS | PARTICLES | TITLES | ROLES


@lru_cache(maxsize=1)
def _countries() -> frozenset[str]:
    """The names, adjectives and words for peoples of countries, and the words of which their names are made."""
    return peoples() | {word.lower() for country in load().countries for word in country.name.split()}


@lru_cache(maxsize=1 << 14)
def _level(left: str, right: str) -> int:
    """Return how alike two forms are; 0 if they are two names, or two forms of one."""
    one, other = fold(left), fold(right)
    if one == other:
        same = left.lower().replace("-", " ") == right.lower().replace("-", " ")
        return 0 if same and left.lower()[:2] in PARTICLES else _SAME  # Al Aqsa, Al-Aqsa
    if american(one) == american(other) or _is_pet_form(one, other):
        return 0
    short, long = sorted((one, other), key=len)
    if {one, other} <= peoples() or derived(one, other) or gendered(one, other) or long in (short + "s", short + "es"):
        return 0
    if long.startswith(short) and long[len(short) :] in _ENDINGS:
        return 0
    if is_one_place(left, right):
        return 0
    if " " in left + right and (len(short) < _LONG or one[0] != other[0]):
        return 0
    if one[0] == other[0]:
        if sound(one) == sound(other) or sorted(one) == sorted(other):
            return _SAME
        apart = distance(one, other, 2)
        if apart == 1:
            return _SAME if len(short) >= _SURE else _ALIKE
        if len(short) >= _SHORTEST + 1 and skeleton(one) == skeleton(other) and likeness(one, other) >= _LIKE:
            return _ALIKE
        if apart == 2 and len(short) >= _LONG:
            return _ALIKE
    elif len(short) >= _SURE and one[1:] == other[1:]:
        return _ALIKE
    return _NEAR if len(short) > _SHORTEST and likeness(one, other) >= _LIKE else 0


def _is_pet_form(one: str, other: str) -> bool:
    """Tell whether one of two names is what friends make of the other one: Stevie, of Steve."""
    short, long = sorted((one, other), key=len)
    return long.endswith(("ie", "y")) and short.rstrip("e") in (long.removesuffix("ie"), long.removesuffix("y"))


def _told(found: Mentions, uses: dict[str, list[_Use]], left: str, right: str, level: int) -> Iterator[Flaw]:
    minor, major = sorted((left, right), key=lambda form: _rank(uses, form, right if form == left else left))
    if len(uses[minor]) > 1 or not _is_one(found, uses[minor][0], uses[major], level):
        return
    here, there = uses[minor][0], uses[major][0]
    span = found.document.tokens.span(here.first, here.last)
    yield Flaw("near", span, minor, major, found.document.tokens.span(there.first, there.last), "")


def _rank(uses: dict[str, list[_Use]], form: str, other: str) -> tuple[int, bool, bool, bool, int]:
    """Return what makes a form the wrong one of two: it stands seldom, has lost its marks, is no name, stands later."""
    lost = (form.isascii() and not other.isascii()) or (" " not in other and other.startswith(form))
    known = all(load().knows(part) for part in form.split())
    split = " " in form and not (
        "-" in other and is_person(uses[form][0].mention) and len(uses[form][0].mention.parts) == 2
    )
    return len(uses[form]), not (lost or doubled(form, other)), not split, known, -uses[form][0].first


def _is_one(found: Mentions, use: _Use, others: list[_Use], level: int) -> bool:
    """Tell whether a form that stands once is another form: nothing speaks against it, and enough for it."""
    if any(use.first < other.last and other.first < use.last for other in others):
        return False
    bearers = [other.mention for other in others]
    if any(
        other.form in use.mention.parts or use.form in bearer.parts
        for other, bearer in zip(others, bearers, strict=True)
    ):
        return False  # David Davis
    beside = set(use.mention.parts) - {use.form}
    if others[0].form.lower() in _countries() and (use.mention.full or level == _NEAR):
        return False  # Nick Walshe, of the Welsh team
    same = any(beside & set(bearer.parts) for bearer in bearers if bearer.full) or _joined_alike(found, use, others)
    form, other = use.form, others[0].form
    strange = not is_word(form.lower()) and (" " in form or not load().knows(form))
    if " " in form or " " in other:
        pieces = (form if " " in form else other).split()
        known = all(load().knows(piece) and not is_word(piece.lower()) for piece in pieces)
        if known and fold(form) != fold(other):
            return False  # Ulan Bator, Ulaanbaatar
        return level == _SAME or (level == _ALIKE and skeleton(form) == skeleton(other))
    if not same and _are_two(use.mention, bearers):
        alone = strange and not load().knows(other) and level == _SAME
        return alone and len(fold(form)) >= _LONG and use.form == use.mention.parts[-1]
    if is_word(form.lower()) and (use.mention.opening or len(others) < 2) and not same:
        return False
    if lemma(form.lower(), "NNS") == lemma(other.lower(), "NNS"):
        return False
    if same:
        return level >= _ALIKE or not _are_given(form, other)
    beside_same = bool(_company(found, use) & {each for other_use in others for each in _company(found, other_use)})
    if level == _NEAR:
        return beside_same and _names_thing(found, use, others)
    if strange:
        return True
    person = use.mention.parts == (form,) and _does(found, use.mention) and any(map(is_person, bearers))
    if person:
        return level == _SAME or len(fold(form)) >= _SHORTEST
    return beside_same and (level == _SAME or (len(others) > 1 and fold(form)[:3] == fold(other)[:3]))


def _does(found: Mentions, mention: Mention) -> bool:
    """Tell whether somebody does something under a name."""
    tokens = found.document.tokens
    after = tokens.word(mention.last).lower if mention.last < len(tokens) else ""
    return acts(found, mention) or (mention.opening and after.endswith("ed") and "verb" in word_classes(after))


def _are_given(form: str, other: str) -> bool:
    """Tell whether two forms are both given names, of which brothers and sisters have two."""
    return bool(given_sex(fold(form))[0] and given_sex(fold(other))[0])


def _are_two(mention: Mention, bearers: list[Mention]) -> bool:
    """Tell whether the names around two forms are those of two persons, or of a person and something else."""
    full = [bearer for bearer in bearers if bearer.full]
    if not mention.full:
        return bool(full) and len(full) == len(bearers) and not any(map(is_person, full)) and bool(mention.role)
    return bool(full) and (is_person(mention) or any(map(is_person, full)))


def _joined_alike(found: Mentions, use: _Use, others: list[_Use]) -> bool:
    """Tell whether the same name stands beside both with an ampersand: Hallam & Stroud."""
    word = found.document.tokens.word

    def partners(each: _Use) -> set[str]:
        behind = each.last + 1 < len(found.document.tokens) and word(each.last).form == "&"
        before = each.first > 1 and word(each.first - 1).form == "&"
        return {
            *((f"{word(each.first - 2).form} &",) if before else ()),
            *((f"& {word(each.last + 1).form}",) if behind else ()),
        }

    mine = partners(use)
    return any(mine & partners(other) for other in others)


def _company(found: Mentions, use: _Use) -> set[str]:
    """Return what says what a name is: the noun behind it, that before it, and that it stands where places do."""
    tokens = found.document.tokens
    company = set()
    if use.last < len(tokens) and use.last == use.mention.last:
        after = tokens.word(use.last)
        if not after.capital and "noun" in word_classes(after.lower) and "function" not in word_classes(after.lower):
            company.add(after.lower)
    start = tokens.sentences[found.document.sentence_of(use.first)]
    for place in range(use.first - 1, max(start, use.first - 1 - _REACH) - 1, -1):
        lower = tokens.word(place).lower
        if lower in _PLACING - {"of"} and place == use.mention.first - 1:
            company.add("@")
        if lower not in _SMALL:
            if "noun" in word_classes(lower) and not tokens.word(place).capital:
                company.add(lower)
            break
    return company


def _names_thing(found: Mentions, use: _Use, others: list[_Use]) -> bool:
    """Tell whether the same noun, and no preposition alone, stands beside two names that are less alike."""
    nouns = _company(found, use) - {"@"}
    return not use.mention.full and any(nouns & _company(found, other) for other in others)
