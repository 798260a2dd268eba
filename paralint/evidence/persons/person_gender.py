"""Pronouns and titles that are held against the gender of the persons whom they may mean.

A pronoun is taken for wrong only if nobody in reach could bear it: every person named in its paragraph and in the two
before it is known to be of the other gender, no noun there names a person who might be meant, and the same gender has
no pronoun there either (the constraints of Hobbs 1978, "Resolving pronoun references", turned round: not which
antecedent is the best, but whether there is any).
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator
from functools import cache
from itertools import chain, pairwise

from paralint.data import listed
from paralint.evidence.names.bearers import SAID
from paralint.evidence.names.cast import KNOWN, WINDOW, Candidate, Cast, Vote, cast
from paralint.evidence.names.genders import PRONOUN_WEIGHT, PRONOUNS, TITLE_WEIGHT, TITLES
from paralint.evidence.names.mentions import mentions
from paralint.evidence.persons.bound_pronouns import bound
from paralint.evidence.persons.continued_pronouns import continued
from paralint.evidence.persons.expected_pronouns import has_fellow, humans, unexpected
from paralint.evidence.persons.gendered_roles import (
    two_genders_of_role,
    wrong_kin,
    wrong_nouns,
    wrong_relations,
    wrong_title,
)
from paralint.evidence.restatements.conflicts import Conflict, without_repeats
from paralint.evidence.words.sexes import SEXES
from paralint.text.document import Document

_SINGLE = frozenset(("mr", "ms", "miss", "sir", "lord", "dame"))
_MOST = 3  # pronouns reported for one person; more of them say that the person's gender is not what it seems
_BEFORE = 2  # paragraphs before that of a pronoun in which its antecedent may stand


def gender_conflicts(document: Document) -> tuple[Conflict, ...]:
    """Return the pronouns that nobody in reach can bear (a layer: see ``Document.derive``)."""
    lowers = document.by_lower
    if all(lowers.keys().isdisjoint(signs) for signs in (PRONOUNS, SEXES)):
        return ()
    from paralint.evidence.persons.bound_possessives import bound_possessives  # of no use where nobody is told of
    from paralint.evidence.persons.kin import wrong_kin_of

    persons = document.derive(cast)
    found = (
        _titles,
        two_genders_of_role,
        wrong_kin,
        wrong_title,
        wrong_nouns,
        wrong_relations,
        _orphans,
        _alone,
        bound,
        bound_possessives,
        continued,
        unexpected,
    )
    told = (each for find in found for each in find(persons) if not _is_an_office(persons, each))
    return without_repeats(chain(told, wrong_kin_of(document)))


def _is_an_office(persons: Cast, conflict: Conflict) -> bool:
    """Whether "he" or "she" is the judge of "the judge said that she", of whom the text tells no name beside it."""
    document = persons.document
    pronoun = bisect_left(document.tokens.starts, conflict.here.start)
    if document.lowers[pronoun] not in ("he", "she"):
        return False
    sentence = document.tokens.sentences[document.sentence_of(pronoun)]
    lowers, tags, word = document.lowers, document.tags, document.tokens.word
    for token in range(pronoun - 2, sentence, -1):
        if lowers[token] in humans() and lowers[token - 1] == "the" and lowers[token] not in SEXES:
            alone = not word(token + 1).capital and word(token + 1).form != "," and token - 1 == sentence
            if alone and tags[token + 1].startswith(("V", "MD")):
                return not any(each.person for each in persons.between(sentence, pronoun))
    return False


def _titles(persons: Cast) -> Iterator[Conflict]:
    """Yield the title that all other titles and nouns of a person contradict; *Mrs Roe* may be Mr Roe's wife."""
    tokens = persons.document.tokens
    for person, votes in persons.votes.items():
        titles = [vote for vote in votes if vote.weight == TITLE_WEIGHT]
        odd = [vote for vote in titles if vote.gender == "f"]
        usual = [vote for vote in titles if vote.gender == "m"]
        if len(odd) > len(usual):
            odd, usual = usual, odd
        if len(odd) != 1 or len(usual) + any(_agrees(vote, usual) for vote in votes) < 2:
            continue
        (vote,) = odd
        if _brings_in(persons, vote.token):
            continue  # "Ms Roe, a notary,": another one of the family
        if tokens.word(vote.token).lower.rstrip(".") not in _SINGLE or any(
            each.gender == vote.gender and each is not vote for each in votes
        ):
            continue
        there = usual[0].token
        called = persons.document.quote(tokens.span(vote.token + 1, vote.token + 2))
        here, other = tokens.span(vote.token, vote.token + 1), tokens.span(there, there + 1)
        yield Conflict("gender", here, other, 1.0, called or person)


