"""Every format against a file that a person has looked at.

``PARALINT_REGENERATE=1 pytest tests/output`` writes the files anew; look at the difference before you commit it.
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from paralint.engine.report import FileReport
from paralint.output import FORMATS, Context, render

GOLDEN = Path(__file__).parent / "golden"
SUFFIX = {"json": "json", "sarif": "json", "gitlab": "json", "rdjson": "json", "junit": "xml", "html": "html"}


def check(path: Path, output: str) -> None:
    if os.environ.get("PARALINT_REGENERATE"):
        path.write_bytes(output.encode())
    assert output.encode() == path.read_bytes()


@pytest.mark.parametrize("name", FORMATS)
def test_golden(name: str, reports: list[FileReport], context: Context) -> None:
    check(GOLDEN / f"{name}.{SUFFIX.get(name, 'txt')}", "".join(render(name, reports, context)))


@pytest.mark.parametrize("name", ["concise", "full"])
def test_golden_in_colour(name: str, reports: list[FileReport], context: Context) -> None:
    check(GOLDEN / f"{name}-color.txt", "".join(render(name, reports, context._replace(color=True))))


@pytest.mark.parametrize("name", FORMATS)
def test_golden_without_reports(name: str, context: Context) -> None:
    check(GOLDEN / "empty" / f"{name}.{SUFFIX.get(name, 'txt')}", "".join(render(name, [], context)))
