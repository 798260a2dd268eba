"""The collocations: which words English puts together, how often, and what a paraphraser may have put for each.

The data file is made by ``tools/build_terms.py`` (sources and licences: ``docs/data-sources.md``). It is read as a few
flat tables, so that opening it costs a few milliseconds however many pairs it holds; a word's rows are decoded when a
document first has the word.

Probabilities are kept as whole numbers: a *cost* is -20 log10 of the probability, so costs add where probabilities
multiply.
"""

from __future__ import annotations

import struct
from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from functools import cached_property, lru_cache
from typing import Literal

from paralint.data import DataError, integers, mapped
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
LINKS = ("at", "by", "for", "from", "in", "of", "on", "to", "with")  # words that may join two of a collocation

_FEW = 100  # words that are looked for in the text of the vocabulary; a list is made for more
SECTIONS = (
    "words",  # the vocabulary, sorted, one a line; a word's number is its place
    "spellings",  # other spellings, one a line: the form, and the word of the vocabulary
    "costs",  # B: the cost of each word
    "openings",  # b: how readily each word takes a new word behind it, as a cost with its sign turned
    "closings",  # b: how readily each word takes a new word before it
    "neighbour_index",  # I: where each word's neighbours begin, and where the last end
    "neighbours",  # H: words that a paraphraser may have had before it
    "strengths",  # B: how close each neighbour is
    "pair_index",  # I: where the words that follow each word begin, and where the last end
    "pair_seconds",  # H: words that follow it, ascending
    "pair_costs",  # B: the cost of each pair
    "joined_index",  # I: where the words that follow each word behind a link begin, and where the last end
    "joined_links",  # B: the link of each
    "joined_seconds",  # H: words that follow it
    "joined_costs",  # B: the cost of the three words
    "link_costs",  # B: the cost of each link between two words
    "vectors",  # b: a vector for each word
    "weights",  # d: the weights of the model that judges candidates
)
FORMAT = Format(FILE, "terms", b"PLTM", 3, SECTIONS)
_ARRAYS: Mapping[str, Literal["I", "H"]] = {
    "neighbour_index": "I",
    "pair_index": "I",
    "joined_index": "I",
    "neighbours": "H",
    "pair_seconds": "H",
    "joined_seconds": "H",
}

_FUNCTION = """
    a an the of in on at by for with from to into onto upon over under about after before between during through
    against within without across along around behind beyond near off out up down above below as than like per via
    toward towards until till since while because although though if unless whether and or but so yet then is are was
    were be been being am has have had do does did not no its it his her their our your my he she they we i you this
    that these those one 's one's someone someone's oneself who whom whose which what where when why how there here
    't
"""
FUNCTION_WORDS = frozenset(_FUNCTION.split())

_NONE: Mapping[int, int] = {}


