"""``paralint check --fix`` and ``--diff``."""

from __future__ import annotations

import json
import os
import stat
from pathlib import Path

import pytest
from support import run

SAFE = "“It is over,” he said. “We can go home now.””\n"
MENDED = "“It is over,” he said. “We can go home now.”\n"
UNSAFE = "It is an obstinate town, and they want a end of it. He must to go.\n"


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def put(name: str, text: str) -> Path:
    path = Path(name)
    path.write_bytes(text.encode())
    return path


def test_what_has_a_safe_fix_is_mended_and_the_rest_reported() -> None:
    path = put("a.txt", SAFE + "\n" + UNSAFE)
    result = run("check", "--fix", "a.txt", "--output-format", "concise")
    assert path.read_text(encoding="utf-8") == MENDED + "\n" + UNSAFE
    assert "fixed 1 finding in 1 file; 2 more with --unsafe-fixes" in result.stderr
    assert "QUO004" not in result.stdout
    assert "GRM002" in result.stdout
    assert result.exit_code == 1


def test_fixes_that_change_what_is_said_must_be_asked_for() -> None:
    path = put("a.txt", UNSAFE)
    result = run("check", "--fix", "--unsafe-fixes", "a.txt")
    assert path.read_text(encoding="utf-8") == "It is an obstinate town, and they want an end of it. He must go.\n"
    assert result.exit_code == 0


def test_nothing_else_of_a_file_changes() -> None:
    content = SAFE.replace("\n", "\r\n") * 2 + "\tlast line"
    Path("a.txt").write_bytes(b"\xff\xfe" + content.encode("utf-16-le"))
    os.chmod("a.txt", 0o640)
    run("check", "--fix", "a.txt")
    assert Path("a.txt").read_bytes() == b"\xff\xfe" + content.replace("””", "”").encode("utf-16-le")
    if os.name != "nt":
        assert stat.S_IMODE(os.stat("a.txt").st_mode) == 0o640
    assert os.listdir() == ["a.txt"]


def test_a_link_stays_a_link() -> None:
    target = put("target.txt", SAFE)
    try:
        os.symlink("target.txt", "link.txt")
    except OSError:
        pytest.skip("no links here")
    run("check", "--fix", "link.txt")
    assert os.path.islink("link.txt")
    assert target.read_text(encoding="utf-8") == MENDED


def test_markup_is_left_alone() -> None:
    path = put("a.md", "They want *a* end, and *a end* of it, and a&nbsp;end, here.\n")
    run("check", "--fix", "--unsafe-fixes", "a.md")
    assert path.read_text(encoding="utf-8") == "They want *a* end, and *an end* of it, and a&nbsp;end, here.\n"


def test_several_processes_write_the_same() -> None:
    for number in range(4):
        put(f"{number}.txt", SAFE)
    result = run("check", "--fix", "-j", "2", ".")
    assert "fixed 4 findings in 4 files" in result.stderr
    assert {path.read_text(encoding="utf-8") for path in Path().glob("*.txt")} == {MENDED}


def test_a_difference_is_printed_and_nothing_changed() -> None:
    path = put("a.txt", SAFE.rstrip("\n"))
    result = run("check", "--diff", "a.txt")
    assert result.stdout.splitlines()[:2] == ["--- a.txt", "+++ a.txt"]
    assert f"-{SAFE}" in result.stdout
    assert f"+{MENDED}" in result.stdout
    assert "\\ No newline at end of file" in result.stdout
    assert "would fix 1 finding in 1 file" in result.stderr
    assert result.exit_code == 1
    assert path.read_text(encoding="utf-8") == SAFE.rstrip("\n")


def test_no_difference_is_a_clean_run() -> None:
    put("a.txt", UNSAFE)
    result = run("check", "--diff", "a.txt")
    assert (result.exit_code, result.stdout) == (0, "")


def test_standard_input_is_mended_to_standard_output() -> None:
    result = run("check", "--fix", "-", "--output-format", "concise", text=SAFE + UNSAFE)
    assert result.stdout == MENDED + UNSAFE
    assert "GRM002" in result.stderr


def test_a_file_that_cannot_be_written_keeps_its_findings(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    path = put("a.txt", SAFE)
    monkeypatch.setattr("paralint.engine.saving.os.replace", refuse)
    result = run("check", "--fix", "a.txt", "--output-format", "json")
    assert [finding["code"] for finding in json.loads(result.stdout)] == ["PLT008", "QUO004"]
    assert result.exit_code == 2
    assert path.read_text(encoding="utf-8") == SAFE
    assert os.listdir() == ["a.txt"]


def test_what_is_suppressed_or_known_is_not_mended() -> None:
    path = put("a.txt", SAFE)
    run("baseline")
    run("check", "--fix", "--baseline", ".paralint-baseline.json", "a.txt")
    assert path.read_text(encoding="utf-8") == SAFE


@pytest.mark.parametrize("options", [("--fix", "--diff"), ("--unsafe-fixes",), ("--fix", "-", "b.txt")])
def test_options_that_make_no_sense_together(options: tuple[str, ...]) -> None:
    put("b.txt", SAFE)
    result = run("check", *options, text=SAFE)
    assert result.exit_code == 2
    assert "error:" in result.stderr
