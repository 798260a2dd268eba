"""A wheel, built and installed into an empty environment, lints the seed; so does the package inside a zip file."""

from __future__ import annotations

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
SEED = ROOT / "seeds" / "000_8140ba24074b4d3e.txt"


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    subprocess.run(
        [sys.executable, "-m", "build", "--wheel", "--outdir", str(folder), str(ROOT)], check=True, capture_output=True
    )
    (path,) = folder.glob("*.whl")
    return path


def test_the_wheel_carries_rules_data_and_types(wheel: Path) -> None:
    names = set(zipfile.ZipFile(wheel).namelist())
    rules = {path.relative_to(ROOT / "rules").as_posix() for path in (ROOT / "rules").rglob("*.yml")}
    assert {f"paralint/ruleset/builtin/{rule}" for rule in rules} <= names
    assert {"paralint/py.typed", "paralint/ruleset/compiled.json"} <= names
    assert {f"paralint/data/{path.name}" for path in (ROOT / "paralint" / "data").iterdir() if path.is_file()} <= names
    assert not [name for name in names if name.startswith(("tests/", "tools/", "seeds/"))]


def test_an_installed_wheel_lints_the_seed(wheel: Path, tmp_path: Path) -> None:
    subprocess.run([sys.executable, "-m", "venv", str(tmp_path / "venv")], check=True)
    folder = tmp_path / "venv" / ("Scripts" if sys.platform == "win32" else "bin")
    subprocess.run([folder / "python", "-m", "pip", "install", "--quiet", str(wheel)], check=True)
    ran = subprocess.run(
        [folder / "paralint", "check", "--isolated", "--output-format", "concise", str(SEED)],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert ran.returncode == 1, ran.stderr
    assert "Volodymyrzelsky" in ran.stdout
    ran = subprocess.run([folder / "paralint", "test"], cwd=tmp_path, capture_output=True, text=True, check=False)
    assert ran.returncode == 0, ran.stdout


def test_the_package_runs_from_a_zip_file(wheel: Path, tmp_path: Path) -> None:
    ran = subprocess.run(
        [sys.executable, "-m", "paralint", "check", "--isolated", "--output-format", "concise", str(SEED)],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(wheel)},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert ran.returncode == 1, ran.stderr
    assert "Volodymyrzelsky" in ran.stdout
