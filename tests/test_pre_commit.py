"""The hook under the real pre-commit: it stops the seed and lets clean text pass."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
SEED = ROOT / "seeds" / "000_8140ba24074b4d3e.txt"
CLEAN = "The council met on Monday. It voted to mend the bridge, and work will begin in May.\n"


def git(folder: Path, *arguments: str) -> None:
    identity = ["-c", "user.name=test", "-c", "user.email=test@example.org", "-c", "commit.gpgsign=false"]
    subprocess.run(["git", *identity, *arguments], cwd=folder, check=True, capture_output=True)


@pytest.fixture
def hook(tmp_path: Path) -> Path:
    """A repository that holds this tree as it is now, committed, for pre-commit to clone."""
    names = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        check=True,
        capture_output=True,
        text=True,
    ).stdout.splitlines()
    folder = tmp_path / "hook"
    for name in names:
        source = ROOT / name
        if source.is_file():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(source, folder / name)
    git(folder, "init", "--quiet")
    git(folder, "add", "--all")
    git(folder, "commit", "--quiet", "--message", "the hook")
    return folder


def test_try_repo(hook: Path, tmp_path: Path) -> None:
    project = tmp_path / "project"
    project.mkdir()
    git(project, "init", "--quiet")
    shutil.copy(SEED, project / "article.txt")
    git(project, "add", "article.txt")

    def run(name: str = "paralint") -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-m", "pre_commit", "try-repo", str(hook), name, "--verbose", "--all-files"],
            cwd=project,
            env={**os.environ, "PRE_COMMIT_HOME": str(tmp_path / "cache")},
            capture_output=True,
            text=True,
            encoding="utf-8",
            check=False,
        )

    ran = run()
    assert ran.returncode == 1, ran.stdout + ran.stderr
    assert "Failed" in ran.stdout
    assert "Volodymyrzelsky" in ran.stdout
    (project / "article.txt").write_text(CLEAN, encoding="utf-8")
    git(project, "add", "article.txt")
    ran = run()
    assert ran.returncode == 0, ran.stdout + ran.stderr
    assert "Passed" in ran.stdout
    article = project / "article.txt"
    article.write_text("“It will begin in May,” he said. “We can wait.””\n", encoding="utf-8")
    git(project, "add", "article.txt")
    ran = run("paralint-fix")
    assert ran.returncode == 1, ran.stdout + ran.stderr
    assert "files were modified by this hook" in ran.stdout
    assert article.read_text(encoding="utf-8") == "“It will begin in May,” he said. “We can wait.”\n"
