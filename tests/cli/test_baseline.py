"""``paralint baseline``, and the baselines of ``check``."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from support import run

OLD = "They said it was’nt over.\n"
NEW = "They said it was’nt over.\n\nI will’t go to the the town.\n"


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.txt").write_text(OLD, encoding="utf-8")
    (tmp_path / "b.txt").write_text(OLD, encoding="utf-8")
    return tmp_path


def known(path: str = ".paralint-baseline.json") -> dict[str, list[str]]:
    files = json.loads(Path(path).read_text(encoding="utf-8"))["files"]
    return {name: sorted(entries.values()) for name, entries in files.items()}


def codes(*arguments: str) -> list[str]:
    return [finding["code"] for finding in json.loads(run("check", "--output-format", "json", *arguments).stdout)]


def test_only_what_is_new_is_reported(folder: Path) -> None:
    result = run("baseline")
    assert result.exit_code == 0
    assert "2 findings known, 2 new, 0 gone" in result.stdout
    options = "--baseline", ".paralint-baseline.json"
    assert run("check", *options).exit_code == 0
    (folder / "a.txt").write_text(NEW, encoding="utf-8")
    assert codes(*options) == ["GRM001", "GRM003"]
    assert codes(*options, "-j", "2") == ["GRM001", "GRM003"]
    assert len(codes()) == len(codes(*options, "--baseline", "false")) == 4


def test_a_setting_names_the_baseline_from_any_folder(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (folder / "paralint.toml").write_text('baseline = "known.json"\n', encoding="utf-8")
    (folder / "news").mkdir()
    monkeypatch.chdir(folder / "news")
    assert run("baseline", "..").exit_code == 0
    assert (folder / "known.json").exists()
    assert run("check", "..").exit_code == 0
    monkeypatch.chdir(folder)
    assert run("check", ".").exit_code == 0
    assert "known.json" in run("check", "--show-settings").stdout


def test_it_is_brought_up_to_date(folder: Path) -> None:
    run("baseline")
    (folder / "a.txt").write_text(NEW.partition("\n\n")[2], encoding="utf-8")
    (folder / "b.txt").unlink()
    result = run("baseline", "a.txt")
    assert "2 findings known, 2 new, 2 gone" in result.stdout
    assert known() == {"a.txt": ["GRM001", "GRM003"]}


def test_files_that_are_not_checked_stay(folder: Path) -> None:
    run("baseline", "b.txt")
    run("baseline", "a.txt")
    assert set(known()) == {"a.txt", "b.txt"}


def test_rules_that_do_not_run_stay(folder: Path) -> None:
    (folder / "a.txt").write_text(NEW, encoding="utf-8")
    run("baseline", "a.txt")
    before = known()
    run("baseline", "a.txt", "--select", "NAM")
    assert known() == before


def test_pruning_adds_nothing(folder: Path) -> None:
    run("baseline", "b.txt")
    (folder / "b.txt").write_text("All is well.\n", encoding="utf-8")
    assert "0 findings known, 0 new, 1 gone" in run("baseline", "--prune").stdout


def test_a_file_that_cannot_be_read_is_told_and_what_is_known_of_it_kept(folder: Path) -> None:
    run("baseline")
    before = known()
    (folder / "a.txt").write_bytes(b"\xff\xfe\xff")
    result = run("baseline")
    assert result.exit_code == 2
    assert "a.txt: not checked completely" in result.stderr
    assert known() == before


def test_a_broken_baseline_is_an_error_and_is_not_written_over(folder: Path) -> None:
    Path("known.json").write_text("{", encoding="utf-8")
    for arguments in (("check", "--baseline", "known.json"), ("baseline", "-o", "known.json")):
        result = run(*arguments)
        assert result.exit_code == 2
        assert "known.json:1:2: not valid JSON" in result.stderr
    assert Path("known.json").read_text(encoding="utf-8") == "{"
    assert run("check", "--baseline", "none.json").exit_code == 2


def test_a_baseline_that_cannot_be_written_is_an_error(folder: Path) -> None:
    result = run("baseline", "-o", "missing/known.json")
    assert result.exit_code == 2
    assert "cannot write" in result.stderr


def test_a_write_that_fails_leaves_the_old_baseline(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    run("baseline")
    before = known()

    def refuse(*_: object) -> None:
        raise OSError(28, "No space left on device")

    (folder / "a.txt").write_text(NEW, encoding="utf-8")
    monkeypatch.setattr("paralint.engine.saving.os.replace", refuse)
    result = run("baseline")
    assert result.exit_code == 2
    assert "No space left on device" in result.stderr
    assert known() == before
    assert [path.name for path in folder.glob(".paralint-*")] == [".paralint-baseline.json"]
