"""The vocabulary of a document for comparing what it says: one stem for each word type, one weight for each stem.

Whether two words are the same word is decided once per distinct type, by a light stemmer that takes only inflection
and the commonest derivation away. The weight of a stem is its inverse sentence frequency (Spärck Jones 1972, "A
statistical interpretation of term specificity").
"""

from __future__ import annotations

from collections import Counter, defaultdict
from functools import lru_cache
from itertools import chain, pairwise
from math import log

from paralint.text import lazy
from paralint.text.document import Document
from paralint.text.words import TokenKind, WordType, by_form
from paralint.values import NamedTuple

NO_STEM = 0  # stem id of punctuation and of words that say nothing of what a sentence is about

_FUNCTION = """
    a an the this that these those some any each every either neither no none not n't nor such own other another same
    i me my mine myself you your yours yourself he him his himself she her hers herself it its itself we us our ours
    ourselves they them their theirs themselves one ones who whom whose which what where when why how there here
    of in on at by for with from to into onto upon over under about after before between during through against within
    without across along around behind beyond near off out up down above below as than like per via toward towards
    until till since while because although though if unless whether and or but so yet then also too very more most much
    many few less least just only even still ever never again both all
    be am is are was were been being have has had having do does did doing done will would shall should can could may
    might must ought 'll 'd 've 're 'm 's ' get gets got go goes went going make makes made making
    say says said saying state states stated stating
    mr mrs ms dr
"""
STOP_WORDS = frozenset(_FUNCTION.split())

_PLURAL = lazy.pattern(r"(?:ies|sses|(?<=[sxzh])es|(?<=[^s])s)$")
_SUFFIX = lazy.pattern(r"(?:ied|ying|ed|ing|ly)$")
_LAST = frozenset("sdgye")  # the letters that a suffix, or what is cut off, can end in
_SUFFIXES = ((_PLURAL, "s"), (_SUFFIX, "dgy"))  # each with its last letters
_YS = {"ies": "y", "ied": "y", "ying": "y", "sses": "ss"}
_FOLD = str.maketrans("áàâäãåéèêëíìîïóòôöõøúùûüýñçšžčćłğ", "aaaaaaeeeeiiiioooooouuuuyncszcclg")


@lru_cache(maxsize=1 << 16)
def stem(word: str) -> str:
    """Return the stem of a lower-cased word: the word without inflection, accents and a final *e*.

    >>> stem("warned"), stem("warnings"), stem("warns")
    ('warn', 'warn', 'warn')
    """
    if not word.isascii():
        word = word.translate(_FOLD)
    if word[-1:] not in _LAST:
        return word
    for suffix, last in _SUFFIXES:
        match = suffix.search(word) if word[-1] in last else None
        if match is not None and match.start() >= 3:
            word = word[: match.start()] + _YS.get(match[0], "")
            if len(word) > 4 and word[-1] == word[-2] and word[-1] not in "lsz":
                word = word[:-1]
    if len(word) > 4 and word[-1] == "e":
        word = word[:-1]
    return word[:-1] + "i" if len(word) > 3 and word[-1] == "y" else word


def stems_of(words: str) -> frozenset[str]:
    """Return the stems of a list of words."""
    return frozenset(map(stem, words.split()))


class Vocabulary(NamedTuple):
    """Attributes:
    stems: the stem id of each token, ``NO_STEM`` for what is not counted.
    names: the stem of each id; the first is empty.
    weights: the weight of each id, 0 for ``NO_STEM``.
    ranks: the place of each id when they are sorted by weight, the heaviest first.
    """

    stems: list[int]
    names: list[str]
    weights: list[float]
    ranks: list[int]


def vocabulary(document: Document) -> Vocabulary:
    """Return the vocabulary of a document (a layer: see ``Document.derive``)."""
    tokens = document.tokens
    numbers: defaultdict[str, int] = defaultdict()
    numbers.default_factory = numbers.__len__
    numbers[""] = NO_STEM
    of_type = list(map(numbers.__getitem__, map(_KEYS.__getitem__, tokens.forms)))
    stems = list(map(of_type.__getitem__, tokens.ids))
    bounds = tokens.sentences
    frequency = Counter(chain.from_iterable(set(stems[first:last]) for first, last in pairwise(bounds)))
    # Short documents are weighted as if they had a hundred sentences, or their weights would say next to nothing.
    sentences = max(len(bounds) - 1, 100)
    ceiling = log(1 + sentences)
    weights = [max(0.5, ceiling - log(frequency[key])) if frequency[key] else 0.0 for key in range(len(numbers))]
    weights[NO_STEM] = 0.0
    ranks = [0] * len(weights)
    for rank, number in enumerate(sorted(range(len(weights)), key=weights.__getitem__, reverse=True)):
        ranks[number] = rank
    return Vocabulary(stems, list(numbers), weights, ranks)


def _key(word: WordType) -> str:
    """Return the stem of a word, or what stands for it; an empty string for what is not counted."""
    if word.kind in (TokenKind.PUNCTUATION, TokenKind.SYMBOL, TokenKind.OBJECT) or word.lower in STOP_WORDS:
        return ""
    return word.lower if word.kind is not TokenKind.WORD else stem(word.lower)


_KEYS = by_form(_key)
