"""Reports on their way out: what the exit code depends on, the progress bar, the output and where it goes."""

from __future__ import annotations

import gc
import os
import sys
from argparse import Namespace
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import nullcontext
from typing import IO, TextIO

from paralint import __version__
from paralint.cli.arguments import CLEAN, FAILED, FOUND, UsageError
from paralint.engine.chosen_rules import AnyRule
from paralint.engine.notices import NOTICES
from paralint.engine.report import FileReport
from paralint.findings import Severity
from paralint.output import Context, render
from paralint.ruleset.problems import Problem

Render = Callable[[str, Iterable[FileReport], Context], Iterator[str]]


class Outcome:
    """Passes reports on and remembers what the exit code depends on.

    Attributes:
        count: how many reports there were so far.
        fixes, fixed: how many fixes were applied, and to how many files.
        fixable: how many of the findings that are left have a fix.
    """

    def __init__(self, reports: Iterable[FileReport]) -> None:
        self._reports = reports
        self._broken = False
        self._worst = 0
        self.count = self.fixes = self.fixed = self.fixable = 0

    def __iter__(self) -> Iterator[FileReport]:
        for report in self._reports:
            self.count += 1
            self.fixes += report.fixes
            self.fixed += report.fixes > 0
            self.fixable += sum(finding.fix is not None for finding in report.findings)
            self._broken = self._broken or report.broken
            self._worst = max([self._worst, *(finding.severity for finding in report.findings)])
            if not gc.isenabled():
                gc.freeze()  # what has been loaded by now stays
                gc.set_threshold(1_000_000, 20, 50)  # hardly anything of a document is left behind in cycles
                gc.enable()
            yield report

    def code(self, problems: Iterable[Problem], fail_on: Severity | None, exit_zero: bool) -> int:
        """Return the exit code of the run."""
        if self._broken or any(problem.breaking for problem in problems):
            return FAILED
        return FOUND if fail_on is not None and self._worst >= fail_on and not exit_zero else CLEAN


def write(
    reports: Iterable[FileReport],
    options: Namespace,
    rules: Sequence[AnyRule],
    *,
    render: Render = render,
    stream: TextIO | None = None,
) -> bool:
    """Write reports as ``options`` say; return whether it was done to the end, and not interrupted by the user.

    Args:
        reports: the reports.
        options: the output format, the output file, and the choice of colours.
        rules: the rules of the run.
        render: what turns reports into text, by the name of the format.
        stream: where it goes unless a file is named; standard output if None.

    Raises:
        UsageError: if the output file cannot be written.
        BrokenPipeError: if nobody reads standard output any more.
    """
    known: Mapping[str, AnyRule] = {rule.code: rule for rule in rules}
    path = options.output_file
    try:
        with open(path, "w", encoding="utf-8", newline="") if path else nullcontext(stream or sys.stdout) as target:
            context = Context(__version__, {**NOTICES, **known}, _wants_color(options.color, target), _width(target))
            for piece in render(options.output_format, reports, context):
                target.write(piece)
    except KeyboardInterrupt:
        return False
    except BrokenPipeError:
        raise
    except OSError as error:
        raise UsageError(f"cannot write {path or 'standard output'}: {error.strerror}") from error
    return True


def with_progress(reports: Iterable[FileReport], total: int) -> Iterator[FileReport]:
    """Show a bar on a terminal while a run of many files goes on and its findings go elsewhere."""
    if total < 20 or not sys.stderr.isatty() or sys.stdout.isatty():
        yield from reports
        return
    from rich.console import Console
    from rich.progress import Progress

    with Progress(console=Console(stderr=True), transient=True) as progress:
        task = progress.add_task("checking", total=total)
        for report in reports:
            yield report
            progress.advance(task)


def _wants_color(choice: str, stream: IO[str]) -> bool:
    """https://no-color.org and https://force-color.org: a variable counts if it is set and not empty."""
    if choice == "auto":
        choice = "never" if os.environ.get("NO_COLOR") else "always" if os.environ.get("FORCE_COLOR") else "auto"
    wanted = choice == "always" or (choice == "auto" and stream.isatty() and os.environ.get("TERM") != "dumb")
    if wanted and os.name == "nt":
        os.system("")  # makes a Windows console heed the codes
    return wanted


def _width(stream: IO[str]) -> int:
    if not stream.isatty():
        return 100
    from shutil import get_terminal_size

    return get_terminal_size((100, 24)).columns
