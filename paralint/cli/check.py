"""``paralint check``."""

from __future__ import annotations

import sys
from argparse import Namespace
from collections.abc import Iterable
from pathlib import Path

from paralint.cli.arguments import INTERRUPTED, Parser, UsageError, add_failing, add_output, score
from paralint.cli.configured import settings_for
from paralint.cli.fixing import diffs, fixing_of, told, with_text
from paralint.cli.jobs import add_jobs, jobs_of, rules_for_jobs
from paralint.cli.reporting import Outcome, with_progress, write
from paralint.engine.chosen_rules import rules_of
from paralint.engine.compare_rules import CompareRule
from paralint.engine.runner import run as run_jobs
from paralint.engine.settings import Settings
from paralint.ruleset.rule import Rule

_ABOUT = """\
Check files, folders, or standard input ('-').

Exit codes: 0 nothing found, 1 findings at or above --fail-on, 2 a usage, configuration or internal error, or a file
that could not be read. With --fix only what is left counts, with --diff whatever would be mended.
"""


def parser() -> Parser:
    """Return the parser of the command's options."""
    parser = Parser("check", "[PATH]...", _ABOUT)
    add_jobs(parser)
    add_failing(parser)
    parser.add_argument(
        "--min-score",
        type=score,
        metavar="N",
        help="report only texts that look machine-paraphrased this strongly, 0 to 100 (default: 0)",
    )
    parser.add_argument(
        "--baseline",
        metavar="FILE",
        help="do not report the findings that 'paralint baseline' wrote to FILE; 'false' reports all (default: false)",
    )
    parser.add_argument("--fix", action="store_true", help="mend in the files what has a safe fix, and report the rest")
    parser.add_argument(
        "--unsafe-fixes", action="store_true", help="apply fixes, too, that may change what is said (names, figures)"
    )
    parser.add_argument("--diff", action="store_true", help="print what --fix would change, and change nothing")
    add_output(parser)
    parser.add_argument(
        "--stdin-filename",
        metavar="NAME",
        help="read standard input if no PATH is given; report it under this name, and read it by the name's ending",
    )
    parser.add_argument(
        "--show-settings", action="store_true", help="print the settings and rules for the first path, and stop"
    )
    return parser


def run(options: Namespace) -> int:
    """Check what the options name; return the exit code."""
    if options.show_settings:
        print(_described(settings_for(Path(options.paths[0] if options.paths else "."), options)))
        return 0
    fixing = fixing_of(options)
    jobs = list(jobs_of(options, fixing))
    filtered = fixing is not None and fixing.write and any(job.data is not None for job in jobs)
    if filtered and len(jobs) > 1:
        raise UsageError("--fix writes the text of standard input to standard output: no other path may be given")
    rules, problems = rules_for_jobs(jobs)
    _try_baselines(rules)
    outcome = Outcome(run_jobs(jobs, rules, options.jobs))
    everything = [rule for chosen in rules.values() for rule in chosen]
    reports = with_progress(outcome, len(jobs))
    if options.diff:
        done = write(reports, options, everything, render=diffs)
    elif filtered:
        done = write(with_text(reports), options, everything, stream=sys.stderr)
    else:
        done = write(reports, options, everything)
    if not done:
        return INTERRUPTED
    if not jobs:
        print("no files found", file=sys.stderr)
    if outcome.count < len(jobs):
        print(f"{len(jobs) - outcome.count} of {len(jobs)} files score below --min-score", file=sys.stderr)
    if fixing is not None:
        print(told(outcome, fixing), file=sys.stderr)
    if options.diff:
        return outcome.code(problems, None, options.exit_zero) or int(outcome.fixes > 0 and not options.exit_zero)
    return outcome.code(problems, jobs[0].settings.fail_on if jobs else None, options.exit_zero)


def _try_baselines(rules: Iterable[Settings]) -> None:
    """Read the baselines that are asked for: what is wrong with one is told before any file is read.

    Raises:
        ProblemsError: for a baseline that cannot be read.
    """
    for path in {settings.baseline for settings in rules if settings.baseline is not None}:
        from paralint.engine.baseline import read_baseline

        read_baseline(path)


def _described(settings: Settings) -> str:
    lines = [
        f"configuration: {settings.path or 'none'}",
        f"fail-on: {'never' if settings.fail_on is None else settings.fail_on}",
        f"min-score: {settings.min_score:g}",
        f"max-bytes: {settings.max_bytes}",
        f"exclude: {', '.join(settings.exclude) or 'nothing'}",
        f"suffixes: {', '.join(settings.suffixes)}",
        f"languagetool: {settings.languagetool.server or 'false'}",
        f"language-model: {settings.language_model or 'false'}",
        f"baseline: {settings.baseline or 'none'}",
        "rules:",
    ]
    lines += [
        f"  {rule.code} {rule.name} [{rule.severity}]"
        for rule in rules_of(settings).rules
        if not isinstance(rule, CompareRule) and not (isinstance(rule, Rule) and rule.silent)
    ]
    return "\n".join(lines)
