"""Pronouns of the other gender than the last person named before them, where only damage elsewhere makes that a slip.

*Oyelaran has kept her own ten names on a card in his purse*: the sentence, or the last one before it that names
somebody, has persons of one gender alone. Edited news goes past them to somebody further back now and then, so the
rule that asks for these is heard in damaged texts alone.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator

from paralint.evidence.names.cast import KNOWN, Cast, cast
from paralint.evidence.names.mentions import mentions
from paralint.evidence.persons.expected_pronouns import humans, of_both
from paralint.evidence.persons.person_gender import gender_conflicts
from paralint.evidence.quotations.reporting import REPORTING
from paralint.evidence.restatements.conflicts import Conflict
from paralint.evidence.words.closed import words
from paralint.evidence.words.sexes import SEXES
from paralint.text.document import Document

_SENTENCES = 6  # before a pronoun that are looked through
_BLOCKS = 2
_SURE = 2.5  # lead of a gender that more than a given name tells, which may be damaged itself
_NEAR = 5  # tokens between a noun and the name of its bearer: "Roe, a lawmaker who"
_AFTER = words("was is has had who whose will would could did does went came took got")
# What befalls somebody who need not be there: she accepted his resignation.
_OF_OTHERS = words(
    """resignation arrest dismissal death release removal appointment conviction departure election nomination trial
    sentence extradition detention execution funeral murder killing body grave candidacy successor predecessor"""
)


def likely_pronouns(document: Document) -> tuple[Conflict, ...]:
    """Return the conflicts likely-gender of a document (a layer: see ``Document.derive``)."""
    persons = document.derive(cast)
    told = {conflict.here.start for conflict in document.derive(gender_conflicts)}
    found = (conflict for conflict in _found(persons) if conflict.here.start not in told)
    return tuple(found)


def _found(persons: Cast) -> Iterator[Conflict]:
    document = persons.document
    for pronoun in persons.pronouns:
        if persons.inside[pronoun] or of_both(persons, pronoun):
            continue
        named = _last_named(persons, pronoun)
        if named >= 0:
            here, there = (document.tokens.span(token, token + 1) for token in (pronoun, named))
            bearer = persons.between(named, named + 1)
            yield Conflict("gender", here, there, 1.0, persons.called(bearer[0]) if bearer else document.quote(there))


def _last_named(persons: Cast, pronoun: int) -> int:
    """Return the last person before a pronoun if all that the same sentence names are of the other gender, else -1."""
    document = persons.document
    tokens = document.tokens
    number, gender = document.sentence_of(pronoun), persons.sexes[pronoun]
    lowest = tokens.blocks[max(0, document.block_of(pronoun) - _BLOCKS)]
    stop = tokens.sentences[number + 1]
    if pronoun == tokens.blocks[document.block_of(pronoun)] and tokens.word(pronoun).lower in ("his", "her"):
        return -1  # "His second fault, on Wednesday": of whom the paragraphs before tell
    if pronoun + 1 < stop and tokens.word(pronoun + 1).lower in _OF_OTHERS:
        return -1
    if any(its in (gender, "") for _, its, noun in _signs(persons, pronoun + 1, stop, pronoun) if its or not noun):
        return -1
    last = pronoun
    for back in range(number, max(-1, number - _SENTENCES), -1):
        first = tokens.sentences[back]
        if first < lowest:
            return -1
        signs = _signs(persons, first, last, pronoun)
        if any(its == gender or (not its and not noun) for _, its, noun in signs):
            return -1
        if back == number and _has_human(persons, first, last, gender):
            return -1
        if _has_unknown(persons, first, last):
            return -1
        if any(noun and not its for _, its, noun in signs):
            return -1
        names = [token for token, its, noun in signs if its and not noun and token not in persons.sexes]
        if names:
            earlier = _signs(persons, tokens.blocks[document.block_of(pronoun)], first, pronoun)
            rival = any(its == gender and not noun and token not in persons.sexes for token, its, noun in earlier)
            sure = all(_lead(persons, token, pronoun) >= _SURE for token in names)
            return names[-1] if sure and not rival else -1
        last = first
    return -1


def _lead(persons: Cast, token: int, pronoun: int) -> float:
    """Return by how much more one gender of a person is told than the other one, without a pronoun."""
    (named,) = persons.between(token, token + 1)
    return persons.gender(named.person, range(pronoun, pronoun + 1))[1]


def _signs(persons: Cast, first: int, last: int, pronoun: int) -> list[tuple[int, str, bool]]:
    """Return who is named or meant in some tokens, unquoted: the place, the gender if known, whether by a noun."""
    only = range(pronoun, pronoun + 1)
    found = []
    for each in persons.between(first, last):
        if not persons.inside[each.token]:
            its, lead = persons.gender(each.person, only) if each.person else (each.gender, KNOWN)
            found.append((each.token, its if lead >= KNOWN else "", not each.person))
    found += [
        (token, persons.sexes[token], False)
        for token in persons.pronouns_between(first, last)
        if not persons.inside[token] and token != pronoun
    ]
    return sorted(found)


def _has_unknown(persons: Cast, first: int, last: int) -> bool:
    """Tell whether a name that is no known person's acts as one in some tokens: *Kimati* said, and *Roe*, of whom."""
    document = persons.document
    names = document.derive(mentions).all
    word, size = document.tokens.word, len(document.tokens)
    for mention in names[bisect_left(names, first, key=lambda each: each.first) :]:
        if mention.first >= last:
            return False
        after = word(mention.last).lower if mention.last < size else ""
        if (mention.opening or after in REPORTING or after in _AFTER) and not persons.between(
            mention.first, mention.last
        ):
            return True
    return False


def _has_human(persons: Cast, first: int, last: int, gender: str) -> bool:
    """Tell whether a noun for a person stands between two tokens, and beside no name: "six days after the general"."""
    word = persons.document.tokens.word
    return any(
        (lower := word(place).lower.removesuffix("s")) in humans()
        and SEXES.get(lower, gender) == gender
        and not persons.inside[place]
        and not any(each.person for each in persons.between(place - _NEAR - 1, place + _NEAR))
        for place in range(first, last)
    )
