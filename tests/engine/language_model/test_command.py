"""The layer as users meet it: the option, the settings, what is printed and the exit codes."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from support import Result, run

from paralint.cli.init import TEMPLATE
from paralint.engine.language_model import layer

BAD = "They said it was’nt over, and they put a zzfi there.\n"  # one error for us, one odd word for the tiny model
Command = Callable[..., Result]
JSON = ("--output-format", "json")


@pytest.fixture
def paralint(tmp_path: Path, added: None, monkeypatch: pytest.MonkeyPatch) -> Iterator[Command]:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "x.txt").write_text(BAD, encoding="utf-8")
    layer._reader.cache_clear()
    yield run
    layer._reader.cache_clear()


def found(result: Result) -> list[tuple[str, str]]:
    return [(finding["code"], finding["severity"]) for finding in json.loads(result.stdout)]


def test_the_option(tiny: Path, paralint: Command) -> None:
    result = paralint("x.txt", "--language-model", str(tiny), *JSON)
    assert found(result) == [("GRM001", "error"), ("ODD001", "warning")]
    assert result.exit_code == 1
    assert paralint("x.txt", "--language-model", str(tiny), "--select", "ODD").exit_code == 0


def test_settings(tiny: Path, paralint: Command) -> None:
    Path("tiny.safetensors").symlink_to(tiny)
    Path("vocab.txt").symlink_to(tiny.with_name("vocab.txt"))
    Path("paralint.toml").write_text('language-model = "tiny.safetensors"\n[severity]\nODD = "error"\n')
    assert found(paralint("x.txt", *JSON)) == [("GRM001", "error"), ("ODD001", "error")]
    assert f"language-model: {Path.cwd() / 'tiny.safetensors'}\n" in paralint("x.txt", "--show-settings").stdout
    assert found(paralint("x.txt", "--language-model", "false", *JSON)) == [("GRM001", "error")]
    assert found(paralint("x.txt", "--ignore", "ODD", *JSON)) == [("GRM001", "error")]
    assert found(paralint("x.txt", "--select", "GRM", *JSON)) == [("GRM001", "error")]
    Path("paralint.toml").write_text('language-model = "tiny.safetensors"\n[per-file-ignores]\n"x.*" = ["ODD001"]\n')
    assert found(paralint("x.txt", *JSON)) == [("GRM001", "error")]
    Path("y.txt").write_text(BAD, encoding="utf-8")
    assert found(paralint("y.txt", *JSON)) == [("GRM001", "error"), ("ODD001", "warning")]


def test_it_is_off_by_default(paralint: Command) -> None:
    assert found(paralint("x.txt", *JSON)) == [("GRM001", "error")]
    assert "language-model: false\n" in paralint("x.txt", "--show-settings").stdout
    assert "\n# language-model = false\n" in TEMPLATE


def test_comments_take_findings_away(tiny: Path, paralint: Command) -> None:
    Path("x.md").write_text("They put a zzfi. <!-- paralint: ignore[ODD001] a word -->\n\nThey put a zzfi here.\n")
    result = paralint("x.md", "--language-model", str(tiny), "--output-format", "concise")
    assert [line.partition(" ")[0] for line in result.stdout.splitlines() if "ODD" in line] == ["x.md:3:12:"]
    assert "PLT006" not in result.stdout + paralint("x.md", "--output-format", "concise").stdout


@pytest.mark.parametrize("value", ['"model.bin"', "true", "3", '"instaled"'])
def test_bad_settings(paralint: Command, value: str) -> None:
    Path("paralint.toml").write_text(f"ignore = []\nlanguage-model = {value}\n")
    result = paralint("x.txt")
    assert result.exit_code == 2
    assert "paralint.toml:2:1: " in result.stderr
    assert "'language-model' is installed, false or the path of a .safetensors file, found " in result.stderr


def test_a_bad_option(paralint: Command) -> None:
    result = paralint("x.txt", "--language-model", "mpnet")
    assert result.exit_code == 2
    assert "'language-model' is installed, false or the path of a .safetensors file, found 'mpnet'" in result.stderr


@pytest.mark.parametrize("selector", ["ODD", "ODD001", "odd-grammar"])
def test_selecting_the_layer_while_it_is_off_is_an_error(paralint: Command, selector: str) -> None:
    result = paralint("x.txt", "--select", f"GRM,{selector}")
    assert result.exit_code == 2
    assert f"'{selector}' means findings of the language model, which is off; see --language-model" in result.stderr
    assert paralint("x.txt", "--ignore", selector, "--exit-zero").exit_code == 0
    assert paralint("x.txt", "--select", "ALL", "--exit-zero").exit_code == 0


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_a_skipped_layer_is_said_and_costs_nothing_else(paralint: Command, jobs: str) -> None:
    Path("y.txt").write_text(BAD, encoding="utf-8")
    Path("m.safetensors").write_bytes(b"GGUF")
    Path("vocab.txt").touch()
    result = paralint("x.txt", "y.txt", "--language-model", "m.safetensors", "--jobs", jobs, "--exit-zero", *JSON)
    assert found(result) == [("PLT007", "error"), ("GRM001", "error")] * 2
    assert result.exit_code == 2
    assert "m.safetensors is not the model all-mpnet-base-v2, or is damaged" in json.loads(result.stdout)[0]["message"]


def test_codes_are_known(paralint: Command) -> None:
    explained = paralint("explain", "odd001").stdout
    assert explained == paralint("explain", "odd-grammar").stdout
    assert explained.startswith("# ODD001 odd-grammar\n\nA language model expects other grammar here.")
    assert "PLT007 skipped-language-model" in paralint("explain", "PLT007").stdout
    assert "ODD003  odd-name" in paralint("rules").stdout
    listed = {rule["code"]: rule for rule in json.loads(paralint("rules", *JSON).stdout)}
    assert (listed["ODD002"]["kind"], listed["ODD002"]["status"]) == ("language-model", "stable")
    assert listed["ODD003"]["status"] == "stable"


@pytest.mark.parametrize("format", ["sarif", "html", "documents"])
def test_formats_know_the_codes(tiny: Path, paralint: Command, format: str) -> None:
    result = paralint("x.txt", "--language-model", str(tiny), "--select", "ODD", "--output-format", format)
    assert result.exit_code == 0
    assert "ODD001" in result.stdout or "Odd words" in result.stdout or format == "documents"
