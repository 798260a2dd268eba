"""Word types: what can be said of a form apart from its place, said once per distinct form of a document."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from enum import Enum
from typing import TypeVar

from paralint.text.blocks import OBJECT
from paralint.text.lazy import pattern
from paralint.text.memo import Memo
from paralint.values import NamedTuple

Value = TypeVar("Value")

APOSTROPHES = "'’‘ʼ`´＇"  # what stands for an apostrophe inside a word
JOINERS = "\u00ad\u200b\u200c\u200d\u2060\ufeff"  # soft hyphen and characters of no width: a reader does not see them

# A URL, an e-mail address, a handle or hashtag, a domain, a file with its folders (for re.VERBOSE and re.IGNORECASE).
# The lengths are those of RFC 5321 and RFC 1035; without them a long run of letters or signs would cost its square.
ADDRESS = r"""(?:
    (?:https?|ftp)://[^\s<>"“”]+ | www\.[^\s<>"“”]+
  | [\w.+%-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63})+
  | (?<!\w)[@\#](?=\w*[^\W\d_])\w+
  | (?<![\w.])(?:[\w-]{1,63}/){0,8}[\w-]{1,63}(?:\.[\w-]{1,63}){0,8}
    \.(?:com|org|net|edu|gov|info|co\.uk|docx?|xlsx?|pdf|txt|csv|html?|jpe?g|png|zip|md|ya?ml|json|toml|py)\b
    (?:/[^\s<>"“”]*)?
)"""

_ADDRESS = pattern(ADDRESS, re.VERBOSE | re.IGNORECASE)
_NUMBER = pattern(
    rf"(?=.*\d) [{APOSTROPHES}+]? \d* (?:[.,:/‐‑-]\d+)* (?:[{APOSTROPHES}]?s|st|nd|rd|th|[.,])?",
    re.VERBOSE | re.IGNORECASE,
)
_FOLDED = str.maketrans({**dict.fromkeys(APOSTROPHES, "'"), "‐": "-", "‑": "-", **dict.fromkeys(JOINERS)})
_PUNCTUATION = frozenset("!\"'(),-./:;?[]{}‘’‚‛“”„`´«»‹›‐‑‒–—―…·•¡¿")


class TokenKind(Enum):
    """The coarse kinds of token that no part-of-speech tag is needed for."""

    WORD = "word"
    NUMBER = "number"  # in figures: cardinal, ordinal, decade, date, time, range, score
    ADDRESS = "address"  # URL, e-mail address, handle, hashtag, domain, file name
    PUNCTUATION = "punctuation"
    SYMBOL = "symbol"
    OBJECT = "object"  # inline code, an image: not prose


class WordType(NamedTuple):
    """One distinct form.

    Attributes:
        form: the form as it stands, typographic apostrophes included.
        lower: the form in lower case, apostrophes and hyphens made plain, accents composed (Unicode's NFC), invisible
            characters left out (a form of nothing else keeps them): what rules compare.
        kind: its kind of token.
        capital: whether its first letter is a capital.
        upper: whether all its letters, two or more, are capitals.
    """

    form: str
    lower: str
    kind: TokenKind
    capital: bool
    upper: bool

    @classmethod
    def of(cls, form: str) -> WordType:
        """Return the word type of a token's form."""
        if form.isascii():
            lower = form.lower().replace("`", "'")
            if form.isalpha():
                return cls(form, lower, TokenKind.WORD, form[0].isupper(), len(form) > 1 and form.isupper())
        else:
            lower = unicodedata.normalize("NFC", form.lower().translate(_FOLDED)) or form
        capital = next(filter(str.isalpha, form), "").isupper()
        upper = capital and form.isupper() and sum(map(str.isalpha, form)) > 1
        return cls(form, lower, _kind(form), capital, upper)


def _kind(form: str) -> TokenKind:
    if form.isalpha():
        return TokenKind.WORD
    if form.isnumeric() or _NUMBER.fullmatch(form):
        return TokenKind.NUMBER
    if not any(map(str.isalnum, form)):
        if OBJECT in form:
            return TokenKind.OBJECT
        return TokenKind.PUNCTUATION if _PUNCTUATION.issuperset(form) else TokenKind.SYMBOL
    if _ADDRESS.fullmatch(form):
        return TokenKind.ADDRESS
    return TokenKind.SYMBOL if form[-1] == "$" else TokenKind.WORD


_KEPT = 1 << 15  # forms that are remembered

WORD_TYPES = Memo(WordType.of, _KEPT)
"""The word type of each form."""


def by_form(function: Callable[[WordType], Value]) -> Memo[Value]:
    """Return what a function of word types says of each form, decided once."""
    return Memo(lambda form: function(WORD_TYPES[form]), _KEPT)
