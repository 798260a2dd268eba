"""Which words of a text a language model finds odd."""

from __future__ import annotations

import re
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from paralint.engine.language_model.probe import SORTS, Probe, check_fit, read_probe
from paralint.engine.language_model.reading import read
from paralint.engine.language_model.tokenizer import Tokenizer, Tokens
from paralint.engine.language_model.transformer import Transformer
from paralint.engine.language_model.weights import Floats, ModelFile
from paralint.values import NamedTuple

_WORD = re.compile(r"\S+")


class Judged(NamedTuple):
    """A word of a text, ``text[first:last]``, what surrounds it without a space included.

    Attributes:
        odds: the probability that it is damaged.
        sort: how, most likely; one of ``SORTS``.
    """

    first: int
    last: int
    odds: float
    sort: str


class Judge:
    """A model, its tokenizer and the probe, loaded.

    Attributes:
        doubtful, sure: the probability of damage from which on a word is odd in a damaged text, and in any.
    """

    def __init__(self, path: Path, probe: Probe | None = None) -> None:
        """
        Args:
            path: the file of the model.
            probe: that of the package by default.

        Raises:
            LanguageModelError: for a model that cannot be read or that the probe does not fit.
        """
        self._probe = probe = probe or read_probe()
        file = ModelFile(path)
        check_fit(probe, file.shape)
        self._tokenizer = Tokenizer(file.vocabulary())
        self._transformer = Transformer(file, probe.depth, probe.adaptation)
        self.doubtful, self.sure = probe.doubtful, probe.sure

    def judge(self, text: str) -> list[Judged]:
        """Return the words of a text, in order."""
        words = [match.span() for match in _WORD.finditer(text)]
        if not words:
            return []
        tokens = self._tokenizer(text)
        weighed = self._probe.weighed(self._drawn(tokens, _last_tokens(tokens, words)))
        odds = 1 - weighed[:, 0]
        sorts = weighed[:, 1:].argmax(axis=1)
        return [
            Judged(first, last, odd, SORTS[sort])
            for (first, last), odd, sort in zip(words, odds.tolist(), sorts.tolist(), strict=True)
        ]

    def _drawn(self, tokens: Tokens, chosen: NDArray[np.intp]) -> Floats:
        """Return what the probe makes of the states of tokens. States of all tokens would be too many to keep."""
        drawn = []
        for stretch in read(self._transformer, tokens.numbers, self._tokenizer.text_end):
            first, last = np.searchsorted(chosen, [stretch.first, stretch.first + len(stretch.states)])
            drawn.append(self._probe.drawn(stretch.states[chosen[first:last] - stretch.first]))
        return np.concatenate(drawn)


def _last_tokens(tokens: Tokens, words: list[tuple[int, int]]) -> NDArray[np.intp]:
    """Return the number of the last token of each word. A token belongs to no more than one word: it has no space but
    at its beginning."""
    ends = np.array([last for _, last in words])
    return np.searchsorted(tokens.starts, ends) - 1
