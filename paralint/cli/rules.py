"""``paralint rules``: the list of all rules."""

from __future__ import annotations

import json
import sys
from argparse import Namespace
from collections.abc import Iterable
from pathlib import Path

from paralint.cli.arguments import CLEAN, FAILED, Parser, add_rule_paths, add_settings, one_of
from paralint.cli.configured import configured
from paralint.engine.chosen_rules import AnyRule, known_rules

_ABOUT = "List all rules: code, name, severity, confidence, status, summary."


def parser() -> Parser:
    """Return the parser of the command's options."""
    parser = Parser("rules", "", _ABOUT)
    parser.add_argument(
        "--output-format",
        type=one_of("format", ("text", "json")),
        default="text",
        metavar="FORMAT",
        help="text or json (default: text)",
    )
    add_rule_paths(parser)
    add_settings(parser)
    return parser


def run(options: Namespace) -> int:
    """Print the rules; return the exit code."""
    ruleset = known_rules(configured(Path("."), options))
    for problem in ruleset.problems:
        print(problem, file=sys.stderr)
    print(listing(ruleset.rules, options.output_format))
    return FAILED if any(problem.breaking for problem in ruleset.problems) else CLEAN


def listing(rules: Iterable[AnyRule], output_format: str) -> str:
    if output_format == "json":
        return json.dumps(
            [
                {
                    "code": rule.code,
                    "name": rule.name,
                    "summary": rule.summary,
                    "severity": str(rule.severity),
                    "confidence": str(rule.confidence),
                    "status": str(rule.status),
                    "since": rule.since,
                    "kind": rule.kind,
                    "fixable": rule.fixable,
                }
                for rule in rules
            ],
            ensure_ascii=False,
            indent=2,
        )
    rows = [(r.code, r.name, str(r.severity), str(r.confidence), str(r.status), r.summary) for r in rules]
    widths = [max((len(row[column]) for row in rows), default=0) for column in range(5)]
    return "\n".join(
        "  ".join([*(cell.ljust(width) for cell, width in zip(row, widths, strict=False)), row[5]]) for row in rows
    )
