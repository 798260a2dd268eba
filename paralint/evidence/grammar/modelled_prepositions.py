"""Which prepositions do not fit their place, by what a language model expects there.

What stands before a preposition and what stands behind it both say how likely it is. Counts of either end with what is
frequent; a language model has read a hundred thousand times as much. ``tools/build_modelled_prepositions.py`` asks it
once, in sentences of open texts, how likely each of ten prepositions is behind 6,900 verbs, nouns and adjectives, and
before 10,400 nouns, and keeps the means. A preposition that its governor does not like may belong to another word to
the left, or begin an adjunct of the whole clause: the likelihoods behind the words before the governor, the determiner,
the class of the phrase and the tags around go with the two into a small network, which was trained to tell the
prepositions of sound sentences from others put in their place.

Likelihoods are kept as costs: -28 ln of the probability, a byte each.
"""

from __future__ import annotations

import struct
from array import array
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

from paralint.data import DataError, mapped
from paralint.evidence.grammar.bare_frames import PLACES
from paralint.evidence.grammar.government import NOTHING, Site, sites, slot_at
from paralint.evidence.grammar.governors import FILE as COUNTED
from paralint.evidence.grammar.governors import VALENCY
from paralint.evidence.grammar.governors import load as load_governors
from paralint.evidence.grammar.prepositions import Phrase, key, phrase
from paralint.evidence.words.closed import words
from paralint.text.document import Document
from paralint.text.morphology import lemma
from paralint.values import NamedTuple

FILE = "modelled_prepositions.bin"
JUDGED = ("about", "at", "by", "for", "from", "in", "of", "on", "to", "with")
COST = 28  # cost units in a factor of e
WIDTH = len(JUDGED) + 1  # the last one: a noun phrase without preposition
KINDS = "vpnao"
CLASSES = "tqmngbio"
DETERMINERS = ("-", "a", "the", "this")
DETERMINED = {"-": "-", "a": "an", "the": "the", "this": "this"}
"""The first part of a noun's key, by its determiner; "a" stands for adjectives."""

NUMBERS = 13
MARKS = 297
HIDDEN = 32

_PLACES = {word: at for at, word in enumerate(JUDGED)}
_WORDS = frozenset(JUDGED)

_UNKNOWN = (-9.0,) * WIDTH  # what is as unlikely behind a word of which nothing is known
_GOVERNOR, _PHRASE, _PRIOR = 0.84, 0.56, -0.62  # the weights of the likelihoods in a plain product of them
LEFT = 14  # tokens before the governor that may have the preposition
_CLAUSE = 8  # tokens before the governor in which a relative word may stand
_RELATIVE = frozenset({"WDT", "WP", "WRB"})
_NO_CLASS = len(CLASSES)
_TAG_OF_GOVERNOR = {
    tag: at for at, tag in enumerate(("VB", "VBD", "VBG", "VBN", "VBP", "VBZ", "NN", "NNS", "JJ"), start=1)
}
_BESIDE = "DT IN TO NN NNS NNP JJ MD . , CC PRP PRP$ POS RB WDT WP VB VBD VBZ VBP VBN VBG CD"
_TAG_BESIDE = {tag: at for at, tag in enumerate(_BESIDE.split(), start=1)}
_KIND_OF_TAG = {"NN": "n", "NNS": "n", "JJ": "a", "JJR": "a", "VBN": "v"}
_MAGIC = b"PLMP"
_VERSION = 1
_HEADER = struct.Struct("<4sHHI")  # magic, version, hidden units, rows

_SHARP = -0.25  # the likelihood of the one preposition that a governor has, at the least
_LEAST_SHARP = {"v": 4.0, "p": 4.4, "o": 4.4, "a": 4.4, "n": 5.0}
_LEAST = 6.5
"""The odds, as logarithms, that a preposition must have to be wrong."""
_ADJUNCTS = frozenset({"on", "at", "about", "by"})
_COUNTED = frozenset({"CD", "JJS", "$"})
_ROWS_OF = {"v": "vp", "p": "vpa", "o": "op", "a": "ap"}
LIGHT = words("be have do say get set keep see go become learn")  # anything may stand behind them
_PRONOUNS = words(
    "one ones thing things something anything nothing everything someone anyone somebody anybody those that this"
)  # any preposition stands behind them: "the one about the sea"
_OF_PLACE = frozenset({"at", "in", "on", "from"})
_BODIES = words(
    """
    company firm agency ministry department bank branch unit subsidiary group authority council works plant reactor
    refinery smelter depot yard shipyard mill brewery dairy laboratory reservoir dam pit quarry colliery institute
    academy faculty foundation charity trust union federation commission committee newspaper broadcaster
    """
)
_PARTS = words(
    """
    outskirts outskirt edge edges capital mayor middle center centre heart suburb suburbs part parts side front back end
    beginning start bottom top north south east west rest half quarter third majority number numbers lack kind type sort
    form amount quantity share name president leader head chief director governor minister owner owners king queen
    people population history size area border coast shore banks foot summit roof walls doors gates gate entrance
    member members chairman chairwoman spokesman spokeswoman spokesperson inhabitants citizens
    """
)  # whose "of" a place does not excuse
_SIZES = words(
    """
    size speed price prices cost rate rates pace scale height depth length strength volume weight temperature distance
    angle level auction random risk odds capacity intervals
    """
)
_BEFORE_NOUNS = frozenset({"DT", "PRP$", "POS", "JJ", "NN", "IN"})

