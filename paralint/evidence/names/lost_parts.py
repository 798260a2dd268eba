"""Names that have lost a part: *Mac Giolla*, of Ciarán Mac Giolla Bhríde; *Ibrahim Alhassane*, of Ibrahim Ag Alhassane.

A family name of several words is cut where a rewriter takes one of them for the whole, and a small word in it is
dropped. Papers shorten names, too, so the rule that asks is heard in damaged texts alone.
"""

from __future__ import annotations

from collections.abc import Iterator

from paralint.evidence.names.flaws import Flaw
from paralint.evidence.names.gazetteer import load
from paralint.evidence.names.introductions import acts, is_person
from paralint.evidence.names.mentions import Mention, Mentions
from paralint.evidence.names.spellings import fold
from paralint.evidence.words.closed import words
from paralint.evidence.words.titles import FIRST_NAME_TITLES, HEADS, PARTICLES, TITLES
from paralint.text.morphology import is_word

# Particles beside those that every rule knows, in the names of Tuaregs, Moors, Berbers, Welsh and Irish people.
_MORE_PARTICLES = words("ag ould wuld mint aït ait ap ab ferch uí ui ó o ní ni nic nig mhic von und of ter op ibn")
_SONS = words("bin ibn ben bint al el von van de da")  # behind them stands a name of its own, or a place
_SHORTEST = 3  # letters of what is left of a name
_LOST = 4  # letters that a name has lost at its end


def lost_parts_of_names(found: Mentions) -> Iterator[Flaw]:
    """Yield the flaws likely-truncated of names of several words that have lost one of them."""
    yield from _cut_short(found)
    yield from _without_particle(found)
    yield from _halved_behind_given(found)
    yield from _half_of_given(found)
    yield from _cut_where_introduced(found)


def _is_particle(part: str) -> bool:
    return part.lower() in PARTICLES or part.lower() in _MORE_PARTICLES


def _is_human(mention: Mention) -> bool:
    """Tell whether a name with a particle in it can be a person's: *Ciarán Mac Giolla Bhríde*, but no *Bank of*."""
    first, last = mention.parts[0], mention.parts[-1]
    return is_person(mention) or not (is_word(first.lower()) or last.lower() in HEADS or last.isupper())


def _flaw(found: Mentions, mention: Mention, owed: str, bearer: Mention) -> Flaw:
    span = found.span(mention)
    return Flaw("likely-truncated", span, found.document.quote(span), owed, found.span(bearer), "")


def _cut_short(found: Mentions) -> Iterator[Flaw]:
    """Mac Giolla said, Giolla said, of Ciarán Mac Giolla Bhríde: the end of a name that begins with a particle."""
    for bearer in found.full:
        family = bearer.parts[1:]
        if len(family) < 3 or not _is_particle(family[0]) or family[0].lower() in _SONS or not _is_human(bearer):
            continue
        inner = family[1] if not _is_particle(family[1]) else ""
        for mention in found.by_part.get(inner, ()) if inner else ():
            cut = mention.parts in (family[:2], family[1:2]) and mention.first > bearer.first
            if cut and acts(found, mention):
                yield _flaw(found, mention, " ".join(family), bearer)


def _without_particle(found: Mentions) -> Iterator[Flaw]:
    """Ibrahim Alhassane, of Ibrahim Ag Alhassane; Saskia van Elst, of Saskia van der Elst."""
    whole: dict[tuple[str, str], Mention] = {}
    for bearer in found.full:
        inner = bearer.parts[1:-1]
        if inner and all(map(_is_particle, inner)) and _is_human(bearer):
            whole.setdefault((bearer.parts[0], bearer.parts[-1]), bearer)
    for mention in found.full if whole else ():
        there = whole.get((mention.parts[0], mention.parts[-1]))
        inner = mention.parts[1:-1]
        if there is None or not all(map(_is_particle, inner)) or len(inner) >= len(there.parts) - 2:
            continue
        if sum(each.parts == mention.parts for each in found.by_part[mention.parts[-1]]) == 1:
            yield _flaw(found, mention, " ".join(there.parts), there)


def _halved_behind_given(found: Mentions) -> Iterator[Flaw]:
    """Teun Adema, where Kuipers-Adema goes on: half of a double name behind the given name."""
    doubles: dict[str, Mention] = {}
    for mention in found.all:
        halves = mention.parts[-1].split("-")
        if len(halves) == 2 and all(len(half) >= _SHORTEST and half.istitle() for half in halves):
            for half in halves:
                doubles.setdefault(half, mention)
    for mention in found.full if doubles else ():
        double = doubles.get(mention.parts[-1])
        if double is None or len(mention.parts) != 2 or len(found.by_part[mention.parts[-1]]) > 1:
            continue
        others = {half for half in double.parts[-1].split("-") if half != mention.parts[-1]}
        if not is_person(mention) or mention.parts[-1].lower() in HEADS or mention.parts[0] in others:
            continue
        if not acts(found, double) or any(found.by_part.get(half) for half in others):
            continue  # Harris-Walz: two persons
        # Another bearer of the double name is somebody else.
        if double.full and double.parts[0] != mention.parts[0]:
            continue
        if any(each.full and each.parts[0] != mention.parts[0] for each in found.by_part[double.parts[-1]]):
            continue
        yield _flaw(found, mention, f"{mention.parts[0]} {double.parts[-1]}", double)


def _half_of_given(found: Mentions) -> Iterator[Flaw]:
    """Dr Ling, of Dr Mei-Ling Hsu: half of a given name behind a title."""
    halves: dict[str, Mention] = {}
    for bearer in found.full:
        given = bearer.parts[0].split("-")
        if len(given) == 2 and all(len(half) > 1 for half in given) and is_person(bearer):
            for half in given:
                halves.setdefault(half.title(), bearer)
    for half, bearer in halves.items():
        for mention in found.by_part.get(half, ()):
            title = mention.role.rpartition(" ")[2].rstrip(".")
            titled = mention.title < mention.first and title in TITLES and title not in FIRST_NAME_TITLES
            if not mention.full and titled and half not in bearer.parts:
                yield _flaw(found, mention, bearer.parts[-1], bearer)


def _cut_where_introduced(found: Mentions) -> Iterator[Flaw]:
    """Saltanat Bai, whose son …; said Baimukhanova: the end of a name lost where its bearer is brought in."""
    bearers: dict[str, Mention] = {
        mention.parts[-1]: mention
        for mention in reversed(found.full)
        if len(mention.parts) == 2 and is_person(mention) and len(mention.parts[-1]) >= _SHORTEST
    }
    for form in found.counts:
        if len(form) < _SHORTEST + _LOST or not form.istitle() or is_word(form.lower()):
            continue
        cuts = (form[:size] for size in range(_SHORTEST, len(form) - _LOST + 1))
        cut_short = [bearers[cut] for cut in cuts if cut in bearers]
        if not cut_short or len(found.by_part[cut_short[0].parts[-1]]) > 1:
            continue
        bearer = cut_short[0]
        uses = found.by_part[form]
        if any(each.full for each in uses) or not all(acts(found, each) for each in uses):
            continue
        if fold(form) not in load().given_names:
            place = bearer.last - 1
            span = found.document.tokens.span(place, place + 1)
            yield Flaw("likely-truncated", span, bearer.parts[-1], form, found.span(uses[0]), "")
