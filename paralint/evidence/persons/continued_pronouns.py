"""Pronouns that the run of a paragraph ties to one person: who is spoken of goes on being spoken of.

A sentence that goes on about the persons of the sentence before is about one of them, the more so if it opens with the
pronoun (Grosz, Joshi & Weinstein 1995, "Centering"). A quotation behind a sentence about one person is that person's,
and a speaker who adds something is the one who spoke. A paragraph of direct speech that names nobody goes on with the
speaker of the paragraph before.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator

from paralint.evidence.names.bearers import SAID
from paralint.evidence.names.cast import KNOWN, WINDOW, Candidate, Cast
from paralint.evidence.names.genders import PRONOUN_WEIGHT
from paralint.evidence.names.mentions import mentions
from paralint.evidence.persons.bound_pronouns import conflict_of, is_of, reported, sentence_of
from paralint.evidence.persons.expected_pronouns import ends_with_human
from paralint.evidence.quotations.reporting import REPORTING
from paralint.evidence.restatements.conflicts import Conflict
from paralint.evidence.words.closed import words

_SPOUSES = {
    "his": words("husband ex-husband boyfriend"),
    "her": words("wife ex-wife girlfriend"),
}
_FORMER = words("former late first second third new future ex")
_OPENERS = words("at in on after before by when later during then since until within from")
_ADVERBIAL = 6  # tokens of a phrase of time or place before the subject
_CLAUSE = 16  # tokens of a relative clause
_SUBJECTS = frozenset(("he", "she"))
_FRONT = 8  # tokens before a name that is still the subject of its sentence: "The leader of the council, Ida Roe"
_BE = words("was is felt feels had been were")


def continued(persons: Cast) -> Iterator[Conflict]:
    """Yield the pronouns that go on about a person of the other gender."""
    for find in (_answers, _adds, _centre, _same_speaker, _spouse, _disagree, _speaks_on, _goes_on, _unnamed):
        yield from find(persons)


def _subjects(persons: Cast) -> Iterator[int]:
    """Yield every "he" and "she" of the writer's own."""
    word = persons.document.tokens.word
    for pronoun in persons.pronouns:
        if not persons.inside[pronoun] and word(pronoun).lower in ("he", "she"):
            yield pronoun


def _answers(persons: Cast) -> Iterator[Conflict]:
    """Find "Ida Roe defended it. “…,” he said": behind a sentence about her alone, the quotation is hers."""
    document = persons.document
    tokens = document.tokens
    word = tokens.word
    for pronoun in _subjects(persons):
        number = document.sentence_of(pronoun)
        block = tokens.blocks[document.block_of(pronoun)]
        sentence = sentence_of(persons, pronoun)
        begin = _quoted_from(persons, sentence.start, block)
        if begin <= block or not {word(pronoun - 1).lower, word(min(pronoun + 1, len(tokens) - 1)).lower} & SAID:
            continue
        number = document.sentence_of(begin - 1)
        first = max(tokens.sentences[number], block, begin - WINDOW)
        found = persons.between(first, begin)
        if len(found) != 1 or not found[0].person or found[0].token - first > _FRONT:
            continue
        if any(not persons.inside[each.token] for each in persons.between(begin, sentence.stop)):
            continue
        if any(persons.sexes[each] == persons.sexes[pronoun] for each in persons.pronouns_between(block, begin)):
            continue
        spoken = (
            word(place).lower in SAID
            for each in persons.between(block, first)
            if each.person and each.person != found[0].person
            for place in (each.token - 1, persons.mention(each).last)
        )
        if not any(spoken):
            yield from conflict_of(persons, pronoun, found[0], sentence)


