"""Costs that are over budget and under it: "£3m under budget … The overspend was met by the public"."""

from __future__ import annotations

import re
from collections.abc import Iterable

from paralint.evidence.restatements.conflicts import Conflict
from paralint.evidence.words.places import blocks_with
from paralint.findings import Span
from paralint.text import lazy
from paralint.text.blocks import Block
from paralint.text.document import Document

WORDS = frozenset({"budget", "underspend", "underspends", "underspent", "underspending"})
"""One of these must stand in a document for anything to be found in it."""
_OVER = lazy.pattern(r"\b(?:over|above)\sbudget\b|\b(?:cost\s)?overruns?\b|\boversp(?:end\w*|ent)\b")
_UNDER = lazy.pattern(r"\b(?:under|below|within)\sbudget\b|\bundersp(?:end\w*|ent)\b")


def turned_budgets(document: Document) -> tuple[Conflict, ...]:
    """Return the one cost under budget beside the one over it, in one paragraph or the next (a layer)."""
    under = _costs(_UNDER, blocks_with(document, WORDS))
    over = _costs(_OVER, enumerate(document.blocks)) if len(under) == 1 else ()
    if len(over) != 1 or abs(over[0][0] - under[0][0]) > 1:
        return ()
    spans: list[Span] = sorted((over[0][1], under[0][1]))
    return (Conflict("budget", spans[0], spans[1], 1.0),)


def _costs(pattern: re.Pattern[str], blocks: Iterable[tuple[int, Block]]) -> list[tuple[int, Span]]:
    """Return the number of the block and the place of each cost that an expression finds."""
    return [(number, block.locate(*match.span())) for number, block in blocks for match in pattern.finditer(block.text)]
