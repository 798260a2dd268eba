"""Function words that do not fit where they stand, places where one is missing, and pairs of words in the wrong order.

A place is judged by what stands around it: words, lemmas, clusters and tags of its neighbours, the noun that ends the
phrase behind it, the verb before it, and whether its pairs of words occur in a language model though both are frequent.
Each such feature has a weight; their sum says how much likelier damage is than not. The weights are learned from edited
English, in which function words were exchanged, dropped, put in or moved (``tools/train_function_words.py``;
``docs/government.md`` gives the method and the figures). Tags are those that the tagger gives to the damaged text.
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterator, Sequence
from functools import lru_cache

from paralint.data import DataError, integers, mapped
from paralint.evidence.government import TIMES
from paralint.evidence.titles import words
from paralint.text import morphology
from paralint.text.document import Document
from paralint.text.memo import Memo
from paralint.text.tagger import load_tagger
from paralint.values import NamedTuple

FILE = "function-words.bin"
WORD, GAP, ORDER = "word", "gap", "order"
KINDS = (WORD, GAP, ORDER)
BITS = 24  # of a feature's key
SCALE = 32  # units of weight per nat

_CANDIDATES = """
of in to for with on at from by about into over after between under against during through before among across behind
toward towards within without near around along since until till beyond despite as than like upon off out up down while
although because if when that whereas though unless once so what who which whose how where why whether and or but nor
onto per via amid besides except inside outside throughout above below
"""
CANDIDATES = frozenset(_CANDIDATES.split())
"""The words whose fitness is judged."""

# Letters: w the word, f the word if it is a function word and else its tag, a what the word can be, l its lemma, c its
# cluster. Places: a distance; h the noun at the end of the phrase, i and j the two tokens behind it, v the verb before,
# p the preposition before. Of pairs of words: s0 the token with the one before it, s1 with the one behind it, s2 the
# two behind it, sk its neighbours, sl with the last but one behind it; t0, t, t2 the triples whose last, middle, first
# token it is.
_TEMPLATES = {
    WORD: """w0, w0 w-1, w0 w1, w0 w-1 w1, w0 l-1, w0 l1, w0 c-1, w0 c1, w0 c-1 c1, w0 l-1 c1, w0 c-1 l1, w0 f-1 f1,
        w0 f-2 f-1, w0 f1 f2, w0 f-2 f-1 f1 f2, w0 f-1 f1 f2, w0 f-2 f-1 f1, w0 w-2 w-1, w0 w1 w2, w0 w-2, w0 w2, w0 lh,
        w0 f1 lh, w0 l-1 lh, w0 c-1 ch, w0 c-1 lh, w0 l-1 ch, w0 lv, w0 lv f-1, w0 lv ch, w0 lv c-1, w0 f-3 f-2 f-1,
        w0 f1 f2 f3, w0 a-1 a1, w0 a-2 a-1, w0 a1 a2, f-1 f1, w-1 w1, c-1 c1, f-2 f-1 f1 f2, w-1, w1, lh, lv, c-1, c1,
        w0 wp, w0 wp f-1, w0 f-1 fh fi, w0 f1 fi fj, w0 fi, w0 f-1 ch f1, w0 s0, w0 s1, s0 s1, w0 t, s0 s1 t, sk t,
        w0 t0, w0 t2, w0 s0 f-1, w0 s1 f1""",
    GAP: """w-1 w0, l-1 l0, c-1 c0, f-1 f0, a-1 a0, w-1 f0, f-1 w0, w-2 w-1 w0, w-1 w0 w1, f-2 f-1 f0, f-1 f0 f1,
        f-2 f-1 f0 f1, f-3 f-2 f-1 f0, f-1 f0 f1 f2, f-2 f-1 f0 f1 f2, w-1, w0, l-1 c0, c-1 l0, w-1 lh, l-1 lh, c-1 ch,
        l-1 f0 ch, c-1 f0 lh, l-1 f0 fi, w-1 f0 f1, f-1 f0 fi, f-2 f-1 f0 fi, f-2 f-1 f0 fi fj, lv f-1 f0, lv f0 ch,
        lv c-1, w-2 w-1, w0 w1, w-2 w-1 f0, f-1 w0 w1, a-2 a-1 a0, a-1 a0 a1, wp f-1 f0, wp w-1 f0, l-1 c-2 f0, lh,
        f-1 lh, l-1 f0, s0, s0 f-1 f0, s0 c-1, s0 w-1, s0 t0, s0 t t0, s0 f0 w-2, t sk""",
    ORDER: """f0 f1, w0 w1, w0 f1, f0 w1, f-1 f0 f1, f0 f1 f2, f-1 f0 f1 f2, f-2 f-1 f0 f1, f0 f1 f2 f3,
        f-2 f-1 f0 f1 f2, f-2 f-1 f0 f1 f2 f3, f-3 f-2 f-1 f0 f1, w-1 w0 w1, w0 w1 w2, a0 a1, a-1 a0 a1, a0 a1 a2,
        a-1 a0 a1 a2, c0 c1, l0 l1, c-1 c0 c1, c0 c1 c2, f-1 w0 f1, f-1 w0 f1 f2, f0 w1 f2, f-1 f0 w1 f2, w0 f1 f2,
        w1 w2, w1 f2, w-1 w0, w-1 f0, w-1 f0 f1 f2, w0, w1, w0 l2, f0 f1 f2 w3, s1, s0 s1 s2, t t2, sk sl, s1 f0 f1,
        s2 f1 f2, s0 f-1 f0""",
}
CHANNELS = "wfalc"
PLACES = ("-4", "-3", "-2", "-1", "0", "1", "2", "3", "4", "h", "i", "j", "v", "p")
PAIRS = ("s0", "s1", "s2", "sk", "sl", "t0", "t", "t2")
_MASK = (1 << 64) - 1


def _scrambled(number: int) -> int:
    """A number of 64 bits that looks random (SplitMix64, Steele et al. 2014)."""
    number = (number + 0x9E3779B97F4A7C15) & _MASK
    number = (number ^ (number >> 30)) * 0xBF58476D1CE4E5B9 & _MASK
    number = (number ^ (number >> 27)) * 0x94D049BB133111EB & _MASK
    return number ^ (number >> 31)


FACTORS = tuple(_scrambled(slot) | 1 for slot in range(len(PLACES) + len(PAIRS)))
"""What a symbol is multiplied with, by where it stands."""


def templates(kind: str) -> list[list[tuple[int, int]]]:
    """Return the templates of a kind: for each of its parts the channel (-1: a pair) and the slot."""
    parsed = []
    for template in _TEMPLATES[kind].split(","):
        parts = []
        for part in template.split():
            if part in PAIRS:
                parts.append((-1, len(PLACES) + PAIRS.index(part)))
            else:
                parts.append((CHANNELS.index(part[0]), PLACES.index(part[1:])))
        parsed.append(parts)
    return parsed


def seed(kind: str, number: int) -> int:
    """Return what the key of a template begins with."""
    return _scrambled(1000 + 100 * KINDS.index(kind) + number)


_CLOSED = frozenset({"IN", "DT", "PRP", "PRP$", "MD", "TO", "CC", "WDT", "WP", "WP$", "WRB", "EX", "RP", "PDT", "POS"})
_FUNCTION = words(
    """
