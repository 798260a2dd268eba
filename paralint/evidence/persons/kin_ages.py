"""Kin that cannot be what they are called: a son older than his father, an uncle of one's aunt, in damaged texts.

*Jan Moss, 34 … his son, Karl, 61*: parents are older than their children by more than a dozen years. *Rosa's
uncle … “Auntie Rosa”*: whose aunt she is is her nephew. *Her stepmother*, where the text has a mother-in-law.
"""

from __future__ import annotations

from collections.abc import Iterator

from paralint.evidence.measures.quantities import quantities
from paralint.evidence.measures.units import Measure
from paralint.evidence.names.cast import Cast, cast
from paralint.evidence.restatements.conflicts import Conflict, without_repeats
from paralint.evidence.words.closed import words
from paralint.findings import Span
from paralint.text import lazy
from paralint.text.document import Document

# By how many years the owner must be older than the kin; less than nothing: younger.
_OLDER = {
    **dict.fromkeys(("son", "daughter", "child"), 12),
    **dict.fromkeys(("grandson", "granddaughter", "grandchild"), 26),
    **dict.fromkeys(("father", "mother", "dad", "mum", "mom"), -12),
    **dict.fromkeys(("grandfather", "grandmother", "grandma", "grandpa"), -26),
}
_BIRTHS = words("eldest elder oldest older youngest younger only late second adopted first")
_OLDEST = 112
_MOST = 45  # years by which a mother is older than her child at most
_MOTHERS = words("mother mum mom")
_CALLED = lazy.pattern(
    r"\b(?:Auntie|Aunt|Aunty|Uncle|Grandma|Grandpa|Granny|Grandad|Granddad|Cousin) (?P<name>[A-Z][\w-]+)"
)
_LAW = lazy.pattern(r"\b(?P<base>mother|father|brother|sister|son|daughter)-in-law\b")
_STEP = lazy.pattern(r"\b(?:step|step-|half-|foster-|foster )(?P<base>mother|father|brother|sister|son|daughter)s?\b")


_UNNAMED = words("child girl boy baby infant toddler teenager newborn pupil student patient victim youngster")


def kin_ages(document: Document) -> tuple[Conflict, ...]:
    """Return the conflicts kin of a document (a layer: see ``Document.derive``)."""
    return without_repeats((*_ages(document), *_aunts(document), *_steps(document)))


def _conflict(here: Span, there: Span, reason: str) -> Conflict:
    return Conflict("kin", here, there, 1.0, reason)


def _ages(document: Document) -> Iterator[Conflict]:
    """Find "his son, Karl, 61", of a man of 34."""
    lowers = document.lowers
    ages = {  # "Roe, 34," and "Roe, aged 34"
        each.first: each
        for each in document.derive(quantities)
        if each.measure is Measure.AGE
        or (
            each.measure is Measure.COUNT
            and 1 <= each.value <= _OLDEST
            and not each.nouns
            and lowers[each.first - 1 : each.first] == [","]
            and lowers[each.last : each.last + 1] in ([","], ["."], [")"])
        )
    }
    if len(ages) < 2:
        return
    persons = document.derive(cast)
    word, end = document.tokens.word, len(document.tokens)
    told: dict[str, tuple[int, int]] = {}
    for each in persons.candidates:
        if each.person:
            last = persons.mention(each).last
            if last + 1 < end and word(last).form == "," and last + 1 in ages:
                told.setdefault(each.person, (round(ages[last + 1].digits), last + 1))
    for pronoun in persons.pronouns:
        if word(pronoun).lower not in ("his", "her"):
            continue
        noun = pronoun + 1 + (word(min(pronoun + 1, end - 1)).lower in _BIRTHS)
        kin = word(min(noun, end - 1)).lower
        if kin not in _OLDER or persons.inside[pronoun]:
            continue
        age = next((ages[token] for token in range(noun + 1, min(noun + 7, end)) if token in ages), None)
        if age is None or document.sentence_of(age.first) != document.sentence_of(pronoun):
            continue
        owner = _owner(persons, pronoun, told)
        if owner is None or owner[1] == age.first:
            continue
        gap, least = owner[0] - round(age.digits), _OLDER[kin]
        wrong = gap < least if least > 0 else gap > least
        if wrong or (kin in _MOTHERS and -gap > _MOST + 15):
            here = document.tokens.span(pronoun, age.last)
            there = document.tokens.span(owner[1] - 2, owner[1] + 1)
            yield _conflict(here, there, f"that is no age for a {kin}")


def _owner(persons: Cast, pronoun: int, told: dict[str, tuple[int, int]]) -> tuple[int, int] | None:
    """Return the age of the person named last before a pronoun whose gender it may have, if it is told."""
    document = persons.document
    first = document.tokens.sentences[document.sentence_of(pronoun)]
    if not _UNNAMED.isdisjoint(document.lowers[first:pronoun]):
        return None  # the child and her mother
    lowest = document.tokens.blocks[max(0, document.block_of(pronoun) - 3)]
    for each in reversed(persons.between(lowest, pronoun)):
        if not each.person or persons.gender(each.person)[0] not in ("", persons.sexes[pronoun]):
            continue
        return told.get(each.person)
    if len(told) and document.tokens.word(pronoun).capital:
        mine = [age for person, age in told.items() if persons.gender(person)[0] == persons.sexes[pronoun]]
        return mine[0] if len(mine) == 1 else None
    return None


def _aunts(document: Document) -> Iterator[Conflict]:
    """Find "who is Rosa's uncle", in a text in which he calls her "Auntie Rosa"."""
    for called in _CALLED.finditer(document.text):
        name = called["name"]
        for kin in ("uncle", "aunt", "father", "mother", "grandfather", "grandmother"):
            for mark in "'’":
                place = document.text.find(f"{name}{mark}s {kin}")
                if place >= 0:
                    start = place + len(name) + 3
                    here, there = Span(start, start + len(kin)), Span(called.start(), called.end())
                    yield _conflict(here, there, "it is the other way round")


def _steps(document: Document) -> Iterator[Conflict]:
    """Find "her stepmother", in a text that has no step-kin but a mother-in-law."""
    steps = list(_STEP.finditer(document.text))
    if len(steps) != 1:
        return
    for law in _LAW.finditer(document.text):
        if law["base"] == steps[0]["base"]:
            here, there = (Span(match.start(), match.end()) for match in (steps[0], law))
            yield _conflict(here, there, "elsewhere they are kin by marriage")
            return
