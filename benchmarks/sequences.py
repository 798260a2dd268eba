"""Count what the rules that ask for company find in sound text without it, sequence by sequence.

    python benchmarks/sequences.py FOLDER… [--least N]

A rule that asks for company is heard in damaged texts alone, but most of such a text is sound: what it finds in sound
text, it finds there as well. A sequence that sound text has again and again, and damaged text hardly ever, is to be
narrowed or left out. Prints for each the rule, the number of the sequence (from 0; - for a rule without any), how
often it was found, and three of the places.
"""

from __future__ import annotations

import argparse
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from paralint.engine.linter import Linter
from paralint.engine.selection import Selection
from paralint.findings import Span
from paralint.ruleset.load import builtin
from paralint.ruleset.rule import PATIENT, Status
from paralint.text.document import Document
from paralint.text.read import document

AROUND = 40  # code points that are shown on either side of a place
SHOWN = 3


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", type=Path, nargs="+", help="folders of plain text")
    parser.add_argument("--least", type=int, default=5, help="places from which on a sequence is shown")
    given = parser.parse_args()
    linter = Linter([rule for rule in builtin().rules if rule.status is Status.STABLE and rule.company >= PATIENT])
    selection = Selection()
    for number, rule in enumerate(linter.rules):
        selection.add(number, rule.anchors if rule.anchors is not None else linter.check(number).anchors)
    places: dict[tuple[str, str], list[str]] = defaultdict(list)
    words = 0
    for folder in given.folders:
        for path in sorted(folder.glob("*.txt")):
            text = document(path.name, path.read_text(encoding="utf-8", errors="replace"))
            words += len(text.text.split())
            for code, sequence, span in found(linter, selection, text):
                places[code, sequence].append(shown(text, span))
    print(f"{words} words")
    for (code, sequence), each in sorted(places.items(), key=lambda row: -len(row[1])):
        if len(each) >= given.least:
            print(f"{code} {sequence:>3} {len(each):5}", *each[:SHOWN], sep="\n    ")


def found(linter: Linter, selection: Selection, text: Document) -> Iterator[tuple[str, str, Span]]:
    """Yield the rule, the number of the sequence and the place of each finding."""
    for number, ways in selection.active(text).items():
        rule, check = linter.rules[number], linter.check(number)
        if not ways:
            yield from ((rule.code, "-", finding.span) for finding in check.run(text))
        for way in ways:
            yield from ((rule.code, str(way), finding.span) for finding in check.run_some(text, [way]))


def shown(text: Document, span: Span) -> str:
    before, here = text.text[max(0, span.start - AROUND) : span.start], text.text[span.start : span.end]
    return f"{before}[[{here}]]{text.text[span.end : span.end + AROUND]}".replace("\n", " ")


if __name__ == "__main__":
    main()
