"""The persons of a document: where each is named, and the gender that titles, nouns, given names and pronouns tell."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from itertools import islice

from paralint.evidence.names.bearers import OF_MAPS, acts_alone, is_place, may_be_person, stands_as_place
from paralint.evidence.names.gazetteer import folded_adjectives, load
from paralint.evidence.names.genders import (
    GENDERS_OF_NOUNS,
    NAME_WEIGHT,
    OF_NAMES,
    PRONOUN_WEIGHT,
    PRONOUNS,
    TITLE_WEIGHT,
    TITLES,
    WEAK,
    given_sex,
)
from paralint.evidence.names.mentions import Mention, mentions
from paralint.evidence.names.spellings import derived, distance, fold
from paralint.evidence.quotations.quotations import quotations
from paralint.evidence.words.closed import words
from paralint.evidence.words.nouns import things
from paralint.evidence.words.sexes import KIN, SEXES
from paralint.text.document import Document
from paralint.text.morphology import is_word
from paralint.text.words import TokenKind
from paralint.values import NamedTuple

_NEW = frozenset(("a", "an", "one", "another", "each", "every", "any", "no"))
_PREDICATIVE = frozenset(("as", "is", "was", "be", "been", "being", "become", "became", "becoming", "like"))
_NO_NOUNS = words(
    """
    a an the that this to and or but in on at of for from with as by into after before when while if because about out
    up off over who which
    """
)  # what stands behind "her" that is no possessive
_KIN_WEIGHT = 2.6  # of "the daughter of", which a given name and a pronoun may outvote
_LONG, _EDITS = 5, 2  # letters of a family name that may be misspelt, and how far
KNOWN = 1.5  # lead of one gender from which on it is known
_IDENTIFIED = words("identified named")
_REACH = 9  # tokens before a name in which "was identified" stands
_BIRTHS = words("only eldest elder youngest younger second third adopted late illegitimate estranged")
WINDOW = 800  # tokens on either side of a pronoun that are looked at, however long the paragraph


class Candidate(NamedTuple):
    """Somebody a pronoun might mean.

    Attributes:
        token: the place.
        person: the folded last part of the name; empty for a noun.
        gender: ``f``, ``m``, or empty if not known or if the person decides.
        full: whether the name is told in full.
    """

    token: int
    person: str
    gender: str
    full: bool


class Vote(NamedTuple):
    """A token that says what gender a person has, ``f`` or ``m``, and how much it weighs."""

    token: int
    gender: str
    weight: float


class Cast:
    """The persons of a document and the places where somebody is named or meant."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.inside = document.derive(quotations).inside
        self._firsts = frozenset(document.tokens.sentences)
        self.votes: dict[str, list[Vote]] = {}
        self._persons: dict[tuple[str, ...], bool] = {}
        self._by_name: dict[tuple[str, ...], list[Mention]] = {}
        for mention in document.derive(mentions).full:
            self._by_name.setdefault(mention.parts, []).append(mention)
        self._titled = {mention.parts[-1] for mention in document.derive(mentions).all if mention.role}
        self.families: dict[str, set[str]] = {}
        self.given: dict[str, str] = {}
        self._near: dict[str, str] = {}
        self.candidates: list[Candidate] = []
        self.pronouns = self._places(PRONOUNS)
        word = document.tokens.word
        self.sexes = {pronoun: PRONOUNS[word(pronoun).lower] for pronoun in self.pronouns}
        self.voted: dict[int, str] = {}  # the person for whom a pronoun voted
        self._sums: dict[str, tuple[float, float]] = {}
        self._addressed: dict[str, str] = {}
        self.taken: set[int] = set()  # titles and nouns that belong to a name
        self.doubted: dict[str, Vote] = {}  # the only title of a person, against the given name
        self._name()
        self._doubt()
        self._nouns()
        self.candidates.sort()
        self.tokens = [candidate.token for candidate in self.candidates]

    def _places(self, lowers: dict[str, str]) -> list[int]:
        document = self.document
        return sorted(
            place
            for lower in lowers
            for kind in document.by_lower.get(lower, ())
            for place in document.places[kind]
            if not document.tokens.types[kind].capital or place == 0 or self._opens(place)
        )

    def _opens(self, place: int) -> bool:
        """Whether a capital is owed to the beginning of a sentence; elsewhere *He* is helium, or God."""
        before = self.document.tokens.word(place - 1).form
        return place in self._firsts or before in '"“‘:'

    def _name(self) -> None:
        """Find the persons, and let titles, nouns and given names vote."""
        word = self.document.tokens.word
        names = load().given_names
        longer = self._families()
        for mention in self.document.derive(mentions).all:
            parts, full = mention.parts, len(mention.parts) > 1
            if (full and not self._persons[parts]) or self._is_apposed_people(mention):
                continue
            key = self._key(mention, longer)
            titled = TITLES.get(mention.role.split(" ")[-1].rstrip(".")) if mention.role else None
            noun = (mention.title if titled is not None else mention.first) - 1
            kin = word(noun).lower if noun > 0 and noun + 1 not in self._firsts else ""
            if kin not in SEXES or kin in WEAK or kin in TITLES:
                kin = ""
            if not (full or key in self.families or kin or acts_alone(self.document, mention)):
                # A first name alone may be somebody's, or a town.
                if fold(parts[0]) in names and not stands_as_place(self.document, mention):
                    self.candidates.append(Candidate(mention.first, "", names[fold(parts[0])].strip("-"), False))
                continue
            if full and len(self.families.get(key, ())) > 1:
                key = f"{fold(parts[0])} {key}"  # one family: each by the full name
            self.candidates.append(Candidate(mention.first, key, "", full))
            votes = self.votes.setdefault(key, [])
            if titled is not None and (full or len(self.families.get(key, ())) < 2):
                votes.append(Vote(mention.title, titled, TITLE_WEIGHT))
                self.taken.add(mention.first - 1)
            if kin:
                self._vote_of_noun(noun, votes)
            identified = self._identified(mention)
            if identified is not None:
                self._vote_of_noun(identified, votes)
            if full:
                self._vote_of_given(mention, votes)
            apposed = self._apposition(mention.last) if full else None
            if apposed is not None:
                self._vote_of_noun(apposed, votes)
            else:
                self._of_kin(mention.last, votes)

    def _families(self) -> dict[tuple[str, ...], str]:
        """Note the families and given names of the persons; return the family of each name that goes on elsewhere."""
        longer: dict[tuple[str, ...], str] = {}
        for parts in self._by_name:
            if self._personal(parts):
                family = fold(parts[-1])
                self.families.setdefault(family, set()).add(fold(parts[0]))
                self.given.setdefault(fold(parts[0]), family)
                for size in range(2, len(parts)):
                    longer[parts[:size]] = family
        return longer

    def _key(self, mention: Mention, longer: dict[tuple[str, ...], str]) -> str:
        """Return the family of whom a mention names: by a given name alone, or misspelt, too."""
        key = longer.get(mention.parts) or fold(mention.parts[-1])
        if len(mention.parts) > 1 or key in self.families:
            return key
        if key in self.given:
            return self.given[key]
        return key if stands_as_place(self.document, mention) else self._misspelt(key)

    def _vote_of_noun(self, noun: int, votes: list[Vote]) -> None:
        votes.append(Vote(noun, SEXES[self.document.tokens.word(noun).lower], TITLE_WEIGHT))
        self.taken.add(noun)

    @staticmethod
    def _vote_of_given(mention: Mention, votes: list[Vote]) -> None:
        """Let the given name of a full name vote, unless it is a word of maps or an adjective, or names have voted."""
        given = mention.parts[0]
        first = fold(given)
        if given in OF_MAPS or first in folded_adjectives() or any(vote.weight in OF_NAMES for vote in votes):
            return
        sex, weight = given_sex(first)
        if not sex and "-" in given:
            sex, weight = given_sex(fold(given.partition("-")[0]))  # Per-Olov, Anne-Sophie
        if sex in ("f", "m"):
            votes.append(Vote(mention.first, sex, weight))

    def _is_apposed_people(self, mention: Mention) -> bool:
        """Whether a name is that of a people, told of the person before it: "Ida Roe, a Belgian who", "29, a Dane"."""
        lowers, at = self.document.lowers, mention.first
        before = lowers[at - 2 : at] in ([",", "a"], [",", "an"]) if at > 1 else False
        return (
            before and len(mention.parts) == 1 and not mention.acronym and fold(mention.parts[0]) in folded_adjectives()
        )

    def _misspelt(self, key: str) -> str:
        """Return the only family name that a name of one word is spelt nearly like, or the word itself."""
        if key not in self._near:
            near = (
                family
                for family in self.families
                if family[0] == key[0] and len(key) >= _LONG and len(family) >= _LONG
                if distance(key, family, _EDITS) <= 1 + (len(key) > _LONG + 1)
                and not derived(key, family)  # the people of a place that looks like a family
            )
            found = list(islice(near, 2)) if key.isalpha() and not is_word(key) else []
            self._near[key] = found[0] if len(found) == 1 else key
        return self._near[key]

    def _doubt(self) -> None:
        """Take the only title of a person who is named in full elsewhere for no more than a given name against it."""
        full: Counter[str] = Counter(candidate.person for candidate in self.candidates if candidate.full)
        word = self.document.tokens.word
        for person, votes in self.votes.items():
            titles = [vote for vote in votes if vote.weight == TITLE_WEIGHT and word(vote.token).capital]
            if len(titles) != 1 or full[person] < 2:
                continue
            (title,) = titles
            if any(vote.weight in OF_NAMES and vote.gender != title.gender for vote in votes):
                self.doubted[person] = title
                votes[votes.index(title)] = title._replace(weight=NAME_WEIGHT)

    def _nouns(self) -> None:
        """Find the nouns that bring in somebody who is not named: not the doctor of "a doctor, Ida Roe"."""
        named = {candidate.token for candidate in self.candidates if candidate.person}
        word, last = self.document.tokens.word, len(self.document.tokens) - 1
        for kind, gender in enumerate(map(GENDERS_OF_NOUNS.__getitem__, self.document.tokens.forms)):
            if gender is None:
                continue
            for place in self.document.places[kind]:
                if place + 2 in named and word(place + 1).form == ",":
                    continue
                if word(place).capital and word(place).lower in folded_adjectives() and word(place + 1).form.islower():
                    continue  # a Norwegian envoy
                if not gender and (word(place).lower in things() or word(min(place + 1, last)).lower in things()):
                    continue  # a drawer, a copper mine
                if place not in self.taken and (gender or self._new(place)) and not self._in_name(place):
                    titled = TITLES.get(word(place - 1).lower.rstrip(".")) if place else None
                    self.candidates.append(Candidate(place, "", titled or gender, False))  # Ms King is no king

    def _in_name(self, place: int) -> bool:
        """Whether a capitalised word belongs to a name (the Queen Mary) and is no office (the Foreign Secretary)."""
        tokens = self.document.tokens
        named = place + 1 < len(tokens) and tokens.word(place + 1).capital
        return tokens.word(place).capital and place not in self._firsts and named

    def _personal(self, parts: tuple[str, ...]) -> bool:
        """Whether a name of several parts is a person's, by any of its places."""
        places = self._by_name[parts]
        self._persons[parts] = any(may_be_person(self.document, each) for each in places) and (
            parts[-1] in self._titled
            or fold(parts[0]) in load().given_names
            or not any(is_place(self.document, each) for each in places)
        )
        return self._persons[parts]

    def _apposition(self, last: int) -> int | None:
        """Return the gendered noun of "Abel Roe, a retired policeman", if one stands behind a name."""
        tokens = self.document.tokens
        end = min(tokens.sentences[self.document.sentence_of(last - 1) + 1], last + 6)
        if last + 1 >= end or tokens.word(last).form != "," or tokens.word(last + 1).lower not in ("a", "an"):
            return None
        for token in range(last + 2, end):
            lower = tokens.word(token).lower
            if lower in SEXES:
                return token if lower not in WEAK else None
            if tokens.word(token).kind is not TokenKind.WORD or lower in ("of", "for", "to", "in", "whose", "at"):
                return None
        return None

    def _of_kin(self, last: int, votes: list[Vote]) -> None:
        """Let "Abel Roe, 54, the son of a fisherman" vote; the fisherman is nobody who is spoken of."""
        lowers = self.document.lowers
        end = self.document.tokens.sentences[self.document.sentence_of(last - 1) + 1]
        token = last + 1
        if lowers[last : last + 1] == [","] and lowers[token : token + 1] and lowers[token].isdecimal():
            token += 2
        if token >= end or lowers[token - 1] != "," or lowers[token] not in ("the", "a"):
            return
        noun = token + 1 + (lowers[token + 1 : token + 2] != [] and lowers[token + 1] in _BIRTHS)
        if noun + 1 < end and lowers[noun] in KIN and lowers[noun + 1] == "of":
            votes.append(Vote(noun, SEXES[lowers[noun]], _KIN_WEIGHT))
            self.taken.add(noun)
            if noun + 4 <= end and lowers[noun + 2] in ("a", "an"):
                self.taken.update(range(noun + 3, min(noun + 6, end)))

    def _identified(self, mention: Mention) -> int | None:
        """Return the noun of "the dead man was identified by colleagues as Abel Roe"."""
        lowers = self.document.lowers
        first = mention.title if mention.role else mention.first
        begin = self.document.tokens.sentences[self.document.sentence_of(mention.first)]
        if first - 1 <= begin or lowers[first - 1] != "as":
            return None
        verb = next(
            (token for token in range(first - 2, max(begin, first - _REACH), -1) if lowers[token] in _IDENTIFIED), None
        )
        if verb is None or lowers[verb - 1] not in ("was", "been", "is"):
            return None
        noun = verb - 2 - (lowers[verb - 2] in ("has", "had"))
        return noun if noun >= begin and lowers[noun] in SEXES and lowers[noun] not in WEAK else None

    def _new(self, place: int) -> bool:
        """Whether a noun for a person brings somebody in: "a doctor", "a young doctor", "someone"."""
        word = self.document.tokens.word
        if word(place).lower.endswith(("one", "body")):
            return True
        for token in range(place - 1, max(0, place - 4), -1):
            if word(token).lower in _NEW:
                before = word(token - 1)
                return not (before.lower in _PREDICATIVE or (before.form == "," and word(token - 2).capital))
            if word(token).lower in ("'s", "’s"):
                return True  # Roe's assistant, the actor's friend
            if word(token).kind is not TokenKind.WORD:
                break
        return False

    def between(self, first: int, last: int) -> list[Candidate]:
        return self.candidates[bisect_left(self.tokens, first) : bisect_left(self.tokens, last)]

    def addressed(self, pronoun: int) -> str:
        """Return the gender of the person named last before a pronoun, if titles and given names agree on it."""
        index = bisect_left(self.tokens, pronoun) - 1
        while index >= 0 and not self.candidates[index].person:
            index -= 1
        if index < 0:
            return ""
        person = self.candidates[index].person
        if person not in self._addressed:
            genders = {vote.gender for vote in self.votes[person] if vote.weight > PRONOUN_WEIGHT}
            self._addressed[person] = genders.pop() if len(genders) == 1 else ""
        return self._addressed[person]

    def pronouns_between(self, first: int, last: int) -> list[int]:
        return self.pronouns[bisect_left(self.pronouns, first) : bisect_left(self.pronouns, last)]

    def gender(self, person: str, without: range = range(0)) -> tuple[str, float]:
        """Return the gender of a person and how far it leads, the pronouns among some tokens left out."""
        if person not in self._sums:
            votes = self.votes.get(person, ())
            self._sums[person] = (
                sum(vote.weight for vote in votes if vote.gender == "f"),
                sum(vote.weight for vote in votes if vote.gender == "m"),
            )
        female, male = self._sums[person]
        for pronoun in self.pronouns_between(without.start, without.stop):
            if self.voted.get(pronoun) == person:
                female -= PRONOUN_WEIGHT * (self.sexes[pronoun] == "f")
                male -= PRONOUN_WEIGHT * (self.sexes[pronoun] == "m")
        if female > male and female >= 2 * male:
            return "f", female - male
        return ("m", male - female) if male > female and male >= 2 * female else ("", 0.0)

    def witness(self, person: str, gender: str, sentence: range) -> int:
        """Return the token that says best that a person's gender is another, the pronouns of a sentence apart."""
        votes = [
            vote
            for vote in self.votes[person]
            if vote.gender != gender and (vote.weight > PRONOUN_WEIGHT or vote.token not in sentence)
        ]
        return max(votes, key=lambda vote: (vote.weight != NAME_WEIGHT, vote.weight, -vote.token)).token

    def mention(self, candidate: Candidate) -> Mention:
        """Return the mention that a named candidate stands in."""
        found = self.document.derive(mentions).all
        return found[bisect_left(found, candidate.token, key=lambda each: each.first)]

    def called(self, candidate: Candidate) -> str:
        """Return the name of a candidate as it is written."""
        mention = self.mention(candidate)
        return self.document.quote(self.document.tokens.span(mention.first, mention.last))


