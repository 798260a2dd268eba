"""Pronouns that nobody before them in their paragraph can bear.

Who is meant by a pronoun has mostly been named in its paragraph, and where a paragraph has named somebody already, a
pronoun of the other gender that stands alone in it is meant for somebody the reader has to find elsewhere. Edited news
seldom asks that of its readers: ``_may_be_meant`` has the cases in which it does.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from functools import cache

from paralint.evidence.names.cast import KNOWN, WINDOW, Candidate, Cast
from paralint.evidence.names.mentions import mentions
from paralint.evidence.quotations.reporting import REPORTING
from paralint.evidence.restatements.conflicts import Conflict
from paralint.evidence.words.closed import OF_PERSONS
from paralint.evidence.words.nouns import persons
from paralint.evidence.words.sexes import SEXES
from paralint.evidence.words.titles import ROLES
from paralint.values import NamedTuple

_BOTH = frozenset(("or", "/"))  # his or her
_PASSIVE = frozenset(("was", "were", "is", "are", "been", "be"))
_NEAR = 3  # tokens before a pronoun, where a name that is no known person's may still be a person's
_FEWEST = 3  # pronouns of one gender that tell it without a name; one less, and a paragraph may be wrong the other way


class _Sign(NamedTuple):
    """Somebody who is named or meant."""

    token: int
    kind: str  # "name", "noun", "pronoun"
    gender: str


class _Setting:
    """What stands around a pronoun, by where it stands; quoted words left out."""

    def __init__(self, persons: Cast, pronoun: int) -> None:
        self.persons, self.pronoun = persons, pronoun
        self.gender = persons.sexes[pronoun]
        document = persons.document
        tokens = document.tokens
        number, block = document.sentence_of(pronoun), document.block_of(pronoun)
        lowest, highest = pronoun - WINDOW, pronoun + WINDOW
        self.first, self.stop = max(tokens.blocks[block], lowest), min(tokens.blocks[block + 1], highest)
        self.sentence = range(max(tokens.sentences[number], self.first), min(tokens.sentences[number + 1], highest))
        self.earlier = max(tokens.sentences[number - 1], self.first) if number else self.first
        # One "she" and one "he" in a paragraph: neither tells who is who in it.
        heard = [persons.sexes[each] for each in persons.pronouns_between(self.first, self.stop)]
        alone = len(heard) - heard.count(self.gender) < _FEWEST - 1
        self.without = range(self.first, self.stop) if alone else self.sentence
        top, topmost = (max(tokens.blocks[max(0, block - back)], lowest) for back in (1, 2))
        self.before = self._signs(self.first, pronoun)
        self.above = self._signs(top, self.first)
        self.further = self._signs(topmost, top)
        self.ahead = [sign for sign in self._signs(pronoun + 1, self.sentence.stop) if sign.kind != "pronoun"]

    def _signs(self, first: int, last: int) -> list[_Sign]:
        persons, inside = self.persons, self.persons.inside
        found = [
            _Sign(each.token, "name" if each.person else "noun", self._gender(each))
            for each in persons.between(first, last)
            if not inside[each.token]
        ]
        found += [
            _Sign(token, "pronoun", persons.sexes[token])
            for token in persons.pronouns_between(first, last)
            if not inside[token]
        ]
        return sorted(found)

    def _gender(self, candidate: Candidate) -> str:
        """Return somebody's gender: the pronoun's if that may be so, the other one only if it is known."""
        if not candidate.person:
            name = self.persons.document.tokens.word(candidate.token).capital
            return "" if name and candidate.gender != self.gender else candidate.gender
        its, lead = self.persons.gender(candidate.person, self.without)
        return its if its == self.gender or lead >= KNOWN else ""

    def bears(self, sign: _Sign) -> bool:
        """Whether somebody is of the pronoun's gender, or may be."""
        return sign.gender == self.gender or (not sign.gender and sign.kind == "name")

    def is_other(self, sign: _Sign) -> bool:
        return sign.gender not in ("", self.gender)


def unexpected(persons: Cast) -> Iterator[Conflict]:
    """Yield the pronouns that stand alone in their paragraph with their gender, and are meant for nobody before."""
    document = persons.document
    for pronoun in persons.pronouns:
        if persons.inside[pronoun] or of_both(persons, pronoun):
            continue
        block = document.block_of(pronoun)
        first, last = document.tokens.blocks[block], document.tokens.blocks[block + 1]
        around = persons.pronouns_between(max(first, pronoun - WINDOW), min(last, pronoun + WINDOW))
        alike = (each for each in around if persons.sexes[each] == persons.sexes[pronoun] and not persons.inside[each])
        if any(each != pronoun for each in alike):
            continue
        setting = _Setting(persons, pronoun)
        if _may_be_meant(setting) or ends_with_human(persons, pronoun):
            continue
        others = [sign for sign in (*setting.before[::-1], *setting.above[::-1]) if setting.is_other(sign)]
        other = next((sign for sign in others if sign.kind == "name"), None)
        if other is None and sum(sign.kind == "pronoun" for sign in others) >= _FEWEST:
            other = others[0]
        if other is not None:
            here, there = (document.tokens.span(token, token + 1) for token in (pronoun, other.token))
            named = persons.between(other.token, other.token + (other.kind == "name"))
            yield Conflict("gender", here, there, 1.0, persons.called(named[0]) if named else document.quote(there))


