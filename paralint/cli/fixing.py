"""What ``paralint check --fix`` does to texts, and what it says of it."""

from __future__ import annotations

import sys
from argparse import Namespace
from collections.abc import Iterable, Iterator

from paralint.cli.arguments import UsageError
from paralint.cli.reporting import Outcome
from paralint.engine.report import FileReport
from paralint.engine.runner import Fixing
from paralint.output import Context


def fixing_of(options: Namespace) -> Fixing | None:
    """Return which fixes the options ask for, None for none.

    Raises:
        UsageError: for options that make no sense together.
    """
    if options.fix and options.diff:
        raise UsageError("--diff changes nothing and --fix does: give one of them")
    if options.unsafe_fixes and not (options.fix or options.diff):
        raise UsageError("--unsafe-fixes says which fixes --fix and --diff apply: give one of them, too")
    return Fixing(options.unsafe_fixes, write=options.fix) if options.fix or options.diff else None


def diffs(_format: str, reports: Iterable[FileReport], _context: Context) -> Iterator[str]:
    """Yield what fixes change as unified diffs."""
    from difflib import unified_diff

    for report in reports:
        if report.original is None:
            continue
        before, after = report.original.splitlines(keepends=True), report.text.splitlines(keepends=True)
        for line in unified_diff(before, after, report.filename, report.filename):
            yield line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n"


def with_text(reports: Iterable[FileReport]) -> Iterator[FileReport]:
    """Pass reports on, and write the text of each to standard output."""
    for report in reports:
        sys.stdout.write(report.text)
        yield report


def told(outcome: Outcome, fixing: Fixing) -> str:
    """Return a line about what was, or would be, fixed, and about what could be."""
    done = "fixed" if fixing.write else "would fix"
    line = f"{done} {_counted(outcome.fixes, 'finding')} in {_counted(outcome.fixed, 'file')}"
    if outcome.fixable and not fixing.unsafe:
        line += f"; {outcome.fixable} more with --unsafe-fixes"
    return line


def _counted(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"
