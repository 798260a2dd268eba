"""Recall and false alarms on public sets of contradicting pairs.

    python benchmarks/contradiction_sets.py breaking_nli dataset.jsonl
    python benchmarks/contradiction_sets.py chatprotect DIRECTORY
    python benchmarks/contradiction_sets.py bump bump_task1.json.xz

breaking_nli (Glockner, Shwartz & Goldberg 2018): two sentences that differ in one word; each pair stands as two
paragraphs. chatprotect (Mündler et al. 2024): two sentences of a language model about one thing. bump (Ma et al. 2023):
a news article with a summary behind it, faithful or with one planted error. Printed for each category: pairs, share of
them with a CON finding. No rule was made from these sets.
"""

from __future__ import annotations

import argparse
import json
import lzma
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from paralint.engine.linter import Linter
from paralint.ruleset.load import load
from paralint.text.read import document

ROOT = Path(__file__).parents[1]


class Case(NamedTuple):
    """A text, the category it is counted under, and where the part in question begins."""

    category: str
    text: str
    start: int = 0


def breaking_nli(path: Path) -> Iterator[Case]:
    for line in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        category = f"{row['gold_label']} {row['category'] if row['gold_label'] == 'contradiction' else ''}"
        yield Case(category.strip(), f"{row['sentence1']}\n\n{row['sentence2']}")


def chatprotect(path: Path) -> Iterator[Case]:
    for file in sorted(path.rglob("*.json")):
        for row in json.loads(file.read_text(encoding="utf-8")):
            if "alt" in row:
                pair, label = [row["text"], row["alt"]], row["gt_label"]
            else:
                pair, label = row["text"].split("\n---;;;\n"), ",".join(row["label"])
            if len(pair) == 2:
                yield Case("contradiction" if label == "strong" else f"label '{label}'", "\n\n".join(pair))


def bump(path: Path) -> Iterator[Case]:
    for row in json.loads(lzma.decompress(path.read_bytes())):
        article = row["article"]
        for category, summary in (("faithful", row["reference_summary"]), (row["error_type"], row["edited_summary"])):
            yield Case(category, f"{article}\n\n{summary}", len(article))


SETS = {"breaking_nli": breaking_nli, "chatprotect": chatprotect, "bump": bump}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("set", choices=sorted(SETS))
    parser.add_argument("path", type=Path)
    parser.add_argument("--show", default="", help="print the findings, or the misses, of this category")
    arguments = parser.parse_args()
    linter = Linter(load([ROOT / "rules" / "contradictions"]).rules)
    asked: Counter[str] = Counter()
    found: Counter[str] = Counter()
    for case in SETS[arguments.set](arguments.path):
        findings = [
            finding for finding in linter.lint(document("a.txt", case.text)) if finding.span.start >= case.start
        ]
        asked[case.category] += 1
        found[case.category] += bool(findings)
        if arguments.show == case.category:
            print([finding.message for finding in findings], case.text[case.start :].replace("\n", " | "))
    for category in sorted(asked):
        print(f"{category:40}{asked[category]:6}{found[category] / asked[category]:8.3f}")


if __name__ == "__main__":
    main()