def _centre(persons: Cast) -> Iterator[Conflict]:
    """Find "Ida Roe passed to Eva Lund. He scored": who is spoken of next is somebody of the sentence before."""
    document = persons.document
    tokens = document.tokens
    word = tokens.word
    for pronoun in persons.pronouns:
        number = document.sentence_of(pronoun)
        sentence = sentence_of(persons, pronoun)
        if persons.inside[pronoun] or word(pronoun).lower not in _SUBJECTS or not _opens(persons, pronoun, sentence):
            continue
        first = tokens.blocks[document.block_of(pronoun)]
        before = tokens.sentences[number - 1] if number else -1
        if before < first or pronoun - first > WINDOW or any(persons.inside[before:pronoun]):
            continue
        if any(persons.sexes[each] == persons.sexes[pronoun] for each in persons.pronouns_between(first, pronoun)):
            continue
        found = persons.between(before, pronoun)
        named = [each for each in found if each.person]
        if not named or (before > first and not _same_cast(persons, first, before, named, pronoun)):
            continue
        if ends_with_human(persons, pronoun):
            continue
        if named[0].token - before > _FRONT or not all(
            is_of(persons, each, persons.sexes[pronoun], sentence) for each in found
        ):
            continue
        last = persons.mention(named[0]).last
        if word(pronoun + 1).lower in REPORTING and not any(
            word(token).lower in REPORTING and word(token - 1).lower not in _BE for token in range(last, pronoun)
        ):
            continue
        yield from conflict_of(persons, pronoun, named[-1], sentence)


def _opens(persons: Cast, pronoun: int, sentence: range) -> bool:
    """Whether a pronoun opens its sentence, a phrase of time or place without persons passed over: "At noon he"."""
    return pronoun == sentence.start or (
        pronoun - sentence.start <= _ADVERBIAL
        and not persons.between(sentence.start, pronoun)
        and persons.document.tokens.word(sentence.start).lower in _OPENERS
    )


def _same_cast(persons: Cast, first: int, before: int, named: list[Candidate], pronoun: int) -> bool:
    """Whether nobody else of the gender of a pronoun, or of unknown gender, is told of earlier in its paragraph."""
    known = {each.person for each in named}
    gender = persons.sexes[pronoun]
    told = {each.token for each in persons.between(first, before)}
    layer = persons.document.derive(mentions)
    begin, end = bisect_left(layer.firsts, first), bisect_left(layer.firsts, before)
    if any(each.full and each.first not in told for each in layer.all[begin:end]):
        return False  # a name that may be a person's: Joss Stone
    return all(
        each.person in known or is_of(persons, each, gender, range(0)) for each in persons.between(first, before)
    )


def _spouse(persons: Cast) -> Iterator[Conflict]:
    """Find "his former husband" in a paragraph about a woman, of a text that tells of her husband or wedding."""
    document = persons.document
    tokens = document.tokens
    word = tokens.word
    for pronoun in persons.pronouns:
        owner, spouses = word(pronoun).lower, _SPOUSES.get(word(pronoun).lower, ())
        noun = pronoun + 2 if word(min(pronoun + 1, len(tokens) - 1)).lower in _FORMER else pronoun + 1
        if persons.inside[pronoun] or noun >= len(tokens) or word(noun).lower not in spouses:
            continue
        block = document.block_of(pronoun)
        heard = persons.pronouns_between(tokens.blocks[block], tokens.blocks[block + 1])
        others = [each for each in heard if each != pronoun and not persons.inside[each]]
        if not others or any(persons.sexes[each] == persons.sexes[pronoun] for each in others):
            continue
        right = "her" if owner == "his" else "his"
        told = (
            place
            for each in persons.pronouns
            if word(each).lower in (right, "she" if owner == "his" else "he") and each != pronoun
            for place in (each + 1, each + 2)
            if place < len(tokens) and (word(place).lower in spouses or word(place).lower == "married")
        )
        there = next(told, None)
        if there is not None:
            yield Conflict(
                "gender", tokens.span(pronoun, pronoun + 1), tokens.span(there - 1, there + 1), 1.0, word(noun).form
            )


def _disagree(persons: Cast) -> Iterator[Conflict]:
    """Find "Roe, 58, said that he …" and "said Roe, who had lost her …" of somebody whose gender nothing else tells."""
    document = persons.document
    tokens = document.tokens
    heard: dict[str, dict[str, list[int]]] = {}
    for pronoun, subject, _ in reported(persons, REPORTING):
        heard.setdefault(subject.person, {"f": [], "m": []})[persons.sexes[pronoun]].append(pronoun)
    for candidate in persons.candidates:
        if candidate.person not in heard or persons.inside[candidate.token]:
            continue
        last = persons.mention(candidate).last
        if last + 1 >= len(tokens) or tokens.word(last).form != "," or tokens.word(last + 1).lower != "who":
            continue
        end = min(tokens.sentences[document.sentence_of(last) + 1], last + _CLAUSE)
        pronouns = persons.pronouns_between(last, end)
        if pronouns and not persons.between(last, pronouns[0]) and not persons.inside[pronouns[0]]:
            heard[candidate.person][persons.sexes[pronouns[0]]].append(pronouns[0])
    for person, by_sex in heard.items():
        if any(vote.weight != PRONOUN_WEIGHT for vote in persons.votes.get(person, ())):
            continue
        if len(by_sex["f"]) + len(by_sex["m"]) > 1 and min(len(by_sex["f"]), len(by_sex["m"])) == 1:
            fewer, more = sorted(by_sex.values(), key=lambda places: (len(places), places))
            here, there = tokens.span(fewer[0], fewer[0] + 1), tokens.span(more[0], more[0] + 1)
            yield Conflict("gender", here, there, 1.0, person.title())


