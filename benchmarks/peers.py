"""paralint beside LanguageTool, Harper, proselint and Vale over the same text, each in MB per second of CPU time.

    python benchmarks/peers.py [--texts FOLDER] [--size 2000000] [--slow-size 200000] [--json FILE]
        [--languagetool JARS] [--harper BINARY] [--proselint BINARY] [--vale BINARY --vale-styles STYLES...]

The text is the articles of FOLDER (by default the sample article), again and again until there are --size bytes, each
a file of its own. The slow ones, LanguageTool, Harper and Vale, read only the first --slow-size bytes of them. The time
of a tool is the user and system time of its process from start to end; LanguageTool runs as a local server, which has
read one article before its time begins. A tool that is not named is skipped. ``docs/benchmarks.md`` says how each was
installed. The tools do different work: the table says what the default rules of each cost, not what they find.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import re
import shutil
import socket
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.parse
import urllib.request
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple

SEED = Path(__file__).parent.parent / "seeds" / "000_8140ba24074b4d3e.txt"
ENVIRONMENT = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}


class Result(NamedTuple):
    tool: str
    version: str
    size: float  # MB
    seconds: float  # of CPU

    @property
    def speed(self) -> float:
        return self.size / self.seconds


class Corpus:
    """Articles as files: all of them, or as many from the first one on as make up a given size."""

    def __init__(self, folder: Path, texts: Sequence[str], size: int) -> None:
        self.files: list[Path] = []
        written = 0
        while written < size:
            text = texts[len(self.files) % len(texts)]
            path = folder / f"{len(self.files):05}.txt"
            path.write_text(text, encoding="utf-8")
            self.files.append(path)
            written += path.stat().st_size

    def first(self, size: int) -> list[Path]:
        taken: list[Path] = []
        written = 0
        for path in self.files:
            if written >= size:
                break
            taken.append(path)
            written += path.stat().st_size
        return taken


def megabytes(files: Sequence[Path]) -> float:
    return sum(path.stat().st_size for path in files) / 1e6


def run(command: Sequence[str | Path], files: Sequence[Path], rounds: int, cwd: Path | None = None) -> float:
    """Return the least CPU time, in seconds, that the command takes over the files."""
    times = []
    for _ in range(rounds):
        process = subprocess.Popen(
            [*map(str, command), *map(str, files)],
            env=ENVIRONMENT,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            cwd=cwd,
        )
        _, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode not in (0, 1):
            raise SystemExit(f"{command[0]} failed: exit code {process.returncode}")
        times.append(used.ru_utime + used.ru_stime)
    return min(times)


def told(command: Sequence[str | Path]) -> str:
    """Return the version number in what a command prints."""
    done = subprocess.run([*map(str, command)], env=ENVIRONMENT, capture_output=True, text=True)
    found = re.search(r"\d+\.\d+(?:\.\d+)*", done.stdout + done.stderr)
    return found[0] if found else "unknown"


def paralint(files: Sequence[Path], rounds: int) -> Result:
    command = [sys.executable, "-m", "paralint"]
    check = [*command, "check", "--isolated", "-j1", "--output-format", "json"]
    return Result("paralint", told([*command, "version"]), megabytes(files), run(check, files, rounds))


def proselint(binary: Path, files: Sequence[Path], rounds: int) -> Result:
    seconds = run([binary, "check", "--output-format", "json"], files, rounds)
    return Result("proselint", told([binary, "version"]), megabytes(files), seconds)


def harper(binary: Path, files: Sequence[Path], rounds: int) -> Result:
    seconds = run([binary, "--no-color", "lint", "--format", "compact"], files, rounds)
    return Result("Harper", told([binary, "core-version"]), megabytes(files), seconds)


def vale(binary: Path, styles: Sequence[Path], files: Sequence[Path], rounds: int) -> Result:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for style in styles:
            inner = style.resolve() / style.name  # a checkout of the package has the style in a folder of its name
            shutil.copytree(inner if inner.is_dir() else style.resolve(), folder / "styles" / style.name)
        named = ", ".join(style.name for style in styles)
        (folder / ".vale.ini").write_text(
            f"StylesPath = styles\nMinAlertLevel = suggestion\n[*]\nBasedOnStyles = {named}\n"
        )
        command = [binary, "--no-global", "--no-exit", "--output=JSON", f"--config={folder / '.vale.ini'}"]
        seconds = run(command, files, rounds, folder)
    return Result(f"Vale, {len(styles)} packs", told([binary, "--version"]), megabytes(files), seconds)


def languagetool(jars: Path, files: Sequence[Path]) -> Result:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    server = subprocess.Popen(
        ["java", "-cp", f"{jars}/*", "org.languagetool.server.HTTPServer", "--port", str(port)],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        software = _ask(port, files[0], patience=120)
        before = _cpu(server.pid)
        for path in files:
            _ask(port, path)
        seconds = _cpu(server.pid) - before
    finally:
        server.terminate()
        server.wait()
    return Result("LanguageTool", software, megabytes(files), seconds)


def _ask(port: int, path: Path, patience: float = 0) -> str:
    """Have a text checked; return the server's version. A server that is still starting is asked again."""
    data = urllib.parse.urlencode({"language": "en-US", "text": path.read_text(encoding="utf-8")}).encode()
    end = time.monotonic() + patience
    while True:
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{port}/v2/check", data, timeout=600) as answer:
                return str(json.load(answer)["software"]["version"])
        except urllib.error.URLError:
            if time.monotonic() > end:
                raise
            time.sleep(0.5)


