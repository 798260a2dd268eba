"""Whether time grows with the text alone, whatever the text: texts of odd shape, each checked at two sizes.

    python benchmarks/scaling.py [PATTERN...] [--size 50000] [--times 4] [--limit 1.3] [--format json]

``PATTERN`` chooses the shapes (``benchmarks/shapes.py``) whose names hold it. A shape is read, checked with all stable
rules, scored and rendered in a process of its own, forked from a warm one; CPU time, the least of so many rounds.
Prints for each how its time grows, worst first: an exponent of 1 is linear, of 2 quadratic. Exit code 1 if one is above
the limit and the longer text takes long enough to say so, or if one was not done in the time that it was given.
"""

from __future__ import annotations

import argparse
import gc
import math
import os
import resource
import signal
import sys
import time
from collections.abc import Callable, Iterable
from pathlib import Path

from shapes import SHAPES, Shape

from paralint.engine.chosen_rules import rules_of
from paralint.engine.linter import Linter
from paralint.engine.runner import Job, lint_file
from paralint.engine.settings import Settings
from paralint.output import Context, render
from paralint.ruleset.rule import Rule
from paralint.values import NamedTuple

NOISE = 0.5  # seconds: what is done sooner is let pass, however it grows


class Growth(NamedTuple):
    """How long a shape takes at two sizes, in seconds; infinite if it was given up."""

    name: str
    size: int
    short: float
    long: float
    exponent: float
    findings: int

    @property
    def speed(self) -> float:
        """Megabytes that are done in a second, of the longer text."""
        return self.size / 1e6 / self.long if self.long else math.inf


class Bench:
    """A linter, and what its reports are rendered to."""

    def __init__(self, settings: Settings, form: str) -> None:
        self.settings = settings
        self.linter = Linter([rule for rule in rules_of(settings).rules if isinstance(rule, Rule)])
        self.form = form

    def check(self, name: str, text: str) -> int:
        """Do what the command does with one file; return how many findings it has."""
        report = lint_file(Job(Path(name), self.settings, text.encode()), self.linter)
        for _ in render(self.form, [report], Context("", {})):
            pass
        broken = [finding.message for finding in report.findings if finding.code.startswith("PLT")]
        if broken:
            print(name, *broken[:3], sep="\n    ", file=sys.stderr)
        return len(report.findings)

    def seconds(self, name: str, text: str, rounds: int) -> tuple[float, int]:
        """Return the CPU time of a check, the least of so many rounds, and the number of findings."""
        least, found = math.inf, 0
        for _ in range(rounds):
            start = time.process_time()
            found = self.check(name, text)
            least = min(least, time.process_time() - start)
            if least > 5:  # seconds: another round would tell nothing new
                break
        return least, found


def apart(work: Callable[[], Iterable[float]], patience: int) -> list[float]:
    """Return what ``work`` returns, done in a process of its own that is ended after so many seconds of CPU time."""
    reading, writing = os.pipe()
    child = os.fork()
    if not child:
        resource.setrlimit(resource.RLIMIT_CPU, (patience, patience))
        signal.signal(signal.SIGXCPU, signal.SIG_DFL)
        try:
            os.write(writing, " ".join(map(str, work())).encode())
        finally:
            os._exit(0)
    os.close(writing)
    with os.fdopen(reading) as pipe:
        told = pipe.read()
    os.waitpid(child, 0)
    return [float(number) for number in told.split()]


def growth(bench: Bench, name: str, shape: Shape, options: argparse.Namespace) -> Growth:
    """Time one shape at two sizes."""
    short, long = shape.text(options.size), shape.text(options.size * options.times)
    size = len(long.encode())
    file = name.replace(" ", "-") + shape.suffix
    first = apart(lambda: bench.seconds(file, short, options.rounds), options.patience)
    if not first:
        return Growth(name, size, math.inf, math.inf, math.inf, 0)
    second = apart(lambda: bench.seconds(file, long, options.rounds), options.patience)
    if not second:
        return Growth(name, size, first[0], math.inf, math.inf, 0)
    exponent = math.log(max(second[0], 1e-6) / max(first[0], 1e-6)) / math.log(size / len(short.encode()))
    return Growth(name, size, first[0], second[0], exponent, int(second[1]))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("patterns", nargs="*", help="parts of the names of shapes; all without any")
    parser.add_argument("--size", type=int, default=50_000, help="characters of the shorter text")
    parser.add_argument("--times", type=int, default=4, help="how many times as long the longer text is")
    parser.add_argument("--limit", type=float, default=1.3, help="the largest exponent that is let pass")
    parser.add_argument("--patience", type=int, default=120, help="seconds of CPU time until a text is given up")
    parser.add_argument("--rounds", type=int, default=2, help="checks of each text, of which the fastest counts")
    parser.add_argument("--format", default="json", help="what the reports are rendered to")
    options = parser.parse_args()
    chosen = {
        name: shape
        for name, shape in SHAPES.items()
        if not options.patterns or any(pattern in name for pattern in options.patterns)
    }
    bench = Bench(Settings(), options.format)
    bench.check("warm.txt", SHAPES["spun article"].text(20_000) + SHAPES["articles"].text(20_000))
    gc.freeze()  # as the command does
    grown = []
    for name, shape in chosen.items():
        grown.append(growth(bench, name, shape, options))
        print(f"{name}: {grown[-1].long:.2f} s, {grown[-1].exponent:.2f}", file=sys.stderr)
    print(f"| shape | {options.size:,} characters | {options.times} times as long | speed | exponent | findings |")
    print("|---|---|---|---|---|---|")
    for each in sorted(grown, key=lambda each: (-each.exponent, each.name)):
        print(
            f"| {each.name} | {each.short:.2f} s | {each.long:.2f} s | {each.speed:.3f} MB/s "
            f"| {each.exponent:.2f} | {each.findings} |"
        )
    sys.exit(any(each.exponent > options.limit and each.long > NOISE for each in grown))


if __name__ == "__main__":
    main()
