"""Places where a sentence goes on as English does not: a word lost, added, out of order or in another form.

A linear model looks at each gap between two words: at the words, tags and classes around it, at the finite verbs and
openers of clauses that its clause has on either side, and at the last verb. It was trained on sound text, and on the
same text with slips put into it (``benchmarks/slips``; ``tools/train_odd_places.py``), as a classifier tells damaged
from sound (after Collobert & Weston 2008 and Bigert 2004, who put slips into text to learn and to measure). Features
are hashed into one table of weights, so nothing but the commonest words is stored by name.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from zlib import crc32

from paralint.data import DataError, listed, mapped
from paralint.data.sections import Format
from paralint.evidence.grammar.complements import Slip
from paralint.evidence.grammar.unmet_pairs import class_of, kind, level
from paralint.evidence.grammar.unmet_pairs import load as load_pairs
from paralint.evidence.words.closed import BE, DO, FINITE, HAVE, MODALS, NOMINATIVE, NOUNS, words
from paralint.text.document import Document
from paralint.text.morphology import zipf_frequency
from paralint.text.words import WordType
from paralint.values import NamedTuple

FILE = "odd_places.bin"
SECTIONS = ("words", "checks", "weights", "scale")
FORMAT = Format(FILE, "odd-places", b"PLOP", 1, SECTIONS)
PAD = 3  # places before and behind a sentence at which nothing stands
SURE, DOUBTFUL = 6.5, 5.3
"""From which score on a place is odd, and from which it may be."""
SHORTEST = 5  # tokens of a sentence that is looked at
_PROMISING = -1.2
"""With a lower score after the features of ``_TELLING`` a place is given up: most are, and hardly an odd one."""
_COMMON = 3.3  # Zipf frequency of words that stand for themselves where one word is looked at
_MARKS = frozenset([",", ";", ":", "(", ")", "--", "–", "—", '"', "``", "''", "“", "”", "-", "...", ".", "?", "!"])
_OPENERS = words(
    """
    because although though while if unless whether when where why how who which whom whose what since after before
    until as than once
    """
)
_SAYS = words("said says asked replied added cried answered wrote thought quoth")
_APOSTROPHES = words("' ’ ‘ ´")
_COORDINATORS = words("and but or nor")
_ONE = words("a an one another every each")
_ONE_IN_S = words(
    """
    news means series species subspecies barracks headquarters crossroads gallows works waterworks gasworks steelworks
    ironworks brickworks roadworks sheep deer fish moose bison swine grouse aircraft spacecraft hovercraft offspring
    salmon trout cod squid shrimp plaice elk dice shambles kennels links innings mews bellows chassis corps rendezvous
    bourgeois patois faux-pas sweepstakes oats physics ethics politics gymnastics diabetes measles
    """
)  # "a sheep", "a works": one, though the form is that of many
_OWNED = words("mine hers theirs ours yours")
_AUXILIARIES = BE | DO | HAVE | MODALS
_DESCRIBING = frozenset({"JJ", "JJR", "JJS", "NN", "NNP", "VBN", "VBG"})

# What features are made of: k the word itself if it is common, else its tag; w the word itself if it is not rare, else
# its classes; x its classes by the lexicon; t its tag; S and R what the clause has before and behind; V its last verb;
# U how much rarer than chance the pair of words is. The number is the place, 0 behind the gap.
_TEMPLATES = """
    k-1 k0|k-2 k-1 k0|k-1 k0 k1|k-2 k-1 k0 k1|t-1 t0|t-2 t-1 t0|t-1 t0 t1|t-2 t-1 t0 t1|t-3 t-2 t-1 t0|t-1 t0 t1 t2|
    t-3 t-2 t-1 t0 t1|t-2 t-1 t0 t1 t2|t-3 t-2 t-1 t0 t1 t2|x-1 x0|x-2 x-1 x0|x-1 x0 x1|x-2 x-1 x0 x1|
    w-1 k0|k-1 w0|w-1 w0|w-1 k0 k1|k-2 k-1 w0|w-1 t0 t1|t-2 t-1 w0|w-2 k-1 k0|k-1 k0 w1|w-2 k0|k-1 k1|k-2 k1|
    S0 k0|S0 t-1 t0|S0 t-1 t0 t1|S0 R0 t-1 t0|S0 R0 k0|S0 R0 k-1|V0 k-1 k0|V0 t0 t1|V0 k0|w-1 x0|x-1 w0|
    k-3 k-2 k-1 k0|k-1 k0 k1 k2|S0 R0 k-1 k0|U0 t-1 t0|U0 U-1 U1|U0 k-1|U0 k0|U0 x-1 x0|U0 U1 t0|U-1 U0 t-1|
    w-1 k0 w1|w-2 k-1 w0|V0 k0 w1|V0 k-1 k0 k1|k-2 k-1 k0 k1 k2|w-2 w-1 k0|w-1 t0 t1 t2|V0 S0 R0 k0
