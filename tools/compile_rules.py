"""Compile the built-in rules: ``python tools/compile_rules.py`` after a change under ``rules/`` or to a word list.

Writes ``paralint/ruleset/compiled.json``; with ``--check`` it only says whether that file is fresh.
"""

from __future__ import annotations

import sys
from pathlib import Path

from paralint.checks import anchors_of
from paralint.ruleset.load import COMPILED, compile_rules
from paralint.ruleset.problems import ProblemsError

ROOT = Path(__file__).parent.parent
TARGET = ROOT / "paralint" / "ruleset" / COMPILED


def main(arguments: list[str]) -> int:
    try:
        compiled = compile_rules(ROOT / "rules", anchors_of)
    except ProblemsError as error:
        print(error, file=sys.stderr)
        return 2
    if arguments == ["--check"]:
        fresh = TARGET.read_text(encoding="utf-8") == compiled
        print("" if fresh else f"{TARGET.name} is stale: run python tools/compile_rules.py", end="" if fresh else "\n")
        return 0 if fresh else 1
    TARGET.write_text(compiled, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
