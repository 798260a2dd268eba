"""Auxiliaries and forms of "be" that are lost: "the vaccine going to help", "nine cases found by chance on Friday".

A log-linear model tells how likely it is that a "be" or "have" stood before a participle, an adjective or a determiner,
by what stands around and what else is finite in the sentence (``gap_contexts``). ``tools/build_lost_verbs.py`` fits it
to news, and to the same sentences with one auxiliary taken out. ``lost_auxiliaries`` asks the same of subjects that are
read from the front. How likely the loss must be hangs on what the word at the gap can be and what stands before it.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from paralint.data.sections import Format
from paralint.evidence.grammar.across import governor_across
from paralint.evidence.grammar.gap_contexts import features
from paralint.evidence.grammar.linear_model import LinearModel
from paralint.evidence.grammar.log_linear import SCALE, SECTIONS, opened
from paralint.evidence.grammar.slip import Slip
from paralint.evidence.words.closed import BE, FINITE, HAVE, NOMINATIVE, words
from paralint.text.document import Document
from paralint.text.morphology import verb_forms

FILE = "lost_verbs.bin"
FORMAT = Format(FILE, "lost verbs", b"PLLV", 1, SECTIONS)

_SHORTEST = 8  # tokens of a sentence
_CLOSING = frozenset({"”", '"', "''", "’"})
_VERBS = frozenset({"VBN", "VBG", "VBD", "VB", "VBP"})
_NOMINAL = frozenset({"JJ", "DT", "PRP$"})
_BEFORE_NOMINAL = frozenset({"NN", "NNS", "NNP", "NNPS", "PRP", "RB", "CD"})
_NOT_BEHIND = frozenset({"MD", "TO", "IN", "CC"})
_AUXILIARY = BE | HAVE | {"not", "n't"}
# Verbs whose object has a noun or an adjective for its predicate: "call it a mixed bag".
_OBJECT_PREDICATES = words(
    """
    call calls called calling make makes made making find finds found finding keep keeps kept keeping name names named
    give gives gave giving given consider considers considered leave leaves left leaving deem deems deemed render render
    """
)
_ASKED = BE | HAVE
_SAYS = ("sa", "think", "thought", "believ", "know", "knew", "hop", "fear", "add", "if", "that", "because", "whether")
_NAMES = frozenset({"NN", "NNS", "NNP", "NNPS"})
_ENDS = words(", ; : that which who because although though while when where if whether since until as and but ( –")
_REACH = 6  # tokens in which "with" takes the finite verb away: "with his campaign seen as a ruse"

# How likely the loss must be, in hundredths of a nat of log odds, by the word at the gap and the tag before it.
_LIMITS = {
    "ED": {"n": 200, "N": 175},
    "G": {"n": 100, "N": 140, "PRP": 75},
    "N": {"n": 75, "N": 125, "PRP": 100, "WDT": 25, "WP": 25, ",": 90, "RB": 75},
    "B": {"n": 75},
    "JJ": {"n": 150, "PRP": 75, "N": 250},
    "DT": {"N": 150, "PRP": 60, "RB": 75},
}


def slips(document: Document) -> tuple[Slip, ...]:
    """Return the gaps where an auxiliary is lost, with the words on both sides, in reading order."""
    return tuple(_slips(document))


def _slips(document: Document) -> Iterator[Slip]:
    lowers, tags = document.lowers, document.tags
    for sentence in document.sentences:
        first, last = sentence.first, sentence.last
        end = last - 1 - (lowers[last - 1] in _CLOSING)
        if last - first < _SHORTEST or lowers[end] != ".":
            continue
        for at in range(first + 1, last - 1):
            limit = _limit(lowers, tags, first, at)
            if (
                limit is None
                or governor_across(lowers, tags, first, at) in _ASKED
                or _is_object(lowers, tags, first, at)
                or _is_attribute(lowers, tags, last, at)
            ):
                continue
            if odds(lowers, tags, first, last, at) > limit:
                yield Slip("lost-verb", at - 1, at)


def odds(lowers: list[str], tags: list[str], first: int, last: int, at: int) -> int:
    """Return the log odds of a lost auxiliary before a token, in hundredths of a nat.

    Raises:
        DataError: if the data file is missing, damaged or of another version.
    """
    return round(100 * _load().scores(features(lowers, tags, first, last, at))[0] / SCALE)


def _limit(lowers: list[str], tags: list[str], first: int, at: int) -> int | None:
    """Return how likely the loss of an auxiliary before a token must be; None if nobody asks there."""
    tag, before = tags[at], tags[at - 1]
    if before in _NOT_BEHIND or lowers[at - 1] in _AUXILIARY:
        return None
    if tag in _VERBS:
        what = _verbal(verb_forms(lowers[at]))
    elif tag in _NOMINAL and before in _BEFORE_NOMINAL:
        what = "JJ" if tag == "JJ" else "DT"
        if what == "DT" and before != "RB" and verb_forms(lowers[at - 1]):
            return None  # "the two orbit a common centre"
        if not _OBJECT_PREDICATES.isdisjoint(lowers[first:at]):
            return None
    else:
        return None
    if "with" in lowers[max(first, at - _REACH) : at]:
        return None
    name = "n" if before in ("NN", "NNS") else "N" if before in ("NNP", "NNPS") else before
    return _LIMITS.get(what, {}).get(name)


def _is_object(lowers: list[str], tags: list[str], first: int, at: int) -> bool:
    """Whether a pronoun before the gap is an object, or stands behind its verb: "see it happening", "had it been"."""
    one, two = at - 1, at - 2
    if tags[one] != "PRP":
        return False
    if tags[at] in _NOMINAL and lowers[one] not in NOMINATIVE | {"it"}:
        return True  # "cost her a tooth"
    if two < first:
        return lowers[at] == "all"
    inverted = lowers[two] in _AUXILIARY or tags[two] == "MD"
    behind = lowers[one] in ("it", "you", "her", "him", "them", "us", "me") and tags[two].startswith(("VB", "IN", "TO"))
    return inverted or lowers[at] == "all" or (behind and not lowers[two].startswith(_SAYS))


def _is_attribute(lowers: list[str], tags: list[str], last: int, at: int) -> bool:
    """Whether a finite verb follows in the clause, so that a participle may belong to its subject."""
    if tags[at] in _NOMINAL or tags[at - 1] not in _NAMES:
        return False
    added = False
    for place in range(at + 1, last):
        if lowers[place] == "," and tags[at] == "VBN" and not added:
            added = True  # "samples taken at the mill, a mile above, held"
            continue
        if added and lowers[place] == ",":
            return "VBD" in verb_forms(lowers[place + 1]) or tags[place + 1] in FINITE
        if lowers[place] in _ENDS:
            return False
        if added:
            continue
        if tags[place] in FINITE:
            return True
    return False


def _verbal(forms: frozenset[str]) -> str:
    """Return which kind of participle a word can be; nothing if it is none."""
    if "VBG" in forms:
        return "G"
    if "VBN" not in forms:
        return ""
    return "ED" if "VBD" in forms else "B" if "VB" in forms else "N"


@lru_cache(maxsize=1)
def _load() -> LinearModel:
    """Open the packaged file, once."""
    return opened(FORMAT, 1)
