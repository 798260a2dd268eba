"""Drift: one name of a document written two ways, found by holding its mentions against each other.

Every comparison needs a reason beyond likeness: the two spellings stand beside the same other part of a name, or one
of them is never introduced while the other is, or one is nothing but two neighbours run together. Candidates come
from blocking keys (the other parts, the consonant skeleton with one letter left out, the first part), so the cost
grows with the number of distinct forms, not with its square.
"""

from __future__ import annotations

import unicodedata
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator
from functools import cached_property, lru_cache
from itertools import takewhile

from paralint.evidence.names.bare_families import bare_families
from paralint.evidence.names.double_names import lost_parts
from paralint.evidence.names.flaws import Flaw
from paralint.evidence.names.gazetteer import load
from paralint.evidence.names.introductions import half_families, is_person, peoples, resumptions
from paralint.evidence.names.mentions import Mention, Mentions, mentions
from paralint.evidence.names.spellings import (
    derived,
    distance,
    doubled,
    fold,
    gendered,
    likeness,
    skeleton,
    sound,
    variants,
)
from paralint.evidence.names.translations import translations
from paralint.evidence.quotations.reporting import REPORTING
from paralint.evidence.words.titles import FAMILY_PARTICLES, PARTICLES
from paralint.findings import Span
from paralint.text import lazy
from paralint.text.document import Document
from paralint.text.morphology import is_word, word_classes
from paralint.text.words import WordType

_PREFIX = lazy.pattern(r"(?i:al|el)-")
_PREPOSITIONS = frozenset(("in", "at", "near", "off", "from", "around", "outside", "across", "towards", "to"))
_ENDS = frozenset(".,;:!?")
# A macron or a dot below: the romanisation of scholars, given beside the usual one.
_MARKS = frozenset("\u0304\u0323\u0324\u0331\u0332")
_PLACING = frozenset(("in", "at", "near", "outside", "of"))
_ALONE = 5  # letters of names that always stand alone and are held against one another
_LONG = 8  # letters of a name that is hardly ever like another one by chance
_TOLD_APART = 5  # letters from which on two known names are hardly ever a letter apart in one document
_LISTING = frozenset(",;(")
# Parts of the earth; the lands that are countries are in the gazetteer.
_LANDS = frozenset({"africa", "african", "america", "american", "caucasus", "caucasian"})
_OF_BARE = frozenset(("garbled", "variant", "truncated"))
_BUCKET = 40  # forms under one blocking key; more of them share too little to be compared


def drifts(document: Document) -> tuple[Flaw, ...]:
    """Return the flaws fused, split, garbled, variant, truncated and lowered of a document, each place at most once."""
    names = _Names(document.derive(mentions))
    taken: set[int] = set()
    pairs: set[tuple[str, str]] = set()
    result = []
    for drift in (
        *_fused(document, names),
        *_split(document, names),
        *_parted(names),
        *_garbled(document, names),
        *_resumed(names),
        *_half_families(names),
        *_truncated(document, names),
        *lost_parts(names.mentions),
        *_lowered(document, names),
        *_half_lowered(document, names),
        *_accents(names),
        *_other_particles(names),
        *(flaw for flaw in document.derive(bare_families) if flaw.kind in _OF_BARE),
    ):
        if drift.span.start not in taken and (drift.major, drift.form) not in pairs:
            pairs.add((drift.form, drift.major))
            taken.add(drift.span.start)
            result.append(drift)
    return tuple(sorted(result, key=lambda drift: (drift.span.start, drift.span.end)))


def likely_drifts(document: Document) -> tuple[Flaw, ...]:
    """Return the flaws likely of a document, where nothing surer is told."""
    told = {flaw.span.start for flaw in document.derive(drifts)}
    found = (flaw for flaw in document.derive(bare_families) if flaw.kind == "likely")
    return tuple(flaw for flaw in found if flaw.span.start not in told)


