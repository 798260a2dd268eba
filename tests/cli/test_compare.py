"""``paralint compare`` and ``paralint inspect --figures`` as users meet them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from support import run

from paralint.output import FORMATS

ORIGINAL = """\
The ferry Astrid ran aground off Lerwick on Monday with 214 people on board, the coast guard said.

"We heard a long scrape and then nothing," said the cook, Magnus Tait.
"""
REWRITE = """\
On Monday, the ferry Astrid ran aground off Lerwick with 371 people on board, according to the coast guard.

"We heard a long scratch and then nothing," said the cook, Magnus Tait.
"""


@pytest.fixture(autouse=True)
def files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("old.txt").write_text(ORIGINAL, encoding="utf-8")
    Path("new.txt").write_text(REWRITE, encoding="utf-8")


def test_findings_stand_in_the_rewrite_and_point_into_the_original() -> None:
    result = run("compare", "old.txt", "new.txt", "--output-format", "json")
    findings = json.loads(result.stdout)
    assert result.exit_code == 1
    assert [(finding["name"], finding["filename"], finding["location"]["row"]) for finding in findings] == [
        ("changed-figure", "new.txt", 1),
        ("changed-quotation", "new.txt", 3),
    ]
    assert [(place["filename"], place["location"]) for finding in findings for place in finding["related"]] == [
        ("old.txt", {"row": 1, "column": 57}),
        ("old.txt", {"row": 3, "column": 18}),
    ]


@pytest.mark.parametrize("name", [name for name in FORMATS if name not in ("concise", "gitlab", "documents")])
def test_every_format_that_has_other_places_names_their_file(name: str) -> None:
    result = run("compare", "old.txt", "new.txt", "--output-format", name)
    assert result.exit_code == 1
    assert "old.txt" in result.stdout


def test_full_draws_both_texts() -> None:
    shown = run("compare", "old.txt", "new.txt", "--select", "CMP005").stdout
    assert "--> new.txt:3:18" in shown
    assert "::: old.txt:3:18" in shown
    assert '3 | "We heard a long scrape and then nothing," said the cook, Magnus Tait.' in shown
    assert "replace `scratch` with `scrape` (unsafe fix)" in shown


def test_exit_codes() -> None:
    assert run("compare", "old.txt", "old.txt").exit_code == 0
    assert run("compare", "old.txt", "new.txt").exit_code == 1
    assert run("compare", "old.txt", "new.txt", "--exit-zero").exit_code == 0
    assert run("compare", "old.txt", "new.txt", "--fail-on", "never").exit_code == 0
    assert run("compare", "old.txt", "new.txt", "--ignore", "CON,CMP").exit_code == 0
    assert run("compare", "old.txt", "missing.txt").exit_code == 2
    assert run("compare", "missing.txt", "new.txt").exit_code == 2
    assert run("compare", "old.txt").exit_code == 2


def test_the_output_goes_to_a_file() -> None:
    result = run("compare", "old.txt", "new.txt", "-o", "found.txt", "--output-format", "concise")
    assert result.stdout == ""
    assert "new.txt:3:18: CMP005 [error]" in Path("found.txt").read_text(encoding="utf-8")


def test_a_configuration_file_counts() -> None:
    Path("paralint.toml").write_text(
        'ignore = ["CON"]\n[severity]\nCMP005 = "info"\nCMP004 = "info"\n', encoding="utf-8"
    )
    assert run("compare", "old.txt", "new.txt").exit_code == 0
    assert run("compare", "old.txt", "new.txt", "--isolated").exit_code == 1


def test_the_rules_of_compare_are_listed_and_explained_and_check_runs_none() -> None:
    assert "CMP005  changed-quotation" in run("rules").stdout
    assert run("explain", "changed-quotation").stdout.startswith("# CMP005 changed-quotation")
    assert run("check", "new.txt", "--select", "CMP").exit_code == 0


def test_the_ledger_of_figures() -> None:
    Path("figures.txt").write_text(
        "Some 30 boats, worth £2.5m, left by 6 June. The crossing took nine hours; one in 4 boats, or 25 per cent, was "
        "late after 5 pm.\n",
        encoding="utf-8",
    )
    result = run("inspect", "figures.txt", "--figures")
    assert result.exit_code == 0
    lines = [" ".join(line.split()) for line in result.stdout.splitlines()]
    assert "sum of money (1)" in lines
    assert "line 1 2,500,000 £ boats, worth [£2.5m] , left by" in lines
    assert "percentage (1)" in lines
    assert any(line.startswith("line 1 about 30 ") for line in lines)
    assert any("17:00" in line for line in lines)
    assert any(line.startswith("line 1 by ????-06-06") for line in lines)


def test_the_ledger_of_a_missing_file() -> None:
    result = run("inspect", "missing.txt", "--figures")
    assert result.exit_code == 2
    assert "no such file" in result.stderr
