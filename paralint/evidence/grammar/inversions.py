"""Auxiliaries before their subject in a statement: "he wondered where should it go", "on Monday will he call".

English turns subject and auxiliary round in questions, in conditions without "if", behind negative and restrictive
words in front, and behind "so", "nor", "as" and "than" (Quirk et al. 1985, 18.24 and 3.24). Languages with the verb in
second place do it behind whatever stands in front, and in indirect questions a learner does. An inversion is told here
if nothing in front of it licenses it and its sentence asks nothing.
"""

from __future__ import annotations

from collections.abc import Iterator

from paralint.evidence.grammar.predicates import Words
from paralint.evidence.grammar.slip import Slip
from paralint.evidence.words.closed import DO, NOMINATIVE, words
from paralint.evidence.words.titles import MONTHS, WEEKDAYS
from paralint.text.document import Document
from paralint.text.morphology import verb_forms

_MODALS = frozenset({"will", "would", "can", "could", "might", "must"})
_HAVE = frozenset({"has", "have", "had"})
_BE = frozenset({"is", "are", "was", "were"})
_NEUTRAL = frozenset({"it", "there", "you"})
_DETERMINERS = frozenset({"the", "a", "his", "her", "their", "its", "our", "my"})
_ADVERBS = frozenset({"where", "when", "why", "how"})
_WH = _ADVERBS | {"what", "whom"}
_SHORTEST = 3  # tokens from an auxiliary to the end of a subject and its verb
_SUBJECTS = frozenset({"who", "which"})  # are often the subject themselves
_ASKS = _WH | _SUBJECTS | {"whether"}
_TOLD = words("tell tells told telling ask asks asked asking show shows showed remind reminded")
_QUESTIONS = words("question questions doubt doubts clue clues idea")
_LICENSES = words(
    """
    never nor neither not n't only hardly rarely seldom scarcely barely little few so such than as no nowhere nothing
    nobody none no-one without until once less both many often or whether that which who  sooner
    """
)
_BREAKS = frozenset({",", ";", ":", "(", ")", "–", "—", "-"}) | frozenset('"“”‘’«»')
_TIMES = MONTHS | WEEKDAYS | words("yesterday today tomorrow now then later afterwards")
_FIRST = frozenset({"IN", "RB", "RBR", "TO", "NNP", "CD"})
_VERBAL = {
    "modal": frozenset({"VB", "RB"}),
    "do": frozenset({"VB", "RB"}),
    "have": frozenset({"VBN", "RB", "DT", "PRP$", "TO", "CD"}),
    "be": frozenset({"VBN", "VBG", "RB", "JJ", "IN", "DT", "TO"}),
}
_KINDS = {
    word: kind
    for kind, listed in (("modal", _MODALS | {"should"}), ("do", DO), ("have", _HAVE), ("be", _BE))
    for word in listed
}


def slips(document: Document) -> tuple[Slip, ...]:
    """Return the inversions of a document that nothing licenses, in order."""
    return tuple(_slips(document))


def _slips(document: Document) -> Iterator[Slip]:
    tags, lowers = document.tags, document.lowers
    for sentence in document.sentences:
        first, last = sentence.first, sentence.last
        if last - first < 5 or "?" in lowers[first:last] or "." not in lowers[last - 2 : last]:
            continue
        for at in range(first + 1, last - 3):
            kind = _KINDS.get(lowers[at])
            if kind is None or tags[at] == "NN":
                continue
            found = _inversion(Words(lowers, tags, first, last), at, kind)
            if found is not None:
                yield found


def _inversion(here: Words, at: int, kind: str) -> Slip | None:
    tags, lowers, first = here.tags, here.words, here.first
    start = _clause(lowers, first, at)
    front = lowers[start:at]
    asks = next((place for place in range(at - 1, max(start, at - 4) - 1, -1) if lowers[place] in _ASKS), None)
    subject = lowers[at + 1]
    if asks is not None:
        governed = asks > first and _is_governed(tags, lowers, first, asks)
        if not governed or not _is_question(tags, lowers, asks, at):
            return None
        if subject in NOMINATIVE | _NEUTRAL:
            ends = kind == "be" and lowers[at + 2] in (".", ",")  # "who was he"
            told = _goes_on(tags, lowers, at + 1, kind) and lowers[asks] not in _SUBJECTS
            return Slip("inversion", asks, at + 1) if told or (ends and lowers[at] in ("was", "were")) else None
        end = here.phrase(at + 1 + (subject == "so"))
        if end == at + 1 or end >= here.last or tags[end - 1] not in ("NN", "NNS", "NNP"):
            return None
        return Slip("inversion", asks, end - 1) if _ends_question(here, asks, at, end, kind) else None
    if not front or not _LICENSES.isdisjoint(front):
        return None
    if tags[start] not in _FIRST and lowers[start] not in _TIMES:
        return None
    if _has_subject(tags, lowers, start, at):
        return None
    if lowers[at] == "should":
        return None  # "in the next race should he run": a condition
    if subject in NOMINATIVE and kind != "be":
        return Slip("inversion", at, at + 1) if tags[at + 2] in _VERBAL[kind] else None
    if subject in _DETERMINERS - {"a", "her"} and kind in ("modal", "do") and tags[at + 2] in ("NN", "NNS"):
        return Slip("inversion", at, at + 2) if tags[at + 3] == "VB" else None
    if subject in _DETERMINERS - {"a", "the"} and kind == "have" and tags[at + 2] in ("NN", "NNS"):
        return Slip("inversion", at, at + 2) if tags[at + 3] in ("CD", "DT", "PRP$", "VBN") else None
    return None