Row = Sequence[float]


class Misfit(NamedTuple):
    """A preposition that does not fit, or the place of one that is lost.

    Attributes:
        governor, preposition: their tokens, or the first of the noun phrase without preposition.
        expected: the one that fits best.
    """

    governor: int
    preposition: int
    expected: str


class Around(NamedTuple):
    """What stands around a preposition, whichever it is.

    Attributes:
        kind: of governor, as in :class:`paralint.evidence.grammar.government.Slot`.
        complement: the class of the phrase behind, as there.
        determiner: of the phrase.
        tag: of the governor.
        before, behind: the tags of the tokens before the governor and behind the noun.
        earlier, begins: those of the token before that, and of the first one of the phrase.
        relative: whether a relative word stands before the governor, whose phrase may be the object.
        name: whether the phrase is a proper name.
        governor, phrase, prior: how likely each preposition is behind the governor, before the phrase, anywhere.
        left, verb, nearest: how likely it is behind the word that likes it best among those before the governor, the
            last verb of these, and the last of them.
    """

    kind: str
    complement: str
    determiner: str
    tag: str
    before: str
    behind: str
    earlier: str
    begins: str
    relative: bool
    name: bool
    governor: Row
    phrase: Row
    prior: Row
    left: Row
    verb: Row
    nearest: Row


def numbers(around: Around, at: int) -> tuple[float, ...]:
    """Return what the network is told in numbers about the preposition ``JUDGED[at]`` in a place."""
    governor, behind, left = around.governor, around.phrase, around.left
    products = likelihoods(around)
    return (
        governor[at],
        max(-4.0, governor[at]),
        behind[at],
        max(-4.0, behind[at]),
        left[at],
        max(-4.0, left[at]),
        around.verb[at],
        around.nearest[at],
        products[at] - max(products),
        products[at],
        governor[at] - max(governor[:-1]),
        behind[at] - max(behind),
        governor[-1],
    )


def likelihoods(around: Around) -> list[float]:
    """Return how likely each preposition is between its two words."""
    return [
        _GOVERNOR * governor + _PHRASE * behind + _PRIOR * prior
        for governor, behind, prior in zip(around.governor[:-1], around.phrase, around.prior, strict=False)
    ]


def marks(around: Around, at: int) -> tuple[int, ...]:
    """Return what the network is told of kinds, each the number of something that is there."""
    kind = KINDS.index(around.kind)
    complement = CLASSES.index(around.complement) if around.complement else _NO_CLASS
    return (
        kind,
        5 + at,
        16 + complement,
        25 + DETERMINERS.index(around.determiner),
        30 + kind * 11 + at,
        85 + complement * 11 + at,
        184 + _TAG_OF_GOVERNOR.get(around.tag, 0),
        194 + _TAG_BESIDE.get(around.before, 0),
        219 + _TAG_BESIDE.get(around.behind, 0),
        244 + _TAG_BESIDE.get(around.earlier, 0),
        269 + _TAG_BESIDE.get(around.begins, 0),
        294 + (2 if around.name else around.relative),
    )


class Network:
    """One layer of hidden units between what is told of a place and the odds that something is wrong there."""

    def __init__(self, weights: Sequence[float]) -> None:
        self._inward = [weights[at : at + HIDDEN] for at in range(0, HIDDEN * (NUMBERS + MARKS), HIDDEN)]
        self._start = weights[-2 * HIDDEN - 1 : -HIDDEN - 1]
        self._outward, self._last = weights[-HIDDEN - 1 : -1], weights[-1]

    def score(self, told: Sequence[float], marked: Sequence[int]) -> float:
        """Return the logarithm of the odds."""
        sums = list(self._start)
        for number, weights in zip(told, self._inward, strict=False):
            sums = [total + number * weight for total, weight in zip(sums, weights, strict=True)]
        for mark in marked:
            sums = [total + weight for total, weight in zip(sums, self._inward[NUMBERS + mark], strict=True)]
        found: float = self._last
        return found + sum(total * weight for total, weight in zip(sums, self._outward, strict=True) if total > 0)


