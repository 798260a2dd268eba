"""The command ``paralint``: finds the command that is meant, and turns every error of the user's into one message."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Sequence
from contextlib import suppress
from importlib import import_module
from io import TextIOWrapper
from pathlib import Path
from typing import NoReturn

from paralint import __version__
from paralint.cli.arguments import CLEAN, FAILED, INTERRUPTED, UsageError
from paralint.ruleset.problems import ProblemsError, suggestion

COMMANDS = {
    "check": "find damage in files, folders or standard input",
    "baseline": "make what is found now known, so that only what is new is reported",
    "compare": "check a rewrite against its original",
    "explain": "explain a rule",
    "rules": "list all rules",
    "test": "test rule files against the laws for rules",
    "inspect": "show tokens and tags of a line, and how a pattern fared",
    "init": "write a configuration with every setting explained",
    "version": "print the version",
}
"""Each command, in the module of its name below this package, and what it does."""

_HELP = f"""\
usage: paralint COMMAND [OPTIONS] ...
       paralint PATH ...

Find the damage that machine paraphrasing leaves in articles. A path alone means check: paralint article.txt

commands:
{"".join(f"  {name:<9} {summary}{chr(10)}" for name, summary in COMMANDS.items())}
paralint COMMAND -h tells the options of a command.
"""
_CLOSED = 141  # as shells say it where nobody reads the output any more


def main(arguments: Sequence[str] | None = None) -> NoReturn:
    """Run the command line, ``sys.argv`` unless given, and exit.

    Raises:
        SystemExit: always; the code is 0 for a clean run, 1 for findings, 2 for an error.
    """
    if arguments is not None:
        sys.exit(_run(arguments))
    _prepare_output()
    gc.disable()  # rules and models are no garbage; looking through them takes a tenth of a short run
    try:
        code = _run(sys.argv[1:])
        sys.stdout.flush()
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # so that leaving does not fail once more
        code = _CLOSED
    _leave(code)


def _prepare_output() -> None:
    """Write UTF-8 wherever output goes: a pipe on Windows and the locale C know less than what articles hold."""
    if sys.stdout is None:  # closed by whoever started the command
        sys.stdout = open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115 (it stays open to the end)
    if isinstance(sys.stdout, TextIOWrapper) and sys.stdout.encoding.lower() != "utf-8":
        sys.stdout.reconfigure(encoding="utf-8", errors="backslashreplace")


def _run(arguments: Sequence[str]) -> int:
    command, *rest = arguments or ["-h"]
    if command == "help" and rest and rest[0] in COMMANDS:
        command, *rest = *rest, "-h"
    if command in ("-h", "--help", "help"):
        print(_HELP, end="")
        return CLEAN
    if command in ("-V", "--version", "version"):
        print(f"paralint {__version__}")
        return CLEAN
    usage = "paralint COMMAND [OPTIONS] ..., see paralint -h"
    try:
        if command not in COMMANDS:
            near = suggestion(command, COMMANDS)
            if near and not command.startswith("-") and not Path(command).exists():
                raise UsageError(f"no command or file '{command}'{near}")
            command, rest = "check", list(arguments)
        module = import_module(f"paralint.cli.{command}")
        parser = module.parser()
        usage = parser.usage
        code: int = module.run(parser.read(rest))
        if sys.stdout is not None:
            sys.stdout.flush()  # here, where a full disk is told
        return code
    except UsageError as error:
        print(f"usage: {usage}\nerror: {error}", file=sys.stderr)
    except ProblemsError as error:
        print(error, file=sys.stderr)
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        raise
    except OSError as error:  # a full disk, say
        print(f"error: {error.strerror or error}", file=sys.stderr)
    except SystemExit as leaving:  # the parser has printed the help
        return leaving.code if isinstance(leaving.code, int) else 0
    return FAILED


def _leave(code: int) -> NoReturn:
    """Exit without freeing rules and models, which takes another tenth, unless other processes must be waited for."""
    if "multiprocessing" not in sys.modules:
        with suppress(OSError):
            sys.stderr.flush()
        os._exit(code)
    sys.exit(code)


if __name__ == "__main__":
    main()
