"""Family names of two parts, of which a later mention has lost one, or the hyphen or apostrophe that joins them."""

from __future__ import annotations

from collections.abc import Iterator

from paralint.evidence.names.flaws import Flaw
from paralint.evidence.names.gazetteer import load
from paralint.evidence.names.introductions import acts, is_person, peoples
from paralint.evidence.names.mentions import Mention, Mentions
from paralint.evidence.names.spellings import fold
from paralint.evidence.words.closed import words
from paralint.evidence.words.titles import FAMILY_PARTICLES, PARTICLES
from paralint.text.morphology import is_word

_SHORTEST = 3  # letters of each part
_MARKS = ("'", "’")
_IRISH = frozenset(("Ní", "Nic", "Uí", "Ó", "Mac"))
_SAINTS = frozenset(("Santa", "San", "São", "Santo"))
_ENDINGS = words(
    """son sson on dottir sdottir sen ssen ov ev ova eva ovich ovic vic ic ich escu enko uk chuk ski sky ska skaya ian
    yan yants opoulos idis akis ez es oglu zadeh pour dze shvili ius aite iene ou mann man er"""
)


def lost_parts(found: Mentions) -> Iterator[Flaw]:
    """Yield the flaws truncated and variant of double family names: Brand said, of Lehto-Brand."""
    families: dict[str, Mention] = {}
    for mention in found.full:
        last = mention.parts[-1]
        double = "-" in last and all(len(half) >= _SHORTEST and half.istitle() for half in last.split("-"))
        if is_person(mention) and (double or (last[0].isupper() and any(mark in last[1:3] for mark in _MARKS))):
            families.setdefault(last, mention)
    for family, bearer in families.items():
        if "-" in family:
            yield from _without_hyphen(found, family, bearer)
        else:
            yield from _without_apostrophe(found, family, bearer)
    yield from _other_half(found, {family: bearer for family, bearer in families.items() if "-" in family})
    yield from _half_of_two(found)
    yield from _other_ending(found)
    yield from _without_particle(found)
    yield from _without_saint(found)


def _without_hyphen(found: Mentions, family: str, bearer: Mention) -> Iterator[Flaw]:
    there = found.span(bearer)
    halves = family.split("-")
    if len(halves) != 2:
        return
    for half in halves:
        for mention in found.by_part.get(half, ()):
            if list(mention.parts[-2:]) == halves:
                if half == halves[0]:
                    at = mention.last - 2
                    span = found.document.tokens.span(at, mention.last)
                    yield Flaw("variant", span, found.document.quote(span), family, there, "with a hyphen")
            elif _is_half(found, mention, half, bearer):
                span = found.document.tokens.span(mention.last - 1, mention.last)
                yield Flaw("truncated", span, half, family, there, "with both parts")


def _is_half(found: Mentions, mention: Mention, half: str, bearer: Mention) -> bool:
    """Tell whether half of a double name stands for its bearer: alone as a person, or behind the given name."""
    if mention.parts[-1] != half:
        return False
    if mention.parts[:-1]:
        return mention.parts[:-1] == bearer.parts[:-1]
    return mention.first > bearer.first and acts(found, mention) and _only_one(found, half)


def _other_half(found: Mentions, families: dict[str, Mention]) -> Iterator[Flaw]:
    """Siri Lehto-Brunner beside Siri Lehto-Brand: a double name of which one half is another one."""
    for form, places in found.by_part.items():
        halves = form.split("-")
        if len(halves) != 2 or not all(half.istitle() for half in halves):
            continue
        for family, bearer in families.items():
            same = [one == other for one, other in zip(halves, family.split("-"), strict=False)]
            if sorted(same) != [False, True] or found.counts[form] > found.counts[family]:
                continue
            for mention in places:
                once = len(places) == 1 and not any(
                    half in other.split("-") for other in families for half in halves if other != family
                )
                own = mention.parts[:-1] == bearer.parts[:-1] if mention.full else once or acts(found, mention)
                lone = mention.full or not any(place.full for place in places)
                if mention.parts[-1] == form and own and lone and mention.first > bearer.first:
                    span = found.document.tokens.span(mention.last - 1, mention.last)
                    yield Flaw("garbled", span, form, family, found.span(bearer), "the other half is the same")


def _without_particle(found: Mentions) -> Iterator[Flaw]:
    """Dhuibhne said, of Róisín Ní Dhuibhne: a family name without the word for daughter or son, always borne."""
    for bearer in found.full:
        if len(bearer.parts) != 3 or bearer.parts[1] not in _IRISH:
            continue
        family = bearer.parts[2]
        alone = [mention for mention in found.by_part[family] if mention.parts == (family,)]
        if len(alone) == 1 and alone[0].first > bearer.first and not load().knows(family):
            whole = " ".join(bearer.parts[1:])
            yield Flaw("truncated", found.span(alone[0]), family, whole, found.span(bearer), "with its particle")


