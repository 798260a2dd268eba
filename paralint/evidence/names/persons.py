"""Persons: whether a name fits what is known of its bearer, and what else the document calls the person."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

from paralint.evidence.names.bare_families import bare_families
from paralint.evidence.names.flaws import Flaw
from paralint.evidence.names.gazetteer import Gazetteer, Person, folded_countries, load
from paralint.evidence.names.genders import NAME_WEIGHT, given_sex
from paralint.evidence.names.introductions import is_person, peoples
from paralint.evidence.names.mentions import Mention, Mentions, mentions
from paralint.evidence.names.misnamed import known
from paralint.evidence.names.name_order import misordered
from paralint.evidence.names.spellings import derived, distance, feminine_of, fold, gendered, skeleton, variants
from paralint.evidence.words.closed import GENITIVES, words
from paralint.evidence.words.places import places_of, word_at
from paralint.evidence.words.titles import ABBREVIATED, CALENDAR, FAITHS, HEADS, PARTICLES, ROLES, TITLES
from paralint.findings import Span
from paralint.text import lazy
from paralint.text.document import Document
from paralint.text.morphology import is_word, word_classes

_BEFORE_NAMES = words(
    """judge professor prof doctor dr captain capt colonel col sergeant sgt inspector detective minister president
    senator governor gov ambassador admiral lieutenant lt bishop archbishop cardinal father sister sir dame lady
    lord mr mrs ms miss rabbi imam sheikh justice congressman congresswoman councillor mayor chancellor corporal
    constable superintendent commissioner commander brigadier"""
)
_RANKS = frozenset(
    rank + stop for rank in words("det supt insp sgt capt lt col maj cpl cllr cmdr adm") for stop in ("", ".")
)
_TITLE_OF = lazy.pattern(r"[A-Z][a-z]+-[Oo]f-[A-Z][a-z]+")
_MODIFIERS = words("then former ex late acting deputy first vice prime foreign defence defense interior")
_WOMANS = lazy.pattern(r".*(?:ska|cka|dzka|skaya|skaia|ova|eva|iene|yte|aite|ute|dottir)$")
# What the name of a club ends with.
_CLUBS = words(
    """wanderers rovers united athletic albion hotspur rangers harriers villa orient wednesday forest argyle alexandra
    academicals thistle hearts celtic warriors tigers lions sharks bulls eagles raiders giants dragons saints
    saracens wasps patriots cowboys yankees lakers bears wolves panthers"""
)
_SLAVIC = lazy.pattern(r".*(?:ski|cki|dzki|ov|ev|sky)$")


def person_flaws(document: Document) -> tuple[Flaw, ...]:
    """Return what is wrong with the persons of a document: the flaws from ``known`` to ``twice``."""
    found = document.derive(mentions)
    if not found.all:
        return ()
    persons = document.derive(named_persons)
    flaws = [
        *_known(document, persons),
        *_run_together(document, persons),
        *_behind(document, persons),
        *_nameless(document),
        *_hyphenated(document),
        *_half_name(document, persons),
        *_possessive(document, persons),
        *_misplaced_apostrophe(document, persons),
        *_title_inside(document, found),
        *_sex(document, persons),
        *(flaw for flaw in document.derive(bare_families) if flaw.kind == "sex"),
        *_scrambled(persons),
        *_turned(persons),
        *misordered(found),
        *_twice(document, found),
    ]
    return tuple(sorted(flaws, key=lambda flaw: flaw.span.start))


class Persons:
    """The mentions that name a person in full, by their parts."""

    def __init__(self, found: Mentions) -> None:
        self.mentions = found
        self.full = [mention for mention in found.full if _personal(mention)]
        self.by_given: dict[str, list[Mention]] = {}
        self.by_family: dict[str, list[Mention]] = {}
        for mention in self.full:
            self.by_given.setdefault(mention.parts[0], []).append(mention)
            self.by_family.setdefault(mention.parts[-1], []).append(mention)

    def quote(self, mention: Mention) -> str:
        return self.mentions.document.quote(self.mentions.span(mention))


def named_persons(document: Document) -> Persons:
    """Return the persons that a document names in full (a layer: see ``Document.derive``)."""
    return Persons(document.derive(mentions))


def _personal(mention: Mention) -> bool:
    """Tell whether a mention of several parts is of a person: by its title, or by a known given name."""
    last = mention.parts[-1].lower()
    if last in HEADS or last in ROLES or (is_word(last) and not mention.role and is_word(mention.parts[0].lower())):
        return False
    given = fold(mention.parts[0])
    return bool(mention.role) or given in load().given_names or bool(given_sex(given)[0] and not is_word(last))


def _known(document: Document, persons: Persons) -> Iterator[Flaw]:
    """A person much written about, with one part of the name spelt otherwise."""
    gazetteer = load()
    tokens = document.tokens
    owed: dict[tuple[str, ...], tuple[str, int] | None] = {}
    for mention in persons.mentions.full:
        if len(mention.parts) > 3 or mention.last - mention.first != len(mention.parts):
            continue
        if mention.parts not in owed:
            owed[mention.parts] = _owed(gazetteer, fold(mention.parts[0]), fold(mention.parts[-1]))
        found = owed[mention.parts]
        if found is not None and (len(mention.parts) == 2 or found[1]):
            right, index = found
            place = mention.last - 1 if index else mention.first
            span = tokens.span(place, place + 1)
            yield Flaw("known", span, document.quote(span), right, None, "a person much written about")


def _run_together(document: Document, persons: Persons) -> Iterator[Flaw]:
    """Emmanuelmacron: a given and a family name that belong to one known person, without the blank."""
    gazetteer = load()
    for form in persons.mentions.counts:
        plain = fold(form)
        if not 9 <= len(plain) < 24 or not plain.isalpha() or form.isupper() or is_word(form) or gazetteer.knows(form):
            continue
        for cut in range(3, len(plain) - 3):
            bearer = next((each for each in gazetteer.people_called(plain[:cut]) if _ends_in(plain[cut:], each)), None)
            if bearer is not None:
                right = f"{bearer.given.split()[0]} {bearer.family}"
                for mention in persons.mentions.by_part[form]:
                    place = mention.first + mention.parts.index(form)
                    span = document.tokens.span(place, place + 1)
                    yield Flaw("run-together", span, form, right, None, "a person much written about")
                break


def _ends_in(rest: str, bearer: Person) -> bool:
    """Tell whether a form ends in a person's family name, or in what is left of a long one."""
    family = fold(bearer.family)
    return rest == family or (len(family) > 6 and rest[0] == family[0] and distance(rest, family, 2) <= 2)


