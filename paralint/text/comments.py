"""Comments: what an author says in a document to programs that read it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from paralint.findings import Span
from paralint.text import lazy
from paralint.values import NamedTuple

_CLOSING = "-->"
COMMENT = lazy.pattern(r"<!--(?!-?>)(.*?)-->", re.DOTALL)


class Comment(NamedTuple):
    """A comment.

    Attributes:
        span: the whole of it, with its marks.
        content: what stands between the marks, blanks at both ends left out.
    """

    span: Span
    content: str


def comments_between(text: str, start: int, end: int) -> Iterator[Comment]:
    """Yield the HTML comments that lie in ``text[start:end]``."""
    last = text.rfind(_CLOSING, start, end)  # what opens behind it is never closed, and is not searched for an end
    for match in COMMENT.finditer(text, start, last + len(_CLOSING)) if last >= 0 else ():
        yield Comment(Span(match.start(), match.end()), match[1].strip())
