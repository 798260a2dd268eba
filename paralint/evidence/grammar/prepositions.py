"""Which preposition stands between two words: what one expects there, from counts of edited English.

A preposition is held against the word before it (a verb, a participle, an adjective, as
:mod:`paralint.evidence.grammar.government` reads them) and the noun that ends the phrase behind it. Both say how likely
each preposition is; the two are weighed against each other as in a log-linear model (Tetreault & Chodorow 2008; Gamon
2010). ``tools/build_prepositions.py`` counts with the same reading.

Likelihoods are kept as costs: -16 ln of the probability, a byte each.
"""

from __future__ import annotations

import struct
import zlib
from array import array
from bisect import bisect_left
from collections.abc import Iterator
from functools import lru_cache

from paralint.data import DataError, mapped
from paralint.evidence.grammar.government import BRINGING, TIMES, Site, sites
from paralint.evidence.words.closed import NOUNS, words
from paralint.text.document import Document
from paralint.values import NamedTuple

FILE = "prepositions.bin"
COST = 16  # cost units in a factor of e
_CANDIDATES = """
about across after against along among around as at before between by during for from in into like near of off on over
through to towards under with within without
"""
CANDIDATES = _CANDIDATES.split()
"""The prepositions that the table tells the cost of, in the order of its rows."""

GOVERNOR, COMPLEMENT, PRIOR = 27, 18, -20
"""The weights of a model fitted to 30,000 places of the counted texts, each left out of the counts, in 32nds."""

KINDS = frozenset("vpa")
NAME, GERUND, YEAR, NUMBER = "<name>", "<ing>", "<year>", "<number>"

_ADJUNCTS = frozenset(
    {"be", "say", "add", "tell", "ask", "report", "announce", "write", "speak"}
)  # he said at a meeting
_LIGHTS = words(
    "floodlight torchlight candlelight moonlight lamplight flashlight daylight starlight firelight lantern torch"
)
_TOOLS = words(
    """
    ear ears eye eyes hand hands arm arms foot feet finger fingers fist fists knee knees elbow tongue voice drone drones
    camera cameras telescope microscope scanner radar sonar satellite satellites hammer axe knife saw drill spade spades
    shovel shovels pick picks broom bucket buckets rope ropes net nets stick sticks gun guns rifle magnet probe sensor
    sensors software test tests needle brush torch ladder crane excavator pencil pen ruler detector detectors dogs
    """
)
_JUDGED = frozenset({"of", "to", "on", "for", "from", "at", "in", "with", "by"})
_ANSWERS = [
    CANDIDATES.index(word) for word in ("of", "to", "on", "for", "from", "at", "in", "with", "by", "about", "against")
]
_RARE_BEHIND = 3.0 * COST  # at most one in twenty of what follows the governor
_RARE_BEFORE = 1.9 * COST  # at most one in seven of what stands before the noun
_DOUBT = 5 * COST  # how much better another fits, if the preposition is rare with both words
_STRONG_DOUBT = 6 * COST  # if it is rare with the governor alone; "by" begins adjuncts of many kinds
_MAGIC = b"PLPR"
_VERSION = 1
_HEADER = struct.Struct("<4sHHI")  # magic, version, candidates, CRC-32 of the rest
_ROWS = struct.Struct("<I")
_DETERMINERS = {"a": "a", "an": "a", "the": "the"}
_PREMODIFIERS = frozenset({"JJ", "JJR", "JJS", "VBN", "VBG", "RB", "$", "HYPH", "CD"})
_REACH = 8  # tokens that are looked at for the noun


class Phrase(NamedTuple):
    """The noun phrase behind a preposition, as the table knows it.

    Attributes:
        determiner: ``a``, ``the``, ``this`` for any other, ``-`` for none.
        word: the noun in lower case, or what stands for it: ``<year>``, ``<number>``, ``<ing>``.
        name: whether it is a proper name.
        head: the token of the noun.
    """

    determiner: str
    word: str
    name: bool
    head: int


class Unlikely(NamedTuple):
    """A preposition that does not fit.

    Attributes:
        governor, preposition: their tokens.
        expected: the preposition that fits best.
    """

    governor: int
    preposition: int
    expected: str


def phrase(document: Document, at: int, last: int) -> Phrase | None:
    """Return the noun phrase that begins at ``at``; None if none does, or it has no noun."""
    tags, word = document.tags, document.tokens.word
    determiner = "-"
    at += tags[at] == "PDT"
    if at < last and tags[at] in ("DT", "PRP$"):
        determiner = _DETERMINERS.get(word(at).lower, "this")
        at += 1
    if at >= last:
        return None
    if determiner == "-" and tags[at] == "PRP":
        return Phrase(determiner, word(at).lower, False, at)
    if determiner == "-" and tags[at] == "VBG":
        return Phrase(determiner, GERUND, False, at)
    head = None
    for index in range(at, min(last, at + _REACH)):
        tag = tags[index]
        if tag in NOUNS:
            head = index
        elif tag == "POS":
            head = None
        elif tag == "CD" and (head is None or tags[head] == "CD"):
            head = index
        elif tag not in _PREMODIFIERS or (head is not None and tag != "HYPH" and tags[head] != "CD"):
            break
    if head is None:
        return None
    lower = word(head).lower
    if tags[head] == "CD":
        year = len(lower) == 4 and lower.isdigit() and "1600" < lower < "2100"
        return Phrase(determiner, YEAR if year else NUMBER, False, head)
    return Phrase(determiner, lower, tags[head] in ("NNP", "NNPS"), head)