class _Names:
    """The distinct forms that stand in mentions, with the company each keeps."""

    def __init__(self, found: Mentions) -> None:
        self.mentions = found
        self.counts = found.counts
        self.companions: dict[str, set[tuple[str, ...]]] = defaultdict(set)
        self.slots: dict[tuple[int, int, tuple[str, ...]], dict[str, None]] = defaultdict(dict)
        for parts in dict.fromkeys(mention.parts for mention in found.full):
            self._slot(parts)
            if len(parts) > 2 and parts[1].lower() in PARTICLES:
                self._slot(parts[1:])

    def _slot(self, parts: tuple[str, ...]) -> None:
        for index, part in enumerate(parts):
            rest = (*parts[:index], *parts[index + 1 :])
            self.companions[part].add(rest)
            self.slots[index, len(parts), rest][part] = None

    @cached_property
    def persons(self) -> frozenset[str]:
        """The last parts of the names that can be persons'."""
        return frozenset(mention.parts[-1] for mention in self.mentions.full if is_person(mention))

    @cached_property
    def givens(self) -> frozenset[str]:
        """The first parts of the names that can be persons'."""
        return frozenset(mention.parts[0] for mention in self.mentions.full if is_person(mention))

    def places(self, form: str) -> Iterator[Span]:
        tokens = self.mentions.document.tokens
        for mention in self.mentions.by_part[form]:
            index = mention.first + mention.parts.index(form)
            yield Span(tokens.starts[index], tokens.ends[index])

    @cached_property
    def by_ending(self) -> dict[str, list[str]]:
        """The forms by their last three letters."""
        found: dict[str, list[str]] = defaultdict(list)
        for form in self.counts:
            if len(form) > 4:
                found[fold(form)[-3:]].append(form)
        return found


def _fused(document: Document, names: _Names) -> Iterator[Flaw]:
    """A token that is two neighbouring parts of a name run together, letters lost or not."""
    firsts: dict[str, dict[str, tuple[str, str, Mention]]] = defaultdict(dict)
    for mention in names.mentions.full:
        for left, right in zip(mention.parts, mention.parts[1:], strict=False):
            if len(left) > 1 and len(right) > 2:
                firsts[fold(left)].setdefault(fold(right), (left, right, mention))
    if not firsts:
        return
    for form in names.counts:
        if len(form) < 7 or "-" in form or is_word(form) or _brand(names, form):
            continue
        plain = fold(form)
        for cut in range(2, len(plain) - 2):
            rights = firsts.get(plain[:cut])
            if rights is None:
                continue
            rest = plain[cut:]
            if rest in rights:
                left, right, mention = rights[rest]
                # Seen apart only once, the name is broken there and whole here.
                camel = not form[1:].islower()
                if camel or (cut > 2 and names.counts[left] + names.counts[right] > 2):
                    yield from _fusions(names, form, left, right, mention, "a blank is lost")
            elif cut > 3 and len(rest) > 3 and len(rights) <= _BUCKET:
                for whole, (left, right, mention) in rights.items():
                    likely = likeness(rest, whole) >= 0.7 and not derived(rest, whole)
                    if likely and not (is_word(left) and is_word(right)):
                        yield from _fusions(names, form, left, right, mention, "a blank and letters are lost")
        yield from _fused_with_bare(names, form, plain)
    yield from _unhyphenated(names)


def _brand(names: _Names, form: str) -> bool:
    """Tell whether a form with a capital inside is used again and again: TimeWarner is a spelling of its own."""
    cut = _inner_capital(form)
    return cut > 1 and names.counts[form] > 2 and fold(form[:cut]) not in load().given_names


def _unhyphenated(names: _Names) -> Iterator[Flaw]:
    """Lindberghansen for Lindberg-Hansen: a double name that has lost its hyphen."""
    for family in sorted(part for part in names.persons if "-" in part):
        pieces = family.split("-")
        if not all(len(piece) > 2 and piece.istitle() for piece in pieces):
            continue
        for form in ("".join(pieces).capitalize(), "".join(pieces)):
            if 0 < names.counts[form] <= names.counts[family] and form not in names.companions:
                other = next(names.places(family))
                for span in names.places(form):
                    yield Flaw("fused", span, form, family, other, "a hyphen is lost")


def _inner_capital(form: str) -> int:
    """Return the place of the one capital inside a form; 0 if there is none or more than one."""
    places = [place for place in range(1, len(form)) if form[place].isupper()]
    return places[0] if len(places) == 1 else 0


