"""How alike two spellings of a name are: what is one sound written two ways, and what is damage.

Pure functions of strings. All of them work on the folded form, without case, diacritics and apostrophes.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from functools import lru_cache
from itertools import takewhile
from unicodedata import normalize

from paralint.evidence.words.closed import words
from paralint.text import lazy
from paralint.values import NamedTuple

_MEMO = 1 << 16

# Letters that do not decompose under NFKD but are commonly written with plain Latin ones.
_PLAIN = str.maketrans(
    {"ł": "l", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "ß": "ss", "æ": "ae", "œ": "oe", "ı": "i", "ə": "a", "ħ": "h"}
)

# One sound, several Latin spellings. Applied in this order to the folded form; longer spellings stand before the
# shorter ones they contain. From the romanisation tables of Russian, Ukrainian, Arabic, Persian and Greek (BGN/PCGN,
# ISO 9, ALA-LC, passports), and the French, German and English ways of writing the same sounds.
_SOUNDS: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (lazy.pattern(pattern), sound)
    for pattern, sound in (
        (r"(?:iy|yy|ii|yi|ij|yj|ey|ei|ee|ie)$|[iy]+$", "i"),  # Zelenskiy, Zelenskyy, Yuriy, Andrei
        (r"(?:shch|sch|sh|ch|tch|tsch|cz|sz|tj)", "š"),
        (r"(?:dzh|dj|zh|j)", "ž"),
        (r"ou|oo|w(?=[^aeiouy]|$)", "u"),
        (r"i[ua]|y[ua]|j[ua]", "ya"),  # Iulia, Yulia
        (r"[ae][iy]|ee|ea|ie|[iy]+", "i"),
        (r"kh|gh|h", "h"),
        (r"ph|ff?", "f"),
        (r"ck|qu(?=[aeiouy])|q|c(?![ei])", "k"),
        (r"ts|tz|c(?=[ei])|z", "z"),
        (r"th", "t"),
        (r"x", "ks"),
        (r"w|v", "v"),
        (r"(.)\1+", r"\1"),
        (r"(?<=[^aeiou])h|h$", ""),
    )
)
_VOWEL_SHIFTS = frozenset(("ae", "ea", "ei", "ie", "ou", "uo"))
_DIGRAPHS = (
    ("tsch", "s"), ("shch", "s"), ("tch", "s"), ("sch", "s"), ("sh", "s"), ("ch", "s"), ("dzh", "s"), ("zh", "s"),
    ("dj", "s"), ("cz", "s"), ("sz", "s"), ("kh", "h"), ("gh", "h"), ("ph", "f"), ("ts", "s"), ("tz", "s"), ("x", "ks"),
)  # fmt: skip
_BONES = str.maketrans("cqwzj", "kkvss", "aeiouyh")
_FIRST = str.maketrans("cqwzjyou", "kkvssiuu")
_DOUBLED = lazy.pattern(r"(.)\1+")

# Endings by which another word is derived from a name: its people, its language, its plural, its movement.
_DERIVED = lazy.pattern(
    r"(?:s|es|n|an|ans|ian|ians|ean|eans|ese|ish|i|is|ic|ics|ism|ist|ists|ite|ites|er|ers|esque|ization|ize|ized|y|ia|ias|io|o|os|a|as|land|acy|at|ats|ocracy|ocrat|ocrats)"
)
_HONORIFICS = words("ji jee bhai ben saheb sahib san sama")  # that are joined to a name: Shankarji
# Family names whose ending follows the sex of the bearer (Slavic, Baltic, Greek): the man's ending, the woman's ones.
_FEMININE = {
    "ski": {"ska", "skaya", "skaia", "skaja"}, "sky": {"ska", "skaya", "skaia", "skaja"},
    "skiy": {"ska", "skaya", "skaia"}, "skyy": {"ska", "skaya", "skaia"}, "skii": {"skaya", "skaia"},
    "cki": {"cka"}, "cky": {"cka"}, "dzki": {"dzka"}, "dzky": {"dzka"},
    "ov": {"ova"}, "ev": {"eva"}, "in": {"ina"}, "yn": {"yna"}, "y": {"a", "aya", "aia"}, "ny": {"na", "naya"},
    "as": {"iene", "aite", "a"}, "is": {"iene", "yte", "i"}, "us": {"iene", "ute"}, "os": {"ou"}, "s": {"va", "a"},
    "son": {"dottir"},
    "a": {"ova"}, "ek": {"kova"}, "ec": {"cova"}, "el": {"lova"}, "": {"ova"},
}  # fmt: skip


@lru_cache(maxsize=_MEMO)
def fold(form: str) -> str:
    """Return ``form`` in lower case without diacritics, apostrophes, points and hyphens."""
    lower = form.lower()
    if lower.isascii() and lower.isalpha():
        return lower
    plain = normalize("NFKD", normalize("NFKD", form).lower().translate(_PLAIN))
    return "".join(filter(str.isalnum, plain))


@lru_cache(maxsize=_MEMO)
def sound(form: str) -> str:
    """Return a key that is the same for the usual romanisations of one foreign name.

    Zelensky, Zelenskyy and Zelenskiy share a key; so do al-Khatib and al-Khateeb. Different names can share one too.
    """
    key = fold(form)
    for pattern, replacement in _SOUNDS:
        key = pattern.sub(replacement, key)
    return key


def variants(first: str, second: str) -> bool:
    """Tell whether two forms may both be right for one name: the same sounds, or short vowels heard differently.

    Arabic and Persian do not write short vowels, and unstressed ones fall together in Slavic languages.
    """
    if sound(first) == sound(second):
        return True
    one, other = fold(first), fold(second)
    if {one[-1:], other[-1:]} == {"a", "o"}:  # Lukashenko, Lukashenka
        one, other = one[:-1], other[:-1]
    return len(one) == len(other) and all(
        left == right or left + right in _VOWEL_SHIFTS for left, right in zip(one, other, strict=True)
    )


@lru_cache(maxsize=_MEMO)
def skeleton(form: str) -> str:
    """Return the first sound of ``form`` and the consonants behind it, roughly as they sound, doubled ones once.

    Forms of one ``sound`` have one skeleton, so it serves to find the few that are worth a closer look.
    """
    plain = fold(form)
    for spelt, heard in _DIGRAPHS:
        if spelt in plain:
            plain = plain.replace(spelt, heard)
    return _DOUBLED.sub(r"\1", plain[:1].translate(_FIRST) + plain[1:].translate(_BONES))


@lru_cache(maxsize=_MEMO)
def near_keys(form: str) -> tuple[str, ...]:
    """Return what a form shares with those a few letters off: blocking keys, each once."""
    bones = skeleton(form)
    keys = {bones: None}
    if len(bones) > 3:
        keys.update((bones[:cut] + bones[cut + 1 :], None) for cut in range(1, len(bones)))
    if len(form) > 4:
        plain = fold(form)
        keys[f"{plain[:2]}~{plain[-2:]}"] = None
        keys["=" + "".join(sorted(plain))] = None
        keys[f"{plain[:4]}~" if len(plain) > 6 else f"{plain[:-1]}~"] = None
    return tuple(keys)


def shared_start(one: str, other: str) -> int:
    """Return how many letters two spellings have in common before they first differ."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))