def cast(document: Document) -> Cast:
    """Return the persons of a document (a layer: see ``Document.derive``)."""
    found = Cast(document)
    _hear(found)
    return found


def _is_object(document: Document, pronoun: int) -> bool:
    """Whether a pronoun is the object of a verb or preposition: "him", and "her" that no noun follows."""
    word = document.tokens.word
    lower = word(pronoun).lower
    if lower != "her" or pronoun + 1 == len(document.tokens):
        return lower in ("him", "her")
    follower = word(pronoun + 1)
    return follower.kind is not TokenKind.WORD or follower.lower in _NO_NOUNS


def _hear(cast: Cast) -> None:
    """Let the pronouns vote whose person is certain: the only one of their sentence and of the one before it."""
    document = cast.document
    sentences = document.tokens.sentences
    for pronoun in cast.pronouns:
        if cast.inside[pronoun]:
            continue
        sentence = document.sentence_of(pronoun)
        block = document.tokens.blocks[document.block_of(pronoun)]
        first = max(block, sentences[max(0, sentence - 1)], pronoun - WINDOW)
        if _is_object(document, pronoun) and cast.between(max(first, sentences[sentence]), pronoun):
            continue  # "Roe promised her": whom a verb is done to is not who does it
        found = cast.between(first, min(sentences[sentence + 1], pronoun + WINDOW))
        persons = {candidate.person for candidate in found}
        if len(persons) == 1 and "" not in persons and found[0].token < pronoun:
            (person,) = persons
            gender = cast.sexes[pronoun]
            cast.voted[pronoun] = person
            cast.votes.setdefault(person, []).append(Vote(pronoun, gender, PRONOUN_WEIGHT))
