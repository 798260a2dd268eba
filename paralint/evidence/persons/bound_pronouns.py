"""Pronouns that their clause ties to one person, whoever else is in reach.

Grammar leaves less freedom than distance does. What somebody is said to want or feel is told by the one who wants it
("Roe, who said he wanted to see her garden"). The object of a verb is not its subject, and a reflexive is (Chomsky
1981, principles B and A: "Roe gave her a clock" is of somebody else, "Roe saw herself" is not). What is read out by
somebody's lawyer is said by that somebody.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator

from paralint.evidence.names.bearers import SAID
from paralint.evidence.names.cast import KNOWN, WINDOW, Candidate, Cast
from paralint.evidence.quotations.reporting import REPORTING
from paralint.evidence.restatements.conflicts import Conflict
from paralint.evidence.words.closed import words
from paralint.text.morphology import verb_forms
from paralint.text.words import TokenKind

_MINDS = words(
    """
    wanted wants hoped hopes wished wishes felt feels feared fears intended intends loved loves hated hates enjoyed
    enjoys regretted regrets preferred prefers longed longs missed misses dreamed dreamt dreams worried worries
    """
)
_MOODS = words(
    """
    glad happy proud sorry pleased delighted confident ashamed afraid sad disappointed relieved surprised grateful
    worried unaware thrilled honoured honored angry furious frustrated devastated excited ecstatic overjoyed sure
    certain determined
    """
)
_AUXILIARIES = words("had has would did does never still always also only just really not n't")
_WHILE = 3  # sentences before a clause in which nobody else of the gender of its pronoun is named
_PROXIES = words(
    """
    lawyer lawyers solicitor solicitors attorney attorneys barrister agent publicist spokesman spokeswoman spokesperson
    representative representatives office family
    """
)
_NOBODY = words("every each any no")  # a noun behind which is nobody's in the next sentence
_LONGEST_FRAME = 16  # tokens from the beginning of a sentence to the pronoun behind "In a statement read by her lawyer"
_BE = words("was is felt feels had been were")


def bound(persons: Cast) -> Iterator[Conflict]:
    """Yield the pronouns that are tied to a person of the other gender."""
    for find in (_own_mind, _own_clause, _object, _reflexive, _by_proxy, _one_speaker):
        yield from find(persons)


def conflict_of(persons: Cast, pronoun: int, candidate: Candidate, sentence: range) -> Iterator[Conflict]:
    """Yield the conflict of a pronoun with a person, if that person's gender is known to be the other."""
    gender = persons.sexes[pronoun]
    its, lead = persons.gender(candidate.person, sentence)
    if its and its != gender and lead >= KNOWN:
        tokens = persons.document.tokens
        there = persons.witness(candidate.person, gender, sentence)
        here = tokens.span(pronoun, pronoun + 1)
        yield Conflict("gender", here, tokens.span(there, there + 1), 1.0, persons.called(candidate))


def sentence_of(persons: Cast, pronoun: int) -> range:
    """Return the tokens of a pronoun's sentence, those near it if it is very long."""
    document = persons.document
    number = document.sentence_of(pronoun)
    first, last = document.tokens.sentences[number], document.tokens.sentences[number + 1]
    return range(max(first, pronoun - WINDOW), min(last, pronoun + WINDOW))


def reported(persons: Cast, verbs: Collection[str]) -> Iterator[tuple[int, Candidate, range]]:
    """Yield the pronouns behind a verb of saying, each with the verb's subject and its sentence."""
    word = persons.document.tokens.word
    for pronoun in persons.pronouns:
        if persons.inside[pronoun] or word(pronoun).lower not in ("he", "she"):
            continue
        sentence = sentence_of(persons, pronoun)
        said = pronoun - 2 if word(pronoun - 1).lower == "that" else pronoun - 1
        if said <= sentence.start or word(said).lower not in verbs:
            continue
        subject = _subject(persons, said, sentence) or _apposed(persons, said, sentence)
        if subject is not None:
            yield pronoun, subject, sentence


def _begin(persons: Cast, pronoun: int, sentences: int) -> int:
    """Return where so many sentences before that of a pronoun begin, or its window where that is nearer."""
    document = persons.document
    begin = document.tokens.sentences[max(0, document.sentence_of(pronoun) - sentences)]
    return max(begin, pronoun - WINDOW)


