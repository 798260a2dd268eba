"""``paralint baseline``."""

from __future__ import annotations

import os
import sys
from argparse import Namespace
from collections.abc import Mapping
from pathlib import Path

from paralint.cli.arguments import CLEAN, FAILED, Parser, UsageError
from paralint.cli.configured import settings_for
from paralint.cli.jobs import add_jobs, jobs_of, rules_for_jobs
from paralint.cli.reporting import Outcome, with_progress
from paralint.engine.baseline import NAME, Entries, entries_of, name_of, read_baseline, written
from paralint.engine.report import FileReport
from paralint.engine.runner import run as run_jobs
from paralint.engine.saving import save

_ABOUT = f"""\
Write the findings that there are now to a file, so that 'paralint check --baseline FILE', or the setting 'baseline',
reports only new ones. Run again it brings the file up to date: what is gone is taken out, what is new is added. What is
known of files that are not checked, and of rules that do not run, stays, unless there are no such files any more.
The file is, unless -o names one, that of the setting 'baseline', or {NAME}.
"""


def parser() -> Parser:
    """Return the parser of the command's options."""
    parser = Parser("baseline", "[PATH]...", _ABOUT)
    add_jobs(parser)
    parser.add_argument("-o", "--output-file", type=Path, metavar="FILE", help="the file to write")
    parser.add_argument("--prune", action="store_true", help="only take out what is gone; add nothing")
    return parser


def run(options: Namespace) -> int:
    """Write the baseline; return the exit code.

    Raises:
        ProblemsError: for a file of that name that is no baseline.
        UsageError: if it cannot be written.
    """
    target = options.output_file or settings_for(Path(*options.paths[:1]), options).baseline or Path(NAME)
    before = read_baseline(target).files if target.exists() else {}
    jobs = [job._replace(settings=job.settings._replace(baseline=None, min_score=0.0)) for job in jobs_of(options)]
    rules, problems = rules_for_jobs(jobs)
    ran = frozenset(rule.code for chosen in rules.values() for rule in chosen)
    outcome = Outcome(run_jobs(jobs, rules, options.jobs))
    folder = target.absolute().parent
    after: dict[str, Entries] = {name: known for name, known in before.items() if os.path.exists(folder / name)}
    for report in with_progress(outcome, len(jobs)):
        name = name_of(Path(report.filename), folder)
        after[name] = _known(report, before.get(name, {}), ran, options.prune)
    try:
        save(target, written(after).encode())
    except OSError as error:
        raise UsageError(f"cannot write {target}: {error.strerror}") from error
    old, new = _all(before), _all(after)
    print(f"wrote {target}: {len(new)} findings known, {len(new - old)} new, {len(old - new)} gone")
    return FAILED if outcome.code(problems, None, exit_zero=True) == FAILED else CLEAN


def _known(report: FileReport, before: Entries, ran: frozenset[str], prune: bool) -> Entries:
    """Return what is known of a file after its report, by what was known before and the codes of the rules that ran."""
    if report.broken:
        print(f"{report.filename}: not checked completely; 'paralint check' says why", file=sys.stderr)
        return before
    now = entries_of(report)
    return {
        **{one: code for one, code in before.items() if code not in ran},
        **{one: code for one, code in now.items() if one in before or not prune},
    }


def _all(files: Mapping[str, Entries]) -> set[tuple[str, str]]:
    return {(name, one) for name, known in files.items() for one in known}