def _cpu(process: int) -> float:
    """Return the CPU time of a running process (Linux)."""
    fields = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def processor() -> str:
    try:
        found = re.search(r"model name\s*:\s*(.*)", Path("/proc/cpuinfo").read_text())
    except OSError:
        found = None
    return found[1] if found else platform.processor()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--texts", type=Path, help="a folder of .txt files")
    parser.add_argument("--size", type=int, default=2_000_000)
    parser.add_argument("--slow-size", type=int, default=200_000)
    parser.add_argument("--rounds", type=int, default=3, help="runs of the fast tools, of which the fastest counts")
    parser.add_argument("--json", type=Path, help="write the results here, for benchmarks/draw.py")
    parser.add_argument("--languagetool", type=Path, metavar="JARS")
    parser.add_argument("--harper", type=Path, metavar="BINARY")
    parser.add_argument("--proselint", type=Path, metavar="BINARY")
    parser.add_argument("--vale", type=Path, metavar="BINARY")
    parser.add_argument("--vale-styles", type=Path, nargs="+", default=(), metavar="STYLE")
    options = parser.parse_args()
    sources = sorted(options.texts.glob("*.txt")) if options.texts else [SEED]
    texts = [path.read_text(encoding="utf-8") for path in sources]
    with tempfile.TemporaryDirectory() as folder:
        corpus = Corpus(Path(folder), texts, options.size)
        slow = corpus.first(options.slow_size)
        peers: list[tuple[str, Path | None, Callable[[Path], Result]]] = [
            ("proselint", options.proselint, lambda path: proselint(path, corpus.files, options.rounds)),
            ("Vale", options.vale, lambda path: vale(path, options.vale_styles, slow, 1)),
            ("Harper", options.harper, lambda path: harper(path, slow, 1)),
            ("LanguageTool", options.languagetool, lambda path: languagetool(path, slow)),
        ]
        print(f"{processor()}, Python {platform.python_version()}, {len(texts)} different texts", flush=True)
        own = paralint(corpus.files, options.rounds)
        results = [own]
        print(f"\n{'tool':16} {'version':10} {'text':>9} {'CPU':>9} {'speed':>12} {'paralint is':>12}")
        show(own, own)
        for name, place, measure in peers:
            if place is None or not place.exists():
                print(f"{name:16} skipped: not there")
                continue
            result = measure(place.resolve())
            results.append(result)
            show(result, own)
    if options.json:
        known = {"processor": processor(), "python": platform.python_version(), "texts": len(texts)}
        rows = [{**result._asdict(), "speed": result.speed} for result in results]
        options.json.write_text(json.dumps({**known, "results": rows}, indent=1) + "\n", encoding="utf-8")


def show(result: Result, own: Result) -> None:
    print(
        f"{result.tool:16} {result.version:10} {result.size:6.2f} MB {result.seconds:7.2f} s"
        f" {result.speed:7.3f} MB/s {own.speed / result.speed:10.1f} x",
        flush=True,
    )


if __name__ == "__main__":
    main()
