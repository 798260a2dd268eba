"""Annotated articles, as ``tools/damage`` has them: texts, and where they are damaged."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

DAMAGE = Path(__file__).parent / "damage"
# Articles of it that are measured with, and not learned from.
HELD_BACK = (
    *range(379, 395),
    *range(687, 699),
    *range(711, 723),
    *range(759, 815),
    *range(911, 1007),
    *range(1283, 1367),
)

Spans = list[tuple[int, int, str]]
"""First and last place, the last exclusive, in code points, and the category of each damage."""


def texts_of(folder: Path, kind: str) -> dict[str, str]:
    """Return the articles of a folder by name: the damaged ones (``spun``) or their originals (``clean``)."""
    return {path.stem: path.read_text("utf8") for path in sorted((folder / kind).glob("*.txt"))}


def damage_of(gold: Path, texts: dict[str, str]) -> dict[str, Spans]:
    """Return where each text is damaged, and how."""
    found: dict[str, Spans] = defaultdict(list)
    for row in map(json.loads, filter(str.strip, gold.read_text("utf8").splitlines())):
        lines = texts[row["file"]].split("\n")
        place = lines[row["line"] - 1].find(row["quote"])
        if place >= 0:
            start = sum(len(line) + 1 for line in lines[: row["line"] - 1]) + place
            found[row["file"]].append((start, start + len(row["quote"]), row["category"]))
    return found


def read_articles(folder: Path) -> Iterator[tuple[str, str, Spans]]:
    """Yield the names of damaged articles, the articles, and where they are damaged."""
    texts = texts_of(folder, "spun")
    damage = damage_of(folder / "gold.jsonl", texts)
    for name, text in texts.items():
        yield name, text, damage.get(name, [])


def read_learned(folder: Path) -> Iterator[tuple[str, str, Spans]]:
    """Yield those of the articles of a folder that may be learned from."""
    for name, text, damage in read_articles(folder):
        if folder.resolve() != DAMAGE.resolve() or int(name) not in HELD_BACK:
            yield name, text, damage
