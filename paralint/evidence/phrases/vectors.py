"""The vectors of words, which point in like directions for words of like use, and what is made of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from functools import lru_cache
from math import sqrt
from operator import mul

from paralint.evidence.phrases.lanes import Lanes, lanes
from paralint.evidence.words.exchanges import content_numbers
from paralint.evidence.words.terms import load
from paralint.text.document import Document
from paralint.text.words import TokenKind
from paralint.values import NamedTuple

TELLING = 60  # words of a document that say what it is about
ENOUGH = 100  # tokens of a document that say what it is about
COMMONPLACE = 60  # the cost of a word that says nothing
WINDOW = 5  # tokens on either side that are near
BESIDE = 60  # what the word beside counts there; the second counts half of it, the third a third


class Vector(NamedTuple):
    """The coordinates of a vector, and the square of its length."""

    coordinates: Sequence[int]
    square: int

    @classmethod
    def of(cls, coordinates: Sequence[int]) -> Vector:
        return cls(coordinates, sum(map(mul, coordinates, coordinates)))

    @classmethod
    def joined(cls, coordinates: int) -> Vector:
        """Return the vector whose coordinates are the lanes of a number."""
        return cls.of(_lanes().part(coordinates))


def _lanes() -> Lanes:
    return lanes(load().dimensions)


@lru_cache(maxsize=1 << 13)
def vector_of(number: int) -> Vector:
    """Return the vector of a word, by its number in ``terms.bin``; all zeros if it has none."""
    return Vector.of(load().vector(number))


@lru_cache(maxsize=1 << 13)
def _joined(number: int) -> int:
    return _lanes().join(load().vector(number))


class Surroundings:
    """The sums of the vectors of the content words around places of a document; names are none of them."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._ids = document.tokens.ids
        self._joined = [  # by type: its coordinates as the lanes of a number
            _joined(numbers[0])
            if word.kind is TokenKind.WORD and not word.capital and (numbers := content_numbers(word.lower))
            else 0
            for word in document.tokens.types
        ]
        self._sentences: dict[int, int] = {}

    def sentence(self, first: int, last: int) -> Vector:
        """Return the sum of a sentence without the tokens from the first to the last, both included."""
        number = self._document.sentence_of(first)
        whole = self._sentences.get(number)
        if whole is None:
            _, begin, end, _ = self._document.sentences[number]
            whole = self._sentences[number] = self._sum(begin, end)
        return Vector.joined(whole - self._sum(first, last + 1))

    def window(self, place: int) -> Vector:
        """Return the sum of what stands near a token in its sentence, the nearer words for more."""
        _, begin, end, _ = self._document.sentences[self._document.sentence_of(place)]
        joined, ids = self._joined, self._ids
        near = range(max(begin, place - WINDOW), min(end, place + WINDOW + 1))
        return Vector.joined(
            sum([joined[ids[other]] * (BESIDE // abs(other - place)) for other in near if other != place])
        )

    def _sum(self, first: int, last: int) -> int:
        return sum(map(self._joined.__getitem__, self._ids[first:last]))


def surroundings(document: Document) -> Surroundings:
    """Return the surroundings of the places of a document (a layer: see ``Document.derive``)."""
    return Surroundings(document)


class Subject:
    """What a document is about: the words that say most of it, and their sum."""

    def __init__(self, counts: Counter[int]) -> None:
        """Args:
        counts: how often the document has each word, by its number.
        """
        costs = load().costs
        ranked = sorted(counts, key=lambda number: (-counts[number] * (costs[number] - COMMONPLACE), number))
        self._words = ranked[:TELLING]
        self.vector = Vector.joined(sum(map(_joined, self._words)))
        self._products: dict[int, int] = {}

    def product(self, number: int) -> int:
        """Return the product of a word, by its number, with the sum."""
        found = self._products.get(number)
        if found is None:
            found = self._products[number] = product_of(vector_of(number), self.vector)
        return found

    def likeness(self, number: int) -> float:
        """Return how like a word is to the sum, a cosine."""
        return cosine_of(self.product(number), vector_of(number).square, self.vector.square)


def subject_of(document: Document) -> Subject:
    """Return what a document is about, as vectors (a layer: see ``Document.derive``)."""
    counts: Counter[int] = Counter()
    for word, places in zip(document.tokens.types, document.places, strict=True):
        numbers = () if word.capital or word.kind is not TokenKind.WORD else content_numbers(word.lower)
        if numbers:
            counts[numbers[0]] += len(places)
    return Subject(counts)


def likeness(document: Document, number: int) -> float:
    """Return how like the subject of a document a word is, by its number; 0 if the document says too little."""
    return document.derive(subject_of).likeness(number) if len(document.tokens) >= ENOUGH else 0.0


@lru_cache(maxsize=1 << 15)
def product(one: int, other: int) -> int:
    """Return the product of the vectors of two words, by their numbers."""
    return product_of(vector_of(one), vector_of(other))


def nearness(one: int, other: int) -> float:
    """Return how like two words are, by their numbers: the cosine of their vectors."""
    return cosine_of(product(one, other), vector_of(one).square, vector_of(other).square)


def product_of(one: Vector, other: Vector) -> int:
    return sum(map(mul, one.coordinates, other.coordinates))


def cosine(one: Vector, other: Vector) -> float:
    """Return how like two vectors are; zero if one of them has no length."""
    return cosine_of(product_of(one, other), one.square, other.square)


def cosine_of(product: int, square: int, other: int) -> float:
    """Return the cosine of two vectors by their product and the squares of their lengths."""
    length = sqrt(square * other)
    return product / length if length else 0.0
