"""Phrasal verbs: which particle a verb takes for what is done to a thing, or happens to it.

A match is called off, a survey carried out, a fund set up; war breaks out and a deal falls through. Verb and noun
together leave no choice, so any other particle there is wrong. ``phrasal_verbs.txt`` was written by hand. A line has
four fields, parted by tabs: verbs, what the nouns are to them (``t`` the object, or the subject of the passive;
``i`` the subject; else the preposition behind the particle), nouns, the particles that go with these.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache

from paralint.data.lines import table
from paralint.evidence.grammar.government import TIMES
from paralint.evidence.words.closed import VERBS
from paralint.evidence.words.places import places_of
from paralint.text.document import Document
from paralint.text.morphology import lemma, verb_forms
from paralint.values import NamedTuple

FILE = "phrasal_verbs.txt"
HEADER = "# paralint phrasal verbs 1\n"

PARTICLES = frozenset({"off", "out", "up", "down", "on", "over", "in", "away", "through", "across", "back", "apart"})
_BEFORE_PREPOSITION = PARTICLES - {"in", "back", "apart"}
_OF_TIME = frozenset({"on", "in", "at", "for", "with"})
_NAMES = frozenset({"NNP", "NNPS", "CD"})
_NOUNS = frozenset({"NN", "NNS"})
_PHRASE = _NOUNS | {"NNP", "NNPS", "DT", "PRP$", "JJ", "JJR", "JJS", "CD", "POS", "VBN", "VBG", "HYPH", "$"}
_OPENS = frozenset({"DT", "PRP$", "PRP", "NN", "NNS", "NNP", "NNPS", "CD", "JJ", "$", "VBG", "WDT", "WP"})
_GROUP = frozenset({"RB", "MD", "TO"})
_BE = frozenset({"be", "is", "are", "was", "were", "been", "being", "'s", "'re", "get", "got", "gets", "getting"})
_HAVE = frozenset({"have", "has", "had", "'ve"})
_NO_VERB = frozenset({"NN", "NNS", "JJ", "NNP"})
_BEFORE_VERB = frozenset({"TO", "MD", "PRP", "NNS", "NNP", "RB", "VBD", "VBZ"})
_REACH = 6  # tokens of a noun phrase between verb and particle, or behind the particle


class Particle(NamedTuple):
    """A particle that does not go with a verb and its noun.

    Attributes:
        verb, particle: their tokens.
        expected: the one that does.
    """

    verb: int
    particle: int
    expected: str


class Entry(NamedTuple):
    """What the table says of a verb.

    Attributes:
        frame: ``t``, ``i`` or a preposition.
        nouns: the nouns, which a preposition has none of.
        particles: those that go with them, the commonest first.
    """

    frame: str
    nouns: frozenset[str]
    particles: tuple[str, ...]


def misled(document: Document) -> Iterator[Particle]:
    """Yield the particles that do not go with their verb and noun, in order."""
    bounds = document.tokens.sentences
    for particle in places_of(document, PARTICLES):
        sentence = document.sentence_of(particle)
        first, last = bounds[sentence], bounds[sentence + 1]
        if first < particle < last - 1:
            found = _beside(document, particle, first, last) or _behind_object(document, particle, first, last)
            if found is not None:
                yield found


def _beside(document: Document, particle: int, first: int, last: int) -> Particle | None:
    """Return a wrong particle that stands at its verb."""
    verb, lowers, tags = particle - 1, document.lowers, document.tags
    entries = _entries(document, verb, first)
    if not entries:
        return None
    word, after = lowers[particle], lowers[particle + 1]
    known = [entry for entry in entries if entry.frame == after]
    if known:
        timed = particle + 2 < last and (tags[particle + 2] in _NAMES or lowers[particle + 2] in TIMES)
        if timed and after in _OF_TIME:
            return None  # "closed down on Friday"
        return _wrong(verb, particle, word, known) if word in _BEFORE_PREPOSITION else None
    if tags[particle + 1] in _OPENS:
        noun = _head(document, particle + 1, last)
        return _wrong(verb, particle, word, [entry for entry in entries if entry.frame == "t" and noun in entry.nouns])
    frame, noun = _subject(document, verb, first)
    if after == "of" or not noun:
        return None
    return _wrong(verb, particle, word, [entry for entry in entries if entry.frame == frame and noun in entry.nouns])


def _behind_object(document: Document, particle: int, first: int, last: int) -> Particle | None:
    """Return a wrong particle that stands behind the object of its verb: "called the match out"."""
    tags = document.tags
    if tags[particle - 1] not in _NOUNS or tags[particle + 1] in _OPENS or document.lowers[particle + 1] == "of":
        return None
    at = particle - 2
    while at > first and particle - at <= _REACH and tags[at] in _PHRASE and not _entries(document, at, first):
        at -= 1
    if at + 1 == particle - 1 or tags[at + 1] not in ("DT", "PRP$"):
        return None
    noun = document.lemma(particle - 1)
    entries = [entry for entry in _entries(document, at, first) if entry.frame == "t" and noun in entry.nouns]
    return _wrong(at, particle, document.lowers[particle], entries)


def _wrong(verb: int, particle: int, word: str, entries: list[Entry]) -> Particle | None:
    if not entries or any(word in entry.particles for entry in entries):
        return None
    return Particle(verb, particle, entries[0].particles[0])


def _entries(document: Document, verb: int, first: int) -> list[Entry]:
    """Return what the table has on a token, if it is a verb."""
    found = _by_form(document.lowers[verb])
    if not found:
        return []
    tags = document.tags
    if tags[verb] in VERBS or (tags[verb] in _NO_VERB and verb > first and tags[verb - 1] in _BEFORE_VERB):
        return found
    return []


def _head(document: Document, at: int, last: int) -> str:
    """Return the lemma of the noun that ends the phrase at a token."""
    tags, end = document.tags, min(last, at + _REACH)
    while at < end and tags[at] in _PHRASE:
        at += 1
    return document.lemma(at - 1) if tags[at - 1] in _NOUNS else ""


def _subject(document: Document, verb: int, first: int) -> tuple[str, str]:
    """Return whether the noun before a verb undergoes what it tells (``t``) or does it (``i``), and the noun."""
    tags, lowers = document.tags, document.lowers
    at, passive = verb - 1, False
    while at > first and (tags[at] in _GROUP or lowers[at] in _BE or lowers[at] in _HAVE):
        passive = passive or lowers[at] in _BE
        at -= 1
    passive = passive and "VBN" in verb_forms(lowers[verb])
    if at < first or tags[at] not in _NOUNS:
        return "", ""
    return "t" if passive else "i", document.lemma(at)


@lru_cache(maxsize=4096)
def _by_form(form: str) -> list[Entry]:
    table = _table()
    return [entry for base in {lemma(form, tag) for tag in verb_forms(form)} for entry in table.get(base, ())]


@lru_cache(maxsize=1)
def _table() -> Mapping[str, list[Entry]]:
    """Return the table by verb, read once.

    Raises:
        DataError: if the file is missing, damaged or of another version.
    """
    found: dict[str, list[Entry]] = {}
    for verb, frame, nouns, particles in table(FILE, HEADER, "phrasal verbs", 4):
        found.setdefault(verb, []).append(Entry(frame, frozenset(nouns.split()), tuple(particles.split())))
    return found
