"""How fast one core lints: the whole command in MB/s, then where the time goes.

    python benchmarks/throughput.py [FILE] [--copies 100] [--rounds 3]

The text, by default the sample article, is linted as so many files and as one file of so many copies, by the command
itself with all stable rules, one process, JSON output. The table then times the phases within one process: each
evidence layer without the layers that it asks for, each family of rules without the layers that it is the first to ask
for. The first file, which also loads models, is left out of the table. Copies flatter whatever remembers words from one
file to the next; many different files as well as many copies can be given: ``--files FOLDER``.
"""

from __future__ import annotations

import argparse
import gc
import os
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Iterable
from pathlib import Path
from time import process_time
from typing import Any

from paralint.engine.chosen_rules import rules_of
from paralint.engine.linter import Linter
from paralint.engine.report import FileReport
from paralint.engine.settings import Settings
from paralint.output import Context, render
from paralint.ruleset.rule import Rule
from paralint.text.document import Document
from paralint.text.read import document

SEED = Path(__file__).parent.parent / "seeds" / "000_8140ba24074b4d3e.txt"


def loop() -> float:
    """Return the CPU time, in milliseconds, of a million additions: how fast Python is on this machine right now."""
    start = process_time()
    total = 0
    for number in range(1_000_000):
        total += number
    return 1000 * (process_time() - start)


def command_time(paths: Iterable[Path]) -> float:
    """Return the CPU time, in seconds, of one run of the command."""
    env = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    command = [sys.executable, "-m", "paralint", "check", "--isolated", "-j1", "--output-format=json", *map(str, paths)]
    process = subprocess.Popen(command, env=env, stdout=subprocess.DEVNULL)
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode not in (0, 1):
        raise SystemExit(f"the command failed: exit code {process.returncode}")
    return used.ru_utime + used.ru_stime


class Clock:
    """Adds up CPU time by phase; a phase stops while one inside it runs."""

    def __init__(self) -> None:
        self.times: Counter[str] = Counter()
        self._running: list[str] = []
        self._since = process_time()

    def call(self, phase: str, function: Callable[..., Any], *arguments: Any) -> Any:
        self._switch()
        self._running.append(phase)
        try:
            return function(*arguments)
        finally:
            self._switch()
            self._running.pop()

    def _switch(self) -> None:
        now = process_time()
        if self._running:
            self.times[self._running[-1]] += now - self._since
        self._since = now


def phases(texts: list[str]) -> Clock:
    """Lint texts, each as a file; the first one is not timed."""
    linter = Linter([rule for rule in rules_of(Settings()).rules if isinstance(rule, Rule)])
    clock = Clock()
    derive = Document.derive

    def timed(self: Document, layer: Callable[[Document], Any]) -> Any:
        if layer in self._derived:
            return self._derived[layer]
        return clock.call(f"layer {layer.__module__.removeprefix('paralint.')}.{layer.__name__}", derive, self, layer)

    Document.derive = timed  # type: ignore[method-assign]
    try:
        lint(texts[0], linter, clock)
        clock.times.clear()
        gc.freeze()  # as the command does
        for text in texts[1:] or texts:
            lint(text, linter, clock)
    finally:
        Document.derive = derive  # type: ignore[method-assign]
    return clock


def lint(text: str, linter: Linter, clock: Clock) -> None:
    read = clock.call("text: blocks", document, "x.txt", text)
    clock.call("text: tokens, sentences", lambda: read.tokens)
    clock.call("text: tags", lambda: read.tags)
    clock.call("text: look-up tables", lambda: (read.places, read.by_lower))
    active = clock.call("engine: which rules", linter._selection.active, read)
    findings = []
    for number in sorted(active):
        check = linter.check(number)
        phase = f"rules {check.rule.family} ({check.rule.kind})"
        findings += clock.call(phase, lambda run=check.run: list(run(read)))
    report = FileReport("x.txt", text, tuple(sorted(findings, key=lambda finding: finding.span)))
    clock.call("output: json", lambda: list(render("json", [report], Context("", {}))))


def show(title: str, clock: Clock, size: float) -> None:
    total = sum(clock.times.values())
    print(f"\n{title}: {size / total:.3f} MB/s within the process\n")
    for phase, time in clock.times.most_common():
        if time > 0.002 * total:
            print(f"{1000 * time / size:9.1f} ms/MB {100 * time / total:5.1f} %  {phase}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("file", type=Path, nargs="?", default=SEED)
    parser.add_argument("--copies", type=int, default=100)
    parser.add_argument("--files", type=Path, help="a folder of .txt files, linted instead of copies")
    parser.add_argument("--rounds", type=int, default=3, help="runs of the command, of which the fastest counts")
    options = parser.parse_args()
    if options.files:
        texts = [path.read_text(encoding="utf-8") for path in sorted(options.files.glob("*.txt"))]
    else:
        texts = [options.file.read_text(encoding="utf-8")] * options.copies
    whole = "\n".join(texts)
    size = len(whole.encode()) / 1e6
    print(f"{len(texts)} texts, {size:.2f} MB; load {' '.join(f'{load:.1f}' for load in os.getloadavg())}")
    print(f"a loop of a million additions takes {min(loop() for _ in range(5)):.0f} ms")
    with tempfile.TemporaryDirectory() as folder:
        several = Path(folder, "several")
        several.mkdir()
        for number, text in enumerate(texts):
            Path(several, f"{number:04}.txt").write_text(text, encoding="utf-8")
        one = Path(folder, "one.txt")
        one.write_text(whole, encoding="utf-8")
        for name, path in (("files", several), ("one file", one)):
            time = min(command_time([path]) for _ in range(options.rounds))
            print(f"{name:8} {time:6.2f} s CPU, {size / time:.3f} MB/s, the whole command")
    show("files", phases(texts), size * (len(texts) - 1) / len(texts) if len(texts) > 1 else size)
    show("one file", phases([whole]), size)


if __name__ == "__main__":
    main()
