"""The features of the tagger: what of a word and its neighbours bears weights.

A *unary* feature is a string that starts with the letter of its template; a *wide* one speaks of all five offsets, a
*centre* one of the token itself only. A *pair* joins unary features of tokens at the given offsets. The tagger and
``tools/train_tagger.py`` both take them from here.
"""

from __future__ import annotations

from paralint.values import NamedTuple

OFFSETS = (-2, -1, 0, 1, 2)  # the blocks of a wide row: the score given to the token that stands this far to the right
_FOLD = str.maketrans({"’": "'", "‘": "`", "“": "``", "”": "''", "‐": "-", "‑": "-"} | dict.fromkeys("123456789", "0"))
PAIRS: tuple[tuple[tuple[str, int], ...], ...] = (
    (("c", -1), ("w", 0)),
    (("c", -1), ("c", 0)),
    (("w", 0), ("c", 1)),
    (("c", 0), ("c", 1)),
    (("c", -1), ("c", 1)),
    (("c", -2), ("c", -1)),
    (("c", 1), ("c", 2)),
    (("c", -1), ("c", 0), ("c", 1)),
)
KEY_BITS = 20  # a pair's key is the numbers of its features, of that many bits each


class Word(NamedTuple):
    """What the features of a token are made from."""

    form: str
    key: str  # the folded form
    shape: str
    ambiguity: str  # its ambiguity class
    cluster: int  # of its distribution in unlabelled text, -1: none
    group: int  # the coarser cluster, -1: none
    rank: int  # logarithm of its rank by frequency in unlabelled text, 0: not there
    lower_seen: bool  # a capitalised form whose lower-case form is in the same document


def fold(form: str) -> str:
    """The key under which a word form is looked up: lower case, ASCII quotes and hyphens, every digit a zero."""
    return form.translate(_FOLD).lower()


def shape(form: str) -> str:
    """A short name for the pattern of capitals, digits and marks in a word form."""
    if form.isdigit():
        return "year" if len(form) == 4 else "digits"
    if form[:1].isdigit():
        return "number"
    inner = ("-" if "-" in form[1:] else "") + ("." if "." in form[:-1] else "")
    if form[:1].isupper():
        if len(form) == 1:
            return "X"
        if form.isupper():
            return "XX" + inner
        return ("Xx" if form[1:].islower() else "XxX") + inner
    if form.islower():
        return "x" + inner
    return ("xX" if any(map(str.isalpha, form)) else "mark") + inner


def letter_kind(form: str) -> str:
    """``l``, ``t`` or ``c`` for a longer word in lower case, with a capital, in capitals; else a space."""
    if len(form) < 4 or not form[0].isalpha():
        return " "
    return "l" if form[0].islower() else "c" if form.isupper() else "t"


def lettering(kinds: str) -> str:
    """How a sentence with these letter kinds is set: a mark that is added to the shape of its capitalised words."""
    lower, capitals = kinds.count("l"), kinds.count("c")
    total = lower + capitals + kinds.count("t")
    if total < 3 or 4 * lower > total:
        return ""
    return "^" if 2 * capitals > total else "~"


def unknown_class(key: str, shape: str) -> str:
    """The ambiguity class of a word that is not in the lexicon."""
    return f"?{key[-2:]}{shape}"


def wide_features(word: Word) -> list[str]:
    """Return what of a word bears on the tokens around it, too."""
    return [
        "w" + word.key,
        "c" + word.ambiguity,
        "s" + word.shape,
        "3" + word.key[-3:],
        f"k{word.cluster}",
        f"g{word.group}",
    ]


def centre_features(word: Word) -> list[str]:
    """Return what of a word bears on its own tag alone."""
    form, key, shape = word.form, word.key, word.shape
    features = [
        "1" + key[-1:],
        "2" + key[-2:],
        "4" + key[-4:],
        "a" + key[:2],
        "b" + key[:3],
        f"S{shape} {word.ambiguity}",
        f"T{shape} {key[-2:]}",
        f"R{shape} {word.rank}",
        f"G{shape} {word.group}",
    ]
    if word.lower_seen:
        features.append("d" + shape)
    if form != key:
        features.append("W" + form)
    if "-" in key[1:-1]:
        features.append("h" + key[key.rindex("-") + 1 :])
    return features


BEFORE = Word("<s>", "<s>", "<s>", "<s>", -1, -1, 0, False)  # stands twice before each sentence
AFTER = Word("</s>", "</s>", "</s>", "</s>", -1, -1, 0, False)  # … and twice after it


def rank_class(rank: int) -> int:
    """The logarithm of a rank by frequency (from 0; -1: not in the list), 0 for none."""
    return (rank + 8).bit_length() if rank >= 0 else 0
