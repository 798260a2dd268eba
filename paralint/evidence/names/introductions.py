"""Introductions: a family name that stands alone, held against the persons introduced shortly before.

News introduces a person in full and goes on with the family name (``said Nino Kapanadze … Kapandze added``). So a name
that is never introduced, stands where only a person stands (it reports, bears a title, owns something) and is a letter
or two from a family name introduced just before is that name, damaged. The place says so much that short names, words
of the dictionary and names that exist elsewhere need no further reason.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from paralint.evidence.names.gazetteer import load
from paralint.evidence.names.mentions import Mention, Mentions
from paralint.evidence.names.spellings import distance, fold, gendered, likeness, shared_start, skeleton
from paralint.evidence.quotations.reporting import REPORTING
from paralint.evidence.words.closed import ARTICLES, SINGULAR
from paralint.evidence.words.titles import CALENDAR, HEADS, PARTICLES, ROLES, TITLES
from paralint.findings import Span
from paralint.text.morphology import countability, is_word, word_classes
from paralint.values import NamedTuple

_RECENT = 12  # persons introduced before a name that it is held against
_JUST = 4  # the same for a name that exists elsewhere, or is a word
_LONG_PART = 6  # letters of a part of a double name that is compared
_LOST = 4  # letters that a name has lost at its end
_LIKE = 0.7  # least likeness of two names that begin alike
_BEGINNING = 4  # letters that are kept where the rest of a name is another
_SPEAKER, _SUBJECT, _OWNER = 3, 2, 1  # how surely a place is a person's, and one person's
_BEHIND_NAMES = REPORTING | {"'s"}
_NOT_SINGULAR = frozenset(("have", "are", "were", "do"))


class Resumption(NamedTuple):
    """A bare name at ``span`` that is near the family name of ``person``, of which ``family`` is the form."""

    form: str
    span: Span
    family: str
    person: Mention


def resumptions(found: Mentions) -> Iterator[Resumption]:
    """Find the bare names of a document that resume a person introduced before under nearly the same family name."""
    introduced = {part for mention in found.full for part in mention.parts}
    recent: dict[str, Mention] = {}
    ages: dict[str, str] = {}
    for first, last, mention in places_of_names(found):
        if mention is not None and mention.full:
            if is_person(mention):
                family = mention.parts[-1]
                ages.setdefault(family, _age(found, last))
                recent.pop(family, None)
                recent[family] = mention
                if len(recent) > _RECENT:
                    del recent[next(iter(recent))]
            continue
        form = found.document.tokens.word(first).form
        if not recent or form in introduced or form.isupper() or fold(form) in peoples():
            continue
        standing = _standing(found, first, last, mention)
        if not standing or (standing == _OWNER and load().knows(form)):
            continue
        known = mention is None or is_word(form) or load().knows(form)
        titled = mention is not None and mention.title < mention.first
        years = _age(found, last)
        single = standing == _SPEAKER or _acts(found, last)
        for age, family in enumerate(reversed(recent)):
            # With an age a person is brought in, and by the family name alone only one who has been brought in before.
            sure = bool(years) and (age < _JUST or years == ages.get(family))
            alike = sure or (titled and skeleton(form) == skeleton(family))
            if age >= _JUST and known and not alike:
                continue
            if found.counts[form] <= max(found.counts[family], 1) and (
                _damaged(form, family, known and not sure, plural=not sure and not single)
                or (standing == _SPEAKER and _cut_short(form, family))
                or (standing >= _SUBJECT and found.counts[form] == 1 and _same_beginning(form, family))
                or (standing >= _SUBJECT and found.counts[form] == 1 and _same_half(form, family))
                or (titled and age < _JUST and found.counts[form] == 1 and _sounds_like(form, family))
            ):
                yield Resumption(form, found.document.tokens.span(first, last), family, recent[family])
                break


def half_families(found: Mentions) -> Iterator[Resumption]:
    """Find the parts of double names that are near a family name of the document: Lehto-Brand, of the family Lehta."""
    families = {mention.parts[-1]: mention for mention in found.full if is_person(mention)}
    for form in sorted(form for form in families if form.count("-") == 1):
        for part in form.split("-"):
            if part in found.counts or is_word(part.lower()) or load().knows(part) or len(part) < _LONG_PART:
                continue
            near = [family for family in families if "-" not in family and _damaged(part, family, known=False)]
            if len(near) == 1:
                for mention in found.by_part[form]:
                    place = mention.first + mention.parts.index(form)
                    yield Resumption(form, found.document.tokens.span(place, place + 1), near[0], families[near[0]])


def _age(found: Mentions, place: int) -> str:
    """Return the age that stands behind a name between commas: Roe, 58, is …; empty if there is none."""
    tokens = found.document.tokens
    if place + 1 >= len(tokens) or tokens.word(place).form != ",":
        return ""
    age = tokens.word(place + 1).form
    return age if age.isdecimal() and len(age) == 2 else ""


def _same_beginning(form: str, family: str) -> bool:
    """Tell whether two names begin with the same four letters and have little behind them: Fergal, Fergus."""
    one, other = fold(form), fold(family)
    short, long = sorted((len(one), len(other)))
    return (
        one[:_BEGINNING] == other[:_BEGINNING]
        and short > _BEGINNING + 1
        and long <= _BEGINNING + 3
        and not gendered(one, other)
        and not one.startswith(other)
        and not other.startswith(one)
    )


def _same_half(form: str, family: str) -> bool:
    """Tell whether two long names have their first half in common, and another ending: Desjardins, Desjarlais."""
    one, other = fold(form), fold(family)
    if "-" in form + family or gendered(one, other) or one.startswith(other) or other.startswith(one):
        return False
    same = shared_start(one, other)
    return same > _BEGINNING and 2 * same >= max(len(one), len(other)) and abs(len(one) - len(other)) < 3


def _sounds_like(form: str, family: str) -> bool:
    """Tell whether one name behind a title is another one by its sound, or by all but its end: Verhagen, Verhaeghe."""
    one, other = fold(form), fold(family)
    if gendered(one, other) or one.startswith(other) or other.startswith(one):
        return False
    if one[:2] != other[:2]:
        return skeleton(one.rstrip("w")) == skeleton(other.rstrip("w")) and one[:1] == other[:1]
    same = shared_start(one, other)
    return same > _BEGINNING and max(len(one), len(other)) - same <= _BEGINNING and likeness(one, other) >= _LIKE


def _cut_short(form: str, family: str) -> bool:
    """Tell whether a bare form is the first half of a long family name: Raman for Ramanathan."""
    one, other = fold(form), fold(family)
    return "-" not in family and other.startswith(one) and len(one) >= _BEGINNING and len(other) - len(one) >= _LOST


def is_person(mention: Mention) -> bool:
    """Tell whether a mention of several parts can be a person: by title, given name, or for having no words in it."""
    return _personal(mention.parts, bool(mention.role))


@lru_cache(maxsize=1 << 14)
def _personal(parts: tuple[str, ...], titled: bool) -> bool:
    last = parts[-1].lower()
    if last in HEADS or last in ROLES or last in CALENDAR or fold(last) in peoples() or parts[-1].isupper():
        return False
    if titled or fold(parts[0]) in load().given_names:
        return True
    return not any(is_word(part.lower()) or fold(part) in peoples() for part in parts)


@lru_cache(maxsize=1)
def peoples() -> frozenset[str]:
    """Return the folded names, adjectives and nouns of countries and their people."""
    return frozenset(
        fold(form)
        for country in load().countries
        for form in (country.name, *country.adjectives, *country.people)
    )  # fmt: skip


def places_of_names(found: Mentions) -> list[tuple[int, int, Mention | None]]:
    """Return the mentions, and the words at the start of a sentence that stand like a name, in text order."""
    tokens = found.document.tokens
    places: list[tuple[int, int, Mention | None]] = [(mention.first, mention.last, mention) for mention in found.all]
    named = {mention.first for mention in found.all}
    starts = frozenset(tokens.sentences)
    document = found.document
    for lower in document.by_lower.keys() & _BEHIND_NAMES:
        places += [
            (place - 1, place, None)
            for number in document.by_lower[lower]
            for place in document.places[number]
            if place and place - 1 not in named and place not in starts and _like_name(found, place - 1)
        ]
    named.update(place for place, _, _ in places)
    places += [
        (place, place + 1, None)
        for place in tokens.sentences[:-1]
        if place not in named and tokens.word(place).form.istitle() and _age(found, place + 1)
    ]
    places.sort(key=lambda each: each[0])
    return places


def _like_name(found: Mentions, place: int) -> bool:
    """Tell whether a capitalised countable noun stands without an article, as no noun does: *Eagle* said."""
    word = found.document.tokens.word(place)
    return (
        word.capital
        and not word.upper
        and len(word.form) > 3
        and len(found.document.by_lower[word.lower]) == 1
        and word.lower not in TITLES
        and countability(word.lower) == "count"
        and not word.lower.endswith("s")
        and found.document.block_of(place) not in found.titled
    )


def acts(found: Mentions, mention: Mention) -> bool:
    """Tell whether a name stands where a person stands: it bears a title or an age, reports, or does something."""
    return _standing(found, mention.first, mention.last, mention) >= _SUBJECT


def _standing(found: Mentions, first: int, last: int, mention: Mention | None) -> int:
    """Return how surely a person is meant at a place; 0: not at all."""
    tokens = found.document.tokens
    before = tokens.word(first - 1) if first else None
    after = tokens.word(last) if last < len(tokens) else None
    if before is not None and before.lower in ARTICLES:
        return 0
    if mention is not None and mention.title < mention.first:
        return _SUBJECT
    if after is not None and after.lower in REPORTING and not after.capital:
        return _SPEAKER
    if after is not None and after.form == "," and last + 1 < len(tokens) and tokens.word(last + 1).lower == "who":
        return _SPEAKER
    if _age(found, last) or (mention is not None and mention.opening and _acts(found, last)):
        return _SUBJECT
    if mention is not None and before is not None and before.lower in REPORTING and not (after and after.capital):
        return _SUBJECT
    return _OWNER if after is not None and after.lower == "'s" else 0


def _acts(found: Mentions, place: int) -> bool:
    """Tell whether a verb in the singular or the past stands behind a name: *prefers*, *went*, but not *have*."""
    if place >= len(found.document.tokens):
        return False
    word = found.document.tokens.word(place)
    if word.lower in SINGULAR:
        return True
    classes = word_classes(word.lower)
    if word.lower.endswith("s"):
        return "verb" in classes and "noun" not in classes and not word.capital
    return classes == {"verb"} and word.lower not in _NOT_SINGULAR and not word.lower.endswith("ing")


def _damaged(form: str, family: str, known: bool, *, plural: bool = True) -> bool:
    """Tell whether a bare form can be the family name with a few letters lost, won, changed or moved.

    Where one may be the ``plural`` of the other they are two names, unless something else says that they are not.
    """
    one, other = fold(form), fold(family)
    short, long = sorted((one, other), key=len)
    if one == other:
        return False
    if len(short) < 3 or family.lower() in PARTICLES or gendered(one, other):
        return False
    if plural and long in (short + "s", short + "es"):
        return False
    bones = skeleton(form), skeleton(family)
    if one[0] != other[0] and bones[0][:1] != bones[1][:1]:
        return False
    alike = bones[0] == bones[1] or sorted(one) == sorted(other)
    if distance(one, other, 1) == 1:
        if len(short) > 4 or (len(short) == 4 and not known):
            return True
        return alike or long.startswith(short)
    return (
        not known
        and len(short) > 4
        and distance(one, other, 2) == 2
        and (alike or (len(short) > 5 and likeness(one, other) >= 0.75))
    )
