"""The annotated articles that training reads: every place that is marked stands where it is said to stand."""

import json
from pathlib import Path

FOLDER = Path(__file__).parents[1] / "tools" / "damage"
CATEGORIES = {"grammar", "phrase", "name", "contradiction", "quote", "duplicate"}


def test_articles_come_in_pairs() -> None:
    spun, clean = ({path.name for path in (FOLDER / kind).iterdir()} for kind in ("spun", "clean"))
    assert spun == clean
    assert len(spun) == 1318


def test_damage_stands_in_its_line() -> None:
    lines = {path.stem: path.read_text("utf8").split("\n") for path in (FOLDER / "spun").iterdir()}
    rows = [json.loads(row) for row in (FOLDER / "gold.jsonl").read_text("utf8").splitlines()]
    assert {row["file"] for row in rows} == lines.keys()
    assert {row["category"] for row in rows} == CATEGORIES
    lost = [row for row in rows if row["quote"] not in lines[row["file"]][row["line"] - 1]]
    assert lost == []
