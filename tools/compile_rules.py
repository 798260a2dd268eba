"""Compile the built-in rules: ``python tools/compile_rules.py`` after a change under ``rules/`` or to a word list.

Writes ``paralint/ruleset/compiled.json``, and ``paralint/data/at_odds.txt`` from the list of tellings that are at odds;
with ``--check`` it only says whether both are fresh.
"""

from __future__ import annotations

import sys
from pathlib import Path

from paralint.checks import anchors_of
from paralint.evidence.claims import at_odds, frame_list
from paralint.ruleset.load import COMPILED, compile_rules
from paralint.ruleset.problems import ProblemsError

ROOT = Path(__file__).parent.parent
RULES = ROOT / "paralint" / "ruleset" / COMPILED
FRAMES = ROOT / "paralint" / "data" / at_odds.FILE


def main(arguments: list[str]) -> int:
    try:
        compiled = {RULES: compile_rules(ROOT / "rules", anchors_of), FRAMES: frame_list.compiled()}
    except ProblemsError as error:
        print(error, file=sys.stderr)
        return 2
    if arguments == ["--check"]:
        stale = [path.name for path, content in compiled.items() if path.read_text(encoding="utf-8") != content]
        for name in stale:
            print(f"{name} is stale: run python tools/compile_rules.py")
        return 1 if stale else 0
    for path, content in compiled.items():
        path.write_text(content, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