def _fusions(names: _Names, form: str, left: str, right: str, mention: Mention, reason: str) -> Iterator[Flaw]:
    apart = sum(1 for each in names.mentions.by_part[left] if right in each.parts)
    if form not in (left, right) and names.counts[form] <= max(apart, 1):
        other = names.mentions.span(mention)
        for span in names.places(form):
            yield Flaw("fused", span, form, f"{left} {right}", other, reason)


def _fused_with_bare(names: _Names, form: str, plain: str) -> Iterator[Flaw]:
    """A given name run together with a family name that stands alone elsewhere, first letters lost or not."""
    cut = _inner_capital(form)
    uses = names.counts.get(form[cut:], 0)
    given = uses == 1 and plain[:cut] in load().given_names  # LowellStenehjem, beside one Judge Stenehjem
    if cut > 2 and len(form) - cut > 3 and (uses > 1 or given) and plain[:cut] not in PARTICLES:
        other = next(names.places(form[cut:]))
        for span in names.places(form):
            yield Flaw("fused", span, form, f"{form[:cut]} {form[cut:]}", other, "a blank is lost")
        return
    if len(plain) < 9 or load().knows(form):
        return
    given_names = load().given_names
    for cut in range(4, len(plain) - 4):
        if plain[:cut] not in given_names:
            continue
        rest = plain[cut:]
        for family in names.by_ending.get(rest[-3:], ()):
            if family != form and names.counts[family] > 1 and likeness(rest, fold(family)) >= 0.8:
                other = next(names.places(family))
                for span in names.places(form):
                    yield Flaw("fused", span, form, f"{form[:cut]} {family}", other, "a blank and letters are lost")
                return


def _split(document: Document, names: _Names) -> Iterator[Flaw]:
    """Two neighbouring tokens that are one part of a name elsewhere."""
    tokens = document.tokens
    whole = {fold(form): form for form in names.counts if len(form) > 5 and form[1:].islower()}
    ordered = sorted(whole)
    for form in names.counts:
        start = fold(form)
        nearest = bisect_right(ordered, start)
        if nearest == len(ordered) or not ordered[nearest].startswith(start) or form.lower() in PARTICLES:
            continue
        for mention in names.mentions.by_part[form]:
            place = mention.first + mention.parts.index(form)
            if place + 1 >= len(tokens) or document.text[tokens.ends[place] : tokens.starts[place + 1]] != " ":
                continue
            word = tokens.word(place + 1)
            rest = fold(word.form)  # nothing is left of a dash
            major = whole.get(start + rest) if rest else None
            if major is None or not _broken(names, form, word, len(document.places[tokens.ids[place + 1]]), major):
                continue
            span = tokens.span(place, place + 2)
            yield Flaw("split", span, document.quote(span), major, next(names.places(major)), "one word elsewhere")


def _parted(names: _Names) -> Iterator[Flaw]:
    """Hamid, Jubran, who is 23: a comma between the parts of a person's name."""
    tokens = names.mentions.document.tokens
    bearers: dict[tuple[str, ...], Mention] = {
        mention.parts: mention for mention in names.mentions.full if len(mention.parts) == 2
    }
    for left, right in zip(names.mentions.all, names.mentions.all[1:], strict=False):
        bearer = bearers.get((*left.parts, *right.parts))
        if bearer is None or not is_person(bearer) or right.title != left.last + 1 or right.last >= len(tokens):
            continue
        apart = tokens.word(left.last).form == "," and (tokens.word(right.last).form == "," or left.opening)
        before = tokens.word(left.first - 1).lower if left.first else ""
        if apart and before not in _PREPOSITIONS and before not in _LISTING:
            span, other = tokens.span(left.first, right.last), names.mentions.span(bearer)
            whole = " ".join(bearer.parts)
            yield Flaw("split", span, names.mentions.document.quote(span), whole, other, "without a comma elsewhere")


