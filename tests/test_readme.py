"""Every command that the README shows is run, and what it shows as output is what comes out."""

from __future__ import annotations

import os
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")

# A command stands behind "$ "; the lines below it are lines of its output, and "..." stands for any number of them.
BLOCKS = re.findall(r"```console\n(.*?)```", README, re.DOTALL)
COMMANDS = [
    (command.strip(), [line for line in output.splitlines() if line])
    for block in BLOCKS
    for command, output in re.findall(r"^\$ (.+)\n((?:(?!\$ ).*\n)*)", block, re.MULTILINE)
]
# These are the two commands that set up a machine; the gate runs them in a fresh environment.
SET_UP = [command for command, _ in COMMANDS if "pip install" in command]


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """A folder like a checkout, where commands may write."""
    for name in ("seeds", "rules"):
        shutil.copytree(ROOT / name, tmp_path / name)
    shutil.copy(ROOT / "README.md", tmp_path)
    return tmp_path


@pytest.mark.parametrize(("command", "expected"), [pair for pair in COMMANDS if pair[0] not in SET_UP])
def test_a_command_does_what_the_readme_shows(command: str, expected: list[str], copy: Path) -> None:
    folder = Path(sys.executable).parent
    ran = subprocess.run(
        command,
        shell=True,
        cwd=copy,
        env={**os.environ, "PATH": f"{folder}{os.pathsep}{os.environ['PATH']}", "NO_COLOR": "1"},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert ran.returncode in (0, 1), ran.stderr
    lines = iter((ran.stdout + ran.stderr).splitlines())
    for line in expected:
        if line.strip() != "...":
            assert any(line.rstrip() == printed.rstrip() for printed in lines), (
                f"{line!r} is not in its place:\n{ran.stdout}"
            )


def test_the_readme_shows_commands() -> None:
    assert len(COMMANDS) > 5
    assert all(shlex.split(command) for command, _ in COMMANDS)


def test_two_texts_compare_as_shown(tmp_path: Path) -> None:
    text = (ROOT / "docs" / "compare.md").read_text(encoding="utf-8")
    for name, content in zip(("old.txt", "new.txt"), re.findall(r"```text\n(.*?)```", text, re.DOTALL), strict=True):
        (tmp_path / name).write_text(content, encoding="utf-8")
    (block,) = re.findall(r"```console\n\$ paralint (.*?)```", text, re.DOTALL)
    command, _, expected = block.partition("\n")
    ran = subprocess.run(
        [sys.executable, "-m", "paralint", *shlex.split(command)],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert ran.stdout == expected, ran.stderr


@pytest.mark.parametrize("source", re.findall(r"```python\n(.*?)```", README, re.DOTALL))
def test_python_that_is_shown_runs(source: str) -> None:
    ran = subprocess.run([sys.executable, "-c", source], capture_output=True, text=True, encoding="utf-8", check=False)
    assert ran.returncode == 0, ran.stderr
    assert ran.stdout.strip()


def test_set_up_is_two_commands() -> None:
    sys.path.insert(0, str(ROOT / "tools"))
    try:
        from readme_command import command
    finally:
        sys.path.pop(0)
    assert "paralint check seeds/" in command("main")
    assert "pytest" in command("test")


@pytest.mark.parametrize("name", ["README.md", "docs/writing-rules.md"])
def test_rules_that_are_shown_are_in_order(name: str, tmp_path: Path) -> None:
    from paralint.engine.laws import cases
    from paralint.ruleset.load import builtin, load

    text = (ROOT / name).read_text(encoding="utf-8")
    blocks = [block for block in re.findall(r"```yaml\n(.*?)```", text, re.DOTALL) if block.startswith("paralint: 1")]
    assert blocks
    for number, block in enumerate(blocks):
        (tmp_path / f"{number}.yml").write_text(block, encoding="utf-8")
    ruleset = load([tmp_path])
    assert not ruleset.problems, "\n".join(map(str, ruleset.problems))
    broken = [
        f"{case.identifier}: {wrong}"
        for case in cases(ruleset.rules, builtin().rules)
        if (wrong := case.verify()) is not None
    ]
    assert not broken
