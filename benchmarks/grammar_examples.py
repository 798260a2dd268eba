"""How many of other checkers' example sentences the grammar rules find, and how many of their good ones they report.

    python benchmarks/grammar_examples.py languagetool_examples.jsonl.xz harper_examples.jsonl.xz

Rows are those of LanguageTool's rule examples (`bad`: true or false, `text`, `category`, `off`) or of Harper's tests
(`bad` and `good`, or `good` alone, `file`). The files are not part of this repository: they are the examples of
LanguageTool (LGPL-2.1) and Harper (Apache-2.0), for measuring only.
"""

from __future__ import annotations

import argparse
import json
import lzma
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from paralint.engine.linter import Linter
from paralint.ruleset.load import builtin
from paralint.ruleset.select import select
from paralint.text.read import document


def examples(path: Path) -> Iterator[tuple[str, bool, str]]:
    """Yield the kind, whether it is bad, and the sentence."""
    opener = lzma.open if path.suffix == ".xz" else open
    with opener(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            if "text" in row:
                if not row["off"]:
                    yield row["category"], row["bad"], row["text"]
                continue
            kind = Path(row["file"]).stem
            if "bad" in row:
                yield kind, True, row["bad"]
            if "good" in row:
                yield kind, False, row["good"]


def main() -> None:
    """Print, for each file, the kinds by their number of bad sentences, and the sums."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("files", nargs="+", type=Path)
    parser.add_argument("--top", type=int, default=25, help="how many kinds to print")
    parser.add_argument("--alarms", action="store_true", help="print what is reported in good sentences")
    options = parser.parse_args()
    linter = Linter(select(builtin().rules, ["GRM"]))
    for path in options.files:
        owed: Counter[str] = Counter()
        found: Counter[str] = Counter()
        good: Counter[str] = Counter()
        alarms: Counter[str] = Counter()
        for kind, bad, text in examples(path):
            (owed if bad else good)[kind] += 1
            findings = linter.lint(document("example.txt", text))
            if findings:
                (found if bad else alarms)[kind] += 1
            if options.alarms and not bad:
                for finding in findings:
                    print(f"alarm\t{kind}\t{finding.code}\t{finding.message}\t{text}")
        print(f"{path.name}\n{'kind':32} {'bad':>5} {'found':>6} {'good':>5} {'alarms':>6}")
        for kind, number in sorted(owed.items(), key=lambda pair: (-found[pair[0]], -pair[1], pair[0]))[: options.top]:
            print(f"{kind:32} {number:5} {found[kind]:6} {good[kind]:5} {alarms[kind]:6}")
        print(f"{'all':32} {owed.total():5} {found.total():6} {good.total():5} {alarms.total():6}")
        print("none of:", ", ".join(sorted(kind for kind in owed if not found[kind])))


if __name__ == "__main__":
    main()