"""
# Those that tell most places from odd ones, chosen one by one on damaged articles.
_TELLING = """
    w-1 x0|x-2 x-1 x0|x-1 x0|x-2 x-1 x0 x1|w-2 w-1 k0|k-1 k0 k1|k-1 k0 w1|k-3 k-2 k-1 k0|k-1 k0|w-1 k0 w1|k-2 k-1 k0 k1
"""
_ORDER = (
    "S0",
    "R0",
    "V0",
    "U0",
    "U1",
    "U-1",
    "k0",
    "k-1",
    "k1",
    "k-2",
    "k2",
    "k-3",
    "x0",
    "x-1",
    "x1",
    "x-2",
    "t0",
    "t-1",
    "t1",
    "t-2",
    "t2",
    "t-3",
    "w0",
    "w-1",
    "w1",
    "w-2",
)
MULTIPLIER, MASK, MIXED = 0x9E3779B1, 0xFFFFFFFF, 15


class Step(NamedTuple):
    """What a hash is made of: that of the parts before, and one more. Features that begin alike share the beginning.

    Attributes:
        before: the number of the step before it, 0 for nothing.
        row: of the traits, as ``rows`` has them.
        place: in the row, as against the gap.
        factor: by which the part is told from others that have the same value.
        told: whether a feature ends here.
    """

    before: int
    row: int
    place: int
    factor: int
    told: bool


def _parts(templates: str) -> list[tuple[str, ...]]:
    return [tuple(sorted(each.split(), key=_ORDER.index)) for each in templates.split("|")]


def _steps(features: Iterable[Sequence[str]]) -> tuple[Step, ...]:
    known: dict[Sequence[str], int] = {(): 0}
    steps: list[Step] = [Step(0, 0, 0, 0, False)]
    for parts in features:
        for end, part in enumerate(parts, 1):
            last = end == len(parts)
            if parts[:end] not in known:
                factor = MULTIPLIER * (2 * _ORDER.index(part) + 1) & MASK
                known[parts[:end]] = len(steps)
                row, place = "kwxtSRVU".index(part[0]), int(part[1:])
                steps.append(Step(known[parts[: end - 1]], row, place, factor, last))
            elif last:
                number = known[parts[:end]]
                steps[number] = steps[number]._replace(told=True)
    return tuple(steps[1:])


_FIRST = _parts(_TELLING)
STEPS = _steps([*_FIRST, *sorted(set(_parts(_TEMPLATES)) - set(_FIRST), key=lambda parts: (len(parts), parts))])
"""The steps by which the hashes of all features are made, in order; the first has number 1."""
_TRIED = len(_steps(_FIRST))


class Model(NamedTuple):
    """Attributes:
    words: those that stand for themselves.
    checks: eight bits of the hash of the feature whose weight stands in each slot.
    weights: of the features, as whole numbers, by the bits before those.
    shift: how far a hash of 32 bits is shifted to end in its check.
    unit: what a weight of one stands for.
    """

    words: frozenset[str]
    checks: Sequence[int]
    weights: Sequence[int]
    shift: int
    unit: float


class Traits(NamedTuple):
    """What is known of a word whatever stands beside it.

    Attributes:
        lower: the word in lower case.
        common: the hash of the word if it stands for itself, else 0.
        plain: the hash of the word if it is not rare, or of its classes; 0 if it is a name or a number.
        classes: the hash of its classes; 0 if it is a name or a number.
        paired: what it stands for in pairs of words.
    """

    lower: str
    common: int
    plain: int
    classes: int
    paired: str


def slips(document: Document) -> tuple[Slip, ...]:
    """Return the pairs of words between which a sentence goes on oddly, in reading order."""
    model = load()
    return tuple(
        Slip("odd-place" if score >= SURE else "odd-place-maybe", at - 1, at)
        for at, score in scores(document, model)
        if score >= DOUBTFUL and not _is_excused(document, at)
    )


@lru_cache(maxsize=1)
def _attributive() -> frozenset[str]:
    """Return the nouns that stand in the plural before another noun: "a rights group", "a savings bank"."""
    return frozenset(listed("plural-adjuncts"))


def _is_excused(document: Document, at: int) -> bool:
    """Whether sound text goes on so in a way that the model has seldom seen."""
    lowers = document.lowers
    return _is_told(lowers, at) or _is_one(document, at) or _is_there(document, at) or _is_owned(document, at)


def _is_one(document: Document, at: int) -> bool:
    """Whether one thing has the form of many, or it describes a noun: "a sheep", "a large works", "a rights group"."""
    lowers, tags = document.lowers, document.tags
    for place in (at, at - 1):
        if place < 1 or lowers[place] not in _ONE_IN_S | _attributive():
            continue
        start = place - 1
        while start and tags[start] in _DESCRIBING and lowers[start] not in _ONE and start > place - 3:
            start -= 1
        if lowers[start] not in _ONE:
            continue
        if lowers[place] in _ONE_IN_S or tags[place + 1 : place + 2] == ["NN"]:
            return True
    return False


def _is_there(document: Document, at: int) -> bool:
    """Whether "there" tells the place of a noun, "the fire there began", or ends its phrase, "the longest there is"."""
    lowers, tags = document.lowers, document.tags
    place = at if lowers[at] == "there" else at - 1
    if place < 1 or lowers[place] != "there" or tags[place - 1] not in NOUNS:
        return False
    return place + 1 < len(tags) and (place == at or tags[place + 1] in FINITE)


def _is_owned(document: Document, at: int) -> bool:
    """Whether what somebody has is the subject, "his had come in July", "theirs was sold", or ends it, "his son's"."""
    lowers, tags = document.lowers, document.tags
    before, word = lowers[at - 1], lowers[at]
    if before in ("'s", "’s") and at > 1:
        return word in _MARKS and tags[at - 2] in NOUNS
    if before == "his":
        return word in _AUXILIARIES
    return before in _OWNED and tags[at] in FINITE


def _is_told(lowers: Sequence[str], at: int) -> bool:
    """Whether a speaker stands behind what is said, "said he", or an apostrophe is read as a quotation mark."""
    before, word = lowers[at - 1], lowers[at]
    told = (word in NOMINATIVE and before in _SAYS) or (before in NOMINATIVE and at > 1 and lowers[at - 2] in _SAYS)
    return told or before in _APOSTROPHES or word in _APOSTROPHES


def scores(document: Document, model: Model) -> Iterator[tuple[int, float]]:
    """Yield the tokens before which a sentence is at its oddest, as against their neighbours, with their scores."""
    traits = _traits(document, model.words)
    for sentence in document.sentences:
        if sentence.last - sentence.first < SHORTEST:
            continue
        found = _scores(rows(document, sentence.first, sentence.last, traits), model)
        for at, score in enumerate(found):
            if score > 0 and score >= max(found[max(0, at - 2) : at + 3]):
                yield sentence.first + 1 + at, score * model.unit


def _scores(made: Sequence[Sequence[int]], model: Model) -> list[int]:
    """Return the scores of the gaps of a sentence, or less where the score so far says that a place is not odd.

    What is done for each feature is done for all gaps at once: Python is three times faster at that.
    """
    checks, weights, shift = model.checks, model.weights, model.shift
    first, last = PAD + 1, len(made[0]) - PAD
    totals = [0] * (last - first)
    codes = [totals]
    for before, row, place, factor, told in STEPS[:_TRIED]:
        parts = zip(codes[before], made[row][first + place : last + place], strict=True)
        made_of = [(code := (one ^ part) * factor & MASK) ^ code >> MIXED for one, part in parts]
        codes.append(made_of)
        if told:
            totals = [
                total + weights[slot] if checks[slot := (told_by := code >> shift) >> 8] == told_by & 255 else total
                for total, code in zip(totals, made_of, strict=True)
            ]
    least = _PROMISING / model.unit
    return [
        total if total < least else _score(made, first + gap, [column[gap] for column in codes], total, model)
        for gap, total in enumerate(totals)
    ]


def _score(made: Sequence[Sequence[int]], at: int, codes: list[int], total: int, model: Model) -> int:
    """Return the score of a gap, given the hashes and the total of the first steps."""
    checks, weights, shift = model.checks, model.weights, model.shift
    for before, row, place, factor, told in STEPS[_TRIED:]:
        code = (codes[before] ^ made[row][at + place]) * factor & MASK
        code ^= code >> MIXED
        codes.append(code)
        if told:
            code >>= shift
            if checks[code >> 8] == code & 255:
                total += weights[code >> 8]
    return total


def rows(document: Document, first: int, last: int, traits: Sequence[Traits]) -> tuple[list[int], ...]:
    """Return what features are made of, for each token of a sentence, with nothing before and behind it."""
    ids, tags = document.tokens.ids, document.tags
    known = [traits[ids[at]] for at in range(first, last)]
    tagged = [_code(tags[at]) for at in range(first, last)]
    common = [each.common or tag for each, tag in zip(known, tagged, strict=True)]
    plain = [each.plain or tag for each, tag in zip(known, tagged, strict=True)]
    classes = [each.classes or tag for each, tag in zip(known, tagged, strict=True)]
    lowers = [each.lower for each in known]
    before, verbs = _before(lowers, tags[first:last], plain)
    behind = _behind(lowers, tags[first:last])
    pairs = [0] * len(known)
    for at in range(1, len(known)):
        one, other = known[at - 1].paired, known[at].paired
        pairs[at] = 1 + level(one, other) if one and other else 0
    edge = [0] * PAD
    return tuple(edge + row + edge for row in (common, plain, classes, tagged, before, behind, verbs, pairs))


def _before(lowers: Sequence[str], tags: Sequence[str], plain: Sequence[int]) -> tuple[list[int], list[int]]:
    """Return for each token what its clause has before it, and the last verb there."""
    states, verbs = [], []
    finite = openers = joined = verb = 0
    for at, word in enumerate(lowers):
        states.append(finite * 9 + openers * 3 + joined)
        verbs.append(verb)
        tag = tags[at]
        if word in _MARKS:
            finite = openers = joined = verb = 0
            continue
        if tag in FINITE:
            finite, joined = min(2, finite + 1), 0
        elif word in _OPENERS or (word == "that" and tag in ("IN", "WDT")):
            openers = min(2, openers + 1)
        elif word in _COORDINATORS:
            joined = 1
        if tag.startswith("VB"):
            verb = plain[at]
    return states, verbs


def _behind(lowers: Sequence[str], tags: Sequence[str]) -> list[int]:
    """Return for each token what its clause has from it on."""
    states = [0] * len(lowers)
    finite = openers = joined = 0
    for at in range(len(lowers) - 1, -1, -1):
        word, tag = lowers[at], tags[at]
        if word in _MARKS:
            finite = openers = joined = 0
        elif tag in FINITE:
            finite = min(2, finite + 1)
        elif word in _OPENERS or (word == "that" and tag in ("IN", "WDT")):
            openers = 1
        elif word in _COORDINATORS:
            joined = 1
        states[at] = finite * 4 + openers * 2 + joined
    return states


def _code(text: str) -> int:
    return crc32(text.encode())


def _traits(document: Document, common: frozenset[str]) -> list[Traits]:
    return [traits_of(word, common) for word in document.tokens.types]


def traits_of(word: WordType, common: frozenset[str]) -> Traits:
    """Return what is known of a word, where these are the common ones."""
    lower = word.lower
    itself = lower in common
    name = word.capital and lower != "i"
    classes = "" if name or not lower[:1].isalpha() else class_of(lower)
    code = _code("=" + lower) if itself else 0
    shape = code or (_code(classes) if classes else 0)
    frequent = itself or (not name and zipf_frequency(lower) >= _COMMON)
    plain = _code(lower) if frequent else shape
    return Traits(lower, code, plain, 0 if name else shape, kind(word, load_pairs().words))


@lru_cache(maxsize=1)
def load() -> Model:
    """Open the packaged model, once.

    Raises:
        DataError: if the file is missing, damaged or of another version.
    """
    return decode(mapped(FILE))


def decode(content: bytes | memoryview) -> Model:
    """Return the model that a file holds.

    Raises:
        DataError: if it is damaged or of another version.
    """
    sections = FORMAT.decode(content)
    try:
        told = frozenset(str(sections["words"], "utf-8").split())
        checks, weights = sections["checks"].cast("B"), sections["weights"].cast("b")
        unit = float(str(sections["scale"], "ascii"))
    except (ValueError, TypeError) as error:
        raise DataError(f"paralint/data/{FILE}: damaged") from error
    return Model(told, checks, weights, 25 - len(weights).bit_length(), unit)


def encode(common: frozenset[str], checks: bytes, weights: bytes, unit: float) -> bytes:
    """Return the content of a file; the same model gives the same bytes.

    Args:
        common: the words that stand for themselves.
        checks: a byte for each slot, by which it is known whose weight stands there.
        weights: a signed byte for each slot; the number of slots is a power of two.
        unit: what a weight of one stands for.
    """
    told = " ".join(sorted(common)).encode("utf-8")
    return FORMAT.encode({"words": told, "checks": checks, "weights": weights, "scale": repr(unit).encode("ascii")})
