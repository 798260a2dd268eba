"""Pronouns that their clause or their paragraph ties to one person, whoever else is in reach.

Grammar and discourse leave less freedom than distance does. What somebody is said to want or feel is told by the one
who wants it ("Roe, who said he wanted to see her garden"). The object of a verb is not its subject (Chomsky 1981,
principle B: "Roe gave her a clock" is of somebody else). A paragraph of direct speech that names nobody goes on with
the speaker of the paragraph before. And a sentence that goes on about the one person of the sentence before is about
that person, the more so if the next one is (Grosz, Joshi & Weinstein 1995, "Centering").
"""

from __future__ import annotations

from collections.abc import Collection, Iterator

from paralint.evidence.cast import KNOWN, SAID, WINDOW, Candidate, Cast
from paralint.evidence.conflicts import Conflict
from paralint.evidence.reporting import REPORTING
from paralint.evidence.titles import words
from paralint.text.morphology import verb_forms

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
_LONGEST_FRAME = 16  # tokens from the beginning of a sentence to the pronoun behind "In a statement read by her lawyer"
_SUBJECTS = frozenset(("he", "she"))
_FRONT = 8  # tokens before a name that is still the subject of its sentence: "The leader of the council, Ida Roe"
_BE = words("was is felt feels had been were")


def bound(persons: Cast) -> Iterator[Conflict]:
    """Yield the pronouns that are tied to a person of the other gender."""
    for find in (
        _own_mind,
        _own_clause,
        _object,
        _reflexive,
        _by_proxy,
        _answers,
        _adds,
        _centre,
        _same_speaker,
        _speaks_on,
        _goes_on,
        _unnamed,
    ):
        yield from find(persons)


def _conflict(persons: Cast, pronoun: int, candidate: Candidate, sentence: range) -> Iterator[Conflict]:
    """Yield the conflict of a pronoun with a person, if that person's gender is known to be the other."""
    gender = persons.sexes[pronoun]
    its, lead = persons.gender(candidate.person, sentence)
    if its and its != gender and lead >= KNOWN:
        tokens = persons.document.tokens
        there = persons.witness(candidate.person, gender, sentence)
        here = tokens.span(pronoun, pronoun + 1)
        yield Conflict("gender", here, tokens.span(there, there + 1), 1.0, persons.called(candidate))


def _sentence(persons: Cast, pronoun: int) -> range:
    document = persons.document
    number = document.sentence_of(pronoun)
    first, last = document.tokens.sentences[number], document.tokens.sentences[number + 1]
    return range(max(first, pronoun - WINDOW), min(last, pronoun + WINDOW))


def _reported(persons: Cast, verbs: Collection[str]) -> Iterator[tuple[int, Candidate, range]]:
    """Yield the pronouns behind a verb of saying, each with the verb's subject and its sentence."""
    word = persons.document.tokens.word
    for pronoun in persons.pronouns:
        if persons.inside[pronoun] or word(pronoun).lower not in ("he", "she"):
            continue
        sentence = _sentence(persons, pronoun)
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


def _has_rival(persons: Cast, pronoun: int, begin: int, subject: Candidate, sentence: range) -> bool:
    """Whether somebody else whom the pronoun may mean is named between ``begin`` and it."""
    gender = persons.sexes[pronoun]
    return any(
        each.person != subject.person and not _is_of(persons, each, gender, sentence)
        for each in persons.between(begin, pronoun)
    )


def _own_mind(persons: Cast) -> Iterator[Conflict]:
    """Find "Roe said that he wanted", "Ida Roe, 61, who said he felt"."""
    for pronoun, subject, sentence in _reported(persons, ("said", "says", "admitted", "added")):
        if not _has_a_mind(persons, pronoun + 1, sentence.stop):
            continue
        if not _has_rival(persons, pronoun, _begin(persons, pronoun, 1), subject, sentence):
            yield from _conflict(persons, pronoun, subject, sentence)


def _own_clause(persons: Cast) -> Iterator[Conflict]:
    """Find "Roe said that she knew" where nobody but Roe has been named for a while."""
    for pronoun, subject, sentence in _reported(persons, REPORTING):
        begin = _begin(persons, pronoun, _WHILE)
        heard = persons.pronouns_between(begin, pronoun)
        gender = persons.sexes[pronoun]
        if _has_rival(persons, pronoun, begin, subject, sentence):
            continue
        if not any(persons.sexes[each] == gender for each in heard if not persons.inside[each]):
            yield from _conflict(persons, pronoun, subject, sentence)


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
        sentence = _sentence(persons, pronoun)
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
            or not all(_is_of(persons, each, gender, sentence) for each in others)
        ):
            continue
        yield from _conflict(persons, pronoun, named[-1], sentence)


def _is_of(persons: Cast, candidate: Candidate, gender: str, sentence: range) -> bool:
    """Whether somebody is known to be of the other gender than the given one."""
    its = persons.gender(candidate.person, sentence)[0] if candidate.person else candidate.gender
    return its not in ("", gender)


def _reflexive(persons: Cast) -> Iterator[Conflict]:
    """Find "Ida Roe drove there himself": a reflexive is bound in its clause (principle A)."""
    word = persons.document.tokens.word
    for pronoun in persons.pronouns:
        if persons.inside[pronoun] or word(pronoun).lower not in ("himself", "herself"):
            continue
        sentence = _sentence(persons, pronoun)
        gender = persons.sexes[pronoun]
        named = [each for each in persons.between(sentence.start, pronoun) if each.person]
        if not named or _has_rival(persons, pronoun, sentence.start, named[-1], sentence):
            continue
        if not any(persons.sexes[each] == gender for each in persons.pronouns_between(sentence.start, pronoun)):
            yield from _conflict(persons, pronoun, named[-1], sentence)


