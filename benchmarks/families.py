"""What each family of rules adds to a run over many texts, each met for the first time.

    python benchmarks/families.py FOLDER...

Every ``.txt`` file below the folders is linted once, in one process, with all stable rules, models and tables as cold
as they are for the command. The CPU time of a rule counts for its family, that of a layer which several rules ask for
for the one that asks first; so what PHR adds, whose rules come last but QUO's, is all its own.
"""

from __future__ import annotations

import argparse
import gc
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path
from time import process_time

from paralint.engine.chosen_rules import rules_of
from paralint.engine.linter import Linter
from paralint.engine.settings import Settings
from paralint.findings import Finding
from paralint.ruleset.rule import Rule
from paralint.text.document import Document
from paralint.text.read import document


class TimedLinter(Linter):
    """A linter that counts the CPU time of each rule, in seconds, for its family."""

    def __init__(self, rules: Sequence[Rule]) -> None:
        super().__init__(rules)
        self.times: Counter[str] = Counter()

    def _findings(self, number: int, document: Document, ways: Sequence[int]) -> Iterable[Finding]:
        start = process_time()
        found = super()._findings(number, document, ways)
        self.times[self.rules[number].family] += process_time() - start
        return found


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", type=Path, nargs="+")
    options = parser.parse_args()
    texts = [path.read_text(encoding="utf-8") for folder in options.folders for path in sorted(folder.rglob("*.txt"))]
    size = sum(len(text.encode()) for text in texts) / 1e6
    linter = TimedLinter([rule for rule in rules_of(Settings()).rules if isinstance(rule, Rule)])
    gc.freeze()  # as the command does
    start = process_time()
    for text in texts:
        read = document("x.txt", text)
        linter.lint(read)
        read.forget()
    whole = process_time() - start
    print(f"{len(texts)} texts, {size:.2f} MB, {whole:.2f} s CPU, {size / whole:.3f} MB/s\n")
    print("| family | CPU | adds to the others |\n|---|---|---|")
    for family, time in linter.times.most_common():
        print(f"| {family} | {time:.2f} s | {100 * time / (whole - time):.0f} % |")
    print(f"| text, selection of rules, filters | {whole - sum(linter.times.values()):.2f} s | |")


if __name__ == "__main__":
    main()