class ModelledPrepositions:
    """The opened table, and the network.

    Raises:
        DataError: if ``content`` is not a table of this version, or is cut short.
    """

    def __init__(self, content: memoryview | bytes) -> None:
        content = memoryview(content)
        if len(content) < _HEADER.size or content[:4] != _MAGIC:
            raise DataError(f"paralint/data/{FILE}: not a table of prepositions")
        _, version, hidden, rows = _HEADER.unpack_from(content)
        if version != _VERSION or hidden != HIDDEN:
            raise DataError(f"paralint/data/{FILE}: version {version}, {_VERSION} expected")
        keys, costs = _HEADER.size, _HEADER.size + 4 * rows
        weights = costs + WIDTH * (rows + 1)
        size = 4 * (HIDDEN * (NUMBERS + MARKS + 2) + 1)
        if len(content) != weights + 2 * size:
            raise DataError(f"paralint/data/{FILE}: cut short")
        self._keys = content[keys:costs].cast("I")
        self._costs = content[costs:weights]
        self.prior = self._likely(rows)
        self.exchanged = Network(struct.unpack_from(f"<{size // 4}f", content, weights))
        self.lost = Network(struct.unpack_from(f"<{size // 4}f", content, weights + size))

    def _likely(self, at: int) -> Row:
        return [-cost / COST for cost in self._costs[at * WIDTH : (at + 1) * WIDTH]]

    def row(self, first: str, second: str) -> Row | None:
        """Return the logarithm of the likelihood of each preposition with a word; None if the table lacks it."""
        wanted = key(first, second)
        at = bisect_left(self._keys, wanted)
        return self._likely(at) if at < len(self._keys) and self._keys[at] == wanted else None


class Reading:
    """The words of a document, as the table knows them, each looked up once."""

    def __init__(self, document: Document, rows: ModelledPrepositions | Mapping[tuple[str, str], Row]) -> None:
        self._document = document
        self._rows = rows
        self._known: dict[tuple[str, str], Row | None] = {}

    def row(self, kind: str, word: str) -> Row | None:
        """Return the row of a governor or of a noun behind its determiner."""
        if (kind, word) not in self._known:
            rows = self._rows
            found = rows.row(kind, word) if isinstance(rows, ModelledPrepositions) else rows.get((kind, word))
            self._known[kind, word] = found
        return self._known[kind, word]

    def around(self, site: Site, governor: Row, found: Phrase, complement: str, prior: Row) -> Around | None:
        """Return what stands around a preposition; None if nothing is known of the phrase behind it."""
        tags = self._document.tags
        determiner = DETERMINED[found.determiner]
        behind = self.row(determiner, found.word) or self.row(determiner, "")
        if behind is None:
            return None
        first = self._document.tokens.sentences[self._document.sentence_of(site.governor)]
        left, verb, nearest = self._before(first, site.governor)
        return Around(
            site.kind,
            complement,
            found.determiner,
            tags[site.governor],
            tags[site.governor - 1] if site.governor > first else "",
            tags[found.head + 1] if found.head + 1 < len(tags) else "",
            tags[site.governor - 2] if site.governor > first + 1 else "",
            tags[site.preposition + (site.word != NOTHING)],
            not _RELATIVE.isdisjoint(tags[max(first, site.governor - _CLAUSE) : site.governor]),
            found.name,
            *(governor, behind, prior),
            *(left, verb, nearest),
        )

    def _before(self, first: int, governor: int) -> tuple[Row, Row, Row]:
        """Return the likelihoods behind the words before a governor: the highest, the last verb's, the last word's."""
        tags = self._document.tags
        highest: Row = _UNKNOWN
        verb = nearest = None
        for at in range(governor - 1, max(first, governor - LEFT) - 1, -1):
            kind = "v" if tags[at].startswith("VB") else _KIND_OF_TAG.get(tags[at])
            row = self._taken(kind, at) if kind is not None else None
            if row is None:
                continue
            nearest = nearest or row
            verb = verb or (row if kind == "v" else None)
            highest = [max(pair) for pair in zip(highest, row, strict=True)]
        return highest, verb or _UNKNOWN, nearest or _UNKNOWN

    def _taken(self, kind: str, at: int) -> Row | None:
        """Return the likelihoods behind a word, for a verb in whatever use they are highest."""
        base = lemma(self._document.lowers[at], self._document.tags[at])
        rows = [row for use in ("vop" if kind == "v" else kind) if (row := self.row(use, base)) is not None]
        return [max(each) for each in zip(*rows, strict=True)] if rows else None