def _broken(names: _Names, first: str, second: WordType, uses: int, whole: str) -> bool:
    """Tell whether two tokens are pieces of a word that stands whole elsewhere, not words of their own."""
    if uses == 1 and second.form.islower() and len(second.form) > 2 and not word_classes(second.lower):
        return True
    if is_word(first) or names.counts[first] > 1:
        return False
    if not word_classes(second.lower) and uses == 1:
        return True
    # The second piece may happen to be a word (Wido do) if the first is known from nowhere.
    return names.counts[whole] > 1 and not is_word(whole) and not load().knows(first)


def _garbled(document: Document, names: _Names) -> Iterator[Flaw]:
    """Forms that are near another form of the document and stand where that one is owed."""
    judged: set[tuple[str, str]] = set()
    for (index, _, rest), forms in names.slots.items():
        if 1 < len(forms) <= _BUCKET:
            listed = [form for form in forms if not _has_digit(form)]  # GPT-4o is no GPT-4
            for number, left in enumerate(listed):
                for right in listed[number + 1 :]:
                    judged.add((left, right))
                    if rest == ("St.",) or _are_lands(left, right) or _are_cited(rest, left, right):
                        continue
                    if _same_slot(names, left, right, index):
                        yield from _judge(names, left, right, f"beside the same '{' '.join(rest)}'")
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


def _near(names: _Names) -> Iterator[tuple[str, str]]:
    """Pairs of forms whose skeletons are one letter apart at most, or that begin and end alike."""
    buckets: dict[str, list[str]] = defaultdict(list)
    for form in names.counts:
        if len(form) < 4 or (is_word(form) and form not in names.companions) or form.isupper() or _has_digit(form):
            continue
        for key in _keys(form):
            buckets[key].append(form)
    for forms in buckets.values():
        if len(forms) <= _BUCKET:
            for number, left in enumerate(forms):
                for right in forms[number + 1 :]:
                    yield left, right


@lru_cache(maxsize=1 << 14)
def _keys(form: str) -> tuple[str, ...]:
    """Return the blocking keys of a form, each once."""
    bones = skeleton(form)
    keys = {bones: None}
    if len(bones) > 3:
        keys.update((bones[:cut] + bones[cut + 1 :], None) for cut in range(1, len(bones)))
    if len(form) > 4:
        plain = fold(form)
        keys[f"{plain[:2]}~{plain[-2:]}"] = None
        keys["=" + "".join(sorted(plain))] = None
        keys[f"{plain[:4]}~" if len(plain) > 6 else f"{plain[:-1]}~"] = None
    return tuple(keys)


def _same_slot(names: _Names, left: str, right: str, index: int) -> bool:
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


def _one_family(names: _Names, left: str, right: str) -> bool:
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


def _unintroduced(names: _Names, left: str, right: str) -> Iterator[Flaw]:
    """Judge two near forms of which one is introduced (has other parts beside it) and the other never is."""
    first, second = fold(left), fold(right)
    if (left in names.companions and right in names.companions) or {first[-3:], second[-3:]} == {"man", "men"}:
        return
    # A people may be spelt in two ways (Belarusian, Belarussian), but is no person: the Scot, Scott.
    if not {first, second}.isdisjoint(peoples()) and not names.persons.isdisjoint((left, right)):
        return
    if first != second and sound(left) == sound(right):
        # A word of the language that nobody bears is another name: the exchange Liffe, New York Life.
        if not any(is_word(form) and form not in names.persons for form in (left, right)):
            yield from _judge(names, left, right, "the same sound")
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
            yield from _judge(names, bare, full, "never introduced by a fuller name of its own", bare)
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
            yield from _judge(names, bare, full, "the name is not written so again", full)
        else:
            yield from _judge(names, bare, full, "never introduced by a fuller name of its own", bare)


def _once(names: _Names, bare: str, full: str) -> bool:
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
    word, end = names.mentions.document.tokens.word, len(names.mentions.document.tokens)
    listed = mention.first and word(mention.first - 1).form in _LISTING and mention.last < end
    return not (listed and word(mention.last).form in _LISTING)


def _speaks(names: _Names, form: str) -> bool:
    (mention,) = names.mentions.by_part[form]
    tokens = names.mentions.document.tokens
    return mention.last < len(tokens) and tokens.word(mention.last).lower in REPORTING


