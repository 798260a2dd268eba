"""Reading command lines: a parser that says what may have been meant, and the options that several commands share."""

from __future__ import annotations

import os
from argparse import ArgumentParser, ArgumentTypeError, Namespace, RawDescriptionHelpFormatter
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import NoReturn

from paralint.output import FORMATS
from paralint.ruleset.problems import suggestion

CLEAN, FOUND, FAILED, INTERRUPTED = 0, 1, 2, 130
"""Exit codes."""

SEVERITIES = ("error", "warning", "info", "never")
_OUTPUT_FORMAT = "PARALINT_OUTPUT_FORMAT"


class UsageError(Exception):
    """The command line, or a file that it names, is not in order. The message says what is wrong."""


class Parser(ArgumentParser):
    """A parser whose options may not be shortened and may stand among the paths, and whose errors have a hint."""

    def __init__(self, command: str, positionals: str, about: str) -> None:
        super().__init__(
            prog=f"paralint {command}",
            usage=f"paralint {command} [OPTIONS] {positionals}".rstrip(),
            description=about,
            formatter_class=_formatter,
            allow_abbrev=False,
        )

    def read(self, arguments: Sequence[str]) -> Namespace:
        """Return the options.

        Raises:
            UsageError: for what the parser does not understand.
            SystemExit: after the help was printed.
        """
        options, rest = self.parse_known_intermixed_args(arguments)
        for argument in rest:
            if argument.startswith("-"):
                name = argument.partition("=")[0]
                raise UsageError(f"no such option: {name}{suggestion(name, self._option_string_actions)}")
        if rest:
            raise UsageError(f"unexpected argument: {rest[0]}")
        return options

    def error(self, message: str) -> NoReturn:
        raise UsageError(message)


def _formatter(prog: str) -> RawDescriptionHelpFormatter:
    return RawDescriptionHelpFormatter(prog, max_help_position=30, width=100)  # asking the terminal takes 3 ms a time


def one_of(what: str, names: Iterable[str]) -> Callable[[str], str]:
    """Return the reader of an option that is one of ``names``."""
    known = tuple(names)

    def read(value: str) -> str:
        if value not in known:
            near = suggestion(value, known)
            raise ArgumentTypeError(f"no such {what} '{value}'{near}; there are {', '.join(known)}")
        return value

    return read


def at_least(least: int) -> Callable[[str], int]:
    """Return the reader of an option that is a whole number of at least ``least``."""

    def read(value: str) -> int:
        if not value.lstrip("+-").isdecimal() or int(value) < least:
            raise ArgumentTypeError(f"expected a whole number of at least {least}, found '{value}'")
        return int(value)

    return read


def score(value: str) -> float:
    """Read an option that is a document score."""
    try:
        number = float(value)
    except ValueError:
        number = -1
    if not 0 <= number <= 100:
        raise ArgumentTypeError(f"expected a number from 0 to 100, found '{value}'")
    return number


def parts(value: str) -> list[str]:
    """Split a list at its commas."""
    return [part.strip() for part in value.split(",") if part.strip()]


def add_list(parser: Parser, name: str, metavar: str, text: str) -> None:
    """Add an option that may be given several times and takes lists with commas."""
    parser.add_argument(name, action="extend", type=parts, default=[], metavar=metavar, help=text)


def add_settings(parser: Parser) -> None:
    """Add the options that choose the configuration."""
    parser.add_argument(
        "--config",
        type=Path,
        metavar="PATH",
        help="use this configuration file for all files instead of the nearest one",
    )
    parser.add_argument("--isolated", action="store_true", help="ignore all configuration files")


def add_rules(parser: Parser) -> None:
    """Add the options that choose rules."""
    add_list(
        parser, "--select", "RULE", "run only these rules: codes, beginnings of codes, names, or ALL; commas allowed"
    )
    add_list(parser, "--extend-select", "RULE", "run these rules too")
    add_list(parser, "--ignore", "RULE", "do not run these rules")
    add_rule_paths(parser)
    parser.add_argument(
        "--max-bytes",
        type=at_least(1),
        metavar="N",
        help="report files larger than this instead of reading them (default: 5000000)",
    )


def add_failing(parser: Parser) -> None:
    """Add the options that say what makes a run fail."""
    parser.add_argument(
        "--fail-on",
        type=one_of("severity", SEVERITIES),
        metavar="SEVERITY",
        help="the least severity that makes the exit code 1: error, warning, info, or never (default: error)",
    )
    parser.add_argument("--exit-zero", action="store_true", help="exit with 0 even if there are findings")


def add_rule_paths(parser: Parser) -> None:
    """Add the option that names rules of the user's own."""
    parser.add_argument(
        "--rules",
        dest="rule_paths",
        action="append",
        type=Path,
        default=[],
        metavar="PATH",
        help="load further rules from this file or folder",
    )


def add_output(parser: Parser) -> None:
    """Add the options that say how findings are written."""
    read_format = one_of("format", FORMATS)
    parser.add_argument(
        "--output-format",
        type=read_format,
        default=os.environ.get(_OUTPUT_FORMAT) or "full",
        metavar="FORMAT",
        help=f"how findings are written: {', '.join(FORMATS)} (default: full, or what {_OUTPUT_FORMAT} says)",
    )
    parser.add_argument("-o", "--output-file", type=Path, metavar="FILE", help="write the findings to this file")
    parser.add_argument(
        "--color",
        type=one_of("choice", ("auto", "always", "never")),
        default="auto",
        metavar="WHEN",
        help="colour the formats for terminals: auto, always or never (default: auto)",
    )
