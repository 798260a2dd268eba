"""Nouns, titles and names that give a person another sex than all else does, where damage elsewhere makes that a slip.

*A policeman from Leer, Ida Roe; "My husband is late," he said; Mr Falk*, who is a soprano elsewhere: what
``gendered_roles.py`` believes only of nouns beside a name is believed here of those that stand off.
"""

from __future__ import annotations

from collections.abc import Iterator

from paralint.evidence.names.bearers import SAID
from paralint.evidence.names.cast import KNOWN, Cast
from paralint.evidence.names.genders import given_sex
from paralint.evidence.names.spellings import fold
from paralint.evidence.persons.expected_pronouns import of_both
from paralint.evidence.restatements.conflicts import Conflict
from paralint.evidence.words.closed import words
from paralint.evidence.words.places import places_of
from paralint.evidence.words.sexes import CALLINGS, COURTESY, EITHER, TWINS
from paralint.evidence.words.titles import ROLES
from paralint.text.words import TokenKind

HINT = 0.9
"""Lead of a gender that a given name alone tells."""
SUBJECTS = ("he", "she")
_NAMING = words("named called christened baptised baptized nicknamed")
# Nouns that a careful newspaper gives to one sex alone; a chairman may be a woman.
_NOUNS = {noun: sex for noun, sex in {**CALLINGS, **TWINS}.items() if noun not in EITHER}
_REACH = 9  # tokens between a noun and the name behind it: "A spokesman for the firm, Ida Roe"
_LIKELY = 1.4  # weight of a given name, where the paragraph has pronouns of its gender alone
_SURE = 1.9  # weight of the other signs: a given name and a pronoun, or two pronouns


def odd_nouns(persons: Cast) -> Iterator[Conflict]:
    """Yield the nouns, titles and names of the other sex than the persons they are said of."""
    for find in (_holder, _wrong_spouse, _named, _called, _majesty, _titled):
        yield from find(persons)


def conflict_at(persons: Cast, here: int, there: int, whose: str = "") -> Conflict:
    """Return the conflict of two tokens; whom both are said of is called as the second is written, if not told."""
    tokens = persons.document.tokens
    spans = [tokens.span(token, token + 1) for token in (here, there)]
    return Conflict("gender", spans[0], spans[1], 1.0, whose or persons.document.quote(spans[1]))


def own_pronouns(persons: Cast, first: int, last: int) -> list[int]:
    """Return the pronouns of the writer's own between two tokens that are not said of both sexes."""
    found = persons.pronouns_between(first, last)
    return [each for each in found if not persons.inside[each] and not of_both(persons, each)]


def _holder(persons: Cast) -> Iterator[Conflict]:
    """Find "the mayor herself" of a text whose only mayor is a man."""
    document = persons.document
    lowers, word, end = document.lowers, document.tokens.word, len(document.tokens)
    for pronoun in persons.pronouns:
        office = lowers[pronoun - 1] if pronoun > 1 else ""
        if lowers[pronoun] not in ("himself", "herself") or office not in ROLES or lowers[pronoun - 2] != "the":
            continue
        if persons.inside[pronoun]:
            continue
        holders = set()
        for each in persons.candidates:
            if not each.person:
                continue
            mention = persons.mention(each)
            titled = mention.role.split(" ")[-1:] == [office] if mention.role else False
            behind = mention.last + 2
            apposed = behind < end and word(mention.last).form == "," and office in lowers[behind : behind + 1]
            if titled or (apposed and lowers[behind - 1] in ("the", "a", "an")):
                holders.add(each.person)
        if len(holders) != 1:
            continue
        (person,) = holders
        its, lead = persons.gender(person, range(0))
        if its and its != persons.sexes[pronoun] and lead >= KNOWN:
            yield conflict_at(
                persons, pronoun, persons.witness(person, persons.sexes[pronoun], range(0)), person.title()
            )


def _wrong_spouse(persons: Cast) -> Iterator[Conflict]:
    """Find "he said. “My husband …”", of a text that tells of no man's husband."""
    document = persons.document
    word = document.tokens.word
    for noun, sex in (("husband", "m"), ("wife", "f")):
        owner = "his" if sex == "m" else "her"
        for kind in document.by_lower.get(noun, ()):
            places = document.places[kind]
            if any(word(place - 1).lower == owner for place in places if place):
                continue
            for place in places:
                if not (persons.inside[place] and place and word(place - 1).lower == "my"):
                    continue
                number = document.block_of(place)
                block = range(document.tokens.blocks[number], document.tokens.blocks[number + 1])
                said = [
                    each
                    for each in own_pronouns(persons, block.start, block.stop)
                    if word(each).lower in SUBJECTS and {word(each - 1).lower, word(each + 1).lower} & SAID
                ]
                if said and all(persons.sexes[each] == sex for each in said):
                    yield conflict_at(persons, place, said[0])


