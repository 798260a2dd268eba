"""Subjects and their verb groups, read from the front of each clause, boldly.

``predicates`` says nothing where anything leaves a doubt. Here a clause is read from where it may begin: a noun phrase,
what belongs to it (phrases with prepositions, participles, relative clauses, additions in commas), the auxiliaries and
the verb. Words are taken by the forms that they can have and not by their tags alone, since the tagger reads a verb
that is damaged as something else. What is read so may be wrong in one of twenty clauses, so the rules that ask for it
are heard in damaged pages only.
"""

from __future__ import annotations

from collections.abc import Iterator

from paralint.evidence.grammar.clause_parts import OPENERS, SAYING, Group, group_at, is_closed, noun_phrase
from paralint.evidence.grammar.predicates import FINITE, NOMINATIVE, NOUNS, Words, sentences
from paralint.evidence.grammar.subject_phrases import read_subject
from paralint.evidence.words.closed import QUOTES, words
from paralint.evidence.words.titles import WEEKDAYS
from paralint.text.document import Document
from paralint.text.morphology import verb_forms
from paralint.values import NamedTuple

_ALSO_OPENERS = words("after before since as once until")
_COORDINATORS = frozenset({"and", "but"})


class Predication(NamedTuple):
    """A subject and its verb group.

    Attributes:
        start: the first token of the subject, a relative pronoun too.
        head: the noun or pronoun that tells what the subject is; for a relative pronoun the noun that it stands for.
        end: the token behind the subject.
        group: its verbs.
        kind: ``main`` at the head of its sentence, ``inner`` in it, ``relative``; ``bare`` if the only verb is a
            participle that could as well be an attribute, but nothing else is there for a predicate.
    """

    start: int
    head: int
    end: int
    group: Group
    kind: str


def predications(document: Document) -> tuple[tuple[Words, Predication], ...]:
    """Return the subjects with their verb groups, in reading order."""
    return document.derive(_predications)


def _predications(document: Document) -> tuple[tuple[Words, Predication], ...]:
    found: list[tuple[Words, Predication]] = []
    for here in sentences(document):
        found.extend((here, read) for read in _read(here))
    return tuple(found)


def main_clauses(document: Document) -> Iterator[tuple[Words, Predication]]:
    """Yield the first main clause of each sentence that has one."""
    seen = -1
    for here, read in predications(document):
        if read.kind == "main" and here.first != seen:
            seen = here.first
            yield here, read


def openings(document: Document) -> Iterator[tuple[Words, int]]:
    """Yield the tokens where a subject may begin, with their sentences."""
    for here in sentences(document):
        if here.words[here.last - 1] != "?":
            for start in _starts(here):
                yield here, start


def _read(here: Words) -> Iterator[Predication]:
    if here.words[here.last - 1] == "?":
        return
    done = here.first
    opening = _fronted(here, _first(here))
    for start in _starts(here):
        if start < done:
            continue
        read = read_subject(here, start)
        if read is None:
            continue
        head, end, reduced = read
        group = group_at(here, end)
        kind = "main" if start == opening else "inner"
        if group is not None and group.finite and here.words[group.first] != "'d":
            yield Predication(start, head, end, group, kind)
            done = group.verb
        elif reduced >= 0 and is_closed(here, reduced + 1):
            past = "VBD" in verb_forms(here.words[reduced])
            yield Predication(start, head, reduced, Group(reduced, reduced, False, past, ()), kind if past else "bare")
            done = end
        elif group is not None and is_closed(here, group.verb + 1):
            yield Predication(start, head, end, group, "bare")
            done = group.verb
    yield from _relatives(here)


def _relatives(here: Words) -> Iterator[Predication]:
    for at in range(here.first + 1, here.last - 2):
        if here.words[at] not in ("who", "which", "that"):
            continue
        before = at - 1 - (here.words[at - 1] == ",")
        if before < here.first or here.tags[before] not in (*NOUNS, "DT", "CD", "PRP"):
            continue
        if here.words[at] == "that" and here.tags[at + 1] not in (*FINITE, "RB", "VBN"):
            continue
        group = group_at(here, at + 1)
        if group is not None and group.finite:
            yield Predication(at, before, at + 1, group, "relative")


def _first(here: Words) -> int:
    """Return the first token of a sentence behind quotation marks and conjunctions."""
    first = here.first
    while here.word(first) in QUOTES or here.word(first) in ("but", "and", "yet", "however", "meanwhile"):
        first += 1
        first += here.word(first) == ","
    return first


def _starts(here: Words) -> Iterator[int]:
    """Yield the tokens where a clause may begin."""
    first = _first(here)
    fronted = _fronted(here, first)
    if fronted > first and here.words[first] in OPENERS | _ALSO_OPENERS:
        yield first + 1
    yield fronted
    for at in range(fronted + 1, here.last - 2):
        before, tag = here.words[at - 1], here.tags[at - 1]
        if before in OPENERS:
            if before == "that" and (tag != "IN" or here.tag(at - 2) in ("NN", "NNS", "NNP", "DT", "PRP")):
                continue  # "the plan that the council approved"
            if tag in ("IN", "WRB", "RB"):
                yield at
        elif before in SAYING and tag in ("VBD", "VBZ", "VBP"):
            if here.words[at - 2] not in QUOTES and here.words[at - 2] != ",":
                yield at
        elif (
            before == "whose"
            or (before in _COORDINATORS and here.word(at - 2) in (",", ";"))
            or before in (";", ":", "–", "—")
        ):
            yield at


def _fronted(here: Words, first: int) -> int:
    """Return where the subject of a sentence begins, behind the phrases or the clause that open it and their comma."""
    word, tag = here.word(first), here.tag(first)
    if word in NOMINATIVE or tag in ("DT", "PRP$", "NNP", "EX") or (tag in ("NN", "NNS", "CD", "PRP") and word != "it"):
        return first
    phrase = tag in ("IN", "TO", "RB", "VBG", "VBN", "WRB") or word in ("yesterday", "today")
    if tag == "IN":
        behind = noun_phrase(here, first + 1)
        if here.word(first + 1) in WEEKDAYS and here.tag(first + 2) in ("NNS", "NNP", "NN", "CD", "JJ"):
            return first + 2
        begins = here.tag(behind) in ("PRP", "DT", "PRP$") or here.word(behind) in ("about", "around", "nearly", "more")
        if behind > first + 1 and begins:
            return behind
    if not phrase:
        return first
    clause = word in ("if", "when", "although", "because", "though", "while", "as", "since", "after", "before", "once")
    for comma in range(first + 1, min(first + 22, here.last - 3)):
        if here.words[comma] != ",":
            continue
        if here.tags[comma + 1] in ("DT", "PRP$", "PRP", "NNP", "NNS", "CD", "NN", "JJ", "EX"):
            return comma + 1
        if not clause:
            return first
    return first