def _owed(gazetteer: Gazetteer, given: str, family: str) -> tuple[str, int] | None:
    """Return the part that a known person's name has instead of one of these, and which of the two it is."""
    bearers = gazetteer.people(family)
    if len(bearers) == 1 and _near_given(given, bearers[0]):
        return bearers[0].given.split()[0], 0
    if bearers or len(family) < 5 or gazetteer.knows(family):
        return None
    bearer = next((each for each in gazetteer.people_called(given) if _near_family(family, each)), None)
    return (bearer.family, 1) if bearer is not None else None


def _near_given(given: str, bearer: Person) -> bool:
    known = fold(bearer.given.split()[0])
    if known == given or min(len(known), len(given)) < 4 or (bearer.romanised and variants(known, given)):
        return False
    return not derived(known, given) and distance(known, given, 1) == 1


def _near_family(family: str, bearer: Person) -> bool:
    known = fold(bearer.family)
    if bearer.romanised and variants(known, family):
        return False
    # Two letters may differ if the consonants stay: there are many Katamadzes and Kapanadzes.
    limit = 2 if skeleton(known) == skeleton(family) or sorted(known) == sorted(family) else 1
    return (
        min(len(known), len(family)) > 4
        and known[0] == family[0]
        and not derived(known, family)
        and not gendered(known, family)
        and distance(known, family, limit) <= limit
    )