def has_rival(persons: Cast, pronoun: int, begin: int, subject: Candidate, sentence: range) -> bool:
    """Whether somebody else whom the pronoun may mean is named between ``begin`` and it."""
    gender = persons.sexes[pronoun]
    lowers = persons.document.lowers
    return any(
        each.person != subject.person
        and (each.person or each.token >= sentence.start or lowers[each.token - 1] not in _NOBODY)
        and not is_of(persons, each, gender, sentence)
        for each in persons.between(begin, pronoun)
    )


def _own_mind(persons: Cast) -> Iterator[Conflict]:
    """Find "Roe said that he wanted", "Ida Roe, 61, who said he felt"."""
    for pronoun, subject, sentence in reported(persons, ("said", "says", "admitted", "added")):
        if not _has_a_mind(persons, pronoun + 1, sentence.stop):
            continue
        if not has_rival(persons, pronoun, _begin(persons, pronoun, 1), subject, sentence):
            yield from conflict_of(persons, pronoun, subject, sentence)


def _own_clause(persons: Cast) -> Iterator[Conflict]:
    """Find "Roe said that she knew" where nobody but Roe has been named for a while."""
    for pronoun, subject, sentence in reported(persons, REPORTING):
        begin = _begin(persons, pronoun, _WHILE)
        heard = persons.pronouns_between(begin, pronoun)
        gender = persons.sexes[pronoun]
        if has_rival(persons, pronoun, begin, subject, sentence):
            continue
        if not any(persons.sexes[each] == gender for each in heard if not persons.inside[each]):
            yield from conflict_of(persons, pronoun, subject, sentence)


def _has_a_mind(persons: Cast, place: int, end: int) -> bool:
    """Whether a verb of wanting or feeling follows, or "was glad"."""
    word = persons.document.tokens.word
    while place < end and word(place).lower in _AUXILIARIES:
        place += 1
    if place >= end:
        return False
    lower = word(place).lower
    return lower in _MINDS or (
        lower in _BE and any(word(token).lower in _MOODS for token in range(place, min(place + 3, end)))
    )


def _subject(persons: Cast, verb: int, sentence: range) -> Candidate | None:
    """Return the named person before a verb: "Roe said", "Ida Roe, 61, who said"."""
    word = persons.document.tokens.word
    relative = word(verb - 1).lower == "who"
    for candidate in reversed(persons.between(sentence.start, verb)):
        if not candidate.person:
            return None
        mention = persons.mention(candidate)
        between = range(mention.last, verb)
        if not relative:
            return candidate if all(word(token).lower in ("also", "later", "has") for token in between) else None
        inside = [word(token) for token in between]
        plain = all(each.form == "," or each.lower.isdecimal() or each.lower == "who" for each in inside)
        return candidate if plain else None
    return None


def _apposed(persons: Cast, verb: int, sentence: range) -> Candidate | None:
    """Return the named person before a verb whom a remark between commas stands behind: "Roe, a diver, said"."""
    word = persons.document.tokens.word
    if word(verb - 1).form != ",":
        return None
    named = [each for each in persons.between(sentence.start, verb) if each.person]
    for candidate in named:
        last = persons.mention(candidate).last
        if last < verb - 1 and word(last).form == "," and last + 1 < verb - 1:
            others = [each for each in named if each.token > last]
            between = (word(token).form for token in range(last + 1, verb - 1))
            return candidate if not others and "," not in between else None
    return None


def _object(persons: Cast) -> Iterator[Conflict]:
    """Find "Jan Poe gave a book; Ida Roe gave her a clock": nobody gives to "her" what she has herself."""
    document = persons.document
    word = document.tokens.word
    for pronoun in persons.pronouns:
        lower = word(pronoun).lower
        sentence = sentence_of(persons, pronoun)
        if persons.inside[pronoun] or lower not in ("him", "her") or pronoun + 1 >= sentence.stop:
            continue
        if lower == "her" and word(pronoun + 1).lower not in ("a", "an", "the", "that", "to", "and", ".", ","):
            continue  # her clock
        giver = _subject(persons, pronoun - 1, sentence)
        if giver is None or "VBD" not in verb_forms(word(pronoun - 1).lower):
            continue
        gender = persons.sexes[pronoun]
        if persons.gender(giver.person, sentence)[0] != gender:
            continue
        block = document.block_of(pronoun)
        begin = max(document.tokens.blocks[max(0, block - 1)], pronoun - WINDOW)
        others = [each for each in persons.between(begin, giver.token) if each.person != giver.person]
        named = [each for each in others if each.person]
        if (
            not named
            or named[-1].token < sentence.start
            or not all(is_of(persons, each, gender, sentence) for each in others)
        ):
            continue
        yield from conflict_of(persons, pronoun, named[-1], sentence)