def _same_speaker(persons: Cast) -> Iterator[Conflict]:
    """Find "“…,” said Ida Roe … . “…,” he said" in one paragraph with nobody else who speaks."""
    document = persons.document
    tokens = document.tokens
    word = tokens.word
    for pronoun in _subjects(persons):
        around = pronoun - 1, min(pronoun + 1, len(tokens) - 1)
        if not any(word(token).lower in SAID for token in around):
            continue
        sentence = sentence_of(persons, pronoun)
        block = max(tokens.blocks[document.block_of(pronoun)], pronoun - WINDOW)
        if not (persons.inside[pronoun - 2] or persons.inside[pronoun - 3]):
            continue
        speakers = [
            each
            for each in persons.between(block, pronoun)
            if not persons.inside[each.token] and each.person and _says(persons, each)
        ]
        gender = persons.sexes[pronoun]
        if not speakers or any(each.person != speakers[0].person for each in speakers):
            continue
        rivals = (
            each
            for each in persons.between(block, pronoun)
            if not persons.inside[each.token] and each.person != speakers[0].person and not _is_owned(persons, each)
        )
        if not all(is_of(persons, each, gender, sentence) for each in rivals):
            continue
        heard = persons.pronouns_between(block, pronoun)
        if any(persons.sexes[each] == gender and not persons.inside[each] for each in heard):
            continue
        yield from conflict_of(persons, pronoun, speakers[0], sentence)


def _is_owned(persons: Cast, candidate: Candidate) -> bool:
    """Whether a noun is told of somebody: "whose husband"."""
    return not candidate.person and persons.document.tokens.word(candidate.token - 1).lower in (
        "whose",
        "his",
        "her",
        "my",
    )


def _says(persons: Cast, candidate: Candidate) -> bool:
    """Whether a verb of saying stands right before or behind a name."""
    word = persons.document.tokens.word
    mention = persons.mention(candidate)
    around = (mention.title - 1, min(mention.last, len(persons.document.tokens) - 1))
    return any(token >= 0 and word(token).lower in SAID for token in around)


def _adds(persons: Cast) -> Iterator[Conflict]:
    """Find "Roe … her advice … . “…,” he adds" in a paragraph that names Roe alone."""
    document = persons.document
    tokens = document.tokens
    word = tokens.word
    for pronoun in _subjects(persons):
        if not {word(pronoun - 1).lower, word(min(pronoun + 1, len(tokens) - 1)).lower} & SAID:
            continue
        number = document.block_of(pronoun)
        block, end = max(tokens.blocks[number], pronoun - WINDOW), tokens.blocks[number + 1]
        sentence = sentence_of(persons, pronoun)
        gender = persons.sexes[pronoun]
        found = [each for each in persons.between(block, min(end, pronoun + WINDOW)) if not persons.inside[each.token]]
        named = [each for each in found if each.person]
        if not named or named[0].token > pronoun or any(each.person != named[0].person for each in named):
            continue
        if any(each.gender == gender for each in found):
            continue
        heard = [each for each in persons.pronouns_between(named[0].token, pronoun) if not persons.inside[each]]
        if heard and all(persons.sexes[each] != gender for each in heard):
            yield from conflict_of(persons, pronoun, named[0], sentence)


def _quoted_from(persons: Cast, token: int, block: int) -> int:
    """Return where the direct speech begins that a sentence of the writer's ends; -1 if it does not begin with it."""
    document = persons.document
    inside = persons.inside
    if token + 1 >= len(document.tokens) or not (inside[token] or inside[token + 1]):
        return -1
    while token > block and (inside[token - 1] or document.tokens.word(token - 1).form in '"“‘'):
        token -= 1
    return token