def _clause(lowers: list[str], first: int, at: int) -> int:
    """Return where the clause of an auxiliary begins: behind the last mark or conjunction in front of it."""
    for place in range(at - 1, first - 1, -1):
        if lowers[place] in _BREAKS or lowers[place] in ("and", "but", "because", "if", "although", "while"):
            return place + 1
    return first


def _is_governed(tags: list[str], lowers: list[str], first: int, asks: int) -> bool:
    """Whether a verb, an adjective or a preposition asks for the clause that an interrogative opens.

    Behind "is" and "because" speakers ask outright: "the question is how do you pay".
    """
    before = asks - 1
    if before < first or lowers[before] in _BE or lowers[before] in ("'s", "because", "be", "thought", "think"):
        return False
    if tags[before] in ("IN", "TO") and (before == first or lowers[before - 1] in _BREAKS):
        return False  # "To whom did they go"
    if tags[before] in ("NN", "NNS"):
        return lowers[before] in _QUESTIONS or not _TOLD.isdisjoint(lowers[max(first, before - 2) : before])
    return tags[before][:2] in ("VB", "IN", "JJ", "PR", "RP") or lowers[before] in ("to", "exactly")


def _is_question(tags: list[str], lowers: list[str], asks: int, at: int) -> bool:
    """Whether between interrogative and auxiliary stands no subject: "how hot", "what time", but not "what he"."""
    between = range(asks + 1, at)
    if lowers[asks] == "how":
        return all(tags[place] in ("JJ", "RB", "NNS", "NN") for place in between)
    return not between or (lowers[asks] in ("what", "which") and all(tags[place] in ("NN", "NNS") for place in between))


def _ends_question(here: Words, asks: int, at: int, end: int, kind: str) -> bool:
    """Whether behind a subject that ends before ``end`` stands what the auxiliary in front of it asks for."""
    word, tag, asking = here.words[end], here.tags[end], here.words[asks]
    if kind in ("modal", "do"):
        if tag == "VB" or "VB" in verb_forms(word):
            return True
        # "When will the bridge open": the tagger took the verb into the phrase.
        swallowed = word in (".", ",") and "VB" in verb_forms(here.words[end - 1]) and end - at > _SHORTEST
        return swallowed and asking not in _SUBJECTS
    if asking in _SUBJECTS or here.words[at + 1] not in _DETERMINERS | {"so"}:
        return False
    if kind == "have":
        return tag in ("VBN", "VBD", "JJ") and "VBN" in verb_forms(word)
    if asking not in _ADVERBS | {"whether"}:
        return False
    # "How high is the price of": a statement may end here, too.
    return tag in _VERBAL[kind] or word in (",", ".")


def _goes_on(tags: list[str], lowers: list[str], subject: int, kind: str) -> bool:
    behind = subject + 1
    return tags[behind] in _VERBAL[kind] or (kind == "be" and lowers[behind] in (",", "."))


def _has_subject(tags: list[str], lowers: list[str], start: int, at: int) -> bool:
    """Whether what stands in front of an auxiliary may be its subject, and not only phrases of time and place."""
    place = start
    while place < at:
        tag = tags[place]
        if tag in ("RB", "RBR") or lowers[place] in _TIMES:
            place += 1
            continue
        if tag not in ("IN", "TO"):
            return True
        place += 1
        nouns = False
        while place < at and tags[place] in ("DT", "JJ", "NN", "NNS", "NNP", "CD", "PRP$", "POS", "HYPH"):
            nouns = True
            place += 1
        if not nouns:
            return True
    return False