def _brings_in(persons: Cast, title: int) -> bool:
    """Whether a name behind a title is told as if for the first time: "Ms Roe, a notary"."""
    word, end = persons.document.tokens.word, len(persons.document.tokens)
    last = title + 1
    while last < end and word(last).capital:
        last += 1
    return last + 1 < end and word(last).form == "," and word(last + 1).lower in ("a", "an")


def _agrees(vote: Vote, usual: list[Vote]) -> bool:
    return vote.weight < TITLE_WEIGHT and vote.gender == usual[0].gender


def _orphans(persons: Cast) -> Iterator[Conflict]:
    """Yield the pronouns that no candidate in reach can bear, one for each person and sentence."""
    document = persons.document
    tokens = document.tokens
    told: set[tuple[str, int]] = set()
    reported: Counter[str] = Counter()
    for pronoun in persons.pronouns:
        if persons.inside[pronoun]:
            continue
        gender = persons.sexes[pronoun]
        if persons.addressed(pronoun) == gender:
            continue
        number = document.sentence_of(pronoun)
        lowest, highest = pronoun - WINDOW, pronoun + WINDOW
        sentence = range(max(tokens.sentences[number], lowest), min(tokens.sentences[number + 1], highest))
        block = document.block_of(pronoun)
        begin, near = (max(tokens.blocks[max(0, block - back)], lowest) for back in (_BEFORE, 1))
        if _speaks(document, pronoun) and _speaker(persons, gender, max(tokens.blocks[block], lowest), sentence):
            begin = near = max(tokens.blocks[block], lowest)  # who has just spoken speaks on
        found = persons.between(begin, sentence.stop)
        if _speaks(document, pronoun):  # the narrator names who speaks
            found = [candidate for candidate in found if not persons.inside[candidate.token]]
        target = _target(persons, found, gender, pronoun, sentence)
        if has_fellow(persons, sentence.start, pronoun):
            continue
        if target is None or _in_apposition(document, pronoun) or (target.person, number) in told:
            continue
        if any(tokens.word(token).lower in _offices() for token in range(target.token + 1, pronoun)):
            continue  # "Putin ... the Foreign Secretary to her counterpart"
        if not all(_excluded(persons, candidate, gender, sentence, near) for candidate in found):
            continue
        if any(persons.sexes[other] == gender for other in persons.pronouns_between(begin, sentence.start)):
            continue
        told.add((target.person, number))
        reported[target.person] += 1
        if reported[target.person] > _MOST:
            continue
        there = persons.witness(target.person, gender, sentence)
        here = range(pronoun, pronoun + 1)
        later = persons.pronouns_between(pronoun + 1, min(tokens.blocks[block + 1], highest))
        if tokens.word(there).lower in SEXES.keys() - TITLES.keys() and _agree(persons, later, gender):
            # Two pronouns against one noun ("her granddaughter Kim … his coat. He …"): the noun is what was changed.
            here, there = range(there, there + 1), pronoun
        yield Conflict(
            "gender",
            tokens.span(here.start, here.stop),
            tokens.span(there, there + 1),
            1.0,
            persons.called(target),
        )


@cache
def _offices() -> frozenset[str]:
    return frozenset(listed("offices"))


def _in_apposition(document: Document, pronoun: int) -> bool:
    """Whether a pronoun opens a remark on a name ("Abel Roe, her partner"), which the name cannot be meant by."""
    return pronoun > 1 and document.tokens.word(pronoun - 1).form in ",(" and document.tokens.word(pronoun - 2).capital


