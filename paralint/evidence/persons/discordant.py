"""Pronouns and nouns of one paragraph that give one person two genders, where damage elsewhere makes that a slip.

*Quennell keeps goats and said his animals had been ill. "I sang to them," she said*: whoever Quennell is, one of the
two pronouns is wrong. What ``continued_pronouns.py`` asks of the name, its gender, need not be known here; the pronouns
disagree among themselves, and nobody else is there whom the odd one may mean.
"""

from __future__ import annotations

from collections.abc import Iterator

from paralint.evidence.names.cast import GENDERS, KNOWN, SAID, WINDOW, Candidate, Cast, cast, given_sex
from paralint.evidence.names.mentions import mentions
from paralint.evidence.names.spellings import fold
from paralint.evidence.persons.expected_pronouns import ends_with_human, humans, of_both
from paralint.evidence.persons.person_gender import gender_conflicts
from paralint.evidence.quotations.reporting import REPORTING
from paralint.evidence.restatements.conflicts import Conflict, without_repeats
from paralint.evidence.words.sexes import CALLINGS, COURTESY, EITHER, KIN, TWINS
from paralint.evidence.words.titles import ROLES, words
from paralint.text.document import Document
from paralint.text.words import TokenKind

_SUBJECTS = ("he", "she")
_OWNERS = ("his", "her")
_NAMING = words("named called christened baptised baptized nicknamed")
# Nouns that a careful newspaper gives to one sex alone; a chairman may be a woman.
_NOUNS = {noun: sex for noun, sex in {**CALLINGS, **TWINS}.items() if noun not in EITHER}
_REACH = 9  # tokens between a noun and the name behind it: "A spokesman for the firm, Ida Roe"
_BESIDE = 6  # tokens from a noun to the name of its bearer
_NEAR = 12  # tokens between a noun and the name of its bearer: "Roe, a lawmaker who"
_FRONT = 8  # tokens before a name that is still the subject of its sentence
_HINT = 0.9  # lead of a gender that a given name alone tells
_OF_OTHERS = words("resignation arrest dismissal death release funeral body successor predecessor wife husband widow")


def discordant_genders(document: Document) -> tuple[Conflict, ...]:
    """Return the conflicts discordant-gender of a document (a layer: see ``Document.derive``)."""
    persons = document.derive(cast)
    told = {conflict.here.start for conflict in document.derive(gender_conflicts)}
    finders = (
        _at_odds,
        _goes_on,
        _other_parent,
        _in_speech,
        _wrong_spouse,
        _named,
        _called,
        _majesty,
        _counterpart,
        _titled,
        _holder,
    )
    found = (conflict for find in finders for conflict in find(persons))
    return without_repeats(conflict for conflict in found if conflict.here.start not in told)


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
            yield _conflict(persons, pronoun, persons.witness(person, persons.sexes[pronoun], range(0)), person.title())


def _conflict(persons: Cast, here: int, there: int, whose: str = "") -> Conflict:
    tokens = persons.document.tokens
    spans = [tokens.span(token, token + 1) for token in (here, there)]
    return Conflict("gender", spans[0], spans[1], 1.0, whose or persons.document.quote(spans[1]))


def _own(persons: Cast, first: int, last: int) -> list[int]:
    """Return the pronouns of the writer's own between two tokens."""
    found = persons.pronouns_between(first, last)
    return [each for each in found if not persons.inside[each] and not of_both(persons, each)]


def _its(persons: Cast, candidate: Candidate, without: range) -> tuple[str, float]:
    return persons.gender(candidate.person, without) if candidate.person else (candidate.gender, 1.5)


def _blocks(persons: Cast) -> Iterator[tuple[int, range]]:
    blocks = persons.document.tokens.blocks
    for number in range(len(blocks) - 1):
        yield number, range(blocks[number], blocks[number + 1])


def _bears(persons: Cast, first: int, last: int, sex: str, without: range, apart: str = "") -> bool:
    """Whether somebody between two tokens is of a sex, or may be; one person, whose gender is asked, apart."""
    document = persons.document
    word = document.tokens.word
    for each in persons.between(first, last):
        if persons.inside[each.token] or (apart and each.person == apart) or _is_nobody(persons, each.token):
            continue
        its, lead = _its(persons, each, without)
        if (its in (sex, "") or lead < _HINT) and (each.person or its or not _belongs(persons, each.token)):
            return True
    for token in range(first, last):
        lower = word(token).lower
        if lower in humans() and GENDERS.get(lower, sex) == sex and not persons.inside[token]:
            if _is_nobody(persons, token) or lower.endswith(("s", "men", "women", "people", "children")):
                continue  # of several nobody is he or she
            if not _belongs(persons, token):
                return True
    return False


