"""Verbs in a form that is not to be expected where they stand: "the talks had been hold", "for block the road".

A log-linear model tells from what stands around a verb (``verb_contexts``) how likely each of its forms is there, as in
the literature on errors of verbs (Rozovskaya, Roth & Srikumar 2014). ``tools/build_likely_forms.py`` fits it to news,
half of it as written, half with one verb in another form, so that it knows how the tagger reads what is damaged. A form
is reported if all that it can be is as unlikely as a table tells, by what governs the verb: where several forms are
common, much must speak against the one that is there.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from functools import lru_cache

from paralint.data.sections import Format
from paralint.evidence.grammar.complements import is_of
from paralint.evidence.grammar.linear_model import LinearModel
from paralint.evidence.grammar.log_linear import SCALE, SECTIONS, opened
from paralint.evidence.grammar.slip import Slip
from paralint.evidence.grammar.verb_contexts import LABELS, Context, context, reading, rule_before
from paralint.evidence.words.closed import BE, DO, HAVE, MODALS, words
from paralint.evidence.words.titles import WEEKDAYS
from paralint.text.document import Document
from paralint.text.morphology import word_classes
from paralint.values import NamedTuple

FILE = "likely_forms.bin"
FORMAT = Format(FILE, "forms", b"PLVF", 1, SECTIONS)
_NEVER = frozenset({"NNP", "NNPS", "MD", "IN", "DT", "CD", "FW", "UH"})
_REACH = 9  # tokens in which "with" takes a subject for its own: "with Italy twice turning the scrum"
_SHORTEST = 6  # tokens of a sentence

_OPENS_OBJECT = frozenset({"DT", "PRP$", "CD", "PRP", "RP"})
_BEHIND_RULING = 125  # how unlikely a form must be behind "to" and a word that takes the infinitive
_APART = words("apart earlier later ago before after away off")
_QUALITIES = words(
    """
    possible impossible easy easier hard harder difficult important necessary essential vital better best good wrong
    right safe unsafe polite rude wise unwise nice sad illegal unlawful legal reasonable unfair fair free happy glad
    pleased proud sorry ashamed afraid surprised delighted keen quick slow prone due set ready first last only
    """
)
_LOOSELY = words(
    "go went goes going gone come came comes coming access response appeal appeals claim claims call calls"
)
_PHRASES = frozenset({"in return", "in store", "in need", "in case", "in order", "in fear", "in hope", "by force"})

# How unlikely a form must be, in hundredths of log10, by its governor and by what it can be (and what fits best).
_LIMITS = {
    "have": {"": 150, "B": 100, "D": 100, "BD": 100, "BDO": 100, "G": 200, "BO": 150, "OZ": 250},
    "be": {"": 130, "B": 100, "D": 100, "BDO": 100, "BO": 160, "G": 145, "Z": 125, "OZ": 225, "NO": 130, "DN": 140},
    "do": {"": 100, "G": 125},
    "MD": {"": 125, "DN": 300, "DNO": 250, "D": 250, "BO": 250},
    "TO": {"": 999, "Z": 100, "OZ": 175, "DN": 270, "D": 150, "N": 150, "NO": 150, "DNO": 300},
    "IN": {"": 140, "DN": 130, "D": 150, "B": 130, "BO": 150, "OZ": 275, "Z": 175, "NO": 140, "G": 200, "DNO": 120},
    "PRP": {"": 175, "N": 100, "NO": 110, "G": 150, "Z": 250, "OZ": 250, "BO": 220, "B": 210, "DN": 200},
    "n": {"": 200, "N": 100, "NO": 115, "G>N": 175, "G": 220, "BO": 999, "B": 999, "Z": 250, "OZ": 250, "BNO": 150},
}


class Expected(NamedTuple):
    """A verb with what is expected in its place.

    Attributes:
        unlikely: how unlikely its form is, in hundredths of log10.
        labels: what its form can be.
        best: the likeliest label.
    """

    unlikely: int
    labels: str
    best: str


def slips(document: Document) -> tuple[Slip, ...]:
    """Return the verbs in a form that is not expected, with their governors, in reading order."""
    return tuple(_slips(document))


def _slips(document: Document) -> Iterator[Slip]:
    lowers, tags = document.lowers, document.tags
    verbal = [reading(word.lower)[1] for word in document.tokens.types]
    ids = document.tokens.ids
    for sentence in document.sentences:
        if sentence.last - sentence.first < _SHORTEST:
            continue
        for at in range(sentence.first + 1, sentence.last - 1):
            if not verbal[ids[at]] or tags[at] in _NEVER:
                continue
            if rule_before(lowers, tags, sentence.first, at) not in _LIMITS:
                continue
            here = context(lowers, tags, sentence.first, sentence.last, at)
            limits = _LIMITS.get(here.rule)
            if (
                limits is None
                or _is_another_class(here, lowers[at], tags[at], tags[at + 1])
                or _is_left(document, here, at)
            ):
                continue
            read = expected(here, lowers[at])
            limit = limits.get(f"{read.labels}>{read.best}") or limits.get(read.labels, limits[""])
            if here.rule == "TO" and _BEHIND_RULING < limit < 300 and _is_infinitive(document, here.governor):
                limit = _BEHIND_RULING
            if read.best != "O" and read.unlikely >= limit:
                yield Slip("unlikely-form", max(here.governor, at - 3), at)


def _is_left(document: Document, here: Context, at: int) -> bool:
    """Whether a place is one that no form tells anything of: "so much as scratched", "at 8.30 am wore"."""
    lowers, tags = document.lowers, document.tags
    governor = lowers[here.governor]
    if lowers[at] in ("used", "including", "forecast") or "with" in lowers[max(0, at - _REACH) : at]:
        return True
    if here.rule == "PRP" and tags[here.governor - 1].startswith(("IN", "VB")) and governor in ("it", "you"):
        return True  # "no prospect of it recovering"
    if governor in ("as", "than", "like") or (governor == "am" and tags[here.governor - 1] == "CD"):
        return True
    if here.rule == "IN":  # "in return the museum lends it", "before dawn on Sunday"
        plain = tags[at] in ("NN", "JJ") and tags[at + 1] not in ("DT", "PRP$", "PRP", "NNP", "CD")
        return plain or f"{governor} {lowers[at]}" in _PHRASES
    if _is_inverted(document, here, at) or _is_reduced(document, here, at):
        return True
    if tags[at] != "VBG" or here.rule != "be":
        return False
    if lowers[at + 1] == "by":  # "were digging by floodlight"
        return tags[at + 2] not in ("DT", "PRP$", "NNP", "NNS", "PRP", "CD")
    return lowers[at + 1] == "to" and tags[at + 2] == "VB"


def _is_inverted(document: Document, here: Context, at: int) -> bool:
    """Whether the auxiliary of a verb stands before its subject: "I asked was she having one"."""
    if here.rule != "PRP":
        return False
    before = document.lowers[here.governor - 1]
    asked = "GN" if before in BE else "N" if before in HAVE else "B" if before in DO or before in MODALS else ""
    return not set(asked).isdisjoint(reading(document.lowers[at])[1])


def _is_reduced(document: Document, here: Context, at: int) -> bool:
    """Whether a participle belongs to its noun: "after two tests taken 72 hours apart", "Men led ashore, Sunday."."""
    lowers, tags = document.lowers, document.tags
    if here.rule != "n" or "N" not in reading(lowers[at])[1]:
        return False
    sentence = document.sentences[document.sentence_of(at)]
    end = sentence.last - 1
    if end - 2 > at and lowers[end - 2] == "," and lowers[end - 1] in WEEKDAYS:
        return True
    return tags[at + 1] == "CD" and at + 3 < sentence.last and lowers[at + 3] in _APART


def _is_infinitive(document: Document, to: int) -> bool:
    """Whether "to" stands behind a word that takes the infinitive: "is set to reaches", "plans to returns"."""
    before = document.lowers[to - 1]
    tag = document.tags[to - 1]
    kind = "v" if tag.startswith("VB") else "n" if tag in ("NN", "NNS") else "a" if tag == "JJ" else ""
    if kind == "a":
        return before in _QUALITIES or is_of("a only-infinitive", before)
    return kind != "" and before not in _LOOSELY and is_of(f"{kind} infinitive", before)


def _is_another_class(here: Context, word: str, tag: str, following: str) -> bool:
    """Whether a word behind "be" or "have" is an adjective or a noun as well: "they are exempt", "has close ties"."""
    if here.rule not in ("be", "have"):
        return False
    classes = word_classes(word)
    if "adjective" in classes and tag not in ("VB", "VBP", "VBD"):
        return True
    if "noun" not in classes or tag not in ("NN", "NNS"):
        return False
    return following in ("NN", "NNS") or (here.rule == "have" and following not in _OPENS_OBJECT)


def expected(here: Context, word: str) -> Expected:
    """Return how unlikely the form of a word is in its context.

    Raises:
        DataError: if the data file is missing, damaged or of another version.
    """
    sums = _load().scores(here.features)
    chances = [math.exp(one / SCALE) for one in sums]
    labels = reading(word)[1]
    told = sum(chances[LABELS.index(label)] for label in labels)
    best = LABELS[max(range(len(LABELS)), key=chances.__getitem__)]
    return Expected(round(-100 * math.log10(told / sum(chances))), labels, best)


@lru_cache(maxsize=1)
def _load() -> LinearModel:
    """Open the packaged file, once."""
    return opened(FORMAT, len(LABELS))
