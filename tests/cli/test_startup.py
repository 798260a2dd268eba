"""What a short run does not do: each of these modules takes longer to import than most texts take to check."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

HEAVY = (
    "dataclasses",
    "inspect",
    "shutil",
    "yaml",
    "regex",
    "rapidfuzz",
    "rich",
    "pathspec",
    "numpy",
    "threadpoolctl",
    "textstat",
)


def test_a_short_run_imports_nothing_heavy(tmp_path: Path) -> None:
    text = tmp_path / "short.txt"
    text.write_text("The minister said that the talks had ended. Nobody was hurt, and the road is open again.\n")
    run = "import sys; from paralint.cli.main import main\ntry: main(sys.argv[1:])\nfinally: print(*sys.modules)"
    command = [sys.executable, "-c", run, "check", "--isolated", str(text)]
    said = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    assert "No findings in 1 file" in said
    assert {module.partition(".")[0] for module in said.split()}.isdisjoint(HEAVY)


def test_values_do_not_compile_their_annotations() -> None:
    package = Path(__file__).parents[2] / "paralint"
    users = [path for path in package.rglob("*.py") if "import NamedTuple" in path.read_text(encoding="utf-8")]
    assert len(users) > 50
    assert [
        path.name
        for path in users
        if path.name != "values.py" and "from paralint.values import NamedTuple" not in path.read_text(encoding="utf-8")
    ] == []