def _belongs(persons: Cast, token: int) -> bool:
    """Whether a noun stands in apposition to a name: "Roe, the brothers' mother and coach", "the engineer Ida Roe"."""
    word = persons.document.tokens.word
    if any(each.person for each in persons.between(token, token + _BESIDE)):
        return True
    for each in persons.between(token - _NEAR - 1, token):
        if each.person and word(persons.mention(each).last).form in (",", "("):
            return True
    return False


def _is_nobody(persons: Cast, token: int) -> bool:
    """Whether a noun brings nobody in: the brewer of "the daughter of a brewer", anyone."""
    word = persons.document.tokens.word
    kin = (
        word(max(0, token - 3)).lower in KIN and word(token - 2).lower == "of" and word(token - 1).lower in ("a", "an")
    )
    return kin or word(token).lower.endswith(("one", "body"))


def _has_stranger(persons: Cast, first: int, last: int) -> bool:
    """Whether a name that no known person bears, but may be one's, stands between two tokens."""
    word, end = persons.document.tokens.word, len(persons.document.tokens)
    for mention in persons.document.derive(mentions).all:
        if mention.first >= last:
            return False
        if mention.first >= first and not persons.between(mention.first, mention.last):
            after = word(mention.last).lower if mention.last < end else ""
            if mention.opening or after in REPORTING or after in ("who", "had", "was", "has", "is"):
                return True
    return False


def _at_odds(persons: Cast) -> Iterator[Conflict]:
    """Find the odd pronoun of a paragraph about one person."""
    document = persons.document
    word = document.tokens.word
    for number, block in _blocks(persons):
        own = _own(persons, block.start, block.stop)
        by_sex = {sex: [each for each in own if persons.sexes[each] == sex] for sex in "fm"}
        if not all(by_sex.values()) or min(map(len, by_sex.values())) != 1:
            continue
        named = [each for each in persons.between(block.start, own[0]) if not persons.inside[each.token]]
        main = next((each for each in named if each.person), None)
        for odd, other in _odd(persons, by_sex, block, main):
            sex = persons.sexes[odd]
            if word(odd).lower not in ("he", "she", "his", "her") or word(odd + 1).lower in _OF_OTHERS:
                continue
            before = document.tokens.blocks[max(0, number - 1)]
            heard = number and (
                _own_of(persons, before, block.start, sex) or _named_of(persons, before, block.start, sex)
            )
            if main is None:  # who is spoken of goes on from the paragraph before
                if (
                    odd == own[0]
                    or heard
                    or not (len(own) > 2 or _own_of(persons, before, block.start, persons.sexes[other]))
                ):
                    continue
            elif heard and odd == document.tokens.sentences[document.sentence_of(odd)]:
                continue
            stop = odd if main is None else document.tokens.sentences[document.sentence_of(odd) + 1]
            whose = "" if main is None else main.person
            if _bears(persons, block.start, stop, sex, block, whose) or _has_stranger(persons, block.start, odd):
                continue
            yield _conflict(persons, odd, other, persons.called(main) if main is not None else "")


def _own_of(persons: Cast, first: int, last: int, sex: str) -> bool:
    return any(persons.sexes[each] == sex for each in _own(persons, first, last))


def _named_of(persons: Cast, first: int, last: int, sex: str) -> bool:
    return any(_its(persons, each, range(0))[0] == sex for each in persons.between(first, last))


def _odd(persons: Cast, by_sex: dict[str, list[int]], block: range, main: Candidate | None) -> list[tuple[int, int]]:
    """Return the pronoun that is odd, with one of the others; two ways round if nothing tells which."""
    word = persons.document.tokens.word
    if main is not None:
        its, lead = persons.gender(main.person, block)
        if its and lead >= _HINT:
            sex = "m" if its == "f" else "f"
            return [(by_sex[sex][0], by_sex[its][0])] if len(by_sex[sex]) == 1 else []
    nouns = {each.gender for each in persons.between(block.start, block.stop) if not each.person} - {""}
    if len(nouns) == 1:
        (its,) = nouns
        sex = "m" if its == "f" else "f"
        return [(by_sex[sex][0], by_sex[its][0])] if len(by_sex[sex]) == 1 else []
    some, others = sorted(by_sex.values(), key=len)
    if len(some) < len(others):
        return [(some[0], others[0])]
    said = [
        sex
        for sex, (place,) in by_sex.items()
        if word(place).lower in _SUBJECTS and {word(place - 1).lower, word(place + 1).lower} & SAID
    ]
    if len(said) == 1:
        sex = "m" if said[0] == "f" else "f"
        return [(by_sex[sex][0], by_sex[said[0]][0])]
    owners = [place for (place,) in by_sex.values() if word(place).lower in _OWNERS]
    here = owners[0] if len(owners) == 1 else max(some[0], others[0])
    return [(here, others[0] if here == some[0] else some[0])]