def ends_with_human(persons: Cast, pronoun: int) -> bool:
    """Whether the sentence before that which a pronoun opens ends with a noun for a person: "for the roofer. He"."""
    document = persons.document
    number = document.sentence_of(pronoun)
    if pronoun != document.tokens.sentences[number] or pronoun == document.tokens.blocks[document.block_of(pronoun)]:
        return False
    word = document.tokens.word
    noun = word(pronoun - 2).lower if pronoun > 1 else ""
    own = persons.sexes[pronoun]
    human = noun in humans() or (noun.endswith("er") and word(pronoun - 3).lower in ("a", "the"))
    return human and SEXES.get(noun, own) == own


def of_both(persons: Cast, pronoun: int) -> bool:
    """Whether a pronoun is one of "his or her"."""
    word, last = persons.document.tokens.word, len(persons.document.tokens) - 1
    return not _BOTH.isdisjoint((word(max(0, pronoun - 1)).form, word(min(last, pronoun + 1)).form))


def _may_be_meant(setting: _Setting) -> bool:
    """Whether somebody may be meant by a pronoun: of its gender, or of a gender that is not known."""
    word = setting.persons.document.tokens.word
    before, pronoun = setting.before, setting.pronoun
    if any(map(setting.bears, (*before, *setting.ahead))) or _has_unknown_name(setting):
        return True
    if not before:  # who is spoken of was named in a paragraph before
        above = (*setting.further, *setting.above)
        return any(setting.bears(sign) or not sign.gender for sign in above) or _has_human(setting, setting.first)
    known_above = any(sign.gender == setting.gender for sign in setting.above)
    if word(pronoun).lower not in ("he", "she"):
        # What is done to her, or with what is hers, who is not there; "had treated the nanny well or used her".
        return known_above or _has_human(setting, setting.earlier)
    if any(sign.kind == "noun" and not sign.gender and sign.token >= setting.earlier for sign in before):
        return True  # "… a young engineer. She …"
    if has_fellow(setting.persons, setting.sentence.start, pronoun):
        return True  # "said that her client had hoped that he"
    if not known_above or pronoun != setting.sentence.start or pronoun + 1 == setting.stop:
        return False
    spoken = (
        token
        for token in range(setting.earlier + 1, pronoun)
        if word(token).lower in REPORTING and word(token - 1).lower not in _PASSIVE
    )
    return word(pronoun + 1).lower in REPORTING and next(spoken, None) is None  # who says that is who spoke above


def has_fellow(persons: Cast, first: int, pronoun: int) -> bool:
    """Whether a pronoun may be somebody of somebody: "said that her client had hoped that he"."""
    lowers, sex = persons.document.lowers, persons.sexes[pronoun]
    owned = (token for token in range(first + 1, pronoun) if lowers[token - 1] in OF_PERSONS)
    return any(lowers[token] in humans() and SEXES.get(lowers[token], sex) == sex for token in owned)


def _has_unknown_name(setting: _Setting) -> bool:
    """Whether a name that is no known person's may be one: "if Roe agrees she", "Roe said … . He"."""
    persons, pronoun = setting.persons, setting.pronoun
    names = persons.document.derive(mentions).all
    word = persons.document.tokens.word
    opens = pronoun == setting.sentence.start
    for mention in names[bisect_left(names, setting.earlier, key=lambda each: each.first) :]:
        if mention.first >= pronoun:
            break
        near = mention.first >= setting.sentence.start and pronoun - mention.first <= _NEAR
        # A given name that is a word, too, is none to the mentions where it opens a sentence: "Will Roe, the cook, …".
        half = mention.first == setting.earlier + 1 and word(mention.last).form == ","
        subject = half or (opens and mention.full and mention.title == setting.earlier)
        says = mention.last < pronoun and word(mention.last).lower in REPORTING
        if (near or subject or says) and not persons.between(mention.first, mention.first + 1):
            return True
    return False


def _has_human(setting: _Setting, first: int) -> bool:
    """Whether a noun for a person stands between a token and a pronoun: "The governor … . Her mate"."""
    persons, word = setting.persons, setting.persons.document.tokens.word
    return any(
        word(token).lower in humans() and SEXES.get(word(token).lower, setting.gender) == setting.gender
        for token in range(first, setting.pronoun)
        if not persons.inside[token]
    )


@cache
def humans() -> frozenset[str]:
    return persons() | ROLES