def key(first: str, second: str) -> int:
    """Return the number by which a row is found: of a governor by kind and form, of a noun by determiner and form."""
    return zlib.crc32(f"{first} {second}".encode())


class Prepositions:
    """The opened table.

    Raises:
        DataError: if ``content`` is not a table of this version, or is cut short.
    """

    def __init__(self, content: memoryview | bytes) -> None:
        content = memoryview(content)
        if len(content) < _HEADER.size + _ROWS.size or content[:4] != _MAGIC:
            raise DataError(f"paralint/data/{FILE}: not a table of prepositions")
        _, version, width, self.checksum = _HEADER.unpack_from(content)
        if version != _VERSION or width != len(CANDIDATES):
            raise DataError(f"paralint/data/{FILE}: version {version}, {_VERSION} expected")
        (rows,) = _ROWS.unpack_from(content, _HEADER.size)
        start = _HEADER.size + _ROWS.size
        costs = start + 4 * rows
        if len(content) != costs + width * (rows + 1):
            raise DataError(f"paralint/data/{FILE}: cut short")
        self._keys = content[start:costs].cast("I")
        self._costs = content[costs:]
        self.prior = bytes(self._costs[width * rows :])
        self._width = width

    def row(self, first: str, second: str) -> bytes | None:
        """Return the cost of each candidate with one word; None if the table does not have it."""
        wanted = key(first, second)
        at = bisect_left(self._keys, wanted)
        if at == len(self._keys) or self._keys[at] != wanted:
            return None
        return bytes(self._costs[at * self._width : (at + 1) * self._width])

    def behind(self, found: Phrase) -> bytes | None:
        """Return the costs of the candidates before a noun phrase; those of any such phrase for a word unknown."""
        return self.row(found.determiner, found.word) or self.row(found.determiner, NAME if found.name else "")


def unlikely(document: Document) -> Iterator[Unlikely]:
    """Yield the prepositions of a document instead of which another is much more likely."""
    table = load()
    tags, word = document.tags, document.tokens.word
    governors: dict[tuple[str, str], bytes | None] = {}
    for site in sites(document, _JUDGED):
        if site.kind not in KINDS or tags[site.preposition] == "RP" or (site.word == "by" and site.kind != "v"):
            continue
        if site.kind == "v" and document.lemma(site.governor) in _ADJUNCTS:
            continue
        named = site.kind, word(site.governor).lower
        if named not in governors:
            governors[named] = table.row(*named)
        costs = governors[named]
        observed = CANDIDATES.index(site.word)
        if costs is None or costs[observed] < _RARE_BEHIND:
            continue
        found = phrase(document, site.preposition + 1, site.last)
        before = table.behind(found) if found is not None else None
        if found is None or before is None or found.word in (YEAR, NUMBER) or found.word in TIMES:
            continue
        if site.word == "by" and "CD" in tags[site.preposition : found.head]:
            continue  # an amount goes with any verb: "took it by nine votes to two"
        if _is_adjunct(document, site, found):
            continue
        scores = [GOVERNOR * costs[at] + COMPLEMENT * before[at] + PRIOR * table.prior[at] for at in range(len(costs))]
        best = min(_ANSWERS, key=scores.__getitem__)
        margin = (scores[observed] - scores[best]) // 32
        if margin >= _STRONG_DOUBT or (margin >= _DOUBT and before[observed] >= _RARE_BEFORE and site.word != "by"):
            yield Unlikely(site.governor, site.preposition, CANDIDATES[best])


def _is_adjunct(document: Document, site: Site, found: Phrase) -> bool:
    """Whether a phrase goes with any verb: by what light, with which tool or limb, from where somebody is brought."""
    if site.word == "by":
        return found.determiner == "-" and found.word in _LIGHTS
    if site.word == "with":
        return site.kind != "a" and found.word in _TOOLS
    return site.word == "from" and site.kind == "p" and document.lemma(site.governor) in BRINGING


def encode(rows: dict[int, bytes], prior: bytes) -> bytes:
    """Return the content of a data file; the same rows give the same content."""
    ordered = sorted(rows)
    keys = array("I", ordered)
    body = _ROWS.pack(len(ordered)) + keys.tobytes() + b"".join(rows[each] for each in ordered) + prior
    return _HEADER.pack(_MAGIC, _VERSION, len(CANDIDATES), zlib.crc32(body)) + body


@lru_cache(maxsize=1)
def load() -> Prepositions:
    """Open the packaged table, once.

    Raises:
        DataError: if the file is missing, damaged or of another version.
    """
    return Prepositions(mapped(FILE))
