"""``paralint init``."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path

from paralint.cli.arguments import CLEAN, Parser, UsageError

TEMPLATE = """\
# Settings of paralint. The nearest paralint.toml, .paralint.toml or pyproject.toml ([tool.paralint]) above a file
# governs it. Every line below shows the default; take away the # to change it.

# Rules to run: codes, beginnings of codes, names, or "ALL". Without this, all stable rules run.
# select = ["NAM", "CON", "GRM", "PHR", "QUO", "DUP", "DOC"]
# extend-select = []
# ignore = []

# The least severity that makes the exit code 1: "error", "warning", "info", "never".
# fail-on = "error"

# Only texts with at least this document score (0 to 100) are reported, and count for the exit code.
# min-score = 0

# Files and folders that are left out (glob patterns, relative to this file).
# exclude = []

# Which files are read when a folder is given.
# suffixes = [".txt", ".text", ".md", ".markdown", ".mdx", ".html", ".htm", ".xhtml", ".rst", ".adoc", ".tex"]
# respect-gitignore = true

# Larger files are reported, not read.
# max-bytes = 5000000

# Findings that are known and not reported again: the file that "paralint baseline" wrote, or false.
# baseline = false

# Names that are right as they are, and files of them: one name a line, "#" begins a comment.
# names = []
# names-file = []

# LanguageTool as a further layer: "local", the address of a server ("http://…"), or false.
# languagetool = false
# languagetool-language = "en-US"
# languagetool-disable = []
# languagetool-timeout = 60

# A language model as a further layer: "installed" (MPNet, from five packages), its file, or false.
# language-model = false

# Further rules: files or folders, relative to this file.
# rule-paths = []

# The severity of some rules.
# [severity]
# NAM = "warning"

# Rules that are not applied to some files.
# [per-file-ignores]
# "archive/**" = ["GRM"]
"""


def parser() -> Parser:
    """Return the parser of the command's options."""
    parser = Parser("init", "[FOLDER]", "Write a paralint.toml with every setting explained.")
    parser.add_argument("folder", nargs="?", type=Path, default=Path("."), metavar="FOLDER")
    return parser


def run(options: Namespace) -> int:
    """Write the file; return the exit code.

    Raises:
        UsageError: if it exists already or cannot be written.
    """
    target: Path = options.folder / "paralint.toml"
    try:
        with open(target, "x", encoding="utf-8") as file:
            file.write(TEMPLATE)
    except FileExistsError:
        raise UsageError(f"{target} exists already; nothing was changed") from None
    except OSError as error:
        raise UsageError(f"cannot write {target}: {error.strerror}") from None
    print(f"wrote {target}")
    return CLEAN
