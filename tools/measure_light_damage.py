"""How much of the damage is found where most of an article is sound.

    python tools/measure_light_damage.py [--from 1283] [--to 1366]

Articles of ``tools/damage`` are mixed, line by line, with their originals: of each line, drawn at random, the damaged
form is kept or the most similar line of the original is put in its place. Printed for some shares of damaged lines: the
damages in the lines kept, and of these the share found, by category; and findings in sound lines, per 1,000 words.
Contradictions and repeated paragraphs are left out, since the other side of them may be gone.
"""

from __future__ import annotations

import argparse
import random
from bisect import bisect_right
from collections import Counter
from difflib import SequenceMatcher
from itertools import accumulate

from annotated import DAMAGE, Spans, read_articles, texts_of

from paralint import lint

SHARES = (0.1, 0.2, 0.4, 1.0)
LEFT_OUT = ("contradiction", "duplicate")


def original_of(line: str, clean: list[str]) -> str:
    """Return the line that is most like another one."""
    words = line.split()
    return max(clean, key=lambda other: SequenceMatcher(None, words, other.split(), autojunk=False).ratio())


def mixed(spun: list[str], originals: list[str], dice: random.Random, share: float) -> tuple[list[str], list[bool]]:
    """Return the lines of a mixed article, and which of them are the damaged ones."""
    lines: list[str] = []
    for line, original in zip(spun, originals, strict=True):
        kept = dice.random() < share
        lines.append(line if kept else "" if original in lines else original)
    return lines, [line == other for line, other in zip(lines, spun, strict=True)]


def starts(lines: list[str]) -> list[int]:
    """Return where lines begin, joined by line ends."""
    return [0, *accumulate(len(line) + 1 for line in lines)][:-1]


def count(lines: list[str], damaged: list[bool], spun: list[str], spans: Spans, found: Counter[str]) -> None:
    """Add up what is found in a mixed article."""
    here, there = starts(lines), starts(spun)
    findings = [finding for finding in lint("\n".join(lines)) if not finding.code.startswith(("CON", "DUP", "DOC"))]
    for first, last, category in spans:
        number = bisect_right(there, first) - 1
        if category in LEFT_OUT or not damaged[number]:
            continue
        moved = here[number] - there[number]
        hit = any(one.span.start < last + moved and first + moved < one.span.end for one in findings)
        found[f"owed {category}"] += 1
        found[f"found {category}"] += hit
    found["alarms"] += sum(not damaged[bisect_right(here, one.span.start) - 1] for one in findings)
    found["sound words"] += sum(len(line.split()) for line, bad in zip(lines, damaged, strict=True) if not bad)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--from", dest="first", type=int, default=1283)
    parser.add_argument("--to", dest="last", type=int, default=1366)
    options = parser.parse_args()
    clean = texts_of(DAMAGE, "clean")
    articles = []
    for name, text, spans in read_articles(DAMAGE):
        if options.first <= int(name) <= options.last:
            spun, sound = text.split("\n"), [line for line in clean[name].split("\n") if line.strip()]
            articles.append((spun, [original_of(line, sound) if line.strip() else "" for line in spun], spans))
    for share in SHARES:
        dice, found = random.Random(3), Counter[str]()
        for spun, originals, spans in articles:
            count(*mixed(spun, originals, dice, share), spun, spans, found)
        kinds = sorted(key.split()[1] for key in found if key.startswith("owed "))
        owed = sum(found[f"owed {kind}"] for kind in kinds)
        told = "  ".join(f"{kind} {found[f'found {kind}'] / found[f'owed {kind}']:.3f}" for kind in kinds)
        recall = sum(found[f"found {kind}"] for kind in kinds) / owed
        alarms = 1000 * found["alarms"] / max(1, found["sound words"])
        print(f"{share:4.0%} of lines: {owed:5} damages, found {recall:.3f} ({told}); {alarms:.2f} in sound lines")


if __name__ == "__main__":
    main()