def _by_proxy(persons: Cast) -> Iterator[Conflict]:
    """Find "In a statement read by her lawyer, Jan Poe, he said": the words are hers who has the lawyer."""
    document = persons.document
    word = document.tokens.word
    for pronoun in persons.pronouns:
        sentence = _sentence(persons, pronoun)
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


def _answers(persons: Cast) -> Iterator[Conflict]:
    """Find "Ida Roe defended it. “…,” he said": behind a sentence about her alone, the quotation is hers."""
    document = persons.document
    tokens = document.tokens
    word = tokens.word
    for pronoun in persons.pronouns:
        if persons.inside[pronoun] or word(pronoun).lower not in ("he", "she"):
            continue
        number = document.sentence_of(pronoun)
        block = tokens.blocks[document.block_of(pronoun)]
        sentence = _sentence(persons, pronoun)
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
            yield from _conflict(persons, pronoun, found[0], sentence)


def _centre(persons: Cast) -> Iterator[Conflict]:
    """Find "Mr Roe was invited last week. She chose": a paragraph that opens with one person goes on about him."""
    document = persons.document
    tokens = document.tokens
    word = tokens.word
    for pronoun in persons.pronouns:
        number = document.sentence_of(pronoun)
        sentence = _sentence(persons, pronoun)
        if persons.inside[pronoun] or pronoun != sentence.start or word(pronoun).lower not in _SUBJECTS:
            continue
        block = document.block_of(pronoun)
        first = tokens.blocks[block]
        if number == 0 or tokens.sentences[number - 1] != first or pronoun - first > WINDOW or persons.inside[first]:
            continue
        found = persons.between(first, pronoun)
        if len(found) != 1 or not found[0].person or found[0].token - first > _FRONT:
            continue
        if any(persons.sexes[each] == persons.sexes[pronoun] for each in persons.pronouns_between(first, pronoun)):
            continue
        last = persons.mention(found[0]).last
        if word(pronoun + 1).lower in REPORTING and not any(
            word(token).lower in REPORTING and word(token - 1).lower not in _BE for token in range(last, pronoun)
        ):
            continue
        yield from _conflict(persons, pronoun, found[0], sentence)


def _same_speaker(persons: Cast) -> Iterator[Conflict]:
    """Find "“…,” said Ida Roe … . “…,” he said" in one paragraph with nobody else who speaks."""
    document = persons.document
    tokens = document.tokens
    word = tokens.word
    for pronoun in persons.pronouns:
        if persons.inside[pronoun] or word(pronoun).lower not in ("he", "she"):
            continue
        around = pronoun - 1, min(pronoun + 1, len(tokens) - 1)
        if not any(word(token).lower in SAID for token in around):
            continue
        sentence = _sentence(persons, pronoun)
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
        if not all(_is_of(persons, each, gender, sentence) for each in rivals):
            continue
        heard = persons.pronouns_between(block, pronoun)
        if any(persons.sexes[each] == gender and not persons.inside[each] for each in heard):
            continue
        yield from _conflict(persons, pronoun, speakers[0], sentence)


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
    for pronoun in persons.pronouns:
        if persons.inside[pronoun] or word(pronoun).lower not in ("he", "she"):
            continue
        if not {word(pronoun - 1).lower, word(min(pronoun + 1, len(tokens) - 1)).lower} & SAID:
            continue
        number = document.block_of(pronoun)
        block, end = max(tokens.blocks[number], pronoun - WINDOW), tokens.blocks[number + 1]
        sentence = _sentence(persons, pronoun)
        gender = persons.sexes[pronoun]
        found = [each for each in persons.between(block, min(end, pronoun + WINDOW)) if not persons.inside[each.token]]
        named = [each for each in found if each.person]
        if not named or named[0].token > pronoun or any(each.person != named[0].person for each in named):
            continue
        if any(each.gender == gender for each in found):
            continue
        heard = [each for each in persons.pronouns_between(named[0].token, pronoun) if not persons.inside[each]]
        if heard and all(persons.sexes[each] != gender for each in heard):
            yield from _conflict(persons, pronoun, named[0], sentence)


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
    for pronoun in persons.pronouns:
        if persons.inside[pronoun] or word(pronoun).lower not in ("he", "she"):
            continue
        block = document.block_of(pronoun)
        first = tokens.blocks[block]
        if block == 0 or word(pronoun + 1).lower not in SAID or not persons.inside[first + 1]:
            continue
        sentence = _sentence(persons, pronoun)
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
            yield from _conflict(persons, pronoun, found[0], sentence)


def _goes_on(persons: Cast) -> Iterator[Conflict]:
    """Find "Roe said … . She also … . His …" in a paragraph that names Roe alone."""
    document = persons.document
    tokens = document.tokens
    word = tokens.word
    for pronoun in persons.pronouns:
        sentence = _sentence(persons, pronoun)
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
            _is_of(persons, each, gender, range(0)) for each in found if each.person or each.gender == gender
        ):
            continue
        if any(persons.sexes[each] == gender for each in persons.pronouns_between(before, first)):
            continue
        yield from _conflict(persons, odd[0], named[-1], _sentence(persons, odd[0]))
