"""Small words that are lost, too many or others: what belongs between two words, by all that stands around them.

A log-linear model tells for each gap of a sentence (:mod:`paralint.evidence.grammar.gaps`) how likely each preposition,
"to" and nothing at all are there, as in the literature on errors of learners (Tetreault & Chodorow 2008; Gamon 2010;
Rozovskaya & Roth 2010). It knows no slips: it has seen sound text alone, each gap with the word in it taken out. What
is reported stands where something else is likelier by far. ``tools/train_small_words.py`` trains the weights.

A row of weights is one integer with a lane of 16 bits for each class, as in the tagger: adding rows is one addition.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from functools import lru_cache

from paralint.data import DataError, integers, mapped
from paralint.data.sections import Format
from paralint.evidence.grammar.gaps import CLASSES, NUMBERS, Gap, empty, features, filled, is_year, later, modelled
from paralint.evidence.grammar.government import TIMES
from paralint.evidence.grammar.linear_model import row_of
from paralint.evidence.grammar.sound_gaps import has_its_to, is_open, is_sound
from paralint.evidence.words.closed import BE, NOUNS, VERBS, words
from paralint.evidence.words.titles import MONTHS, WEEKDAYS
from paralint.text.document import Document
from paralint.text.memo import Memo
from paralint.text.morphology import is_noun, lemma, verb_forms
from paralint.values import NamedTuple

FILE = "small_words.bin"
SECTIONS = ("keys", "rows")
FORMAT = Format(FILE, "small words", b"PLSW", 1, SECTIONS)
UNIT = 16
"""Steps of a weight in a factor of e."""
ZERO = 128
"""The byte that stands for a weight of nothing."""
_LANE = 16  # bits
_DESCRIBING = frozenset({"DT", "PRP$", "POS", "JJ", "JJR", "JJS"})
_TWO = 2  # tokens before a gap
NAMES = frozenset({"NNP", "NNPS"})
_WIDTH = len(CLASSES)
_MEMO = 1 << 15

LEFT_OUT, ANOTHER, TOO_MANY = "left-out", "another", "too-many"
_LOST, _OTHER, _BEHIND_NOUNS = 4.6, 9.7, 13.0
"""How many nats something else must be likelier by where nothing stands, and where another word does, the last behind a
noun, which any adjunct may follow."""
_NEEDLESS = {"of": 9.0, "to": 10.5} | dict.fromkeys(("in", "for", "on", "at", "with", "from", "by"), 16.0)
"""The same where nothing belongs, behind a verb; most prepositions may begin a phrase of time, place or manner."""
_JUDGED = frozenset(NUMBERS[word] for word in _NEEDLESS)
_BEHIND_OTHERS = 4.0  # more, where nothing belongs and no active verb stands before
_MODEL_GAIN = 4.0  # nats that the language model adds at most
_RELATED = 3.0  # more, where a clause may follow that belongs to the noun: "the value the bonds had gained"
_SHIFTED = 3.0  # more, behind a particle before a late object: "to move back the crowd"
_PLURAL = 2.0  # more, for "to" between a plural and what may be its verb: "attempts use"

_ENDS = frozenset({".", "!", "?", "”", '"', "’", "''", ")"})
_TIMES = MONTHS | WEEKDAYS | words("today tomorrow yesterday tonight last next this every each")
_PERSONS = words("mr mrs ms miss dr sir lord lady dame sen. rep. gov. president")
_SHIFTING = words("dead back up down off over out away open clear home together apart forward aside via")
_NOUNS_TOO = words("help work leave vote date use quit play talk")  # "sought help", "will start work"
_GIVING = words(
    """
    give send excuse show offer pay tell teach award grant hand ask deny owe promise lend sell charge fine spare forgive
    allow assign allot feed guarantee leave serve cost envy bet throw permit refuse bring pass read write quote issue
    accord advance bequeath concede deal dole forward earmark save win wish afford call name elect appoint declare
    rename rebrand deem find see judge rate rank crown dub term keep make consider vote proclaim label brand last take
    """
)  # "she was sent the money", "it cost the firm millions", "he was elected a member"
_OUGHT = words("have has had having need needs needed ought used going able want wants wanted")
_OTHERS = words("rest one two three four others another remainder half thirds quarter balance")
_QUANTITIES = words("much many several early late every each")  # "much of carbon", "early of Friday"
_KEEPING = words("prevent prevents prevented preventing stop stops stopped stopping save")  # "to stop it leaking"


class SmallWord(NamedTuple):
    """A gap in which something else belongs.

    Attributes:
        kind: ``left-out``, ``another`` or ``too-many``.
        before, behind: the tokens on either side.
        token: the token that stands there; the one behind if none does.
        expected: what belongs there; empty if nothing.
    """

    kind: str
    before: int
    behind: int
    token: int
    expected: str


class Model:
    """The opened data file.

    Raises:
        DataError: if ``content`` is no file of this version, or is cut short.
    """

    def __init__(self, content: bytes | memoryview) -> None:
        sections = FORMAT.decode(content)
        if not sections.keys() >= set(SECTIONS) or len(sections["rows"]) != len(sections["keys"]) // 4 * _WIDTH:
            raise DataError(f"paralint/data/{FILE}: cut short")
        self._keys = integers(sections["keys"], "I")
        self._rows = sections["rows"]
        self._none = _lanes(bytes([ZERO]) * _WIDTH)
        self._row = Memo(self._find, _MEMO)

    def _find(self, feature: str) -> int:
        place = row_of(self._keys, feature)
        return self._none if place is None else _lanes(self._rows[place * _WIDTH : (place + 1) * _WIDTH])

    def scores(self, found: list[str]) -> list[float]:
        """Return what features say of each class, in nats."""
        total = sum(map(self._row.__getitem__, found))
        base, mask = ZERO * len(found), (1 << _LANE) - 1
        return [((total >> _LANE * number & mask) - base) / UNIT for number in range(_WIDTH)]


def small_words(document: Document) -> tuple[SmallWord, ...]:
    """Return the small words of a document that are lost, too many or others, in reading order."""
    model = load()
    found = [*_lost(document, model), *_wrong(document, model)]
    return tuple(sorted(found, key=lambda each: each.token))


def _lost(document: Document, model: Model) -> Iterator[SmallWord]:
    for gap in empty(document):
        if gap.words[gap.at] in _TIMES or gap.words[gap.at] in _PERSONS or not _ended(gap):
            continue
        if _is_in_name(document, gap) or _is_attribute(gap):
            continue
        scores = _scores(model, gap, 0, _LOST)
        if scores is None:
            continue
        best = max(range(1, _WIDTH), key=scores.__getitem__)
        lost = scores[best] - scores[0] >= _LOST + _allowance(gap, CLASSES[best])
        if lost and not is_sound(gap, CLASSES[best]):
            yield SmallWord(LEFT_OUT, gap.token - 1, gap.token, gap.token, CLASSES[best])


def _is_in_name(document: Document, gap: Gap) -> bool:
    """Whether a gap is inside a name or a title, or before one: "the One Kind Favour album"."""
    before, behind = document.tokens.word(gap.token - 1), document.tokens.word(gap.token)
    inside = before.capital and gap.at > 1 and gap.tags[gap.at - 1] not in NAMES
    return inside or (behind.capital and gap.tags[gap.at] not in NAMES and behind.lower != "i")


def _is_attribute(gap: Gap) -> bool:
    """Whether what stands before a gap describes or counts the noun behind it, or both are one name."""
    tags, at = gap.tags, gap.at
    tag, after = tags[at - 1], tags[at]
    if tag in NAMES and after in NAMES:
        return True
    described = after in NOUNS and tag in ("JJ", "JJR", "JJS", "CD")
    return described and at >= _TWO and tags[at - _TWO] in ("DT", "PRP$", "IN", "JJ", "POS")


def _ended(gap: Gap) -> bool:
    """Whether a sentence has a mark at its end: headlines leave small words out."""
    return gap.words[-1] in _ENDS


def _allowance(gap: Gap, expected: str) -> float:
    """Return how many nats more are asked for where sound text leaves small words out; infinite if it mostly does."""
    _, _, lowers, tags, at = gap
    left, right, tag = lowers[at - 1], lowers[at], tags[at - 1]
    if tags[at] == "CD" and (tag in VERBS or tag in ("RB", "RP", "IN") or right == "one") and not is_year(right):
        return math.inf  # "rose 3.5 per cent"
    if expected == "from" and tags[at] == "VBG" and not _KEEPING.isdisjoint(lowers[max(0, at - 6) : at]):
        return math.inf
    if expected == "to" and (right in _NOUNS_TOO or left.startswith("help")) and tag in VERBS:
        return math.inf
    forms = verb_forms(right) if expected == "to" and tag in NOUNS else frozenset()
    if "VBD" in forms or ("VB" in forms and tags[at] in ("NN", "NNS")):
        return math.inf  # "the authority put", a compound
    giver = at - 2 if tag == "PRP" and at >= 2 else at - 1
    if tags[giver] in VERBS and lemma(lowers[giver], tags[giver]) in _GIVING:
        return math.inf
    if tag in NAMES and tags[at] in NAMES:
        return math.inf
    more = _RELATED if tags[at] == "CD" or left == "half" else 0.0
    if tag in ("NN", "NNS") and tags[at] in NAMES and expected != "of":
        more += _PLURAL  # "the neighbouring countries Sweden and Norway"
    if expected == "to" and tag == "NNS":
        more += _PLURAL
    if left in _SHIFTING and at >= 2 and tags[at - 2] in VERBS:
        more += _SHIFTED
    if (tag in NOUNS or tag in ("CD", "DT", "WP")) and expected != "to" and later(gap):
        if tags[0] == "IN" and "," not in lowers[:at]:
            return math.inf  # "for the members the sums are no kinder"
        more += _RELATED
    return more


def _wrong(document: Document, model: Model) -> Iterator[SmallWord]:
    for gap in filled(document):
        if gap.filler not in _JUDGED or not _ended(gap):
            continue
        word = CLASSES[gap.filler]
        needless = _NEEDLESS[word] + (0.0 if _is_active(gap) else _BEHIND_OTHERS)
        noun = _is_noun(gap) and word not in ("of", "to")
        other = _BEHIND_NOUNS if noun else _OTHER
        scores = _scores(model, gap, gap.filler, min(other, needless))
        if scores is None:
            continue
        best = max(range(_WIDTH), key=scores.__getitem__)
        if scores[best] - scores[gap.filler] < (other if best else needless) or _is_adjunct(gap, word):
            continue
        if not (is_open(gap, CLASSES[best]) if best else word == "to" and has_its_to(gap)):
            yield SmallWord(ANOTHER if best else TOO_MANY, gap.token - 1, gap.token + 1, gap.token, CLASSES[best])


def _is_noun(gap: Gap) -> bool:
    """Whether a noun stands before a gap, though it may be read as a verb: "his first pay from the mine"."""
    tags, at = gap.tags, gap.at
    return tags[at - 1] in NOUNS or (at >= _TWO and tags[at - 1] in ("VB", "VBP") and tags[at - _TWO] in _DESCRIBING)


def _is_active(gap: Gap) -> bool:
    """Whether a verb that may have an object stands before a gap, or a quantity."""
    _, _, lowers, tags, at = gap
    left, before = lowers[at - 1], lowers[at - 2] if at >= 2 else ""
    if left in _QUANTITIES:
        return True
    return tags[at - 1] in VERBS and left not in BE and not (tags[at - 1] == "VBN" and before in BE)


def _is_adjunct(gap: Gap, word: str) -> bool:
    """Whether a phrase may go with any verb or noun: an amount, a state or means without an article, a time."""
    _, _, lowers, tags, at = gap
    left, right, tag, after = lowers[at - 1], lowers[at], tags[at - 1], tags[at]
    if word == "to" and after == "VB":
        return left in BE or left in _OUGHT
    if after == "PRP" or right in _NOUNS_TOO:
        return True  # "wrote to her", "asked for leave"
    if word in ("of", "to"):
        return False
    if tag in ("RB", "RP") or left in _OTHERS:
        return True  # "turned back with spare tents", "the rest by the state"
    if after in ("CD", "$") or not TIMES.isdisjoint(lowers[at : at + 3]):
        return True
    bare = after in ("NN", "NNS", "VB", "VBP") and is_noun(right)
    return bare and (at + 1 == len(lowers) or tags[at + 1] not in NOUNS) and tag not in ("NN", "NNS", "JJ")


def _scores(model: Model, gap: Gap, filler: int, limit: float) -> list[float] | None:
    """Return what belongs in a gap, in nats; None if what stands there is likely enough."""
    scores = model.scores(features(gap))
    if max(scores) - scores[filler] < limit - _MODEL_GAIN:
        return None
    return [one + other for one, other in zip(scores, model.scores(modelled(gap)), strict=True)]


def _lanes(weights: bytes | memoryview) -> int:
    """Return weights of a byte as a vector, whose lanes have room for the sum of 256 of them."""
    lanes = bytearray(2 * len(weights))
    lanes[::2] = weights
    return int.from_bytes(lanes, "little")


@lru_cache(maxsize=1)
def load() -> Model:
    """Open the packaged model, once.

    Raises:
        DataError: if the file is missing, damaged or of another version.
    """
    return Model(mapped(FILE))


def encode(rows: Mapping[int, bytes]) -> bytes:
    """Return the content of a data file; the same rows give the same bytes.

    Args:
        rows: a byte for each class, by the CRC-32 of the feature.
    """
    from array import array

    ordered = sorted(rows)
    return FORMAT.encode({"keys": array("I", ordered).tobytes(), "rows": b"".join(rows[each] for each in ordered)})
