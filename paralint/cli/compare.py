"""``paralint compare``."""

from __future__ import annotations

import sys
from argparse import Namespace
from pathlib import Path

from paralint.cli.arguments import INTERRUPTED, Parser, add_failing, add_output, add_rules, add_settings
from paralint.cli.configured import settings_for
from paralint.cli.reporting import Outcome, write
from paralint.engine.chosen_rules import rules_of
from paralint.engine.compare import compare_files

_ABOUT = """\
Check REWRITE against ORIGINAL: what is changed, lost or added.

Findings stand in REWRITE and point into ORIGINAL. What is wrong with REWRITE by itself is for check to say.
Exit codes are those of check.
"""


def parser() -> Parser:
    """Return the parser of the command's options."""
    parser = Parser("compare", "ORIGINAL REWRITE", _ABOUT)
    parser.add_argument("original", type=Path, metavar="ORIGINAL")
    parser.add_argument("rewrite", type=Path, metavar="REWRITE")
    add_rules(parser)
    add_failing(parser)
    add_output(parser)
    add_settings(parser)
    return parser


def run(options: Namespace) -> int:
    """Compare the two files; return the exit code."""
    settings = settings_for(options.rewrite, options)
    chosen = rules_of(settings)
    for problem in chosen.problems:
        print(problem, file=sys.stderr)
    outcome = Outcome([compare_files(options.original, options.rewrite, settings, chosen.rules)])
    if not write(outcome, options, chosen.rules):
        return INTERRUPTED
    return outcome.code(chosen.problems, settings.fail_on, options.exit_zero)
