"""Rights that are given and denied: "which the other can refuse … The absence of any right to refuse an inspection"."""

from __future__ import annotations

import re
from collections.abc import Iterable

from paralint.evidence.restatements.conflicts import Conflict
from paralint.evidence.words.places import blocks_with
from paralint.evidence.words.vocabulary import STOP_WORDS, stem
from paralint.findings import Span
from paralint.text import lazy
from paralint.text.blocks import Block
from paralint.text.document import Document
from paralint.text.lazy import pattern

WORDS = frozenset({"right", "power", "authority", "cannot", "ca", "may", "must", "allowed"})
"""One of these must stand in a document for anything to be found in it."""
_DENIED = pattern(
    r"\b(?:(?:no|absence\sof\s(?:any|a)|lack\sof\s(?:any|a)|without\s(?:any|a|the)|denied\sthe|not\shave\sthe)\s"
    r"(?:right|power|authority)\sto|cannot|can['’]t|may\snot|must\snot|is\snot\sallowed\sto|are\snot\sallowed\sto)\s(?P<verb>[a-z]{4,})\b"
)
_GIVEN = lazy.pattern(
    r"(?<!not )\b(?:can|may|is\sfree\sto|are\sfree\sto|has\sthe\sright\sto|have\sthe\sright\sto)\s(?P<verb>[a-z]{4,})\b"
)
_NAMES = frozenset({"right", "power", "authority"})
_NEAR = 2  # paragraphs between the two
_SENTENCE = lazy.pattern(r"[.!?](?=\s|$)")


def denied_rights(document: Document) -> tuple[Conflict, ...]:
    """Return what may be done in one place and may not in another near it, of the same thing (a layer)."""
    denied = _rights(document, _DENIED, blocks_with(document, _NAMES))
    given = _rights(document, _GIVEN, enumerate(document.blocks)) if denied else []
    return tuple(
        Conflict("right", here[2], there[2], 1.0)
        for there in denied
        for here in given
        if here[0] == there[0] and abs(here[1] - there[1]) <= _NEAR and here[3] & there[3]
    )


def _rights(
    document: Document, expression: re.Pattern[str], blocks: Iterable[tuple[int, Block]]
) -> list[tuple[str, int, Span, frozenset[str]]]:
    """Return the verb, the block, the place and the words around of what an expression finds in some blocks."""
    return [
        (stem(match["verb"]), number, block.locate(*match.span()), _around(block.text, match.start(), match.end()))
        for number, block in blocks
        for match in expression.finditer(block.text)
    ]


def _around(text: str, start: int, end: int) -> frozenset[str]:
    """Return the stems of the content words of a sentence, the verb and the right apart."""
    ends = [match.end() for match in _SENTENCE.finditer(text)]
    first = max((each for each in ends if each <= start), default=0)
    last = min((each for each in ends if each >= end), default=len(text))
    others = f"{text[first:start]} {text[end:last]}".lower().replace(",", " ").replace(".", " ").split()
    return frozenset(stem(word) for word in others if len(word) > 3 and word not in STOP_WORDS)