def _named(persons: Cast) -> Iterator[Conflict]:
    """Find "her parents named him Ida"."""
    document = persons.document
    word, end = document.tokens.word, len(document.tokens)
    for pronoun in persons.pronouns:
        if word(pronoun).lower not in ("him", "her") or pronoun + 1 >= end or word(pronoun - 1).lower not in _NAMING:
            continue
        name = word(pronoun + 1)
        sex, weight = given_sex(fold(name.form)) if name.capital else ("", 0.0)
        if sex in ("f", "m") and weight > HINT and sex != persons.sexes[pronoun]:
            yield conflict_at(persons, pronoun, pronoun + 1)


def _called(persons: Cast) -> Iterator[Conflict]:
    """Find "a spokesman for the firm, Ida Roe," and "Ida Roe, a retired fisherman"."""
    document = persons.document
    word = document.tokens.word
    for each in persons.candidates:
        if not each.full:
            continue
        mention = persons.mention(each)
        if mention.role:
            continue
        sex, weight = given_sex(fold(mention.parts[0]))
        if sex not in ("f", "m") or weight <= HINT:
            continue
        number = document.sentence_of(mention.first)
        first, last = document.tokens.sentences[number], document.tokens.sentences[number + 1]
        places = [*_before(persons, mention.first, first), *_behind(persons, mention.last, last)]
        noun = next((place for place in places if _NOUNS.get(word(place).lower, sex) != sex), None)
        if noun is None or persons.inside[noun]:
            continue
        votes = [vote for vote in persons.votes[each.person] if vote.token not in (noun, mention.first)]
        if not any(vote.gender != sex for vote in votes):
            yield conflict_at(persons, noun, mention.first, persons.called(each))


def _before(persons: Cast, name: int, first: int) -> Iterator[int]:
    """Yield the places of a noun phrase that a name stands in apposition to, back from the name."""
    word = persons.document.tokens.word
    if name - 1 <= first or word(name - 1).form != ",":
        return
    for place in range(name - 2, max(first, name - _REACH) - 1, -1):
        if word(place).kind is not TokenKind.WORD:
            return
        yield place
        if word(place).lower in ("a", "an"):
            return


def _behind(persons: Cast, last: int, end: int) -> Iterator[int]:
    """Yield the places of a noun phrase in apposition behind a name."""
    word = persons.document.tokens.word
    if last + 2 >= end or word(last).form != "," or word(last + 1).lower not in ("a", "an", "the"):
        return
    for place in range(last + 2, min(end, last + 7)):
        if word(place).kind is not TokenKind.WORD or word(place).lower in ("of", "for", "who", "in", "from", "at"):
            return
        yield place


def _titled(persons: Cast) -> Iterator[Conflict]:
    """Find "Mr. Falk", of a soprano who has said that she would sing."""
    document = persons.document
    word = document.tokens.word
    for person, votes in persons.votes.items():
        titles = [vote for vote in votes if word(vote.token).lower.rstrip(".") in COURTESY]
        if len(titles) != 1:
            continue
        (title,) = titles
        others = [vote for vote in votes if vote.token != title.token]
        against = sum(vote.weight for vote in others if vote.gender != title.gender)
        number = document.block_of(title.token)
        around = own_pronouns(persons, document.tokens.blocks[number], document.tokens.blocks[number + 1])
        heard = {persons.sexes[each] for each in around}
        least = _LIKELY if heard and title.gender not in heard else _SURE
        if against >= least and all(vote.gender != title.gender for vote in others):
            named = next((each for each in persons.candidates if each.person == person), None)
            there = max((vote for vote in others), key=lambda vote: (vote.weight, -vote.token)).token
            if named is not None:
                yield conflict_at(persons, title.token, there, persons.called(named))


def _majesty(persons: Cast) -> Iterator[Conflict]:
    """Find "Her Majesty" in a text that has kings and no queen."""
    document = persons.document
    kings, queens = (places_of(document, ruler) for ruler in _RULERS)
    if bool(kings) is bool(queens):
        return
    owner = "her" if kings else "his"
    for place in places_of(document, _STYLES):
        if place and document.tokens.word(place - 1).form in (owner, owner.capitalize()):
            yield conflict_at(persons, place - 1, (kings or queens)[0])


_RULERS = (frozenset(("king", "prince")), frozenset(("queen", "princess")))
_STYLES = frozenset(("majesty", "highness"))
