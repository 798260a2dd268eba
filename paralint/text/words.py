"""Word types: what can be said of a form apart from its place, said once per distinct form of a document."""

from __future__ import annotations

import re
from enum import Enum
from typing import NamedTuple

from paralint.text.blocks import OBJECT

_FOLDED = str.maketrans({"’": "'", "‘": "'", "ʼ": "'", "‐": "-", "‑": "-"})
_NUMBER = re.compile(r"[^\W_]*\d[\d.,:/]*(?:st|nd|rd|th|s|[kmbn]|bn|[ap]m)?\.?", re.IGNORECASE)
_ADDRESS = re.compile(r"(?:https?://|www\.)|[^@\s]+@[^@\s]+\.\w|[@#]\w")


class TokenKind(Enum):
    """The coarse kinds of token that no part-of-speech tag is needed for."""

    WORD = "word"
    NUMBER = "number"
    ADDRESS = "address"  # URL, e-mail address, handle, hashtag
    PUNCTUATION = "punctuation"
    SYMBOL = "symbol"
    OBJECT = "object"  # inline code, an image: not prose


class WordType(NamedTuple):
    """One distinct form.

    Attributes:
        form: the form as it stands, typographic apostrophes included.
        lower: the form in lower case, apostrophes and hyphens made plain: what rules compare.
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
        lower = form.lower().translate(_FOLDED)
        if form.isalpha():
            kind = TokenKind.WORD
        elif not any(map(str.isalnum, form)):
            kind = (
                TokenKind.OBJECT if OBJECT in form
                else TokenKind.PUNCTUATION if all(map(_is_punctuation, form))
                else TokenKind.SYMBOL
            )
        elif _ADDRESS.match(form):
            kind = TokenKind.ADDRESS
        elif _NUMBER.fullmatch(form):
            kind = TokenKind.NUMBER
        else:
            kind = TokenKind.WORD
        first = next(filter(str.isalpha, form), "")
        return cls(form, lower, kind, first.isupper(), form.isupper() and sum(map(str.isalpha, form)) > 1)


def _is_punctuation(character: str) -> bool:
    return character in "!\"'(),-./:;?[]{}‘’“”„«»‹›–—…·•"
