from __future__ import annotations

from pathlib import Path

import pytest
from support import Result, run

TEXT = "One line here.\n\nThis was before Russia seize the port. He left.\n\nThis was before Russia seized the port.\n"


@pytest.fixture
def file(tmp_path: Path) -> str:
    path = tmp_path / "x.txt"
    path.write_text(TEXT, encoding="utf-8")
    return str(path)


def inspect(*arguments: str) -> Result:
    return run("inspect", *arguments)


def test_shows_tokens_tags_and_lemmas_of_the_line_only(file: str) -> None:
    lines = inspect(f"{file}:3").stdout.splitlines()
    assert lines[0] == "paragraph, sentence 2"
    assert lines[5].split() == ["4", "seize", "VBP", "seize", "word"]
    assert "paragraph, sentence 3" in lines
    assert not any("One" in line or "seized" in line for line in lines)


def test_shows_how_a_pattern_fared(file: str) -> None:
    found = inspect(f"{file}:3", "--rule", "GRM018").stdout
    assert "GRM018, pattern 0: from token 2 matched 0: before, 1: nothing, 2: Russia, 3: seize; reported" in found
    missed = inspect(f"{file}:5", "--rule", "base-verb-after-subordinator").stdout
    assert "item 3 fails at token 4: 'seized' is not forms VB; its tag is VBD, not VBP, VB" in missed


@pytest.mark.parametrize(
    ("place", "arguments", "message"),
    [
        ("{file}", [], "is no place: write FILE:LINE"),
        ("{file}:99", [], "has no line 99"),
        ("missing.txt:1", [], "missing.txt: no such file"),
        ("{file}:1", ["--rule", "GRM01x"], "did you mean 'GRM"),
    ],
)
def test_errors_are_clear(file: str, place: str, arguments: list[str], message: str) -> None:
    result = inspect(place.format(file=file), *arguments)
    assert result.exit_code == 2
    assert message in result.stderr


def test_a_rule_of_another_kind_is_said_to_be_one(file: str) -> None:
    assert "GRM003 is no pattern rule but 'repetition'" in inspect(f"{file}:3", "--rule", "GRM003").stdout


def test_nothing_to_show_is_said(file: str) -> None:
    assert inspect(f"{file}:2").stdout == "no text is read on this line\n"
    Path(file).with_name("none.txt").write_text("He left.\n", encoding="utf-8")
    assert inspect(str(Path(file).with_name("none.txt")), "--figures").stdout == "no figures\n"
