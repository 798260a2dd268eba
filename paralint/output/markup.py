"""Text inside XML and HTML."""

from __future__ import annotations

from html import escape

from paralint.text import lazy

# XML 1.0, production [2] Char; HTML has no use for the others either.
_FORBIDDEN = lazy.pattern("[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_WHITE_SPACE = {9: "&#9;", 10: "&#10;", 13: "&#13;"}


def content(text: str) -> str:
    """Return ``text`` escaped for the content of an element; characters XML forbids become U+FFFD."""
    return escape(_FORBIDDEN.sub("\ufffd", text), quote=False)


def attribute(text: str) -> str:
    """Return ``text`` escaped for an attribute in double quotes, its tabs and line ends kept."""
    return content(text).replace('"', "&quot;").translate(_WHITE_SPACE)
