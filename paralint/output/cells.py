"""Text on a terminal: how many cells it takes, and what is shown for characters that would steer the terminal."""

from __future__ import annotations

import unicodedata

_TAB = "    "
_REPLACEMENT = "\ufffd"
_JOINERS = "\u200c\u200d"  # spelling of Persian and of joined emoji depends on them
_PICTURES = {chr(code): chr(0x2400 + code) for code in range(32)} | {"\x7f": "\u2421"}
_STEERING = frozenset(("LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"))


class _Glyphs(dict[str, tuple[str, int]]):
    """What is shown for a character and its width in cells, worked out when first met."""

    def __missing__(self, character: str) -> tuple[str, int]:
        glyph = self[character] = _glyph(character)
        return glyph


def _glyph(character: str) -> tuple[str, int]:
    category = unicodedata.category(character)
    if character == "\t":
        return _TAB, len(_TAB)
    if category == "Cc":
        return _PICTURES.get(character, _REPLACEMENT), 1
    if category in ("Cs", "Zl", "Zp") or unicodedata.bidirectional(character) in _STEERING:
        return _REPLACEMENT, 1
    if category == "Cf":
        return (character if character in _JOINERS else ""), 0
    # Vowels and final consonants of Hangul join the syllable before them.
    if category in ("Mn", "Me") or "\u1160" <= character <= "\u11ff":
        return character, 0
    return character, 2 if unicodedata.east_asian_width(character) in "WF" else 1


_GLYPHS = _Glyphs()


def glyphs(text: str) -> list[tuple[str, int]]:
    """Return for each character what is shown and its width in cells."""
    return [_GLYPHS[character] for character in text]


def visible(text: str) -> str:
    """Return ``text`` as one line that is safe to print: no line end, no escape sequence, no change of direction."""
    if text.isascii() and text.isprintable():
        return text
    return "".join(shown for shown, _ in glyphs(text))


def width(text: str) -> int:
    """Return the number of cells that ``visible(text)`` takes."""
    if text.isascii() and text.isprintable():
        return len(text)
    return sum(cells for _, cells in glyphs(text))
