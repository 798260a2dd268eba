from __future__ import annotations

from pathlib import Path

import pytest
from support import run


@pytest.fixture
def project(tmp_path: Path) -> Path:
    style = tmp_path / "styles" / "House"
    style.mkdir(parents=True)
    rule = "extends: existence\nmessage: \"No '%s'.\"\nlevel: error\ntokens: [very]\naction: {name: remove}\n"
    (style / "Very.yml").write_text(rule, encoding="utf-8")
    (style / "Script.yml").write_text("extends: script\nmessage: x\nscript: x\n", encoding="utf-8")
    (tmp_path / "paralint.toml").write_text('rule-paths = ["styles/House"]\nselect = ["House"]\n', encoding="utf-8")
    (tmp_path / "a.md").write_text("It is very good.\n", encoding="utf-8")
    return tmp_path


def test_a_pack_is_a_rule_path(project: Path) -> None:
    result = run("check", "--output-format", "concise", project / "a.md")
    assert "a.md:1:7: House.Very [error] No 'very'." in result.stdout
    assert result.exit_code == 1


def test_a_rule_that_cannot_run_is_named_and_does_not_fail_the_run(project: Path) -> None:
    (project / "a.md").write_text("It is good.\n", encoding="utf-8")
    result = run("check", project / "a.md")
    assert "skipped: House.Script extends script, and it needs an interpreter of Tengo" in result.stderr
    assert result.exit_code == 0


def test_a_rule_that_is_not_in_order_fails_the_run_and_the_rest_runs(project: Path) -> None:
    (project / "styles" / "House" / "Bad.yml").write_text("extends: existence\ntokens: ['(']\n", encoding="utf-8")
    result = run("check", "--output-format", "concise", project / "a.md")
    assert "Bad.yml:2:10: bad regex '('" in result.stderr
    assert "House.Very" in result.stdout
    assert result.exit_code == 2


@pytest.mark.parametrize("selector", ["House", "House.Very"])
def test_a_pack_and_its_rules_can_be_ignored(project: Path, selector: str) -> None:
    assert run("check", "--ignore", selector, project / "a.md").exit_code == 0


def test_an_unused_suppression_does_not_fail_the_run(project: Path) -> None:
    (project / "a.md").write_text("<!-- paralint: ignore[House] -->\n\nIt is good.\n", encoding="utf-8")
    result = run("check", "--output-format", "concise", project / "a.md")
    assert "a.md:1:1: PLT006 [info] no finding of House is suppressed here" in result.stdout
    assert result.exit_code == 0


def test_a_rule_of_a_pack_is_explained(project: Path) -> None:
    result = run("explain", "house.very", "--config", project / "paralint.toml")
    assert result.stdout.startswith("# House.Very House.Very\n\nNo '…'.\n\nSeverity error")
    assert "Examples" not in result.stdout