be is are was were been being am have has had having do does did not n't never also only more most less least
very so too as such same other another many much few several all both each every some any no one two first last
next than then there here now when how why still already yet even just ago that
    """
)
_ADVERBS = """
not never always still even also already often usually sometimes just only ever soon rarely hardly probably
perhaps yet n't
"""
ADVERBS = frozenset(_ADVERBS.split())
_AUXILIARIES = "is was are were has have had will would can could may might must should do does did"
AUXILIARIES = frozenset(_AUXILIARIES.split())
_SUBJECTS = frozenset({"PRP", "NNP", "NN", "NNS"})
_JUDGED = frozenset({"IN", "TO", "RP", "CC", "WDT", "WP", "WRB", "RB", "DT", "PRP", "WP$", "RBR", "VB", "NN", "UH"})
NOUN, VERB, PREPOSITION, PREMODIFIER, PUNCTUATION, OTHER = range(6)
_CLASSES = (
    dict.fromkeys(("NN", "NNS", "NNP", "NNPS", "CD"), NOUN)
    | dict.fromkeys(("VB", "VBD", "VBG", "VBN", "VBP", "VBZ"), VERB)
    | dict.fromkeys(("IN", "TO"), PREPOSITION)
    | dict.fromkeys(("DT", "JJ", "JJR", "JJS", "PRP$", "PDT", "POS", "$", "HYPH"), PREMODIFIER)
)
_KNOWN, _NAME_KNOWN = 2.5, 3.5  # Zipf frequency of a word, of a name, that is looked at as itself
_PHRASE, _BACK = 8, 9  # tokens that are looked at for the noun behind, for the verb before
UNKNOWN = 60  # instead of a pair with a rare word
RARE = 2.3  # Zipf frequency
SEEN, CLOSE = 30, 40  # what is added for a pair that was seen, that was seen far more often than by chance
EDGE = 70  # instead of a pair at the edge of a sentence
ATTRACTION = 1.0  # how much more often: log10
_MEMO = 1 << 15
_CAUTION = 40  # what is asked for above the threshold where a phrase may be an object
_OBJECT = 6  # tokens in which the verb of a second object is looked for
_MEASURES = frozenset({"size", "length", "height", "weight", "width", "share", "piece", "head", "bit", "lot", "number"})
_SHORTEST = 3  # tokens of a sentence
_STOPS = frozenset(".?!")
THRESHOLDS = {WORD: 58, GAP: 40, ORDER: 8}
"""The least doubt that is worth telling, in units of ``SCALE``."""

_MAGIC = b"PLFW"
_VERSION = 1
_HEADER = struct.Struct("<4sIIII3i")  # magic, version, features, bytes of the filter, CRC-32 of the rest, biases
_BUCKETS = 1 << (BITS - 8)
_ZERO = 128  # a weight is stored as a byte; this byte means 0
_SHIFT = 64 - BITS
_PROBES = 3
_SECOND = 0x9E3779B9  # the start of a second checksum
_MIDDLE, _HEAD_SLOT, _VERB_SLOT = PLACES.index("0"), PLACES.index("h"), PLACES.index("v")
_NEIGHBOURS = {WORD: (-1, 0, 1), GAP: (-1, 0), ORDER: (0, 1)}  # whose features are looked at first
_NEAR_PAIRS = {WORD: ("s0", "s1"), GAP: ("s0",), ORDER: ("s1",)}
FURTHER = {WORD: 120, GAP: 150, ORDER: 64}
"""How much all that stands further off may add: one slip in twenty has more."""


class Type(NamedTuple):
    """What is known of a word under a tag.

    Attributes:
        symbols: a number for each of ``CHANNELS``.
        kind: NOUN, VERB and so on.
        frequency: Zipf frequency; 0 for what is no word.
        lower: the form.
        candidate: whether its fitness is judged.
        adverb, auxiliary, subject, word: whether it may be one.
    """

    symbols: tuple[int, ...]
    kind: int
    frequency: float
    lower: str
    candidate: bool
    adverb: bool
    auxiliary: bool
    subject: bool
    word: bool


class Slip(NamedTuple):
    """A place that is likely to be damaged.

    Attributes:
        kind: WORD, GAP or ORDER.
        first: the token; for GAP and ORDER the first of the two tokens.
        doubt: the logarithm of the odds, in units of ``SCALE``.
    """

    kind: str
    first: int
    doubt: int


def _number(name: str) -> int:
    return zlib.crc32(name.encode())


BOUNDARY, BEYOND = _number("<s>"), 99
NOWHERE = 12345  # the symbol of a verb or preposition that is not there


def described(form: str, tag: str) -> Type:
    """Return what is known of a form under a tag."""
    lower = form.lower()
    digits = lower.replace(",", "").replace(".", "")
    word = form[:1].isalnum()
    frequency = morphology.zipf_frequency(lower) if word else 0.0
    kind = _CLASSES.get(tag, OTHER) if word or tag in ("POS", "$", "HYPH") else PUNCTUATION
    if digits.isdigit() or (tag == "CD" and not lower.isalpha()):
        if len(lower) == 4 and lower.isdigit() and "1600" < lower < "2100":
            name = "#y"
        else:
            name = f"#d{min(3, len(lower.split('.')[0].replace(',', '')))}" if digits.isdigit() else "#x"
        symbols = (_number(name),) * 5
    elif tag in _CLOSED or lower in _FUNCTION:
        symbols = (_number(f"w:{lower}"),) * 5
    elif not word:
        symbols = (_number(f"p:{lower if len(lower) < 3 else 'x'}"),) * 5
    else:
        if tag in ("NNP", "NNPS"):
            itself = lemma = _number(f"N:{lower}" if frequency >= _NAME_KNOWN else "N")
        elif frequency >= _KNOWN:
            itself, lemma = _number(f"w:{lower}"), _number(f"l:{morphology.lemma(form, tag).lower()}{tag[:1]}")
        else:
            itself = lemma = _number(f"?{tag}{lower[-2:]}")
        cluster = load_tagger().cluster(form)
        abilities = "/".join(
            "|".join(sorted(each)) for each in (morphology.verb_forms(lower), morphology.word_classes(lower))
        ) + ("N" if tag[:3] == "NNP" else "")
        symbols = (
            itself,
            _number(f"t:{tag}"),
            _number(f"a:{abilities}"),
            lemma,
            _number(f"c:{cluster}{tag[:2]}" if cluster else f"c:{tag}"),
        )
    return Type(
        symbols,
        kind,
        frequency,
        lower,
        lower in CANDIDATES and tag in _JUDGED,
        tag in ("RB", "RBR") or lower in ADVERBS,
        lower in AUXILIARIES,
        tag in _SUBJECTS,
        word,
    )


def expectation(first: float, second: float) -> int:
    """Return how often two words of these Zipf frequencies would meet by chance, in steps of the logarithm."""
    return max(0, min(14, round(2 * (first + second - 10.5)) + 6))


class Model:
    """The opened weights.

    Raises:
        DataError: if ``content`` is not a model of this version, or is cut short.
    """

    def __init__(self, content: memoryview | bytes) -> None:
        content = memoryview(content)
        if len(content) < _HEADER.size or content[:4] != _MAGIC:
            raise DataError(f"paralint/data/{FILE}: not a model of function words")
        _, version, number, filtered, self.checksum, *biases = _HEADER.unpack_from(content)
        if version != _VERSION:
            raise DataError(f"paralint/data/{FILE}: version {version}, {_VERSION} expected")
        self.biases: dict[str, int] = dict(zip(KINDS, biases, strict=True))
        ends = _HEADER.size
        if len(content) != ends + 4 * (_BUCKETS + 1) + 2 * number + filtered:
            raise DataError(f"paralint/data/{FILE}: cut short")
        keys = ends + 4 * (_BUCKETS + 1)
        self._ends = integers(content[ends:keys], "I")
        self._keys = bytes(content[keys : keys + number])
        self._weights = content[keys + number : keys + 2 * number]
        self._filter = content[keys + 2 * number :]
        self._bits = 8 * filtered
        self.described = Memo(_described, _MEMO)
        self.seen = Memo(self._seen, _MEMO)

    def weight(self, key: int) -> int:
        """Return the weight of a feature, in units of ``SCALE``; 0 if the model does not have it."""
        bucket = key >> 8
        at = self._keys.find(key & 255, self._ends[bucket], self._ends[bucket + 1])
        return self._weights[at] - _ZERO if at >= 0 else 0

    def _seen(self, words: str) -> bool:
        """Whether words joined by spaces occur in the language model, or are taken to."""
        return all(self._filter[place >> 3] >> (place & 7) & 1 for place in places_in_filter(words, self._bits))


def places_in_filter(words: str, bits: int) -> list[int]:
    """Return which of so many bits stand for a pair or triple of words (Bloom 1970)."""
    name = words.encode()
    first, step = zlib.crc32(name), zlib.crc32(name, _SECOND) | 1
    return [(first + each * step) % bits for each in range(_PROBES)]


def _described(typed: str) -> Type:
    form, _, tag = typed.rpartition("\t")
    return described(form, tag)


def slips(document: Document) -> list[Slip]:
    """Return the places of a document that are likelier damaged than not, in order."""
    model = load()
    tags, word = document.tags, document.tokens.word
    found: list[Slip] = []
    for sentence in document.sentences:
        # Headlines leave function words out.
        if sentence.last - sentence.first >= _SHORTEST and any(
            word(at).lower in _STOPS for at in range(sentence.last - _SHORTEST, sentence.last)
        ):
            types = [model.described[f"{word(at).form}\t{tags[at]}"] for at in range(sentence.first, sentence.last)]
            forms = [word(at).form for at in range(sentence.first, sentence.last)]
            reader = _Reader(model, types, tags[sentence.first : sentence.last], forms)
            found += [slip._replace(first=slip.first + sentence.first) for slip in reader.slips()]
    return found


class _Reader:
    """Reads one sentence."""

    def __init__(self, model: Model, types: Sequence[Type], tags: Sequence[str], forms: Sequence[str]) -> None:
        self.model, self.types, self.tags, self.forms = model, types, tags, forms
        self.size = len(types)

    def slips(self) -> Iterator[Slip]:
        types = self.types
        for at in range(self.size):
            own = types[at]
            if at and own.candidate and not self._is_adverb(at):
                yield from self._judged(WORD, at, at)
            if not own.word:
                continue
            if at and types[at - 1].word and self._may_lack(at) and not self._stands_free(at):
                yield from self._judged(GAP, at, at - 1, _CAUTION if self._may_be_object(at) else 0)
            if at + 1 < self.size:
                behind = types[at + 1]
                if behind.lower == "not" and at + 2 < self.size and types[at + 2].lower == "to":
                    continue  # "would like not to go"
                if behind.word and (own.adverb or behind.adverb or (own.auxiliary and behind.subject)):
                    yield from self._judged(ORDER, at, at)

    def _is_adverb(self, at: int) -> bool:
        """Whether a word says something of its verb alone, or joins two words that are the same or are contrasted.

        "Helped up by two", "has since moved", "not of wood but of stone", "street by street".
        """
        types, tags = self.types, self.tags
        before, own, behind = types[at - 1], types[at], types[at + 1] if at + 1 < self.size else None
        if tags[at] == "RP" or before.lower in ("not", "but") or behind is None:
            return True
        if own.lower == "on" and tags[at + 1] == "CD":
            return True  # "up 10% on 2003"
        return before.lower == behind.lower or (own.lower == "since" and before.auxiliary)

    def _may_lack(self, at: int) -> bool:
        """Whether a word with the one before it is no pair that is met anyhow; before a determiner any may be.

        A determiner with a capital begins a title: "the film The Return".
        """
        if self.forms[at][:1].isupper() and self.tags[at] == "DT":
            return False
        return self.tags[at] in ("DT", "PRP$") or self._met(at - 1, at) < SEEN

    def _stands_free(self, at: int) -> bool:
        """Whether a phrase needs no word before it.

        It is the subject of a clause ("members the Tories offered"), a time ("came the next day"), a measure or a rate
        ("a crater the size of a car", "nine dollars a share"), or may be the object of the word before it.
        """
        types = self.types
        own = types[at]
        if own.kind not in (PREMODIFIER, NOUN):
            return own.subject
        head, behind = self._related(GAP, at)[:2]
        if head < self.size and (types[head].lower in TIMES or types[head].lower in _MEASURES):
            return True
        while behind < self.size and types[behind].adverb:
            behind += 1
        return behind < self.size and (types[behind].kind == VERB or types[behind].auxiliary)

    def _may_be_object(self, at: int) -> bool:
        """Whether a phrase with a determiner may be the object of the word before it, or the second one of a verb."""
        tags = self.tags
        if tags[at] not in ("DT", "PRP$"):
            return False
        if tags[at - 1][:2] == "VB" or "verb" in morphology.word_classes(self.types[at - 1].lower):
            return True
        return self.types[at].lower in ("a", "an") and any(tag[:2] == "VB" for tag in tags[max(0, at - _OBJECT) : at])

    def _judged(self, kind: str, at: int, first: int, caution: int = 0) -> Iterator[Slip]:
        least = THRESHOLDS[kind] + caution
        doubt = self.doubt(kind, at, least)
        if doubt >= least:
            yield Slip(kind, first, doubt)

    def doubt(self, kind: str, at: int, least: int = -(1 << 30)) -> int:
        """Return the logarithm of the odds that a place is damaged, in units of ``SCALE``.

        The neighbours are asked first. Where they are so much for the place that what stands further off could hardly
        bring the sum to ``least``, no more is asked, and their sum is returned.
        """
        near, far = _compiled()[kind]
        total = self.model.biases[kind] + self._sum(kind, at, near)
        return total if total < least - FURTHER[kind] else total + self._sum(kind, at, far)

    def _sum(self, kind: str, at: int, features: _Features) -> int:
        values = self._values(kind, at, features.needed)
        weight = self.model.weight
        total = 0
        for key, one in features.single:
            total += weight((key ^ values[one]) >> _SHIFT)
        for key, one, two in features.double:
            total += weight((key ^ values[one] ^ values[two]) >> _SHIFT)
        for key, one, two, three in features.triple:
            total += weight((key ^ values[one] ^ values[two] ^ values[three]) >> _SHIFT)
        for key, parts in features.longer:
            for part in parts:
                key ^= values[part]
            total += weight(key >> _SHIFT)
        return total

    def _values(self, kind: str, at: int, needed: Sequence[tuple[int, int, int]]) -> list[int]:
        """Return the numbers that the keys of a place's features are made from."""
        types, size = self.types, self.size
        related: list[int] = []
        values = [0] * len(needed)
        for number, (channel, slot, factor) in enumerate(needed):
            if channel < 0:
                symbol = 1 + self._pair(slot - len(PLACES), at)
            elif slot < _HEAD_SLOT:
                place = at + slot - _MIDDLE
                if 0 <= place < size:
                    symbol = types[place].symbols[channel]
                else:
                    symbol = BOUNDARY if place in (-1, size) else BEYOND
            else:
                related = related or self._related(kind, at)
                place = related[slot - _HEAD_SLOT]
                if 0 <= place < size:
                    symbol = types[place].symbols[channel]
                else:
                    symbol = NOWHERE if slot >= _VERB_SLOT else BOUNDARY
            values[number] = symbol * factor & _MASK
        return values

    def _related(self, kind: str, at: int) -> list[int]:
        """Return the noun that ends the phrase behind, the two tokens behind it, the verb and preposition before."""
        types, size = self.types, self.size
        start = at + 1 if kind == WORD else at
        head = -1
        for place in range(start, min(start + _PHRASE, size)):
            tag = types[place].kind
            if tag == NOUN:
                head = place
            elif tag != PREMODIFIER or head >= 0:
                break
        head = start if head < 0 else head
        verb = preposition = -1
        for place in range(at - 1, max(at - _BACK, 0) - 1, -1):
            tag = types[place].kind
            if tag == PUNCTUATION:
                break
            if tag == VERB and verb < 0:
                verb = place
            elif tag == PREPOSITION and preposition < 0:
                preposition = place
        behind = head + 1
        return [head, behind, behind + 1 if behind < size else behind, verb, preposition]

    def _pair(self, which: int, at: int) -> int:
        if which < 3:
            return self._met(at + which - 1, at + which)
        if which < 5:
            return self._met(at + which - 4, at + which - 2)
        types = self.types
        middle = at + which - 6
        if not 0 < middle < self.size - 1:
            return 0
        words = [each.lower for each in types[middle - 1 : middle + 2]]
        return 0 if CANDIDATES.isdisjoint(words) else int(self.model.seen[" ".join(words)])

    def _met(self, one: int, two: int) -> int:
        """Return how two tokens are known to stand together."""
        if one < 0 or two >= self.size:
            return EDGE
        first, second = self.types[one], self.types[two]
        if min(first.frequency, second.frequency) < RARE or not (first.lower.isalpha() and second.lower.isalpha()):
            return UNKNOWN
        expected = expectation(first.frequency, second.frequency)
        words = f"{first.lower} {second.lower}"
        if not self.model.seen[words]:
            return expected
        return (CLOSE if self.model.seen[f"{words} +"] else SEEN) + expected // 3