def _goes_on(persons: Cast) -> Iterator[Conflict]:
    """Find "Ida Roe, their mother, said that. His sons had …": whose a thing is is told in the sentence before."""
    document = persons.document
    sentences = document.tokens.sentences
    word = document.tokens.word
    for pronoun in persons.pronouns:
        number = document.sentence_of(pronoun)
        block = document.tokens.blocks[document.block_of(pronoun)]
        if persons.inside[pronoun] or pronoun != sentences[number] or pronoun == block or number == 0:
            continue
        if word(pronoun + 1).lower in _OF_OTHERS or word(pronoun + 1).lower in KIN:
            continue
        if ends_with_human(persons, pronoun):
            continue
        before = sentences[number - 1]
        sex = persons.sexes[pronoun]
        found = [each for each in persons.between(before, pronoun) if each.person and not persons.inside[each.token]]
        if not found or len({each.person for each in found}) != 1 or found[0].token - before > _FRONT:
            continue
        its, lead = persons.gender(found[0].person, range(pronoun, sentences[number + 1]))
        if not its:  # "Seretse", of whom the text has told as Lorato Seretse
            its, lead = _of_family(persons, found[0])
        if its in (sex, "") or lead < _HINT or _own_of(persons, block, pronoun, sex):
            continue
        if not _bears(persons, block, pronoun, sex, range(0)) and not _has_stranger(persons, block, pronoun):
            yield _conflict(persons, pronoun, found[0].token, persons.called(found[0]))


def _of_family(persons: Cast, candidate: Candidate) -> tuple[str, float]:
    """Return the gender of the one who was last told of in full by a family name."""
    for each in reversed(persons.between(max(0, candidate.token - WINDOW), candidate.token)):
        if each.full and each.person.endswith(f" {candidate.person}"):
            return persons.gender(each.person)
    return "", 0.0


def _other_parent(persons: Cast) -> Iterator[Conflict]:
    """Find "Ida's mother was there. His father came later"."""
    document = persons.document
    sentences = document.tokens.sentences
    word = document.tokens.word
    for pronoun in persons.pronouns:
        number = document.sentence_of(pronoun)
        if persons.inside[pronoun] or word(pronoun).lower not in _OWNERS or word(pronoun + 1).lower not in KIN:
            continue
        first = max(document.tokens.blocks[document.block_of(pronoun)], sentences[max(0, number - 1)])
        named = [each for each in persons.between(first, pronoun) if each.person]
        owners = [
            each
            for each in named
            if word(persons.mention(each).last).form in ("'s", "’s")
            and word(persons.mention(each).last + 1).lower in KIN
        ]
        if len(owners) != 1 or _own(persons, first, pronoun):
            continue
        sex = persons.sexes[pronoun]
        its, lead = persons.gender(owners[0].person, range(pronoun, pronoun + 1))
        kin = persons.mention(owners[0]).last + 1
        plain = GENDERS.get(word(kin).lower) != sex and len({each.person for each in named}) <= 2
        if its not in (sex, "") and lead >= _HINT and plain:
            yield _conflict(persons, pronoun, owners[0].token, persons.called(owners[0]))


def _in_speech(persons: Cast) -> Iterator[Conflict]:
    """Find "“My mother is looking,” she said. “He has found it.”"."""
    document = persons.document
    word = document.tokens.word
    for _, block in _blocks(persons):
        pronouns = [
            each
            for each in persons.pronouns_between(block.start, block.stop)
            if persons.inside[each] and word(each).lower in _SUBJECTS
        ]
        for pronoun in pronouns:
            kin = [
                token
                for token in range(block.start, pronoun)
                if persons.inside[token] and word(token).lower in KIN and word(token - 1).lower in ("my", "our")
            ]
            sex = persons.sexes[pronoun]
            if len(kin) != 1 or GENDERS.get(word(kin[0]).lower, sex) == sex:
                continue
            gap = document.sentence_of(pronoun) - document.sentence_of(kin[0])
            others = [
                each
                for each in persons.pronouns_between(block.start, pronoun)
                if persons.sexes[each] == sex
                and (persons.inside[each] or not {word(each - 1).lower, word(each + 1).lower} & SAID)
            ]
            rivals = [
                each
                for each in persons.between(block.start, pronoun)
                if each.token != kin[0] and _its(persons, each, range(0))[0] in (sex, "")
            ]
            if gap <= 2 and not others and not rivals:
                yield _conflict(persons, pronoun, kin[0])
            break


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
                    for each in _own(persons, block.start, block.stop)
                    if word(each).lower in _SUBJECTS and {word(each - 1).lower, word(each + 1).lower} & SAID
                ]
                if said and all(persons.sexes[each] == sex for each in said):
                    yield _conflict(persons, place, said[0])