def _behind(document: Document, persons: Persons) -> Iterator[Flaw]:
    """Dmitry Medvedev (then-Russian prime minister): a title in brackets behind the name."""
    tokens = document.tokens
    nationalities = _nationalities()
    for mention in persons.mentions.full:
        place = mention.last
        if place + 2 >= len(tokens) or tokens.word(place).form != "(":
            continue
        inside: list[str] = []
        while place + 1 < len(tokens) and len(inside) < 7 and tokens.word(place + 1).form != ")":
            place += 1
            word = tokens.word(place)
            # A capitalised common word can be a part of the title: Council President.
            inside += ["president"] if word.capital and is_word(word.lower) else word.lower.rstrip(".").split("-")
        last = tokens.word(place).lower.rstrip(".").rpartition("-")[2]
        initials = tokens.word(place).upper and last not in ROLES
        if place == mention.last + 1 and (initials or len(mention.parts[0]) == 1):
            continue  # an organisation and its initials (SEC); a team sheet
        if tokens.ids[place + 2 : place + 3] and tokens.word(place + 2).form == "," and len(inside) == 1:
            follower = tokens.word(place + 3) if place + 3 < len(tokens) else None
            if follower is not None and follower.capital:
                continue  # a list of names: Ann Roe (captain), Joan Poe, …
        if not inside or place + 1 == len(tokens) or tokens.word(place + 1).form != ")" or last not in TITLES:
            continue
        if all(word in TITLES or word in _MODIFIERS or word in nationalities for word in inside):
            title = document.quote(tokens.span(mention.last + 1, place + 1))
            span = Span(tokens.starts[mention.first], tokens.ends[place + 1])
            yield Flaw("behind", span, document.quote(span), f"{title} {persons.quote(mention)}", None, "")


@lru_cache(maxsize=1)
def _nationalities() -> frozenset[str]:
    forms = (form for country in load().countries for form in (country.name, *country.adjectives))
    return frozenset(word for form in forms for word in form.lower().split()) | {"us", "u.s.", "uk", "u.k.", "eu"}


def _title_inside(document: Document, found: Mentions) -> Iterator[Flaw]:
    """Benedita Judge Leal: a title between the given name and the family name."""
    for mention in found.all:
        role = mention.role.split()
        if len(role) < 2 or mention.title == mention.first or role[-1].rstrip(".") not in _BEFORE_NAMES:
            continue
        given = role[:-1]
        if any("." in word for word in given):
            continue  # U.N. Ambassador
        if mention.full and given_sex(fold(mention.parts[0]))[0]:
            continue  # Florida Governor Ron Roe
        forms = [document.tokens.word(mention.title + at).form for at in range(len(role))]
        if all(word not in TITLES and not is_word(word) and _is_given(word) for word in given):
            span = document.tokens.span(mention.title, mention.last)
            names = document.quote(found.span(mention))
            yield Flaw("inside", span, document.quote(span), f"{forms[-1]} {' '.join(forms[:-1])} {names}", None, "")


def _is_given(word: str) -> bool:
    plain = fold(word)
    return given_sex(plain)[1] == NAME_WEIGHT and bool(given_sex(plain)[0]) and plain not in peoples()


def _nameless(document: Document) -> Iterator[Flaw]:
    """Det Supt of the crime team: an abbreviated rank without a name."""
    tokens = document.tokens
    for place in places_of(document, _RANKS):
        rank = tokens.word(place)
        if not rank.capital or rank.upper or word_at(document, place + 1) != "of":
            continue
        first = place
        while first and tokens.word(first - 1).lower.rstrip(".") in ABBREVIATED:
            first -= 1
        span = tokens.span(first, place + 1)
        yield Flaw("nameless", span, document.quote(span), "", None, "an abbreviated rank needs a name")


def _hyphenated(document: Document) -> Iterator[Flaw]:
    """Secretary-of-State: a title hyphenated."""
    tokens = document.tokens
    for number, word in enumerate(tokens.types):
        if "-of-" not in word.lower:
            continue
        head = word.lower.partition("-")[0]
        if head in ROLES and head != "chief" and _TITLE_OF.fullmatch(word.form):
            for place in document.places[number]:
                span = tokens.span(place, place + 1)
                yield Flaw("hyphenated-title", span, word.form, re.sub("-[Oo]f-", " of ", word.form), None, "")