def _speaks_on(persons: Cast) -> Iterator[Conflict]:
    """Find the paragraph "“…,” he said" behind one whose only person is a woman who speaks."""
    document = persons.document
    tokens = document.tokens
    word = tokens.word
    for pronoun in _subjects(persons):
        block = document.block_of(pronoun)
        first = tokens.blocks[block]
        last = len(tokens) - 1
        if block == 0 or word(min(pronoun + 1, last)).lower not in SAID or not persons.inside[min(first + 1, last)]:
            continue
        sentence = sentence_of(persons, pronoun)
        before = max(tokens.blocks[block - 1], pronoun - WINDOW)
        if any(not persons.inside[each.token] for each in persons.between(first, sentence.stop)):
            continue
        if any(not persons.inside[each] for each in persons.pronouns_between(first, pronoun)):
            continue
        found = [each for each in persons.between(before, first) if not persons.inside[each.token]]
        if not found or len({each.person for each in found}) != 1 or not found[0].person:
            continue
        heard = [each for each in persons.pronouns_between(before, first) if not persons.inside[each]]
        speaks = any(word(token).lower in SAID for each in heard for token in (each - 1, each + 1))
        if speaks and all(persons.sexes[each] != persons.sexes[pronoun] for each in heard):
            yield from conflict_of(persons, pronoun, found[0], sentence)


def _goes_on(persons: Cast) -> Iterator[Conflict]:
    """Find "Roe said … . She also … . His …" in a paragraph that names Roe alone."""
    document = persons.document
    tokens = document.tokens
    word = tokens.word
    for pronoun in persons.pronouns:
        sentence = sentence_of(persons, pronoun)
        if persons.inside[pronoun] or pronoun != sentence.start or word(pronoun).lower not in ("he", "she"):
            continue
        block = document.block_of(pronoun)
        first, last = tokens.blocks[block], min(tokens.blocks[block + 1], pronoun + WINDOW)
        found = persons.between(max(first, pronoun - WINDOW), last)
        if not found or len({each.person for each in found}) != 1 or not found[0].person:
            continue
        number = document.sentence_of(pronoun)
        if found[0].token >= pronoun or document.sentence_of(found[0].token) < number - 1:
            continue
        others = [each for each in persons.pronouns_between(first, last) if not persons.inside[each]]
        opposite = [each for each in others if persons.sexes[each] != persons.sexes[pronoun]]
        later = next((each for each in opposite if each > pronoun), None)
        if later is None or len(others) != len(opposite) + 1:
            continue
        its, lead = persons.gender(found[0].person, range(first, last))
        if its == persons.sexes[pronoun] or (its and lead < KNOWN):
            continue
        if its or later == tokens.sentences[number + 1]:
            here, there = tokens.span(pronoun, pronoun + 1), tokens.span(later, later + 1)
            yield Conflict("gender", here, there, 1.0, persons.called(found[0]))


def _unnamed(persons: Cast) -> Iterator[Conflict]:
    """Find "He read on until her voice gave out. Then he …" in a paragraph without names, behind one about a man."""
    document = persons.document
    tokens = document.tokens
    for block in range(1, len(tokens.blocks) - 1):
        first, last = tokens.blocks[block], tokens.blocks[block + 1]
        heard = [each for each in persons.pronouns_between(first, last) if not persons.inside[each]]
        if (
            not len(heard) >= 3
            or last - first > WINDOW
            or any(each.token < heard[-1] for each in persons.between(first, last))
        ):
            continue
        odd = [each for each in heard if persons.sexes[each] != persons.sexes[heard[0]]]
        if len(odd) != 1 or odd[0] == heard[-1]:
            continue
        gender = persons.sexes[odd[0]]
        before = tokens.blocks[max(0, block - 2)]
        found = persons.between(max(before, first - WINDOW), first)
        named = [each for each in found if each.person]
        if not named or not all(
            is_of(persons, each, gender, range(0)) for each in found if each.person or each.gender == gender
        ):
            continue
        if any(persons.sexes[each] == gender for each in persons.pronouns_between(before, first)):
            continue
        yield from conflict_of(persons, odd[0], named[-1], sentence_of(persons, odd[0]))
