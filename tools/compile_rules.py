"""Compile the built-in rules: ``python tools/compile_rules.py`` after any change under ``rules/``.

Writes ``paralint/ruleset/compiled.json``. A test fails while it does not match the rule files.
"""

from __future__ import annotations

import sys
from pathlib import Path

from paralint.ruleset.load import COMPILED, compile_rules
from paralint.ruleset.problems import ProblemsError

ROOT = Path(__file__).parent.parent


def main() -> int:
    try:
        compiled = compile_rules(ROOT / "rules")
    except ProblemsError as error:
        print(error, file=sys.stderr)
        return 2
    (ROOT / "paralint" / "ruleset" / COMPILED).write_text(compiled, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
