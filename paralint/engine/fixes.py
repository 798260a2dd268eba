"""Applying fixes to a text, and to the file that it came from."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable

from paralint.findings import Edit, Finding, Safety
from paralint.text.document import Document
from paralint.text.read import document
from paralint.values import NamedTuple

_PASSES = 10  # each mends what waited for another fix of the pass before; a text is done after two or three


class Mended(NamedTuple):
    """A text after its fixes.

    Attributes:
        document: what the text is now.
        findings: what is found in it now.
        fixes: how many fixes were applied.
    """

    document: Document
    findings: list[Finding]
    fixes: int


def mend(given: Document, lint: Callable[[Document], list[Finding]], unsafe: bool) -> Mended:
    """Apply the fixes of what is found in a document until there are none left.

    Args:
        given: the document.
        lint: what finds.
        unsafe: whether fixes that may change what is said are applied too.
    """
    fixes = 0
    findings = lint(given)
    for _ in range(_PASSES):
        text, applied = apply(given.text, [finding for finding in findings if is_applicable(given, finding, unsafe)])
        if not applied:
            break
        fixes += applied
        given = document(given.path, text)
        findings = lint(given)
    return Mended(given, findings, fixes)


def is_applicable(given: Document, finding: Finding, unsafe: bool) -> bool:
    """Whether a finding has a fix that is wanted, and that leaves the markup of its document alone."""
    fix = finding.fix
    return (
        fix is not None
        and (unsafe or fix.safety is Safety.SAFE)
        and all(_stands_as_read(given, edit) for edit in fix.edits)
    )


def _stands_as_read(given: Document, edit: Edit) -> bool:
    """Whether the place of an edit holds what its reader sees, without markup or entities, and so does the new text."""
    start, end = edit.span
    number = max(bisect_left(given.blocks, end, key=lambda block: block.start) - 1, 0)
    block = given.blocks[number]
    if block.starts is None:
        return True
    first = bisect_left(block.starts, start)
    return block.text[first : first + end - start] == given.text[start:end] and not set("<&") & set(edit.content)


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
