"""Conflicting pronouns: a person who is "she" throughout and "he" once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import NamedTuple

from paralint.evidence.conflicts import Conflict, without_repeats
from paralint.evidence.mentions import Mention, mentions
from paralint.evidence.names import last_name
from paralint.evidence.reporting import REPORTING
from paralint.text.document import Document

_MALE = frozenset(("he", "him", "his"))
_FEMALE = frozenset(("she", "her"))
_MALE_TITLES = frozenset(("mr", "sir", "lord", "king", "prince", "spokesman", "chairman", "congressman"))
_FEMALE_TITLES = frozenset(("mrs", "ms", "miss", "dame", "lady", "queen", "princess", "spokeswoman", "chairwoman"))
_LEAST_VOTES = 2  # pronouns of one gender that make a person's gender known


class Vote(NamedTuple):
    """One pronoun held to speak of a person.

    Attributes:
        token: the pronoun, or the title.
        female: its gender.
        bound: whether it stands in the clause that the person's name governs ("Psaki stated that he knew"), so that the
            pronoun can hardly speak of anybody else; only such pronouns are ever reported.
        name: the mention that it is bound to.
    """

    token: int
    female: bool
    bound: bool
    name: Mention


def pronouns(document: Document) -> tuple[Conflict, ...]:
    """Return the pronouns that do not fit their person (a layer: see ``Document.derive``)."""
    if not _has_bound_pronoun(document):
        return ()
    votes: defaultdict[str, list[Vote]] = defaultdict(list)
    for person, vote in _votes(document):
        votes[person].append(vote)
    return without_repeats(conflict for cast in votes.values() for conflict in _outvoted(document, cast))


def _has_bound_pronoun(document: Document) -> bool:
    """Whether "he" or "she" stands close behind a verb of reporting; nothing else is ever reported."""
    word = document.tokens.word
    return any(
        word(index).lower in REPORTING
        for lower in ("he", "she")
        for kind in document.by_lower.get(lower, ())
        for token in document.places[kind]
        for index in range(max(0, token - 3), token)
    )


def _outvoted(document: Document, cast: list[Vote]) -> Iterator[Conflict]:
    female = [vote for vote in cast if vote.female]
    male = [vote for vote in cast if not vote.female]
    minority, majority = sorted((female, male), key=len)
    if len(minority) != 1 or len(majority) < _LEAST_VOTES or not minority[0].bound:
        return
    vote = minority[0]
    first = vote.name.first if vote.token - vote.name.last <= 3 else vote.token
    yield Conflict(
        "gender",
        document.tokens.span(first, vote.token + 1),
        document.tokens.span(majority[0].token, majority[0].token + 1),
        1.0,
        vote.name.parts[-1],
    )


def _votes(document: Document) -> Iterator[tuple[str, Vote]]:
    """Yield the pronouns of the narrator with the last-named speaker that they follow."""
    everything = document.derive(mentions).all
    word = document.tokens.word
    in_full = {last_name(name) for name in everything if name.full}
    persons = {last_name(name) for name in everything if _is_person(document, name, in_full)}
    position = 0
    subject: Mention | None = None
    named_lately = 0  # sentences since somebody other than the subject was named
    for sentence in document.sentences:
        first, last = sentence.first, sentence.last
        names: list[Mention] = []
        while position < len(everything) and everything[position].first < last:
            names.append(everything[position])
            position += 1
        for name in names:
            female = _title(name)
            if female is not None:
                yield last_name(name), Vote(name.title, female, False, name)
        speaker = next((name for name in names if _reports(document, name, last)), None)
        if speaker is not None:
            pronoun = _bound_pronoun(document, speaker, last)
            if pronoun is not None and named_lately >= 2 and not any(name.first < speaker.first for name in names):
                yield last_name(speaker), Vote(pronoun, word(pronoun).lower in _FEMALE, True, speaker)
            subject = speaker
        elif subject is not None:
            pronoun = next(
                (token for token in range(first, min(first + 12, last)) if word(token).lower in ("he", "she")), None
            )
            others = [name for name in names if last_name(name) in persons and last_name(name) != last_name(subject)]
            if pronoun is not None and not others and _speaks(document, pronoun, last):
                yield last_name(subject), Vote(pronoun, word(pronoun).lower in _FEMALE, False, subject)
            elif pronoun is None and names:
                subject = None
        others = [name for name in names if subject is None or last_name(name) != last_name(subject)]
        named_lately = (
            0
            if any(last_name(name) in persons or _may_be_person(document, name) for name in others)
            else named_lately + 1
        )


def _title(mention: Mention) -> bool | None:
    """Return whether the title before a name is a woman's; None if it says nothing."""
    role = mention.role.split()[-1].rstrip(".") if mention.role else ""
    return True if role in _FEMALE_TITLES else False if role in _MALE_TITLES else None


def _is_person(document: Document, mention: Mention, in_full: set[str]) -> bool:
    """Whether a name has a title, or speaks and is given in full somewhere: countries speak too, but have one name."""
    return bool(mention.role) or (last_name(mention) in in_full and _reports(document, mention, len(document.tokens)))


def _may_be_person(document: Document, mention: Mention) -> bool:
    """Whether a name has two parts and no article or preposition of place before it."""
    before = document.tokens.word(mention.first - 1).lower if mention.first else ""
    return mention.full and before not in ("the", "in", "at", "of", "from", "near", "to", "'s")


def _reports(document: Document, mention: Mention, end: int) -> bool:
    """Whether a verb of reporting stands right behind or before a name."""
    word = document.tokens.word
    behind = mention.last
    if behind < end and word(behind).lower in ("also", "then", "has", "later"):
        behind += 1
    return (behind < end and word(behind).lower in REPORTING) or (
        mention.title > 0 and word(mention.title - 1).lower in ("said", "says", "stated", "added", "wrote")
    )


def _bound_pronoun(document: Document, speaker: Mention, end: int) -> int | None:
    """Return the pronoun of "Psaki stated that he knew", if there is one."""
    word = document.tokens.word
    for token in range(speaker.last + 1, min(speaker.last + 4, end)):
        lower = word(token).lower
        if lower in ("he", "she"):
            return token
        if lower not in ("that", "on") and lower not in REPORTING and not word(token).capital:
            return None
    return None


def _speaks(document: Document, pronoun: int, end: int) -> bool:
    word = document.tokens.word
    return any(word(token).lower in REPORTING for token in range(max(0, pronoun - 1), min(pronoun + 3, end)))