def places(document: Document, reading: Reading, prior: Row) -> Iterator[tuple[Site, Around]]:
    """Yield every judged preposition of a document between a governor and a phrase that are known."""
    for site in sites(document, _WORDS):
        if document.tags[site.preposition] == "RP":
            continue
        if _is_none(document, site):
            continue
        governor = reading.row(site.kind, document.lemma(site.governor))
        found = phrase(document, site.preposition + 1, site.last) if governor is not None else None
        if governor is None or found is None:
            continue
        around = reading.around(site, governor, found, slot_at(document, site).complement, prior)
        if around is not None:
            yield site, around


def _is_none(document: Document, site: Site) -> bool:
    """Whether what was taken for a governor or for a preposition is none: "the firing of", "about 5 metres"."""
    tags, at = document.tags, site.governor
    if site.word in ("about", "at", "by") and _COUNTED.intersection(tags[site.preposition + 1 : site.preposition + 4]):
        return True
    if site.word == "about" and site.kind in "vp" and document.lowers[site.preposition + 1] in ("a", "an", "half"):
        return True  # "shrank about a hundredfold"
    if site.kind not in "vp":
        return False
    if document.lemma(at) in LIGHT:
        return True
    return bool(at) and site.kind == "v" and tags[at - 1] in _BEFORE_NOUNS


def _is_known(document: Document, site: Site) -> bool:
    """Whether one of the tables of governors has the preposition for its governor."""
    demands = [
        load_governors(file).demand(kind, document.lemma(site.governor))
        for file in (COUNTED, VALENCY)
        for kind in _ROWS_OF.get(site.kind, site.kind)
    ]
    return any(demand is not None and site.word in demand.expected for demand in demands)


def _least(around: Around, word: str) -> float:
    """Return the odds that a preposition must have: lower ones behind a governor that has its one preposition."""
    adjunct = word == "by" or (around.kind == "n" and word in _ADJUNCTS)
    return _LEAST if adjunct or max(around.governor[:-1]) < _SHARP else _LEAST_SHARP[around.kind]


def _is_adjunct(document: Document, site: Site, around: Around) -> bool:
    """Whether a phrase behind a noun tells where or how big something is, or the noun is a mere "one"."""
    if site.kind != "n":
        return False
    lowers, governor = document.lowers, document.lemma(site.governor)
    if lowers[site.governor] in _PRONOUNS:
        return True
    found = phrase(document, site.preposition + 1, site.last)
    if found is None:
        return False
    noun = lowers[found.head]
    if site.word == "at" and noun in _SIZES:
        return True
    if site.word not in _OF_PLACE or governor in _PARTS or lowers[site.governor] in _PARTS:
        return False
    return around.name or noun in PLACES or noun in _BODIES


def misfits(document: Document) -> Iterator[Misfit]:
    """Yield the prepositions of a document that are most likely wrong."""
    table = load()
    for site, around in places(document, Reading(document, table), table.prior):
        at = _PLACES[site.word]
        score = table.exchanged.score(numbers(around, at), marks(around, at))
        if score < _least(around, site.word) or _is_known(document, site) or _is_adjunct(document, site, around):
            continue
        products = likelihoods(around)
        best = max(range(len(JUDGED)), key=products.__getitem__)
        if best != at:
            yield Misfit(site.governor, site.preposition, JUDGED[best])


def encode(rows: Mapping[tuple[str, str], Row], prior: Row, weights: Sequence[float]) -> bytes:
    """Return the content of a data file; the same rows and weights give the same content.

    ``weights`` are those of both networks: of each number and mark to each hidden unit, the units' own, those outward,
    and the last.
    """
    by_key = {key(*words): row for words, row in sorted(rows.items(), reverse=True)}
    ordered = sorted(by_key)
    costs = b"".join(_costs(row) for row in (*(by_key[each] for each in ordered), prior))
    head = _HEADER.pack(_MAGIC, _VERSION, HIDDEN, len(ordered))
    return head + array("I", ordered).tobytes() + costs + struct.pack(f"<{len(weights)}f", *weights)


def _costs(row: Row) -> bytes:
    return bytes(min(255, max(0, round(-COST * value))) for value in (*row, *_UNKNOWN[len(row) :]))


@lru_cache(maxsize=1)
def load() -> ModelledPrepositions:
    """Open the packaged table, once.

    Raises:
        DataError: if the file is missing, damaged or of another version.
    """
    return ModelledPrepositions(mapped(FILE))