def _half_name(document: Document, persons: Persons) -> Iterator[Flaw]:
    """Yun said, where Seo Yun-jin is introduced: half of a given name that is no name by itself."""
    halves: dict[str, Mention] = {}
    for mention in persons.mentions.all:
        if len(mention.parts) == 2:
            for part, family in (mention.parts, mention.parts[::-1]):
                first, hyphen, last = part.partition("-")
                if hyphen and last.islower() and first.istitle() and len(family) < 6 and len(part) < 12:
                    halves.setdefault(first, mention)
    for form, bearer in halves.items():
        uses = persons.mentions.by_part.get(form, ())
        if any(mention.full for mention in uses):
            continue
        family = next(part for part in bearer.parts if "-" not in part or part.partition("-")[0] != form)
        other = persons.mentions.span(bearer)
        for mention in uses:
            span = persons.mentions.span(mention)
            reason = f"'{form}' is half of the given name of {persons.quote(bearer)}"
            yield Flaw("half-name", span, form, family, other, reason)


def _possessive(document: Document, persons: Persons) -> Iterator[Flaw]:
    """The Echeverría's still own it: an apostrophe in the plural of a family name."""
    tokens = document.tokens
    families: dict[str, list[Mention]] = {}
    for bearer in persons.mentions.full:
        if is_person(bearer):
            families.setdefault(bearer.parts[-1], []).append(bearer)
    for family, bearers in families.items():
        for mention in persons.mentions.by_part[family]:
            place = mention.first
            if mention.full or place == 0 or tokens.word(place - 1).lower != "the" or mention.last >= len(tokens):
                continue
            if any(
                other.first and tokens.word(other.first - 1).lower == "the" and tokens.word(other.last).lower != "'s"
                for other in persons.mentions.by_part[family]
                if not other.full and other.last < len(tokens)
            ):
                break  # a thing that bears an article: the Koran
            follower = tokens.word(mention.last + 1) if mention.last + 1 < len(tokens) else None
            if follower is not None and (follower.capital or word_classes(follower.lower) == {"noun"}):
                continue  # the Bernoulli's principle
            if tokens.word(mention.last).lower == "'s" and mention.parts == (family,):
                span = tokens.span(place, mention.last + 1)
                plural = family + ("es" if family.endswith(("s", "x", "z", "ch", "sh")) else "s")
                other = persons.mentions.span(bearers[0])
                yield Flaw("possessive", span, document.quote(span), plural, other, "")


def _misplaced_apostrophe(document: Document, persons: Persons) -> Iterator[Flaw]:
    """Okellos' article, of Raymond Okello; Lloyds’ of London: the apostrophe of a plural where there is one owner."""
    tokens = document.tokens
    families = {mention.parts[-1]: mention for mention in reversed(persons.mentions.full) if is_person(mention)}
    for mark in ("'", "’"):
        for number in document.by_lower.get(mark, ()):
            for place in document.places[number]:
                word = tokens.word(place - 1) if place else None
                if word is None or not word.form.istitle() or not word.form.endswith("s") or place + 1 >= len(tokens):
                    continue
                if tokens.ends[place - 1] != tokens.starts[place] or tokens.starts[place + 1] == tokens.ends[place]:
                    continue
                singular, before, after = (
                    word.form[:-1],
                    tokens.word(place - 2) if place > 1 else None,
                    tokens.word(place + 1),
                )
                bearer = None if is_word(word.lower) else families.get(singular)  # Democrats' future
                owner = bearer is not None and word.form not in families and not (before and before.lower == "the")
                named = after.lower == "of" and not is_word(word.lower) and place + 2 < len(tokens)
                if owner or (
                    named and tokens.word(place + 2).capital and before and before.lower in ("at", "by", "the", "with")
                ):
                    span = tokens.span(place - 1, place + 1)
                    there = persons.mentions.span(bearer) if owner and bearer is not None else None
                    yield Flaw("possessive", span, document.quote(span), f"{singular}{mark}s", there, "")


