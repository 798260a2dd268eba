"""Two words side by side that English does not put side by side: "of to", "been relabel", "could has", "of they".

What cannot stand together is known of closed classes: in millions of words "of" is never followed by "have", nor an
article by a preposition. A small word, and each of the 300 commonest, stands for itself here, any other word for all
that it can be by the lexicon, whatever the tagger takes it for (after Atwell 1987 and Bigert & Knutsson 2002, who ask
for unlikely pairs and triples of tags). The table (``tools/build_unmet_pairs.py``) has the pairs that would be met
sixteen times and more if words were mixed, and are met never, or hardly ever. A second table has how much rarer than
chance the others are: a word that fits neither what stands before nor what stands behind it is out of place.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache

from paralint.data import rows
from paralint.data.lines import table
from paralint.evidence.grammar.complements import Slip
from paralint.evidence.words.closed import words as words_of
from paralint.text.document import Document
from paralint.text.lexicon import load as lexicon
from paralint.text.morphology import verb_forms
from paralint.text.words import TokenKind, WordType
from paralint.values import NamedTuple

FILE, HEADER = "unmet_pairs.txt", "# paralint unmet pairs 1\n"
LEVELS, HEADER_OF_LEVELS = "unlikely_pairs.txt", "# paralint unlikely pairs 1\n"
LEAST_LEVEL = 3  # tenths of log10 by which a pair is rarer than chance would have it
_HELP = words_of("help helps helped helping")
_UNFIT = 20  # what both pairs of a word have together that fits nowhere
WORDS = "="
"""Begins the line of the words that stand for themselves."""
CLASS = "."
"""Begins the name of a class."""

_DEGREES = str.maketrans("rtef", "aavv")  # the degrees of an adjective, or an adverb, are one class


class Table(NamedTuple):
    """Attributes:
    words: those that stand for themselves.
    unmet: what does not follow a word or class.
    """

    words: frozenset[str]
    unmet: Mapping[str, frozenset[str]]


def slips(document: Document) -> tuple[Slip, ...]:
    """Return the pairs of words that are not met, in reading order."""
    return tuple(sorted([*_slips(document), *_unfit(document)], key=lambda slip: slip.first))


def _unfit(document: Document) -> Iterator[Slip]:
    """Yield the words that fit neither of their neighbours, with both."""
    words = load().words
    tokens = document.tokens
    kinds = [kind(word, words) for word in tokens.types]
    ids, types = tokens.ids, tokens.types
    for sentence in document.sentences:
        row = [kinds[number] for number in ids[sentence.first : sentence.last]]
        opening = types[ids[sentence.first]].lower
        row[0] = opening if opening in words else ""
        for at in range(1, len(row) - 1):
            one, word, other = row[at - 1 : at + 2]
            before = level(one, word) if one and word and other else 0
            behind = level(word, other) if before else 0
            if behind and before + behind >= _UNFIT and not _may_be_noun(one, word, other):
                token = sentence.first + at
                if document.lowers[token] == "worth" or _helps(document, token - 1):
                    continue  # "finds it worth his while"
                yield Slip("unfit-word", sentence.first + at - 1, sentence.first + at + 1)


def _may_be_noun(one: str, word: str, other: str) -> bool:
    """Whether a word behind an article may be a noun that it hardly ever is: "a sports lawyer", "the will of"."""
    attribute = word.startswith(CLASS) and "s" in word and other.startswith(CLASS) and "n" in other
    return one in ("a", "an", "the") and (attribute or word in ("will", "can", "must", "might", "may", "do"))


def _slips(document: Document) -> Iterator[Slip]:
    table = load()
    tokens = document.tokens
    kinds = [kind(word, table.words) for word in tokens.types]
    unmet, ids, types = table.unmet, tokens.ids, tokens.types
    for sentence in document.sentences:
        for at in range(sentence.first, sentence.last - 1):
            first, second = kinds[ids[at]], kinds[ids[at + 1]]
            if at == sentence.first:  # its capital tells nothing
                first = types[ids[at]].lower if types[ids[at]].lower in table.words else ""
            if first and second and second in unmet.get(first, ()) and not _helps(document, at):
                yield Slip("unmet-pair", at, at + 1)


def _helps(document: Document, at: int) -> bool:
    """Whether a form of "help" stands before a verb in its base form, which may be any: "she helped end the war"."""
    return document.lowers[at] in _HELP and "VB" in verb_forms(document.lowers[at + 1])


def kind(word: WordType, words: frozenset[str]) -> str:
    """Return what a word stands for inside a sentence: itself, or its class; nothing for names, numbers and marks."""
    lower = word.lower
    if word.capital and lower != "i":
        return ""
    if lower in words:
        return lower
    if word.kind is not TokenKind.WORD or not lower[:1].isalpha():
        return ""
    return class_of(lower)


@lru_cache(maxsize=1 << 14)
def class_of(lower: str) -> str:
    """Return the class of a word: letters for all that it can be; nothing if the lexicon does not have it."""
    forms = lexicon().forms(lower)
    return CLASS + "".join(sorted(set(forms.translate(_DEGREES)))) if forms else ""


@lru_cache(maxsize=1)
def load() -> Table:
    """Open the packaged table, once.

    Raises:
        DataError: if the file is missing, damaged or of another version.
    """
    told: dict[str, frozenset[str]] = {}
    for first, rest in table(FILE, HEADER, "unmet pairs", 2):
        told[first] = frozenset(rest.split())
    known = told.pop(WORDS, frozenset())
    return Table(known, told)


@lru_cache(maxsize=1)
def levels() -> Mapping[str, str]:
    """Return what the second data file says of each word or class, a blank before and behind each that follows it.

    Raises:
        DataError: if the file is missing or of another version.
    """
    lines = (line.partition("\t") for line in rows(LEVELS, HEADER_OF_LEVELS, "unlikely pairs"))
    return {first: "\t" + rest.replace("\t", " \t") + " " for first, _, rest in lines}


@lru_cache(maxsize=1 << 16)
def level(first: str, second: str) -> int:
    """Return how much rarer than chance a word or class follows another, in tenths of log10; 0 if it is not rare.

    Raises:
        DataError: if the second data file is missing or of another version.
    """
    line = levels().get(first, "")
    at = line.rfind(f" {second} ")
    if at < 0:
        return 0
    start = line.rindex("\t", 0, at) + 1
    return int(line[start : line.index(" ", start)])


def encode_levels(told: Mapping[str, Mapping[str, int]]) -> str:
    """Return the content of the second data file; the same pairs give the same content."""
    lines = []
    for first, others in sorted(told.items()):
        groups = {
            level: sorted(other for other in others if others[other] == level) for level in sorted(set(others.values()))
        }
        lines.append("\t".join([first, *(f"{level} {' '.join(group)}" for level, group in groups.items())]))
    return HEADER_OF_LEVELS + "".join(f"{line}\n" for line in lines)


def encode(words: frozenset[str], unmet: Mapping[str, frozenset[str]]) -> str:
    """Return the content of a data file; the same pairs give the same content."""
    lines = [(WORDS, words), *sorted(unmet.items())]
    return HEADER + "".join(f"{first}\t{' '.join(sorted(others))}\n" for first, others in lines)
