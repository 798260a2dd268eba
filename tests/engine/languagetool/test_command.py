"""The layer as users meet it: the option, the settings, what is printed and the exit codes."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from support import Result, run

from tests.engine.languagetool.conftest import FakeServer

BAD = "They said it was’nt over, and they have it.\n"  # one error for us, one for the fake server
Command = Callable[..., Result]


@pytest.fixture
def paralint(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Command:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "x.txt").write_text(BAD, encoding="utf-8")
    return run


def found(result: Result) -> list[tuple[str, str]]:
    return [(finding["code"], finding["severity"]) for finding in json.loads(result.stdout)]


JSON = ("--output-format", "json")


def test_the_option(fake: FakeServer, paralint: Command) -> None:
    result = paralint("x.txt", "--languagetool", fake.url, *JSON)
    assert found(result) == [("GRM001", "error"), ("LTL001", "warning")]
    assert result.exit_code == 1
    assert paralint("x.txt", "--languagetool", fake.url, "--select", "LTL").exit_code == 0


def test_nothing_is_sent_unless_a_server_is_named(fake: FakeServer, paralint: Command) -> None:
    assert found(paralint("x.txt", *JSON)) == [("GRM001", "error")]
    Path("paralint.toml").write_text(f'languagetool = "{fake.url}"\n')
    assert found(paralint("x.txt", "--languagetool", "false", *JSON)) == [("GRM001", "error")]
    assert found(paralint("x.txt", "--ignore", "LTL", *JSON)) == [("GRM001", "error")]
    assert found(paralint("x.txt", "--select", "GRM", *JSON)) == [("GRM001", "error")]
    assert fake.asked == []


def test_settings(fake: FakeServer, paralint: Command) -> None:
    lines = [
        f'languagetool = "{fake.url}/v2/"',
        'languagetool-language = "en-GB"',
        'languagetool-disable = ["ONE", "TWO"]',
        "languagetool-timeout = 7.5",
        "[severity]",
        'LTL001 = "error"',
    ]
    Path("paralint.toml").write_text("\n".join(lines))
    assert found(paralint("x.txt", *JSON)) == [("GRM001", "error"), ("LTL001", "error")]
    ((_, fields),) = fake.asked
    assert fields["language"] == "en-GB"
    assert fields["disabledRules"].endswith(",ONE,TWO")
    assert f"languagetool: {fake.url}\n" in paralint("x.txt", "--show-settings").stdout
    Path("paralint.toml").write_text(f'languagetool = "{fake.url}"\n[per-file-ignores]\n"x.*" = ["LTL"]\n')
    assert found(paralint("x.txt", *JSON)) == [("GRM001", "error")]


def test_comments_take_findings_away(fake: FakeServer, paralint: Command) -> None:
    Path("x.md").write_text("They have it. <!-- paralint: ignore[LTL001] as spoken -->\n\nThey have it.\n")
    result = paralint("x.md", "--languagetool", fake.url, "--select", "LTL", "--output-format", "concise")
    assert [line.partition(" ")[0] for line in result.stdout.splitlines() if "LTL" in line] == ["x.md:3:6:"]


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ('languagetool = "ftp://x"', "'languagetool' is local, false or the address of a server"),
        ("languagetool = true", "'languagetool' is local, false or the address of a server"),
        ("languagetool = 3", "'languagetool' is local, false or the address of a server"),
        ("languagetool-timeout = 0", "'languagetool-timeout' must be a number of at least 1"),
        ("languagetool-disabled = []", "unknown key 'languagetool-disabled' (did you mean 'languagetool-disable'?)"),
    ],
)
def test_bad_settings(paralint: Command, line: str, message: str) -> None:
    Path("paralint.toml").write_text(f"ignore = []\n{line}\n")
    result = run("x.txt")
    assert result.exit_code == 2
    said = result.stderr
    assert "paralint.toml:2:1: " in said
    assert message in said


def test_a_bad_option(paralint: Command) -> None:
    result = paralint("x.txt", "--languagetool", "localhost:8081")
    assert result.exit_code == 2
    assert "the address of a server (http://…), found 'localhost:8081'" in result.stderr


@pytest.mark.parametrize("selector", ["LTL", "LTL001", "languagetool-grammar"])
def test_selecting_the_layer_without_a_server_is_an_error(paralint: Command, selector: str) -> None:
    result = run("x.txt", "--select", f"GRM,{selector}")
    assert result.exit_code == 2
    assert f"'{selector}' means findings of LanguageTool, which is off; see --languagetool" in result.stderr
    assert paralint("x.txt", "--ignore", selector, "--exit-zero").exit_code == 0
    assert paralint("x.txt", "--select", "ALL", "--exit-zero").exit_code == 0


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_a_skipped_layer_is_said_and_costs_nothing_else(fake: FakeServer, paralint: Command, jobs: str) -> None:
    Path("y.txt").write_text(BAD, encoding="utf-8")
    fake.behave = lambda exchange: exchange.answer(b"Hello")
    result = paralint("x.txt", "y.txt", "--languagetool", fake.url, "--jobs", jobs, "--exit-zero", *JSON)
    assert found(result) == [("PLT005", "error"), ("GRM001", "error")] * 2
    assert result.exit_code == 2
    assert "answered nonsense" in json.loads(result.stdout)[0]["message"]


def test_no_java(fake: FakeServer, paralint: Command, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.delenv("JAVA_HOME", raising=False)
    result = paralint("x.txt", "--languagetool", "local", "--output-format", "concise")
    assert result.exit_code == 2
    assert "PLT005" in result.stdout
    assert "there is no Java on this machine; LanguageTool needs version 17 or later" in result.stdout
    assert "GRM001" in result.stdout


def test_codes_are_known(paralint: Command) -> None:
    explained = paralint("explain", "ltl001").stdout
    assert explained == paralint("explain", "languagetool-grammar").stdout
    assert explained.startswith("# LTL001 languagetool-grammar\n\nLanguageTool reports broken grammar.")
    assert "Categories: GRAMMAR." in explained
    assert "PLT005 skipped-languagetool" in paralint("explain", "PLT005").stdout
    assert "LTL001  languagetool-grammar" in paralint("rules").stdout
    listed = {rule["code"]: rule for rule in json.loads(paralint("rules", *JSON).stdout)}
    assert (listed["LTL001"]["kind"], listed["LTL001"]["status"]) == ("languagetool", "stable")
    assert listed["LTL009"]["status"] == "preview"


def test_machine_formats_know_the_codes(fake: FakeServer, paralint: Command) -> None:
    result = paralint("x.txt", "--languagetool", fake.url, "--select", "LTL", "--output-format", "sarif")
    (rule,) = json.loads(result.stdout)["runs"][0]["tool"]["driver"]["rules"]
    assert rule["id"] == "LTL001"
    assert rule["shortDescription"] == {"text": "LanguageTool reports broken grammar"}