def _sex(document: Document, persons: Persons) -> Iterator[Flaw]:
    """Jadwiga Malinowski beside Malinowska: a family name in the form of the other sex."""
    alike: dict[str, list[str]] = {}
    for form in persons.mentions.counts:
        alike.setdefault(fold(form)[:3], []).append(form)
    bearers: dict[str, list[Mention]] = {}
    for mention in persons.mentions.full:
        if len(alike[fold(mention.parts[-1])[:3]]) > 1 and is_person(mention):
            bearers.setdefault(mention.parts[-1], []).append(mention)
    told: set[str] = set()
    for form in sorted(bearers):
        family = fold(form)
        for twin in alike[family[:3]]:
            if feminine_of(family, fold(twin)) and form != twin and twin not in told and form not in told:
                found = list(_of_two_sexes(document, persons, form, twin, bearers))
                yield from found
                told.update((form, twin) if found else ())
    yield from _womans_form(persons, alike)


def _of_two_sexes(
    document: Document, persons: Persons, masculine: str, feminine: str, bearers: dict[str, list[Mention]]
) -> Iterator[Flaw]:
    """Judge the persons who bear the man's form of a family name of which the document has the woman's form, too."""
    sexes = load().given_names
    if _SLAVIC.fullmatch(fold(masculine)):
        women = [mention for mention in bearers[masculine] if sexes.get(fold(mention.parts[0])) == "f"]
        if women:
            there = persons.mentions.span(persons.mentions.by_part[feminine][0])
            for mention in women:
                yield _last_part(document, mention, feminine, there, f"'{mention.parts[0]}' is a woman's name")
            return
    for mention in bearers[masculine]:
        same = [other for other in bearers.get(feminine, ()) if other.parts[:-1] == mention.parts[:-1]]
        if not same:
            continue
        sex = given_sex(fold(mention.parts[0]))[0]
        if fold(masculine) == fold(feminine) + "s":
            continue  # a plural
        uses = persons.mentions.counts
        wrong, right = (mention, same[0]) if sex == "f" else (same[0], mention)
        if not sex and uses[feminine] >= uses[masculine]:
            wrong, right = right, wrong
        there = persons.mentions.span(right)
        yield _last_part(document, wrong, right.parts[-1], there, "it is one person's name")
        return


def _womans_form(persons: Persons, alike: Mapping[str, Sequence[str]]) -> Iterator[Flaw]:
    """Pavol Hrabovská beside Hrabovský: a man's given name with the woman's form of a family name."""
    for mention in persons.full:
        form = mention.parts[-1]
        family = fold(form)
        if not _WOMANS.fullmatch(family) or given_sex(fold(mention.parts[0])) != ("m", NAME_WEIGHT):
            continue
        for twin in alike.get(family[:3], ()):
            if twin != form and feminine_of(fold(twin), family):
                there = persons.mentions.span(persons.mentions.by_part[twin][0])
                yield _last_part(
                    persons.mentions.document, mention, twin, there, f"'{mention.parts[0]}' is a man's name"
                )
                break


def _last_part(document: Document, mention: Mention, owed: str, there: Span, reason: str) -> Flaw:
    span = document.tokens.span(mention.last - 1, mention.last)
    return Flaw("sex", span, document.quote(span), owed, there, reason)


