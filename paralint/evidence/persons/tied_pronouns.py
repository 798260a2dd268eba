"""Two pronouns that a construction ties to one person, in texts that are damaged elsewhere.

*"I baked," she said, his hands in bandages; "Roe's counsel, Eva Quist, said that her client was ill. "He ate
porridge," he said"; "apologised herself, and said that he had"*: a part of the body that a clause adds is its
subject's, who has just been said to say something says what is quoted, and "herself" is who goes on.
"""

from __future__ import annotations

from collections.abc import Iterator

from paralint.evidence.names.bearers import SAID
from paralint.evidence.names.cast import WINDOW, Candidate, Cast
from paralint.evidence.persons.bound_pronouns import sentence_of
from paralint.evidence.persons.odd_nouns import HINT, SUBJECTS, conflict_at
from paralint.evidence.quotations.reporting import REPORTING
from paralint.evidence.restatements.conflicts import Conflict
from paralint.evidence.words.closed import OF_ONE, words

_WORN = words(
    """
    hand hands eye eyes face arm arms head voice hair foot feet leg legs knee knees finger fingers lip lips cheek cheeks
    back shoulder shoulders mouth teeth heart breath chin brow forehead fist fists thumb elbow elbows ear ears nose neck
    chest skin palm palms wrist wrists ankle coat hat cap scarf gloves glasses spectacles boots shoes sleeves shirt
    jacket bag suitcase rucksack phone tie skirt dress apron helmet umbrella stick cane gaze smile
    """
)
_REACH = 6  # tokens from a subject to the comma behind its verb
_FRONT = 12  # tokens before a name that is still the subject of its sentence


def tied_pronouns(persons: Cast) -> Iterator[Conflict]:
    """Yield the pronouns that are tied to a person whom another pronoun, or a name, gives the other sex."""
    for find in (_added, _quoted, _oneself):
        yield from find(persons)


def _added(persons: Cast) -> Iterator[Conflict]:
    """Find "she said, his hands in bandages"."""
    document = persons.document
    lowers = document.lowers
    for pronoun in persons.pronouns:
        if lowers[pronoun] not in OF_ONE or lowers[pronoun - 1] != "," or persons.inside[pronoun]:
            continue
        if not _WORN.intersection(lowers[pronoun + 1 : pronoun + 2]):
            continue
        begin = max(document.tokens.sentences[document.sentence_of(pronoun)], pronoun - _REACH)
        heard = persons.pronouns_between(begin, pronoun)
        if len(heard) != 1 or lowers[heard[0]] not in SUBJECTS or persons.inside[heard[0]]:
            continue
        if persons.sexes[heard[0]] != persons.sexes[pronoun] and not persons.between(heard[0], pronoun):
            tokens = document.tokens
            here = tokens.span(heard[0], pronoun + 2)
            yield Conflict("gender", here, tokens.span(pronoun, pronoun + 1), 1.0, document.quote(here))


def _quoted(persons: Cast) -> Iterator[Conflict]:
    """Find "Eva Quist, said that her client was ill. “He ate porridge,” he said"."""
    document = persons.document
    tokens, lowers, inside = document.tokens, document.lowers, persons.inside
    for pronoun in persons.pronouns:
        if inside[pronoun] or lowers[pronoun] not in SUBJECTS or SAID.isdisjoint(lowers[pronoun + 1 : pronoun + 2]):
            continue
        block, sentence = tokens.blocks[document.block_of(pronoun)], sentence_of(persons, pronoun)
        begin = pronoun - 1
        while begin > block and (inside[begin - 1] or tokens.word(begin - 1).form in '"“‘”'):
            begin -= 1
        if begin == 0 or pronoun - begin < 3 or inside[begin - 1]:
            continue
        if begin <= block:  # who spoke in the last sentence of the paragraph before speaks on
            block = tokens.blocks[document.block_of(begin - 1)]
        first = max(tokens.sentences[document.sentence_of(begin - 1)], block, begin - WINDOW)
        speaker = _speaker(persons, first, begin)
        if speaker is None or any(not inside[each.token] for each in persons.between(begin, sentence.stop)):
            continue
        its, lead = persons.gender(speaker.person, range(first, sentence.stop))
        if its in ("", persons.sexes[pronoun]) or lead < HINT or _agrees(persons, pronoun, speaker, begin):
            continue
        spoken = (
            each
            for each in persons.between(block, first)
            if each.person and each.person != speaker.person and persons.gender(each.person)[0] != its
        )
        if next(spoken, None) is None:
            yield conflict_at(persons, pronoun, speaker.token, persons.called(speaker))


def _agrees(persons: Cast, pronoun: int, speaker: Candidate, end: int) -> bool:
    """Tell whether what a speaker says begins with the same pronoun: "Quist said that her son was there"."""
    lowers, sex = persons.document.lowers, persons.sexes[pronoun]
    for each in persons.pronouns_between(speaker.token, end):
        if persons.sexes[each] == sex and (lowers[each - 1] == "that" or lowers[each - 1] in REPORTING):
            return all(other.person == speaker.person for other in persons.between(speaker.token, each))
    return False


def _speaker(persons: Cast, first: int, last: int) -> Candidate | None:
    """Return who says something in a sentence: "Roe said that", "Roe's counsel, Eva Quist, of Leer, promised"."""
    document = persons.document
    lowers = document.lowers
    verb = next((token for token in range(first, last) if lowers[token] in REPORTING and not persons.inside[token]), -1)
    named = [each for each in persons.between(first, max(verb, first)) if each.person]
    if not named or named[-1].token - first > _FRONT or lowers[verb - 1] in ("was", "were", "is", "been", "who"):
        return None
    behind = persons.mention(named[-1]).last
    apposed = lowers[behind] == "," and lowers[verb - 1] == ","
    return named[-1] if behind == verb or apposed else None


def _oneself(persons: Cast) -> Iterator[Conflict]:
    """Find "Roe apologised herself, and said that he had"."""
    document = persons.document
    lowers = document.lowers
    for pronoun in persons.pronouns:
        verb = pronoun - 1 - (lowers[pronoun - 1] == "that")
        if persons.inside[pronoun] or lowers[pronoun] not in SUBJECTS or lowers[verb] not in REPORTING:
            continue
        sentence = sentence_of(persons, pronoun)
        if lowers[verb - 1] != "and" or verb <= sentence.start:
            continue
        heard = persons.pronouns_between(sentence.start, pronoun)
        sex = persons.sexes[pronoun]
        if any(persons.sexes[each] == sex for each in heard) or len(persons.between(sentence.start, pronoun)) > 1:
            continue
        own = [each for each in heard if lowers[each] in ("himself", "herself")]
        if own:
            yield conflict_at(persons, pronoun, own[0])
