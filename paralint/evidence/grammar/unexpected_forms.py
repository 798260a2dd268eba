"""Verbs in a form that nothing around them lets expect: "the boats in the bay was", "the town seize", "she gone home".

Asked are the verbs whose form tells a number, bare verbs and participles that no auxiliary, "to" or preposition asks
for. ``expected_forms`` says how likely each form is in their place. A slip is what cannot have the likeliest form, nor
one that is nearly as likely. Where British English has the plural (a team, a company) nothing is said of it.
"""

from __future__ import annotations

from collections.abc import Iterator

from paralint.evidence.grammar.expected_forms import LABELS, SCALE, form_features, models
from paralint.evidence.grammar.meant_forms import Reading, is_meant, is_told
from paralint.evidence.grammar.slip import Slip
from paralint.evidence.grammar.subject_finder import Signs, signs_of, subjects
from paralint.evidence.words.closed import words
from paralint.evidence.words.places import places_of, tagged
from paralint.text.document import Document
from paralint.text.morphology import lemma, verb_forms, word_classes

_NUMBERED = words("is are was were has have do does")
_LEAST = {"unexpected-number": 2.0, "unexpected-bare": 1.5, "unexpected-participle": 3.5}
_OPEN_BEFORE = frozenset(
    ["NN", "NNS", "NNP", "NNPS", "PRP", "WP", "WDT", "RB", "CC", ",", "EX", "CD", "-RRB-", ":", "RP", "''", "DT", "JJ"]
)
_NO_PREDICATES = words(
    "means ai win find being having be been including according following regarding concerning considering given born"
)
_TOLD = -1.0  # where a word tells the number of the subject
_NEAR = 4  # tokens from a subject to its verb that are reported together


def slips(document: Document) -> tuple[Slip, ...]:
    """Return the verbs in a form that is not expected, in reading order."""
    return tuple(_slips(document))


def _slips(document: Document) -> Iterator[Slip]:
    tokens, tags, lowers = document.tokens, document.tags, document.lowers
    here: Signs | None = None
    for at in _asked(document):
        number = document.sentence_of(at)
        first, last = tokens.sentences[number], tokens.sentences[number + 1]
        if last - first < 4 or at == first:
            continue
        if here is None or here.first != first:
            here = signs_of(lowers, tags, first, last)
        read = reading(here, at)
        told = read is not None and lowers[at] in _NUMBERED and is_told(here, read)
        if read is None or read.odds < (_TOLD if told else _LEAST[read.kind]):
            continue
        if not is_meant(here, at, read):
            head = read.subject.head
            if tokens.word(at).capital:
                continue
            named = tokens.word(head).capital and tags[head] in ("NNS", "PRP") and lowers[head] != "i"
            if named and (head > first or lowers[head + 1] == ","):
                continue  # "Boots, a retailer, is", "the IT firm"
            yield Slip(read.kind, head if 0 < at - head <= _NEAR else at, at)


def _asked(document: Document) -> list[int]:
    """Return the verbs whose form is asked for, ascending."""
    tags, lowers = document.tags, document.lowers
    found = {at for at in places_of(document, _NUMBERED) if tags[at] in ("VBZ", "VBP", "VBD")}
    for at in tagged(document, ("VBZ", "VBP", "VB", "NN", "NNS", "VBN", "VBG", "JJ")):
        if at and tags[at - 1] in _OPEN_BEFORE and at not in found and _may_be_wrong(lowers[at], tags[at]):
            found.add(at)
    return sorted(found)


def _may_be_wrong(word: str, tag: str) -> bool:
    forms = verb_forms(word)
    return bool(forms) and "VBD" not in forms and "'" not in word and word not in _NO_PREDICATES


def reading(here: Signs, at: int) -> Reading | None:
    """Return what the models say of a verb; None if its form fits."""
    finder, model = models()
    found = subjects(finder, here, at)
    word = here.words[at]
    scores = dict(
        zip(LABELS, model.scores(form_features(here, at, bare_form(word, here.tags[at]), found)), strict=True)
    )
    able = fitting(word)
    own = max(scores[label] for label in able)
    if "N" in able or "G" in able:
        kind, others = "unexpected-participle", "ZPD"
    elif word in _NUMBERED or "Z" in able:
        kind, others = "unexpected-number", "P" if "Z" in able else "Z"
    else:
        kind, others = "unexpected-bare", "ZD"
    if not set(others).isdisjoint(able):
        return None
    other = max(others, key=scores.__getitem__)
    odds = (scores[other] - own) / SCALE
    return Reading(found, kind, odds, "P" in able) if odds > _TOLD else None


def fitting(word: str) -> str:
    """Return the forms that a word can have, by the letters of ``LABELS``."""
    if word in _NUMBERED:
        return "Z" if word in ("is", "was", "has", "does") else "P" if word in ("are", "were") else "PB"
    forms = verb_forms(word)
    able = "".join(
        letter
        for letter, form in (("Z", "VBZ"), ("P", "VBP"), ("B", "VB"), ("D", "VBD"), ("N", "VBN"), ("G", "VBG"))
        if form in forms
    )
    return able + "X" if word_classes(word) != {"verb"} or "Z" in able else able


def bare_form(word: str, tag: str) -> str:
    """Return the bare form of a verb, by its tag if it can have that."""
    forms = verb_forms(word)
    return next((lemma(word, form) for form in (tag, "VBZ", "VBD", "VBN", "VBG", "VB") if form in forms), word)
