"""Whole articles, end to end: the damaged one shows its damage, sound ones are left alone."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

ROOT = Path(__file__).parent.parent
SEED = ROOT / "seeds" / "000_8140ba24074b4d3e.txt"
SOUND = sorted((ROOT / "tests" / "articles").iterdir())


def check(path: Path) -> tuple[int, list[dict[str, Any]]]:
    command = [sys.executable, "-m", "paralint", "check", "--isolated", "--output-format", "json", str(path)]
    ran = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False)
    findings: list[dict[str, Any]] = json.loads(ran.stdout)
    return ran.returncode, findings


@pytest.fixture(scope="module")
def seed() -> list[dict[str, Any]]:
    code, findings = check(SEED)
    assert code == 1
    return findings


def test_the_seed_has_findings_of_every_family(seed: list[dict[str, Any]]) -> None:
    assert {finding["code"][:3] for finding in seed} >= {"NAM", "CON", "GRM", "PHR", "QUO", "DUP"}


@pytest.mark.parametrize(
    ("family", "row", "quoted"),
    [
        ("NAM", 15, "Volodymyrzelsky"),
        ("NAM", 215, "Ryzkov"),
        ("CON", 109, "decade-long"),
        ("GRM", 133, "will’t"),
        ("GRM", 179, "a unimproved"),
        ("GRM", 99, "seize"),
        ("QUO", 207, "The official stated"),
        ("DUP", 109, "Ukraine has warned"),
    ],
)
def test_the_seed_shows_its_damage(seed: list[dict[str, Any]], family: str, row: int, quoted: str) -> None:
    text = SEED.read_text(encoding="utf-8")
    assert any(
        finding["code"].startswith(family)
        and finding["location"]["row"] == row
        and quoted in text[finding["offset"] : finding["end_offset"]]
        for finding in seed
    )


def test_the_json_keeps_its_contract(seed: list[dict[str, Any]]) -> None:
    schema = json.loads((ROOT / "docs" / "findings.schema.json").read_text(encoding="utf-8"))
    Draft202012Validator.check_schema(schema)
    Draft202012Validator(schema).validate(seed)
    lines = SEED.read_text(encoding="utf-8").split("\n")
    text = SEED.read_text(encoding="utf-8")
    for finding in seed:
        place, end = finding["location"], finding["end_location"]
        if place["row"] == end["row"]:
            quoted = lines[place["row"] - 1][place["column"] - 1 : end["column"] - 1]
            assert quoted == text[finding["offset"] : finding["end_offset"]]


def test_every_contradiction_stands_in_two_places(seed: list[dict[str, Any]]) -> None:
    paired = [f for f in seed if f["code"].startswith(("CON", "DUP")) and f["related"]]
    assert len(paired) > 15


@pytest.mark.parametrize("path", SOUND, ids=lambda path: path.name)
def test_a_sound_article_is_left_alone(path: Path) -> None:
    code, findings = check(path)
    assert [(f["code"], f["message"]) for f in findings] == []
    assert code == 0
