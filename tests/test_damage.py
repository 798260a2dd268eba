"""The annotated articles that training reads: every place that is marked stands where it is said to stand."""

import json
import subprocess
import sys
from pathlib import Path

FOLDER = Path(__file__).parents[1] / "tools" / "damage"
EVERY = 3  # of the damaged articles that are checked, so manieth
CATEGORIES = {"grammar", "phrase", "name", "contradiction", "quote", "duplicate"}


def test_articles_come_in_pairs() -> None:
    spun, clean = ({path.name for path in (FOLDER / kind).iterdir()} for kind in ("spun", "clean"))
    assert spun == clean
    assert len(spun) == 1366


def test_damage_stands_in_its_line() -> None:
    lines = {path.stem: path.read_text("utf8").split("\n") for path in (FOLDER / "spun").iterdir()}
    rows = [json.loads(row) for row in (FOLDER / "gold.jsonl").read_text("utf8").splitlines()]
    assert {row["file"] for row in rows} == lines.keys()
    assert {row["category"] for row in rows} == CATEGORIES
    lost = [row for row in rows if row["quote"] not in lines[row["file"]][row["line"] - 1]]
    assert lost == []


def test_no_rule_fails_on_damaged_articles() -> None:
    """Nor is anything found that one process could not tell the other."""
    articles = sorted(map(str, (FOLDER / "spun").iterdir()))[::EVERY]
    command = [sys.executable, "-m", "paralint", "check", *articles, "--jobs", "2", "--output-format", "json"]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)
    assert (done.returncode, done.stderr) == (1, "")
    found = json.loads(done.stdout)
    assert [finding["message"] for finding in found if finding["code"].startswith("PLT")] == []
    assert len({finding["filename"] for finding in found}) > len(articles) * 0.95
