"""Annotated articles, as ``tools/damage`` has them: texts, and where they are damaged."""

from __future__ import annotations

import json
from collections import defaultdict
from pathlib import Path

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