def _without_saint(found: Mentions) -> Iterator[Flaw]:
    """Filippa's crew, of the ship that is the Santa Filippa elsewhere."""
    saints: dict[tuple[str, ...], list[Mention]] = {}
    for mention in found.full:
        if len(mention.parts) == 2 and mention.parts[0] in _SAINTS and not is_word(mention.parts[1]):
            saints.setdefault(mention.parts, []).append(mention)
    for parts, whole in saints.items():
        others = [mention for mention in found.by_part[parts[1]] if mention.parts != parts]
        if len(whole) > 1 and len(others) == 1 and not others[0].full and not acts(found, others[0]):
            span, there = found.span(others[0]), found.span(whole[0])
            yield Flaw("truncated", span, parts[1], " ".join(parts), there, "a saint's name")


def _only_one(found: Mentions, part: str) -> bool:
    """Tell whether nobody else, and no place, is called like a part of a name."""
    if is_word(part.lower()) or fold(part) in peoples() or fold(part) in load().given_names:
        return False
    return all(len(mention.parts) == 1 or mention.parts[-1] != part for mention in found.by_part.get(part, ()))


def _without_apostrophe(found: Mentions, family: str, bearer: Mention) -> Iterator[Flaw]:
    """ODwyer said, and Dwyer said, of O'Dwyer."""
    there = found.span(bearer)
    cut = next(place for place, letter in enumerate(family) if letter in _MARKS)
    rest, joined = family[cut + 1 :], family[:cut] + family[cut + 1 :]
    for form in (joined, rest):
        for mention in found.by_part.get(form, ()):
            if mention.parts[-1] == form and mention.first > bearer.first and len(form) >= _SHORTEST:
                same = mention.parts[:-1] == bearer.parts[:-1]
                if same or (
                    len(mention.parts) == 1 and (form == joined or (acts(found, mention) and _only_one(found, form)))
                ):
                    span = found.document.tokens.span(mention.last - 1, mention.last)
                    yield Flaw("truncated", span, form, family, there, "with its apostrophe")


def _half_of_two(found: Mentions) -> Iterator[Flaw]:
    """Duarte said, where everybody else calls Ana Ospina Duarte Ospina Duarte."""
    for bearer in found.full:
        if len(bearer.parts) != 3 or not is_person(bearer):
            continue
        first, second = bearer.parts[1:]
        if is_word(bearer.parts[0].lower()) and fold(bearer.parts[0]) not in load().given_names:
            continue  # Justices Ida Moss
        if first.lower() in PARTICLES - FAMILY_PARTICLES or not (first.istitle() and second.istitle()):
            continue
        whole = [mention for mention in found.by_part.get(first, ()) if mention.parts == (first, second)]
        if not whole:
            continue
        for part in (first, second):
            alone = [mention for mention in found.by_part.get(part, ()) if mention.parts == (part,)]
            if (
                len(alone) == 1
                and alone[0].first > bearer.first
                and acts(found, alone[0])
                and _only_whole(found, part, bearer)
            ):
                yield Flaw(
                    "truncated",
                    found.span(alone[0]),
                    part,
                    f"{first} {second}",
                    found.span(whole[0]),
                    "with both parts",
                )
                break


def _only_whole(found: Mentions, part: str, bearer: Mention) -> bool:
    """Tell whether a part of a double name stands in no other name."""
    own = {bearer.parts, bearer.parts[1:], (part,)}
    return not is_word(part.lower()) and all(mention.parts in own for mention in found.by_part[part])


def _other_ending(found: Mentions) -> Iterator[Flaw]:
    """Ms Hallgrimsson said, of Bryndis Hallgrims: a family name that has won or lost the ending of its kind."""
    families = {mention.parts[-1]: mention for mention in reversed(found.full) if is_person(mention)}
    for form, mentions in found.by_part.items():
        if form in families or any(mention.full for mention in mentions):
            continue
        plain = fold(form)
        bearers = [
            bearer for family, bearer in families.items()
            if family[:4] == form[:4] and min(len(family), len(form)) > 4 and _ending_apart(plain, fold(family))
        ]  # fmt: skip
        if len(bearers) == 1:
            for mention in mentions:
                if mention.first > bearers[0].first and acts(found, mention):
                    there = found.span(bearers[0])
                    yield Flaw("garbled", found.span(mention), form, bearers[0].parts[-1], there, "the same person")


def _ending_apart(one: str, other: str) -> bool:
    short, long = sorted((one, other), key=len)
    return long.startswith(short) and long[len(short) :] in _ENDINGS