def _named(persons: Cast) -> Iterator[Conflict]:
    """Find "her parents named him Ida"."""
    document = persons.document
    word, end = document.tokens.word, len(document.tokens)
    for pronoun in persons.pronouns:
        if word(pronoun).lower not in ("him", "her") or pronoun + 1 >= end or word(pronoun - 1).lower not in _NAMING:
            continue
        name = word(pronoun + 1)
        sex, weight = given_sex(fold(name.form)) if name.capital else ("", 0.0)
        if sex in ("f", "m") and weight > _HINT and sex != persons.sexes[pronoun]:
            yield _conflict(persons, pronoun, pronoun + 1)


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
        if sex not in ("f", "m") or weight <= _HINT:
            continue
        number = document.sentence_of(mention.first)
        first, last = document.tokens.sentences[number], document.tokens.sentences[number + 1]
        places = [*_before(persons, mention.first, first), *_behind(persons, mention.last, last)]
        noun = next((place for place in places if _NOUNS.get(word(place).lower, sex) != sex), None)
        if noun is None or persons.inside[noun]:
            continue
        votes = [vote for vote in persons.votes[each.person] if vote.token not in (noun, mention.first)]
        if not any(vote.gender != sex for vote in votes):
            yield _conflict(persons, noun, mention.first, persons.called(each))


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


def _counterpart(persons: Cast) -> Iterator[Conflict]:
    """Find "His counterpart, Juan Roe, was warmer" behind a paragraph about a woman and him."""
    document = persons.document
    word = document.tokens.word
    for pronoun in persons.pronouns:
        number = document.block_of(pronoun)
        block = document.tokens.blocks[number]
        if pronoun != block or not number or word(pronoun).lower not in _OWNERS or persons.inside[pronoun]:
            continue
        sentence = range(pronoun, document.tokens.sentences[document.sentence_of(pronoun) + 1])
        noun = next((token for token in sentence[1:4] if word(token).lower in _FELLOWS), None)
        fellow = persons.between(pronoun, sentence.stop)
        if noun is None or not fellow or not fellow[0].person or word(noun + 1).form != ",":
            continue
        before = document.tokens.blocks[number - 1]
        sex = persons.sexes[pronoun]
        rest = [each for each in persons.between(before, block) if each.person and each.person != fellow[0].person]
        others = [_its(persons, each, range(0)) for each in rest]
        known = all(its not in (sex, "") and lead >= _HINT for its, lead in others)
        if rest and known and not _own_of(persons, before, block, sex):
            yield _conflict(persons, pronoun, rest[-1].token, persons.called(rest[-1]))


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
        around = _own(persons, document.tokens.blocks[number], document.tokens.blocks[number + 1])
        heard = {persons.sexes[each] for each in around}
        least = _LIKELY if heard and title.gender not in heard else _SURE
        if against >= least and all(vote.gender != title.gender for vote in others):
            named = next((each for each in persons.candidates if each.person == person), None)
            there = max((vote for vote in others), key=lambda vote: (vote.weight, -vote.token)).token
            if named is not None:
                yield _conflict(persons, title.token, there, persons.called(named))


_FELLOWS = words(
    "counterpart predecessor successor rival opponent colleague deputy boss coach lawyer spokesman spokeswoman partner"
)
_LIKELY = 1.4  # weight of a given name, where the paragraph has pronouns of its gender alone
_SURE = 1.9  # weight of the other signs: a given name and a pronoun, or two pronouns


def _majesty(persons: Cast) -> Iterator[Conflict]:
    """Find "Her Majesty" in a text that has kings and no queen."""
    document = persons.document
    lowers = document.by_lower
    reigns = {"m": "king" in lowers or "prince" in lowers, "f": "queen" in lowers or "princess" in lowers}
    for sex, owner, other in (("f", "Her", "m"), ("m", "His", "f")):
        if reigns[sex] or not reigns[other]:
            continue
        for word in ("majesty", "highness"):
            for kind in lowers.get(word, ()):
                for place in document.places[kind]:
                    if place and document.tokens.word(place - 1).form in (owner, owner.lower()):
                        ruler = ("king", "prince") if sex == "f" else ("queen", "princess")
                        there = next(
                            spot for lower in ruler for name in lowers.get(lower, ()) for spot in document.places[name]
                        )
                        yield _conflict(persons, place - 1, there)
