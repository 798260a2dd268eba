"""The files that a command line names, with the settings of each."""

from __future__ import annotations

import os
import sys
from argparse import Namespace
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from paralint.cli.arguments import Parser, UsageError, add_list, add_rules, add_settings, at_least
from paralint.cli.configured import settings_for
from paralint.engine.chosen_rules import AnyRule, rules_of
from paralint.engine.files import find_files
from paralint.engine.runner import Fixing, Job
from paralint.engine.settings import Settings
from paralint.ruleset.problems import Problem


def add_jobs(parser: Parser) -> None:
    """Add the options that say what is read, by which rules, and how."""
    parser.add_argument(
        "paths", nargs="*", metavar="PATH", help="a file, a folder, or - for standard input (default: .)"
    )
    add_rules(parser)
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
        help="let a language model read too, on this machine: 'installed' is MPNet as its packages have it, "
        "'….safetensors' its file, 'false' none (default: false)",
    )


def jobs_of(options: Namespace, fixing: Fixing | None = None) -> Iterator[Job]:
    """Yield a job for each file, once, in the order of the command line.

    Raises:
        ProblemsError: for a configuration file that is not in order.
        UsageError: for a path that names nothing.
    """
    by_folder: dict[Path, Settings] = {}
    seen: set[str] = set()  # by their whole paths, since one file may be named in several ways
    paths: Sequence[str] = options.paths or ("." if getattr(options, "stdin_filename", None) is None else "-",)
    for name in paths:
        if not name:
            raise UsageError("a path is empty")
        if name == "-":
            path = Path(getattr(options, "stdin_filename", None) or "-")
            if sys.stdin is None:
                raise UsageError("standard input is closed")
            yield Job(path, settings_for(path, options), sys.stdin.buffer.read(), fixing)
            continue
        path = Path(name)
        for file in find_files(path, settings_for(path, options), force_exclude=options.force_exclude):
            whole = os.path.abspath(file)
            if whole in seen:
                continue
            seen.add(whole)
            if file.parent not in by_folder:
                by_folder[file.parent] = settings_for(file, options)
            yield Job(file, by_folder[file.parent], None, fixing)


def rules_for_jobs(jobs: Iterable[Job]) -> tuple[dict[Settings, tuple[AnyRule, ...]], tuple[Problem, ...]]:
    """Return the rules of each settings of the jobs, and what is wrong with rules, which is printed, too."""
    rules: dict[Settings, tuple[AnyRule, ...]] = {}
    problems: dict[Problem, None] = {}
    for settings in dict.fromkeys(job.settings for job in jobs):
        chosen = rules_of(settings)
        rules[settings] = chosen.rules
        problems.update(dict.fromkeys(chosen.problems))
    for problem in problems:
        print(problem, file=sys.stderr)
    return rules, tuple(problems)