def _both_alone(names: _Names, left: str, right: str) -> Iterator[Flaw]:
    """Judge two near forms that always stand alone: Kepler, which is known, and Keplar; Voskbank and Foskbank."""
    first, second = fold(left), fold(right)
    short = min(len(first), len(second))
    if short < _ALONE or first[:1] != second[:1] or is_word(left) or is_word(right):
        return
    known = [form for form in (left, right) if load().knows(form)]
    minor = min((left, right), key=lambda form: (names.counts[form], form in known, -_first(names, form)))
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
        same = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(first, second, strict=False)))
        if any(is_word(form[cut:]) for form in (first, second) for cut in range(same + 1) if len(form) - cut > 4):
            return
        alike = short >= _LONG and first[:2] == second[:2] and first[-3:] == second[-3:]
        inner = (alike and distance(first, second, 2) <= 2) or (near and (sure or placed))
        reason = "neither is known, and no other name is so like it"
    if inner:
        here, there = (next(names.places(form)) for form in (minor, major))
        yield Flaw("garbled", here, minor, major, there, reason)


def _placed(names: _Names, form: str) -> bool:
    """Tell whether a form stands somewhere where only a place does: *in* Tarbrae, *the town of* Tarbrae."""
    word = names.mentions.document.tokens.word
    return any(
        mention.first and not mention.full and word(mention.first - 1).lower in _PLACING
        for mention in names.mentions.by_part[form]
    )


def _lost_letter(first: str, second: str) -> bool:
    """Tell whether one of two forms lacks a consonant or one of two like letters, but at its end: Teheran is Tehran."""
    longer, shorter = sorted((first, second), key=len, reverse=True)
    same = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(longer, shorter, strict=False)))
    return same < len(shorter) - 1 and (longer[same] == longer[same - 1] or longer[same] not in "aeiouyh")


def _resumed(names: _Names) -> Iterator[Flaw]:
    for form, span, family, person in resumptions(names.mentions):
        place = person.last - 1
        other = names.mentions.document.tokens.span(place, place + 1)
        kind = "variant" if variants(form, family) else "garbled"
        # A letter is lost more often than won.
        lost = fold(form).startswith(fold(family)) and not load().knows(family) and not doubled(form, family)
        if lost and names.counts[form] == names.counts[family]:
            yield Flaw(kind, other, family, form, span, "the name is not written so again")
        else:
            yield Flaw(kind, span, form, family, other, "never introduced by a fuller name of its own")


def _half_families(names: _Names) -> Iterator[Flaw]:
    for form, span, family, person in half_families(names.mentions):
        other = names.mentions.document.tokens.span(person.last - 1, person.last)
        part = min(form.split("-"), key=lambda piece: distance(fold(piece), fold(family), 9))
        yield Flaw("garbled", span, form, form.replace(part, family), other, f"'{family}' is the name of the family")


def _judge(names: _Names, left: str, right: str, reason: str, minor: str = "") -> Iterator[Flaw]:
    """Report the rarer of two spellings at each of its places, of equals the unknown or later one."""
    if not minor:
        # Of two romanisations of one length either may be known.
        turned = sorted(fold(left)) == sorted(fold(right))
        known = turned or len(left) != len(right) or not variants(left, right)
        weight = {
            form: (names.counts[form], not _lost_marks(form, other), known and load().knows(form), -_first(names, form))
            for form, other in ((left, right), (right, left))
        }
        minor = min((left, right), key=weight.__getitem__)
        minor = _shortened(names, left, right) or minor
    elif names.counts[left] == names.counts[right] and minor == max(left, right, key=len):
        minor = _shortened(names, left, right) or minor
    if is_word(left) != is_word(right):
        word, foreign = (left, right) if is_word(left) else (right, left)
        if word.lower() in translations(foreign) and names.counts[word] <= names.counts[foreign]:
            minor = word  # put into English
    major = right if minor == left else left
    if len(minor) > len(major) + 1 and fold(minor).startswith(fold(major)):
        return  # a longer form is no damage of a shorter one
    kind = "variant" if variants(minor, major) else "garbled"
    other = next(names.places(major))
    for span in names.places(minor):
        yield Flaw(kind, span, minor, major, other, reason)


