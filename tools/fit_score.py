"""Fit the document score to annotated and clean text.

    python tools/fit_score.py --spun DIR… --clean DIR… [--test-spun DIR…] [--test-clean DIR…]

Writes ``paralint/data/score.txt``: the intercept and one weight for each kind of evidence (``paralint.engine.score``).
Every text is linted with the stable rules, as a whole and cut into pieces of 3, 6 and 12 paragraphs, so that short
texts are learned from too. Spun texts are drawn ten times with half of their findings, because rules find more in the
texts that their authors knew. The regression is weighted as if one text in twenty were spun, its weights are kept at
or above 0 and drawn towards 0 (L2). The same texts and rules give the same table.

Of folders named with ``--split``, clean texts too, every second file is fitted, the others are tested.
"""

from __future__ import annotations

import argparse
import math
import random
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from paralint.engine.linter import Linter
from paralint.engine.score import FAMILIES, RESTATEMENTS, TABLE, Weights, evidence, score
from paralint.evidence.restatements.restatements import restatements
from paralint.findings import Finding
from paralint.ruleset.load import builtin
from paralint.ruleset.select import select
from paralint.text.read import document

SEED = 20261
SIZES = (3, 6, 12)  # paragraphs of a piece
DRAWS, KEPT = 10, 0.5
SPUN_SHARE = 0.05
PENALTY = 0.001  # of the square of a weight, where the weights of all texts sum up to 1
NAMES = (*FAMILIES, RESTATEMENTS)
TARGET = Path(__file__).parent.parent / "paralint" / "data" / TABLE


class Text(NamedTuple):
    """A text or a piece of one, linted. ``size`` is its number of paragraphs, 0 for a whole text."""

    path: Path
    size: int
    findings: list[Finding]
    words: int
    sentences: int
    rate: float


class Sample(NamedTuple):
    """A row of the regression."""

    amounts: list[float]
    spun: bool
    weight: float


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name in ("--spun", "--clean", "--split", "--test-spun", "--test-clean"):
        parser.add_argument(name, type=Path, nargs="*", default=[])
    parser.add_argument("--ignore", default="", help="codes that do not count in --test-clean, with commas")
    parser.add_argument("--dry-run", action="store_true", help="only print, write nothing")
    options = parser.parse_args()
    linter = Linter(select(builtin().rules))
    split = files(options.split)
    spun = list(texts(linter, files(options.spun)))
    clean = list(texts(linter, [*files(options.clean), *split[::2]]))
    weights = fit(samples(spun, clean))
    table = written(weights)
    print(table)
    if not options.dry_run:
        TARGET.write_text(table, encoding="utf-8")
    print("fitted texts:")
    show(weights, spun, clean)
    ignored = tuple(filter(None, options.ignore.split(",")))
    test_spun = list(texts(linter, files(options.test_spun)))
    test_clean = list(texts(linter, split[1::2])) + list(texts(linter, files(options.test_clean), ignored))
    if test_spun and test_clean:
        print("other texts:")
        show(weights, test_spun, test_clean)


def files(folders: Iterable[Path]) -> list[Path]:
    return [path for folder in folders for path in sorted(folder.rglob("*.txt"))]


def texts(linter: Linter, paths: Iterable[Path], ignored: tuple[str, ...] = ()) -> Iterator[Text]:
    for path in paths:
        source = path.read_text(encoding="utf-8-sig")
        yield lint(linter, path, source, 0, ignored)
        blocks = document(str(path), source).blocks
        for size in SIZES:
            for first in range(0, len(blocks) - size + 1, size):
                piece = [block.locate(0, len(block.text)) for block in blocks[first : first + size]]
                yield lint(linter, path, source[piece[0].start : piece[-1].end], size, ignored)


def lint(linter: Linter, path: Path, source: str, size: int, ignored: tuple[str, ...]) -> Text:
    read = document(path.name, source)
    findings = [finding for finding in linter.lint(read) if finding.code not in ignored]
    return Text(path, size, findings, read.word_count, len(read.sentences), read.derive(restatements).rate)


