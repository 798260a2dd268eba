"""The collocations: which words English puts together, how often, and what a paraphraser may have put for each.

The data file is made by ``tools/build_terms.py`` (sources and licences: ``docs/data-sources.md``). It is read as a few
flat tables, so that opening it costs a few milliseconds however many pairs it holds; a word's rows are decoded when a
document first has the word.

Probabilities are kept as whole numbers: a *cost* is -20 log10 of the probability, so costs add where probabilities
multiply.
"""

from __future__ import annotations

import struct
import zlib
from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from functools import cached_property, lru_cache

from paralint.data import DataError, integers, mapped
from paralint.data.bloomier import Bloomier
from paralint.data.sections import Format
from paralint.text.lexicon import load as load_lexicon

FILE = "terms.bin"
COST = 20  # cost units in a factor of ten
UNSEEN = 255  # the cost of what is rarer than the tables tell
STRENGTH = 200  # units of the strength of a relation; synonyms have them all
LISTED = 240  # the strength of a word that is listed as one that paraphrasers put for another
ALIKE = 250  # of one that is listed because it looks or sounds alike
STRONG = 20  # what a collocation costs less than its words, at least
RAREST = 174  # the cost of a collocation, at most
USUAL = 151  # the cost of two words that are usual together, collocation or not, at most
USUALLY = 135  # what is told of it if they are no collocation
LINKS = ("at", "by", "for", "from", "in", "of", "on", "to", "with")  # words that may join two of a collocation
LEVELS = (40, 51, 64, 73, 80, 88, 97, 106, 114, 122, 134, 152, 169, STRENGTH, LISTED, ALIKE)
"""The strengths that are told apart."""
CLASSES = ("n", "a", "v", "r")
"""Word classes whose words may be exchanged: nouns, adjectives, verbs, adverbs."""
LIKELY, POSSIBLE = 0, len(CLASSES)
"""Where the bits begin that say of which classes a word often is, and of which it is at all."""

STRIDE = 16  # words from one sum of counts to the next
MET_BITS = 1  # of what is told of words that are met, but are no collocation
NO_LINK = 255  # stands for the link where there is none
SECTIONS = (
    "words",  # the vocabulary, sorted, one a line; a word's number is its place
    "spellings",  # other spellings, one a line: the form, and the word of the vocabulary
    "costs",  # B: the cost of each word
    "classes",  # B: the word classes of each word, as bits
    "openings",  # b: how readily each word takes a new word behind it, as a cost with its sign turned
    "closings",  # b: how readily each word takes a new word before it
    "neighbour_sums",  # I: how many neighbours there are before those of each sixteenth word
    "neighbour_counts",  # B: how many each word has
    "neighbours",  # H: words that a paraphraser may have had before it
    "strengths",  # B: how close the neighbours are, two in a byte, each the number of a level
    "pair_sums",  # I: the same for the words that follow each word
    "pair_counts",  # H
    "pair_seconds",  # H: words that make a collocation behind it, ascending
    "pair_costs",  # B: the cost of each collocation
    "joined_sums",  # I: the same for those that follow each word behind a link
    "joined_counts",  # H
    "joined_links",  # B: the link of each
    "joined_seconds",  # H: words that make a collocation behind it
    "joined_costs",  # B: the cost of the three words
    "met",  # a Bloomier filter: other words that are met together, and whether they are usual
    "link_costs",  # B: the cost of each link between two words
    "vectors",  # b: a vector for each word
    "weights",  # d: the weights of the model that judges candidates
)
FORMAT = Format(FILE, "terms", b"PLTM", 4, SECTIONS)

_FUNCTION = """
    a an the of in on at by for with from to into onto upon over under about after before between during through
    against within without across along around behind beyond near off out up down above below as than like per via
    toward towards until till since while because although though if unless whether and or but so yet then is are was
    were be been being am has have had do does did not no its it his her their our your my he she they we i you this
    that these those one 's one's someone someone's oneself who whom whose which what where when why how there here
    't
"""
FUNCTION_WORDS = frozenset(_FUNCTION.split())

