"""Print a command of the README: ``python tools/readme_command.py main|test``.

Continuous integration runs what the README tells users to run, so the two cannot drift apart. A command is the shell
block that follows ``<!-- command: NAME -->``.
"""

from __future__ import annotations

import re
import sys
from pathlib import Path

README = Path(__file__).parent.parent / "README.md"


def command(name: str) -> str:
    found = re.search(
        rf"<!-- command: {re.escape(name)} -->\n+```(?:sh|console)\n(.*?)```", README.read_text("utf-8"), re.S
    )
    if found is None:
        raise SystemExit(f"README.md has no command '{name}'")
    return found[1].strip()


if __name__ == "__main__":
    print(command(sys.argv[1]))