class _Features(NamedTuple):
    """Templates, by the number of their parts: what each key begins with and which values go into it.

    Attributes:
        needed: the channel, the slot and its factor of each value.
    """

    single: list[tuple[int, int]]
    double: list[tuple[int, int, int]]
    triple: list[tuple[int, int, int, int]]
    longer: list[tuple[int, list[int]]]
    needed: list[tuple[int, int, int]]


@lru_cache(maxsize=1)
def _compiled() -> dict[str, tuple[_Features, _Features]]:
    """The templates of each kind: those of the neighbours, and the others."""
    made = {}
    for kind in KINDS:
        near = {_MIDDLE + distance for distance in _NEIGHBOURS[kind]} | {
            len(PLACES) + PAIRS.index(pair) for pair in _NEAR_PAIRS[kind]
        }
        parsed = [(seed(kind, number), parts) for number, parts in enumerate(templates(kind))]
        inner = [each for each in parsed if near.issuperset(slot for _, slot in each[1])]
        made[kind] = _grouped(inner), _grouped([each for each in parsed if each not in inner])
    return made


def _grouped(parsed: Sequence[tuple[int, list[tuple[int, int]]]]) -> _Features:
    features = _Features([], [], [], [], [])
    numbers: dict[tuple[int, int], int] = {}
    for start, parts in parsed:
        places = [numbers.setdefault(part, len(numbers)) for part in parts]
        if len(places) == 1:
            features.single.append((start, places[0]))
        elif len(places) == 2:
            features.double.append((start, places[0], places[1]))
        elif len(places) == 3:
            features.triple.append((start, places[0], places[1], places[2]))
        else:
            features.longer.append((start, places))
    features.needed.extend((channel, slot, FACTORS[slot]) for channel, slot in numbers)
    return features


def encode(weights: dict[int, int], biases: Sequence[int], filtered: bytes) -> bytes:
    """Return the content of a data file.

    Args:
        weights: of each feature by its key, in units of ``SCALE``, at most 127 either way.
        biases: of each kind, in the same units.
        filtered: the filter of pairs and triples.
    """
    keys = sorted(weights)
    counts = [0] * (_BUCKETS + 1)
    for key in keys:
        counts[(key >> 8) + 1] += 1
    ends = []
    total = 0
    for count in counts:
        total += count
        ends.append(total)
    body = struct.pack(f"<{_BUCKETS + 1}I", *ends)
    body += bytes(key & 255 for key in keys) + bytes(weights[key] + _ZERO for key in keys) + filtered
    return _HEADER.pack(_MAGIC, _VERSION, len(keys), len(filtered), zlib.crc32(body), *biases) + body


@lru_cache(maxsize=1)
def load() -> Model:
    """Open the packaged model, once.

    Raises:
        DataError: if the file is missing, damaged or of another version.
    """
    return Model(mapped(FILE))
