from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from paralint.engine.baseline import Baseline, entries_of, name_of, read_baseline, written
from paralint.engine.notices import UNREADABLE
from paralint.engine.report import FileReport
from paralint.findings import Finding, Severity, Span
from paralint.ruleset.problems import ProblemsError

TEXT = "The the town. The the town. A mayor mayor spoke.\n"
CODES = st.sampled_from(["GRM003", "NAM001", "CON002"])


def finding(start: int, end: int, code: str = "GRM003") -> Finding:
    return Finding(code, "x", Span(start, end), "m", Severity.ERROR)


def baseline_of(findings: list[Finding]) -> Baseline:
    entries = entries_of(FileReport("a.txt", TEXT, tuple(findings)))
    return Baseline(Path.cwd(), {"a.txt": entries})


def test_what_is_known_is_not_new() -> None:
    known = finding(0, 7)
    other = finding(30, 41)
    assert baseline_of([known]).new(Path("a.txt"), TEXT, [known, other]) == [other]


def test_equal_findings_are_counted() -> None:
    text = "A, the the town.\nB, the the town.\n"
    first, second = finding(3, 10), finding(20, 27)
    entries = entries_of(FileReport("a.txt", text, (first,)))
    assert Baseline(Path.cwd(), {"a.txt": entries}).new(Path("a.txt"), text, [first, second]) == [second]


def test_an_edit_elsewhere_makes_nothing_new() -> None:
    baseline = baseline_of([finding(30, 41)])
    moved = "A line before it.\n\n" + TEXT
    assert baseline.new(Path("a.txt"), moved, [finding(49, 60)]) == []


def test_a_file_of_another_name_is_another_file() -> None:
    known = finding(0, 7)
    assert baseline_of([known]).new(Path("b.txt"), TEXT, [known]) == [known]


def test_what_could_not_be_checked_is_never_known() -> None:
    assert entries_of(FileReport("a.txt", "", (UNREADABLE.finding("no such file"),), broken=True)) == {}


def test_files_are_named_from_the_folder_of_the_baseline(tmp_path: Path) -> None:
    assert name_of(tmp_path / "news" / "a.txt", tmp_path) == "news/a.txt"
    assert name_of(tmp_path / "a.txt", tmp_path / "news") == "../a.txt"


@given(st.dictionaries(st.text(min_size=1), st.dictionaries(st.text("0123456789abcdef", min_size=16), CODES)))
def test_what_is_written_is_read(files: dict[str, dict[str, str]]) -> None:
    import json

    data = json.loads(written(files))
    assert data["files"] == {name: entries for name, entries in files.items() if entries}


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("{", "base.json:1:2: not valid JSON"),
        ("", "base.json:1:1: not valid JSON"),
        ("{\n", "base.json:2:1: not valid JSON"),
        ("[]", "expected an object with 'version' and 'files'"),
        ('{"version": 9, "files": {}}', "a baseline of version 9; this paralint reads version 1"),
        ('{"version": 1}', "'files' must hold"),
        ('{"version": 1, "files": {"a.txt": ["x"]}}', "'files' must hold"),
        ('{"version": 1, "files": {"a.txt": {"x": 1}}}', "'files' must hold"),
        (b"\xff", "not UTF-8: byte 0xFF at offset 0"),
    ],
)
def test_what_is_no_baseline_is_told(tmp_path: Path, content: str | bytes, message: str) -> None:
    path = tmp_path / "base.json"
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    with pytest.raises(ProblemsError) as error:
        read_baseline(path)
    assert message in str(error.value)


def test_a_baseline_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(ProblemsError, match="no such baseline; 'paralint baseline' writes one"):
        read_baseline(tmp_path / "base.json")