def _alone(persons: Cast) -> Iterator[Conflict]:
    """Yield a pronoun of either gender where one person is all that two paragraphs name."""
    document = persons.document
    tokens = document.tokens
    for one, other in pairwise(persons.pronouns):
        number = document.sentence_of(other)
        if persons.sexes[one] == persons.sexes[other] or one < tokens.sentences[number]:
            continue
        sentence = document.sentences[number]
        begin = max(tokens.blocks[max(0, sentence.block - 1)], other - WINDOW)
        last = min(sentence.last, other + WINDOW)
        found = persons.between(begin, last)
        if not found or len({candidate.person for candidate in found}) > 1 or not found[0].person:
            continue
        around = persons.pronouns_between(begin, last)
        heard: dict[str, list[int]] = {"f": [], "m": []}
        for token in around:
            if not persons.inside[token]:
                heard[persons.sexes[token]].append(token)
        fewer, more = sorted(heard.values(), key=len)
        if fewer and _is_told(persons, found[0].person, persons.sexes[fewer[0]]):
            continue  # "Per-Olov Lund handed her his pole": she is named elsewhere
        if len(fewer) == 1 and len(more) >= 2 and fewer[0] >= sentence.first and found[0].token < fewer[0]:
            yield Conflict(
                "gender",
                tokens.span(fewer[0], fewer[0] + 1),
                tokens.span(more[0], more[0] + 1),
                1.0,
                persons.called(found[0]),
            )


def _is_told(persons: Cast, person: str, gender: str) -> bool:
    """Whether a title, a noun or the given name of a person tells a gender."""
    return any(vote.gender == gender and vote.weight != PRONOUN_WEIGHT for vote in persons.votes.get(person, ()))


def _agree(persons: Cast, pronouns: list[int], gender: str) -> bool:
    genders = [persons.sexes[token] for token in pronouns if not persons.inside[token]]
    return gender in genders and len(set(genders)) == 1


def _speaks(document: Document, pronoun: int) -> bool:
    """Whether a pronoun is the subject of a verb of saying: "she added", "said she"."""
    word = document.tokens.word
    return word(pronoun).lower in ("he", "she") and any(
        word(token).lower in SAID for token in (pronoun - 1, pronoun + 1) if 0 <= token < len(document.tokens)
    )


def _speaker(persons: Cast, gender: str, block: int, sentence: range) -> bool:
    """Whether the person named last before a sentence, in its paragraph, speaks and is addressed as the other sex."""
    document = persons.document
    word = document.tokens.word
    found = [candidate for candidate in persons.between(block, sentence.start) if candidate.person]
    if not found:
        return False
    names = document.derive(mentions).all
    mention = names[bisect_left(names, found[-1].token, key=lambda each: each.first)]
    its, lead = persons.gender(found[-1].person, sentence)
    around = (mention.title - 1, mention.last)
    said = any(block <= token < sentence.start and word(token).lower in SAID for token in around)
    return said and its not in ("", gender) and lead >= TITLE_WEIGHT


def _target(persons: Cast, found: list[Candidate], gender: str, pronoun: int, sentence: range) -> Candidate | None:
    """Return the person of the other gender who is named last before a pronoun, in its paragraph or sentence."""
    # Captions stand between paragraphs, so the one before says little about who is meant.
    block = persons.document.tokens.blocks[persons.document.block_of(pronoun)]
    for candidate in reversed(found):
        if candidate.token < pronoun and candidate.person:
            its, lead = persons.gender(candidate.person, sentence)
            return candidate if candidate.token >= block and its != gender and lead >= KNOWN else None
    return None


def _excluded(persons: Cast, candidate: Candidate, gender: str, sentence: range, near: int) -> bool:
    """Whether a pronoun cannot mean somebody; whose gender is not known is only meant in what stands near."""
    its = candidate.gender
    if candidate.person:
        its, _ = persons.gender(candidate.person, sentence)
    elif not its:
        near = persons.document.tokens.blocks[persons.document.block_of(sentence.start)]
    return its != gender if its else candidate.token < near