def samples(spun: Sequence[Text], clean: Sequence[Text]) -> list[Sample]:
    dice = random.Random(SEED)
    rows = []
    for text in spun:
        for _ in range(DRAWS):
            kept = [finding for finding in text.findings if dice.random() < KEPT]
            amounts = evidence(kept, text.words, text.sentences, KEPT * text.rate)
            rows.append(Sample(ordered(amounts), True, SPUN_SHARE / len(spun) / DRAWS))
    for text in clean:
        amounts = evidence(text.findings, text.words, text.sentences, text.rate)
        rows.append(Sample(ordered(amounts), False, (1 - SPUN_SHARE) / len(clean)))
    return rows


def ordered(amounts: dict[str, float]) -> list[float]:
    return [amounts.get(name, 0.0) for name in NAMES]


def fit(rows: Sequence[Sample]) -> Weights:
    """Minimise the weighted log loss by Newton steps along one coordinate at a time."""
    columns = [[1.0] * len(rows), *([row.amounts[number] for row in rows] for number in range(len(NAMES)))]
    found = [0.0] * len(columns)
    odds = [0.0] * len(rows)
    for _ in range(500):
        largest = 0.0
        for number, column in enumerate(columns):
            penalty = PENALTY if number else 0.0
            slope, curve = 2 * penalty * found[number], 2 * penalty
            for row, value, odd in zip(rows, column, odds, strict=True):
                if value:
                    chance = 1 / (1 + math.exp(-odd))
                    slope += row.weight * (chance - row.spun) * value
                    curve += row.weight * chance * (1 - chance) * value * value
            step = max(-1.0, min(1.0, slope / max(curve, 1e-9)))
            new = found[number] - step
            new = max(0.0, new) if number else new
            change, found[number] = new - found[number], new
            odds = [odd + change * value for odd, value in zip(odds, column, strict=True)]
            largest = max(largest, abs(change))
        if largest < 1e-5:
            break
    return Weights(round(found[0], 2), {name: round(value, 2) for name, value in zip(NAMES, found[1:], strict=True)})


def written(weights: Weights) -> str:
    lines = ["# Weights of the document score, made by tools/fit_score.py; docs/score.md says from what."]
    lines += [f"intercept {weights.intercept:.2f}", *(f"{name} {weights.parts[name]:.2f}" for name in NAMES)]
    return "\n".join(lines) + "\n"


def show(weights: Weights, spun: Sequence[Text], clean: Sequence[Text]) -> None:
    columns = "least   10%   50%  >=20  >=50 | clean: mean   95%   99%  most  >=20  >=50"
    print(f"paragraphs  spun clean    AUC | spun: {columns}")
    for size in (0, *sorted(SIZES, reverse=True)):
        high, low = (
            sorted(
                score(text.findings, text.words, text.sentences, text.rate, weights).points
                for text in group
                if text.size == size
            )
            for group in (spun, clean)
        )
        if high and low:
            print(
                f"{size or 'all':<10}{len(high):6}{len(low):6} {auc(high, low):.4f} |      "
                f"{high[0]:6.1f}{at(high, 0.1):6.1f}{at(high, 0.5):6.1f}{above(high, 20):6}{above(high, 50):6} |       "
                f"{sum(low) / len(low):6.1f}{at(low, 0.95):6.1f}{at(low, 0.99):6.1f}{low[-1]:6.1f}"
                f"{above(low, 20):6}{above(low, 50):6}"
            )


def above(points: Sequence[float], least: float) -> int:
    return sum(value >= least for value in points)


def at(ascending: Sequence[float], share: float) -> float:
    return ascending[min(len(ascending) - 1, int(share * len(ascending)))]


def auc(high: Sequence[float], low: Sequence[float]) -> float:
    """Return how often one of ``high`` lies above one of ``low``, equal ones counted half."""
    wins = sum((a > b) + (a == b) / 2 for a in high for b in low)
    return wins / (len(high) * len(low))


if __name__ == "__main__":
    main()
