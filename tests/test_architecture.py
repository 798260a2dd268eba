"""Imports go one way: a floor imports only floors below it."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parent.parent / "paralint"

# From the roof to the ground. `data` imports nothing of paralint, `findings` only how its values are made.
FLOORS = ["cli", "output", "engine", "checks", "ruleset", "evidence", "text", "data", "findings", "values"]

# The same inside `evidence`: a subject imports only those before it.
SUBJECTS = [
    "words", "encoder", "measures", "quotations", "names", "restatements", "phrases", "grammar", "figures", "claims",
    "persons", "originals",
]  # fmt: skip

MODULES = sorted(path.relative_to(PACKAGE).as_posix() for path in PACKAGE.rglob("*.py"))


def floor(module: str) -> str:
    """The floor of a module path such as ``text/scanner.py``; the package's own files stand on the roof."""
    first = module.split("/")[0].removesuffix(".py")
    return first if first in FLOORS else "cli"


def imported(path: Path) -> set[str]:
    found = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {name.name for name in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: relative imports hide the floor"
            module = node.module or ""
            found |= {f"{module}.{name.name}" for name in node.names} if module == "paralint" else {module}
    return {name.removeprefix("paralint.") for name in found if name.startswith("paralint")}


def imports(path: Path) -> set[str]:
    return {name.split(".")[0] for name in imported(path)}


@pytest.mark.parametrize("module", MODULES)
def test_imports_go_down(module: str) -> None:
    here = FLOORS.index(floor(module))
    for name in imports(PACKAGE / module):
        if name in ("__version__", "paralint"):
            continue
        assert name in FLOORS, f"{module} imports paralint.{name}, which is on no floor"
        assert FLOORS.index(name) >= here, f"{module} imports paralint.{name}, which is above it"


@pytest.mark.parametrize("module", [module for module in MODULES if module.startswith("evidence/")])
def test_subjects_import_what_is_more_basic(module: str) -> None:
    subject = Path(module).parent.name
    if subject == "evidence":
        return  # the package itself
    for name in imported(PACKAGE / module):
        if name.startswith("evidence."):
            other = name.split(".")[1]
            assert SUBJECTS.index(other) <= SUBJECTS.index(subject), f"{module} imports evidence.{other}"


def test_the_ground_floor_imports_nothing_of_paralint() -> None:
    assert imports(PACKAGE / "values.py") == set()
    assert imports(PACKAGE / "findings.py") == {"values"}
    assert imports(PACKAGE / "data" / "__init__.py") == set()
