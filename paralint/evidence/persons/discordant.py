"""Pronouns and nouns of one paragraph that give one person two genders, where damage elsewhere makes that a slip.

*Quennell keeps goats and said his animals had been ill. "I sang to them," she said*: whoever Quennell is, one of the
two pronouns is wrong. What ``continued_pronouns.py`` asks of the name, its gender, need not be known here; the pronouns
disagree among themselves, and nobody else is there whom the odd one may mean.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator

from paralint.evidence.names.bearers import SAID
from paralint.evidence.names.cast import WINDOW, Candidate, Cast, cast
from paralint.evidence.names.mentions import mentions
from paralint.evidence.persons.expected_pronouns import ends_with_human, humans
from paralint.evidence.persons.odd_nouns import HINT, SUBJECTS, conflict_at, odd_nouns, own_pronouns
from paralint.evidence.persons.person_gender import gender_conflicts
from paralint.evidence.persons.tied_pronouns import tied_pronouns
from paralint.evidence.quotations.reporting import REPORTING
from paralint.evidence.restatements.conflicts import Conflict, without_repeats
from paralint.evidence.words.closed import OF_ONE, words
from paralint.evidence.words.sexes import KIN, SEXES
from paralint.text.document import Document

_BESIDE = 6  # tokens from a noun to the name of its bearer
_NEAR = 12  # tokens between a noun and the name of its bearer: "Roe, a lawmaker who"
_FRONT = 8  # tokens before a name that is still the subject of its sentence
_OF_OTHERS = words("resignation arrest dismissal death release funeral body successor predecessor wife husband widow")
_SPOUSES = {"his": words("husband boyfriend ex-husband"), "her": words("wife girlfriend ex-wife")}
_FELLOWS = words(
    "counterpart predecessor successor rival opponent colleague deputy boss coach lawyer spokesman spokeswoman partner"
)


def discordant_genders(document: Document) -> tuple[Conflict, ...]:
    """Return the conflicts discordant-gender of a document (a layer: see ``Document.derive``)."""
    persons = document.derive(cast)
    told = {conflict.here.start for conflict in document.derive(gender_conflicts)}
    finders = (_at_odds, _goes_on, _in_speech, odd_nouns, tied_pronouns)
    found = (conflict for find in finders for conflict in find(persons))
    return without_repeats(conflict for conflict in found if conflict.here.start not in told)


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
        if (its in (sex, "") or lead < HINT) and (each.person or its or not _belongs(persons, each.token)):
            return True
    for token in range(first, last):
        lower = word(token).lower
        if lower in humans() and SEXES.get(lower, sex) == sex and not persons.inside[token]:
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
        own = own_pronouns(persons, block.start, block.stop)
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
            yield conflict_at(persons, odd, other, persons.called(main) if main is not None else "")


def _own_of(persons: Cast, first: int, last: int, sex: str) -> bool:
    return any(persons.sexes[each] == sex for each in own_pronouns(persons, first, last))


def _named_of(persons: Cast, first: int, last: int, sex: str) -> bool:
    return any(_its(persons, each, range(0))[0] == sex for each in persons.between(first, last))


def _odd(persons: Cast, by_sex: dict[str, list[int]], block: range, main: Candidate | None) -> list[tuple[int, int]]:
    """Return the pronoun that is odd, with one of the others; two ways round if nothing tells which."""
    word = persons.document.tokens.word
    if main is not None:
        its, lead = persons.gender(main.person, block)
        if its and lead >= HINT:
            sex = "m" if its == "f" else "f"
            return [(by_sex[sex][0], by_sex[its][0])] if len(by_sex[sex]) == 1 else []
    nouns = {
        each.gender
        for each in persons.between(block.start, block.stop)
        if not each.person and word(each.token - 1).lower not in OF_ONE
    } - {""}  # her husband tells nothing of her that "her" does not
    if len(nouns) == 1:
        (its,) = nouns
        sex = "m" if its == "f" else "f"
        return [(by_sex[sex][0], by_sex[its][0])] if len(by_sex[sex]) == 1 else []
    some, others = sorted(by_sex.values(), key=len)
    if len(some) < len(others):
        return [(some[0], others[0])]
    spouses = [place for (place,) in by_sex.values() if word(place + 1).lower in _SPOUSES.get(word(place).lower, ())]
    if len(spouses) == 1:
        (here,) = spouses  # "telephoned his husband": the wife of most
        return [(here, others[0] if here == some[0] else some[0])]
    said = [
        sex
        for sex, (place,) in by_sex.items()
        if word(place).lower in SUBJECTS and {word(place - 1).lower, word(place + 1).lower} & SAID
    ]
    if len(said) == 1:
        sex = "m" if said[0] == "f" else "f"
        return [(by_sex[sex][0], by_sex[said[0]][0])]
    owners = [place for (place,) in by_sex.values() if word(place).lower in OF_ONE]
    here = owners[0] if len(owners) == 1 else max(some[0], others[0])
    return [(here, others[0] if here == some[0] else some[0])]


def _goes_on(persons: Cast) -> Iterator[Conflict]:
    """Find pronouns that go on about a person of the other sex whom the sentence or paragraph before tells of."""
    for pronoun in persons.pronouns:
        if persons.inside[pronoun]:
            continue
        for tied in (_subject_before, _whose_parent, _fellow_of):
            antecedent = tied(persons, pronoun)
            if antecedent is not None:
                yield conflict_at(persons, pronoun, antecedent.token, persons.called(antecedent))


def _is_other(told: tuple[str, float], sex: str) -> bool:
    """Whether a gender is told, surely enough, and not the one of a pronoun."""
    its, lead = told
    return its not in (sex, "") and lead >= HINT


def _subject_before(persons: Cast, pronoun: int) -> Candidate | None:
    """Find "Ida Roe, their mother, said that. His sons had …": whose a thing is is told in the sentence before."""
    document = persons.document
    sentences = document.tokens.sentences
    number = document.sentence_of(pronoun)
    block = document.tokens.blocks[document.block_of(pronoun)]
    if pronoun != sentences[number] or pronoun == block or number == 0:
        return None
    owned = document.tokens.word(pronoun + 1).lower
    if owned in _OF_OTHERS or owned in KIN or ends_with_human(persons, pronoun):
        return None
    before = sentences[number - 1]
    sex = persons.sexes[pronoun]
    found = [each for each in persons.between(before, pronoun) if each.person and not persons.inside[each.token]]
    if not found or len({each.person for each in found}) != 1 or found[0].token - before > _FRONT:
        return None
    told = persons.gender(found[0].person, range(pronoun, sentences[number + 1]))
    if not told[0]:  # "Seretse", of whom the text has told as Lorato Seretse
        told = _of_family(persons, found[0])
    if not _is_other(told, sex) or _own_of(persons, block, pronoun, sex):
        return None
    heard = _bears(persons, block, pronoun, sex, range(0)) or _has_stranger(persons, block, pronoun)
    return None if heard else found[0]


def _of_family(persons: Cast, candidate: Candidate) -> tuple[str, float]:
    """Return the gender of the one who was last told of in full by a family name."""
    for each in reversed(persons.between(max(0, candidate.token - WINDOW), candidate.token)):
        if each.full and each.person.endswith(f" {candidate.person}"):
            return persons.gender(each.person)
    return "", 0.0


def _whose_parent(persons: Cast, pronoun: int) -> Candidate | None:
    """Find "Ida's mother was there. His father came later"."""
    document = persons.document
    word = document.tokens.word
    if word(pronoun).lower not in OF_ONE or word(pronoun + 1).lower not in KIN:
        return None
    begin = document.tokens.sentences[max(0, document.sentence_of(pronoun) - 1)]
    first = max(document.tokens.blocks[document.block_of(pronoun)], begin)
    named = [each for each in persons.between(first, pronoun) if each.person]
    behind = [persons.mention(each).last for each in named]
    owners = [
        each
        for each, last in zip(named, behind, strict=True)
        if word(last).form in ("'s", "’s") and word(last + 1).lower in KIN
    ]
    if len(owners) != 1 or len({each.person for each in named}) > 2 or own_pronouns(persons, first, pronoun):
        return None
    kin = word(persons.mention(owners[0]).last + 1).lower
    sex = persons.sexes[pronoun]
    told = persons.gender(owners[0].person, range(pronoun, pronoun + 1))
    return owners[0] if SEXES[kin] != sex and _is_other(told, sex) else None


def _fellow_of(persons: Cast, pronoun: int) -> Candidate | None:
    """Find "His counterpart, Juan Roe, was warmer" behind a paragraph about a woman and him."""
    document = persons.document
    word = document.tokens.word
    number = document.block_of(pronoun)
    block = document.tokens.blocks[number]
    if pronoun != block or not number or word(pronoun).lower not in OF_ONE:
        return None
    sentence = range(pronoun, document.tokens.sentences[document.sentence_of(pronoun) + 1])
    noun = next((token for token in sentence[1:4] if word(token).lower in _FELLOWS), None)
    fellow = persons.between(pronoun, sentence.stop)
    if noun is None or not fellow or not fellow[0].person or word(noun + 1).form != ",":
        return None
    before = document.tokens.blocks[number - 1]
    sex = persons.sexes[pronoun]
    rest = [each for each in persons.between(before, block) if each.person and each.person != fellow[0].person]
    known = rest and all(_is_other(_its(persons, each, range(0)), sex) for each in rest)
    return rest[-1] if known and not _own_of(persons, before, block, sex) else None


def _in_speech(persons: Cast) -> Iterator[Conflict]:
    """Find "“My mother is looking,” she said. “He has found it.”"."""
    document = persons.document
    word = document.tokens.word
    for _, block in _blocks(persons):
        pronouns = [
            each
            for each in persons.pronouns_between(block.start, block.stop)
            if persons.inside[each] and word(each).lower in SUBJECTS
        ]
        kin = [
            token
            for token in (block if pronouns else ())
            if persons.inside[token] and word(token).lower in KIN and word(token - 1).lower in ("my", "our")
        ]
        for pronoun in pronouns:
            sex = persons.sexes[pronoun]
            if bisect_left(kin, pronoun) != 1 or SEXES.get(word(kin[0]).lower, sex) == sex:
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
                yield conflict_at(persons, pronoun, kin[0])
            break
