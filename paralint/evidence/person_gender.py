"""The gender of each person of a document, by titles, nouns, given names and pronouns, and the pronouns against it.

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
from typing import NamedTuple

from paralint.data import read
from paralint.evidence.conflicts import Conflict, without_repeats
from paralint.evidence.gazetteer import load
from paralint.evidence.mentions import Mention, mentions
from paralint.evidence.quotations import quotations
from paralint.evidence.spellings import fold
from paralint.evidence.titles import HEADS, ROLES, words
from paralint.text.document import Document
from paralint.text.morphology import is_word
from paralint.text.words import TokenKind

_PRONOUNS = {
    "he": "m", "him": "m", "his": "m", "himself": "m", "she": "f", "her": "f", "hers": "f", "herself": "f",
}  # fmt: skip
_FEMALE = words(
    """
    woman girl mother mum mom wife daughter sister aunt niece granddaughter grandmother grandma widow queen princess
    actress lady waitress spokeswoman chairwoman policewoman businesswoman congresswoman councilwoman sportswoman
    heroine bride duchess countess baroness dame nun schoolgirl hostess girlfriend fiancée fiancee stepmother
    stepdaughter stepsister mistress empress goddess housewife midwife sportswoman horsewoman female mrs ms madam
    madame governess priestess heiress
    """
)
_MALE = words(
    """
    man boy father dad husband son brother uncle nephew grandson grandfather grandad widower king prince actor
    gentleman waiter spokesman policeman businessman congressman councilman sportsman fireman fisherman serviceman
    hero groom duke earl baron lord sir monk schoolboy host boyfriend fiancé stepfather stepson stepbrother emperor
    god male mr monsieur priest pope cardinal tsar frenchman
    englishman irishman scotsman dutchman welshman craftsman salesman chairman
    """
)
# Nouns in -man and a few others are also said of women ("chairman Jane Roe"), so they are no evidence, only candidates.
_WEAK = words("actor host hero chairman spokesman god priest female male salesman businessman sportsman")
_GENDERS = {**dict.fromkeys(_FEMALE, "f"), **dict.fromkeys(_MALE, "m")}
_TITLES = {
    **dict.fromkeys(words("mrs ms miss madam madame dame lady baroness duchess princess queen countess"), "f"),
    **dict.fromkeys(words("mr sir lord monsieur baron duke prince king earl"), "m"),
}
# Persons of either gender. Other nouns are found by their endings; what is too many only costs findings.
_HUMANS = words(
    """
    child baby kid teenager adult person someone somebody anyone anybody patient victim student
    pupil guest cousin parent spouse partner friend colleague coach judge nurse clerk chief boss guard guide cook pilot
    poet artist captain star rookie striker winner teen youth citizen resident official suspect infant toddler
    lawyer soldier client whoever professor candidate dog cat horse individual champion mp novelist novice opponent
    rival successor predecessor accused defendant applicant claimant
    """
)
_PERSONS = _HUMANS | _GENDERS.keys()
_HUMAN_ENDINGS = ("er", "or", "ist", "ian", "ant", "ee")
_NOT_HUMAN = words(
    """
    murder header receiver server computer printer router transfer disaster barrier career newspaper outdoor
    after over under never however other rather whether number order power water paper matter quarter october september
    november december another together ever later earlier former further better greater former either neither summer
    winter corner center computer chapter letter weather river dinner shoulder finger offer answer cover error mirror
    major minor prior floor door poor color labor honor favor important significant relevant restaurant committee
    degree fee coffee guarantee employee's consider remember enter deliver suffer differ refer prefer occur longer
    lower higher larger smaller newer older younger easier bigger wider closer faster harder fewer cheaper stronger
    proper super per register semester theater theatre tower fever layer meter counter silver timber member's factor
    sector interior exterior superior senior junior motor doctor's tractor reactor monitor mayor's visitor's
    current constant instant distant giant plant grant want warrant gallant italian russian iranian asian canadian
    australian indian brazilian egyptian ukrainian palestinian agree disagree three see free tree between
    """
)
_FIXED = frozenset(("the", "a", "an", "this", "that", "one", "another", "each", "every", "any", "no", "whose", "'s"))
_NEW = frozenset(("a", "an", "one", "another", "each", "every", "any", "no"))
_SAID = frozenset(("said", "says", "added", "told", "asked", "replied"))
_PREDICATIVE = frozenset(("as", "is", "was", "be", "been", "being", "become", "became", "becoming", "like"))
_SINGLE = frozenset(("mr", "ms", "miss", "sir", "lord", "dame"))
_OF_MAPS = frozenset(("New", "North", "South", "East", "West", "San", "Los", "Santa", "Southern", "Northern", "Royal"))
_OF_PERSONS = frozenset((",", "(", "who"))
_OF_PLACE = frozenset(("in", "at", "from", "near", "into", "across", "around", "outside", "the", "of"))
_TITLE_WEIGHT, _NAME_WEIGHT, _PRONOUN_WEIGHT = 3.0, 1.5, 1.0
_KNOWN = 1.5  # lead of one gender from which on it is known
_WINDOW = 800  # tokens on either side of a pronoun that are looked at, however long the paragraph
_MOST = 3  # pronouns reported for one person; more of them say that the person's gender is not what it seems
_BEFORE = 2  # paragraphs before that of a pronoun in which its antecedent may stand


class Candidate(NamedTuple):
    """Somebody a pronoun might mean.

    Attributes:
        token: the place.
        person: the folded last part of the name; empty for a noun.
        gender: ``f``, ``m``, or empty if not known or if the person decides.
    """

    token: int
    person: str
    gender: str
    full: bool


class Vote(NamedTuple):
    token: int
    gender: str
    weight: float


class _Cast:
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
        self.candidates: list[Candidate] = []
        self.pronouns = self._places(_PRONOUNS)
        word = document.tokens.word
        self.sexes = {pronoun: _PRONOUNS[word(pronoun).lower] for pronoun in self.pronouns}
        self.voted: dict[int, str] = {}  # the person for whom a pronoun voted
        self._sums: dict[str, tuple[float, float]] = {}
        self._addressed: dict[str, str] = {}
        self.taken: set[int] = set()  # titles and nouns that belong to a name
        self._name()
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
        names, formal = load().given_names, load().formal
        found = self.document.derive(mentions).all
        longer: dict[tuple[str, ...], str] = {}
        for parts in self._by_name:
            if self._personal(parts):
                family = fold(parts[-1])
                self.families.setdefault(family, set()).add(fold(parts[0]))
                self.given.setdefault(fold(parts[0]), family)
                for size in range(2, len(parts)):
                    longer[parts[:size]] = family
        for mention in found:
            parts, full = mention.parts, len(mention.parts) > 1
            if full and not self._persons[parts]:
                continue
            key = longer.get(parts) or fold(parts[-1])
            if not full and key not in self.families and key in self.given:
                key = self.given[key]
            titled = _TITLES.get(mention.role.split(" ")[-1].rstrip(".")) if mention.role else None
            noun = (mention.title if titled is not None else mention.first) - 1
            kin = word(noun).lower if noun > 0 and noun + 1 not in self._firsts else ""
            if kin not in _GENDERS or kin in _WEAK or kin in _TITLES:
                kin = ""
            if not (full or key in self.families or kin or _acts_alone(self.document, mention)):
                if fold(parts[0]) in names:  # a first name alone may be somebody's, or a town
                    self.candidates.append(Candidate(mention.first, "", names[fold(parts[0])].strip("-"), False))
                continue
            if full and len(self.families.get(key, ())) > 1:
                key = f"{fold(parts[0])} {key}"  # one family: each by the full name
            self.candidates.append(Candidate(mention.first, key, "", full))
            votes = self.votes.setdefault(key, [])
            if titled is not None and (full or len(self.families.get(key, ())) < 2):
                votes.append(Vote(mention.title, titled, _TITLE_WEIGHT))
                self.taken.add(mention.first - 1)
            if kin:
                votes.append(Vote(noun, _GENDERS[kin], _TITLE_WEIGHT))
                self.taken.add(noun)
            if not full:
                continue
            # Where family names come first or given names have no sex, the list does not hold.
            first = fold(parts[0])
            given = names.get(first) if first in formal else None
            if given in ("f", "m") and not any(vote.weight == _NAME_WEIGHT for vote in votes):
                votes.append(Vote(mention.first, given, _NAME_WEIGHT))
            apposed = self._apposition(mention.last)
            if apposed is not None:
                votes.append(Vote(apposed, _GENDERS[word(apposed).lower], _TITLE_WEIGHT))
                self.taken.add(apposed)

    def _nouns(self) -> None:
        """Find the nouns that bring in somebody who is not named."""
        tokens = self.document.tokens
        for kind, form in enumerate(tokens.types):
            lower = form.lower
            if not (lower in _PERSONS or lower.endswith(_HUMAN_ENDINGS)) or lower in _NOT_HUMAN or len(lower) < 3:
                continue
            gender = _GENDERS.get(lower, "")
            if not gender and len(lower) < 5 and lower not in _PERSONS:
                continue
            for place in self.document.places[kind]:
                if place not in self.taken and (gender or self._new(place)) and not self._in_name(place):
                    self.candidates.append(Candidate(place, "", gender, False))

    def _in_name(self, place: int) -> bool:
        """Whether a capitalised word belongs to a name (the Queen Mary) and is no office (the Foreign Secretary)."""
        tokens = self.document.tokens
        named = place + 1 < len(tokens) and tokens.word(place + 1).capital
        return tokens.word(place).capital and place not in self._firsts and named

    def _personal(self, parts: tuple[str, ...]) -> bool:
        """Whether a name of several parts is a person's, by any of its places."""
        places = self._by_name[parts]
        self._persons[parts] = any(_may_be_person(self.document, each) for each in places) and (
            parts[-1] in self._titled
            or fold(parts[0]) in load().given_names
            or not any(_is_place(self.document, each) for each in places)
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
            if lower in _GENDERS:
                return token if lower not in _WEAK else None
            if tokens.word(token).kind is not TokenKind.WORD or lower in ("of", "for", "to", "in", "whose", "at"):
                return None
        return None

    def _new(self, place: int) -> bool:
        """Whether a noun for a person brings somebody in: "a doctor", "a young doctor", "someone"."""
        word = self.document.tokens.word
        if word(place).lower.endswith(("one", "body")):
            return True
        for token in range(place - 1, max(0, place - 4), -1):
            if word(token).lower in _NEW:
                before = word(token - 1)
                return not (before.lower in _PREDICATIVE or (before.form == "," and word(token - 2).capital))
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
            genders = {vote.gender for vote in self.votes[person] if vote.weight > _PRONOUN_WEIGHT}
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
                female -= _PRONOUN_WEIGHT * (self.sexes[pronoun] == "f")
                male -= _PRONOUN_WEIGHT * (self.sexes[pronoun] == "m")
        if female > male and female >= 2 * male:
            return "f", female - male
        return ("m", male - female) if male > female and male >= 2 * female else ("", 0.0)


def gender_conflicts(document: Document) -> tuple[Conflict, ...]:
    """Return the pronouns that nobody in reach can bear (a layer: see ``Document.derive``)."""
    lowers = document.by_lower
    if not any(lower in lowers for lower in _PRONOUNS) and not any(lower in lowers for lower in _SINGLE):
        return ()
    cast = _Cast(document)
    _hear(cast)
    return without_repeats(chain(_titles(cast), _orphans(cast), _alone(cast)))


def _may_be_person(document: Document, mention: Mention) -> bool:
    """Whether a name of several parts may be a person's: a title, a given name, or no word of the language in it."""
    last = mention.parts[-1].lower()
    if last in ROLES or any(part.lower() in HEADS for part in mention.parts):
        return False
    if not mention.role and mention.first and document.tokens.word(mention.first - 1).lower == "the":
        return False
    if mention.role or fold(mention.parts[0]) in load().given_names:
        return True
    if is_word(last) or any(part.isupper() for part in mention.parts):
        return False
    if _acts_as_person(document, mention, _SAID):
        return True
    before = document.tokens.word(mention.first - 1).lower if mention.first else ""
    return before not in _OF_PLACE


def _is_place(document: Document, mention: Mention) -> bool:
    """Whether a name stands where places do: "in New York", "near San Marino"."""
    before = document.tokens.word(mention.first - 1).lower if mention.first else ""
    return before in ("in", "at", "near", "into", "across", "the") or mention.parts[0] in _OF_MAPS


def _acts_alone(document: Document, mention: Mention) -> bool:
    """Whether a single name, not known in full, is a person's; companies and countries say things, too."""
    if mention.role:
        return True
    if mention.acronym or mention.last >= len(document.tokens):
        return False
    return document.tokens.word(mention.last).lower in _OF_PERSONS and _acts_as_person(document, mention, frozenset())


def _acts_as_person(document: Document, mention: Mention, verbs: frozenset[str]) -> bool:
    """Whether what stands behind a name is said of persons: "Roe, who", "Roe, 52,", "Roe said"."""
    word = document.tokens.word
    end = document.tokens.sentences[document.sentence_of(mention.first) + 1]
    behind = [word(token).lower for token in range(mention.last, min(mention.last + 2, end))]
    if not behind:
        return False
    if behind[0] in (",", "(") and len(behind) > 1:
        return behind[1] == "who" or (behind[1].isdecimal() and len(behind[1]) == 2)
    before = word(mention.first - 1).lower if mention.first else ""
    return behind[0] == "who" or ((behind[0] in verbs or before in verbs) and before not in ("the", "a"))


def _hear(cast: _Cast) -> None:
    """Let the pronouns vote whose person is certain: the only one of their sentence and of the one before it."""
    document = cast.document
    sentences = document.tokens.sentences
    for pronoun in cast.pronouns:
        if cast.inside[pronoun]:
            continue
        sentence = document.sentence_of(pronoun)
        block = document.tokens.blocks[document.block_of(pronoun)]
        first = max(block, sentences[max(0, sentence - 1)], pronoun - _WINDOW)
        found = cast.between(first, min(sentences[sentence + 1], pronoun + _WINDOW))
        persons = {candidate.person for candidate in found}
        if len(persons) == 1 and "" not in persons and found[0].token < pronoun:
            (person,) = persons
            gender = cast.sexes[pronoun]
            cast.voted[pronoun] = person
            cast.votes.setdefault(person, []).append(Vote(pronoun, gender, _PRONOUN_WEIGHT))


def _titles(cast: _Cast) -> Iterator[Conflict]:
    """Yield the title that all other titles and nouns of a person contradict; *Mrs Roe* may be Mr Roe's wife."""
    tokens = cast.document.tokens
    for person, votes in cast.votes.items():
        titles = [vote for vote in votes if vote.weight == _TITLE_WEIGHT]
        odd = [vote for vote in titles if vote.gender == "f"]
        usual = [vote for vote in titles if vote.gender == "m"]
        if len(odd) > len(usual):
            odd, usual = usual, odd
        if len(odd) != 1 or len(usual) + any(_agrees(vote, usual) for vote in votes) < 2:
            continue
        (vote,) = odd
        if tokens.word(vote.token).lower.rstrip(".") not in _SINGLE or any(
            each.gender == vote.gender and each is not vote for each in votes
        ):
            continue
        there = usual[0].token
        called = cast.document.quote(tokens.span(vote.token + 1, vote.token + 2))
        here, other = tokens.span(vote.token, vote.token + 1), tokens.span(there, there + 1)
        yield Conflict("gender", here, other, 1.0, called or person)


def _agrees(vote: Vote, usual: list[Vote]) -> bool:
    return vote.weight < _TITLE_WEIGHT and vote.gender == usual[0].gender


def _orphans(cast: _Cast) -> Iterator[Conflict]:
    """Yield the pronouns that no candidate in reach can bear, one for each person and sentence."""
    document = cast.document
    tokens = document.tokens
    told: set[tuple[str, int]] = set()
    reported: Counter[str] = Counter()
    for pronoun in cast.pronouns:
        if cast.inside[pronoun]:
            continue
        gender = cast.sexes[pronoun]
        if cast.addressed(pronoun) == gender:
            continue
        number = document.sentence_of(pronoun)
        lowest, highest = pronoun - _WINDOW, pronoun + _WINDOW
        sentence = range(max(tokens.sentences[number], lowest), min(tokens.sentences[number + 1], highest))
        block = document.block_of(pronoun)
        begin, near = (max(tokens.blocks[max(0, block - back)], lowest) for back in (_BEFORE, 1))
        if _speaks(document, pronoun) and _speaker(cast, gender, max(tokens.blocks[block], lowest), sentence):
            begin = near = max(tokens.blocks[block], lowest)  # who has just spoken speaks on
        found = cast.between(begin, sentence.stop)
        if _speaks(document, pronoun):  # the narrator names who speaks
            found = [candidate for candidate in found if not cast.inside[candidate.token]]
        target = _target(cast, found, gender, pronoun, sentence)
        if target is None or _in_apposition(document, pronoun) or (target.person, number) in told:
            continue
        if any(tokens.word(token).lower in _offices() for token in range(target.token + 1, pronoun)):
            continue  # "Putin ... the Foreign Secretary to her counterpart"
        if not all(_excluded(cast, candidate, gender, sentence, near) for candidate in found):
            continue
        if any(cast.sexes[other] == gender for other in cast.pronouns_between(begin, sentence.start)):
            continue
        told.add((target.person, number))
        reported[target.person] += 1
        if reported[target.person] > _MOST:
            continue
        there = _witness(cast, target.person, gender, sentence)
        here = range(pronoun, pronoun + 1)
        later = cast.pronouns_between(pronoun + 1, min(tokens.blocks[block + 1], highest))
        if tokens.word(there).lower in _GENDERS.keys() - _TITLES.keys() and _agree(cast, later, gender):
            # Two pronouns against one noun ("her granddaughter Kim … his coat. He …"): the noun is what was changed.
            here, there = range(there, there + 1), pronoun
        yield Conflict(
            "gender",
            tokens.span(here.start, here.stop),
            tokens.span(there, there + 1),
            1.0,
            _called(cast, target),
        )


@cache
def _offices() -> frozenset[str]:
    lines = read("lists/offices.txt").decode("utf-8").splitlines()
    return frozenset(line for line in lines if not line.startswith("#"))


def _in_apposition(document: Document, pronoun: int) -> bool:
    """Whether a pronoun opens a remark on a name ("Abel Roe, her partner"), which the name cannot be meant by."""
    return pronoun > 1 and document.tokens.word(pronoun - 1).form in ",(" and document.tokens.word(pronoun - 2).capital


def _alone(cast: _Cast) -> Iterator[Conflict]:
    """Yield a pronoun of either gender where one person is all that two paragraphs name."""
    document = cast.document
    tokens = document.tokens
    for one, other in pairwise(cast.pronouns):
        number = document.sentence_of(other)
        if cast.sexes[one] == cast.sexes[other] or one < tokens.sentences[number]:
            continue
        sentence = document.sentences[number]
        begin = max(tokens.blocks[max(0, sentence.block - 1)], other - _WINDOW)
        last = min(sentence.last, other + _WINDOW)
        found = cast.between(begin, last)
        if not found or len({candidate.person for candidate in found}) > 1 or not found[0].person:
            continue
        around = cast.pronouns_between(begin, last)
        heard: dict[str, list[int]] = {"f": [], "m": []}
        for token in around:
            if not cast.inside[token]:
                heard[cast.sexes[token]].append(token)
        fewer, more = sorted(heard.values(), key=len)
        if len(fewer) == 1 and len(more) >= 2 and fewer[0] >= sentence.first and found[0].token < fewer[0]:
            yield Conflict(
                "gender",
                tokens.span(fewer[0], fewer[0] + 1),
                tokens.span(more[0], more[0] + 1),
                1.0,
                _called(cast, found[0]),
            )


def _agree(cast: _Cast, pronouns: list[int], gender: str) -> bool:
    genders = [cast.sexes[token] for token in pronouns if not cast.inside[token]]
    return gender in genders and len(set(genders)) == 1


def _speaks(document: Document, pronoun: int) -> bool:
    """Whether a pronoun is the subject of a verb of saying: "she added", "said she"."""
    word = document.tokens.word
    return word(pronoun).lower in ("he", "she") and any(
        word(token).lower in _SAID for token in (pronoun - 1, pronoun + 1) if 0 <= token < len(document.tokens)
    )


def _speaker(cast: _Cast, gender: str, block: int, sentence: range) -> bool:
    """Whether the person named last before a sentence, in its paragraph, speaks and is addressed as the other sex."""
    document = cast.document
    word = document.tokens.word
    found = [candidate for candidate in cast.between(block, sentence.start) if candidate.person]
    if not found:
        return False
    names = document.derive(mentions).all
    mention = names[bisect_left(names, found[-1].token, key=lambda each: each.first)]
    its, lead = cast.gender(found[-1].person, sentence)
    around = (mention.title - 1, mention.last)
    said = any(block <= token < sentence.start and word(token).lower in _SAID for token in around)
    return said and its not in ("", gender) and lead >= _TITLE_WEIGHT


def _target(cast: _Cast, found: list[Candidate], gender: str, pronoun: int, sentence: range) -> Candidate | None:
    """Return the person of the other gender who is named last before a pronoun, in its paragraph or sentence."""
    # Captions stand between paragraphs, so the one before says little about who is meant.
    block = cast.document.tokens.blocks[cast.document.block_of(pronoun)]
    for candidate in reversed(found):
        if candidate.token < pronoun and candidate.person:
            its, lead = cast.gender(candidate.person, sentence)
            return candidate if candidate.token >= block and its != gender and lead >= _KNOWN else None
    return None


def _excluded(cast: _Cast, candidate: Candidate, gender: str, sentence: range, near: int) -> bool:
    """Whether a pronoun cannot mean somebody; whose gender is not known is only meant in what stands near."""
    its = candidate.gender
    if candidate.person:
        its, _ = cast.gender(candidate.person, sentence)
    elif not its:
        near = cast.document.tokens.blocks[cast.document.block_of(sentence.start)]
    return its != gender if its else candidate.token < near


def _witness(cast: _Cast, person: str, gender: str, sentence: range) -> int:
    """Return the token that says a person's gender best, the pronouns of a sentence apart."""
    votes = [
        vote
        for vote in cast.votes[person]
        if vote.gender != gender and (vote.weight > _PRONOUN_WEIGHT or vote.token not in sentence)
    ]
    return max(votes, key=lambda vote: (vote.weight != _NAME_WEIGHT, vote.weight, -vote.token)).token


def _called(cast: _Cast, target: Candidate) -> str:
    tokens = cast.document.tokens
    found = cast.document.derive(mentions).all
    mention = found[bisect_left(found, target.token, key=lambda each: each.first)]
    return cast.document.quote(tokens.span(mention.first, mention.last))
