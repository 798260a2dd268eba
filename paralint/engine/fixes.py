"""Applying fixes to a text."""

from __future__ import annotations

from collections.abc import Iterable

from paralint.findings import Edit, Finding


def apply(text: str, findings: Iterable[Finding]) -> tuple[str, int]:
    """Apply the fixes of ``findings`` in one pass.

    A fix is applied whole or not at all; of two that touch the same place the first in text order wins, and the other
    waits for the next pass.

    Returns:
        The new text and the number of fixes applied.
    """
    fixes = sorted(
        (finding.fix.edits for finding in findings if finding.fix is not None and finding.fix.edits),
        key=lambda edits: (edits[0].span, edits[-1].span.end),
    )
    taken: list[Edit] = []
    applied = 0
    for edits in fixes:
        if not any(_touch(edit, other) for edit in edits for other in taken):
            taken += edits
            applied += 1
    pieces = []
    last = 0
    for edit in sorted(taken, key=lambda edit: edit.span):
        pieces += [text[last : edit.span.start], edit.content]
        last = edit.span.end
    pieces.append(text[last:])
    return "".join(pieces), applied


def _touch(one: Edit, other: Edit) -> bool:
    """Whether two edits overlap, or insert at the same place."""
    return one.span.overlaps(other.span) or one.span.start == other.span.start
