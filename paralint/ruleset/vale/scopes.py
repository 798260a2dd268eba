"""Vale's scopes: which passages of a document a rule reads."""

from __future__ import annotations

from collections.abc import Iterable
from enum import Enum

from paralint.text.blocks import BlockKind
from paralint.values import NamedTuple


class Unit(Enum):
    """What a rule is shown at a time."""

    BLOCK = "block"
    SENTENCE = "sentence"
    SUMMARY = "summary"  # all prose at once, without headings and tables
    RAW = "raw"  # the file as it is


class Region(NamedTuple):
    """Passages of one unit.

    Attributes:
        kinds: the kinds of block that are read.
        levels: the levels of heading that are read; empty means all.
    """

    unit: Unit
    kinds: frozenset[BlockKind] = frozenset(BlockKind)
    levels: frozenset[int] = frozenset()


EVERYWHERE = Region(Unit.BLOCK)

_KINDS = {
    "text": frozenset(BlockKind),
    "heading": frozenset({BlockKind.HEADING}),
    "table": frozenset({BlockKind.CELL}),
    "table.cell": frozenset({BlockKind.CELL}),
    "table.caption": frozenset({BlockKind.CAPTION}),
    "figure.caption": frozenset({BlockKind.CAPTION}),
    "list": frozenset({BlockKind.ITEM}),
    "blockquote": frozenset({BlockKind.QUOTE}),
    "paragraph": frozenset({BlockKind.PARAGRAPH}),
}
_UNITS = {"sentence": Unit.SENTENCE, "summary": Unit.SUMMARY, "raw": Unit.RAW}
_LEVELS = range(1, 7)


class ScopeError(ValueError):
    """A scope that paralint cannot tell apart from others, or that is none."""


def regions(scopes: Iterable[str]) -> tuple[Region, ...]:
    """Return the regions of a rule's scopes, any of which may hold: ``heading``, ``text & ~heading.h1``.

    Raises:
        ScopeError: for a scope that is unknown or cannot be read.
    """
    found: dict[Region, None] = {}
    for scope in scopes:
        found[_region(scope)] = None
    return tuple(found) or (EVERYWHERE,)


def _region(scope: str) -> Region:
    unit = Unit.BLOCK
    kinds = frozenset(BlockKind)
    levels = frozenset(_LEVELS)
    for part in scope.split("&"):
        word = part.strip()
        negated = word.startswith("~")
        word = word.removeprefix("~").strip()
        if word in _UNITS and not negated:
            unit = _UNITS[word]
            # Vale cuts sentences out of paragraphs only.
            kinds &= _KINDS["paragraph"] if unit is Unit.SENTENCE else kinds
        elif word.startswith("heading.h") and word[9:].isdecimal() and int(word[9:]) in _LEVELS:
            named = frozenset({int(word[9:])})
            levels = levels - named if negated else levels & named
            kinds = kinds if negated else kinds & _KINDS["heading"]
        elif word in _KINDS:
            kinds = kinds - _KINDS[word] if negated else kinds & _KINDS[word]
        else:
            raise ScopeError(
                f"scope '{word}' is not supported; paralint reads {', '.join((*_KINDS, 'heading.h1-h6', *_UNITS))}"
            )
    return Region(unit, kinds, frozenset() if len(levels) == len(_LEVELS) else levels)