def is_of(persons: Cast, candidate: Candidate, gender: str, sentence: range) -> bool:
    """Whether somebody is known to be of the other gender than the given one."""
    its = persons.gender(candidate.person, sentence)[0] if candidate.person else candidate.gender
    return its not in ("", gender)


def _reflexive(persons: Cast) -> Iterator[Conflict]:
    """Find "Ida Roe drove there himself": a reflexive is bound in its clause (principle A)."""
    word = persons.document.tokens.word
    for pronoun in persons.pronouns:
        if persons.inside[pronoun] or word(pronoun).lower not in ("himself", "herself"):
            continue
        sentence = sentence_of(persons, pronoun)
        gender = persons.sexes[pronoun]
        named = [each for each in persons.between(sentence.start, pronoun) if each.person]
        if not named or has_rival(persons, pronoun, sentence.start, named[-1], sentence):
            continue
        if not any(persons.sexes[each] == gender for each in persons.pronouns_between(sentence.start, pronoun)):
            yield from conflict_of(persons, pronoun, named[-1], sentence)


def _one_speaker(persons: Cast) -> Iterator[Conflict]:
    """Find "Ida Roe said that his firm was sound, and that she had bought a dress": one speaker says both.

    What begins the second clause of a report, right behind its "that", is mostly who speaks; and so it is in the first.
    """
    document = persons.document
    lowers, word = document.lowers, document.tokens.word
    for pronoun in persons.pronouns:
        sentence = sentence_of(persons, pronoun)
        first = pronoun - 1 - (lowers[pronoun - 1] == "that")
        if (
            persons.inside[pronoun]
            or first <= sentence.start
            or lowers[first] not in REPORTING
            or lowers[pronoun] in ("him", "himself")
        ):
            continue
        if word(first - 1).kind is TokenKind.PUNCTUATION and not word(first - 2).capital:
            continue
        for other in persons.pronouns_between(pronoun + 1, sentence.stop):
            behind = lowers[other - 2 : other] in (["and", "that"], ["but", "that"]) or lowers[other - 1] == "adding"
            if persons.inside[other] or not behind or persons.sexes[other] == persons.sexes[pronoun]:
                continue
            between = persons.pronouns_between(pronoun + 1, other)
            if any(persons.sexes[each] == persons.sexes[other] for each in between):
                continue  # "she had asked him and that he was sorry"
            named = [each for each in persons.between(sentence.start, first) if each.person]
            if not named or any(each.person != named[0].person for each in persons.between(sentence.start, other)):
                continue
            begin = max(document.tokens.blocks[document.block_of(pronoun)], pronoun - WINDOW)
            gender = persons.sexes[pronoun]
            others = (each for each in persons.between(begin, sentence.start) if each.person)
            if any(each.person != named[0].person and not is_of(persons, each, gender, sentence) for each in others):
                continue
            its, _ = persons.gender(named[0].person, sentence)
            here, there = (pronoun, other) if its != persons.sexes[pronoun] else (other, pronoun)
            spans = [document.tokens.span(token, token + 1) for token in (here, there)]
            yield Conflict("gender", spans[0], spans[1], 1.0, persons.called(named[0]))


def _by_proxy(persons: Cast) -> Iterator[Conflict]:
    """Find "In a statement read by her lawyer, Jan Poe, he said": the words are hers who has the lawyer."""
    document = persons.document
    word = document.tokens.word
    for pronoun in persons.pronouns:
        sentence = sentence_of(persons, pronoun)
        if persons.inside[pronoun] or word(pronoun).lower not in ("he", "she") or pronoun + 1 >= sentence.stop:
            continue
        if word(pronoun - 1).form != "," or word(pronoun + 1).lower not in SAID:
            continue
        opening = word(sentence.start).lower
        if opening not in ("in", "through", "via") or pronoun - sentence.start > _LONGEST_FRAME:
            continue
        heard = persons.pronouns_between(sentence.start, pronoun)
        if (
            len(heard) == 1
            and persons.sexes[heard[0]] != persons.sexes[pronoun]
            and word(heard[0] + 1).lower in _PROXIES
        ):
            tokens = document.tokens
            here, there = tokens.span(pronoun, pronoun + 1), tokens.span(heard[0], heard[0] + 2)
            yield Conflict("gender", here, there, 1.0, document.quote(there))
