"""Which words may have been exchanged for which, and the odds that they were: what all judges of phrases share."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from math import tanh
from operator import mul

from paralint.evidence.words.terms import FUNCTION_WORDS, load
from paralint.text.lexicon import load as load_lexicon

SHORTEST = 3  # letters of a word that may have been exchanged
HOPELESS = -4.0  # log odds
CLOSE = 75  # strength from which on two words are told for one another; synonyms have 200
_PRONOUNS = frozenset(
    [
        "everybody",
        "everyone",
        "somebody",
        "someone",
        "anybody",
        "anyone",
        "nobody",
        "everything",
        "something",
        "nothing",
    ]
)
_CLASS_OF_FORM = str.maketrans("nsbzdpgartvefxmu", "nnvvvvvaaarrrooo")


@lru_cache(maxsize=1 << 16)
def content_numbers(form: str) -> tuple[int, ...]:
    """Return the numbers in ``terms.bin`` of a word that may have been exchanged, or nothing."""
    if len(form) < SHORTEST or not form.isalpha() or not form.isascii():
        return ()
    return () if form in FUNCTION_WORDS or form in _PRONOUNS else load().numbers(form)


@lru_cache(maxsize=1 << 14)
def exchanges(numbers: tuple[int, ...]) -> dict[int, int]:
    """Return what a word may stand for, with strengths."""
    terms = load()
    found: dict[int, int] = {}
    for number in numbers:
        for neighbour, strength in terms.neighbours(number).items():
            if strength > found.get(neighbour, 0) and neighbour not in numbers:
                found[neighbour] = strength
    return found


@lru_cache(maxsize=1 << 14)
def exchanges_of(numbers: tuple[int, ...], classes: int) -> dict[int, int]:
    """Return what a word may stand for, with strengths, of some word classes (bits: see ``Terms.classes``)."""
    of = load().classes
    return {other: strength for other, strength in exchanges(numbers).items() if of[other] & classes}


@lru_cache(maxsize=1 << 16)
def may_stand_for(one: str, other: str) -> bool:
    """Whether a paraphraser may put one of two lower-case words for the other."""
    first, second = content_numbers(one), content_numbers(other)
    return any(
        exchanges(source).get(number, 0) >= CLOSE
        for source, target in ((first, second), (second, first))
        for number in target
    )


@lru_cache(maxsize=1 << 16)
def word_letters(form: str) -> str:
    """Return the word classes of a form as letters (noun, verb, adjective, adverb, other), the likeliest first."""
    return load_lexicon().forms(form).translate(_CLASS_OF_FORM) if form.isascii() else ""


class Model:
    """A logistic model, and a network with one hidden layer that corrects it."""

    def __init__(self, weights: Sequence[float], features: int) -> None:
        """Args:
        weights: those of the model; behind them, for each unit of the network, those of its inputs and of its output.
        features: how many a candidate has.
        """
        self.weights = weights[:features]
        self._units = [
            (weights[start : start + features], weights[start + features])
            for start in range(features, len(weights), features + 1)
        ]

    def odds(self, row: Sequence[float]) -> float:
        """Return what the logistic model alone makes of the features of a candidate, or of the first of them."""
        return float(sum(map(mul, self.weights, row)))

    def correction(self, row: Sequence[float]) -> float:
        """Return what the network adds to that; it costs twenty times as much."""
        return sum([output * tanh(sum(map(mul, inputs, row))) for inputs, output in self._units])