def _scrambled(persons: Persons) -> Iterator[Flaw]:
    """Okafor Grace beside Grace Okafor: the parts of a name in another order."""
    orders: dict[tuple[str, ...], dict[tuple[str, ...], list[Mention]]] = {}
    for mention in persons.mentions.full:
        if len(mention.parts) == 2 or len(set(mention.parts)) == len(mention.parts):
            parts = tuple(map(fold, mention.parts))
            orders.setdefault(tuple(sorted(parts)), {}).setdefault(parts, []).append(mention)
    bearers = {tuple(map(fold, mention.parts)) for mention in persons.full}
    for order in orders.values():
        if any(part.lower() in CALENDAR for parts in order for part in parts):
            continue  # "over Kherson Tuesday", "on Tuesday Kherson fell"
        if all(part in peoples() or part in FAITHS for part in next(iter(order))):
            continue  # the Muslim Uighur minority
        # Behind adjectives in another order, the head of an institution stays where it is: Marine Chilean Institute.
        body = len({parts[-1] for parts in order}) == 1 and all(parts[-1] in HEADS for parts in order)
        if len(order) < 2 or not (body or not bearers.isdisjoint(order) or _of_words(order)):
            continue
        major = max(order.values(), key=lambda uses: (known(uses[0].parts), len(uses), -uses[0].first))[0]
        other = persons.mentions.span(major)
        for uses in order.values():
            for mention in uses:
                if tuple(map(fold, mention.parts)) != tuple(map(fold, major.parts)):
                    span = persons.mentions.span(mention)
                    yield Flaw("scrambled", span, persons.quote(mention), persons.quote(major), other, "")


def _of_words(order: Mapping[tuple[str, ...], Sequence[Mention]]) -> bool:
    """Tell whether the words of a name that is told again and again are turned round once: Star Morning."""
    uses = sorted(map(len, order.values()))
    words_of = next(iter(order))
    if uses[0] == 1 < uses[-1] and all(map(is_word, words_of)):
        return True
    if uses[0] > 1 or len(words_of) != 2:
        return False
    return not _CLUBS.isdisjoint(words_of) or not any(is_word(word) or len(word) < 4 for word in words_of)


def _turned(persons: Persons) -> Iterator[Flaw]:
    """Castro Lima for Lima Castro, Berg-Holm for Holm-Berg: the two halves of a family name the other way round."""
    halves: dict[tuple[str, ...], Mention] = {}
    for mention in persons.mentions.full:
        if not is_person(mention):
            continue
        if len(mention.parts) == 3 and mention.parts[1].lower() not in PARTICLES:
            halves.setdefault(mention.parts[1:], mention)
        pieces = tuple(mention.parts[-1].split("-"))
        if len(pieces) == 2 and all(piece.istitle() for piece in pieces):
            halves.setdefault(pieces, mention)
    for pieces, bearer in halves.items():
        turned = pieces[::-1]
        for mention in persons.mentions.by_part.get("-".join(turned), ()) if "-" in bearer.parts[-1] else ():
            if not mention.full and turned not in halves:
                there = persons.mentions.span(bearer)
                yield Flaw("scrambled", persons.mentions.span(mention), mention.parts[0], bearer.parts[-1], there, "")
        for mention in persons.mentions.by_part.get(turned[0], ()) if "-" not in bearer.parts[-1] else ():
            if mention.parts == turned and turned not in halves:
                there = persons.mentions.span(bearer)
                owed = " ".join(pieces)
                yield Flaw("scrambled", persons.mentions.span(mention), persons.quote(mention), owed, there, "")


def _twice(document: Document, found: Mentions) -> Iterator[Flaw]:
    """Namibia and Namibia."""
    tokens = document.tokens
    for left, right in zip(found.all, found.all[1:], strict=False):
        if left.parts != right.parts or right.title != left.last + 1:
            continue
        if tokens.word(left.last).lower not in ("and", "or") or right.title != right.first:
            continue  # Mr. Pence and Mrs. Pence
        after = tokens.word(right.last) if right.last < len(tokens) else None
        if after is not None and (after.form == "," or after.form in GENITIVES or after.capital):
            continue  # Washington and Washington, D.C.; Clements and Clements Ltd.; Ames and Ames's wife
        if _begins_clause(document, left, right):
            continue  # she was loyal to Ames and Ames left her
        span = found.span(right)
        yield Flaw("twice", span, document.quote(span), "", found.span(left), "")


def _begins_clause(document: Document, left: Mention, right: Mention) -> bool:
    """Tell whether a person acts who was told of at once before: of the two one is an object, the other a subject."""
    acts = document.tags[right.last : right.last + 1] in (["VBD"], ["VBZ"], ["MD"])
    subject = left.title == 0 or document.sentence_of(left.title - 1) != document.sentence_of(left.title)
    return acts and not subject and fold(" ".join(left.parts)) not in folded_countries()