_KEY = struct.Struct("<HBH")
_OFTEN = 3  # of the classes of a word
_LEVEL_OF_DIGIT = bytes.maketrans(b"0123456789abcdef", bytes(LEVELS))


class Terms:
    """The opened data file.

    Attributes:
        rows: for each link, and "" for none, the words that make a collocation behind each word; they stay decoded.
        costs: of the words, by number.
        classes: of each word as bits: from ``LIKELY`` those of ``CLASSES`` that it often is of, from ``POSSIBLE`` all.
        dimensions: the coordinates of a vector.

    Raises:
        DataError: if ``content`` is no terms file of this version, or is damaged.
    """

    def __init__(self, content: bytes | memoryview) -> None:
        sections = FORMAT.decode(content)
        try:
            self._listed = str(sections["words"], "ascii")
            self._spellings = str(sections["spellings"], "ascii")
            self._met = Bloomier(sections["met"], MET_BITS)
            self._neighbours = _Table(sections, "neighbour", sections["neighbour_counts"], "neighbours")
            self._pairs = _Table(sections, "pair", integers(sections["pair_counts"], "H"), "pair_seconds")
            self._joined = _Table(sections, "joined", integers(sections["joined_counts"], "H"), "joined_seconds")
        except ValueError as error:
            raise DataError(f"paralint/data/{FILE}: {error}") from error
        self._strengths = sections["strengths"]
        self.costs = bytes(sections["costs"])
        self.classes = bytes(sections["classes"])
        self._pair_costs, self._joined_costs = sections["pair_costs"], sections["joined_costs"]
        self._joined_links = sections["joined_links"]
        self._link_numbers = {link: number for number, link in enumerate(LINKS)}
        self.weights = struct.unpack(f"<{len(sections['weights']) // 8}d", sections["weights"])
        self.openings = sections["openings"].cast("b")
        self.closings = sections["closings"].cast("b")
        self._vectors = sections["vectors"].cast("b")
        self.dimensions = len(self._vectors) // len(self.costs)
        self.link_costs = dict(zip(LINKS, sections["link_costs"], strict=True))
        self.rows: Mapping[str, Mapping[int, frozenset[int]]] = {link: _Rows(self, link) for link in ("", *LINKS)}

    def numbers(self, form: str) -> tuple[int, ...]:
        """Return the numbers of the base forms of a lower-case word form, the likeliest first."""
        found = dict.fromkeys(self.number(base) for base in bases(form))
        return tuple(number for number in found if number is not None)

    def number(self, word: str) -> int | None:
        """Return the number of a word of the vocabulary, or of one that is spelt otherwise there."""
        place = self._place(word)
        if place is not None:
            return place
        other = self._other.get(word)
        return None if other is None else self._place(other)

    @cached_property
    def words(self) -> list[str]:
        """The vocabulary, by number."""
        return self._listed.split("\n")

    def _place(self, word: str) -> int | None:
        place = bisect_left(self.words, word)
        return place if place < len(self.words) and self.words[place] == word else None

    @cached_property
    def _other(self) -> dict[str, str]:
        return dict(line.split(" ") for line in self._spellings.split("\n") if line)

    def neighbours(self, word: int) -> dict[int, int]:
        """Return the words that may have stood where ``word`` stands, each with the strength of the relation."""
        first, last = self._neighbours.bounds(word)
        digits = self._strengths[first // 2 : (last + 1) // 2].hex()[first % 2 :][: last - first]
        strengths = digits.encode("ascii").translate(_LEVEL_OF_DIGIT)
        return dict(zip(self._neighbours.items[first:last], strengths, strict=True))

    def behind(self, word: int, link: str) -> frozenset[int]:
        """Return the words that make a collocation behind ``word``, and the link if there is one."""
        seconds, _, first, last = self._row(word, link)
        return frozenset(seconds[first:last])

    def joined(self, word: int, link: str, other: int) -> int:
        """Return the cost of a collocation of two words, with the link between if there is one; 0 if they make none.

        Nothing is decoded for it.
        """
        seconds, costs, first, last = self._row(word, link)
        place = bisect_left(seconds, other, first, last)
        return costs[place] if place < last and seconds[place] == other else 0

    def met(self, word: int, link: str, other: int) -> int:
        """Return the cost of two words, collocation or not, with the link between if there is one.

        It is 0 if English does not have them, so far as is known; of what is no collocation it is rough, and one in 128
        of those that are not met is taken for met.
        """
        found = self.joined(word, link, other)
        if found:
            return found
        usual = self._met.get(key_of(word, self._link_numbers.get(link, NO_LINK), other))
        return 0 if usual is None else USUALLY if usual else UNSEEN

    def _row(self, word: int, link: str) -> tuple[Sequence[int], memoryview, int, int]:
        """Return the table of the words behind others, with the link between if there is one, and their costs.

        The third and the fourth value say where those behind ``word`` begin and end.
        """
        if not link:
            return self._pairs.items, self._pair_costs, *self._pairs.bounds(word)
        first, last = self._joined.bounds(word)
        if first < last:
            links, number = self._joined_links, self._link_numbers.get(link, len(LINKS))
            first = bisect_left(links, number, first, last)
            last = bisect_right(links, number, first, last)
        return self._joined.items, self._joined_costs, first, last

    def vector(self, word: int) -> list[int]:
        """Return the vector of a word: words of like use point in like directions. All zeros if it has none."""
        return self._vectors[word * self.dimensions : (word + 1) * self.dimensions].tolist()


class _Table:
    """The items of each word, side by side: where those of a word begin is told by sums of counts.

    Attributes:
        items: those of all words.
    """

    def __init__(self, sections: Mapping[str, memoryview], name: str, counts: Sequence[int], items: str) -> None:
        self._sums = integers(sections[f"{name}_sums"], "I")
        self._counts = counts
        self.items = integers(sections[items], "H")

    def bounds(self, word: int) -> tuple[int, int]:
        """Return where the items of a word begin and end."""
        first = self._sums[word // STRIDE] + sum(self._counts[word - word % STRIDE : word])
        return first, first + self._counts[word]


class _Rows(dict[int, frozenset[int]]):
    """What stands behind each word and one link, or none.

    What a long run has met stays: to decode rows again for each document costs more than all else that is done with
    them.
    """

    def __init__(self, terms: Terms, link: str) -> None:
        super().__init__()
        self._terms = terms
        self._link = link

    def __missing__(self, word: int) -> frozenset[int]:
        found = self[word] = self._terms.behind(word, self._link)
        return found


def key_of(word: int, link: int, other: int) -> int:
    """Return the key of two words that are met, and the number of the link between, in the filter of the file."""
    return zlib.crc32(_KEY.pack(word, link, other))


def bits_of(letters: str) -> int:
    """Return the word classes of a word as bits (see ``Terms.classes``); the likeliest class stands first."""
    likely, possible = letters[:_OFTEN], letters
    return sum(
        (letter in likely) << (LIKELY + place) | (letter in possible) << (POSSIBLE + place)
        for place, letter in enumerate(CLASSES)
    )


def mask_of(letters: str, begin: int) -> int:
    """Return the bits of some word classes, from ``LIKELY`` or ``POSSIBLE``."""
    return sum(1 << (begin + CLASSES.index(letter)) for letter in letters)


@lru_cache(maxsize=1)
def load() -> Terms:
    """Open the packaged terms, once.

    Raises:
        DataError: if the file is missing, damaged or of another version.
    """
    return Terms(mapped(FILE))


@lru_cache(maxsize=1 << 16)
def bases(form: str) -> tuple[str, ...]:
    """Return the base forms of a lower-case word form; the one under which terms are kept stands first."""
    entry = load_lexicon().entry(form) if form.isascii() else None
    if entry is None:
        return (form,)
    lemmas = dict.fromkeys(reading.lemma for reading in entry.readings)
    return (form, *(lemma for lemma in lemmas if lemma != form)) if form in lemmas else tuple(lemmas)


def encode(sections: dict[str, bytes]) -> bytes:
    """Return the content of a terms file; the same sections give the same bytes."""
    return FORMAT.encode(sections)
