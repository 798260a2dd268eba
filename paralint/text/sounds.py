"""The sound that a written word starts with: does it take *a* or *an*?

Spelling decides, save for the words whose pronunciation the lexicon holds. Numbers are read in words, abbreviations
letter by letter where they cannot be spoken as a word or are known to be spelled.
"""

from __future__ import annotations

import re
from functools import lru_cache

from paralint.text.lazy import pattern
from paralint.text.lexicon import load, without_accents

_MEMO = 1 << 16

_OPENING = "\"'‘’“”`([{<*_~-–—"
_LETTER_NAMES_WITH_VOWEL = frozenset("aefhilmnorsx")
_NUMBER = pattern(r"[€£$¥]?([0-9]{1,3}(?:,[0-9]{3})+|[0-9]+)(?:[.:][0-9]+)?")
_FIRST_PART = pattern(r"[A-Za-z]+(?:'[A-Za-z]+)?")
# One letter before a full stop, hyphen, digit or the end (U.S., x-ray, H1N1, X), or before capitals (mRNA):
_LETTERS_READ_SINGLY = pattern(r"[A-Za-z](?:\.(?=[A-Za-z]\b|\s|$)|[-‑–0-9]|$)|[a-z](?=[A-Z]{2})")
_AMBIGUOUS_INITIAL = pattern(r"[A-Za-z](?![A-Za-z'])|[LM]'")  # H/T, f*ed, B&B; L'Oréal, M'Bow
_CAPITALS = pattern(r"[A-Z]{2,}(?![a-z]{2})")
_TWO_WAYS = frozenset(("SQL", "SMB", "FAQ", "URL", "UEFA", "Uefa"))  # spelled by some, spoken as a word by others
_TITLES = frozenset(("mr", "mrs", "ms", "st", "lt", "sgt", "mt", "ft"))
_COMPASS = frozenset(("NE", "NW", "SE", "SW"))  # read in full
OPAQUE_NAME = pattern(r"u[^aeiou][aeiou]|ou[aeiou]|[mn][^aeiouy]|x|y[^aeiou]")
_ONSET = pattern(
    r"(?:[bcdfghjklmnprstvwyz]|[bcfgkp][lr]|[dtw]r|[bcgkprstw]h|s[cklmnpqtw]|[dt]w|[gk]n|qu|shr|s[cpt]r|spl|squ|thr|chr|"
    r"sch)?[aeiouy]",
    re.IGNORECASE,
)
_YOO = pattern(r"eu(?!ler)|ewe|u[bcdfgjkmnprstvz](?:[aeiouy]|[rl][aeiouy])|uni")
_OO = pattern(r"un(?:a|e|i[mn]|o|u)|up|u[nm]b")
_ONE = pattern(r"One(?=[A-Z])")  # OneDrive, OnePlus
_SILENT_H = pattern(r"h(?:our(?!i)|onest|onor|onour|eir)")
_EITHER_H = pattern(
    r"h(?:erb(?!ert)|istori|ysteri|abitual|omage|otel|ereditary|eroic|orrend|orrif|allucin|armonic|abituat)"
)


def vowel_sound(word: str) -> bool | None:
    """Tell whether ``word`` starts with a vowel sound, so that it takes *an*; ``None``: not sure, or both are heard.

    Numbers are read in words (*an 8-year*, *an 18th*, *an 1861*; 1100: not sure), abbreviations by letter where they
    cannot be spoken as a word or are known to be spelled (*an FBI*, *a U.S.*, *a NATO*).
    """
    return _vowel_sound(word.lstrip(_OPENING))


@lru_cache(maxsize=_MEMO)
def _vowel_sound(word: str) -> bool | None:
    number = _NUMBER.match(word)
    if number is not None:
        return _number_sound(number[1])
    plain = without_accents(word)
    part = _FIRST_PART.match(plain)
    if part is None:
        return None
    first = part[0].removesuffix("'s")
    lower = first.lower()
    if _LETTERS_READ_SINGLY.match(plain):
        return letter_sound(lower)
    if _AMBIGUOUS_INITIAL.match(plain):
        return None
    if first in _TWO_WAYS:
        return None
    sounds = load().vowel_sounds
    if _CAPITALS.match(plain):
        return sounds[first] if first in sounds else capitals_sound(first)
    if lower in sounds:
        return sounds[lower]
    if _ONE.match(first):
        return False
    if not re.search("[aeiouy]", lower):
        return None if letter_sound(lower) and lower not in _TITLES else False
    if first[0].isupper() and OPAQUE_NAME.match(lower) and load().entry(lower) is None:
        return None
    return spelling_sound(lower)


def capitals_sound(word: str) -> bool | None:
    """Tell whether a word in capitals that no dictionary has starts with a vowel sound, spelled or spoken.

    ``None`` where it could be spoken as a word and the two readings differ (an RHEL, a RHEL).
    """
    by_letter = letter_sound(word)
    if len(word) > 2 and load().entry(word.lower()) is not None:
        return spelling_sound(word.lower())
    if word in _COMPASS:
        return None
    if len(word) == 2 or not _ONSET.match(word) or not re.search("[AEIOUY]", word):
        return by_letter
    by_word = spelling_sound(word.lower())
    return by_letter if by_letter == by_word else None


def letter_sound(word: str) -> bool:
    """Tell whether the name of the first letter of ``word`` starts with a vowel sound."""
    return word[0].lower() in _LETTER_NAMES_WITH_VOWEL


def spelling_sound(word: str) -> bool | None:
    """Tell from its spelling alone whether a lower-case word of ASCII letters starts with a vowel sound."""
    if word[:1] == "h":
        return True if _SILENT_H.match(word) else None if _EITHER_H.match(word) else False
    if word[:1] == "y":
        return word[1:2] not in ("", "'", *"aeiou")
    if word[:1] not in ("a", "e", "i", "o", "u"):
        return False
    if _OO.match(word):
        return True
    return not (_YOO.match(word) or re.match(r"one(?:s|self|ness)?\b|once", word))


def _number_sound(digits: str) -> bool | None:
    """Only eight, eleven and eighteen start with a vowel sound; years are read in hundreds."""
    leading, *groups = digits.split(",")
    if leading[0] == "8" or leading in ("11", "18"):
        return True
    if groups or leading[:2] not in ("11", "18"):
        return False
    if len(leading) == 4:
        return True if leading[:2] == "18" else None  # eleven hundred, or one thousand one hundred
    return len(leading) % 3 == 2  # 18000
