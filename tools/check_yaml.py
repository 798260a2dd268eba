"""Check that YAML files parse and have no duplicate keys: ``python tools/check_yaml.py FILE…``."""

from __future__ import annotations

import sys
from pathlib import Path

from paralint.ruleset.problems import ProblemsError
from paralint.ruleset.tree import parse


def main(names: list[str]) -> int:
    failed = 0
    for name in names:
        try:
            parse(Path(name).read_text(encoding="utf-8"), name)
        except ProblemsError as error:
            print(error, file=sys.stderr)
            failed += 1
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
