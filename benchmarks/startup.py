"""What starting costs: the CPU time of checking one short file, beyond that of ``python -c pass``.

    python benchmarks/startup.py [--rounds 20] [--modules 40] [--instructions]

The two commands take turns and the least time of each counts, so that what else the machine does hardly matters. The
table of modules gives the least time that each module took by itself to import. ``--instructions`` counts instructions
under valgrind, which does not depend on load at all but takes a minute.
"""

from __future__ import annotations

import argparse
import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

PASS = ("-c", "pass")
CHECK = ("-m", "paralint", "check", "--isolated")
TEXT = "The minister said that the talks had ended. Nobody was hurt, and the road is open again.\n"
_IMPORT = re.compile(r"import time:\s*(\d+) \|\s*\d+ \|\s*(\S+)")


def environment() -> dict[str, str]:
    """Return the environment with compiled modules allowed, as for anyone who has run the command before."""
    return {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}


def cpu_time(arguments: Sequence[str], env: Mapping[str, str]) -> float:
    """Return the user and system time, in milliseconds, of one run of Python."""
    process = subprocess.Popen(
        [sys.executable, *arguments], env=env, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    _, _, used = os.wait4(process.pid, 0)
    process.returncode = 0
    return 1000 * (used.ru_utime + used.ru_stime)


def instructions(arguments: Sequence[str], env: Mapping[str, str]) -> int:
    """Return how many machine instructions one run of Python takes."""
    with tempfile.TemporaryDirectory() as folder:
        command = ["valgrind", "--tool=callgrind", f"--callgrind-out-file={folder}/out", sys.executable, *arguments]
        told = subprocess.run(command, env=env, capture_output=True, text=True).stderr
    found = re.search(r"Collected : (\d+)", told)
    if found is None:
        raise SystemExit(f"valgrind counted nothing: {told[-500:]}")
    return int(found[1])


def import_times(arguments: Sequence[str], env: Mapping[str, str], rounds: int) -> dict[str, int]:
    """Return the least time, in microseconds, that each module takes to import, those it imports left out."""
    least: dict[str, int] = {}
    for _ in range(rounds):
        run = subprocess.run([sys.executable, "-X", "importtime", *arguments], env=env, capture_output=True, text=True)
        for module, time in _imports(run.stderr):
            least[module] = min(time, least.get(module, time))
    return least


def _imports(told: str) -> Iterator[tuple[str, int]]:
    for line in told.splitlines():
        found = _IMPORT.match(line)
        if found:
            yield found[2], int(found[1])


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=20)
    parser.add_argument("--modules", type=int, default=40, help="how many of the slowest modules are shown")
    parser.add_argument("--instructions", action="store_true")
    parser.add_argument("--file", type=Path, help="check this file instead of one of two sentences")
    options = parser.parse_args()
    env = environment()
    with tempfile.TemporaryDirectory() as folder:
        path = options.file
        if path is None:
            path = Path(folder, "short.txt")
            path.write_text(TEXT, encoding="utf-8")
        check = (*CHECK, str(path))
        cpu_time(check, env)  # compiles the modules
        times = [(cpu_time(PASS, env), cpu_time(check, env)) for _ in range(options.rounds)]
        empty, full = (min(column) for column in zip(*times, strict=True))
        print(f"load {' '.join(f'{load:.1f}' for load in os.getloadavg())}, least of {options.rounds} runs")
        print(f"python -c pass   {empty:7.1f} ms CPU")
        print(f"paralint check   {full:7.1f} ms CPU")
        print(f"difference       {full - empty:7.1f} ms CPU")
        if options.instructions:
            empty, full = (instructions(arguments, env) / 1e6 for arguments in (PASS, check))
            print(f"instructions: {empty:.0f} M for pass, {full:.0f} M for check, {full - empty:.0f} M more")
        if options.modules:
            own = import_times(check, env, max(3, options.rounds // 4))
            least = import_times(PASS, env, 3)
            rest = {module: time for module, time in own.items() if module not in least}
            print(f"\n{len(rest)} modules more than 'pass', {sum(rest.values()) / 1000:.1f} ms in all")
            for module, time in sorted(rest.items(), key=lambda item: -item[1])[: options.modules]:
                print(f"{time / 1000:7.2f} ms  {module}")


if __name__ == "__main__":
    main()
