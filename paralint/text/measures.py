"""Counts that readability formulas are made of, and the formulas that Vale names.

Syllables are estimated from spelling alone, so grades differ a little from those of any other program.
"""

from __future__ import annotations

import math
from functools import lru_cache

from paralint.text import lazy
from paralint.values import NamedTuple

_WORD = lazy.pattern(r"(?:[A-Z]\.){2,}|[^\W_](?:[^\W_]|['’])*")
_SENTENCE_END = lazy.pattern(r"[.!?…][\"'”’)\]]*(?=\s+[^\sa-z]|\s*\Z)\s*|\n\n\s*")
_VOWELS = lazy.pattern(r"[aeiouyà-öø-ÿ]+")
# An e that is not heard: in "named", "votes", "there"; but "wanted", "cases", "table".
_SILENT = lazy.pattern(
    r"(?:[^aeiouytd]ed|(?<![sxzcg])(?<![cs]h)(?<![^aeiouy]l)(?<![aeiouy])es|(?<![^aeiouy]l)(?<![aeiouy])e)$"
)
# Vowels beside each other that are two syllables, and those that look so and are one.
_APART = lazy.pattern(r"i[aou](?!us\b)|eo(?!u)|ua(?=[lrt])|[aeiou]ing$|uous$|creat|ism$")
_TOGETHER = lazy.pattern(r"(?:[ctsg]i(?:a|ou|o)|[gq]u[aeio])")


class Counts(NamedTuple):
    """What a text consists of.

    Attributes:
        characters: letters and digits.
        paragraphs: pieces between blank lines.
        complex_words: words of more than two syllables, endings left out.
        long_words: words of more than six letters.
        polysyllabic_words: words of more than two syllables.
    """

    words: float
    sentences: float
    syllables: float
    characters: float
    paragraphs: float
    complex_words: float
    long_words: float
    polysyllabic_words: float


def counts(text: str) -> Counts:
    """Count what is in ``text``, whose paragraphs are parted by blank lines."""
    words = _WORD.findall(text)
    syllables = [syllables_of(word.lower()) for word in words]
    sentences = len(_SENTENCE_END.findall(text))
    if words and not _SENTENCE_END.search(text[-3:]):
        sentences += 1
    return Counts(
        words=len(words),
        sentences=max(sentences, 1),
        syllables=sum(syllables),
        characters=sum(map(str.isalnum, "".join(words))),
        paragraphs=len([part for part in text.split("\n\n") if part.strip()]),
        complex_words=sum(
            count - word.endswith(("es", "ed", "ing")) > 2 for word, count in zip(words, syllables, strict=True)
        ),
        long_words=sum(len(word) > 6 for word in words),
        polysyllabic_words=sum(count > 2 for count in syllables),
    )


@lru_cache(maxsize=20_000)
def syllables_of(word: str) -> int:
    """Estimate the syllables of a lower-cased word: its groups of vowels, without a silent e, with hiatus."""
    groups = len(_VOWELS.findall(word))
    if (
        groups > 1
        and _SILENT.search(word)
        and not word.endswith(("ble", "cle", "dle", "fle", "gle", "kle", "ple", "tle"))
    ):
        groups -= 1
    groups += len(_APART.findall(_TOGETHER.sub("", word)))
    return max(groups, 1)


def grades(found: Counts) -> dict[str, float]:
    """Return the grades that Vale knows, by the names of their variables; there must be a word.

    Senter and Smith (1967), Coleman and Liau (1975), Kincaid et al. (1975), Gunning (1952), McLaughlin (1969).
    """
    length = found.words / found.sentences
    return {
        "automated_readability": 4.71 * found.characters / found.words + 0.5 * length - 21.43,
        "coleman_liau": 5.88 * found.characters / found.words - 29.6 * found.sentences / found.words - 15.8,
        "flesch_kincaid": 0.39 * length + 11.8 * found.syllables / found.words - 15.59,
        "gunning_fog": 0.4 * (length + 100 * found.complex_words / found.words),
        "smog": 1.043 * math.sqrt(30 * found.polysyllabic_words / found.sentences) + 3.1291,
    }
