"""Read the n-grams of a language model of CMU Sphinx (``en-us.lm.bin``, in the Python package pocketsphinx).

The file is a trie, last word first: for each word those that precede it, for each of these pairs those that precede the
pair, with quantised logarithms of the conditional probabilities to the base 1.0001. Needs numpy.
"""

from __future__ import annotations

import math
import struct
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

_MAGIC = b"Trie Language Model"
_LOG10 = math.log10(1.0001)
_BINS = 1 << 16  # quantised values of one kind
_QUANTISED = 16  # bits
_PADDING = 8  # bytes behind a table of bits


@dataclass(frozen=True, slots=True)
class LanguageModel:
    """Attributes:
    words: by number.
    unigrams: log10 of the probability of each word.
    pairs: the numbers of the words of each bigram, one row each.
    pair_chances: log10 of the joint probability of each bigram.
    triples: the numbers of the words of each trigram, one row each.
    triple_chances: log10 of the joint probability of each trigram.
    """

    words: list[str]
    unigrams: Any
    pairs: Any
    pair_chances: Any
    triples: Any
    triple_chances: Any

    @classmethod
    def read(cls, path: Path) -> LanguageModel:
        """Raises:
        ValueError: if the file is no trigram model in this format.
        """
        content = path.read_bytes()
        place = content.find(_MAGIC) + len(_MAGIC)
        if place < len(_MAGIC) or content[place] != 3:
            raise ValueError(f"{path}: no trigram model of CMU Sphinx")
        words, listed, trigrams = struct.unpack_from("<3I", content, place + 1)
        place += 1 + 12 + 4  # order, counts, kind of quantisation
        bins = np.frombuffer(content, "<f4", 3 * _BINS, place).reshape(3, _BINS)
        place += 3 * _BINS * 4
        row = np.dtype([("chance", "<f4"), ("backoff", "<f4"), ("next", "<u4")])
        unigrams = np.frombuffer(content, row, words + 1, place)
        place += (words + 1) * row.itemsize
        starts = unigrams["next"].astype(np.int64)
        bigrams = int(starts[-1])
        word_bits, next_bits = int(words).bit_length(), int(trigrams).bit_length()
        width = word_bits + 2 * _QUANTISED + next_bits
        size = ((1 + listed) * width + 7) // 8 + _PADDING
        table = np.frombuffer(content, np.uint8, size, place)
        place += size
        at = np.arange(bigrams + 1, dtype=np.int64) * width
        firsts = _bits(table, at, word_bits)[:bigrams]
        chances = bins[0][_bits(table, at + word_bits + _QUANTISED, _QUANTISED)[:bigrams]]
        nexts = _bits(table, at + word_bits + 2 * _QUANTISED, next_bits)
        width = word_bits + _QUANTISED
        size = ((1 + trigrams) * width + 7) // 8 + _PADDING
        table = np.frombuffer(content, np.uint8, size, place)
        place += size
        at = np.arange(trigrams, dtype=np.int64) * width
        heads = _bits(table, at, word_bits)
        last = bins[2][_bits(table, at + word_bits, _QUANTISED)] * _LOG10
        (length,) = struct.unpack_from("<I", content, place)
        names = content[place + 4 : place + 4 + length].split(b"\0")[:-1]
        single = unigrams["chance"][:-1] * _LOG10
        seconds = np.repeat(np.arange(words), np.diff(starts))
        joint = single[firsts] + chances * _LOG10
        # The pair of words that each trigram ends in, and the chance of the pair that it begins with.
        tails = np.repeat(np.arange(bigrams), np.diff(nexts))
        keys = firsts * words + seconds
        order = np.argsort(keys)
        found = np.minimum(np.searchsorted(keys[order], heads * words + firsts[tails]), bigrams - 1)
        known = keys[order][found] == heads * words + firsts[tails]
        triples = np.stack([heads, firsts[tails], seconds[tails]], axis=1)[known]
        return cls(
            [name.decode("utf-8", "replace") for name in names],
            single,
            np.stack([firsts, seconds], axis=1),
            joint,
            triples,
            (joint[order][found] + last)[known],
        )


def _bits(table: Any, at: Any, width: int) -> Any:
    """Return the numbers of ``width`` bits that begin at the given bits of a table."""
    value = np.zeros(len(at), np.uint64)
    for byte in range(8):
        value |= table[np.minimum((at >> 3) + byte, len(table) - 1)].astype(np.uint64) << np.uint64(8 * byte)
    return ((value >> (at & 7).astype(np.uint64)) & np.uint64((1 << width) - 1)).astype(np.int64)