def _is_honoured(short: str, long: str) -> bool:
    return long[len(short) :] in _HONORIFICS and len(short) > 2 and long.startswith(short) and short.isalnum()


def derived(first: str, second: str) -> bool:
    """Tell whether two folded forms are one name with endings of derivation: Korea and Korean, Texas and Texans."""
    if first == second:
        return False
    if _is_honoured(*sorted((first, second), key=len)):
        return True
    stem = shared_start(first, second)
    # The stem may end before the letters that the two endings share: Arab|ia and Arab|ic.
    return any(
        cut > 2 and all(cut == len(form) or _DERIVED.fullmatch(form, cut) for form in (first, second))
        for cut in range(stem, stem - 3, -1)
    )


def gendered(first: str, second: str) -> bool:
    """Tell whether two folded family names are the two sexes' forms of one: Malinowski and Malinowska."""
    return feminine_of(first, second) or feminine_of(second, first)


def feminine_of(masculine: str, feminine: str) -> bool:
    """Tell whether ``feminine`` is the woman's form of the folded family name ``masculine``."""
    if masculine[:3] != feminine[:3]:
        return False
    for ending, others in _FEMININE.items():
        if masculine.endswith(ending):
            stem = masculine[: len(masculine) - len(ending)]
            if len(stem) > 2 and any(feminine == stem + other for other in others):
                return True
    return False


def doubled(form: str, other: str) -> bool:
    """Tell whether a form is another one with its last letters once more: Aigbogunun, of Aigbogun."""
    long, short = fold(form), fold(other)
    return long.startswith(short) and len(long) > len(short) and short.endswith(long[len(short) :])


def distance(first: str, second: str, limit: int) -> int:
    """Return the optimal string alignment distance of two folded forms; ``limit`` + 1 if it is above ``limit``."""
    return _measures().alignment(first, second, score_cutoff=limit)


def likeness(first: str, second: str) -> float:
    """Return how much of two folded forms is common, in order: 0 to 1 (normalised indel similarity)."""
    return _measures().likeness(first, second)


class Spellings:
    """Names that are looked up by a form with a slip of one letter.

    A slip leaves two letters at the beginning or at the end of a form of five and more as they are.
    """

    def __init__(self, names: Iterable[str]) -> None:
        self._by_edge: dict[str, list[tuple[str, str]]] = {}
        for name in names:
            plain = fold(name)
            for edge in _edges(plain):
                self._by_edge.setdefault(edge, []).append((plain, name))

    def near(self, plain: str) -> list[str]:
        """Return the names that are a letter away from a folded form of five letters and more, sorted."""
        alike = {
            (other, name)
            for edge in _edges(plain)
            for other, name in self._by_edge.get(edge, ())
            if -2 < len(other) - len(plain) < 2
        }
        return sorted([name for other, name in alike if distance(plain, other, 1) == 1])


def _edges(plain: str) -> tuple[str, str]:
    return plain[:2] + "-", "-" + plain[-2:]


class _Measures(NamedTuple):
    alignment: Callable[..., int]
    likeness: Callable[..., float]


@lru_cache(maxsize=1)
def _measures() -> _Measures:
    from rapidfuzz.distance import OSA, Indel  # takes longer to import than most documents to read

    return _Measures(OSA.distance, Indel.normalized_similarity)
