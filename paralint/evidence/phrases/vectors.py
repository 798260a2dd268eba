"""The vectors of words, which point in like directions for words of like use, and what is made of them."""

from __future__ import annotations

from collections import Counter
from functools import lru_cache
from math import sqrt
from operator import mul, sub

from paralint.evidence.words.exchanges import content_numbers
from paralint.evidence.words.terms import load
from paralint.text.document import Document
from paralint.text.words import TokenKind
from paralint.values import NamedTuple

TELLING = 60  # words of a document that say what it is about
KIN = 4  # words that another is most like
COMMONPLACE = 60  # the cost of a word that says nothing


class Vector(NamedTuple):
    """The coordinates of a vector, and the square of its length."""

    coordinates: list[int]
    square: int

    @classmethod
    def of(cls, coordinates: list[int]) -> Vector:
        return cls(coordinates, sum(map(mul, coordinates, coordinates)))


@lru_cache(maxsize=1 << 12)
def vector_of(number: int) -> Vector:
    """Return the vector of a word, by its number in ``terms.bin``."""
    return Vector.of(load().vector(number))


def context_of(document: Document, places: tuple[int, int], sentences: dict[int, list[int]]) -> Vector:
    """Return the sum of the vectors of the content words around a phrase that are no names, in its sentence.

    Args:
        document: the document.
        places: the first and the last token of the phrase.
        sentences: the sums of whole sentences that are known so far.
    """
    number = document.sentence_of(places[0])
    whole = sentences.get(number)
    if whole is None:
        _, first, last, _ = document.sentences[number]
        whole = sentences[number] = _sum(document, range(first, last))
    return Vector.of(list(map(sub, whole, _sum(document, range(places[0], places[1] + 1)))))


def _sum(document: Document, places: range) -> list[int]:
    vectors = []
    for place in places:
        word = document.tokens.word(place)
        if not word.capital and word.kind is TokenKind.WORD and (numbers := content_numbers(word.lower)):
            vectors.append(vector_of(numbers[0]).coordinates)
    return list(map(sum, zip(*vectors, strict=True))) if vectors else load().nowhere


def telling(counts: Counter[int]) -> list[int]:
    """Return the numbers of the words that say most of what a document is about.

    Args:
        counts: how often the document has each word, by its number.
    """
    costs = load().costs
    return sorted(counts, key=lambda number: (-counts[number] * (costs[number] - COMMONPLACE), number))[:TELLING]


def subject_of(words: list[int]) -> Vector:
    """Return the sum of the vectors of some words, given by number."""
    return total([vector_of(number).coordinates for number in words])


class Kin:
    """How like words are to those of some words that they are most like: a mean of cosines, from -1 to 1."""

    def __init__(self, words: list[int]) -> None:
        """Args:
        words: the words that others are held against, by number.
        """
        vectors = [(number, vector_of(number)) for number in words]
        self._words = [(number, vector.coordinates, sqrt(vector.square)) for number, vector in vectors if vector.square]
        self._known: dict[int, float] = {}

    def likeness(self, number: int) -> float:
        """Return how like a word is to its kin, by its number."""
        found = self._known.get(number)
        if found is None:
            found = self._known[number] = self._likeness(number)
        return found

    def _likeness(self, number: int) -> float:
        own = vector_of(number)
        if not own.square:
            return 0.0
        # Written out, for this is asked of many candidates: cosines, but for the length of the word itself.
        coordinates = own.coordinates
        products = [
            sum(map(mul, coordinates, others)) / length for word, others, length in self._words if word != number
        ]
        return float(sum(sorted(products)[-KIN:])) / sqrt(own.square) / KIN


def total(vectors: list[list[int]]) -> Vector:
    """Return the sum of vectors."""
    return Vector.of(list(map(sum, zip(*vectors, strict=True))) if vectors else [])


def product_of(one: Vector, other: Vector) -> int:
    return sum(map(mul, one.coordinates, other.coordinates))


def cosine(one: Vector, other: Vector) -> float:
    """Return how like two vectors are; zero if one of them has no length."""
    return cosine_of(product_of(one, other), one.square, other.square)


def cosine_of(product: int, square: int, other: int) -> float:
    """Return the cosine of two vectors by their product and the squares of their lengths."""
    length = sqrt(square * other)
    return product / length if length else 0.0