class Terms:
    """The opened data file.

    Attributes:
        rows: for each link, and "" for none, what ``behind`` says of each word; it stays decoded.
        dimensions: the coordinates of a vector.

    Raises:
        DataError: if ``content`` is no terms file of this version, or is damaged.
    """

    def __init__(self, content: bytes | memoryview) -> None:
        sections = FORMAT.decode(content)
        try:
            self._listed = f"\n{str(sections['words'], 'ascii')}\n"
            self._spellings = str(sections["spellings"], "ascii")
        except ValueError as error:
            raise DataError(f"paralint/data/{FILE}: {error}") from error
        self._asked = 0
        self.costs = bytes(sections["costs"])
        self._pair_costs, self._joined_costs = sections["pair_costs"], sections["joined_costs"]
        self._link_numbers = {link: number for number, link in enumerate(LINKS)}
        self.weights = struct.unpack(f"<{len(sections['weights']) // 8}d", sections["weights"])
        self.openings = sections["openings"].cast("b")
        self.closings = sections["closings"].cast("b")
        self._vectors = sections["vectors"].cast("b")
        self.dimensions = len(self._vectors) // len(self.costs)
        self._tables = {name: integers(sections[name], kind) for name, kind in _ARRAYS.items()}
        self._bytes = sections
        self.link_costs = dict(zip(LINKS, sections["link_costs"], strict=True))
        self.rows: Mapping[str, Mapping[int, Mapping[int, int]]] = {link: _Rows(self, link) for link in ("", *LINKS)}

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
        return self._listed[1:-1].split("\n")

    def _place(self, word: str) -> int | None:
        if "words" not in self.__dict__ and self._asked < _FEW:
            # The words before it are counted, which for a short text takes less than making a list of all.
            self._asked += 1
            found = self._listed.find(f"\n{word}\n")
            return self._listed.count("\n", 0, found) if found >= 0 else None
        place = bisect_left(self.words, word)
        return place if place < len(self.words) and self.words[place] == word else None

    @cached_property
    def _other(self) -> dict[str, str]:
        return dict(line.split(" ") for line in self._spellings.split("\n") if line)

    def neighbours(self, word: int) -> dict[int, int]:
        """Return the words that may have stood where ``word`` stands, each with the strength of the relation."""
        index = self._tables["neighbour_index"]
        first, last = index[word], index[word + 1]
        return dict(zip(self._tables["neighbours"][first:last], self._bytes["strengths"][first:last], strict=True))

    def following(self, word: int) -> dict[int, int]:
        """Return the words that follow ``word`` in English, each with the cost of the pair."""
        return self.behind(word, "")

    def behind(self, word: int, link: str) -> dict[int, int]:
        """Return the words that follow ``word`` and a link, if there is one, each with the cost of all."""
        seconds, costs, first, last = self.row(word, link)
        return dict(zip(seconds[first:last], costs[first:last], strict=True))

    def joined(self, word: int, link: str, other: int) -> int:
        """Return the cost of ``word`` with ``other`` behind it, and the link between if there is one; 0 if none has it.

        Nothing is decoded for it.
        """
        seconds, costs, first, last = self.row(word, link)
        place = bisect_left(seconds, other, first, last)
        return costs[place] if place < last and seconds[place] == other else 0

    def row(self, word: int, link: str) -> tuple[Sequence[int], memoryview, int, int]:
        """Return the table of the words behind others, with the link between if there is one, and their costs.

        The third and the fourth value say where those behind ``word`` begin and end.
        """
        tables = self._tables
        if not link:
            index = tables["pair_index"]
            return tables["pair_seconds"], self._pair_costs, index[word], index[word + 1]
        index = tables["joined_index"]
        first, last = index[word], index[word + 1]
        if first < last:
            links, number = self._bytes["joined_links"], self._link_numbers.get(link, len(LINKS))
            first = bisect_left(links, number, first, last)
            last = bisect_right(links, number, first, last)
        return tables["joined_seconds"], self._joined_costs, first, last

    def collocates(self, word: int, link: str) -> Mapping[int, int]:
        """Return those words behind ``word``, and the link if there is one, that are met with it more than by chance.

        Each has the cost of the collocation.
        """
        return {other: cost for other, cost in self.rows[link][word].items() if self.strong(word, link, other, cost)}

    def strong(self, word: int, link: str, other: int, cost: int) -> bool:
        """Whether two words that are met at some cost, with the link between, are met more than by chance."""
        return cost <= RAREST and cost <= self.by_chance(word, link) + self.costs[other]

    def by_chance(self, word: int, link: str) -> int:
        """Return what a collocation costs at most, but for its second word."""
        return self.costs[word] + (self.link_costs[link] if link else 0) - STRONG

    def vector(self, word: int) -> list[int]:
        """Return the vector of a word: words of like use point in like directions. All zeros if it has none."""
        return self._vectors[word * self.dimensions : (word + 1) * self.dimensions].tolist()


class _Rows(dict[int, Mapping[int, int]]):
    """What stands behind each word and one link, or none.

    All that the file has take 50 MB, so what a long run has met stays: to decode rows again for each document costs
    more than all else that is done with them.
    """

    def __init__(self, terms: Terms, link: str) -> None:
        super().__init__()
        self._terms = terms
        self._link = link

    def __missing__(self, word: int) -> Mapping[int, int]:
        found = self[word] = self._terms.behind(word, self._link) or _NONE
        return found


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
