"""``paralint test``."""

from __future__ import annotations

import sys
from argparse import Namespace
from pathlib import Path

from paralint.cli.arguments import CLEAN, FAILED, FOUND, Parser
from paralint.engine.laws import cases, missing_extra
from paralint.output.wording import count as counted
from paralint.ruleset.load import builtin, load

_ABOUT = """\
Test rule files against the laws for rules; without PATH, the built-in rules.

Exit codes: 0 all laws hold, 1 some case fails, 2 a rule file is not in order.
"""


def parser() -> Parser:
    """Return the parser of the command's options."""
    parser = Parser("test", "[PATH]...", _ABOUT)
    parser.add_argument("paths", nargs="*", type=Path, metavar="PATH", help="a rule file, or a folder of them")
    parser.add_argument("-v", "--verbose", action="store_true", help="name every case, not only those that fail")
    return parser


def run(options: Namespace) -> int:
    """Test the rules; return the exit code."""
    ruleset = load(options.paths) if options.paths else builtin()
    for problem in ruleset.problems:
        print(problem, file=sys.stderr)
    tested = []
    for rule in ruleset.rules:
        reason = missing_extra(rule)
        if reason is None:
            tested.append(rule)
        else:
            print(f"skipped {rule.code}: {reason}")
    count = failed = 0
    for case in cases(tested, builtin().rules):
        count += 1
        wrong = case.verify()
        failed += wrong is not None
        if wrong is not None:
            print(f"FAILED {case.identifier}: {wrong}")
        elif options.verbose:
            print(f"passed {case.identifier}")
    print(f"{counted(len(tested), 'rule', 'rules')}, {counted(count, 'case', 'cases')}, {failed} failed")
    if any(problem.breaking for problem in ruleset.problems):
        return FAILED
    return FOUND if failed else CLEAN