def _shortened(names: _Names, left: str, right: str) -> str:
    """Return the shorter of two names that are known nowhere and stand as often, if it lacks one inner letter.

    A letter is lost more often than won: Ramalete, of Ramalhete. At the end it may be either.
    """
    short, long = sorted((left, right), key=len)
    if names.counts[left] != names.counts[right] or len(long) != len(short) + 1 or "-" in long:
        return ""
    if load().knows(left) or load().knows(right) or is_word(short):
        return ""
    same = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(short, long, strict=False)))
    # A vowel that parts two consonants, or an s behind one, is won.
    won = long[same] in "aeiou" or (long[same] == "s" and long[same - 1] not in "aeious")
    return short if 1 < same < len(short) - 1 and short[same:] == long[same + 1 :] and not won else ""


def _lost_marks(form: str, other: str) -> bool:
    """Tell whether a form in plain letters stands for one with marks: two marks, or other letters, are no slip."""
    if not form.isascii() or other.isascii():
        return False
    return fold(form) != fold(other) or sum(not letter.isascii() for letter in other) > 1


def _first(names: _Names, form: str) -> int:
    return names.mentions.by_part[form][0].first


def _truncated(document: Document, names: _Names) -> Iterator[Flaw]:
    """A family name that has lost the particle it bears everywhere else it stands alone (Achour for Ben Achour)."""
    bearers: dict[str, list[Mention]] = defaultdict(list)
    bare: dict[str, list[Mention]] = defaultdict(list)
    for mention in names.mentions.all:
        parts = mention.parts
        if len(parts) == 2 and parts[0].lower() in FAMILY_PARTICLES and parts[0][0].isupper():
            bearers[parts[1]].append(mention)
        elif len(parts) == 1:
            bare[parts[0]].append(mention)
    for form, full in bearers.items():
        lost = bare.get(form, ())
        if (
            lost
            and len(lost) <= len(full)
            and any(len(mention.parts) > 2 and mention.parts[-1] == form for mention in names.mentions.by_part[form])
        ):
            other = names.mentions.span(full[0])
            for mention in lost:
                yield Flaw(
                    "truncated", names.mentions.span(mention), form, " ".join(full[0].parts), other, "with its particle"
                )


def _lowered(document: Document, names: _Names) -> Iterator[Flaw]:
    """A part of a name written without its capital, whole or inside a compound (biden-Putin)."""
    tokens = document.tokens
    capital: dict[str, str] = {}
    for form, count in names.counts.items():
        if count > 0 and len(form) > 3 and form[0].isupper() and not form.isupper() and not is_word(form):
            capital.setdefault(form.lower(), form)
    if not capital:
        return
    for lower in sorted(lowered for lowered in document.by_lower if lowered in capital or "-" in lowered):
        for number in document.by_lower[lower]:
            form = tokens.types[number].form
            if form[0].islower():
                for part in lower.split("-"):
                    if part in capital and part in form and part not in PARTICLES:
                        yield from _lowered_part(document, names, number, part, capital[part])


def _half_lowered(document: Document, names: _Names) -> Iterator[Flaw]:
    """Okoro-bello beside Okoro-Bello: one part of a double name without its capital."""
    tokens = document.tokens
    doubles = {form.lower(): form for form in names.counts if form.count("-") == 1 and _is_double(form)}
    for lower in sorted(document.by_lower.keys() & doubles.keys()):
        major = doubles[lower]
        for number in document.by_lower[lower]:
            form = tokens.types[number].form
            if form.isupper() or sum(piece[:1].isupper() for piece in form.split("-")) != 1:
                continue
            if len(document.places[number]) > names.counts[major]:
                continue
            at = form.index("-") + 1 if form[0].isupper() else 0
            part, owed = (text[at:] if at else text.partition("-")[0] for text in (form, major))
            for place in document.places[number]:
                start = tokens.starts[place] + at
                yield Flaw(
                    "lowered",
                    Span(start, start + len(part)),
                    part,
                    owed,
                    next(names.places(major)),
                    "a capital elsewhere",
                )


