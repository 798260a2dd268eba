"""Words that English does not have and that are one slip, or one way to spell a sound, away from a common word.

A machine that writes by ear, and a hurried editor of what it wrote, leave "hault" for "halt" and "brisque" for "brisk".
A page has unknown words of its own, too: terms, dialect, words of other languages. So only a word that stands once, in
lower case, and next to a word that everybody knows is taken for one.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from string import ascii_lowercase

from paralint.evidence.words.closed import words
from paralint.evidence.words.places import word_at
from paralint.text.document import Document
from paralint.text.morphology import is_word, zipf_frequency
from paralint.values import NamedTuple

_SHORTEST = 5
_COMMON = 3.2  # log10 of the occurrences in a billion words that the other word must have
_QUOTES = frozenset("'\"‘“«`*_/[]")
_SAME_START, _SAME_END = 1.0, 0.8  # what it counts that both words begin, or end, alike
_PREFIXES = ("re", "un", "non", "over", "out", "pre", "mis", "under", "super", "anti", "micro", "multi")
_DIALECT = words("summat meself yerself owt nowt mebbe gonna wanna gotta kinda dunno innit blimey crikey thrang")
# Ways to spell one sound.
_SPELLINGS = (
    ("oo", "ui"), ("oo", "u"), ("oo", "ou"), ("oo", "ew"), ("ee", "ea"), ("ee", "ie"), ("ea", "ee"), ("ea", "ie"),
    ("ie", "ei"), ("ei", "ie"), ("ay", "ai"), ("ai", "ay"), ("ai", "ei"), ("ei", "ai"), ("que", "k"), ("k", "que"),
    ("ck", "k"), ("k", "ck"), ("k", "ch"), ("ph", "f"), ("f", "ph"), ("ff", "ph"), ("ff", "gh"), ("f", "gh"),
    ("gh", ""), ("ou", "ow"), ("ow", "ou"), ("aw", "au"), ("au", "aw"), ("aw", "ough"), ("or", "our"), ("er", "ur"),
    ("ur", "er"), ("ir", "er"), ("er", "ir"), ("ur", "ir"), ("ce", "se"), ("se", "ce"), ("si", "ci"), ("ci", "si"),
    ("shun", "tion"), ("shon", "tion"), ("cion", "tion"), ("sion", "tion"), ("tion", "sion"), ("j", "dg"),
    ("sk", "sch"), ("n", "kn"), ("r", "wr"), ("s", "ps"), ("w", "wh"), ("wh", "w"), ("y", "igh"), ("ite", "ight"),
    ("ew", "ue"), ("ewe", "ue"), ("ue", "ew"), ("x", "cks"), ("cks", "x"), ("z", "s"), ("kw", "qu"), ("u", "ou"),
    ("ge", "dge"),
)  # fmt: skip


class Misspelt(NamedTuple):
    """Attributes:
    place: the token.
    expected: the word that is meant.
    """

    place: int
    expected: str


def misspelt(document: Document) -> tuple[Misspelt, ...]:
    """Return the words that are no words and nearly common ones, in text order (a layer: see ``Document.derive``)."""
    return tuple(sorted(_misspelt(document)))


def _misspelt(document: Document) -> Iterator[Misspelt]:
    types, places = document.tokens.types, document.places
    for lower, kinds in document.by_lower.items():
        if len(lower) < _SHORTEST or not (lower.isascii() and lower.isalpha()) or is_word(lower):
            continue
        here = [place for kind in kinds for place in places[kind]]
        if len(here) > 1 or not types[kinds[0]].form.islower() or zipf_frequency(lower) or lower in _DIALECT:
            continue
        beside = word_at(document, here[0] - 1) + word_at(document, here[0] + 1)
        if _QUOTES.isdisjoint(beside) and (expected := meant(lower)):
            yield Misspelt(here[0], expected)


@lru_cache(maxsize=1 << 10)
def meant(word: str) -> str:
    """Return the common word that an unknown one is nearest to; nothing if there is none."""
    if word.endswith("s") and is_word(word[:-1]):
        return ""  # the plural of a word that has none
    if any(word.startswith(prefix) and is_word(word[len(prefix) :]) for prefix in _PREFIXES):
        return ""
    near = {other: zipf_frequency(other) for other in _near(word)}
    common = [other for other in near if near[other] >= _COMMON]
    alike = {other: _SAME_START * (other[0] == word[0]) + _SAME_END * (other[-1] == word[-1]) for other in common}
    return max(common, key=lambda other: (near[other] + alike[other], other), default="")


def _near(word: str) -> Iterator[str]:
    for at in range(len(word) + 1):
        before, behind = word[:at], word[at:]
        for letter in ascii_lowercase:
            yield before + letter + behind
            if behind and behind[0] != letter:
                yield before + letter + behind[1:]
        if behind:
            yield before + behind[1:]
        if len(behind) > 1:
            yield before + behind[1] + behind[0] + behind[2:]
    for written, other in _SPELLINGS:
        at = word.find(written)
        while at >= 0:
            yield word[:at] + other + word[at + len(written) :]
            at = word.find(written, at + 1)
