"""Given names that are not the ones a text began with: two of one person, and one that stands alone in a report.

A text that goes on with the family name alone (*Mowat said*) knows one bearer of it. If two given names that are much
alike stand before that family name, one of them once, they are one person's. And where persons go by their family
names, a given name that speaks alone, once, stands where the family name is owed.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from paralint.evidence.names.flaws import Flaw
from paralint.evidence.names.gazetteer import load
from paralint.evidence.names.introductions import is_person
from paralint.evidence.names.mentions import Mention, Mentions, mentions
from paralint.evidence.names.spellings import distance, fold, likeness
from paralint.evidence.quotations.quotations import quotations
from paralint.evidence.quotations.reporting import REPORTING
from paralint.evidence.words.sexes import RELATIVES, SEXES
from paralint.text.document import Document

_ALIKE = 0.6  # least likeness of two given names
_SAME_FAMILY = 0.8  # likeness of two family names that may be one, damaged
_FAMILY = RELATIVES | {"family"}
_AROUND = 10  # tokens around a name in which a word for a relative says that there are two of the name


def given_name_flaws(document: Document) -> tuple[Flaw, ...]:
    """Return the flaws given and bare-given of a document (a layer: see ``Document.derive``)."""
    found = document.derive(mentions)
    flaws = [*_two_given_names(found), *_bare(found)]
    return tuple(sorted(flaws, key=lambda flaw: flaw.span.start))


def _two_given_names(found: Mentions) -> Iterator[Flaw]:
    families: defaultdict[str, dict[str, list[Mention]]] = defaultdict(dict)
    for mention in found.full:
        if len(mention.parts) == 2 and is_person(mention):
            families[mention.parts[1]].setdefault(mention.parts[0], []).append(mention)
    for family, given in sorted(families.items()):
        if len(given) != 2 or not any(len(mention.parts) == 1 for mention in found.by_part[family]):
            continue
        (one, first), (other, second) = given.items()
        minor, major = (one, other) if len(first) < len(second) else (other, one)
        a, b = fold(minor), fold(major)
        if len(given[minor]) > 1 or min(len(a), len(b)) < 4 or likeness(a, b) < _ALIKE:
            continue
        other_sex = a[:-1] == b[:-1] and {a[-1], b[-1]} == {"a", "o"} and len(given[major]) > 1
        if distance(a, b, 1) < 2 and not other_sex:
            continue  # a letter apart they are one name misspelt
        (mention,) = given[minor]
        ages = {_age(found, each) for each in (*first, *second)}
        one_age = other_sex and len(ages) == 1 and "" not in ages
        kin = not one_age and any(_among_kin(found, each) for each in (*first, *second))
        if a.startswith(b) or b.startswith(a) or kin:
            continue
        span = found.document.tokens.span(mention.first, mention.first + 1)
        there = given[major][0]
        yield Flaw("given", span, minor, major, found.document.tokens.span(there.first, there.first + 1), family)


def _age(found: Mentions, mention: Mention) -> str:
    word, size = found.document.tokens.word, len(found.document.tokens)
    if mention.last + 1 >= size or word(mention.last).form != ",":
        return ""
    age = word(mention.last + 1).form
    return age if age.isdecimal() else ""


def _among_kin(found: Mentions, mention: Mention) -> bool:
    document = found.document
    first = max(0, mention.first - _AROUND)
    return any(
        document.tokens.word(token).lower in _FAMILY
        for token in range(first, min(len(document.tokens), mention.last + _AROUND))
    )


def _bare(found: Mentions) -> Iterator[Flaw]:
    document = found.document
    word = document.tokens.word
    inside = document.derive(quotations).inside
    persons: defaultdict[str, set[tuple[str, ...]]] = defaultdict(set)
    for mention in found.full:
        if is_person(mention):
            persons[mention.parts[0]].add(mention.parts)
    families = {parts[-1] for names in persons.values() for parts in names}
    speaking = {
        mention.parts[0] for mention in found.all if len(mention.parts) == 1 and _speaks(document, mention)
    }  # fmt: skip
    if speaking.isdisjoint(families) or len(speaking & persons.keys() - families) != 1:
        return
    for given, names in sorted(persons.items()):
        single = [mention for mention in found.by_part[given] if mention.parts == (given,)]
        if len(names) != 1 or len(single) != 1 or fold(given) not in load().given_names or given in families:
            continue
        (mention,) = single
        (parts,) = names
        if inside[mention.first] or not _speaks(document, mention):
            continue
        relatives = (
            each.parts[-1]
            for each in found.full
            if given not in (each.parts[0], each.parts[-1]) and each.parts != parts[-len(each.parts) :]
        )
        if any(likeness(fold(family), fold(parts[-1])) >= _SAME_FAMILY for family in relatives):
            continue  # by the family name alone it would be somebody else
        first = next(each for each in found.full if each.parts == parts)
        if first.first > mention.first or _is_child(document, first):
            continue
        if mention.title < mention.first or (mention.first and word(mention.first - 1).lower in SEXES):
            continue
        owed = " ".join(parts[1:])
        yield Flaw("bare-given", found.span(mention), given, owed, found.span(first), "")


def _speaks(document: Document, mention: Mention) -> bool:
    word = document.tokens.word
    around = (mention.title - 1, min(mention.last, len(document.tokens) - 1))
    return any(token >= 0 and word(token).lower in REPORTING for token in around)


def _is_child(document: Document, mention: Mention) -> bool:
    """Whether an age below 18 stands behind a name."""
    if mention.last + 1 >= len(document.tokens) or document.tokens.word(mention.last).form != ",":
        return False
    age = document.tokens.word(mention.last + 1).lower
    return age.isdecimal() and int(age) < 18