def _is_double(form: str) -> bool:
    return all(len(piece) > 2 and piece.istitle() and not is_word(piece) for piece in form.split("-")[:1]) and all(
        piece.istitle() for piece in form.split("-")
    )


def _accents(names: _Names) -> Iterator[Flaw]:
    """Núñez beside Nuñez: one name with other marks on its letters."""
    plain: dict[str, list[str]] = defaultdict(list)
    for form in names.counts:
        if not form.isascii() or len(form) > 3:
            plain[fold(form)].append(form)
    for forms in plain.values():
        if len(forms) != 2 or (forms[0].isascii() and forms[1].isascii()):
            continue
        left, right = forms
        marked = left + right
        if len(left) != len(right) or not _MARKS.isdisjoint(unicodedata.normalize("NFD", marked)):
            continue
        if left.lower() == right.lower() or not marked.isalpha():
            continue
        yield from _judge(names, left, right, "the same letters with other marks")


def _other_particles(names: _Names) -> Iterator[Flaw]:
    """Santa Rita de los Piedras beside Santa Rita de las Piedras: a name with another small word inside."""
    alike: dict[tuple[str, ...], dict[tuple[str, ...], list[Mention]]] = defaultdict(dict)
    for mention in names.mentions.full:
        if len(mention.parts) > 2 and any(part.islower() for part in mention.parts[1:-1]):
            key = tuple("" if part.islower() else part for part in mention.parts)
            alike[key].setdefault(mention.parts, []).append(mention)
    for forms in alike.values():
        if len(forms) != 2:
            continue
        (one, first), (other, second) = forms.items()
        apart = [pair for pair in zip(one, other, strict=True) if pair[0] != pair[1]]
        if len(apart) == 1 and all(part in PARTICLES - {"y", "e"} for part in apart[0]):
            minor, major = (first, second) if len(first) < len(second) else (second, first)
            there = names.mentions.span(major[0])
            whole = names.mentions.document.quote(there)
            for mention in minor:
                span = names.mentions.span(mention)
                form = names.mentions.document.quote(span)
                yield Flaw("garbled", span, form, whole, there, "the other words of the name are the same")


def _names_somebody(word: WordType) -> bool:
    return word.form.istitle() and not is_word(word.form) and fold(word.form) in load().given_names


def _bare_place(document: Document, place: int) -> bool:
    """Tell whether a word ends a phrase behind a preposition, without an article: off *zamboanga*."""
    if not place or document.tokens.word(place - 1).lower not in _PREPOSITIONS:
        return False
    after = document.tokens.word(place + 1) if place + 1 < len(document.tokens) else None
    return after is None or after.form in _ENDS or "function" in word_classes(after.lower)


def _same_company(document: Document, names: _Names, place: int, major: str) -> bool:
    """Tell whether a word stands before the same content word as elsewhere with its capital: a breton harp."""
    tokens = document.tokens
    follower = tokens.word(place + 1).lower if place + 1 < len(tokens) else ""
    if len(follower) < 4 or "function" in word_classes(follower):
        return False
    return any(
        tokens.word(mention.last).lower == follower and not tokens.word(mention.last).capital
        for mention in names.mentions.by_part[major]
        if mention.last < len(tokens) and mention.parts[-1] == major
    )


def _lowered_part(document: Document, names: _Names, number: int, part: str, major: str) -> Iterator[Flaw]:
    tokens = document.tokens
    form = tokens.types[number].form
    places = document.places[number]
    if part != form:
        if names.counts[major] < 2 or not any(piece[:1].isupper() for piece in form.split("-")):
            return
    elif len(places) * 2 > names.counts[major] or major not in names.companions:
        # Not seen often enough, the capital is owed only where the word follows a given name.
        alone = len(places) == 1 and _bare_place(document, places[0])
        places = [
            place
            for place in places
            if alone
            or (place and _names_somebody(tokens.word(place - 1)))
            or _same_company(document, names, place, major)
        ]
    offset = form.index(part)
    for place in places:
        start = tokens.starts[place] + offset
        span = Span(start, start + len(part))
        yield Flaw("lowered", span, part, major, next(names.places(major)), "a capital elsewhere")
